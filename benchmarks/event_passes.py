"""How far two independent passes over the event passages agree, and where they do not."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from event_labels import HERE, Label, alike, words_of
from rows import read_rows

FIRST, SECOND = (HERE / f"events-{name}.jsonl" for name in ("first", "second"))


class Pairing(NamedTuple):
    """The labels of one passage by two readers: those that mean one event, and what each has alone."""

    text: str
    passage: Label
    both: list[tuple[Label, Label]]
    first: list[Label]
    second: list[Label]


def paired(texts: Mapping[str, str], first: Path = FIRST, second: Path = SECOND) -> list[Pairing]:
    """The two passes, passage by passage, as far as `texts` holds the texts of their documents and articles."""
    others = {name_of(row): row for row in read_rows(second)}
    return [
        _pairing(texts[name_of(row)], row, others[name_of(row)])
        for row in read_rows(first)
        if name_of(row) in others and name_of(row) in texts
    ]


def name_of(row: Label) -> str:
    """The document or article of a passage; each has one."""
    return str(row.get("article") or row["document"])


def _pairing(text: str, row: Label, other: Label) -> Pairing:
    """Labels matched one to one: of a sort in common, on a word in common; those that share most words first."""
    possible = sorted(
        (bool(one.get("optional")) + bool(two.get("optional")), -shared, a, b)
        for a, one in enumerate(row["events"])
        for b, two in enumerate(other["events"])
        if set(one["kinds"]) & set(two["kinds"]) and (shared := _shared(one["triggers"], two["triggers"]))
    )
    mine: dict[int, int] = {}
    for _, _, a, b in possible:
        if a not in mine and b not in mine.values():
            mine[a] = b
    return Pairing(
        text,
        row,
        [(row["events"][a], other["events"][b]) for a, b in sorted(mine.items())],
        [one for a, one in enumerate(row["events"]) if a not in mine],
        [two for b, two in enumerate(other["events"]) if b not in mine.values()],
    )


def _shared(one: Sequence[list[int]], other: Sequence[list[int]]) -> int:
    return sum(any(a < d and c < b for c, d in other) for a, b in one)


def agreement(pairings: Sequence[Pairing]) -> Iterator[str]:
    """Lines that say how far the passes agree: which events there are, and of those in both, what is told of them."""
    counts = Counter[str]()
    for pairing in pairings:
        for one, two in pairing.both:
            required = not one.get("optional"), not two.get("optional")
            counts += Counter(first=required[0], second=required[1], both=all(required), neither=not any(required))
            counts += Counter(first_hit=required[0], second_hit=required[1], pairs=1)
            counts += Counter(status=bool(set(one["status"]) & set(two["status"])))
            counts += Counter(when=_same_time(one["when"], two["when"]), places=_same_place(pairing.text, one, two))
            counts += _people(pairing.text, one, two)
        counts["first"] += sum(not one.get("optional") for one in pairing.first)
        counts["second"] += sum(not two.get("optional") for two in pairing.second)
    strict = 2 * counts["both"] / max(counts["first"] + counts["second"], 1)
    mild = (counts["first_hit"] + counts["second_hit"]) / max(counts["first"] + counts["second"], 1)
    pairs = max(counts["pairs"], 1)
    people = counts["people_both"] / max(counts["people"], 1)
    yield f"{counts['first']} events in the first pass, {counts['second']} in the second, besides those left to choice"
    yield f"F1 of events with kind {100 * strict:.1f}; {100 * mild:.1f} where one pass leaves the event to choice"
    yield (f"of {counts['pairs']} in both: status {100 * counts['status'] / pairs:.1f} %, "
           f"time {100 * counts['when'] / pairs:.1f} %, place {100 * counts['places'] / pairs:.1f} % alike; "
           f"of their participants {100 * people:.1f} % in both")  # fmt: skip


def disagreements(pairing: Pairing) -> Iterator[str]:
    """What one pass has alone, or tells otherwise than the other."""
    text = pairing.text
    for name, alone in (("first", pairing.first), ("second", pairing.second)):
        for label in alone:
            choice = " (left to choice)" if label.get("optional") else ""
            yield f"only in the {name}: {'='.join(label['kinds'])}{choice} {_shown(text, label['triggers'])}"
    for one, two in pairing.both:
        words = f"{'='.join(one['kinds'])} {_shown(text, one['triggers'])}"
        if bool(one.get("optional")) != bool(two.get("optional")):
            yield f"{words}: left to choice by the {'first' if one.get('optional') else 'second'} alone"
        if not _same_time(one["when"], two["when"]):
            yield f"{words}: time {one['when']} or {two['when']}"
        if not _same_place(text, one, two):
            yield f"{words}: place {_shown(text, one['place'])} or {_shown(text, two['place'])}"
        people = _people(text, one, two)
        if people["people_both"] < people["people"]:
            told = (f"{_shown(text, each['participants'])} ({_shown(text, each['may'])})" for each in (one, two))
            yield f"{words}: participants {' or '.join(told)}"


def _shown(text: str, spans: Sequence[list[int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def _same_time(one: list[str] | None, other: list[str] | None) -> bool:
    """Whether both give no time, or one time holds the other."""
    if one is None or other is None:
        return one is other
    return (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])


def _same_place(text: str, one: Label, other: Label) -> bool:
    """Whether a reading of the place is shared, or neither asks for one."""
    if one["place"] and other["place"]:
        readings = [words_of(text[start:end]) for start, end in other["place"]]
        return any(alike(words_of(text[start:end]), reading) for start, end in one["place"] for reading in readings)
    return not (one["place_required"] or other["place_required"])


def _people(text: str, one: Label, other: Label) -> Counter[str]:
    """Participants that one pass asks for, and how many of them the other allows."""
    counts = Counter[str]()
    for mine, theirs in ((one, other), (other, one)):
        allowed = [words_of(text[start:end]) for start, end in theirs["participants"] + theirs["may"]]
        counts["people"] += len(mine["participants"])
        counts["people_both"] += sum(
            any(alike(words_of(text[start:end]), name) for name in allowed) for start, end in mine["participants"]
        )
    return counts
