"""Documents and words read and annotated in a second, with peak memory, on one process and on two.

    python benchmarks/throughput.py
    python benchmarks/throughput.py --documents 400 --workers 1 2 4
    python benchmarks/throughput.py --layers

The documents are generated text files of about 700 words. "With start" counts everything from the call on,
each worker's loading of its models included; "running" counts from the first document that is done. Processor
time, start included, is the figure to compare on a machine that does other things too. With `--layers` it prints
instead what each layer takes of a document's processor time; dates are read once and kept for the layers.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generating import text_of
from inventing import Shape
from machine import PeakMemory, machine, processor_time
from onrecord.annotating.claims import find_claims
from onrecord.annotating.commitments import find_commitments
from onrecord.annotating.events import find_events
from onrecord.annotating.figures import find_figures
from onrecord.annotating.relations import find_relations
from onrecord.annotating.speakers import attribute_speakers
from onrecord.annotating.statements import find_statements
from onrecord.language.names import find_names
from onrecord.language.parsing import analyse
from onrecord.language.times import times_of
from onrecord.model.documents import Document
from onrecord.model.items import Annotated
from onrecord.reading import SourceRef, find_sources, read
from onrecord.scaling.pipeline import standard
from onrecord.scaling.pool import Work, run

LAYERS: dict[str, Callable[..., Sequence[object]]] = {
    "claims": find_claims, "figures": find_figures, "commitments": find_commitments, "events": find_events,
    "relations": find_relations,
}  # fmt: skip


class Measured(NamedTuple):
    """One run over all documents."""

    documents: int
    words: int
    seconds: float
    first: float
    processor: float
    peak: str


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--words", type=int, default=700)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--layers", action="store_true", help="print the share of each layer")
    arguments = parser.parse_args()
    shape = Shape(seed=arguments.seed, words=arguments.words)
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        for number in range(arguments.documents):
            (Path(folder) / f"{number:06}.txt").write_text(text_of(number, shape), encoding="utf-8")
        if arguments.layers:
            _report_layers(sorted(Path(folder).iterdir()))
            return
        for workers in arguments.workers:
            _report(workers, _measured(folder, workers))


def _measured(folder: str, workers: int) -> Measured:
    sources = [source for source in find_sources([folder]) if isinstance(source, SourceRef)]
    work = Work(pipeline=standard(), is_current=lambda sha256, uri: False, workers=workers)
    documents = words = 0
    first = 0.0
    with PeakMemory() as peak:
        began, used = time.perf_counter(), processor_time()
        for outcome in run(sources, work):
            if not isinstance(outcome, Annotated):
                raise SystemExit(f"A generated document failed: {outcome}")
            documents += 1
            words += len(outcome.document.text.split())
            first = first or time.perf_counter() - began
        seconds = time.perf_counter() - began
    return Measured(documents, words, seconds, first, processor_time() - used, peak.words)


def _report(workers: int, measured: Measured) -> None:
    running = (measured.documents - 1) / max(measured.seconds - measured.first, 1e-9)
    print(
        f"{workers} process{'es' if workers > 1 else ''}: {measured.documents} documents, {measured.words:,} words in "
        f"{measured.seconds:.1f} s. With start {measured.documents / measured.seconds:.1f} documents/s and "
        f"{measured.words / measured.seconds:,.0f} words/s; running {running:.1f} documents/s. "
        f"First after {measured.first:.1f} s. Processor time {measured.processor / measured.documents * 1000:.0f} ms a "
        f"document. Peak memory {measured.peak}."
    )


def _report_layers(paths: list[Path]) -> None:
    """Print the processor time a document of each layer, and what dates and figures take together."""
    taken: dict[str, float] = {}
    for number, path in enumerate([paths[0], *paths]):
        document = read(path)
        began = time.process_time()
        for name, _ in annotating(document):
            now = time.process_time()
            if number:
                taken[name] = taken.get(name, 0.0) + now - began
            began = now
    whole = sum(taken.values())
    for name, seconds in taken.items():
        print(f"{name:12} {1000 * seconds / len(paths):6.1f} ms a document {100 * seconds / whole:5.1f} %")
    share = 100 * (taken["dates"] + taken["figures"]) / whole
    print(f"{'all':12} {1000 * whole / len(paths):6.1f} ms a document; dates and figures together {share:.1f} %")


def annotating(document: Document) -> Iterator[tuple[str, Sequence[object]]]:
    """Annotate a document as `onrecord.annotate` does, and name each layer when it is done, with what it found."""
    analysis = analyse(document)
    yield "parsing", analysis.sentences()
    named = find_names(analysis)
    yield "names", ()
    yield "dates", times_of(document)
    found = find_statements(analysis, named)
    yield "statements", found
    statements, entities = attribute_speakers(analysis, named, found)
    yield "speakers", entities
    for name, find in LAYERS.items():
        yield name, find(analysis, entities, statements)


if __name__ == "__main__":
    main()
