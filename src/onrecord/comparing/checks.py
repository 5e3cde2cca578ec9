"""Whether two sides of a question can be set against each other: time, place, referent, measure and modality."""

import re
from datetime import date

from onrecord.comparing.clash import predicate_stems
from onrecord.comparing.keys import LOCATED, place_key, thing_key
from onrecord.comparing.sides import Side
from onrecord.comparing.words import content_words, listed, stem, stems
from onrecord.language.places import country_containing
from onrecord.model.findings import Check, Checks
from onrecord.model.identity import fold
from onrecord.model.items import Argument, ArgumentRole
from onrecord.model.times import Interval

LASTING = LOCATED | listed(
    """
    allow be control cooperate easy employ fair have hard lead need oppose own owe peaceful popular possible rare
    recognise safe strong sufficient support
    """
)
"""Classes that hold over a stretch of time; all others happen, and may happen after somebody said they had not."""

GENERIC_DAYS = 366
"""A present tense without a date is taken to speak of the year around it; for three such years it may still hold."""

SAME_NEWS_DAYS = 45
"""Undated deeds told within this many days of each other are taken for the same deed."""

LATELY = 2 * GENERIC_DAYS
"""Days for which a past tense without a date reaches back."""

MOST_NARROWING = 2
"""Words that may narrow a denial before it speaks of something else than what is affirmed."""

PLAIN = listed(
    """
    evidence sign proof trace doubt denied denies deny deni fact true false claim found find detected seen
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday week month year day yesterday
    single one case time refused failed stopped stop fail refuse never none insist
    """
)
"""Words of a denial that narrow nothing: how it is denied, and when, which is checked apart."""

_CLOCK_WORDS = re.compile(
    r"\b(?:at|by|around|about|shortly|just|after|before|to|and|from|past|half|quarter|[ap]\.?m|hours?)\b", re.IGNORECASE
)
_OF_A_DAY = frozenset({"minute", "hour"})
"""How finely a time of day is told."""
_NOW_ONLY = re.compile(r"\b(?:not yet|no longer|not any ?more|so far|yet to|still)\b|n[o'’]t .*\byet\b", re.IGNORECASE)
_NOT_ALL = re.compile(
    r"\b(?:not|n[o'’]t)\b(?:\s+\w+){0,3}?\s+(?:all|every(?:one|body|thing)?|always|entirely|fully|completely|exactly|"
    r"necessarily|both|most|many|much|enough|more|less|fewer|alone|primarily|mainly|mostly|largely|significantly|"
    r"first|last|best|biggest|largest)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion)\b"
)
_BESIDE: tuple[ArgumentRole, ...] = ("recipient", "goal", "source", "topic", "attribute", "theme")


def check(yes: Side, no: Side) -> Checks | None:
    """How each condition comes out for a side that affirms and one that denies.

    `None` where modality, time, place or measure differs: most pairs end there, and the referent, which costs
    most, is not looked at. It may differ in the answer.
    """
    if (modality := check_modality(yes, no)) == "differ" or (time := check_time(yes, no)) == "differ":
        return None
    if (place := check_place(yes, no)) == "differ" or (measure := check_measure(yes, no)) == "differ":
        return None
    return Checks(time=time, place=place, referent=check_referent(yes, no), measure=measure, modality=modality)


