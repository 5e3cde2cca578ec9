"""Fine-tune a cross-encoder that already reads on pairs of texts, seeded and resumable: for outcomes and clashes.

A checkpoint is written every few minutes and picked up when the same command runs again; logs go to standard output
and `OUT/log.jsonl`; what came out is `OUT/final.pt`, the moving average of the weights.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from training.bert import reseed
from training.cross_encoder import CrossEncoder, allowed_loss, batch_of
from training.encoder import package_folder, tokenizer_of
from training.entailment import batches_of, encode, optimizer_for
from training.entailment_sets import Pair

SMOOTHING = 0.05
RISING = 0.06
"""The share of all steps over which the rate rises; then it falls as a half wave of the cosine."""
EVERY = 250
"""Batches between checkpoints."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is learned: the number of labels, an epoch's pairs by its chance, and what is measured after each epoch."""

    labels: int
    drawn: Callable[[random.Random], list[Pair]]
    report: Callable[[CrossEncoder], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of pieces with their kinds, the labels allowed for each (bool, rows × labels), and which step it is."""

    rows: list[tuple[list[int], list[int]]]
    allowed: Tensor
    step: int


def add_options(parser: argparse.ArgumentParser, *, rate: float = 1e-4) -> None:
    """The options that every fine-tuning takes."""
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--decay", type=float, default=0.9)
    parser.add_argument("--average", type=float, default=0.995)
    parser.add_argument("--half", action="store_true", help="multiply in 16 bits: a third faster where processors can")
    parser.add_argument("--minutes", type=float, default=0, help="anneal the rate to end by then, whatever is left")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)


def scored(model: CrossEncoder, labels: int, texts: Sequence[tuple[str, str]]) -> np.ndarray:
    """The probabilities of the labels for each pair of texts: pairs × labels."""
    rows = encode(tokenizer_of(package_folder()), [Pair(*told, 0) for told in texts])
    model.eval()
    found = np.zeros((len(rows), labels))
    with torch.no_grad():
        for batch in batches_of(rows, random.Random(0)):
            found[batch] = torch.softmax(model(*batch_of([rows[n] for n in batch])), 1).numpy()
    return found


def ranked(likelihood: np.ndarray, true: np.ndarray, precision: float) -> dict[str, float]:
    """Average precision, and recall down to where so large a share of what stands above is true."""
    right = np.cumsum(true[np.argsort(-likelihood, kind="stable")])
    hits = np.flatnonzero(np.diff(right, prepend=0))
    share = right / np.arange(1, len(right) + 1)
    enough = np.flatnonzero(share >= precision)
    return {
        "average precision": round(float(share[hits].mean()), 4) if len(hits) else 0.0,
        f"recall at {precision:.2f}": round(float(right[enough[-1]] / right[-1]), 4) if len(enough) else 0.0,
    }


def finetune(state: dict[str, Tensor], task: Task, given: argparse.Namespace) -> None:
    """Train from these weights, or go on from the checkpoint in `given.out`."""
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizer_of(package_folder())
    model, averaged = CrossEncoder(labels=task.labels), CrossEncoder(labels=task.labels)
    model.load_state_dict(state)
    averaged.load_state_dict(state)
    parts: dict[str, Any] = {
        "model": model, "averaged": averaged, "optimizer": optimizer_for(model, given.rate, given.decay)
    }  # fmt: skip
    checkpoint = given.out / "checkpoint.pt"
    epoch = step = done = 0
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=False)
        for name, part in parts.items():
            part.load_state_dict(kept[name])
        epoch, step, done = kept["epoch"], kept["step"], kept["done"]
    since = time.time()

    def log(**what: Any) -> None:
        line = json.dumps({"epoch": epoch, "step": step, "minutes": round((time.time() - since) / 60, 1)} | what)
        print(line, flush=True)
        with (given.out / "log.jsonl").open("a") as file:
            file.write(line + "\n")

    def save() -> None:
        states = {name: part.state_dict() for name, part in parts.items()}
        torch.save(states | {"epoch": epoch, "step": step, "done": done}, given.out / "checkpoint.new")
        (given.out / "checkpoint.new").replace(checkpoint)

    log(settings={name: str(value) for name, value in vars(given).items()})
    running = progress = 0.0
    begun: float | None = None
    while epoch < given.epochs and progress < 1:
        chance = random.Random(given.seed * 1000 + epoch)
        pairs = task.drawn(chance)
        rows = encode(tokenizer, pairs)
        allowed = torch.tensor([[bool(pair.allowed >> label & 1) for label in range(task.labels)] for pair in pairs])
        batches = batches_of(rows, chance)
        if not done:
            log(pairs=len(pairs), batches=len(batches))
        begun = (epoch + done / len(batches)) / given.epochs if begun is None else begun
        while done < len(batches) and progress < 1:
            progress = (epoch + done / len(batches)) / given.epochs
            if given.minutes:
                progress = max(progress, begun + (1 - begun) * (time.time() - since) / (60 * given.minutes))
            reseed(given.seed * 100_003 + step)
            _set_rate(parts["optimizer"], progress)
            batch = Batch([rows[n] for n in batches[done]], allowed[batches[done]], step)
            loss = _stepped(parts, batch, given)
            step, done = step + 1, done + 1
            running = 0.98 * running + 0.02 * loss if step > 1 else loss
            if step % 50 == 0:
                log(of=len(batches), loss=round(running, 4))
            if step % EVERY == 0:
                save()
        epoch, done = epoch + 1, 0
        log(watched=task.report(averaged))
        save()
    torch.save(averaged.state_dict(), given.out / "final.pt")


def _set_rate(optimizer: torch.optim.Optimizer, progress: float) -> None:
    scale = min(1.0, progress / RISING) * max(0.02, 0.5 + 0.5 * math.cos(math.pi * min(1.0, progress)))
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * scale


def _stepped(parts: dict[str, Any], batch: Batch, given: argparse.Namespace) -> float:
    """One batch learned, and its loss."""
    model, averaged, optimizer = parts["model"], parts["averaged"], parts["optimizer"]
    model.train()
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=given.half):
        logits = model(*batch_of(batch.rows))
    loss = allowed_loss(logits.float(), batch.allowed, SMOOTHING)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    keep = min(given.average, (2 + batch.step) / (11 + batch.step))
    with torch.no_grad():
        for mean, now in zip(averaged.parameters(), model.parameters(), strict=True):
            mean.lerp_(now, 1 - keep)
    return float(loss.item())
