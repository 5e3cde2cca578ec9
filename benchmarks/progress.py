"""Progress links on invented documents with known links, and the time to link a document to 100,000 commitments.

Run: python benchmarks/progress.py [--pairs N] [--first N] [--paraphrased] [--commitments N]
A pair is two invented news reports: one in which a country undertakes something, and a later one that tells that it
was done, begun, not done, taken back or undertaken again, or, of a promise to leave it alone, that it was done all the
same; or that only looks so (another doer, another thing, a hope, a question, an "if"). Both go through reading and
annotating as any text does, all pairs into one record, so that undertakings of one country meet. Precision is of the
links that comparing put. `--paraphrased` tells the same in passing, by participles, of the thing itself, as put off or
by a deadline missed.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from onrecord import annotate, read
from onrecord.comparing import compare
from onrecord.comparing.followups import keys_of_promises
from onrecord.comparing.meeting import PROMISED
from onrecord.comparing.progress import commitment_keys
from onrecord.model.documents import Document, Source
from onrecord.model.identity import content_id
from onrecord.model.items import Annotated, Commitment
from onrecord.model.spans import Span
from onrecord.model.times import Interval
from onrecord.record import Filters, Record

COUNTRIES = (
    "Norland", "Sudmark", "Velmark", "Sorania", "Halland", "Ostrovia", "Tarnia", "Brelund", "Kestria", "Morvania",
    "Lethia", "Duvania", "Arvelia", "Pellonia", "Zandria", "Quelland",
)  # fmt: skip
DEEDS = (
    ("publish", "published", "publishing", "the water readings of the {thing} stations"),
    ("open", "opened", "opening", "a second {thing} terminal for ferries"),
    ("train", "trained", "training", "forty {thing} inspectors for the northern ports"),
    ("repair", "repaired", "repairing", "the old {thing} bridge over the estuary"),
    ("remove", "removed", "removing", "the {thing} tariffs on smoked fish"),
    ("release", "released", "releasing", "the crew of the {thing} trawler"),
    ("build", "built", "building", "a {thing} wall along the river bank"),
    ("close", "closed", "closing", "the {thing} smelter near the lake"),
    ("share", "shared", "sharing", "the {thing} radar records of the strait"),
    ("convene", "convened", "convening", "a joint panel of {thing} pilots"),
)
THINGS = (
    "copper", "granite", "timber", "amber", "cobalt", "linen", "barley", "salt", "slate", "walnut", "ceramic", "nickel",
    "cedar", "marble", "cotton", "sulphur", "tin", "rubber", "wool", "lime",
)  # fmt: skip
UNDERTAKEN = ("{who} promised to {deed} {what} by the end of 2021.", "{who} pledged to {deed} {what}.",
              "{who} agreed to {deed} {what} by October 2021.", "{who} vowed to {deed} {what}.")  # fmt: skip
FORBORNE = ("{who} promised not to {deed} {what}.", "{who} pledged never to {deed} {what}.",
            "{who} said it would not {deed} {what}.")  # fmt: skip
TOLD_OF_FORBORNE = {"told-contrary": ("{who} {did} {what} in June.", "{who} has {did} {what}."),
                    None: ("{who} has not {did} {what}.", "{other} {did} {what} in June.")}  # fmt: skip
TOLD: Mapping[str | None, tuple[str, ...]] = {
    "told-done": ("{who} {did} {what} in June.", "{who} has {did} {what}."),
    "told-underway": ("{who} has begun {doing} {what}.", "{who} has so far {did} part of {what}."),
    "told-undone": ("{who} has not {did} {what}.", "{who} failed to {deed} {what}."),
    "told-withdrawn": ("{who} dropped its plan to {deed} {what}.", "{who} withdrew its pledge to {deed} {what}."),
    "undertaken-again": ("{who} again promised to {deed} {what}.", "{who} pledged to {deed} {what} once more."),
    None: (
        "{other} {did} {what} in June.", "{who} {did} the {elsewhere} of its coast guard in June.",
        "Fishermen hope that {who} will {deed} {what}.", "If {who} {did} {what}, nobody in the town saw it.",
        "{other} urged {who} to {deed} {what}.", "Has {who} {did} {what}?", "{who} could {deed} {what} one day.",
    ),
}  # fmt: skip
PARAPHRASED: Mapping[str | None, tuple[str, ...]] = {
    "told-done": ("{What} was {did} by {who} in June.", "Pilots now know {what}, {did} by {who} in June.",
                  "{who} was praised for {what} that it {did} in June."),
    "told-undone": ("{What} has still not been {did} by {who}.", "{who} has yet to {deed} {what}."),
    "told-broken": ("{who} missed the October deadline to {deed} {what}.",
                    "The promise to {deed} {what} was not kept."),
    "told-late": ("{who} has postponed the {doing} of {what} until May.",
                  "The {doing} of {what} has been delayed until May, {who} said."),
    None: (
        "{What} was {did} by {other} in June.", "Pilots now know {what}, {did} by {other} in June.",
        "{other} has postponed the {doing} of {what} until May.",
        "{other} missed the October deadline to {deed} {what}.",
        "The {doing} of the {elsewhere} of its coast guard has been delayed until May, {who} said.",
        "{who} missed the October deadline to {deed} the {elsewhere} of its coast guard.",
        "{What} that {who} wants to {deed} may never be {did}.",
    ),
}  # fmt: skip
"""The same told otherwise."""
FORBORNE_SHARE = 0.3
"""Of the pairs without a link, how many begin with a promise to leave something alone."""
IN_ONE = 50
"""Undertakings in one of the documents to which another is linked."""
FILLER = (
    "The ferry was late again on Monday.", "Prices in the market hardly moved.", "A storm is expected in the west.",
    "The choir sang in the old hall.", "Two roads were shut for the race.",
)  # fmt: skip


class Pair(NamedTuple):
    """Two reports, and which link there is between them, if any."""

    first: str
    second: str
    link: str | None


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pairs", type=int, default=120)
    parser.add_argument("--first", type=int, default=0, help="the number of the first pair: further pairs")
    parser.add_argument("--paraphrased", action="store_true", help="told in passing, by participles, put off, missed")
    parser.add_argument("--commitments", type=int, default=100_000)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        told = PARAPHRASED if given.paraphrased else TOLD
        links(Path(folder), given.pairs, first=given.first, errors=given.errors, told=told)
        if given.commitments:
            linking(Path(folder), given.commitments)


Telling = Mapping[str | None, tuple[str, ...]]


def invented(number: int, told_as: Telling = TOLD) -> Pair:
    """The pair of a number, always the same."""
    chance = random.Random(f"progress {number}")
    who, other = chance.sample(COUNTRIES, 2)
    deed, did, doing, what = chance.choice(DEEDS)
    plain = told_as is TOLD
    link = chance.choice([*told_as, *(TOLD_OF_FORBORNE if plain else ()), None])
    forborne = link == "told-contrary" or (plain and link is None and chance.random() < FORBORNE_SHARE)
    words = {
        "who": who, "other": other, "deed": deed, "did": did, "doing": doing,
        "elsewhere": chance.choice(("budget", "flag")),
        "what": what.format(thing=f"{chance.choice(THINGS)} {THINGS[number % len(THINGS)]}"),
    }  # fmt: skip
    words["What"] = words["what"][0].upper() + words["what"][1:]
    texts = []
    first, later = (FORBORNE, TOLD_OF_FORBORNE) if forborne else (UNDERTAKEN, told_as)
    for day, told in (("March 3, 2021", chance.choice(first)), ("September 9, 2021", chance.choice(later[link]))):
        sentences = [told.format(**words), *chance.sample(FILLER, 2)]
        chance.shuffle(sentences)
        texts.append(f"{who.upper()}, {day} (Harbour Post) — {' '.join(sentences)}\n")
    return Pair(texts[0], texts[1], link)


def links(folder: Path, pairs: int, *, first: int = 0, errors: bool = False, told: Telling = TOLD) -> None:
    """Read, annotate and compare the pairs in one record; precision and recall of its links."""
    counts: Counter[str] = Counter()
    pair_of: dict[str, int] = {}
    wanted = {number: invented(number, told) for number in range(first, first + pairs)}
    with Record.open(folder / "links.db") as record:
        for number, pair in wanted.items():
            for part, text in enumerate((pair.first, pair.second)):
                path = folder / f"{number}-{part}.txt"
                path.write_text(text, encoding="utf-8")
                with record.transaction():
                    kept = record.keep(annotate(read(path)))
                    compare(record, kept.document)
                pair_of[kept.document] = number
        put: dict[int, set[str]] = {}
        for finding in record.findings(Filters(kind="progress")):
            ends = {pair_of[evidence.document] for evidence in finding.evidence}
            right = len(ends) == 1 and finding.method == wanted[next(iter(ends))].link
            counts["put"] += 1
            counts["right"] += right
            if right:
                put.setdefault(next(iter(ends)), set()).add(finding.method)
            elif errors:
                print(f"wrong  {finding.method} for {[wanted[end].link for end in ends]}: {finding.reason}")
    known = {number: pair.link for number, pair in wanted.items() if pair.link}
    found = sum(link in put.get(number, ()) for number, link in known.items())
    by_link = Counter(known.values())
    hit = Counter(link for number, link in known.items() if link in put.get(number, ()))
    if errors:
        for number, link in known.items():
            if link not in put.get(number, ()):
                print(f"missed {link}: {wanted[number].first.strip()} | {wanted[number].second.strip()}")
    print(f"{pairs} pairs, {len(known)} with a link: {counts['put']} links put, {counts['right']} right "
          f"(precision {100 * counts['right'] / max(counts['put'], 1):.1f} %, "
          f"recall {100 * found / max(len(known), 1):.1f} %)")  # fmt: skip
    print(", ".join(f"{link} {hit[link]}/{number}" for link, number in sorted(by_link.items())))


def linking(folder: Path, number: int) -> None:
    """The time that one more document takes in a record of many commitments."""
    chance = random.Random("linking")
    with Record.open(folder / "many.db") as record:
        for at in range(0, number, IN_ONE):
            with record.transaction():
                batch = _many(at, min(IN_ONE, number - at), chance)
                record.keep(batch)
                record.index_items("undertaking", {c.id: commitment_keys(c) for c in batch.commitments})
                record.index_items(PROMISED, keys_of_promises(batch))
        new = []
        for pair in (invented(n) for n in range(20_000, 20_010)):
            path = folder / "new.txt"
            path.write_text(pair.second, encoding="utf-8")
            new.append(annotate(read(path)))
        times, used = [], []
        for annotated in new:
            with record.transaction():
                kept = record.keep(annotated)
                begun, before = time.perf_counter(), time.process_time()
                compare(record, kept.document)
                times.append(1000 * (time.perf_counter() - begun))
                used.append(1000 * (time.process_time() - before))
    times.sort()
    used.sort()
    print(f"linking a document to a record of {number:,} commitments: median {times[len(times) // 2]:.0f} ms, "
          f"longest {times[-1]:.0f} ms of {len(times)}; "
          f"of processor time {used[len(used) // 2]:.0f} and {used[-1]:.0f} ms")  # fmt: skip


def _many(at: int, count: int, chance: random.Random) -> Annotated:
    """A document with many undertakings, each like those of the pairs."""
    text, made = "", []
    identity = content_id("document", at)
    for _ in range(count):
        deed, _, _, what = chance.choice(DEEDS)
        who = chance.choice(COUNTRIES)
        action = f"{deed} {what.format(thing=f'{chance.choice(THINGS)} {chance.choice(THINGS)}')}"
        words = f"{who} promised to {action}."
        span = Span(len(text), len(text) + len(words) - 1)
        text += f"{words}\n"
        made.append(
            Commitment(
                id=content_id("commitment", identity, (span,)), document=identity, spans=(span,), parties=(who,),
                action=action, kind="pledge", announced=Interval(start="2021-03-03", end="2021-03-04", precision="day",
                                                                 text="March 3"),
            )
        )  # fmt: skip
    document = Document(
        id=identity, text=text,
        source=Source(uri=f"{at}.txt", sha256=f"{at:064}", media_type="text/plain", read_at="2021-03-03T00:00:00Z"),
    )  # fmt: skip
    return Annotated(document=document, version="made", commitments=tuple(made))


if __name__ == "__main__":
    main()
