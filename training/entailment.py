"""Train the cross-encoder for entailment, neutrality and contradiction. Seeded, resumable, one command a stage.

    PYTHONPATH=src python -m training.entailment --out RUN1 --parts public --epochs 1 --share 1
    PYTHONPATH=src python -m training.entailment --out RUN2 --start RUN1/final.pt
    PYTHONPATH=src python -m training.entailment --out RUN3 --start RUN2/final.pt --taught POOL PRESS --epochs 2

A checkpoint is written every few minutes and picked up when the same command runs again. Logs go to standard output
and `OUT/log.jsonl`. `python -m training.export_entailment --runs RUN2 RUN3 --shares 0.3 0.7` writes what ships.
"""

import argparse
import json
import math
import random
import time
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from onrecord.language.cross_encoder import fitting
from training.bert import reseed
from training.cross_encoder import CrossEncoder, Likening, allowed_loss, batch_of, load_pretrained, taught_loss
from training.encoder import package_folder, tokenizer_of
from training.entailment_sets import PUBLIC, UNCLEAR, Pair, read_set, sampled, scenes, thinned, written
from training.pools import padded, states_taught, taught
from training.shipped import shipped_state

BUDGET = 2304
"""Pieces a batch, padding included."""
DISPUTES = 12_000
"""Pairs of invented disputes in a full epoch."""
WRITTEN_TIMES = 2.0
"""How often each pair that the project wrote stands in an epoch."""
NEUTRAL_SCENES = 2.0
"""Neutral pairs for each other one of a scene."""
NEUTRALS = 4.0
"""Neutral pairs for each other one of the labelled disputes: most are neutral wherever the model is asked."""
CLS, SEP = 101, 102
LIKENED = (4, 6)
"""Layers that come near those of a teacher that `training.teacher.TOLD` names."""


def pairs_of(
    parts: list[str],
    data: Path,
    share: float,
    chance: random.Random,
    *,
    times: float = WRITTEN_TIMES,
    neutrals: float = NEUTRALS,
) -> list[Pair]:
    """One epoch's pairs of the named parts: a share of the public sets, all that we wrote so many times, new ones."""
    found: list[Pair] = []
    if "public" in parts:
        found += sampled({name: share * part for name, part in PUBLIC.items()}, data, chance)
    if "unclear" in parts:
        found += sampled(UNCLEAR, data, chance)
    if "written" in parts:
        ours = written() + thinned(scenes(), NEUTRAL_SCENES, chance)
        found += int(times) * ours + chance.sample(ours, round(times % 1 * len(ours)))
    if "labelled" in parts:
        from training.labelled_disputes import labelled_pairs

        found += labelled_pairs(chance, neutrals)
    if "generated" in parts:
        from training.entailment_generated import generated

        found += generated(data, share, chance)
    if "disputes" in parts:
        from training.entailment_generated import invented_disputes

        found += invented_disputes(chance, round(share * DISPUTES))
    return found


def encode(tokenizer: Tokenizer, pairs: list[Pair]) -> list[tuple[list[int], list[int]]]:
    """Pieces of each pair, with the kind of each piece."""
    first = tokenizer.encode_batch([pair.premise for pair in pairs], add_special_tokens=False)
    second = tokenizer.encode_batch([pair.hypothesis for pair in pairs], add_special_tokens=False)
    rows = []
    for one, other in zip(first, second, strict=True):
        premise, hypothesis = fitting(one.ids, other.ids)
        ids = [CLS, *premise, SEP, *hypothesis, SEP]
        rows.append((ids, [0] * (len(premise) + 2) + [1] * (len(hypothesis) + 1)))
    return rows


def batches_of(rows: list[tuple[list[int], list[int]]], chance: random.Random) -> list[list[int]]:
    """Rows of like length together, within the budget, in an order fixed by the seed."""
    order = sorted(range(len(rows)), key=lambda n: len(rows[n][0]) + 6 * chance.random())
    found: list[list[int]] = []
    batch: list[int] = []
    longest = 0
    for number in order:
        longest = max(longest, len(rows[number][0]))
        if batch and longest * (len(batch) + 1) > BUDGET:
            found.append(batch)
            batch, longest = [], len(rows[number][0])
        batch.append(number)
    found.append(batch)
    chance.shuffle(found)
    return found


def accuracy(model: CrossEncoder, tokenizer: Tokenizer, pairs: list[Pair]) -> float:
    """The share of pairs whose best label is allowed."""
    model.eval()
    rows = encode(tokenizer, pairs)
    right = 0
    with torch.no_grad():
        for batch in batches_of(rows, random.Random(0)):
            best = model(*batch_of([rows[n] for n in batch])).argmax(1).tolist()
            right += sum(pairs[n].allowed >> label & 1 for n, label in zip(batch, best, strict=True))
    return right / len(pairs)