def check_time(yes: Side, no: Side) -> Check:
    """Whether the two speak of times that overlap."""
    mine, other = about(yes), about(no)
    if not _lasts(yes) and yes.claim.polarity == no.claim.polarity:
        return _check_change(yes, no)
    same_document = yes.claim.document == no.claim.document
    if mine and other:
        return "agree" if overlap(mine, other) else "differ"
    if mine or other:
        dated, undated = (mine, no) if mine else (other, yes)
        if other and not mine and is_long_past(other, yes):
            return "differ"  # what was not so then may have become so since
        return dated_against(dated, undated) if dated else "unknown"
    if _later_deed(yes, no):
        return "differ"
    apart = days_apart(yes, no)
    if _lasts(yes) and _lasts(no):
        if {yes.tense, no.tense} >= {"past", "present"}:
            return "differ"
        if apart is None:
            return "agree" if same_document else "unknown"
        return "agree" if apart <= GENERIC_DAYS else "unknown" if apart <= 3 * GENERIC_DAYS else "differ"
    if {yes.tense, no.tense} >= {"past", "future"} or {yes.tense, no.tense} >= {"perfect", "future"}:
        return "differ"
    if same_document:
        return "agree" if yes.tense == no.tense or "present" not in {yes.tense, no.tense} else "unknown"
    if apart is None:
        return "unknown"
    return "agree" if apart <= SAME_NEWS_DAYS else "unknown" if apart <= GENERIC_DAYS else "differ"


def _check_change(yes: Side, no: Side) -> Check:
    """Opposed changes ("rose", "fell") meet only over one and the same period, or both going on at one time.

    Two denied changes never do: what did not rise need not have fallen.
    """
    mine, other = about(yes), about(no)
    if yes.claim.polarity == "negated":
        return "differ"
    if mine and other:
        return "agree" if (mine.start, mine.end) == (other.start, other.end) else "differ"
    apart = days_apart(yes, no)
    going_on = yes.tense == no.tense == "present" and not mine and not other
    return "agree" if going_on and apart is not None and apart <= SAME_NEWS_DAYS else "differ"


def check_place(yes: Side, no: Side) -> Check:
    """Whether the place of the one is, or lies in, the place of the other."""
    mine, other = _argument(yes, "place"), _argument(no, "place")
    if mine is None and other is None:
        return "agree" if not yes.topic.located else "unknown"
    if mine is None:
        return "agree" if yes.topic.where == no.topic.where and not yes.topic.located else "unknown"
    if other is None:
        return "agree"  # what is denied everywhere is denied there
    if place_key(mine) == place_key(other):
        return "agree"
    inside = country_containing(mine.text)
    return "agree" if inside is not None and fold(inside) == place_key(other) else "differ"


def check_referent(yes: Side, no: Side) -> Check:
    """Whether both speak of the same things: what is denied in general is denied of each particular."""
    if yes.topic.where != no.topic.where:
        return "differ"
    what = _covers(no.topic.what, yes.topic.what)
    if what == "differ":
        return "differ"
    for role in _BESIDE:
        mine, other = _argument(yes, role), _argument(no, role)
        if role == yes.topic.role or other is None:
            continue
        if mine is None or thing_key(mine.key) != thing_key(other.key):
            return "differ"
    if yes.topic.located:
        mine, other = _argument(yes, "agent"), _argument(no, "agent")
        if (
            other is not None
            and place_key(other) != no.topic.where
            and (mine is None or place_key(mine) not in {place_key(other), yes.topic.where})
        ):
            return "differ"  # denied of one maker only
    narrowing = len(narrowing_words(no, yes))
    if narrowing > MOST_NARROWING:
        return "differ"
    return "unknown" if narrowing or yes.topic.within is not None else what


def narrowing_words(side: Side, other: Side) -> frozenset[str]:
    """Words that neither a claim's proposition nor the other claim holds: "no change *based on fear*" is narrower."""
    own = side.claim
    held = {word for a in own.proposition.arguments for word in stems(a.key)}
    held |= {word for a in own.proposition.arguments if a.role != side.topic.role for word in stems(a.text)}
    held |= predicate_stems(own.proposition.predicate) | set(stems(other.claim.text))
    left = (word for word in content_words(own.text) if not word.isdigit() and word not in PLAIN and word[-2:] != "ly")
    return frozenset(stem(word) for word in left) - held


