"""Undertakings beside later clauses, with what the one tells of the other, from labelled series.

    PYTHONPATH=src python -m training.outcome_pairs FOLDER… --to PAIRS.jsonl

Every undertaking that is found where one is marked stands beside every clause of the later documents that may tell.
Where a marked passage holds several clauses, the one that shares most with the undertaking bears the label, and what
the others tell is left open. A line is one pair.
"""

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

sys.path.insert(0, "benchmarks")

from onrecord import annotate, read
from onrecord.comparing.following import telling_clauses
from onrecord.comparing.in_place import told_text
from onrecord.comparing.outcome_texts import undertaken_text
from onrecord.comparing.tellings import how_often, shared
from onrecord.comparing.undertaken import parts_of
from onrecord.model.items import Annotated
from onrecord.model.spans import Spans
from series import Series, Written, moved_in, overlaps, series_of

WRITTEN = Path("training/data/series")
"""Series that are written to learn from, many in a file."""
_HEAD = re.compile(r"^(?=# series:)", re.MULTILINE)


class OutcomePair(msgspec.Struct):
    """An undertaking and a clause as the model reads them.

    `status` is what the clause tells of it, "none", or "" where the labels leave that open. `mass` is what the two
    share, weighed, and `source` which undertaking of which series it is.
    """

    told: str
    undertaken: str
    status: str
    mass: float
    source: str


def all_series(folders: Sequence[Path]) -> Iterator[Series]:
    """The series of all files of some folders."""
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            yield from (series_of(part) for part in _HEAD.split(path.read_text(encoding="utf-8")) if part.strip())


def annotated_of(name: str, documents: Sequence[Written], folder: Path) -> list[Annotated]:
    """The documents of a series, read and annotated."""
    found = []
    for number, written in enumerate(documents):
        path = folder / f"{re.sub('[^a-z0-9-]', '-', name)}-{number}.json"
        told = {"title": written.title, "outlet": written.outlet, "published": written.day, "text": written.body}
        path.write_text(json.dumps(told), encoding="utf-8")
        found.append(annotate(read(path)))
    return found


def pairs_of(series: Series, folder: Path) -> Iterator[OutcomePair]:
    """All pairs of a series whose undertaking is marked."""
    annotated = annotated_of(series.name, series.documents, folder)
    moved = [moved_in(a.document.text, series.documents[number].body) for number, a in enumerate(annotated)]
    again = {later: first for (first, later), status in series.links.items() if status == "repeated"}
    for first, earlier in enumerate(annotated):
        promised = [c for c in earlier.commitments if c.kind != "call_for"]
        often = how_often(part for commitment in promised for part in parts_of(commitment, earlier.document))
        for commitment in promised:
            marks = marks_at(series, first, commitment.spans, moved)
            firsts = (marks | {again[mark] for mark in marks if mark in again}) & series.undertakings
            if not firsts:
                continue
            parts = parts_of(commitment, earlier.document)
            for second in range(first + 1, len(annotated)):
                later = annotated[second]
                rows = []
                for told in telling_clauses(later.claims):
                    at = marks_at(series, second, told.claim.spans, moved)
                    rows.append((told, at, max(sum(shared(part, told, often).values()) for part in parts)))
                for told, at, mass in rows:
                    linked = {m: s for m in at for f in firsts if (s := series.links.get((f, m), "none")) != "none"}
                    status = "none"
                    if linked:
                        mark = min(linked, key=lambda m: series.marks[m].end - series.marks[m].start)
                        beside = [other for _, others, other in rows if mark in others]
                        status = linked[mark] if mass >= max(beside) else ""
                    yield OutcomePair(
                        told_text(told.claim, later.document), undertaken_text(commitment, earlier.document), status,
                        round(mass, 3), f"{series.name}/{commitment.id}",
                    )  # fmt: skip


def marks_at(series: Series, document: int, spans: Spans, moved: Sequence[Sequence[int]]) -> set[int]:
    """The marks of a document of a series that spans of its text are."""
    return {
        number
        for number, mark in series.marks.items()
        if mark.document == document and overlaps(spans, mark, moved[document])
    }


def main() -> None:
    """Write the pairs of the folders given."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("folders", type=Path, nargs="*", default=[WRITTEN])
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    encoder = msgspec.json.Encoder()
    with given.to.open("wb") as file, tempfile.TemporaryDirectory() as name:
        for series in all_series(given.folders):
            for pair in pairs_of(series, Path(name)):
                file.write(encoder.encode(pair) + b"\n")


if __name__ == "__main__":
    main()
