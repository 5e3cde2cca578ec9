"""Vectors of claims read in their places, for telling which claims of two documents answer one another.

    PYTHONPATH=src python -m training.clash_pairs --to PAIRS.jsonl
    PYTHONPATH=src python -m training.claim_vectors --pairs PAIRS.jsonl

A claim's vector is a weighed sum of vectors of word pieces, so that no network runs. A piece begins with
what the sentence encoder all-MiniLM-L6-v2 makes of it alone (as static embeddings are distilled by model2vec, Tulkens
and van Dongen 2024), along the directions that differ most, and with the weight of smooth inverse frequency (Arora et
al. 2017). Vectors and weights then learn that of all claims of a dispute those lie nearest that clash (a softmax over
the dispute, InfoNCE: van den Oord et al. 2018). Pairs that agree, or of which nobody has said whether they clash, are
left out. Writes `src/onrecord/comparing/data/claim_vectors.npz`.
"""

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn.functional import embedding_bag, normalize

from onrecord.comparing.in_place import JOINT, around_of
from onrecord.language.pieces import CLS, SEP
from training.clash_pairs import ClashPair, read_pairs, without_holder
from training.encoder import package_folder, tokenizer_of
from training.word_vectors import cut_down, read_alone

TARGET = Path("src/onrecord/comparing/data/claim_vectors.npz")
DIMENSIONS = 192
"""Numbers of a vector: half of what the sentence encoder has."""
RARE = 1e-3
"""The frequency from which on a piece counts for less."""
MIXED = 0.3
"""What the surroundings count for at first, beside the clause."""
HEAT = 2.7
"""The logarithm of what cosines are multiplied by at first."""
AT_ONCE = 8
"""Disputes a step."""
LEFT_OUT = -1e4
FIRST = (64, 256, 1024)
"""Among how many of the nearest pairs of a dispute those that clash are looked for."""


class Dispute(NamedTuple):
    """The claims of a dispute in pieces, clause and surroundings apart; which clash, and which are set aside."""

    clauses: list[list[int]]
    around: list[list[int]]
    clash: Tensor
    aside: Tensor


class ClaimVectors(nn.Module):
    """Vectors and weights of word pieces, which add up to the vectors of claims."""

    def __init__(self, vectors: Tensor, weights: Tensor) -> None:
        super().__init__()
        self.vectors = nn.Parameter(vectors)
        self.of_clause = nn.Parameter(weights.clone())
        self.of_around = nn.Parameter(weights.clone())
        self.mixed = nn.Parameter(torch.tensor(MIXED))
        self.heat = nn.Parameter(torch.tensor(HEAT))

    def forward(self, dispute: Dispute) -> Tensor:
        """The vectors of a dispute's claims, of unit length."""
        clauses = self._bags(dispute.clauses, self.of_clause)
        return normalize(clauses + self.mixed * self._bags(dispute.around, self.of_around), dim=1)

    def _bags(self, rows: list[list[int]], weights: Tensor) -> Tensor:
        ids = torch.tensor([piece for row in rows for piece in row], dtype=torch.long)
        starts = torch.tensor(np.cumsum([0, *map(len, rows)])[:-1], dtype=torch.long)
        summed = embedding_bag(ids, self.vectors, starts, mode="sum", per_sample_weights=weights[ids].exp())
        return normalize(summed, dim=1)


def disputes_of(pairs: Sequence[ClashPair]) -> list[Dispute]:
    """The disputes that pairs of claims are of, where any two of them clash."""
    tokenizer = tokenizer_of(package_folder())
    topics: dict[str, list[ClashPair]] = defaultdict(list)
    for pair in pairs:
        topics[pair.topic].append(pair)
    found = []
    for told in topics.values():
        at: dict[str, int] = {}
        for pair in told:
            for text in (pair.one, pair.other):
                at.setdefault(without_holder(text), len(at))
        clash, aside = torch.zeros(len(at), len(at)), torch.eye(len(at), dtype=torch.bool)
        for pair in told:
            one, other = (at[without_holder(text)] for text in (pair.one, pair.other))
            if pair.label == "clash":
                clash[one, other] = clash[other, one] = 1.0
            elif pair.label in ("agree", ""):
                aside[one, other] = aside[other, one] = True
        if clash.any():
            clauses = [text.partition(JOINT)[0] for text in at]
            around = [around_of(text) for text in at]
            found.append(Dispute(*(_pieces(tokenizer, texts) for texts in (clauses, around)), clash, aside))
    return found


