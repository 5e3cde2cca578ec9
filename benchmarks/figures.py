"""Precision, recall and F1 of quantities: values, value with unit, modifier, spans; ours beside others in one run.

Run: python benchmarks/figures.py DATA_DIRECTORY [--errors N] [--half A|B] [--peers]
DATA_DIRECTORY holds newsquant_dev.jsonl.gz, quantulum3_tests.jsonl.gz and recognizers_specs_en.jsonl.gz.
Others are measured where they are installed: quantulum3, recognizers-text-suite, spaCy's entities.
The grammar was tuned on half A of newsquant_dev; half B shows what that is worth.
"""

import argparse
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from figure_peers import peers
from figure_sets import Tally, newsquant, ours, quantulum_tests
from recognizers_specs import specs
from rows import read_rows

SEED = 5
"""Of the split of newsquant_dev into halves by sentence."""


def measure(directory: Path, *, errors: int, half: str | None, others: bool) -> None:
    """Print the scores of all sets."""
    quant = directory / "newsquant_dev.jsonl.gz"
    first = first_half(quant)
    systems = {"onrecord": ours, **(peers() if others else {})}
    print("newsquant_dev")
    for name, find in systems.items():
        for line in newsquant(quant, find).lines(name):
            print(line)
        if name == "onrecord":
            for label, part in (("half A", first.__contains__), ("half B", lambda item: item not in first)):
                for line in newsquant(quant, find, part=part).lines(f"{name}, {label}"):
                    print(line)
    _show(newsquant(quant, ours, part=_part(half, first)), errors)
    print("quantulum3_tests")
    for name, find in systems.items():
        tally = quantulum_tests(directory / "quantulum3_tests.jsonl.gz", find)
        for line in tally.lines(name):
            print(line)
        if name == "onrecord":
            _show(tally, errors)
    for line in specs(directory / "recognizers_specs_en.jsonl.gz", errors):
        print(line)


def first_half(path: Path) -> frozenset[int]:
    """The sentences of half A."""
    ids = [item["id"] for item in read_rows(path)]
    random.Random(SEED).shuffle(ids)
    return frozenset(ids[: len(ids) // 2])


def _part(half: str | None, first: frozenset[int]):  # noqa: ANN202 - a predicate on ids
    if half is None:
        return lambda _: True
    return first.__contains__ if half.upper() == "A" else lambda item: item not in first


def _show(tally: Tally, errors: int) -> None:
    for line in tally.wrong[:: max(1, len(tally.wrong) // errors) if errors else 1][:errors]:
        print("     ", line)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--half", choices=["A", "B", "a", "b"])
    parser.add_argument("--peers", action="store_true")
    arguments = parser.parse_args()
    measure(arguments.directory, errors=arguments.errors, half=arguments.half, others=arguments.peers)
