"""Whom a heading names in full and the text by the surname alone."""

import pytest

from onrecord.language.names import find_names
from onrecord.language.parsing import analyse
from onrecord.model.documents import Block, Document, Source

SOURCE = Source(uri="sample", sha256="0" * 64, media_type="text/plain", read_at="2025-01-01T00:00:00Z")


def people(title, text):
    whole = f"{title}\n\n{text}"
    blocks = (
        Block(kind="title", start=0, end=len(title)),
        Block(kind="paragraph", start=len(title) + 2, end=len(whole)),
    )
    document = Document(id="document-sample", source=SOURCE, text=whole, blocks=blocks)
    return {entity.name for entity in find_names(analyse(document)) if entity.kind == "person"}


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Remarks by Foreign Minister Anna Holm", "Holm said on Monday that the port would open.", {"Anna Holm"}),
        ("Remarks by Foreign Minister Anna Holm", "The port will open on Monday, the ministry said.", set()),
        (
            "Remarks by Foreign Minister Anna Holm",
            "Anna Holm spoke. Peter Vance did not. Vance and Holm met later.",
            {"Anna Holm", "Peter Vance"},
        ),
    ],
)
def test_a_heading_lends_a_forename(title, text, expected):
    assert people(title, text) == expected


def test_letters_behind_a_name_are_no_part_of_it():
    text = "Prosecutor Helen Brand KC told the jury of a fall. Ms Brand said it was no accident."
    assert people("Trial opens", text) == {"Helen Brand"}