def optimizer_for(model: CrossEncoder, rate: float, decay: float) -> torch.optim.Optimizer:
    """AdamW with a smaller rate for lower layers."""
    groups = []
    depths = {"hidden": 0, "out": 0} | {f"layers.{n}": len(model.layers) - n for n in range(len(model.layers))}
    for name, parameter in model.named_parameters():
        depth = next((d for prefix, d in depths.items() if name.startswith(prefix + ".")), len(model.layers) + 1)
        peak = rate * decay**depth * (4 if depth == 0 else 1)
        shrink = 0.01 if parameter.dim() > 1 else 0.0
        groups.append({"params": [parameter], "lr": peak, "peak": peak, "weight_decay": shrink})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def main() -> None:
    """Train, or go on training."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/entailment"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--parts", default="public,written,generated,disputes")
    parser.add_argument("--start", type=Path, help="weights of an earlier stage, or the ONNX file that ships")
    parser.add_argument("--times", type=float, default=WRITTEN_TIMES, help="of all that the project wrote, an epoch")
    parser.add_argument("--neutrals", type=float, default=NEUTRALS, help="for each other pair of labelled disputes")
    parser.add_argument("--scenes", nargs="+", default=[], help="files of scenes that are read whole in every epoch")
    parser.add_argument(
        "--taught", type=Path, nargs="+", help="pairs with a teacher's scores (`training.distil`) instead of parts"
    )
    parser.add_argument("--trust", type=float, default=0.7, help="weight of the teacher beside the labels")
    parser.add_argument("--temperature", type=float, default=2.0, help="what the teacher's scores are softened by")
    parser.add_argument("--liken", type=float, default=0.0, help="weight of coming near the teacher's states, if kept")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--share", type=float, default=0.5, help="of public and generated pairs read in an epoch")
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--decay", type=float, default=0.9)
    parser.add_argument("--average", type=float, default=0.998, help="of the moving average of weights")
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--half", action="store_true", help="multiply in 16 bits: a third faster where processors can")
    parser.add_argument("--minutes", type=float, default=0, help="anneal the rate to end by then, whatever is left")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizer_of(package_folder())
    model, averaged = CrossEncoder(), CrossEncoder()
    load_pretrained(model, str(package_folder() / "model.safetensors"))
    if given.start:
        ships = given.start.suffix == ".onnx"
        model.load_state_dict(shipped_state(given.start) if ships else torch.load(given.start, weights_only=True))
    averaged.load_state_dict(model.state_dict())
    optimizer = optimizer_for(model, given.rate, given.decay)
    pools = [taught(folder) for folder in given.taught or []]
    states = [each for folder in given.taught or [] for each in states_taught(folder)] if given.liken else []
    if given.liken and len(states) != sum(len(told) for told, _ in pools):
        raise SystemExit("--liken: write every pool of --taught with `training.distil --states`")
    likening = Likening(LIKENED, states[0].shape[2]) if states else None
    if likening is not None:
        peak = given.rate * 4
        optimizer.add_param_group({"params": likening.parameters(), "lr": peak, "peak": peak, "weight_decay": 0.0})
    parts = given.parts.split(",")
    checkpoint = given.out / "checkpoint.pt"
    epoch = step = done = 0
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(kept["model"])
        averaged.load_state_dict(kept["averaged"])
        optimizer.load_state_dict(kept["optimizer"])
        if likening is not None:
            likening.load_state_dict(kept["likening"])
        epoch, step, done = kept["epoch"], kept["step"], kept["done"]
    # Looked at while training: a slice of a development set that is never trained on.
    watched = random.Random(7).sample(read_set(given.data, "taxinli_mnli.dev"), 1500)
    since = time.time()

    def log(**what: Any) -> None:
        line = json.dumps({"epoch": epoch, "step": step, "minutes": round((time.time() - since) / 60, 1)} | what)
        print(line, flush=True)
        with (given.out / "log.jsonl").open("a") as file:
            file.write(line + "\n")

    def save() -> None:
        kept = {"model": model, "averaged": averaged, "optimizer": optimizer}
        if likening is not None:
            kept["likening"] = likening
        torch.save(
            {name: part.state_dict() for name, part in kept.items()} | {"epoch": epoch, "step": step, "done": done},
            given.out / "checkpoint.new",
        )
        (given.out / "checkpoint.new").replace(checkpoint)

    log(settings={name: str(value) for name, value in vars(given).items()})
    running, progress = 0.0, 0.0
    begun: float | None = None
    while epoch < given.epochs and progress < 1:
        chance = random.Random(given.seed * 1000 + epoch)
        scores = None
        if pools:
            pairs = [pair for told, _ in pools for pair in told]
            scores = torch.cat([torch.from_numpy(told) for _, told in pools])
        else:
            pairs = pairs_of(parts, given.data, given.share, chance, times=given.times, neutrals=given.neutrals)
            pairs += thinned(scenes(given.scenes), NEUTRAL_SCENES, chance) if given.scenes else []
        rows = encode(tokenizer, pairs)
        batches = batches_of(rows, chance)
        if not done:
            log(pairs=len(pairs), batches=len(batches))
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
            allowed = torch.tensor([[bool(pairs[n].allowed >> label & 1) for label in range(3)] for n in batch])
            ids, kinds, mask = batch_of([rows[n] for n in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=given.half):
                logits, after = model.states(ids, kinds, mask)
            logits = logits.float()
            loss = allowed_loss(logits, allowed, given.smoothing)
            if scores is not None:
                soft = taught_loss(logits, scores[batch], given.temperature)
                loss = (1 - given.trust) * loss + given.trust * soft
            if likening is not None:
                near, held = padded([states[n] for n in batch], mask.sum(1).tolist(), mask.shape[1])
                loss = loss + given.liken * likening.loss(after, torch.from_numpy(near), torch.from_numpy(held))
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
        log(watched=round(accuracy(averaged, tokenizer, watched), 4))
        epoch, done = epoch + 1, 0
        save()
    torch.save(averaged.state_dict(), given.out / "final.pt")


if __name__ == "__main__":
    main()
