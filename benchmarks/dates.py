"""Precision, recall and F1 of time expressions on WikiWars: spans, overlapping spans, and TIMEX3 values.

Run: python benchmarks/dates.py DATA_DIRECTORY [--half even|odd] [--errors N]
DATA_DIRECTORY holds wikiwars.jsonl.gz. A hit of a value needs a span that overlaps and the same value.
"""

import argparse
import gzip
import json
import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from onrecord.language.times import Anchor, find_times


def measure(directory: Path, half: str | None, errors: int) -> None:
    """Print the scores over the chosen documents."""
    gold_count = found_count = strict = relaxed = right = 0
    seconds = 0.0
    missed: list[str] = []
    with gzip.open(directory / "wikiwars.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if half is not None and (number % 2 == 0) != (half == "even"):
                continue
            document = json.loads(line)
            text = document["text"]
            begun = time.perf_counter()
            mentions = find_times(text, Anchor(date.fromisoformat(document["dct"]), "day", True), every=True)
            seconds += time.perf_counter() - begun
            gold = document["gold"]
            gold_count += len(gold)
            found_count += len(mentions)
            taken: set[int] = set()
            for item in gold:
                hit = next(
                    (
                        (n, m)
                        for n, m in enumerate(mentions)
                        if n not in taken and m.core.start < item["end"] and item["start"] < m.core.end
                    ),
                    None,
                )
                if hit is None:
                    missed.append(f"missed   {text[item['start'] - 30 : item['end'] + 20]!r} {item['text']!r}")
                    continue
                taken.add(hit[0])
                relaxed += 1
                exact = (hit[1].core.start, hit[1].core.end) == (item["start"], item["end"])
                strict += exact
                same = hit[1].value == item["value"]
                right += same
                if not exact:
                    missed.append(f"span     {hit[1].core.of(text)!r} for {item['text']!r}")
                if not same:
                    missed.append(
                        f"value    {hit[1].core.of(text)!r}: {hit[1].value} for {item['value']} ({item['text']!r})"
                    )
            missed += [
                f"spurious {text[m.core.start - 30 : m.core.end + 20]!r} {m.core.of(text)!r}"
                for n, m in enumerate(mentions)
                if n not in taken
            ]
    for name, hits in (("span, exact", strict), ("span, overlapping", relaxed), ("value", right)):
        precision, recall = hits / max(found_count, 1), hits / max(gold_count, 1)
        score = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{name:20} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * score:5.1f}")
    print(f"{gold_count} expressions in the set, {found_count} found, {seconds:.2f} s")
    step = max(1, len(missed) // errors) if errors else 1
    for line in missed[::step][:errors]:
        print(line)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--errors", type=int, default=0)
    arguments = parser.parse_args()
    measure(arguments.directory, arguments.half, arguments.errors)
