"""How long one more document takes as a record grows, and how much room it needs on disk.

    python benchmarks/growth.py                        # 20,000 generated documents, items given with them
    python benchmarks/growth.py --sparse               # the 1,000th and the last alone, in a third of the time
    python benchmarks/growth.py --sparse --crowded     # ten things for all disputes, which crowds the look-ups
    python benchmarks/growth.py --annotated real --documents 500
    python benchmarks/growth.py --one-question 10000   # a question with so many claims, and then ten documents more

Keeping and comparing are timed together, in one transaction a document, as `onrecord add` does it. With
`--annotated generated` the items come from the generator, so that the parser's time does not drown what is
measured. The figure is the median over the documents around each mark.
"""

import argparse
import math
import statistics
import sys
import tempfile
import time
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from generating import annotated, text_of
from inventing import USUAL, Shape
from machine import PeakMemory, machine
from onrecord.comparing import compare
from onrecord.comparing.alternations import settled
from onrecord.comparing.figures import figure_keys
from onrecord.comparing.keys import claim_keys
from onrecord.comparing.nearest import take_place
from onrecord.comparing.progress import commitment_keys, deed_keys
from onrecord.comparing.quotes import quote_keys
from onrecord.comparing.stories import story_keys
from onrecord.model.items import Annotated
from onrecord.record import Record

WINDOW = 200
"""Documents over which a median is taken."""

STEP = 500
"""Documents after which `--progress` tells how far the run is."""

NEXT = 10
"""Documents timed once a question is crowded."""

MARKS = (100, 1_000, 2_000, 5_000, 10_000, 20_000)
REFERENCE = 1_000


def main() -> None:
    """Fill a record and print the times."""
    arguments = _arguments()
    if arguments.one_question:
        print_one_question(arguments.one_question, arguments.seed)
        return
    shape = Shape(
        seed=arguments.seed,
        words=arguments.words,
        documents_per_dispute=arguments.documents_per_dispute,
        crowded=arguments.crowded,
    )
    with tempfile.TemporaryDirectory() as folder:
        location = arguments.record or str(Path(folder) / "growth.db")
        with Record.open(location) as record:
            times = grow(
                record,
                arguments.documents,
                shape,
                sparse=arguments.sparse,
                how=arguments.annotated,
                progress=arguments.progress,
            )
            counts = record.counts()
        print(machine())
        print(
            f"Record: {arguments.documents:,} documents of about {shape.words} words, "
            f"{shape.documents_per_dispute} a dispute, items {arguments.annotated}, seed {shape.seed}"
        )
        print_times(times)
        print("Holds: " + ", ".join(f"{number:,} {kind}" for kind, number in counts.items() if number))
        _print_size(location, arguments.documents)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--annotated", choices=("generated", "real"), default="generated")
    parser.add_argument("--words", type=int, default=USUAL.words)
    parser.add_argument("--documents-per-dispute", type=int, default=USUAL.documents_per_dispute)
    parser.add_argument("--seed", type=int, default=USUAL.seed)
    parser.add_argument(
        "--sparse",
        action="store_true",
        help="judge only the documents before the 1,000th and the last; the others are kept and indexed",
    )
    parser.add_argument("--crowded", action="store_true", help="ten things for all disputes")
    parser.add_argument(
        "--progress", action="store_true", help="tell on the way how far the run is, and the times so far"
    )
    parser.add_argument(
        "--one-question", type=int, metavar="CLAIMS", help="how long a document takes whose question has so many claims"
    )
    parser.add_argument("--record", help="measure this empty record (a path or a postgresql:// URL)")
    return parser.parse_args()


def grow(
    record: Record,
    documents: int,
    shape: Shape = USUAL,
    *,
    sparse: bool = False,
    how: str = "generated",
    progress: bool = False,
) -> list["Took | None"]:
    """Fill a record with documents, and how long each took; `None` where it was kept and not judged."""
    judged = _judged(documents, sparse)
    times: list[Took | None] = []
    began = time.process_time()
    for number in range(documents):
        item = _made(number, shape, how)
        if number in judged:
            times.append(_time_of(record, item))
        else:
            _fill(record, item)
            times.append(None)
        if progress and (number + 1) % STEP == 0:
            print(f"{number + 1:,} documents, {time.process_time() - began:,.0f} s of the processor", file=sys.stderr)
            if times[-1] is not None:
                print_times(times)
    return times


def _made(number: int, shape: Shape, how: str) -> Annotated:
    if how == "generated":
        return annotated(number, shape)
    from onrecord import annotate, read

    return annotate(read(text_of(number, shape).encode(), uri=f"generated/{number:06}.txt"))


class Took(NamedTuple):
    """Milliseconds for one document, by clock and processor (other programs disturb it less); comparing alone too."""

    clock: float
    processor: float
    comparing: float
    comparing_processor: float


