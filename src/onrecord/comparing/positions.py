"""Each party's answer to a question, and how it moved."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.comparing.sides import Side
from onrecord.model.findings import Answer, Position
from onrecord.model.times import Interval


def positions(sides: Sequence[Side], orientation: int = 1) -> tuple[Position, ...]:
    """The answers to one question: a timeline for each party, for each speaker without one, and for each report.

    Speakers of one party who differ on one day are listed apart. A report's own account has no party
    and its outlet as holder. What is only taken for granted counts where nothing is said outright.
    `orientation` is -1 where the question is asked with the opposite of its axis ("is it closed?").
    """
    sides = [side.turned(orientation) for side in sides if side.answers(orientation)]
    answering: dict[tuple[bool, str], list[Side]] = defaultdict(list)
    for side in sides:
        answering[side.own, f"party {side.party}" if side.party else side.voice].append(side)
    found: list[Position] = []
    for _, group in sorted(answering.items()):
        found.extend(_of_party(group) if group[0].party else _timeline(group, None))
    return tuple(found)


def answer_of(sides: Iterable[Side]) -> Answer:
    """What several claims of one day amount to: yes with no is both, no with a perhaps is hedged."""
    told = [side for side in sides if not side.claim.presupposed] or list(sides)
    firm = {side.sign for side in told if side.firm}
    if len(firm) > 1:
        return "both"
    weak = {side.sign for side in told if not side.firm}
    if not firm or (weak - firm and firm == {-1}):
        return "hedged"
    return "yes" if firm == {1} else "no"


def _of_party(sides: Sequence[Side]) -> list[Position]:
    party = sides[0].party
    if not _differ_on_a_day(sides):
        return _timeline(sides, party)
    speakers: dict[str, list[Side]] = defaultdict(list)
    for side in sides:
        speakers[side.voice].append(side)
    return [position for _, group in sorted(speakers.items()) for position in _timeline(group, party)]


def _differ_on_a_day(sides: Sequence[Side]) -> bool:
    days: dict[date | None, dict[str, list[Side]]] = defaultdict(lambda: defaultdict(list))
    for side in sides:
        days[side.day][side.voice].append(side)
    return any(len({answer_of(group) for group in voices.values()}) > 1 for voices in days.values())


def _timeline(sides: Sequence[Side], party: str | None) -> list[Position]:
    dated: dict[date, list[Side]] = defaultdict(list)
    undated = [side for side in sides if side.day is None]
    for side in sides:
        if side.day is not None:
            dated[side.day].append(side)
    runs: list[tuple[Answer, list[Side]]] = []
    for _, group in sorted(dated.items()):
        answer = answer_of(group)
        if runs and runs[-1][0] == answer:
            runs[-1][1].extend(group)
        else:
            runs.append((answer, list(group)))
    if undated:
        answer = answer_of(undated)
        fitting = next((run for run in reversed(runs) if run[0] == answer), None)
        if fitting is not None:
            fitting[1].extend(undated)
        else:
            return [_position(answer, undated, party, None), *_positions(runs, party)]
    return _positions(runs, party)


def _positions(runs: Sequence[tuple[Answer, list[Side]]], party: str | None) -> list[Position]:
    earlier = [None, *(answer for answer, _ in runs)]
    return [_position(answer, group, party, before) for (answer, group), before in zip(runs, earlier, strict=False)]


def _position(answer: Answer, sides: Sequence[Side], party: str | None, before: Answer | None) -> Position:
    voices = {side.voice: side for side in sorted(sides, key=lambda side: side.claim.id, reverse=True)}
    holder = next(iter(voices.values())).name if len(voices) == 1 else None
    return Position(
        party=party,
        holder=holder,
        answer=answer,
        since=_since(sides),
        claims=tuple(sorted(side.claim.id for side in sides)),
        shifted_from=before,
    )


def _since(sides: Iterable[Side]) -> Interval | None:
    times = [side.said for side in sides if side.said is not None and side.day is not None]
    return min(times, key=lambda time: (time.start or "", time.end or "", time.precision, time.text), default=None)
