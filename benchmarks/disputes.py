"""Invented disputes as the press reports them, with every pair of clauses that contradicts, shifts or agrees known.

    python benchmarks/disputes.py 3 --templates tune           # print three disputes with their answers
    python benchmarks/disputes.py 500 --out FOLDER             # documents.jsonl and pairs.jsonl for any program

A dispute is about one issue or two, between a party that is charged with something and one that charges it, with
outsiders and outlets beside them, over three to six documents: reports, a release, a press call, a copy of a report
in another outlet, and sometimes a report of months later in which a speaker says the opposite. Between the true
oppositions stand clauses that only look opposed. The same seed and part of the templates give the same disputes.
"""

import argparse
import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from casting import Cast, cast
from opposing import Pair, pairs_of
from papers import NOBODY, OUTLET, Item, Paper, Sheet, Writer, copied, dateline, days_after
from wordings import DISTRACTORS, HALVES, LOOKS, NEARER_LOOKS, NO, YES, Bag, Half, Issue, fill, templates

SECOND_ISSUE = 0.35
OWN, OUTSIDER, RELEASE, CALL, COPY, SHIFT, SELF = 0.25, 0.5, 0.6, 0.45, 0.35, 0.5, 0.3
"""How often a dispute has an own account, an outsider, each kind of document, a speaker who moves, and a slip."""


class Dispute(NamedTuple):
    """Documents of one dispute, and what stands to what in them."""

    name: str
    issues: tuple[Issue, ...]
    papers: tuple[Paper, ...]
    pairs: tuple[Pair, ...]


def disputes(number: int, half: Half, seed: int = 1) -> Iterator[Dispute]:
    """So many disputes of a half of the templates."""
    return (dispute(at, half, seed) for at in range(number))


def dispute(number: int, half: Half, seed: int = 1) -> Dispute:
    """The dispute of a number, always the same."""
    chance = random.Random(f"{half} {seed} dispute {number}")
    given = templates(half)
    first = given.issues[number % len(given.issues)]
    issues = [first]
    others = [issue for issue in given.issues if issue.setting == first.setting and issue is not first]
    if others and chance.random() < SECOND_ISSUE:
        issues.append(chance.choice(others))
    cast_of = cast(chance, first, given)
    issues = [issue._replace(things=(chance.choice(issue.things),)) for issue in issues]
    return _Scene(f"{half}-{seed}-{number}", issues, cast_of, half, chance).played()


