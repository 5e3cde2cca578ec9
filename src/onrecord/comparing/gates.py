"""What two claims without a shared proposition must pass before the model is asked: time, place, referent, modality.

A gate turns a pair away only where the words themselves set the two apart; what they leave open stays "unknown". A date
against a tense, or two tenses, turn no pair away: tenses are told loosely, and of such pairs that the model is sure of
one in seven holds up (parts a and f). But they stand in no default list.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.comparing.checks import (
    LASTING,
    SAME_NEWS_DAYS,
    about,
    dated_against,
    days_apart,
    is_long_past,
    overlap,
)
from onrecord.comparing.counting import one_threshold
from onrecord.comparing.keys import place_key
from onrecord.comparing.likeness import opposed_classes
from onrecord.comparing.quantities import amounts
from onrecord.comparing.sides import Side, is_hearsay, same_party, share_words, when
from onrecord.comparing.traits import names_in
from onrecord.comparing.weights import weight
from onrecord.comparing.words import GRAMMAR, listed, stem, stems
from onrecord.language.places import country_containing, country_of
from onrecord.model.findings import Check, Checks
from onrecord.model.identity import fold
from onrecord.model.items import Argument, Figure

FEWEST_STEMS = 2
"""Telling words of a claim below which it says too little by itself ("they did")."""

TELLING = 0.5
"""The weight from which one word alone says enough ("there was no outbreak")."""

ALIKE = 4
"""Letters by which a name and what is made of it begin alike."""

LONGEST = 60
"""Words beyond which a claim is a list or a slip of the parser, and hardly one proposition."""

CHANGES = listed("extend fast improve increase strong warm")
"""Classes of what goes up on one day and down on another."""

_OPEN_END = re.compile(r"\b(?:it|that|this|them|these|those|so)\W*$", re.IGNORECASE)
"""A claim about what only the words before it tell: "we do not have that"."""

_BROKEN = re.compile(r" [—–] ")
"""A claim through whose middle an aside runs: the parser has taken two stretches for one."""


def checks_of(one: Side, other: Side, mine: Sequence[Figure], theirs: Sequence[Figure]) -> Checks | None:
    """How each condition comes out, or `None` where one of them sets the two apart."""
    if (
        one.claim.id == other.claim.id
        or share_words(one, other)
        or not (_says_enough(one.claim.text) and _says_enough(other.claim.text))
    ):
        return None
    if is_hearsay(one) or is_hearsay(other):
        return None
    if (modality := _modality(one, other)) == "differ" or _of_other_days(one, other):
        return None  # most pairs end here: what costs more is not looked at
    if (place := _place(one, other)) == "differ" or (referent := _referent(one, other)) == "differ":
        return None
    return Checks(
        time=_time(one, other),
        place=place,
        referent=referent,
        measure=_measure(one, other, mine, theirs),
        modality=modality,
    )


def _measure(one: Side, other: Side, mine: Sequence[Figure], theirs: Sequence[Figure]) -> Check:
    return amounts(mine, theirs) if one_threshold(one.claim.text, other.claim.text) else "unknown"


@lru_cache(maxsize=16_384)
def _says_enough(text: str) -> bool:
    told = set(stems(text))
    enough = len(told) >= FEWEST_STEMS or any(weight(word) >= TELLING for word in told)
    whole = not any(fault.search(text) for fault in (_OPEN_END, _BROKEN))
    return enough and whole and text.count(" ") < LONGEST and not text.rstrip().endswith("?")


def _of_other_days(one: Side, other: Side) -> bool:
    """Whether both tell their days and share none, or one's change is of another day than the other's."""
    mine, theirs = about(one), about(other)
    return not overlap(mine, theirs) if mine and theirs else not (mine or theirs) and _changes_apart(one, other)


def _time(one: Side, other: Side) -> Check:
    mine, theirs = about(one), about(other)
    if mine and theirs:
        return "agree"
    if mine or theirs:
        dated, undated = (mine, other) if mine else (theirs, one)
        if dated is None or (undated.claim.polarity == "affirmed" and is_long_past(dated, undated)):
            return "differ"
        return dated_against(dated, undated)
    tenses = {one.tense, other.tense}
    if tenses >= {"past", "future"} and one.voice != other.voice:
        return "differ"
    if tenses == {"past", "present"} and one.topic.axis in LASTING and other.topic.axis in LASTING:
        return "unknown" if _looks_back(one, other) else "differ"
    if one.claim.document == other.claim.document:
        return "agree"
    apart = days_apart(one, other)
    return "agree" if apart is not None and apart <= SAME_NEWS_DAYS else "unknown"


def _changes_apart(one: Side, other: Side) -> bool:
    """Whether the two tell of opposite changes, each of its own day: what fell on Monday may rise on Friday."""
    changes = one.topic.axis == other.topic.axis and one.topic.axis in CHANGES
    affirmed = one.claim.polarity == other.claim.polarity == "affirmed"
    return changes and affirmed and bool(days_apart(one, other)) and opposed_classes(one.claim, other.claim)


def _looks_back(one: Side, other: Side) -> bool:
    """Whether the past tense is the later speaker's: "it was safe", months after "it is not", speaks of that time."""
    before, after = sorted((one, other), key=when)
    return after.tense == "past" and bool(days_apart(before, after))


