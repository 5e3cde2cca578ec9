"""Items in their context: the exact words stay exact, and are marked."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.documents import Block, Document, Source
from onrecord.model.spans import Span
from onrecord.output.context import Mark, passages, quoted, shown

TEXT = "First paragraph here.\n\nThe minister said: “We make no glass.” Then he left the hall.\n\nA last paragraph."


def document(text=TEXT):
    blocks, at = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            blocks.append(Block(kind="paragraph", start=at, end=at + len(part)))
        at += len(part) + 2
    source = Source(uri="a.txt", sha256="0" * 64, media_type="text/plain", read_at="2025-01-01T00:00:00Z")
    return Document(id="document-1", source=source, text=text, blocks=tuple(blocks))


def mark(words, style="mark", text=TEXT):
    start = text.index(words)
    return Mark(Span(start, start + len(words)), style)


def test_the_words_are_marked_in_their_paragraph():
    (passage,) = passages(document(), [mark("We make no glass."), mark("said", "cue")])
    assert shown(passage) == ["The minister said: “[[We make no glass.]]” Then he left the hall."]


def test_lines_wrap_between_words_and_never_inside_a_mark():
    (passage,) = passages(document(), [mark("We make no glass.")])
    assert shown(passage, width=40, indent="  ") == [
        "  The minister said: “[[We make no",
        "  glass.]]” Then he left the hall.",
    ]


def test_far_words_are_cut_at_white_space_and_say_so():
    text = "word " * 100 + "target" + " word" * 100
    (passage,) = passages(document(text), [mark("target", text=text)], around=12)
    assert shown(passage) == ["… word word [[target]] word word …"]


def test_two_paragraphs_give_two_passages_and_overlapping_marks_are_shown_once():
    found = passages(document(), [mark("First"), mark("last"), mark("First paragraph")])
    assert [shown(passage) for passage in found] == [["[[First]][[ paragraph]] here."], ["A [[last]] paragraph."]]


def test_quotation_marks_are_not_doubled():
    assert quoted("We make\nno glass", width=80, indent="  ") == ["  “We make no glass”"]
    assert quoted("“We make no glass”", width=80, indent="") == ["“We make no glass”"]


@settings(max_examples=80, deadline=None)
@given(st.text(min_size=1, max_size=80), st.data())
def test_pieces_join_to_the_exact_text_of_the_passage(text, data):
    spans = data.draw(
        st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted), min_size=1, max_size=4)
    )
    for passage in passages(document(text), [Mark(Span(*span), "mark") for span in spans], around=10):
        assert "".join(piece for piece, _ in passage.pieces) == passage.span.of(text)
