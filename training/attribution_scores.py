"""Ask the larger attribution model of every text that the small one reads, and keep its scores of tags.

    PYTHONPATH=src python -m training.attribution_scores --teacher TEACHER/final.pt --out SCORES
    PYTHONPATH=src python -m training.encoder --weights RUN/final.pt --taught SCORES --out RUN2 --epochs 3 --rate 8e-5

A text without attributions marked, as those of the corpora of names, needs none for this. Run again, it goes on with
the corpora it has not written.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from training.bert import MPNET
from training.corpora import Item, attribution_items, name_items
from training.encoder import NAMES, THRESHOLDS, encoder_with, held_back, package_folder, tokenizer_of
from training.losses import Learner

LONGEST = 20_000
"""Characters of a text beyond which it is left out."""


def main() -> None:
    """Write one file a corpus, and the moves between tags."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    given.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizer_of(package_folder())
    learner = Learner(MPNET)
    state = torch.load(given.teacher, weights_only=False)
    learner.load_state_dict(state.get("averaged", state))
    learner.eval()
    encoder = encoder_with(learner, tokenizer, THRESHOLDS)
    np.save(given.out / "moves.npy", np.asarray(encoder.decoding.span_moves, dtype=np.float32))
    training, _ = held_back(attribution_items(tokenizer, given.data / "polnear", "train"))
    corpora: dict[str, list[Item]] = {"polnear": training}
    for corpus, (splits, _) in NAMES.items():
        corpora[corpus] = name_items(tokenizer, given.data / "names", corpus, splits)
    for corpus, items in corpora.items():
        path = given.out / f"{corpus}.npz"
        if path.exists():
            continue
        read = [item for item in items if len(item.pieces.first) and len(item.text) <= LONGEST]
        told = {item.id: encoder.encode_pieces(item.pieces).spans.astype(np.float16) for item in read}
        np.savez(path, allow_pickle=False, **told)
        print(corpus, len(told), flush=True)


if __name__ == "__main__":
    main()
