"""Train a larger cross-encoder that labels pairs for the small one to learn from. Seeded, resumable, one command.

    PYTHONPATH=src python -m training.teacher --start MPNET --out RUN1
    PYTHONPATH=src python -m training.teacher --start MPNET --out RUN2 --weights RUN1/final.pt --parts scenes

The start is MPNet-base, 110 million parameters, as `all-mpnet-base-v2` (Apache-2.0) carries it: a folder with
`model.safetensors`, `config.json` and `tokenizer.json`. It never ships; `training.distil` asks it. It reads what
`training.entailment` reads, so what it teaches stands under the same licences.
"""

import argparse
import random
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from onrecord.language.cross_encoder import fitting
from training.cross_encoder import LABELS
from training.entailment import batches_of
from training.entailment_generated import generated, invented_disputes
from training.entailment_sets import Pair, read_set, sampled, scenes, thinned, written
from training.finetuning import Size, Task, add_options, finetune, logits_of

FIRST, LAST, PAD = 0, 2, 1
FROZEN = 4
"""Layers from below that are left as they are."""
TOLD = (8, 12)
"""Layers whose states the small model learns to give at two and at all three thirds of its own depth."""
PUBLIC = {
    "snli.dev": 0.55, "cad_snli.train": 0.5, "cad_snli.dev": 0.5, "conjnli.train": 0.1, "help.train": 0.12,
    "med.test": 0.15, "fever_symmetric.train": 1.0, "fever_symmetric.test": 1.0, "fm2.train": 1.0,
    "fever_binary_docnli.train": 0.15, "tracie.train": 0.4, "synth_numdate.train": 0.25,
}  # fmt: skip
"""Sets as in `entailment_sets.PUBLIC`, with the share read: a processor reads no more in an hour or two."""


REPLAYED = 6000
"""Pairs of all sorts that stand among the scenes, so that nothing is forgotten."""


