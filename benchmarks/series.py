"""Links between promises and what later documents tell of them, on invented series that others labelled.

Run: python benchmarks/series.py [--part open|press|plain|sealed|unseen|blind] [--errors]
`benchmarks/labelled/series/GUIDELINE.md` tells the notation and what counts. Each series is read into a record of its
own. A link is right where the promise and the later passage overlap a marked undertaking and a marked passage that are
listed together; its status is judged apart. Links of undertakings that nobody marked are counted, not judged.
`--errors` prints wrong and missed links, but for the blind parts, which are for totals.
"""

import argparse
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src")]

from onrecord import annotate, read  # noqa: E402 (the package beside this folder, found by the line above)
from onrecord.comparing import compare  # noqa: E402
from onrecord.comparing.progress import STATUSES as STATUS_OF  # noqa: E402
from onrecord.model.documents import Document  # noqa: E402
from onrecord.model.findings import Finding  # noqa: E402
from onrecord.model.items import Commitment  # noqa: E402
from onrecord.model.spans import Spans  # noqa: E402
from onrecord.record import Filters, Record  # noqa: E402

FOLDER = HERE / "labelled" / "series"
STATUSES = ("done", "in_progress", "broken", "withdrawn", "repeated")
BLIND = ("sealed", "unseen", "blind")
"""Parts that nobody tunes on."""
OVERLAP = 0.5
"""Of the shorter of two stretches, how much the other must hold to be one with it."""

_HEAD = re.compile(r"## (?P<day>[\d-]+) \| (?P<outlet>[^|]+) \| (?P<title>.+)")
_MARK = re.compile(r"\{(\d+):|\}")
_LINK = re.compile(r"(?P<status>\w+) (?P<first>\d+) (?P<later>[\d,]+)")


class Mark(NamedTuple):
    """A marked stretch: in which document of the series, and from where to where in its plain body."""

    document: int
    start: int
    end: int


class Written(NamedTuple):
    """A document of a series."""

    day: str
    outlet: str
    title: str
    body: str


class Series(NamedTuple):
    """Documents in order of time, marks by number, and the status of each listed pair of marks."""

    name: str
    documents: list[Written]
    marks: dict[int, Mark]
    links: dict[tuple[int, int], str]

    @property
    def undertakings(self) -> set[int]:
        """The marks that are undertakings: those with a link, and those that nobody tells of."""
        told = {later for _, later in self.links}
        return {first for first, _ in self.links} | (self.marks.keys() - told)


def series_of(text: str) -> Series:
    """A series in the writers' notation."""
    head, _, rest = text.partition("\n")
    body, _, listed = rest.partition("### links")
    documents: list[Written] = []
    marks: dict[int, Mark] = {}
    for part in re.split(r"^(?=## )", body, flags=re.MULTILINE):
        if (found := _HEAD.match(part)) is not None:
            plain, here = _plain(part[found.end() :].strip())
            marks |= {number: Mark(len(documents), start, end) for number, (start, end) in here.items()}
            documents.append(Written(found["day"], found["outlet"].strip(), found["title"].strip(), plain))
    links = {
        (int(m["first"]), int(later)): m["status"] for m in _LINK.finditer(listed) for later in m["later"].split(",")
    }
    return Series(head.partition(":")[2].strip(), documents, marks, links)


def _plain(marked: str) -> tuple[str, dict[int, tuple[int, int]]]:
    """A text without its marks, and where they stood."""
    plain, at, opened = "", 0, list[tuple[int, int]]()
    found: dict[int, tuple[int, int]] = {}
    for mark in _MARK.finditer(marked):
        plain += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            opened.append((int(mark[1]), len(plain)))
        else:
            number, start = opened.pop()
            found[number] = (start, len(plain))
    return plain + marked[at:], found


class Link(NamedTuple):
    """A link that was put: the marks at its ends, the status it tells, and how it reads."""

    first: frozenset[int]
    later: frozenset[int]
    status: str
    reads: str
    score: float


class Outcome(NamedTuple):
    """What was put for a series, and which of its undertakings were found as promises."""

    series: Series
    links: list[Link]
    found: frozenset[int]


def outcome_of(series: Series, folder: Path) -> Outcome:
    """Read, annotate and compare a series in a record of its own."""
    kept: list[tuple[Document, Sequence[Commitment]]] = []
    with Record.open(folder / f"{series.name}.db") as record:
        for number, written in enumerate(series.documents):
            path = folder / f"{series.name}-{number}.json"
            told = {"title": written.title, "outlet": written.outlet, "published": written.day, "text": written.body}
            path.write_text(json.dumps(told), encoding="utf-8")
            annotated = annotate(read(path))
            with record.transaction():
                compare(record, record.keep(annotated).document)
            kept.append((annotated.document, annotated.commitments))
        findings = list(record.findings(Filters(kind="progress")))
    places = {document.id: number for number, (document, _) in enumerate(kept)}
    moved = {document.id: moved_in(document.text, series.documents[places[document.id]].body) for document, _ in kept}

    def marks_at(document: str, spans: Spans) -> frozenset[int]:
        return frozenset(
            number
            for number, mark in series.marks.items()
            if mark.document == places[document] and overlaps(spans, mark, moved[document])
        )

    found = {n for document, promised in kept for c in promised for n in marks_at(document.id, c.spans)}
    links = [_link(finding, marks_at) for finding in findings]
    return Outcome(series, links, frozenset(found & series.undertakings))


def _link(finding: Finding, marks_at: Callable[[str, Spans], frozenset[int]]) -> Link:
    first, later = finding.evidence
    return Link(
        marks_at(first.document, first.spans), marks_at(later.document, later.spans), STATUS_OF[finding.method],
        f"{finding.method} {finding.score}: {finding.reason}", finding.score,
    )  # fmt: skip


