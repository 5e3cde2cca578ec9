"""Fine-tune a cross-encoder that already reads on pairs of texts, seeded and resumable.

`training.outcomes` and `training.clashes` do it with the small one that ships, `training.teacher` and `--mpnet` of
`training.clashes` with a larger one. A checkpoint is written every few minutes and picked up when the same command
runs again; logs go to standard output and `OUT/log.jsonl`; what came out is `OUT/final.pt`, the moving average of the
weights.
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
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.bert import reseed
from training.cross_encoder import CrossEncoder, allowed_loss, batch_of, taught_loss
from training.encoder import package_folder, tokenizer_of
from training.entailment import batches_of, encode, optimizer_for
from training.entailment_sets import Pair
from training.pools import Floats

SMOOTHING = 0.05
RISING = 0.06
"""The share of all steps over which the rate rises; then it falls as a half wave of the cosine."""
EVERY = 300.0
"""Seconds between checkpoints."""
Rows = list[tuple[list[int], list[int]]]
"""Of each pair its pieces and their kinds."""


@dataclass(frozen=True, slots=True)
class Size:
    """A cross-encoder of some size: how one with so many labels is made, reads, is put in batches and learns."""

    made: Callable[[int], nn.Module]
    tokenizer: Callable[[], Tokenizer]
    encode: Callable[[Tokenizer, list[Pair]], Rows]
    batch_of: Callable[[Rows], tuple[Tensor, ...]]
    optimizer: Callable[[Any, float, float], torch.optim.Optimizer]


SMALL = Size(
    lambda labels: CrossEncoder(labels=labels), lambda: tokenizer_of(package_folder()), encode, batch_of, optimizer_for
)
"""The one that ships."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a larger model says of each pair (logits, pairs × labels), its weight beside labels, and how softened."""

    scores: Floats
    trust: float
    temperature: float


@dataclass(frozen=True, slots=True)
class Task:
    """What is learned: the number of labels, an epoch's pairs by its chance, and what is measured after each epoch.

    With a lesson, every epoch's pairs are those that the lesson is of, in its order.
    """

    labels: int
    drawn: Callable[[random.Random], list[Pair]]
    report: Callable[[nn.Module], dict[str, Any]]
    lesson: Lesson | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of pieces with their kinds, the labels allowed for each (bool, rows × labels), and which step it is.

    `taught` is what a larger model says of each row, where there is one to learn from.
    """

    rows: Rows
    allowed: Tensor
    step: int
    taught: Tensor | None


def add_options(parser: argparse.ArgumentParser, *, rate: float = 1e-4, epochs: int = 3) -> None:
    """The options that every fine-tuning takes."""
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--decay", type=float, default=0.9)
    parser.add_argument("--average", type=float, default=0.995)
    parser.add_argument("--half", action="store_true", help="multiply in 16 bits: a third faster where processors can")
    parser.add_argument("--minutes", type=float, default=0, help="anneal the rate to end by then, whatever is left")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)


def logits_of(
    model: nn.Module, labels: int, texts: Sequence[tuple[str, str]], size: Size = SMALL, *, half: bool = False
) -> np.ndarray:
    """What a model says of each pair of texts, pairs × labels; with `half` it multiplies in 16 bits."""
    rows = size.encode(size.tokenizer(), [Pair(*told, 0) for told in texts])
    model.eval()
    found = np.zeros((len(rows), labels), dtype=np.float32)
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
        for batch in batches_of(rows, random.Random(0)):
            found[batch] = model(*size.batch_of([rows[n] for n in batch])).float().numpy()
    return found


def scored(
    model: nn.Module, labels: int, texts: Sequence[tuple[str, str]], size: Size = SMALL, *, half: bool = False
) -> np.ndarray:
    """The probabilities of the labels for each pair of texts: pairs × labels."""
    return torch.softmax(torch.from_numpy(logits_of(model, labels, texts, size, half=half)), 1).numpy()


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


def finetune(state: dict[str, Tensor], task: Task, given: argparse.Namespace, size: Size = SMALL) -> None:
    """Train from these weights, or go on from the checkpoint in `given.out`."""
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    tokenizer = size.tokenizer()
    model, averaged = size.made(task.labels), size.made(task.labels)
    model.load_state_dict(state)
    averaged.load_state_dict(state)
    parts: dict[str, Any] = {
        "model": model, "averaged": averaged, "optimizer": size.optimizer(model, given.rate, given.decay)
    }  # fmt: skip
    checkpoint = given.out / "checkpoint.pt"
    epoch = step = done = 0
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=False)
        for name, part in parts.items():
            part.load_state_dict(kept[name])
        epoch, step, done = kept["epoch"], kept["step"], kept["done"]
    taught = None if task.lesson is None else torch.from_numpy(task.lesson.scores)
    since = saved = time.time()

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
        rows = size.encode(tokenizer, pairs)
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
            chosen = batches[done]
            lesson = None if taught is None else taught[chosen]
            batch = Batch([rows[n] for n in chosen], allowed[chosen], step, lesson)
            loss = _stepped(parts, batch, task, given, size)
            step, done = step + 1, done + 1
            running = 0.98 * running + 0.02 * loss if step > 1 else loss
            if step % 50 == 0:
                log(of=len(batches), loss=round(running, 4))
            if time.time() - saved >= EVERY:
                save()
                saved = time.time()
        epoch, done = epoch + 1, 0
        log(watched=task.report(averaged))
        save()
    torch.save(averaged.state_dict(), given.out / "final.pt")


def _set_rate(optimizer: torch.optim.Optimizer, progress: float) -> None:
    scale = min(1.0, progress / RISING) * max(0.02, 0.5 + 0.5 * math.cos(math.pi * min(1.0, progress)))
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * scale


def _stepped(parts: dict[str, Any], batch: Batch, task: Task, given: argparse.Namespace, size: Size) -> float:
    """One batch learned, and its loss."""
    model, averaged, optimizer = parts["model"], parts["averaged"], parts["optimizer"]
    model.train()
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=given.half):
        logits = model(*size.batch_of(batch.rows))
    loss = allowed_loss(logits.float(), batch.allowed, SMOOTHING)
    if task.lesson is not None and batch.taught is not None:
        soft = taught_loss(logits.float(), batch.taught, task.lesson.temperature)
        loss = (1 - task.lesson.trust) * loss + task.lesson.trust * soft
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    keep = min(given.average, (2 + batch.step) / (11 + batch.step))
    with torch.no_grad():
        for mean, now in zip(averaged.parameters(), model.parameters(), strict=True):
            if now.requires_grad:
                mean.lerp_(now, 1 - keep)
    return float(loss.item())
