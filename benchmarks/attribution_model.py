"""How well and how fast the encoder finds attributions: the corpus's own table, articles per second, peak memory.

PYTHONPATH=src python benchmarks/attribution_model.py --data ../shared/data/polnear [--split dev] [--model FOLDER]
"""

import argparse
import gzip
import json
import resource
import time
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from onrecord.annotating.attribution import attributions_in
from onrecord.language.encoder import open_encoder
from onrecord.language.pieces import paragraphs_of


def main() -> None:
    """Predict a split and print how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear"))
    parser.add_argument("--split", default="dev")
    parser.add_argument("--model", type=Path, default=Path("src/onrecord/models/encoder"))
    parser.add_argument("--predictions", type=Path, help="write them as JSON Lines")
    given = parser.parse_args()
    scorer = scorer_in(given.data)
    with gzip.open(given.data / f"{given.split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold = {row["id"]: row for row in map(json.loads, lines)}
    before = time.perf_counter()
    encoder = open_encoder(given.model)
    loading = time.perf_counter() - before
    predicted = {}
    before, used = time.perf_counter(), time.process_time()
    for name, row in gold.items():
        found = attributions_in(encoder.encode(row["text"], paragraphs_of(row["text"])), encoder.decoding)
        predicted[name] = {"id": name, "attributions": [a._asdict() for a in found]}
    took, used = time.perf_counter() - before, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if given.predictions:
        given.predictions.write_text("".join(json.dumps(row) + "\n" for row in predicted.values()), encoding="utf-8")
    scorer.show(*scorer.score(gold, predicted, ci=200))
    print(f"\n{len(gold) / took:.1f} articles a second ({len(gold) / used:.1f} a second of processor time), "
          f"loaded in {loading:.2f} s, peak memory {peak:.0f} MB")  # fmt: skip


def scorer_in(folder: Path) -> ModuleType:
    """The corpus's scorer, which lies beside it."""
    spec = spec_from_file_location("score_attribution", folder / "score_attribution.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