def _place(one: Side, other: Side) -> Check:
    """Two places are apart where neither claim names the other's anywhere: "at Sorr" and "in Ardley"."""
    mine, theirs = _places(one), _places(other)
    if not mine or not theirs:
        return "unknown" if mine or theirs else "agree"
    words, others = ({word for place in places for word in _place_words(place)} for places in (mine, theirs))
    if words & others or words & set(fold(other.claim.text).split()) or others & set(fold(one.claim.text).split()):
        return "agree"
    within = any(
        _within(place, place_key(wide)) for a, b in ((mine, theirs), (theirs, mine)) for place in a for wide in b
    )
    apart = any(map(_names_of_place, mine)) and any(map(_names_of_place, theirs))
    return "agree" if within else "differ" if apart else "unknown"


def _places(side: Side) -> list[Argument]:
    return [argument for argument in side.claim.proposition.arguments if argument.role == "place"]


def _place_words(place: Argument) -> set[str]:
    """The names in a place's words, where it has any: one checkpoint is not another."""
    return _names_of_place(place) or set(place_key(place).split())


def _names_of_place(place: Argument) -> set[str]:
    return {fold(word) for word in place.text.split() if word[:1].isupper()} - GRAMMAR


def _within(place: Argument, other: str) -> bool:
    country = country_containing(place.text)
    return country is not None and fold(country) == other


def _referent(one: Side, other: Side) -> Check:
    """Two named doers of one kind of deed are two deeds; otherwise shared names speak for one matter."""
    mine, theirs = (side.claim.proposition.argument("agent") for side in (one, other))
    if (
        mine is not None
        and theirs is not None
        and _two_names(mine, theirs)
        and not _both_name(one, other, mine, theirs)
    ):
        same_deed = one.topic.axis == other.topic.axis or opposed_classes(one.claim, other.claim)
        return "differ" if same_deed else "unknown"
    if one.topic.axis == other.topic.axis and _other_measures(one, other):
        return "differ"
    names, others = names_of(one), names_of(other)
    if not names or not others:
        return "unknown"
    return "agree" if names & others else "unknown"


def _two_names(one: Argument, other: Argument) -> bool:
    """Whether both are named, and no name of the one is like a name of the other ("Norland", "Norlandic trawlers")."""
    mine, theirs = _names_in(one), _names_in(other)
    return bool(mine and theirs) and not any(first[:ALIKE] == second[:ALIKE] for first in mine for second in theirs)


def _both_name(one: Side, other: Side, mine: Argument | None, theirs: Argument | None) -> bool:
    """Whether a claim names the other's doer somewhere else: "Ardin owes Belm", "Belm owes Ardin" are one matter."""
    said, answered = (set(fold(side.claim.text).split()) for side in (one, other))
    return bool((mine and _names_in(mine) & answered) or (theirs and _names_in(theirs) & said))


def _names_in(argument: Argument) -> set[str]:
    """The names in an argument's words; a capital that only begins the words of a common noun is none."""
    words = argument.text.split()
    named = argument.entity is not None or len(words) == 1 or country_of(argument.text) is not None
    return {
        fold(word)
        for at, word in enumerate(words)
        if word[:1].isupper() and fold(word) not in GRAMMAR and (at or named)
    }


def _other_measures(one: Side, other: Side) -> bool:
    """Whether what changes is measured otherwise: the wait for a bed may grow while the number of beds grows."""
    mine, theirs = (side.claim.proposition.argument("theme") for side in (one, other))
    if one.topic.axis not in CHANGES or mine is None or theirs is None or not mine.key or not theirs.key:
        return False
    heads = [stem(theme.key.rsplit(" ", 1)[-1]) for theme in (mine, theirs)]
    return heads[0] not in stems(other.claim.text) and heads[1] not in stems(one.claim.text)


def names_of(side: Side) -> frozenset[str]:
    """The words of a claim's names, folded."""
    named = frozenset(word for a in side.claim.proposition.arguments if a.entity for word in a.key.split())
    return named | names_in(side.claim.text)


def _modality(one: Side, other: Side) -> Check:
    """A demand meets nothing; a hedge what the same voice says, or its party another day; a plan a plan or a fact."""
    if "norm" in {one.topic.mood, other.topic.mood}:
        return "differ"
    if one.firm and other.firm:
        return "agree" if one.topic.mood == other.topic.mood else "unknown"
    moved = same_party(one, other) and bool(days_apart(one, other))
    return "unknown" if (one.firm or other.firm) and (one.voice == other.voice or moved) else "differ"
