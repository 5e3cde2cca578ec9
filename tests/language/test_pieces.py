"""Pieces keep the text's own offsets, whatever the tokenizer makes of the text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.pieces import SEP, Pieces, cut_into_pieces, paragraphs_of, quoted_ranges, windows
from onrecord.model.spans import Span

tokenizers = pytest.importorskip("tokenizers")


def small_tokenizer() -> "tokenizers.Tokenizer":
    """Letters as pieces: every word is cut up, marks stand alone, what is unknown is one piece."""
    letters = "abcdefghijklmnopqrstuvwxyz0123456789.,“”\"'’"
    vocabulary = ["[PAD]", *(f"[unused{n}]" for n in range(99)), "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    vocabulary += [*letters, *(f"##{letter}" for letter in letters)]
    made = tokenizers.Tokenizer(
        tokenizers.models.WordPiece({piece: n for n, piece in enumerate(vocabulary)}, unk_token="[UNK]")
    )
    made.normalizer = tokenizers.normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    return made


def pieces_of(text: str) -> Pieces:
    return cut_into_pieces(small_tokenizer(), text, paragraphs_of(text))


def words_of(text: str) -> list[str]:
    pieces = pieces_of(text)
    return [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ana Ruiz said no.", ["Ana", "Ruiz", "said", "no", "."]),
        ("He said “no”, didn’t he", ["He", "said", "“", "no", "”", ",", "didn", "’", "t", "he"]),
        ("👩\u200d⚕️ Dr Cafe\u0301 🎉 spoke", ["👩\u200d⚕️", "Dr", "Cafe\u0301", "🎉", "spoke"]),
        ("É\u0323lan\n\nsaid", ["É\u0323lan", "said"]),
        ("日本 said", ["日", "本", "said"]),
        ("\n \n", []),
    ],
)
def test_words_are_stretches_of_the_text(text: str, words: list[str]):
    assert words_of(text) == words


@given(st.text(alphabet='ab Z9.\n\t\u0301\u200d“”"’é🎉ß日İ', max_size=80))
@settings(max_examples=60, deadline=None)
def test_offsets_survive_any_text(text: str):
    pieces = pieces_of(text)
    assert (pieces.starts < pieces.ends).all()
    assert (pieces.ends[:-1] <= pieces.starts[1:]).all()
    assert not len(pieces.ends) or pieces.ends[-1] <= len(text)
    assert all(text[a:b].strip() for a, b in zip(pieces.starts, pieces.ends, strict=True))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"a" b "c"', ["a", "c"]),
        ("“a” b “c", ["a", "c"]),
        ("a” b", []),
        ("''a'' b", ["a"]),
        ("“a “b” c", ["a “b"]),
    ],
)
def test_quoted_ranges(text: str, quoted: list[str]):
    assert [text[a:b] for a, b, _ in quoted_ranges(text, Span(0, len(text)))] == quoted


def test_paragraphs_are_set_apart():
    pieces = pieces_of("one\n\ntwo")
    assert list(pieces.ids).count(SEP) == 1
    assert list(pieces.paragraph) == [0, 1]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=30), st.integers(12, 50))
@settings(max_examples=60, deadline=None)
def test_windows_cover_everything_and_overlap(lengths: list[int], size: int):
    pieces = pieces_of("\n".join("ab " * length for length in lengths))
    found = windows(pieces, size=size, context=size // 5)
    assert found[0][0] == 0
    assert found[-1][1] == len(pieces.ids)
    for (start, end), (then, after) in pairwise(found):
        assert start < then <= end < after
    assert all(0 < end - start <= size for start, end in found)


def test_a_long_line_takes_linear_time():
    text = "abc " * 50_000 + '"' * 10_000
    pieces = pieces_of(text)
    assert len(windows(pieces)) < len(pieces.ids) / 100
