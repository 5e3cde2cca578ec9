"""Tally mismatch: what two voices of one story count differently, where no period is told.

"188 people were aboard", "231 had been on board": a count of one thing in one story needs no period to be wrong. Where
a period is told, and long over, bounds alone decide (`figures.py`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from onrecord.comparing.amounts import arithmetic_of, bounds, point
from onrecord.comparing.checks import SAME_NEWS_DAYS
from onrecord.comparing.figures import figure_keys, mismatch
from onrecord.comparing.measures import ancestors
from onrecord.comparing.scoring import LEAST_SCORE
from onrecord.comparing.tallies import Tally
from onrecord.comparing.words import listed, stem, stems
from onrecord.model.documents import Document
from onrecord.model.findings import Check, Checks, Finding
from onrecord.model.identity import content_id
from onrecord.model.items import Figure
from onrecord.model.spans import Evidence, words_of

METHOD = "tallies"
VERSION = "tallies/6"

SCORE = 0.65
"""What two counts score that differ in nothing but their number."""
OF_ONE_TIME = 0.1
"""What it gains where both tell when, and the times meet."""
GROWN = 0.3
"""What the score loses where the later number is the larger, of what goes on being counted."""
OF_ONE_PARTY = 0.2
"""What it loses where one voice gives both, on different days, and owns no mistake: it may have counted again."""
PART = 0.3
"""What it loses where one tells a part that is larger than the other's whole."""

HARDLY_SHARED = 0.2
"""What it loses where one word alone, beside the counted noun, tells that the two count one thing."""
ALONE = 0.3
"""What it loses where a number stands alone, and what it counts was taken from other words."""
READ_IN_PART = 0.4
"""How far below certainty a figure may have been read before that lowers the score."""

LEAST_APART = 1.05
"""How many times the smaller the larger must be: nearer ones may be one number, rounded or counted a day later."""

FEWEST_SHARED = 2
"""Words and names beside the counted noun with which two counts share much."""

LONG_OVER = 180
"""Days after a period from which on a count that tells none is of another."""

_FIRST, _LAST = "0001-01-01", "9999-12-31"

MOST_OF_ONE = 4
"""Mismatches of two documents that one figure takes part in."""

ALIKE = 4
"""Letters of a verb that begin the noun for who does it: "marched", "marchers"."""

_SHARES = "shares"
"""The dimension of shares and rates, of which a part's may be larger than the whole's."""
_PEOPLE = stem("people")
_GENERAL = frozenset(map(stem, listed("people person man woman case time thing number member")))
"""What is counted in one story for many reasons: the words must tell for which."""
_GROWING = frozenset(
    map(
        stem,
        listed("death die kill injury injure case infect arrest missing evacuate displace cull postpone cancel detain"),
    )
)
"""What goes on being counted while the news of it runs."""

_DWINDLING = frozenset(map(stem, listed("missing trap strand unaccounted homeless hospitalise hospitalize")))
"""What rises and falls from day to day while the news of it runs."""

_Which = Literal["one", "other"]


class TallyMismatch(NamedTuple):
    """Two tallies that leave no value in common, the smaller id first."""

    one: Tally
    other: Tally
    checks: Checks
    score: float


def tally_mismatches(mine: Sequence[Tally], theirs: Sequence[Tally]) -> list[TallyMismatch]:
    """The pairs of two documents' tallies, or of one document's, that do not agree; for two voices and values one."""
    found = []
    for one in mine:
        for other in theirs:
            first, second = sorted((one, other), key=lambda tally: tally.figure.id)
            judged = _judged(first, second) if first is not second else None
            if judged is not None and not (_gives_both(one, other, mine) or _gives_both(other, one, theirs)):
                found.append(judged)
    found.sort(key=lambda pair: (-pair.score, pair.one.figure.id, pair.other.figure.id))
    kept: dict[tuple[object, ...], TallyMismatch] = {}
    taken: dict[str, int] = {}
    for pair in found:
        told = [(t.voice, t.figure.low, t.figure.high) for t in (pair.one, pair.other)]
        ids = [t.figure.id for t in (pair.one, pair.other)]
        key = tuple(sorted(told, key=str))
        if key in kept or any(taken.get(one, 0) >= MOST_OF_ONE for one in ids):
            continue
        kept[key] = pair
        for one_id in ids:
            taken[one_id] = taken.get(one_id, 0) + 1
    return list(kept.values())