def _time_of(record: Record, item: Annotated) -> Took:
    began, used = time.perf_counter(), time.process_time()
    with record.transaction():
        kept = record.keep(item)
        half, half_used = time.perf_counter(), time.process_time()
        compare(record, kept.document, questions=kept.questions)
        comparing, compared = time.perf_counter() - half, time.process_time() - half_used
    clock, processor = time.perf_counter() - began, time.process_time() - used
    return Took(clock * 1000, processor * 1000, comparing * 1000, compared * 1000)


def _judged(documents: int, sparse: bool) -> Collection[int]:
    """The numbers of the documents that are timed: all, or the last ones before the first and the last mark."""
    if not sparse:
        return range(documents)
    ends = [mark for mark in (REFERENCE, documents) if mark <= documents]
    return {number for end in ends for number in range(max(0, end - WINDOW - USUAL.documents_per_dispute), end)}


def _fill(record: Record, item: Annotated) -> None:
    """Keep a document and index it under all keys that comparing looks up, without judging it."""
    with record.transaction():
        document = record.keep(item).document
        claims = {claim.id: settled(claim) for claim in item.claims}
        record.index_items("claim", {name: claim_keys(claim) for name, claim in claims.items()})
        take_place(record, document, story_keys(item))
        record.index_items("figure", {figure.id: figure_keys(figure) for figure in item.figures})
        record.index_items("quote", {said.id: quote_keys(said, item.document.text) for said in item.statements})
        undertakings = {commitment.id: commitment_keys(commitment) for commitment in item.commitments}
        record.index_items("undertaking", undertakings | {claim.id: deed_keys(claim) for claim in item.claims})


def print_times(times: list[Took | None]) -> None:
    """Print the medians at each mark, and how many times the first mark's the last is."""
    medians: dict[int, Took] = {}
    for mark in (*(m for m in MARKS if m < len(times)), len(times)):
        window = [took for took in times[max(0, mark - WINDOW) : mark] if took is not None]
        if not window:
            continue
        medians[mark] = Took(*(statistics.median(took) for took in zip(*window, strict=True)))
        clock = [took.clock for took in window]
        slow = statistics.quantiles(clock, n=20)[-1] if len(window) > 1 else clock[0]
        print(
            f"Adding document {mark:>6,}: median {medians[mark].clock:6.2f} ms, 95 % within {slow:6.2f} ms, "
            f"processor {medians[mark].processor:6.2f} ms; comparing alone {medians[mark].comparing:6.2f} ms, "
            f"processor {medians[mark].comparing_processor:6.2f} ms"
        )
    last = max(medians)
    if REFERENCE in medians and last > REFERENCE:
        ratios = Took(*(late / early for late, early in zip(medians[last], medians[REFERENCE], strict=True)))
        print(
            f"Ratio of {last:,} to {REFERENCE:,}: {ratios.clock:.2f} on the clock, {ratios.processor:.2f} of the "
            f"processor; of comparing alone {ratios.comparing:.2f} and {ratios.comparing_processor:.2f}"
        )
    print(f"Total: {sum(took.clock for took in times if took is not None) / 1000:,.1f} s")


def print_one_question(claims: int, seed: int) -> None:
    """Fill a record with documents that all answer one question, and print what the next ones cost and what is kept."""
    shape = one_question(seed)
    with (
        PeakMemory() as memory,
        tempfile.TemporaryDirectory() as folder,
        Record.open(Path(folder) / "question.db") as record,
    ):
        number = 0
        for number in range(math.ceil(claims / shape.quotations) - 1):
            _fill(record, annotated(number, shape))
        times = [_time_of(record, annotated(number + more, shape)) for more in range(1, 2 + NEXT)]
        questions = list(record.questions())
        held = record.counts()["claim"]
    first, rest = times[0], times[1:]
    print(machine())
    print(f"Record: {held:,} claims, all on one question, {shape.quotations} a document, seed {seed}")
    print(
        f"Answering it for the first time: {first.processor:,.0f} ms of the processor, {first.clock:,.0f} on the clock"
    )
    medians = Took(*(statistics.median(took) for took in zip(*rest, strict=True)))
    print(
        f"Each of {NEXT} documents more, median: {medians.processor:,.0f} ms of the processor, {medians.clock:,.0f} "
        f"on the clock; comparing alone {medians.comparing_processor:,.0f} and {medians.comparing:,.0f}"
    )
    for question in questions:
        shown = sum(len(position.claims) for position in question.positions)
        print(f"“{question.text}” {len(question.claims):,} claims, {shown:,} in {len(question.positions)} positions")
    print(f"Peak memory: {memory.words}")


def one_question(seed: int = USUAL.seed, claims: int = 40) -> Shape:
    """Documents of so many claims each, which all answer one question."""
    return Shape(
        seed=seed, words=100, documents_per_dispute=sys.maxsize, issues_per_dispute=1, quotations=claims
    )  # fmt: skip


def _print_size(location: str, documents: int) -> None:
    files = [file for file in Path(location).parent.glob(f"{Path(location).name}*") if file.is_file()]
    if files:
        size = sum(file.stat().st_size for file in files)
        print(f"On disk: {size / 2**20:,.1f} MiB, {size / 1024 / documents:,.1f} KiB a document")


if __name__ == "__main__":
    main()
