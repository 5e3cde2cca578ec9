"""Each party's answer to a question, and how it moved."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from onrecord.comparing.replies import Reply
from onrecord.model.findings import Answer, Position
from onrecord.model.times import Interval


def positions(replies: Sequence[Reply], orientation: int = 1) -> tuple[Position, ...]:
    """The answers to one question: a timeline for each party, for each speaker without one, and for each report.

    Speakers of one party who differ on one day are listed apart. A report's own account has no party
    and its outlet as holder. What is only taken for granted counts where nothing is said outright.
    `orientation` is -1 where the question is asked with the opposite of its axis ("is it closed?").
    """
    answering: dict[tuple[bool, str], list[Reply]] = defaultdict(list)
    for reply in replies:
        if reply.affirms if orientation > 0 else reply.denies:
            turned = reply if orientation > 0 else msgspec.structs.replace(reply, sign=-reply.sign)
            answering[reply.own, f"party {reply.party}" if reply.party else reply.voice].append(turned)
    found: list[Position] = []
    for _, group in sorted(answering.items()):
        found.extend(_of_party(group) if group[0].party else _timeline(group, None))
    return tuple(found)


def answer_of(replies: Iterable[Reply]) -> Answer:
    """What several replies of one day amount to: yes with no is both, no with a perhaps is hedged."""
    given = list(replies)
    told = [reply for reply in given if not reply.presupposed] or given
    firm = {reply.sign for reply in told if reply.firm}
    if len(firm) > 1:
        return "both"
    weak = {reply.sign for reply in told if not reply.firm}
    if not firm or (weak - firm and firm == {-1}):
        return "hedged"
    return "yes" if firm == {1} else "no"


def _of_party(replies: Sequence[Reply]) -> list[Position]:
    party = replies[0].party
    if not _differ_on_a_day(replies):
        return _timeline(replies, party)
    speakers: dict[str, list[Reply]] = defaultdict(list)
    for reply in replies:
        speakers[reply.voice].append(reply)
    return [position for _, group in sorted(speakers.items()) for position in _timeline(group, party)]


def _differ_on_a_day(replies: Sequence[Reply]) -> bool:
    days: dict[tuple[date | None, bool], dict[str, list[Reply]]] = defaultdict(lambda: defaultdict(list))
    for reply in replies:
        days[_day(reply), reply.before][reply.voice].append(reply)
    return any(len({answer_of(group) for group in voices.values()}) > 1 for voices in days.values())


def _timeline(replies: Sequence[Reply], party: str | None) -> list[Position]:
    dated: dict[tuple[date, bool], list[Reply]] = defaultdict(list)
    undated: list[Reply] = []
    for reply in replies:
        day = _day(reply)
        (undated if day is None else dated[day, not reply.before]).append(reply)
    runs: list[tuple[Answer, list[Reply]]] = []
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


def _positions(runs: Sequence[tuple[Answer, list[Reply]]], party: str | None) -> list[Position]:
    earlier = [None, *(answer for answer, _ in runs)]
    return [_position(answer, group, party, before) for (answer, group), before in zip(runs, earlier, strict=False)]


def _position(answer: Answer, replies: Sequence[Reply], party: str | None, before: Answer | None) -> Position:
    voices = {reply.voice for reply in replies}
    holder = min(replies, key=lambda reply: min(reply.claims)).name if len(voices) == 1 else None
    return Position(
        party=party,
        holder=holder,
        answer=answer,
        since=_since(replies),
        claims=tuple(sorted(claim for reply in replies for claim in reply.claims)),
        shifted_from=before,
    )


def _since(replies: Iterable[Reply]) -> Interval | None:
    times = [reply.said for reply in replies if reply.said is not None and reply.said.start and not reply.before]
    return min(times, key=lambda time: (time.start or "", time.end or "", time.precision, time.text), default=None)


def _day(reply: Reply) -> date | None:
    return reply.said.first_day if reply.said else None