def findings_of(pairs: Iterable[TallyMismatch], document: Callable[[str], Document]) -> dict[str, Finding]:
    """Mismatches as findings, by id, but for what the figures' own bounds tell already."""
    told = [pair for pair in pairs if not _told_by_bounds(pair, document)]
    return {finding.id: finding for finding in (_finding(pair, document) for pair in told)}


def _told_by_bounds(pair: TallyMismatch, document: Callable[[str], Document]) -> bool:
    one, other = pair.one.figure, pair.other.figure
    return bool(set(figure_keys(one)) & set(figure_keys(other))) and mismatch(one, other, document) is not None


def beside_counts(found: Mapping[str, Finding], counted: Mapping[str, Finding]) -> dict[str, Finding]:
    """The contradictions without those that only say of two claims what is found of the numbers in them."""
    return {key: finding for key, finding in found.items() if not any(_holds(finding, c) for c in counted.values())}


def _holds(finding: Finding, counted: Finding) -> bool:
    """Whether a contradiction in numbers holds the two figures of a mismatch, one on either side."""
    if finding.how != "numeric":
        return False
    sides = [[_within(figure, claim) for claim in finding.evidence] for figure in counted.evidence]
    (first, second), (third, fourth) = sides
    return (first and fourth) or (second and third)


def _within(figure: Evidence, claim: Evidence) -> bool:
    return figure.document == claim.document and any(span.contains(figure.spans[0]) for span in claim.spans)


def _judged(one: Tally, other: Tally) -> TallyMismatch | None:
    first, second = one.figure, other.figure
    if first.kind != second.kind or one.measure.dimension != other.measure.dimension or not _one_thing(one, other):
        return None
    larger = _larger(one, other)
    if larger is None or _are_shares_of_one(one, other):
        return None
    if (time := _time(one, other)) == "differ" or (place := _place(one, other)) == "differ":
        return None
    lacking = _lacking(one, other), _lacking(other, one)
    if all(lacking) or _name_others(one, other) or not _share_what_tells(one, other):
        return None
    score = SCORE + (OF_ONE_TIME if time == "agree" else 0)
    if any(lacking):
        if one.measure.dimension == _SHARES:
            return None  # the young may be out of work more often than all are
        if lacking[0] != (larger == "one"):
            return None  # a part may be smaller
        score -= PART
    corrected = _is_corrected(one, other)
    if _one_voice(one, other) and not corrected:
        if first.document == second.document or one.day == other.day:
            return None
        score -= OF_ONE_PARTY
    if not corrected and _has_grown(one, other, larger):
        score -= GROWN
    if not corrected and not _share_much(one, other):
        score -= HARDLY_SHARED
    if one.alone or other.alone:
        score -= ALONE
    score = round(score * min(1.0, first.score + READ_IN_PART, second.score + READ_IN_PART), 3)
    if score < LEAST_SCORE:
        return None
    checks = Checks(time=time, place=place, referent="agree", measure="agree", modality="agree")
    return TallyMismatch(one, other, checks, score)


def _are_shares_of_one(one: Tally, other: Tally) -> bool:
    """Whether a sentence parts a whole: "54 per cent were for it and 31 against"."""
    together = one.figure.document == other.figure.document and one.sentence == other.sentence
    return together and one.measure.dimension == _SHARES


