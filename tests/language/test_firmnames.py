"""A business with its legal form, and without."""

import re

import pytest

from onrecord.language.firmnames import without_legal_form
from onrecord.language.names import find_names
from onrecord.language.parsing import analyse
from onrecord.model.documents import Block, Document, Source

SOURCE = Source(uri="sample", sha256="0" * 64, media_type="text/plain", read_at="2025-01-01T00:00:00Z")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Brell Minerals, Inc.", "Brell Minerals"),
        ("Brell Minerals ASA (OSE: BRL)", "Brell Minerals"),
        ("Brell Minerals", "Brell Minerals"),
        ("Inc.", "Inc."),
    ],
)
def test_the_legal_form_is_left_out(name, short):
    assert without_legal_form(name) == short


@pytest.mark.parametrize("form", ["ASA (OSE: BRL)", "AG (ETR: BRM)", "Inc.", ", Inc. (NASDAQ: BREL)", "plc"])
def test_one_business_whatever_is_behind_its_name(form):
    gap = "" if form.startswith(",") else " "
    text = f"Brell Minerals{gap}{form} said on Monday it would open a mine. Brell Minerals digs for tin."
    blocks = tuple(Block(kind="paragraph", start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text))
    document = Document(id="document-sample", source=SOURCE, text=text, blocks=blocks)
    assert [e.name for e in find_names(analyse(document)) if e.kind == "organisation"] == ["Brell Minerals"]
