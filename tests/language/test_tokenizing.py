"""Texts in pieces, as the shipped models read them."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.pieces import CLS, SEP
from onrecord.language.tokenizing import piece_ids, shipped_tokenizer


def test_a_text_is_cut_into_pieces_of_the_vocabulary():
    told = [shipped_tokenizer().id_to_token(piece) for piece in piece_ids("The Port is unloading")]
    assert told == ["the", "port", "is", "un", "##loading"]
    assert piece_ids("") == []


@given(st.text(max_size=60))
def test_no_marks_stand_around_it(text):
    assert not {CLS, SEP}.intersection(piece_ids(text)) or "[" in text