def moved_in(text: str, body: str) -> list[int]:
    """For each character of a body its place in the text that reading made of it: paragraphs keep their words."""
    places, at = [], 0
    for character in body:
        found = text.find(character, at) if not character.isspace() else -1
        if found >= 0 and text[at:found].strip() == "":
            at = found
        places.append(at)
        at += found >= 0
    return places


def overlaps(spans: Spans, mark: Mark, moved: Sequence[int]) -> bool:
    """Whether spans of the text that was read are those of a mark of the body."""
    start, end = moved[mark.start], moved[mark.end - 1] + 1
    shared = sum(max(0, min(end, span.end) - max(start, span.start)) for span in spans)
    return shared >= OVERLAP * min(end - start, sum(span.end - span.start for span in spans))


def judged(outcome: Outcome, link: Link) -> tuple[list[tuple[int, int]], str]:
    """The listed pairs that a link is, and whether it is "right", "none", "wrong", or not "judged"."""
    series = outcome.series
    again = {later: first for (first, later), status in series.links.items() if status == "repeated"}
    firsts = link.first | {again[mark] for mark in link.first if mark in again}
    if not firsts & series.undertakings:
        return [], "not judged"
    pairs = [(first, later) for first in firsts for later in link.later if (first, later) in series.links]
    real = [pair for pair in pairs if series.links[pair] != "none"]
    return (real, "right") if real else (pairs, "none" if pairs else "wrong")


def main() -> None:
    """Measure a part and print its totals."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--part", choices=("open", "press", "plain", *BLIND), default="open")
    parser.add_argument("--errors", action="store_true", help="print wrong and missed links (open alone)")
    parser.add_argument("--series", help="one series alone (open alone)")
    given = parser.parse_args()
    if given.part in BLIND and (given.errors or given.series):
        parser.error(f"of the part {given.part} only totals are printed")
    paths = sorted((FOLDER / given.part).glob("*.txt"))
    wanted = [series_of(path.read_text(encoding="utf-8")) for path in paths if given.series in {None, path.stem}]
    with tempfile.TemporaryDirectory() as folder:
        outcomes = [outcome_of(series, Path(folder)) for series in wanted]
    if given.errors:
        for outcome in outcomes:
            show_errors(outcome)
    show(outcomes)


def show(outcomes: Sequence[Outcome]) -> None:
    """Print the totals."""
    counts: Counter[str] = Counter()
    by_status: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        series = outcome.series
        counts["undertakings"] += len(series.undertakings)
        counts["promises found"] += len(outcome.found)
        hit: dict[tuple[int, int], set[str]] = defaultdict(set)
        taken: set[tuple[int, int]] = set()
        for link in outcome.links:
            pairs, verdict = judged(outcome, link)
            counts[verdict] += 1
            if verdict == "right":
                counts["status right"] += any(series.links[pair] == link.status for pair in pairs)
            for pair in pairs:
                if verdict == "right":
                    hit[pair].add(link.status)
                else:
                    taken.add(pair)
        counts["none taken"] += len(taken)
        counts["nones"] += sum(status == "none" for status in series.links.values())
        for pair, status in _real(series):
            known = pair[0] in outcome.found
            counts["links"] += 1
            counts["links of found"] += known
            counts["hit"] += pair in hit
            counts["hit of found"] += known and pair in hit
            by_status[status]["all"] += 1
            by_status[status]["hit"] += pair in hit
            by_status[status]["told so"] += status in hit.get(pair, ())
    put = counts["right"] + counts["none"] + counts["wrong"]
    found = _share(counts["promises found"], counts["undertakings"])
    documents = sum(len(outcome.series.documents) for outcome in outcomes)
    print(f"{len(outcomes)} series, {documents} documents: {found} of the marked undertakings found as promises")
    print(f"{put} links put that can be judged, {counts['right']} right: precision {_share(counts['right'], put)}, "
          f"with the right status {_share(counts['status right'], put)}; "
          f"{counts['not judged']} of undertakings that nobody marked")  # fmt: skip
    print(f"recall {_share(counts['hit'], counts['links'])}, of links whose undertaking was found "
          f"{_share(counts['hit of found'], counts['links of found'])}; "
          f"of {counts['nones']} passages that only look so {counts['none taken']} taken")  # fmt: skip
    for status in STATUSES:
        told = by_status[status]
        print(f"  {status}: {told['hit']} of {told['all']} linked, {told['told so']} with that status")


def show_errors(outcome: Outcome) -> None:
    """Print what was put wrongly and what was missed."""
    series = outcome.series
    words = {n: series.documents[m.document].body[m.start : m.end] for n, m in series.marks.items()}
    hit = {pair for link in outcome.links for pair in judged(outcome, link)[0]}
    print(f"# {series.name}")
    for link in outcome.links:
        pairs, verdict = judged(outcome, link)
        told = [f"{first}-{later} {series.links[first, later]}" for first, later in pairs]
        wrong = verdict != "right" or not any(series.links[pair] == link.status for pair in pairs)
        print(f"  {'!!' if wrong else 'ok'} {verdict} {sorted(link.first)}-{sorted(link.later)} {told} {link.reads}")
    for pair, status in _real(series):
        if pair not in hit:
            lost = "" if pair[0] in outcome.found else " (no promise found)"
            print(f"  missed {status}{lost}: {words[pair[0]]!r} -> {words[pair[1]]!r}")


def _real(series: Series) -> Iterator[tuple[tuple[int, int], str]]:
    return ((pair, status) for pair, status in series.links.items() if status != "none")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f} % ({part} of {whole})"


if __name__ == "__main__":
    main()
