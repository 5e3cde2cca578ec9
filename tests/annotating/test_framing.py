"""Frames: where the parse offers that somebody says, thinks or plans something."""

import pytest

from onrecord.annotating.framing import find_frames
from onrecord.language.parsing import english


def framed(text, lemma):
    """Source, cue and content of the frame of a word, as they stand in the text, with its shape."""
    doc = english()(text)
    frame = next(frame for frame in find_frames(doc) if frame.lemma == lemma)
    source = doc[slice(*frame.source)].text if frame.source is not None else None
    cue = " … ".join(doc[slice(*piece)].text for piece in frame.cue)
    return source, cue, " … ".join(doc[slice(*piece)].text for piece in frame.content), frame.shape


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The miners said that the shaft was wet.", "say",
         ("The miners", "said", "that the shaft was wet", "ccomp-after")),
        ("The shaft was wet, the miners said.", "say",
         ("the miners", "said", "The shaft was wet", "ccomp-before")),
        ("The union urged them to leave.", "urge", ("The union", "urged", "them to leave", "xcomp-to-obj")),
        ("The firm denied the claim.", "deny", ("The firm", "denied", "the claim", "dobj")),
        ("The mayor spoke of a leak.", "speak", ("The mayor", "spoke of", "a leak", "prep-of")),
        ("The union rejected the mayor's claim that the dam leaks.", "claim",
         ("the mayor's", "claim", "that the dam leaks", "n-that")),
        ("The mayor made a promise to stay.", "promise", ("The mayor", "made … promise", "to stay", "n-light-to")),
        ("The board is aware that the dam leaks.", "aware",
         ("The board", "is … aware", "that the dam leaks", "a-ccomp")),
        ("According to the board, the dam leaks.", "according", ("the board", "According to", ", the dam leaks.",
                                                                 "according")),
        ("The dam reportedly leaks.", "reportedly", (None, "reportedly", "The dam … leaks.", "adverb")),
    ],
)  # fmt: skip
def test_source_cue_and_content_of_a_frame(text, lemma, expected):
    assert framed(text, lemma) == expected


@pytest.mark.parametrize("text", ["", "Rain.", "The harbour."])
def test_where_nothing_is_taken_there_is_no_frame(text):
    assert not list(find_frames(english()(text)))
