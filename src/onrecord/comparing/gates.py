"""What two claims without a shared proposition must pass before the model is asked: time, place, referent, modality.

A gate turns a pair away only where the words themselves set the two apart; what they leave open stays "unknown".
"""

import re
from collections.abc import Sequence

from onrecord.comparing.checks import (
    LASTING,
    SAME_NEWS_DAYS,
    about,
    dated_against,
    days_apart,
    is_long_past,
    overlap,
)
from onrecord.comparing.keys import place_key
from onrecord.comparing.likeness import opposed_classes
from onrecord.comparing.quantities import amounts
from onrecord.comparing.sides import Side, is_hearsay
from onrecord.comparing.words import GRAMMAR, stems
from onrecord.language.places import country_containing
from onrecord.model.findings import Check, Checks
from onrecord.model.identity import fold
from onrecord.model.items import Argument, Figure

FEWEST_STEMS = 2
"""Telling words of a claim below which it says too little by itself ("they did")."""

ALIKE = 4
"""Letters by which a name and what is made of it begin alike."""

LONGEST = 60
"""Words beyond which a claim is a list or a slip of the parser, and hardly one proposition."""

_NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]+")


def checks_of(one: Side, other: Side, mine: Sequence[Figure], theirs: Sequence[Figure]) -> Checks | None:
    """How each condition comes out, or `None` where one of them sets the two apart."""
    if one.claim.id == other.claim.id or _overlap(one, other) or not (_says_enough(one) and _says_enough(other)):
        return None
    if is_hearsay(one) or is_hearsay(other):
        return None
    checks = Checks(
        time=_time(one, other),
        place=_place(one, other),
        referent=_referent(one, other),
        measure=amounts(mine, theirs),
        modality=_modality(one, other),
    )
    if "differ" in {checks.time, checks.place, checks.referent, checks.modality}:
        return None
    return checks


def _says_enough(side: Side) -> bool:
    text = side.claim.text
    return len(set(stems(text))) >= FEWEST_STEMS and text.count(" ") < LONGEST and not text.rstrip().endswith("?")


def _time(one: Side, other: Side) -> Check:
    mine, theirs = about(one), about(other)
    if mine and theirs:
        return "agree" if overlap(mine, theirs) else "differ"
    if mine or theirs:
        dated, undated = (mine, other) if mine else (theirs, one)
        if dated is None or (undated.claim.polarity == "affirmed" and is_long_past(dated, undated)):
            return "differ"
        return dated_against(dated, undated)
    tenses = {one.tense, other.tense}
    if tenses >= {"past", "future"} and one.voice != other.voice:
        return "differ"
    if tenses == {"past", "present"} and one.topic.axis in LASTING and other.topic.axis in LASTING:
        return "differ"
    if one.claim.document == other.claim.document:
        return "agree"
    apart = days_apart(one, other)
    return "agree" if apart is not None and apart <= SAME_NEWS_DAYS else "unknown"


def _place(one: Side, other: Side) -> Check:
    mine, theirs = (side.claim.proposition.argument("place") for side in (one, other))
    if mine is None or theirs is None:
        return "unknown" if mine or theirs else "agree"
    keys = place_key(mine), place_key(theirs)
    if keys[0] == keys[1] or set(keys[0].split()) & set(keys[1].split()):
        return "agree"
    return "agree" if _within(mine, keys[1]) or _within(theirs, keys[0]) else "differ"


def _within(place: Argument, other: str) -> bool:
    country = country_containing(place.text)
    return country is not None and fold(country) == other


def _referent(one: Side, other: Side) -> Check:
    """Two named doers of one kind of deed are two deeds; otherwise shared names speak for one matter."""
    mine, theirs = (side.claim.proposition.argument("agent") for side in (one, other))
    if mine is not None and theirs is not None and _two_names(mine, theirs):
        same_deed = one.topic.axis == other.topic.axis or opposed_classes(one.claim, other.claim)
        return "differ" if same_deed else "unknown"
    if one.topic.axis == other.topic.axis and _other_things(one, other):
        return "differ"
    names, others = names_of(one), names_of(other)
    if not names or not others:
        return "unknown"
    return "agree" if names & others else "unknown"


def _two_names(one: Argument, other: Argument) -> bool:
    """Whether both are named, and no name of the one is like a name of the other ("Norland", "Norlandic trawlers")."""
    mine, theirs = _names_in(one), _names_in(other)
    return bool(mine and theirs) and not any(first[:ALIKE] == second[:ALIKE] for first in mine for second in theirs)


def _names_in(argument: Argument) -> set[str]:
    return {fold(word) for word in argument.text.split() if word[:1].isupper() and fold(word) not in GRAMMAR}


def _other_things(one: Side, other: Side) -> bool:
    """Whether one kind of deed is done to two things that share no word ("stores petrol", "stores chlorine")."""
    mine, theirs = (side.claim.proposition.argument("theme") for side in (one, other))
    if mine is None or theirs is None or not mine.key or not theirs.key:
        return False
    return not set(stems(f"{mine.key} {mine.text}")) & set(stems(other.claim.text)) and not set(
        stems(f"{theirs.key} {theirs.text}")
    ) & set(stems(one.claim.text))


def names_of(side: Side) -> frozenset[str]:
    """The words of a claim's names, folded."""
    named = {word for a in side.claim.proposition.arguments if a.entity for word in a.key.split()}
    return frozenset(named | {fold(word.group()) for word in _NAME.finditer(side.claim.text)})


def _modality(one: Side, other: Side) -> Check:
    """A demand meets nothing; a hedge only what the same voice says; a plan only another plan or a fact."""
    if "norm" in {one.topic.mood, other.topic.mood}:
        return "differ"
    if one.firm and other.firm:
        return "agree" if one.topic.mood == other.topic.mood else "unknown"
    return "unknown" if (one.firm or other.firm) and one.voice == other.voice else "differ"


def _overlap(one: Side, other: Side) -> bool:
    """Whether both stand on the same words: two readings of one clause are no disagreement."""
    return one.claim.document == other.claim.document and any(
        mine.overlaps(their) for mine in one.claim.spans for their in other.claim.spans
    )
