"""A document's text in pieces: nothing lost, nothing doubled, links marked."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1]))

from generated import annotated
from onrecord.model.documents import Block, Document, Source
from onrecord.model.spans import Span
from onrecord.web.differences import tellings
from onrecord.web.layers import PART, covers, part_of, spans_of

FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(annotated(), st.integers(0, 40), st.integers(1, 20))
def test_the_pieces_of_a_stretch_are_its_text_and_the_marked_ones_the_words(found, start, length):
    text = found.document.text
    here = spans_of(f"{start}-{start + length}", len(text))
    part = part_of(found.document, covers(found), here, 1)
    for stretch in part.stretches:
        assert "".join(piece.text for piece in stretch.pieces) == text[stretch.start : stretch.end]
    shown = [(s.start, s.end) for s in part.stretches]
    assert shown == sorted(shown)
    marked = "".join(piece.text for s in part.stretches for piece in s.pieces if piece.is_here)
    wanted = [n for span in here for n in range(*span) if any(a <= n < b for a, b in shown)]
    assert marked == "".join(text[n] for n in wanted)


def document(text, blocks=()):
    source = Source(uri="a.txt", sha256="0" * 64, media_type="text/plain", read_at="2025-01-01T00:00:00Z")
    return Document(id="document-1", source=source, text=text, blocks=blocks)


def test_a_label_between_blocks_is_shown():
    found = document("OFFICIAL:  We saw it.", (Block(kind="turn", start=11, end=21, label="OFFICIAL"),))
    part = part_of(found, [], (), None)
    assert [(s.kind, s.pieces[0].text) for s in part.stretches] == [("gap", "OFFICIAL:"), ("turn", "We saw it.")]


def test_an_empty_block_may_come_first():
    found = document("We saw it.", (Block(kind="paragraph", start=0, end=0), Block(kind="paragraph", start=0, end=10)))
    part = part_of(found, [], (), None)
    assert "".join(piece.text for stretch in part.stretches for piece in stretch.pieces) == "We saw it."


def test_a_long_text_comes_in_parts_and_a_link_opens_its_own():
    found = document("word " * PART)
    part = part_of(found, [], (Span(4 * PART, 4 * PART + 4),), None)
    assert part.of == 5
    assert part.number == 5
    assert "".join(p.text for s in part.stretches for p in s.pieces if p.is_here) == "word"
    assert part_of(found, [], (), 99).number == 5
    assert part_of(found, [], (), -3).number == 1


@pytest.mark.parametrize(
    ("given_", "spans"),
    [
        ("5-9", ((5, 9),)),
        ("5-9,20-30", ((5, 9), (20, 30))),
        ("90-200", ((90, 100),)),
        ("9-5", ()),
        ("a-b", ()),
        ("-5-9", ()),
        ("٣-٩", ()),
        ("5", ()),
        ("", ()),
        ("99999999999-5", ()),
    ],
)
def test_ranges_of_a_link(given_, spans):
    assert spans_of(given_, 100) == spans


def test_two_tellings_differ_in_the_words_that_only_one_has():
    one, other = tellings("“We will open it, provided they ask.”", "“We will open it.”")
    assert [p for p in one.pieces if p[1] == "only"] == [("provided they ask.”", "only")]
    assert all(change == "same" for _, change in other.pieces)
    assert tellings("a " * 5000, "b " * 5000)
