"""Every word of a document is parsed once, however long its blocks and words are."""

import pytest

from onrecord.language.parsing import LONGEST_PARSED, LONGEST_RUN, analyse
from onrecord.model.documents import Block, Document, Source


def document(text: str) -> Document:
    source = Source(uri="bad.txt", sha256="", media_type="text/plain", read_at="")
    blocks = (Block(kind="paragraph", start=0, end=len(text)),)
    return Document(id="document-1", source=source, text=text, blocks=blocks)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said no.",
        'o"' * (2 * LONGEST_RUN) + " he said.",
        "x" * LONGEST_RUN + " and " + "y" * (LONGEST_RUN + 1),
        "a long word " * (LONGEST_PARSED // 8),
    ],
)
def test_all_is_parsed_once_and_in_order(text: str):
    parsed = analyse(document(text)).blocks
    assert "".join(piece.doc.text for piece in parsed).replace(" ", "") == text.replace(" ", "")
    for piece in parsed:
        assert text[piece.offset : piece.offset + len(piece.doc.text)] == piece.doc.text
        assert len(piece.doc.text) <= LONGEST_PARSED


@pytest.mark.parametrize("marks", ['"' * LONGEST_RUN, "- " * 200, "* * *", ". . . . . 7 " + ". " * 200])
def test_what_has_hardly_a_word_is_not_parsed(marks: str):
    source = Source(uri="bad.txt", sha256="", media_type="text/plain", read_at="")
    words = "Nobody said so."
    text = f"{marks}\n\n{words}"
    blocks = (
        Block(kind="paragraph", start=0, end=len(marks)),
        Block(kind="paragraph", start=len(marks) + 2, end=len(text)),
    )
    analysis = analyse(Document(id="document-1", source=source, text=text, blocks=blocks))
    assert [piece.doc.text for piece in analysis.blocks] == [words]
    assert {int(start) for start in analysis.encoded.pieces.starts} >= {len(marks) + 2}
    assert min(analysis.encoded.pieces.starts) == len(marks) + 2


def test_a_long_block_is_cut_where_sentences_end():
    said = 'The minister said that "nobody in the town had been told of it." ' * (LONGEST_PARSED // 40)
    parsed = analyse(document(said)).blocks
    assert len(parsed) > 1
    assert all(piece.doc.text.rstrip().endswith('."') for piece in parsed)


def test_names_times_and_amounts_are_marked_on_tokens():
    text = "On Tuesday, Maria Lopez said a Swedish shipowner had lost $5 million and 30 percent of its ships."
    (parsed,) = analyse(document(text)).blocks
    marked = {(entity.text, entity.label_) for entity in parsed.doc.ents}
    assert {("Tuesday", "DATE"), ("Maria Lopez", "PERSON"), ("Swedish", "NORP"), ("$5 million", "MONEY")} <= marked
    assert {label for words, label in marked if words.startswith("30")} == {"PERCENT"}
