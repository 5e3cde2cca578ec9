"""PDF: paragraphs from lines and their places, with page numbers and running heads apart."""

import sys
from pathlib import Path

from onrecord.reading import read

sys.path.insert(0, str(Path(__file__).parent))
import samples

FIRST = (
    "The ministry of works denied on Tuesday that it is building a second dam\n"
    "on the river, and called the claim of its neighbours absurd and old.\n"
    "It had said so before.\n"
    "\n"
    "Officials of Lurland said that they had counted 14 cranes at the site,\n"
    "and that the water had been falling since the month of May this year."
)


def test_lines_of_a_paragraph_are_joined():
    document = read(samples.pdf(FIRST))
    joined = [paragraph.replace("\n", " ") for paragraph in FIRST.split("\n\n")]
    assert [document.text[b.start : b.end] for b in document.blocks] == joined
    assert document.source.extractor.startswith("pypdfium2/")


def test_page_numbers_and_running_heads_stand_alone():
    pages = [f"Ministry of Works\n{FIRST}\n{number}" for number in (1, 2, 3)]
    document = read(samples.pdf(*pages))
    lines = [document.text[b.start : b.end] for b in document.blocks]
    assert "Ministry of Works" in lines
    assert not any("Ministry of Works The ministry" in line for line in lines)


def test_turns_begin_paragraphs():
    talk = "MODERATOR: Good morning to all.\nQ: Is there a dam?\nMS. FENN: There is no dam.\nMODERATOR: Thanks."
    document = read(samples.pdf(talk))
    assert [b.label for b in document.blocks] == ["MODERATOR", "Q", "MS. FENN", "MODERATOR"]
