"""Reading and annotating what is hardly text: time, and whether it grows with the length alone; peak memory.

    python benchmarks/junk.py                                  # 250 kB and 1 MB of each shape
    python benchmarks/junk.py --size 20000 --shapes no-end      # 5 kB and 20 kB of one
    python benchmarks/junk.py --size 20000 --layers            # what each layer takes of the larger

Each shape runs in a process of its own, at a quarter of the size and at the whole: where time is linear, the whole
takes four times the quarter. Models are loaded before the clock starts. What is found is counted, since a text
that is split at random finds nothing.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from generating import text_of
from inventing import Shape
from machine import machine

SHAPES: dict[str, Callable[[str], str]] = {}
"""What becomes of well-formed text; each by its name."""

LAYERS = ("statements", "claims", "figures", "commitments", "events", "relations")


class Measured(NamedTuple):
    """One text: its characters, seconds of the processor, peak memory in MiB, what was found, each layer's seconds."""

    characters: int
    seconds: float
    peak: float
    found: dict[str, int]
    layers: dict[str, float]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the larger text")
    parser.add_argument("--shapes", nargs="+", choices=SHAPES, default=list(SHAPES))
    parser.add_argument("--layers", action="store_true", help="print what each layer takes")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(_measure(arguments.one[0], int(arguments.one[1]))))
        return
    print(machine())
    for shape in arguments.shapes:
        quarter, whole = (_apart(shape, size) for size in (arguments.size // 4, arguments.size))
        found = ", ".join(f"{number:,} {kind}" for kind, number in whole.found.items() if number)
        print(
            f"{shape:14} {whole.characters:9,} characters: {whole.seconds:7.1f} s of the processor, "
            f"{whole.seconds / quarter.seconds:4.1f} times a quarter of it; {whole.peak:5,.0f} MiB; {found}",
            flush=True,
        )
        if arguments.layers:
            for name, seconds in whole.layers.items():
                print(f"    {name:12} {seconds:7.2f} s, {seconds / max(quarter.layers[name], 1e-3):5.1f} times")


def _apart(shape: str, size: int) -> Measured:
    """A measurement in a process of its own, whose peak memory nothing else has raised."""
    command = [sys.executable, __file__, "--one", shape, str(size)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Measured(*json.loads(told))


def _measure(shape: str, size: int) -> Measured:
    from onrecord import annotate, read
    from throughput import annotating  # imports the layers, so it is left to the process that measures

    annotate(read(b"Models are loaded by this, Ana Ruiz said on Monday.", uri="warm.txt"))
    text = made(shape, size)
    layers: dict[str, float] = {}
    began = last = time.process_time()
    document = read(text.encode(), uri=f"{shape}.txt")
    found: dict[str, int] = {}
    for name, items in annotating(document):
        layers[name], last = time.process_time() - last, time.process_time()
        if name in LAYERS:
            found[name] = len(items)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Measured(len(text), seconds, peak, found, layers)


def made(shape: str, size: int) -> str:
    """So many characters of a shape, made of generated news."""
    chunks: list[str] = []
    number = length = 0
    while length < size:
        chunks.append(SHAPES[shape](text_of(number, Shape(words=500))))
        length += len(chunks[-1])
        number += 1
    return "".join(chunks)[:size]


def _shape(change: Callable[[str], str]) -> Callable[[str], str]:
    SHAPES[change.__name__.strip("_").replace("_", "-")] = change
    return change


@_shape
def _well_formed(text: str) -> str:
    return text


@_shape
def _no_end(text: str) -> str:
    """One line, one sentence."""
    return " ".join("".join(" " if c in ".?!\n“”:;" else c for c in text).split()) + " "


@_shape
def _no_space(text: str) -> str:
    return "".join(text.split())


@_shape
def _one_line(text: str) -> str:
    return " ".join(text.split()) + " "


@_shape
def _marks(text: str) -> str:
    """A quotation mark before each third word: some tens of thousands in all."""
    return "".join(f'"{word} ' if number % 3 == 0 else f"{word} " for number, word in enumerate(text.split()))


@_shape
def _only_marks(text: str) -> str:
    return '“" ”' * (len(text) // 4)


@_shape
def _never_closed(text: str) -> str:
    return text.replace("”", "")


@_shape
def _all_capitals(text: str) -> str:
    return text.upper()


@_shape
def _no_capitals(text: str) -> str:
    return text.lower()


@_shape
def _other_scripts(text: str) -> str:
    """English, and a third as many letters of five other scripts and combining marks, with little space between them.

    With as many letters as English ones it is refused (E112), as any text in another language is.
    """
    chance = random.Random(len(text))
    ranges = ((0x430, 0x44F), (0x4E00, 0x9FA5), (0x627, 0x64A), (0xE01, 0xE2E), (0x905, 0x939), (0x300, 0x320))
    others = [chr(chance.randint(*chance.choice(ranges))) for _ in range(len(text) // 3)]
    return text + "".join(f"{letter}{' ' if chance.random() < 0.15 else ''}" for letter in others) + "🙂。\n\n"


if __name__ == "__main__":
    main()
