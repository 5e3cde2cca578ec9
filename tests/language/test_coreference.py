"""Pronouns and descriptions: the right entity, or none."""

import re

import pytest

from onrecord.language.coreference import Referents
from onrecord.language.names import find_names
from onrecord.language.parsing import analyse
from onrecord.model.documents import Block, Document, Source
from onrecord.model.spans import Span

SOURCE = Source(uri="sample", sha256="0" * 64, media_type="text/plain", read_at="2025-01-01T00:00:00Z")


def referents(text: str) -> Referents:
    blocks = tuple(Block(kind="paragraph", start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text))
    analysis = analyse(Document(id="document-sample", source=SOURCE, text=text, blocks=blocks))
    return Referents(analysis, find_names(analysis))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mary Cole came by ship. Then [she] left.", "Mary Cole"),
        ("Mary Cole met Paul Diaz. Then [he] left.", "Paul Diaz"),
        ("Mary Cole met Paul Diaz. Then [she] left.", "Mary Cole"),
        ("Mary Cole and Ann Diaz came. Then [she] left.", None),
        ("The ship came by night. Then [she] left.", None),
        ("Mary Cole came by ship. Then [they] left.", None),
    ],
)
def test_a_pronoun_means_the_clearly_best_person_or_nobody(text, name):
    start = text.index("[")
    end = text.index("]") - 1
    clean = text.replace("[", "").replace("]", "")
    found = referents(clean).pronoun(Span(start, end))
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Norway’s Foreign Minister Mary Cole came.", "the minister", "Mary Cole"),
        ("Norway’s Foreign Minister Mary Cole came.", "Norway’s foreign minister", "Mary Cole"),
        ("Norway’s Foreign Minister Mary Cole came.", "Peru’s foreign minister", None),
        ("Norway’s Foreign Minister Mary Cole came.", "the president", None),
        ("Minister Mary Cole met Minister Ann Diaz.", "the minister", None),
        ("Former President Mary Cole came.", "the president", None),
        ("Harbor Trading Company sold a ship.", "the company", "Harbor Trading Company"),
    ],
)
def test_a_description_means_the_one_holder_or_nobody(text, phrase, name):
    found = referents(text).description(phrase, len(text))
    assert (found.name if found else None) == name
