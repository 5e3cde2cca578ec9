"""Accounts of events in short documents that we wrote: how many pairs over documents are told as one, and rightly.

`benchmarks/labelled/merging/` holds topics of two or three documents each, in the notation of `marked.py`: a mark is
the words that tell of an event, `same 1 4` says that two marks are one event, and every other two marks of different
documents are two. Two marks of one document are always two events. Half of what stands there only looks like one.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from marked import Mark, Marked, read_topics
from onrecord import annotate, read
from onrecord.comparing.words import stem
from onrecord.model.identity import fold
from onrecord.model.items import Event
from onrecord.model.spans import Span
from onrecord.output.ties import told_once
from onrecord.record import Filters, Record
from series import moved_in

FOLDER = Path(__file__).resolve().parent / "labelled" / "merging"
PARTS = ("tune", "held", "wordings-tune", "wordings-held")
"""Rules may be written looking at the first of each two; of the second only totals are looked at."""
_ALIKE = 4
"""Letters by which a mark's word is the verb or noun that an event was found by."""


class Outcome(NamedTuple):
    """What became of a topic: the event found for each mark, and the number of the happening that it is part of."""

    topic: Marked
    found: dict[int, Event]
    told: dict[str, int]


def outcomes(part: str) -> Iterator[Outcome]:
    """Each topic of a part, read, annotated and kept in a record of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for topic in read_topics(FOLDER / f"{part}.txt"):
            yield _outcome(topic, Path(folder))


def _outcome(topic: Marked, folder: Path) -> Outcome:
    found: dict[int, Event] = {}
    with Record.open(folder / f"{topic.name}.db") as record:
        for number, written in enumerate(topic.documents):
            path = folder / f"{topic.name}-{number}.json"
            told = {"title": written.title, "outlet": written.outlet, "published": written.date, "text": written.text}
            path.write_text(json.dumps(told), encoding="utf-8")
            annotated = annotate(read(path))
            with record.transaction():
                record.keep(annotated)
            moved = moved_in(annotated.document.text, written.text)
            marks = {n: mark for n, mark in topic.marks.items() if mark.document == number}
            found |= _assigned(marks, annotated.events, annotated.document.text, moved)
        happenings = told_once(record, Filters())
    return Outcome(topic, found, {a.id: number for number, one in enumerate(happenings) for a in one.accounts})


def _assigned(
    marks: dict[int, Mark], events: tuple[Event, ...], text: str, moved: list[int]
) -> dict[int, Event]:  # fmt: skip
    """Each mark with the event found on its words, by the verb or noun that both name; no event twice."""
    possible = []
    for number, mark in marks.items():
        start, end = moved[mark.start], moved[mark.end - 1] + 1
        words = {stem(word)[:_ALIKE] for word in fold(text[start:end]).split()}
        for event in events:
            held = [s for m in event.mentions for s in m.spans if s.overlaps(Span(start, end))]
            if held:
                named = stem(event.trigger or "")[:_ALIKE] in words
                possible.append((not named, min(len(s.of(text)) for s in held), number, event.id, event))
    found: dict[int, Event] = {}
    taken: set[str] = set()
    for _, _, number, name, event in sorted(possible, key=lambda one: one[:4]):
        if number not in found and name not in taken:
            found[number] = event
            taken.add(name)
    return found


def pairs(outcome: Outcome) -> Iterator[tuple[int, int, bool, bool]]:
    """Each two marks of different documents: whether they are one event, and whether they are told as one."""
    same = {frozenset(ends) for words, *ends in outcome.topic.labels if words == ("same",)}
    for one, other in combinations(sorted(outcome.topic.marks), 2):
        if outcome.topic.marks[one].document == outcome.topic.marks[other].document:
            continue
        places = [outcome.told[outcome.found[n].id] if n in outcome.found else None for n in (one, other)]
        yield one, other, {one, other} in same, places[0] is not None and places[0] == places[1]


def show(part: str, *, errors: bool = False) -> None:
    """Print the totals of a part, and of one to tune on what is wrong."""
    counts = Counter[str]()
    lines: list[str] = []
    for outcome in outcomes(part):
        counts["marks"] += len(outcome.topic.marks)
        counts["found"] += len(outcome.found)
        for one, other, same, told in pairs(outcome):
            counts += Counter({"pairs": 1, "same": same, "told": told, "right": same and told})
            if same != told:
                lines.append(f"  {outcome.topic.name} {one} {other}: {'missed' if same else 'wrong'}")
                lines += [f"    {_shown(outcome.found.get(number))}" for number in (one, other)]
    print(f"merging, {part}: {counts['right']} of {counts['told']} pairs told as one are one, "
          f"of {counts['same']} that are; {counts['pairs'] - counts['same']} pairs only look so; "
          f"{counts['found']} of {counts['marks']} accounts found")  # fmt: skip
    if errors and part.endswith("tune"):
        print(*lines, sep="\n")


def _shown(event: Event | None) -> str:
    if event is None:
        return "no event"
    when = event.when.start if event.when is not None else None
    return f"{event.kind} {event.status} {when} {event.place} {list(event.participants)} “{event.text}”"
