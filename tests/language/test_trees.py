"""Words of a parse as plain objects answer as spaCy's own do."""

from functools import lru_cache

import pytest
import spacy.tokens
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.parsing import english
from onrecord.language.trees import Doc, Piece, Strings, Token, remembered

TEXT = (
    "“Norland’s harbour was, officials said, shut on Monday,” Ana Ruiz told the Courier.  Nobody could say why 12 "
    "boats, most of them new, had sailed\nbefore dawn. The port\t(its owners deny it) lost £3.5m - or so a clerk who "
    "kept the books, and left them, claims. Not a word!"
)
WORDS = ("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "whitespace_", "text_with_ws", "idx", "i")
FLAGS = ("is_punct", "is_space", "is_alpha", "is_digit", "like_num", "is_sent_start")
ONES = ("head", "left_edge", "right_edge")
MANY = ("children", "lefts", "rights", "subtree", "ancestors")


def both(text: str, heads: list[int] | None = None) -> tuple[spacy.tokens.Doc, Doc]:
    """A text as spaCy parses it, with other heads where they are given, and as it is taken over."""
    parsed = english()(text)
    for token, head in zip(parsed, heads or (), strict=False):
        token.head = parsed[head % len(parsed)]
    return parsed, Doc(parsed, Strings(parsed.vocab.strings))


def place(piece: "spacy.tokens.Span | Piece | None") -> tuple[int, int, str, int, int] | None:
    """Where a run of words stands."""
    return None if piece is None else (piece.start, piece.end, piece.text, piece.start_char, piece.end_char)


def same(theirs: spacy.tokens.Doc, ours: Doc) -> None:
    """Hold every answer of a document's words to spaCy's."""
    assert ours.text == theirs.text
    assert [place(sentence) for sentence in ours.sents] == [place(sentence) for sentence in theirs.sents]
    for token, told in zip(ours, theirs, strict=True):
        assert [getattr(token, name) for name in WORDS] == [getattr(told, name) for name in WORDS]
        assert [getattr(token, name) for name in FLAGS] == [bool(getattr(told, name)) for name in FLAGS]
        assert [getattr(token, name).i for name in ONES] == [getattr(told, name).i for name in ONES]
        assert place(token.sent) == place(told.sent)
        for name in MANY:
            assert [word.i for word in getattr(token, name)] == [word.i for word in getattr(told, name)], name


def test_every_word_is_as_the_parser_left_it() -> None:
    """Names, places, forms and the tree."""
    theirs, ours = both(TEXT)
    theirs.set_ents([spacy.tokens.Span(theirs, 0, 3, label="GPE")])
    same(theirs, Doc(theirs, Strings(theirs.vocab.strings)))
    assert [(name.label_, name.text) for name in Doc(theirs, Strings(theirs.vocab.strings)).ents] == [
        (name.label_, name.text) for name in theirs.ents
    ]
    assert ours[3].nbor(2) is ours[5]
    assert ours[-1].text == theirs[-1].text
    with pytest.raises(IndexError):
        ours[0].nbor(-1)


@pytest.mark.parametrize(
    "text", ["", " \n ", "No.", "Who? We? Sail!", "The mill they said would shut tomorrow has shut."]
)
def test_other_texts(text: str) -> None:
    """Short ones, and one whose branches cross."""
    same(*both(text))


@given(st.lists(st.integers(0, 40), max_size=12))
@settings(max_examples=40, deadline=None)
def test_trees_that_cross_or_turn_in_a_circle_are_taken_over(heads: list[int]) -> None:
    """Whatever was hung on what since the parse: a child is what has the word for its head."""
    theirs, ours = both("The clerk who kept the books left them, she claims.", heads)
    for token in ours:
        assert [child.i for child in token.children] == [
            word.i for word in theirs if word.head.i == token.i and word.i != token.i
        ]
        below = [word.i for word in ours if word is token or token.is_ancestor(word)]
        circular = len(list(token.ancestors)) == len(ours)
        assert circular or sorted(word.i for word in token.subtree) == below
        assert len(token.subtree) <= 2 * len(ours)


@given(st.integers(-2, len(TEXT) + 2), st.integers(-2, len(TEXT) + 2))
@settings(max_examples=150, deadline=None)
def test_pieces_at_places(start: int, end: int) -> None:
    """Exactly there, wholly inside, or cut."""
    theirs, ours = parsed()
    for mode in ("strict", "contract", "expand"):
        if start < end:
            found = ours.char_span(start, end, alignment_mode=mode)
            assert place(found) == place(theirs.char_span(start, end, alignment_mode=mode)), mode


@given(st.integers(-70, 70), st.integers(-70, 70))
@settings(max_examples=100, deadline=None)
def test_slices(start: int, end: int) -> None:
    """Of a block and of a piece, with their roots."""
    theirs, ours = parsed()
    assert place(ours[start:end]) == place(theirs[start:end])
    assert place(ours[start:][:end]) == place(theirs[start:][:end])
    if len(ours[start:end]):
        assert ours[start:end].root.i == theirs[start:end].root.i
        assert ours[start:end][-1].i == theirs[start:end][-1].i
        assert [word.i for word in ours[start:end]] == [word.i for word in theirs[start:end]]
    with pytest.raises(IndexError):
        ours[start:end][len(ours[start:end])]


def test_pieces_of_the_same_words_are_equal() -> None:
    """And of other words, of another text or with a label they are not."""
    _, ours = parsed()
    _, other = both(TEXT)
    assert ours[2:4] == ours[2:4]
    assert hash(ours[2:4]) == hash(ours[2:4])
    assert ours[2].sent == ours[3].sent
    assert ours[2:4] != ours[2:5]
    assert ours[2:4] != other[2:4]
    assert ours[2:4] != Piece(ours, 2, 4, "PERSON")


def test_a_long_chain_has_a_subtree() -> None:
    """No recursion: a list without end hangs each word on the one before."""
    length = 3_000
    doc = spacy.tokens.Doc(
        english().vocab, ["so"] * length, heads=[max(0, at - 1) for at in range(length)], deps=["dep"] * length
    )
    assert [token.i for token in Doc(doc, Strings(doc.vocab.strings))[0].subtree] == list(range(length))


@lru_cache(maxsize=1)
def parsed() -> tuple[spacy.tokens.Doc, Doc]:
    """The text above, parsed once."""
    return both(TEXT)


def test_what_is_remembered_is_asked_once_for_each_word_of_each_text() -> None:
    """And stays what the function says."""
    asked: list[Token] = []

    @remembered
    def above(token: Token) -> str | None:
        """Told under its own name."""
        asked.append(token)
        return token.head.text if token.head is not token else None

    _, one = both("The mill shut.")
    _, other = both("A dam broke.")
    for _ in range(2):
        assert [above(token) for token in one] == [
            token.head.text if token.head is not token else None for token in one
        ]
        assert above(other[0]) == other[0].head.text
    assert len(asked) == len(one) + 1
    assert above.__doc__ == "Told under its own name."
