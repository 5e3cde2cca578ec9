"""Tune the decoding thresholds on the articles held back from training (never on the dev split).

PYTHONPATH=src python -m training.tuning --model src/onrecord/models/encoder --data ../shared/data
"""

import argparse
import json
from pathlib import Path

from onrecord.annotating.attribution import attributions_in
from onrecord.language.encoder import open_encoder
from training.corpora import attribution_items
from training.encoder import THRESHOLDS, gold_of, held_back, package_folder, scorer_of, tokenizer_of


def main() -> None:
    """Print the scores of a grid and write the best setting by joint plus overlap F1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=Path("src/onrecord/models/encoder"))
    given = parser.parse_args()
    encoder = open_encoder(given.model)
    _, tuning = held_back(attribution_items(tokenizer_of(package_folder()), given.data / "polnear", "train"))
    scorer = scorer_of(given.data)
    ready = [(item, gold_of(item), encoder.encode_pieces(item.pieces)) for item in tuning]

    def measure(limits: dict[str, float]) -> dict[str, float]:
        total: dict[object, list[int]] = {}
        for item, gold, encoded in ready:
            found = attributions_in(encoded._replace(decoding=encoder.decoding._replace(thresholds=limits)))
            predicted = [{"source": a.source, "cue": a.cue, "content": a.content} for a in found]
            scorer.add(total, scorer.count_article(item.text, gold, predicted)[0])
        return {name: round(scorer.prf(total[name, "all"])[2], 4) for name in ("overlap", "joint", "exact", "token")}

    best: dict[str, float] = THRESHOLDS | encoder.decoding.thresholds
    grids = {
        "begin_content": (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5),
        "begin_cue": (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5),
        "begin_source": (-0.5, 0.0, 0.5, 1.0),
        "missing_cue": (0.0, 1.0, 2.0, 4.0, 8.0),
        "missing_content": (0.0, 1.0, 2.0, 4.0),
        "paragraphs_away": (0.0, 1.0, 2.0),
        "other_paragraph": (1.0, 3.0, 6.0),
        "no_source": (0.0, 1.0, 2.0, 3.0),
        "pointed_source": (-6.0, -3.0, -1.5, -0.7),
    }
    for name, values in grids.items():
        results = []
        for value in values:
            found = measure(THRESHOLDS | best | {name: value})
            print(name, value, json.dumps(found), flush=True)
            results.append((found["overlap"] + found["joint"], -abs(value - THRESHOLDS[name]), value))
        best[name] = max(results)[2]
    print(json.dumps(best))


if __name__ == "__main__":
    main()
