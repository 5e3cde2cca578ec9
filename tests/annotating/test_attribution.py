"""Decoding attributions from what the heads would say of small sentences."""

import numpy as np
import pytest
from tests.language.test_pieces import small_tokenizer

from onrecord.annotating.attribution import LINK, attributions_in
from onrecord.language.encoder import Decoding, Encoded
from onrecord.language.pieces import cut_into_pieces, paragraphs_of

CALIBRATION = np.asarray([-4.0, 4.0, 0.0, 4.0, 0.0, 0.0, 0.0], dtype=np.float32)

TAGS = {"c": 1, "s": 3, "q": 5}


def decoding() -> Decoding:
    moves = np.zeros((7, 7), dtype=np.float32)
    for after in (2, 4, 6):
        moves[[tag for tag in range(7) if tag not in (after, after - 1)], after] = -10_000.0
    far = -np.abs(np.arange(21, dtype=np.float32) - 10)
    limits = {
        "begin_content": 0.0,
        "begin_source": 0.0,
        "begin_cue": 0.0,
        "no_source": 0.0,
        "pointed_source": -1.0,
        "other_paragraph": 1.0,
        "paragraphs_away": 2.0,
    }
    limits |= {"missing_cue": 1.0, "missing_content": 1.0}
    return Decoding(moves, moves, np.stack([far, far]), far, np.zeros(9, dtype=np.float32), CALIBRATION, limits)


def encoded_from(text: str, letters: str, *, sourceless: float = -20.0) -> Encoded:
    """What certain heads would say: a letter a word, capital where a run begins; links by distance alone."""
    pieces = cut_into_pieces(small_tokenizer(), text, paragraphs_of(text))
    assert len(letters) == len(pieces.first)
    spans = np.zeros((len(letters), 7), dtype=np.float32)
    for word, letter in enumerate(letters):
        tag = TAGS.get(letter.lower(), 0)
        spans[word, tag + (1 if tag and letter.islower() else 0)] = 10.0
    links = np.zeros((len(letters), 6 * LINK + 2), dtype=np.float16)
    links[:, -2:] = sourceless
    empty = np.zeros((len(letters), 1), dtype=np.float32)
    return Encoded(pieces, spans, empty, links, decoding())


def read(text: str, letters: str, **how: float) -> list[tuple[list[str], list[str], list[str]]]:
    found = attributions_in(encoded_from(text, letters, **how))
    return [tuple([span.of(text) for span in spans] for spans in attribution[:3]) for attribution in found]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "letters", "attributions"),
    [
        ("Ana said it is over .", "SQCcc.", [(["it is over"], ["said"], ["Ana"])]),
        ("“No ,” Ana said , “not now .”", "CcccSQ.Ccccc", [(["“No ,”", "“not now .”"], ["said"], ["Ana"])]),
        ("Ana said no and Bo said yes .", "SQC.SQC.", [(["no"], ["said"], ["Ana"]), (["yes"], ["said"], ["Bo"])]),
        ("It is over .", "Ccc.", [(["It is over"], [], [])]),
        ("Ana said .", "SQ.", []),
        ("Nothing here .", "...", []),
    ],
)
def test_contents_find_cues_and_cues_find_sources(text: str, letters: str, attributions: list):
    assert read(text, letters) == attributions


def test_a_cue_may_stand_without_a_source():
    assert read("The plan was reportedly dropped .", "CcQq" + "C.", sourceless=20.0) == [
        (["The plan", "dropped"], ["was reportedly"], [])
    ]


def test_contents_stop_at_the_paragraph():
    assert [contents for contents, *_ in read("Ana said this is\nall new", "SQCccc")] == [["this is", "all new"]]


def test_scores_lie_between_nothing_and_one():
    (found,) = attributions_in(encoded_from("Ana said no .", "SQC."))
    assert 0.9 < found.score <= 1.0
