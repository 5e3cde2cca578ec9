"""Events in the passages that we labelled: found, dated and peopled right, and told as one over documents."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from attribution import document_of
from onrecord.annotating.events import find_events
from onrecord.annotating.occurrences import KIND
from onrecord.annotating.speakers import attribute_speakers
from onrecord.annotating.statements import find_statements
from onrecord.comparing.happenings import happenings
from onrecord.language.names import find_names
from onrecord.language.parsing import analyse
from onrecord.language.places import country_of
from onrecord.model.documents import Block, Document
from onrecord.model.identity import fold
from onrecord.model.items import Event
from onrecord.model.times import Interval, Published
from rows import read_rows

HERE = Path(__file__).resolve().parent / "labelled"
PASSAGES, DOCUMENTS = HERE / "events.jsonl", HERE / "events-documents.jsonl"

OTHERS = HERE / "events-others.jsonl"

Label = dict[str, Any]


class Outcome(NamedTuple):
    """What became of a passage: its text, labels, the events found in it, and the pairs of both that match."""

    passage: Label
    text: str
    found: list[Event]
    pairs: list[tuple[Label, Event]]


def passages(polnear: Path | None) -> list[tuple[Label, Document]]:
    """The labelled passages with their documents; those of PolNeAR only where its folder is given."""
    own = {row["id"]: row for row in read_rows(DOCUMENTS)}
    articles = {}
    labelled = list(read_rows(PASSAGES))
    if polnear is not None:
        wanted = {row.get("article") for row in labelled}
        articles = {row["id"]: row for row in read_rows(polnear / "train.jsonl.gz") if row["id"] in wanted}
    found = []
    for label in labelled:
        row = own.get(label.get("document", "")) or articles.get(label.get("article", ""))
        if row is not None:
            found.append((label, _document(row)))
    return found


def _document(row: dict[str, str]) -> Document:
    day = date.fromisoformat(row["date"])
    published = Published(
        start=day.isoformat(), end=(day + timedelta(1)).isoformat(), precision="day", text=row["date"],
        known_by="metadata",
    )  # fmt: skip
    plain = document_of(row)
    first = plain.blocks[0]
    titled = (Block(kind="title", start=first.start, end=first.end), *plain.blocks[1:])
    return msgspec.structs.replace(plain, title=plain.text[first.start : first.end], published=published, blocks=titled)


def others_in(polnear: Path) -> Counter[str]:
    """Events of no listed sort in the sentences that were labelled for them: found, right, left to choice, missed."""
    rows = list(read_rows(OTHERS))
    wanted = {row["article"] for row in rows}
    texts = {row["id"]: _document(row) for row in read_rows(polnear / "train.jsonl.gz") if row["id"] in wanted}
    found = {name: events_of(document) for name, document in texts.items()}
    counts = Counter[str]({"sentences": len(rows), "labelled": sum(len(row["others"]) for row in rows)})
    for row in rows:
        start, end = row["sentence"]
        for event in found[row["article"]]:
            spans = [span for mention in event.mentions for span in mention.spans if start <= span.start < end]
            if event.kind != KIND or not spans:
                continue
            held = [any(s.start <= a and b <= s.end for s in spans) for a, b in row["others"]]
            open_ = any(s.start <= a and b <= s.end for s in spans for a, b in row["optional"])
            counts += Counter({"found": 1, "right": any(held), "optional": not any(held) and open_})
    return counts


def events_of(document: Document) -> tuple[Event, ...]:
    """The events of a document."""
    analysis = analyse(document)
    named = find_names(analysis)
    statements, entities = attribute_speakers(analysis, named, find_statements(analysis, named))
    return find_events(analysis, entities, statements)


def judged(label: Label, document: Document, found: Iterable[Event]) -> Outcome:
    """The events found in a passage, matched one to one to its labels: of a right sort, on one of the words."""
    start, end = label["passage"]
    inside = [e for e in found if any(s.start < end and s.end > start for m in e.mentions for s in m.spans)]
    possible = sorted(
        (
            (bool(gold.get("optional")), -hits, sum(len(s.of(document.text)) for m in event.mentions for s in m.spans),
             number, event.id, gold, event)
            for number, gold in enumerate(label["events"])
            for event in inside
            if event.kind in gold["kinds"] and (hits := _touched(gold, event))
        ),
        key=lambda pair: pair[:5],
    )  # fmt: skip
    taken: set[str] = set()
    pairs: list[tuple[Label, Event]] = []
    for *_, gold, event in possible:
        if event.id not in taken and all(gold is not one for one, _ in pairs):
            taken.add(event.id)
            pairs.append((gold, event))
    return Outcome(label, document.text, inside, pairs)


def _touched(gold: Label, event: Event) -> int:
    return sum(
        any(span.start <= start and end <= span.end for mention in event.mentions for span in mention.spans)
        for start, end in gold["triggers"]
    )


def date_right(gold: Label, event: Event) -> bool:
    """Whether the event is dated inside the labelled interval."""
    if gold["when"] is None or not is_dated(event):
        return False
    assert event.when is not None
    start, end = event.when.start, event.when.end
    first, after = gold["when"]
    last = end or start
    return start is not None and last is not None and first <= start[:10] and last[:10] <= after


def is_dated(event: Event) -> bool:
    """Whether an event has a first day."""
    when: Interval | None = event.when
    return when is not None and when.start is not None


def participants(gold: Label, event: Event, text: str) -> tuple[int, int, int]:
    """How many of the participants found are right, of how many found, and how many labelled ones were found."""
    required = [words_of(text[start:end]) for start, end in gold["participants"]]
    allowed = required + [words_of(text[start:end]) for start, end in gold["may"]]
    mine = [words_of(name) for name in event.participants]
    right = sum(any(alike(name, one) for one in allowed) for name in mine)
    return right, len(mine), sum(any(alike(one, name) for name in mine) for one in required)


def place_right(gold: Label, event: Event, text: str) -> bool:
    """Whether the place is one of the readings, or absent where it may be."""
    readings = [words_of(text[start:end]) for start, end in gold["place"]]
    if event.place is None:
        return not gold["place_required"]
    return not readings or any(alike(words_of(event.place), one) for one in readings)


def words_of(name: str) -> frozenset[str]:
    """The words by which two names are compared: folded, a country by its name, without articles and possessives."""
    known = country_of(name)
    return frozenset(
        word for part in fold(known or name).split() if (word := part.strip("’'s.,") or part) not in {"the", "a", "of"}
    )


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one name holds all words of the other."""
    return bool(one and other) and (one <= other or other <= one)


