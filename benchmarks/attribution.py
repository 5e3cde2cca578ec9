"""Who said what on PolNeAR: content exact, overlap, joint and token F1 by manner, and documents per second.

Run: python benchmarks/attribution.py DATA_DIRECTORY [--split dev] [--limit N] [--errors N]
DATA_DIRECTORY holds the corpus (`dev.jsonl.gz`) and its scorer (`score_attribution.py`), whose text defines every
count. PolNeAR does not nest attributions, so a statement inside another one's content is not scored. The corpus's
text is read from there and never copied.
"""

import argparse
import gzip
import json
import resource
import sys
import time
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from onrecord.annotating.speakers import attribute_speakers
from onrecord.annotating.statements import find_statements
from onrecord.language.names import find_names
from onrecord.language.parsing import analyse, english
from onrecord.model.documents import Block, Document, Source


def main() -> None:
    """Annotate a split, score it and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--limit", type=int, default=None)
    given = parser.parse_args()
    scorer = _scorer(given.data)
    with gzip.open(given.data / f"{given.split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold = {row["id"]: row for row in map(json.loads, lines)}
    gold = dict(list(gold.items())[: given.limit])
    english()
    predicted = {}
    spent = dict.fromkeys(("parse", "names", "statements", "speakers"), 0.0)
    for name, row in gold.items():
        clock = [time.perf_counter()]
        analysis = analyse(document_of(row))
        clock.append(time.perf_counter())
        entities = find_names(analysis)
        clock.append(time.perf_counter())
        statements = find_statements(analysis, entities)
        clock.append(time.perf_counter())
        attributed, _ = attribute_speakers(analysis, entities, statements)
        clock.append(time.perf_counter())
        for stage, before, after in zip(spent, clock, clock[1:], strict=False):
            spent[stage] += after - before
        predicted[name] = {
            "id": name,
            "attributions": [
                {"source": s.source, "cue": s.cue, "content": s.content} for s in attributed if s.nested_in is None
            ],
        }
    scorer.show(*scorer.score(gold, predicted))
    total = sum(spent.values())
    stages = ", ".join(f"{stage} {1000 * seconds / len(gold):.1f} ms" for stage, seconds in spent.items())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(gold) / total:.1f} articles/s on one core ({stages} each); peak memory {peak:.0f} MiB")


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
