"""What OnRecord finds likely and nobody has labelled, for a reader who sees no scores: the pool of a part.

    python benchmarks/pooling.py --part b --polnear DATA/polnear --write SHEET
    python benchmarks/pooling.py --read SHEET

The first writes a line for each pair of stretches that some contradiction, shift or figure mismatch of any score
stands on and no label touches, in an order drawn at random, and prints their number alone, so that a held part stays
unseen. A reader fills `label` from `labelled/contradictions/GUIDELINE.md` (and `kind` where it opposes), or `none` for
what is merely of other matters. The second puts what is judged into `pairs.jsonl` with the note "pooled".
Whatever is found later and is not in the pool counts as wrong, so later versions are treated worse (Zobel 1998, "How
reliable are the results of large-scale information retrieval experiments?").
"""

import argparse
import json
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec

from compared import compared_alone
from disputed import FOLDER, POOLED, Pair, Part, fault_of, read_pairs
from onrecord.model.documents import Document
from onrecord.model.spans import Span
from tallying import Compared, Spans, judged
from topics import labelled

AROUND = 240
"""Characters on either side of a stretch that the reader is shown."""
JUDGED = ("contradiction", "shift", "agreement", "compatible", "none")


def main() -> None:
    """Write a sheet, or take a judged one into the labels."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--part", choices=get_args(Part))
    parser.add_argument("--polnear", type=Path, help="the folder of the PolNeAR corpus")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", type=Path, metavar="SHEET")
    what.add_argument("--read", type=Path, metavar="SHEET")
    given = parser.parse_args()
    if given.read:
        print(f"{take(given.read)} pairs were added to {FOLDER / 'pairs.jsonl'}")
        return
    if not given.part:
        parser.error("--write: name the --part")
    rows = [row for topic in _compared(given.part, given.polnear) for row in unlabelled(topic)]
    random.Random(9).shuffle(rows)
    given.write.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} pairs to judge in {given.write}")


def _compared(part: str, polnear: Path | None) -> Iterator[Compared]:
    for topic in labelled(part, polnear):
        with tempfile.TemporaryDirectory() as folder:
            yield compared_alone(topic, Path(folder) / "topic.db", None)


def unlabelled(compared: Compared) -> list[dict[str, Any]]:
    """The places of a topic's findings that no label is on, each pair of stretches once, in a random order of sides."""
    found: dict[str, dict[str, Any]] = {}
    for row in judged(compared):
        if row.verdict != "elsewhere":
            continue
        sides = sorted((_side(spans, compared.topic.documents) for spans in compared.places[row.finding.id]), key=str)
        told = {"topic": compared.topic.name, "one": sides[0], "other": sides[-1], "label": None, "kind": None}
        found[json.dumps([(side["document"], side["start"], side["end"]) for side in sides])] = told
    return list(found.values())


def _side(spans: Spans, documents: dict[str, Document]) -> dict[str, Any]:
    name, stretches = spans
    whole = Span(stretches[0].start, stretches[-1].end)
    text = documents[name].text
    return {
        "document": name, "start": whole.start, "end": whole.end, "words": whole.of(text),
        "around": text[max(0, whole.start - AROUND) : whole.end + AROUND],
    }  # fmt: skip


def take(sheet: Path) -> int:
    """Put the judged pairs of a sheet into the labels, but for those of other matters; how many they were."""
    known = {frozenset((pair.one, pair.other)) for pair in read_pairs(FOLDER / "pairs.jsonl")}
    lines = []
    for number, line in enumerate(sheet.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        if row["label"] not in JUDGED:
            raise SystemExit(f"{sheet}, line {number}: label {row['label']!r}; give one of {', '.join(JUDGED)}")
        if row["label"] == "none":
            continue
        places = {side: {name: row[side][name] for name in ("document", "start", "end")} for side in ("one", "other")}
        told = {"topic": row["topic"], **places, "label": row["label"], "kind": row.get("kind"), "temptation": None}
        pair = msgspec.convert(told | {"note": POOLED}, Pair)
        if (fault := fault_of(pair, known)) is not None:
            raise SystemExit(f"{sheet}, line {number}: {fault}")
        known.add(frozenset((pair.one, pair.other)))
        lines.append(json.dumps(told | {"note": POOLED}, ensure_ascii=False) + "\n")
    with (FOLDER / "pairs.jsonl").open("a", encoding="utf-8") as file:
        file.writelines(lines)
    return len(lines)


if __name__ == "__main__":
    main()