def check_measure(yes: Side, no: Side) -> Check:
    """Whether an amount that either turns on lets the two be set against each other."""
    if _NOT_ALL.search(no.claim.text):
        return "differ"
    mine, other = fold(yes.claim.quantity or ""), fold(no.claim.quantity or "")
    if other and _NUMBER.search(other):
        return "agree" if mine == other else "differ"
    return "agree"


def check_modality(yes: Side, no: Side) -> Check:
    """Whether both are put forward as so: an assertion against an assertion, a plan against a plan."""
    if yes.topic.mood != no.topic.mood or yes.topic.mood == "norm":
        return "differ"
    if yes.firm and no.firm:
        return "agree"
    return "unknown" if yes.firm or no.firm else "differ"


def overlap(one: Interval, other: Interval) -> bool:
    """Whether two stretches of time share a day; an open end reaches on for ever."""
    starts = [i.first_day or date.min for i in (one, other)]
    ends = [i.last_day or date.max for i in (one, other)]
    return max(starts) <= min(ends)


def days_apart(one: Side, other: Side) -> int | None:
    """The days between the utterances, 0 where they may fall on one day, `None` where one is undated.

    What one text gives as said before its own time and what it gives as said in it are a day apart at least.
    """
    if one.before != other.before and one.claim.document == other.claim.document:
        return max(1, _days_between(one, other) or 0)
    return _days_between(one, other)


def _days_between(one: Side, other: Side) -> int | None:
    if one.day is None or other.day is None:
        return None
    first, second = sorted((one, other), key=lambda side: side.day or date.min)
    return max(0, ((second.day or date.min) - (first.last_day or first.day or date.min)).days)


def about(side: Side) -> Interval | None:
    """The time that a claim speaks of in words, if it does; a clock time alone does not say of which day."""
    told = side.claim.about
    if told is None or not (told.start or told.end) or is_clock_alone(told):
        return None
    return told


def is_clock_alone(time: Interval) -> bool:
    """Whether words tell a time of day and no day."""
    return time.precision in _OF_A_DAY and not any(map(str.isalpha, _CLOCK_WORDS.sub("", time.text)))


def is_long_past(dated: Interval, undated: Side) -> bool:
    """Whether a time in words was over long before the other was said: undated news speaks of what was lately."""
    final = dated.last_day
    return final is not None and undated.day is not None and (undated.day - final).days > LATELY


def dated_against(dated: Interval, undated: Side) -> Check:
    """A time in words against a tense: the present speaks of the year around it, the past of what went before."""
    if undated.day is None:
        return "unknown"
    first = dated.first_day or date.min
    final = dated.last_day or date.max
    if undated.tense in {"past", "perfect"}:
        return "differ" if first > (undated.last_day or undated.day) else "unknown"
    if undated.tense == "future":
        return "differ" if final < undated.day else "unknown"
    near = undated.day.toordinal() - GENERIC_DAYS // 2, undated.day.toordinal() + GENERIC_DAYS // 2
    return "agree" if first.toordinal() <= near[1] and final.toordinal() >= near[0] else "differ"


def _later_deed(yes: Side, no: Side) -> bool:
    """Whether what was denied may simply have happened, or the denial's "not yet" ended, before it was affirmed."""
    if yes.day is None or no.day is None or yes.day <= (no.last_day or no.day):
        return False
    return not _lasts(yes) or _NOW_ONLY.search(no.claim.text) is not None


def _lasts(side: Side) -> bool:
    return side.topic.axis in LASTING


def _argument(side: Side, role: ArgumentRole) -> Argument | None:
    return side.claim.proposition.argument(role)


def _covers(general: str, particular: str) -> Check:
    """Whether a denial of the first thing reaches the second: the same head, and no narrower words."""
    if general == particular:
        return "agree"
    wide, narrow = general.split(), particular.split()
    if not wide or not narrow or wide[-1] != narrow[-1]:
        return "differ"
    return "unknown" if set(wide) <= set(narrow) else "differ"
