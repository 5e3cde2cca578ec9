"""Train the cross-encoder that reads what a later clause tells of an undertaking. Seeded, resumable, one command.

    PYTHONPATH=src python -m training.outcome_pairs --to PAIRS.jsonl
    PYTHONPATH=src python -m training.outcome_pairs benchmarks/labelled/series/{open,press,plain} --to WATCHED.jsonl
    PYTHONPATH=src python -m training.outcomes --pairs PAIRS.jsonl --watched WATCHED.jsonl --out RUN

It starts from the entailment model that ships. Pairs that only look linked are read in every epoch, of the others as
many as are drawn. A checkpoint is written every few minutes and picked up when the same command runs again; logs go to
standard output and `OUT/log.jsonl`. `python -m training.export_entailment --model outcomes --runs RUN` writes what
ships.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from onrecord.language.outcomes import LABELS
from training.bert import reseed
from training.cross_encoder import CrossEncoder, batch_of
from training.encoder import package_folder, tokenizer_of
from training.entailment import batches_of, encode, optimizer_for
from training.entailment_sets import Pair
from training.outcome_pairs import OutcomePair
from training.shipped import shipped_state

START = Path("src/onrecord/models/entailment/entailment.int8.onnx")
GROWN_FROM = (1, 1, 0, 0, 2, 2)
"""Which row of the entailment model's last layer each label's row begins as."""
CLEARLY = 0.25
"""What an undertaking and a clause share, weighed, to look linked."""
SMOOTHING = 0.05


def read_outcome_pairs(path: Path) -> list[OutcomePair]:
    """The pairs of a file whose label is not left open."""
    decoder = msgspec.json.Decoder(OutcomePair)
    return [pair for line in path.read_bytes().splitlines() if (pair := decoder.decode(line)).status]


def drawn(pairs: Sequence[OutcomePair], each: float, chance: random.Random) -> list[OutcomePair]:
    """An epoch's pairs: the linked ones, those that look linked, and so many others for each linked one."""
    linked = [pair for pair in pairs if pair.status != "none"]
    tempting = [pair for pair in pairs if pair.status == "none" and pair.mass >= CLEARLY]
    others = [pair for pair in pairs if pair.status == "none" and pair.mass < CLEARLY]
    return linked + tempting + chance.sample(others, min(len(others), round(each * len(linked))))


def scored(model: CrossEncoder, rows: list[tuple[list[int], list[int]]]) -> np.ndarray:
    """The probabilities of the labels for each row."""
    model.eval()
    found = np.zeros((len(rows), len(LABELS)))
    with torch.no_grad():
        for batch in batches_of(rows, random.Random(0)):
            found[batch] = torch.softmax(model(*batch_of([rows[n] for n in batch])), 1).numpy()
    return found


def report(pairs: Sequence[OutcomePair], told: np.ndarray) -> dict[str, float]:
    """Average precision of being linked, recall where 85 of 100 are, and how often a linked pair's status is right."""
    linked = np.array([pair.status != "none" for pair in pairs])
    order = np.argsort(told[:, 0], kind="stable")
    right = np.cumsum(linked[order])
    precision = right / np.arange(1, len(order) + 1)
    gold = np.array([LABELS.index(pair.status) for pair in pairs])
    named = told[linked, 1:].argmax(1) + 1 == gold[linked]
    enough = np.flatnonzero(precision >= 0.85)
    return {
        "average precision": round(float((precision * linked[order]).sum() / max(1, linked.sum())), 4),
        "recall at .85": round(float(right[enough[-1]] / linked.sum()), 4) if len(enough) else 0.0,
        "status": round(float(named.mean()), 4),
    }


def started(path: Path) -> dict[str, Tensor]:
    """The weights of an earlier run, or the entailment model's with a row for each label of outcomes."""
    if path.suffix != ".onnx":
        earlier: dict[str, Tensor] = torch.load(path, weights_only=True)
        return earlier
    state = shipped_state(path)
    for name in ("out.weight", "out.bias"):
        state[name] = state[name][list(GROWN_FROM)]
    return state


