"""Decoding names from what the heads would say."""

import numpy as np
import pytest
from tests.language.test_pieces import small_tokenizer

from onrecord.language.encoder import Decoding, Encoded
from onrecord.language.pieces import cut_into_pieces, paragraphs_of
from onrecord.language.typed_names import names_in

TAGS = {"p": 1, "o": 3, "l": 5, "e": 7}


def encoded_from(text: str, letters: str) -> Encoded:
    """What certain heads would say: a letter a word, capital where a name begins."""
    pieces = cut_into_pieces(small_tokenizer(), text, paragraphs_of(text))
    names = np.zeros((len(letters), 13), dtype=np.float32)
    for word, letter in enumerate(letters):
        tag = TAGS.get(letter.lower(), 0)
        names[word, tag + (1 if tag and letter.islower() else 0)] = 10.0
    empty = np.zeros((len(letters), 1), dtype=np.float32)
    return Encoded(pieces, empty, names, empty.astype(np.float16), decoding())


def decoding() -> Decoding:
    table = np.zeros((13, 13), dtype=np.float32)
    return Decoding(table, table, table, table, table, table, {"begin_name": 0.0})


@pytest.mark.parametrize(
    ("text", "letters", "names"),
    [
        ("Ana Ruiz of Lanland", "Pp.L", [("Ana Ruiz", "person"), ("Lanland", "place")]),
        ("U.S. Fish Board", "L...Oo", [("U", "place"), ("Fish Board", "organisation")]),
        ("Ana\nRuiz", "PP", [("Ana", "person"), ("Ruiz", "person")]),
        ("nobody here", "..", []),
        ("Peru left the European Union", "P..Ll", [("Peru", "place"), ("European Union", "organisation")]),
        ("Jordan spoke", "P.", [("Jordan", "person")]),
        ("Acme Corp. grew", "Oo..", [("Acme Corp.", "organisation")]),
    ],
)
def test_names(text: str, letters: str, names: list[tuple[str, str]]):
    found = names_in(encoded_from(text, letters))
    assert [(name.span.of(text), name.kind) for name in found] == names
    assert all(0.9 < name.score <= 1.0 for name in found)
