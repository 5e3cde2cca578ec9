"""What became of an undertaking, by a clause that tells of it: by its words where they say so, else by the model."""

from onrecord.comparing.outcome_judging import Likelihoods
from onrecord.comparing.outcomes import given_up, in_full, put_off, renewed, under_way, was_to_be
from onrecord.comparing.progress import (
    TOLD_AGAIN,
    TOLD_CONTRARY,
    TOLD_DONE,
    TOLD_LATE,
    TOLD_PART,
    TOLD_UNDERWAY,
    TOLD_UNDONE,
    TOLD_WITHDRAWN,
)
from onrecord.comparing.stages import falls_short
from onrecord.comparing.undertaken import Part
from onrecord.model.items import Claim

KINDS = ("repeated", "in_progress", "done", "broken", "withdrawn")
"""What a clause may tell of an undertaking, by the model's labels."""


def method_of(part: Part, claim: Claim, likely: Likelihoods) -> str:
    """The method of a finding that a clause tells so of a part of an undertaking.

    Words for a delay, for giving up, for what was to be and for promising anew leave no doubt; what is told as done is
    only under way where the words or the amounts tell of a part.
    """
    text = claim.text
    if put_off(text):
        return TOLD_LATE
    if given_up(text):
        return TOLD_WITHDRAWN
    if was_to_be(text):
        return TOLD_UNDONE
    if renewed(text):
        return TOLD_AGAIN
    told = max(KINDS, key=lambda kind: likely[kind])
    if claim.modality == "planned" and told != "in_progress":
        return TOLD_WITHDRAWN if claim.polarity == "negated" else TOLD_AGAIN
    if told == "broken":
        return TOLD_CONTRARY if part.kept_from and claim.polarity == "affirmed" else TOLD_UNDONE
    if told == "done" and not part.kept_from and not in_full(text):
        if under_way(text) or falls_short(part.action, text):
            return TOLD_UNDERWAY
        return TOLD_DONE if part.whole else TOLD_PART
    by_model = {"repeated": TOLD_AGAIN, "in_progress": TOLD_UNDERWAY, "withdrawn": TOLD_WITHDRAWN}
    return by_model.get(told, TOLD_DONE)