def main() -> None:
    """Train, or go on training."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, nargs="+", required=True)
    parser.add_argument("--watched", type=Path, required=True, help="pairs that are scored now and then")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, default=START)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--others", type=float, default=2.0, help="unlike pairs for each linked one")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--decay", type=float, default=0.9)
    parser.add_argument("--average", type=float, default=0.995)
    parser.add_argument("--half", action="store_true", help="multiply in 16 bits: a third faster where processors can")
    parser.add_argument("--minutes", type=float, default=0, help="anneal the rate to end by then, whatever is left")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizer_of(package_folder())
    model, averaged = CrossEncoder(labels=len(LABELS)), CrossEncoder(labels=len(LABELS))
    model.load_state_dict(started(given.start))
    averaged.load_state_dict(model.state_dict())
    optimizer = optimizer_for(model, given.rate, given.decay)
    pairs = [pair for path in given.pairs for pair in read_outcome_pairs(path)]
    watched = read_outcome_pairs(given.watched)
    watched_rows = encode(tokenizer, [Pair(pair.told, pair.undertaken, 0) for pair in watched])
    checkpoint = given.out / "checkpoint.pt"
    epoch = step = done = 0
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=False)
        for name, part in (("model", model), ("averaged", averaged), ("optimizer", optimizer)):
            part.load_state_dict(kept[name])
        epoch, step, done = kept["epoch"], kept["step"], kept["done"]
    since = time.time()

    def log(**what: Any) -> None:
        line = json.dumps({"epoch": epoch, "step": step, "minutes": round((time.time() - since) / 60, 1)} | what)
        print(line, flush=True)
        with (given.out / "log.jsonl").open("a") as file:
            file.write(line + "\n")

    def save() -> None:
        parts = {"model": model, "averaged": averaged, "optimizer": optimizer}
        states = {name: part.state_dict() for name, part in parts.items()}
        torch.save(states | {"epoch": epoch, "step": step, "done": done}, given.out / "checkpoint.new")
        (given.out / "checkpoint.new").replace(checkpoint)

    log(settings={name: str(value) for name, value in vars(given).items()})
    running, progress = 0.0, 0.0
    begun: float | None = None
    while epoch < given.epochs and progress < 1:
        chance = random.Random(given.seed * 1000 + epoch)
        chosen = drawn(pairs, given.others, chance)
        rows = encode(tokenizer, [Pair(pair.told, pair.undertaken, 0) for pair in chosen])
        labels = torch.tensor([LABELS.index(pair.status) for pair in chosen])
        batches = batches_of(rows, chance)
        if not done:
            log(pairs=len(chosen), linked=int((labels > 0).sum()), batches=len(batches))
        begun = (epoch + done / len(batches)) / given.epochs if begun is None else begun
        while done < len(batches) and progress < 1:
            progress = (epoch + done / len(batches)) / given.epochs
            if given.minutes:
                progress = max(progress, begun + (1 - begun) * (time.time() - since) / (60 * given.minutes))
            scale = min(1.0, progress / 0.06) * max(0.02, 0.5 + 0.5 * math.cos(math.pi * min(1.0, progress)))
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * scale
            model.train()
            reseed(given.seed * 100_003 + step)
            batch = batches[done]
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=given.half):
                logits = model(*batch_of([rows[n] for n in batch]))
            loss = F.cross_entropy(logits.float(), labels[batch], label_smoothing=SMOOTHING)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step, done = step + 1, done + 1
            keep = min(given.average, (1 + step) / (10 + step))
            with torch.no_grad():
                for mean, now in zip(averaged.parameters(), model.parameters(), strict=True):
                    mean.lerp_(now, 1 - keep)
            running = 0.98 * running + 0.02 * loss.item() if step > 1 else loss.item()
            if step % 50 == 0:
                log(of=len(batches), loss=round(running, 4))
            if step % 250 == 0:
                save()
        epoch, done = epoch + 1, 0
        log(watched=report(watched, scored(averaged, watched_rows)))
        save()
    torch.save(averaged.state_dict(), given.out / "final.pt")


if __name__ == "__main__":
    main()