def _pieces(tokenizer: Tokenizer, texts: list[str]) -> list[list[int]]:
    return [row.ids for row in tokenizer.encode_batch(texts, add_special_tokens=False)]


def beginning(disputes: Sequence[Dispute], pieces: int) -> ClaimVectors:
    """Vectors of pieces as the sentence encoder reads them alone, weighed by how rare they are in the disputes."""
    vectors = cut_down(read_alone([[CLS, piece, SEP] for piece in range(pieces)]), DIMENSIONS)
    counts = np.ones(pieces)
    for dispute in disputes:
        for row in dispute.clauses:
            np.add.at(counts, row, 1)
    weights = np.log(RARE / (RARE + counts / counts.sum()))
    return ClaimVectors(torch.tensor(vectors / vectors.std()), torch.tensor(weights, dtype=torch.float32))


def loss_of(model: ClaimVectors, dispute: Dispute) -> Tensor:
    """How far the claims that clash with one are from being its nearest, averaged over the claims that clash."""
    vectors = model(dispute)
    alike = (vectors @ vectors.T * model.heat.exp()).masked_fill(dispute.aside, LEFT_OUT)
    told = torch.log_softmax(alike, dim=1)
    each = (told * dispute.clash).sum(1) / dispute.clash.sum(1).clamp(min=1)
    return -each[dispute.clash.sum(1) > 0].mean()


def recall(model: ClaimVectors, disputes: Sequence[Dispute], first: int) -> float:
    """Of the pairs that clash, the share that is among so many of its dispute that lie nearest."""
    met = total = 0
    with torch.no_grad():
        for dispute in disputes:
            vectors = model(dispute)
            upper = torch.triu(~dispute.aside | dispute.clash.bool(), diagonal=1)
            order = (vectors @ vectors.T)[upper].argsort(descending=True)
            clash = dispute.clash[upper].bool()
            met += int(clash[order[:first]].sum())
            total += int(clash.sum())
    return met / max(total, 1)


def learned(
    model: ClaimVectors, disputes: Sequence[Dispute], watched: Sequence[Dispute], given: argparse.Namespace
) -> None:
    """Learn for some epochs, and say after each what is found."""
    optimizer = torch.optim.Adam(
        [
            {"params": [model.vectors, model.mixed, model.heat], "lr": given.rate},
            {"params": [model.of_clause, model.of_around], "lr": 3 * given.rate},
        ]
    )
    since = time.time()
    order = list(range(len(disputes)))
    for epoch in range(given.epochs):
        random.Random(given.seed + epoch).shuffle(order)
        lost = 0.0
        for at in range(0, len(order), AT_ONCE):
            loss = torch.stack([loss_of(model, disputes[n]) for n in order[at : at + AT_ONCE]]).mean()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            lost += float(loss.detach())
        told = [f"{recall(model, watched, first):.3f} found among {first}" for first in FIRST if watched]
        minutes = (time.time() - since) / 60
        print(epoch, f"loss {lost * AT_ONCE / len(order):.3f}", *told, f"{minutes:.1f} min", sep=", ", flush=True)


def write(model: ClaimVectors, path: Path) -> None:
    """Directions of pieces a byte each, and what a piece weighs in a clause and around it."""
    with torch.no_grad():
        lengths = model.vectors.norm(dim=1)
        directions = normalize(model.vectors, dim=1)
        weights = [(lengths * each.exp()).numpy().astype(np.float16) for each in (model.of_clause, model.of_around)]
        scale = directions.abs().max()
    np.savez_compressed(
        path, directions=torch.round(directions / scale * 127).numpy().astype(np.int8), of_clause=weights[0],
        of_around=weights[1], mixed=np.float32(model.mixed.item()),
    )  # fmt: skip


def main() -> None:
    """Learn, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, nargs="+", required=True)
    parser.add_argument("--watched", type=Path, help="pairs that are looked for after each epoch")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--to", type=Path, default=TARGET)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    disputes = [dispute for path in given.pairs for dispute in disputes_of(read_pairs(path))]
    watched = disputes_of(read_pairs(given.watched)) if given.watched else []
    model = beginning(disputes, tokenizer_of(package_folder()).get_vocab_size())
    print(f"{len(disputes)} disputes, {int(sum(d.clash.sum() for d in disputes) / 2):,} pairs that clash", flush=True)
    learned(model, disputes, watched, given)
    write(model, given.to)
    print(f"{given.to.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