def _one_thing(one: Tally, other: Tally) -> bool:
    """Whether the counted nouns mean one: the same, or people and who does what these do ("marched", "marchers")."""
    heads = one.measure.head, other.measure.head
    if heads[0] == heads[1]:
        deeds = one.measure.deed, other.measure.deed
        return None in deeds or deeds[0] == deeds[1]
    if _PEOPLE not in heads:
        return False
    people, doers = (one, other) if heads[0] == _PEOPLE else (other, one)
    return any(len(word) >= ALIKE and doers.measure.head.startswith(word) for word in people.telling)


def _gives_both(one: Tally, other: Tally, beside: Sequence[Tally]) -> bool:
    """Whether who gives the one also gives the other's value in that sentence: "41 in both towns, 37 in one"."""
    if _one_voice(one, other):
        return False
    value = other.figure.low, other.figure.high
    return any(
        tally.voice == one.voice
        and tally.measure.head == other.measure.head
        and (tally.figure.low, tally.figure.high) == value
        and tally.around == one.around
        for tally in beside
        if tally is not one
    )


def _larger(one: Tally, other: Tally) -> _Which | None:
    """Which of two is the larger; nothing where they meet, or nearly."""
    (low, high), (least, most) = bounds(one.figure), bounds(other.figure)
    if low < most and least < high:
        return None
    small, large = (high, least) if high <= least else (most, low)
    if small == large:  # six, from 5.5 to 6.5, and five, up to 5.5, meet in no whole number
        small, large = sorted((point(one.figure) or small, point(other.figure) or large))
    if small > 0 and large / small < LEAST_APART:
        return None
    return "other" if high <= least else "one"


def _time(one: Tally, other: Tally) -> Check:
    periods = [_reach(tally) for tally in (one, other)]
    told = [period for period in periods if period is not None]
    if len(told) == len(periods):
        (start, end), (begin, finish) = told
        return "agree" if start < finish and begin < end else "differ"
    if any(_is_past(period, beside) for period, beside in zip(periods, (other, one), strict=True)):
        return "differ"  # "110 in the same months a year earlier"
    apart = abs((one.day - other.day).days) if one.day and other.day else 0
    return "differ" if apart > SAME_NEWS_DAYS else "unknown"


def _reach(tally: Tally) -> tuple[str, str] | None:
    """From when to when something was counted, in days as written; what is open on one side goes on."""
    period = tally.figure.period
    if period is None or not (period.start or period.end):
        return None
    return period.start or _FIRST, period.end or _LAST


def _is_past(period: tuple[str, str] | None, beside: Tally) -> bool:
    """Whether a period was long over when the other count was published, which tells no period."""
    if period is None or beside.day is None or period[1] == _LAST:
        return False
    return (beside.day - date.fromisoformat(period[1][:10])).days > LONG_OVER


def _place(one: Tally, other: Tally) -> Check:
    """Two places are one where they share a word; a place that only one tells, where the other's report knows it."""
    mine, theirs = (set(stems(tally.figure.place or "")) for tally in (one, other))
    if mine and theirs:
        return "agree" if mine & theirs else "differ"
    strange = (mine and not mine & other.known) or (theirs and not theirs & one.known)
    return "differ" if strange else "unknown"


def _lacking(one: Tally, other: Tally) -> bool:
    """Whether the one chooses what it counts by words that the other lacks; a name that its story knows is none."""
    head = other.measure.head
    return any(
        not (word in one.names and word in other.known) and not (len(word) >= ALIKE and head.startswith(word))
        for word in one.telling - other.around
    )


def _name_others(one: Tally, other: Tally) -> bool:
    """Whether each names, its voice aside, only what the other's document does not: two towns, two companies."""
    mine, theirs = (tally.names - set(stems(tally.voice)) for tally in (one, other))
    return bool(mine and theirs) and not (mine & other.known or theirs & one.known)


