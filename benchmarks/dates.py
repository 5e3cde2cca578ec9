"""Precision, recall and F1 of time expressions on WikiWars, beside dateparser, Recognizers-Text and spaCy.

    python benchmarks/dates.py DATA_DIRECTORY [--peers [NAME …]] [--half even|odd] [--errors N]

DATA_DIRECTORY holds wikiwars.jsonl.gz (22 articles, 2,636 TIMEX3 tags). The grammar was tuned on the articles with an
even number; of the others only the total is looked at, and `--errors` shows none of theirs. As in TempEval-3, a
span counts as found where it overlaps an annotated one ("relaxed"), each with one at most; "exact" asks for the
same two ends. A value counts where the span overlaps and the TIMEX3 value is the same, and its precision and
recall are over all expressions. Peers are asked for what they offer: spaCy's entities have no values.
"""

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from onrecord.language.parsing import MODELS
from onrecord.language.timereading import Anchor
from onrecord.language.timex import find_timexes
from rows import read_rows

if TYPE_CHECKING:
    from spacy.language import Language


class Found(NamedTuple):
    """A time found: where, and its TIMEX3 value where the tool gives one."""

    start: int
    end: int
    value: str | None


LEADS = re.compile(r"(?:(?:on|in|at|by|of|to|until|from|and|during)\s+)+", re.IGNORECASE)
"""Words before a date that dateparser's search takes in and no TIMEX3 tag does."""
Finder = Callable[[str, date], Iterable[Found]]


class Counts:
    """What was found over some documents."""

    def __init__(self) -> None:
        self.gold = self.found = self.exact = self.relaxed = self.right = 0
        self.seconds = 0.0
        self.wrong: list[str] = []

    def add(self, document: dict[str, Any], found: list[Found], seconds: float) -> None:
        """Count one document."""
        text, gold = document["text"], document["gold"]
        self.gold += len(gold)
        self.found += len(found)
        self.seconds += seconds
        taken: set[int] = set()
        for item in gold:
            hit = _best(item, found, taken)
            if hit is None:
                self.wrong.append(f"missed   {text[item['start'] - 30 : item['end'] + 20]!r} {item['text']!r}")
                continue
            taken.add(hit)
            self.relaxed += 1
            start, end, value = found[hit]
            exact = (start, end) == (item["start"], item["end"])
            self.exact += exact
            self.right += value is not None and value == item["value"]
            if not exact:
                self.wrong.append(f"span     {text[start:end]!r} for {item['text']!r}")
            if value != item["value"]:
                self.wrong.append(
                    f"value    {text[start - 30 : end]!r}: {value} for {item['value']} ({item['text']!r})"
                )
        self.wrong += [
            f"spurious {text[start - 30 : end + 20]!r} {text[start:end]!r}"
            for number, (start, end, _) in enumerate(found)
            if number not in taken
        ]

    def report(self, name: str, *, values: bool = True) -> None:
        """Print the scores."""
        print(f"{name}: {self.gold} expressions in the set, {self.found} found, {self.seconds:.2f} s")
        rows = [("span, relaxed", self.relaxed), ("span, exact", self.exact)]
        for row, hits in [*rows, ("value", self.right)] if values else rows:
            print(f"  {row:14} {scores(hits, self.found, self.gold)}")


def scores(hits: int, found: int, gold: int) -> str:
    """Precision, recall and F1 as a line."""
    precision, recall = hits / max(found, 1), hits / max(gold, 1)
    score = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * score:5.1f}"


def _best(item: dict[str, Any], found: list[Found], taken: set[int]) -> int | None:
    """The expression found that an annotated one goes with: the one that overlaps it most."""
    overlapping = [
        (min(end, item["end"]) - max(start, item["start"]), -number)
        for number, (start, end, _) in enumerate(found)
        if number not in taken and start < item["end"] and item["start"] < end
    ]
    return -max(overlapping)[1] if overlapping else None


def ours(text: str, day: date) -> list[Found]:
    """This project's grammar, reading a story of past times."""
    times = find_timexes(text, Anchor(day, "day", narrative=True))
    return [Found(time.span.start, time.span.end, time.value) for time in times]


