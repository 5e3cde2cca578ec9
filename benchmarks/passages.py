"""Undertakings in invented passages that were labelled before any rule saw them: F1 with kind, parties and deadline.

Run: python benchmarks/passages.py [--part one|two|…] [--errors]
The passages stand in `benchmarks/labelled/passages/`, a file a part, in the writer's notation: a line with "@" opens a
passage (number, day, genre, outlet), each further line is a sentence, and a line with ">" labels the sentence above it
(kind, first words of the action, parties, deadline). "/" parts readings that are right, "&" joins parties, "-" is none,
"?" is not judged; a sentence after "~" is context and not counted. GUIDELINE-commitments.md holds for them too.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

from commitments import Label, Outcome, judge, show  # noqa: E402 (a script beside this one, found by the line above)
from onrecord import read  # noqa: E402
from onrecord.annotating.commitments import find_commitments  # noqa: E402
from onrecord.annotating.speakers import attribute_speakers  # noqa: E402
from onrecord.annotating.statements import find_statements  # noqa: E402
from onrecord.language.names import find_names  # noqa: E402
from onrecord.language.parsing import analyse  # noqa: E402
from onrecord.model.documents import Document  # noqa: E402
from onrecord.model.items import Commitment  # noqa: E402
from onrecord.model.times import Published  # noqa: E402

FOLDER = HERE / "labelled" / "passages"


class Line(NamedTuple):
    """A sentence with its labels as written; a sentence that is only context has `None`."""

    words: str
    labels: list[str] | None


class Passage(NamedTuple):
    """A short invented document: what heads it, and its sentences."""

    number: str
    day: str
    genre: str
    outlet: str
    lines: list[Line]


def main() -> None:
    """Annotate the passages of the parts and print the scores of each."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--part", help="one part alone")
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    for path in sorted(FOLDER.glob("*.txt")):
        if given.part in {None, path.stem}:
            print(f"{path.stem}:")
            outcomes, articles = scored(list(passages(path.read_text(encoding="utf-8"))))
            show(outcomes, articles, errors=1 if given.errors else 0)


def passages(text: str) -> Iterator[Passage]:
    """The passages of a part."""
    current: Passage | None = None
    for line in text.splitlines():
        if line.startswith("@"):
            if current is not None:
                yield current
            number, day, genre, *outlet = (piece.strip() for piece in line[1:].split("|"))
            current = Passage(number, day, genre, outlet[0] if outlet else "", [])
        elif current is not None and line.startswith(">"):
            labels = current.lines[-1].labels
            assert labels is not None, f"a label of context: {line}"
            labels.append(line[1:].strip())
        elif current is not None and line.strip():
            context = line.startswith("~")
            current.lines.append(Line(line.removeprefix("~").strip(), None if context else []))
    if current is not None:
        yield current


def document_in(folder: Path, passage: Passage) -> Document:
    """A passage as reading gives it, with its day: a transcript in lines, anything else in one paragraph."""
    path = folder / f"{passage.number}.txt"
    turns = passage.genre == "transcript"
    pieces = [line.words if line.words[-1:] in '.?!”"' else f"{line.words}\n\n" for line in passage.lines]
    path.write_text(("\n\n" if turns else " ").join(pieces) + "\n", encoding="utf-8")
    document = read(path)
    day = date.fromisoformat(passage.day)
    published = Published(
        start=day.isoformat(), end=(day + timedelta(1)).isoformat(), precision="day", text=passage.day,
        known_by="metadata",
    )  # fmt: skip
    document = msgspec.structs.replace(document, published=published, outlet=passage.outlet or None)
    return msgspec.structs.replace(document, genre="release") if passage.genre == "release" else document


def scored(parts: Sequence[Passage]) -> tuple[list[Outcome], dict[str, dict[str, str]]]:
    """What is found in each judged sentence, and the texts."""
    sentences: list[Label] = []
    articles: dict[str, dict[str, str]] = {}
    documents: dict[str, Document] = {}
    with tempfile.TemporaryDirectory() as folder:
        for passage in parts:
            document = document_in(Path(folder), passage)
            documents[passage.number] = document
            articles[passage.number] = {"id": passage.number, "text": document.text, "date": passage.day}
            sentences += labelled(passage, document.text)

    def annotated(row: dict[str, str]) -> tuple[Commitment, ...]:
        analysis = analyse(documents[row["id"]])
        named = find_names(analysis)
        statements, entities = attribute_speakers(analysis, named, find_statements(analysis, named))
        found = find_commitments(analysis, entities, statements)
        spared = [
            row["text"][start:end] for one in sentences if one["article"] == row["id"] for start, end in one["spared"]
        ]
        return tuple(c for c in found if not any(words in c.action or c.action in words for words in spared))

    outcomes = judge(sentences, articles, annotated)
    for outcome in outcomes:
        for label, commitment in outcome.pairs:
            if commitment.kind in label["kinds"]:
                label["kind"] = commitment.kind
    return outcomes, articles


def labelled(passage: Passage, text: str) -> Iterator[Label]:
    """The judged sentences of a passage with their labels as offsets into its text."""
    at = 0
    for line in passage.lines:
        words = re.sub(r"^[A-Z][A-Z.\- ]{1,30}: ", "", line.words) if passage.genre == "transcript" else line.words
        start = _place(words, text, at)
        at = end = start + len(words)
        if line.labels is None:
            continue
        marks = [_label(mark, text, start, end) for mark in line.labels]
        spared = [one["action"] for one in marks if one["kind"] == "?"]
        yield {
            "article": passage.number, "sentence": [start, end], "spared": spared, "i": passage.number,
            "commitments": [one for one in marks if one["kind"] != "?"],
        }  # fmt: skip


def _label(mark: str, text: str, start: int, end: int) -> dict[str, Any]:
    kinds, action, parties, due = (piece.strip() for piece in mark.split("|"))
    kind = [kind.strip() for kind in kinds.split("/")]
    first = _place(action, text[:end], start)
    readings = [
        [_span(name.strip(), text) for name in reading.split("&")] for reading in parties.split(" / ") if reading != "?"
    ]
    deadline = [] if due in "-?" else [(at := _place(due, text[:end], start), at + len(due))]
    return {
        "kind": kind[0], "kinds": kind, "action": [first, first + len(action)],
        "parties": readings or None, "deadline": None if due == "?" else deadline,
    }  # fmt: skip


def _span(name: str, text: str) -> list[int]:
    at = _place(name, text, 0)
    return [at, at + len(name)]


def _place(words: str, text: str, start: int) -> int:
    at = text.find(words, start)
    assert at >= 0, f"not in the text: {words!r}"
    return at


if __name__ == "__main__":
    main()