def _share_what_tells(one: Tally, other: Tally) -> bool:
    """Whether anything beside the counted noun is in both: for a general noun, or an amount, what chooses it."""
    both = (one.telling & other.around) | (other.telling & one.around)
    if one.measure.head != other.measure.head:
        return True  # people, and a noun made of what they do
    if one.measure.dimension != "numbers":
        return bool(one.telling & other.telling)
    if one.measure.head in _GENERAL or _PEOPLE in ancestors(one.measure.head):
        return bool(one.telling & other.around and other.telling & one.around)
    return bool(both) or (one.measure.head in _GROWING and bool(one.names & other.names))


def _share_much(one: Tally, other: Tally) -> bool:
    """Whether the two have one wording, or two words and names at least beside the counted noun."""
    if one.figure.measures == other.figure.measures:
        return True
    named = (one.names & other.names) - set(stems(one.voice)) - set(stems(other.voice))
    by_noun = one.measure.head != other.measure.head  # "marched", "marchers"
    return len((one.telling & other.around) | (other.telling & one.around) | named) + by_noun >= FEWEST_SHARED


def _one_voice(one: Tally, other: Tally) -> bool:
    """Whether one speaker gives both: the same name, or one that is a part of the other."""
    mine, theirs = set(one.voice.split()), set(other.voice.split())
    entities = one.figure.holder.entity, other.figure.holder.entity
    return mine <= theirs or theirs <= mine or (entities[0] is not None and entities[0] == entities[1])


def _is_corrected(one: Tally, other: Tally) -> bool:
    """Whether one voice owns by the later number that its earlier one was wrong."""
    if not _one_voice(one, other):
        return False
    days = [tally.day or date.max for tally in (one, other)]
    if one.figure.document == other.figure.document:
        later = max((one, other), key=lambda tally: tally.figure.spans[0].start)
    else:
        later = one if days[0] > days[1] else other
    return later.corrects and (one.figure.document == other.figure.document or days[0] != days[1])


def _has_grown(one: Tally, other: Tally, larger: _Which) -> bool:
    """Whether it goes on being counted, and the later is the larger, or what it counts comes and goes: the missing."""
    if one.day is None or other.day is None or one.day == other.day:
        return False
    rose = (one.day < other.day) == (larger == "other")
    if rose and (one if one.day < other.day else other).runs:
        return True
    ended = _ended(one)
    if ended is not None and ended == _ended(other) and ended <= min(one.day, other.day).isoformat():
        return False
    counted = {one.measure.head, *one.telling}
    if counted & _DWINDLING:
        return True
    return rose and bool(counted & _GROWING)


def _ended(tally: Tally) -> str | None:
    """The day on which what a tally counts was over, where its words tell."""
    period = tally.figure.period
    return period.end[:10] if period is not None and period.end is not None else None


def _finding(pair: TallyMismatch, document: Callable[[str], Document]) -> Finding:
    figures = [tally.figure for tally in (pair.one, pair.other)]
    words = [words_of(document(figure.document).text, figure.spans) for figure in figures]
    told = [
        f"{_giver(figure, document)} gives “{said}” ({figure.measures})"
        for figure, said in zip(figures, words, strict=True)
    ]
    sums = "; ".join(arithmetic_of(figure, said) for figure, said in zip(figures, words, strict=True))
    return Finding(
        id=content_id("finding", "figure_mismatch", sorted(figure.id for figure in figures)),
        kind="figure_mismatch",
        items=tuple(figure.id for figure in figures),
        evidence=tuple(Evidence(document=figure.document, spans=figure.spans) for figure in figures),
        question=None,
        same_speaker=_one_voice(pair.one, pair.other),
        checks=pair.checks,
        reason=f"{told[0]} and {told[1]}: both tell of one story, and leave no value in common ({sums}).",
        clash=tuple(words),
        how="numeric",
        score=pair.score,
        method=METHOD,
        version=VERSION,
    )


def _giver(figure: Figure, document: Callable[[str], Document]) -> str:
    return figure.holder.name or figure.holder.party or document(figure.document).outlet or "one report"