def totals(outcomes: Sequence[Outcome]) -> Counter[str]:
    """What is right over some passages."""
    counts = Counter[str]()
    for outcome in outcomes:
        optional = {event.id for gold, event in outcome.pairs if gold.get("optional")}
        counts["labelled"] += sum(not gold.get("optional") for gold in outcome.passage["events"])
        counts["found"] += len(outcome.found) - len(optional)
        counts["dated"] += sum(
            gold["when"] is not None for gold in outcome.passage["events"] if not gold.get("optional")
        )
        for gold, event in outcome.pairs:
            if gold.get("optional"):
                continue
            right, mine, hit = participants(gold, event, outcome.text)
            counts += Counter(
                {
                    "hit": 1, "status": event_status(event) in gold["status"], "date given": is_dated(event),
                    "date right": date_right(gold, event), "date wanted": gold["when"] is not None,
                    "people right": right, "people found": mine, "people hit": hit,
                    "people wanted": len(gold["participants"]), "place right": place_right(gold, event, outcome.text),
                }
            )  # fmt: skip
    return counts


def event_status(event: Event) -> str:
    """Whether an event happened or is planned."""
    return str(event.status)


def show(name: str, counts: Mapping[str, int]) -> None:
    """Print the lines of one part."""
    precision, recall = (100 * counts["hit"] / max(counts[key], 1) for key in ("found", "labelled"))
    score = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"{name}: events with kind P {precision:.1f}  R {recall:.1f}  F1 {score:.1f}"
          f"  ({counts['labelled']} labelled, {counts['found']} found)")  # fmt: skip
    for title, right, given, wanted in (
        ("dates", "date right", "date given", "date wanted"),
        ("participants", "people right", "people found", "people wanted"),
    ):
        hit = counts["people hit" if title == "participants" else right]
        print(f"  {title} of those found: P {100 * counts[right] / max(counts[given], 1):.1f}"
              f"  R {100 * hit / max(counts[wanted], 1):.1f}  ({counts[wanted]} labelled)")  # fmt: skip
    for title in ("place", "status"):
        key = "place right" if title == "place" else "status"
        print(f"  {title} right: {100 * counts[key] / max(counts['hit'], 1):.1f} % of {counts['hit']}")


def explained(outcome: Outcome) -> list[str]:
    """What is wrong in a passage, for whoever tunes."""
    text, hit = outcome.text, [gold for gold, _ in outcome.pairs]
    used = {event.id for _, event in outcome.pairs}
    lines = []
    for gold in outcome.passage["events"]:
        if not gold.get("optional") and all(gold is not one for one in hit):
            words = [text[slice(*span)] for span in gold["triggers"]]
            around = " ".join(text[max(0, gold["triggers"][0][0] - 60) : gold["triggers"][0][1] + 50].split())
            lines.append(f"  missed {'='.join(gold['kinds'])} {words} …{around}…")
    lines += [
        f"  extra {e.kind} [{e.when and e.when.start}] {e.participants} “{e.text}”"
        for e in outcome.found if e.id not in used
    ]  # fmt: skip
    for gold, event in outcome.pairs:
        told = [f"status {event_status(event)}"] if event_status(event) not in gold["status"] else []
        if (gold["when"] is not None or is_dated(event)) and not date_right(gold, event):
            when = event.when
            told.append(f"date {(when.start, when.end, when.text) if when else None} for {gold['when']}")
        right, mine, reached = participants(gold, event, text)
        if right < mine or reached < len(gold["participants"]):
            wanted = [text[slice(*span)] for span in gold["participants"]]
            told.append(f"participants {event.participants} for {wanted}")
        if not place_right(gold, event, text):
            told.append(f"place {event.place} for {[text[slice(*span)] for span in gold['place']]}")
        if told:
            lines.append(f"  {event.kind} “{event.text}”: " + "; ".join(told))
    return lines


def together(outcomes: Sequence[Outcome]) -> Counter[str]:
    """Pairs of accounts in different documents: how many are told as one, and how many of them are one."""
    counts = Counter[str]()
    own = [outcome for outcome in outcomes if "document" in outcome.passage]
    same = {event.id: gold.get("same") for outcome in own for gold, event in outcome.pairs}
    for happening in happenings(event for outcome in own for event in outcome.found):
        for one, other in combinations(happening.accounts, 2):
            judged_both = one.id in same and other.id in same
            counts["told"] += judged_both
            counts["right"] += judged_both and same[one.id] is not None and same[one.id] == same[other.id]
    groups = Counter(label for label in same.values() if label is not None)
    counts["labelled"] = sum(number * (number - 1) // 2 for number in groups.values())
    return counts