def dateparser_finds(text: str, day: date) -> list[Found]:
    """What dateparser's search finds; it gives moments, whose precision its words tell."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime(day.year, day.month, day.day), "RETURN_TIME_AS_PERIOD": True}
    found: list[Found] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        at = paragraph.start()
        for words, moment in search_dates(paragraph.group(), languages=["en"], settings=settings) or ():
            start = text.find(words, at, paragraph.end())
            if start >= 0:
                lead = LEADS.match(words)
                at = start + len(words)
                found.append(Found(start + (lead.end() if lead else 0), at, _precise(words, moment)))
    return found


def _precise(words: str, moment: datetime) -> str:
    """A moment cut to what its words name: a year, a month or a day."""
    if re.fullmatch(r"\D*\d{4}\D*", words) and not re.search(r"[A-Za-z]{3}", words):
        return f"{moment:%Y}"
    return f"{moment:%Y-%m-%d}" if re.search(r"\b\d{1,2}\b|day|today", words) else f"{moment:%Y-%m}"


def recognizers_find(text: str, day: date) -> list[Found]:
    """What Recognizers-Text finds; its timex is a TIMEX3 value but for ranges and open years."""
    from recognizers_date_time import Culture, recognize_datetime  # type: ignore[import-not-found,import-untyped,unused-ignore]

    found: list[Found] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        results = recognize_datetime(paragraph.group(), Culture.English, reference=datetime(*day.timetuple()[:3]))
        for result in results:
            values = (result.resolution or {}).get("values") or [{}]
            start = paragraph.start() + result.start
            found.append(Found(start, paragraph.start() + result.end + 1, _resolved(values[0])))
    return found


def _resolved(value: dict[str, str]) -> str:
    timex = value.get("timex", "")
    if "XXXX" in timex and value.get("value", "")[:4].isdigit():
        return value["value"]
    return timex


def spacy_finds(text: str, day: date) -> list[Found]:
    """SpaCy's DATE and TIME entities."""
    return [
        Found(paragraph.start() + entity.start_char, paragraph.start() + entity.end_char, None)
        for paragraph in re.finditer(r"[^\n]+", text)
        for entity in _spacy()(paragraph.group()).ents
        if entity.label_ in {"DATE", "TIME"}
    ]


@lru_cache(maxsize=1)
def _spacy() -> "Language":
    """The small English model with its entities, which the package loads without them."""
    model: Language = import_module(next(name for name in MODELS if find_spec(name))).load()
    return model


PEERS = ("dateparser", "recognizers", "spacy")


def measure(documents: list[dict[str, Any]], find: Finder) -> Counts:
    """Run a finder over documents."""
    counts = Counts()
    for document in documents:
        begun = time.perf_counter()
        found = list(find(document["text"], date.fromisoformat(document["dct"])))
        counts.add(document, found, time.perf_counter() - begun)
    return counts


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--half", choices=("even", "odd"), help="print this half alone")
    parser.add_argument("--errors", type=int, default=0, help="show so many errors of the half tuned on")
    parser.add_argument(
        "--peers", nargs="*", choices=PEERS, help="measure the peers that are installed too, or those named"
    )
    arguments = parser.parse_args()
    documents = list(read_rows(arguments.directory / "wikiwars.jsonl.gz"))
    halves = {"even": documents[::2], "odd": documents[1::2]}
    if arguments.half != "odd":
        tuned = measure(halves["even"], ours)
        tuned.report("OnRecord, articles 0, 2, 4 … (tuned on)")
    if arguments.half != "even":
        measure(halves["odd"], ours).report("OnRecord, articles 1, 3, 5 … (the other half)")
    if arguments.half is None:
        measure(documents, ours).report("OnRecord, all")
    if arguments.peers is not None:
        _report_peers(halves[arguments.half] if arguments.half else documents, arguments.peers or PEERS)
    if arguments.errors and arguments.half != "odd":
        step = max(1, len(tuned.wrong) // arguments.errors)
        print(*tuned.wrong[::step][: arguments.errors], sep="\n")


def _report_peers(documents: list[dict[str, Any]], peers: Iterable[str]) -> None:
    for name, module, find in (
        ("dateparser", "dateparser", dateparser_finds),
        ("recognizers", "recognizers_date_time", recognizers_find),
        ("spacy", "spacy", spacy_finds),
    ):
        if name not in peers:
            continue
        if find_spec(module) is None:
            print(f"{name}: not installed")
        else:
            measure(documents, find).report(name, values=name != "spacy")


if __name__ == "__main__":
    main()