class Teacher(nn.Module):
    """MPNet over both propositions; the mean and the first state give three scores."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        from transformers import MPNetConfig, MPNetModel

        settings = MPNetConfig.from_pretrained(folder, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
        self.body = MPNetModel.from_pretrained(folder, config=settings, add_pooling_layer=False)
        size = settings.hidden_size
        self.hidden = nn.Linear(2 * size, size)
        self.out = nn.Linear(size, len(LABELS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Pieces and mask B×T to logits B×3."""
        return self._scores(self.body(input_ids=ids, attention_mask=mask).last_hidden_state, mask)

    def states(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Logits B×3 and, of each of the layers `TOLD`, what stands at each piece: L×B×T×H."""
        run = self.body(input_ids=ids, attention_mask=mask, output_hidden_states=True)
        return self._scores(run.last_hidden_state, mask), torch.stack([run.hidden_states[layer] for layer in TOLD])

    def _scores(self, states: Tensor, mask: Tensor) -> Tensor:
        held = mask.to(states.dtype)[:, :, None]
        both = torch.cat([states[:, 0], (states * held).sum(1) / held.sum(1)], 1)
        return self.out(nn.functional.gelu(self.hidden(both)))


def encode(tokenizer: Tokenizer, pairs: list[Pair]) -> list[tuple[list[int], list[int]]]:
    """Pieces of each pair, with what MPNet puts around and between; the second list is only as long."""
    first = tokenizer.encode_batch([pair.premise for pair in pairs], add_special_tokens=False)
    second = tokenizer.encode_batch([pair.hypothesis for pair in pairs], add_special_tokens=False)
    rows = []
    for one, other in zip(first, second, strict=True):
        premise, hypothesis = fitting(one.ids, other.ids)
        ids = [FIRST, *premise, LAST, LAST, *hypothesis, LAST]
        rows.append((ids, ids))
    return rows


def batch_of(rows: list[tuple[list[int], list[int]]]) -> tuple[Tensor, Tensor]:
    """Pieces and mask, padded to the longest."""
    ids = np.full((len(rows), max(len(row) for row, _ in rows)), PAD, dtype=np.int64)
    for number, (row, _) in enumerate(rows):
        ids[number, : len(row)] = row
    told = torch.from_numpy(ids)
    return told, (told != PAD).long()


def tokenizer_of(folder: Path) -> Tokenizer:
    """MPNet's tokenizer without its limits of length."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def states_of(model: Teacher, tokenizer: Tokenizer, pairs: list[Pair]) -> tuple[np.ndarray, list[np.ndarray]]:
    """Scores n×3, and of each pair its states L×T×H by piece, as the small model cuts it: one mark between the two."""
    model.eval()
    rows = encode(tokenizer, pairs)
    told = np.zeros((len(pairs), len(LABELS)), dtype=np.float32)
    kept: list[np.ndarray] = [np.zeros(0)] * len(pairs)
    with torch.inference_mode():
        for batch in batches_of(rows, random.Random(0)):
            scores, states = model.states(*batch_of([rows[n] for n in batch]))
            told[batch] = scores.numpy()
            for place, number in enumerate(batch):
                ids = rows[number][0]
                places = [at for at in range(len(ids)) if at == 0 or ids[at] != LAST or ids[at - 1] != LAST]
                kept[number] = states[:, place, places].numpy().astype(np.float16)
    return told, kept


def larger(folder: Path) -> Size:
    """MPNet as a size of cross-encoder to fine-tune."""
    return Size(lambda _: Teacher(folder), lambda: tokenizer_of(folder), encode, batch_of, optimizer_for)


def begun(folder: Path, weights: Path | None) -> dict[str, Tensor]:
    """The weights of an earlier stage, or MPNet's own under a last layer that has learned nothing."""
    if weights is None:
        return Teacher(folder).state_dict()
    kept = torch.load(weights, weights_only=False)
    earlier: dict[str, Tensor] = kept.get("averaged", kept)
    return earlier


def accuracy(told: np.ndarray, pairs: list[Pair]) -> float:
    """The share of pairs whose best label is allowed."""
    best = told.argmax(1).tolist()
    return sum(pair.allowed >> label & 1 for pair, label in zip(pairs, best, strict=True)) / len(pairs)


def pairs_of(part: str, data: Path, chance: random.Random) -> list[Pair]:
    """What is read: of `scenes` the disputes that we wrote and a little of all, else a share of everything."""
    if part == "scenes":
        return [*thinned(scenes(), 1.2, chance), *chance.sample(pairs_of("all", data, chance), REPLAYED)]
    return [
        *sampled(PUBLIC, data, chance),
        *written(),
        *thinned(scenes(), 1.2, chance),
        *generated(data, 0.13, chance),
        *invented_disputes(chance, 2500),
    ]


def optimizer_for(model: Teacher, rate: float, decay: float) -> torch.optim.Optimizer:
    """AdamW with a smaller rate for lower layers; the lowest and the embeddings rest."""
    layers = len(model.body.encoder.layer)
    groups = []
    for name, parameter in model.named_parameters():
        if name.startswith("body.encoder.layer."):
            layer = int(name.split(".")[3])
            depth = layers - layer
            if layer < FROZEN:
                parameter.requires_grad_(False)
                continue
        elif name.startswith("body.embeddings"):
            parameter.requires_grad_(False)
            continue
        else:
            depth = layers if "relative_attention_bias" in name else 0
        peak = rate * decay**depth * (5 if depth == 0 else 1)
        shrink = 0.01 if parameter.dim() > 1 else 0.0
        groups.append({"params": [parameter], "lr": peak, "peak": peak, "weight_decay": shrink})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def main() -> None:
    """Train, or go on training."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/entailment"))
    parser.add_argument("--start", type=Path, required=True, help="the folder that holds MPNet")
    parser.add_argument("--weights", type=Path, help="weights of an earlier stage")
    parser.add_argument("--parts", choices=("all", "scenes"), default="all")
    add_options(parser, rate=5e-5, epochs=1)
    given = parser.parse_args()
    # Looked at while training: a slice of a development set that is never trained on.
    watched = random.Random(7).sample(read_set(given.data, "taxinli_mnli.dev"), 400)
    texts = [(pair.premise, pair.hypothesis) for pair in watched]
    size = larger(given.start)

    def report(model: nn.Module) -> dict[str, float]:
        return {"accuracy": round(accuracy(logits_of(model, len(LABELS), texts, size, half=given.half), watched), 4)}

    task = Task(len(LABELS), lambda chance: pairs_of(given.parts, given.data, chance), report)
    finetune(begun(given.start, given.weights), task, given, size)


if __name__ == "__main__":
    main()
