"""What a deed is done to: whether two claims of one kind of deed tell of two things."""

from onrecord.comparing.words import listed, stems
from onrecord.model.identity import fold
from onrecord.model.items import Argument, Claim

AMOUNTS = listed("amount cent cents money penny sum")
"""Things that say how much and not what."""

POINTING = listed(
    """
    a all any anybody anyone anything both each either every everybody everyone everything he her him it most neither
    no nobody none nothing of one ones others she some somebody someone something that the them these they this those us
    we
    """
)
"""Words that stand for what other words name."""


def other_things(one: Claim, other: Claim) -> bool:
    """Whether what the two deeds are done to shares no word ("stores petrol", "stores chlorine").

    It turns no pair away, since "they signed the sheet" answers "no paper was signed": of 718 pairs of parts a and h
    that were apart in nothing else 27 are true, three times the share of those that pass the gates. But such a pair
    stands in no default list.
    """
    mine, theirs = (claim.proposition.argument("theme") for claim in (one, other))
    if mine is None or theirs is None or not mine.key or not theirs.key:
        return False
    if any(_is_amount(theme) or _names_nothing(theme) for theme in (mine, theirs)):
        return False  # how much of it is for arithmetic
    own, others = (set(stems(f"{theme.key} {theme.text}")) for theme in (mine, theirs))
    return own.isdisjoint(stems(other.text)) and others.isdisjoint(stems(one.text))


def _names_nothing(argument: Argument) -> bool:
    """Whether what it is done to is not told by itself: "none were found", "no one died"."""
    return set(fold(argument.text).split()) <= POINTING


def _is_amount(argument: Argument) -> bool:
    return any(map(str.isdigit, argument.text)) or argument.key.rsplit(" ", 1)[-1] in AMOUNTS
