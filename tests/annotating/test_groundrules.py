"""On which terms each part of a transcript is spoken."""

import pytest
from tests.annotating.test_speakers import of, transcript

from onrecord.model.documents import Block
from onrecord.reading.terms import terms_of


@pytest.mark.parametrize(
    ("begins", "ends", "kinds"),
    [
        ("We now go on background.", None, [None, "background", "background"]),
        ("We are now on background.", "We are back on the record.", [None, "background", None]),
        ("Let us move to deep background.", "That ends the background part.", [None, "deep_background", None]),
        ("From here on it is off the record.", None, [None, "off_record", "off_record"]),
        ("Thank you, Minister.", "That was all.", [None, None, None]),
    ],
)
def test_terms_hold_from_where_they_begin_to_where_they_end(begins: str, ends: str | None, kinds: list) -> None:
    turns = [("MODERATOR", "Good morning."), ("MINISTER HALE", "No boat crossed the line.")]
    turns += [("MODERATOR", begins), ("OFFICIAL", "One boat may have drifted.")]
    turns += [("MODERATOR", ends or "Next."), ("OFFICIAL", "The wind was strong.")]
    said = [s for s in of(transcript(*turns))[0] if s.manner == "turn"]
    assert [s.terms.kind if s.terms else None for s in said if s.speaker.description != "moderator"] == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("This call is on background.", "background"),
        ("After that there will be a session with an official, which is on background.", None),
        ("Thank you, Minister. We now go on background.", None),
        ("We are back on the record.", None),
        ("As a reminder, this call was on background.", "background"),
    ],
)
def test_terms_of_a_part_are_not_those_of_the_whole(text: str, kind: str | None) -> None:
    told = terms_of(text, (Block(kind="turn", start=0, end=len(text), label="MODERATOR"),), "transcript")
    assert (told.kind if told else None) == kind