class _Scene:
    """One dispute while its documents are written."""

    def __init__(self, name: str, issues: list[Issue], cast_of: Cast, half: Half, chance: random.Random) -> None:
        self._name, self._issues, self._cast, self._chance = name, issues, cast_of, chance
        self._templates = templates(half)
        self._bag = Bag(chance)
        self._papers: list[Paper] = []
        looks = [look for look in DISTRACTORS if look not in LOOKS or look in issues[0].looks]
        chance.shuffle(looks)
        self._looks = looks
        self._each = 3 if any(look in NEARER_LOOKS for look in looks) else 2

    def played(self) -> Dispute:
        chance, began = self._chance, self._cast.began
        outlets = self._cast.outlets
        outsider = chance.choice((YES, NO))
        first = [Item(0, YES, "B1"), Item(0, NO, "A1")]
        first += [Item(0, YES, OUTLET)] if chance.random() < OWN else []
        first += [Item(1, YES, "B2"), Item(1, NO, "A1")] if len(self._issues) > 1 else []
        self._report(outlets[0], began, [*first, *self._distractors()])
        if chance.random() < COPY:
            line = fill(chance.choice(self._templates.frames["copied"]), {"outlet": outlets[0]}).text
            self._papers.append(copied(self._papers[0], outlets[3], days_after(began, chance, 0, 1), line))
        second = [Item(0, NO, chance.choice(("A2", "party A"))), Item(0, YES, chance.choice(("B2", "party B", "B1")))]
        second += [Item(0, outsider, "C1")] if chance.random() < OUTSIDER else []
        second += [Item(1, YES, "party B")] if len(self._issues) > 1 else []
        chance.shuffle(second)
        day = days_after(began, chance, 1, 4)
        self._report(outlets[1], day, [*second, *self._distractors()])
        if chance.random() < RELEASE:
            self._release(days_after(began, chance, 1, 5))
        if chance.random() < CALL:
            self._call(days_after(began, chance, 2, 6))
        if self._issues[0].shifts and chance.random() < SHIFT:
            self._report(outlets[2], days_after(began, chance, 60, 220), [Item(0, YES, "A1", manner="changing")])
        papers = tuple(self._papers)
        mentions = [mention for paper in papers for mention in paper.mentions]
        return Dispute(self._name, tuple(self._issues), papers, pairs_of(mentions, self._issues))

    def _distractors(self) -> list[Item]:
        """As many as a report holds."""
        return [self._distractor() for _ in range(self._each)]

    def _distractor(self) -> Item:
        """The next distractor, in a voice that could say it."""
        look = self._looks.pop() if self._looks else "question"
        sign = self._chance.choice((YES, YES, NO)) if look in (*LOOKS, "reported") else 0
        if look in NEARER_LOOKS and not self._issues[0].looks[look][sign]:
            sign = -sign
        if look == "hedge":
            sign = NO if self._issues[0].kind == "numeric" else YES  # the templates hedge the smaller number
        voices = {
            "reported": (NOBODY,), "question": ("B2", "C1"), "normative": ("B1", "C1", "B2"), "hedge": ("C1", "B2"),
            "hypothetical": ("A1", "B1", "C1"), "blame": ("A1", "A2") if sign == NO else ("B1", "C1", OUTLET),
        }  # fmt: skip
        own = ("A1", "A2", "B1", "C1", OUTLET) if sign == YES else ("B1", "C1", OUTLET, "A1")
        return Item(0, sign, self._chance.choice(voices.get(look, own)), look)

    def _writer(self, kind: str, outlet: str, day: date) -> Writer:
        sheet = Sheet(f"{self._name}-{len(self._papers)}", kind, outlet, day)
        return Writer(sheet, self._cast, self._issues, self._templates, bag=self._bag, chance=self._chance)

    def _report(self, outlet: str, day: date, items: list[Item]) -> None:
        writer = self._writer("report", outlet, day)
        chance = self._chance
        later = items[0].manner == "changing"
        writer.plain("titles")
        writer.break_off()
        if chance.random() < 0.5:
            writer.words(f"By {self._reporter()}")
            writer.break_off()
        writer.words(dateline(self._cast.city, outlet, day).rstrip())
        writer.plain("later_openings" if later else "openings")
        writer.break_off()
        background = len(items) // 2 + 1
        for at, item in enumerate(items):
            if not writer.item(item):
                continue
            if background and chance.random() < 0.4:
                writer.background(item.issue)
                background -= 1
            writer.break_off()
            if at % 2 and background:
                writer.background(item.issue)
                background -= 1
                writer.break_off()
        if not later and chance.random() < SELF / 2:
            writer.item(Item(0, YES, "A1", manner="slip"))
            writer.break_off()
        writer.plain("filler")
        self._papers.append(writer.finished())

    def _release(self, day: date) -> None:
        writer = self._writer("release", "", day)
        writer.words("FOR IMMEDIATE RELEASE")
        writer.break_off()
        writer.plain("release_titles")
        writer.break_off()
        writer.words(f"{self._cast.city}, {day:%B} {day.day}, {day.year} –")
        writer.plain("release_openings")
        writer.break_off()
        for item in (Item(0, NO, "party A"), Item(0, NO, "A1"), self._distractor()._replace(voice="A1")):
            if item.look in {"question", "reported", "hedge"} or not writer.item(item):
                continue
            writer.break_off()
        writer.background(0)
        writer.break_off()
        writer.plain("release_ends")
        self._papers.append(writer.finished())

    def _call(self, day: date) -> None:
        chance = self._chance
        side = "A" if chance.random() < 0.7 else "B"
        speaker = self._cast.people[f"{side}1"]
        sign = NO if side == "A" else YES
        label = f"{speaker.title.upper()} {speaker.last.upper()}"
        writer = self._writer("call", "", day)
        writer.plain("call_titles", voice=speaker.voice)
        writer.break_off()
        writer.words(f"{day:%B} {day.day}, {day.year}")
        writer.break_off()
        writer.words("MODERATOR: ")
        writer.plain("call_greetings")
        writer.plain("call_handovers", voice=speaker.voice)
        writer.break_off()
        writer.words(f"{label}: ")
        writer.plain("call_thanks")
        writer.item(Item(0, sign, speaker.voice))
        writer.background(0)
        writer.break_off()
        writer.item(Item(0, 0, "B2", "question"), "Q    ")
        writer.break_off()
        writer.words(f"{label}: ")
        if self._issues[0].answers:
            writer.item(Item(0, sign, speaker.voice, manner="answer"))
        look = self._distractor()
        if look.look in LOOKS:
            writer.item(look._replace(voice=speaker.voice))
        writer.background(0)
        writer.break_off()
        if chance.random() < SELF:
            writer.words(f"Q    {self._bag.draw(self._templates.frames['call_follows'])}")
            writer.break_off()
            writer.words(f"{label}: ")
            writer.item(Item(0, -sign, speaker.voice, manner="slip"))
            writer.break_off()
        writer.words("MODERATOR: ")
        writer.plain("call_ends")
        self._papers.append(writer.finished())

    def _reporter(self) -> str:
        names = self._templates.names
        first = self._chance.choice(names["forenames"][self._chance.choice(("she", "he"))])
        return f"{first} {self._chance.choice(names['reporters'])}"


def main() -> None:
    """Print disputes, or write them for other programs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("number", type=int)
    parser.add_argument("--templates", choices=HALVES, default="tune")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="write documents.jsonl and pairs.jsonl into this folder")
    given = parser.parse_args()
    made = disputes(given.number, given.templates, given.seed)
    if given.out is None:
        for one in made:
            _print(one)
        return
    given.out.mkdir(parents=True, exist_ok=True)
    with (given.out / "documents.jsonl").open("w") as documents, (given.out / "pairs.jsonl").open("w") as pairs:
        for one in made:
            for paper in one.papers:
                row = {"id": paper.id, "topic": one.name, "outlet": paper.outlet, "date": paper.day.isoformat()}
                documents.write(json.dumps(row | {"text": paper.text}, ensure_ascii=False) + "\n")
            pairs.writelines(json.dumps(row_of(pair, one.name)) + "\n" for pair in one.pairs)


def row_of(pair: Pair, topic: str) -> dict[str, object]:
    """A pair as the labelled set writes one."""
    one, other = (
        {"document": mention.document, "start": mention.start, "end": mention.end} for mention in (pair.one, pair.other)
    )
    labels = {"label": pair.label, "kind": pair.kind, "temptation": pair.temptation}
    return {"topic": topic, "one": one, "other": other, **labels}


def _print(one: Dispute) -> None:
    texts = {paper.id: paper.text for paper in one.papers}
    for paper in one.papers:
        print(f"=== {paper.id} ({paper.kind}, {paper.day})\n{paper.text}")
    for pair in one.pairs:
        words = (texts[mention.document][mention.start : mention.end] for mention in (pair.one, pair.other))
        print(f"{pair.label:14}{pair.kind or pair.temptation or '':13}" + " | ".join(words))
    print()


if __name__ == "__main__":
    main()
