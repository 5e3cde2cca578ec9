"""The cross-encoder: a small BERT that reads two propositions together and tells whether one settles the other."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.bert import HIDDEN, LAYERS, POSITIONS, VOCABULARY, Layer, drop, load_layers

LABELS = ("entailment", "neutral", "contradiction")


class CrossEncoder(nn.Module):
    """Premise and hypothesis in one sequence; the mean and the first state give a score for each label."""

    def __init__(self, dropout: float = 0.1, labels: int = len(LABELS)) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.kinds = nn.Embedding(2, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.hidden = nn.Linear(2 * HIDDEN, HIDDEN)
        self.out = nn.Linear(HIDDEN, labels)
        self.p = dropout

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """Integers B×T (pieces, 0 for the premise and 1 for the hypothesis, 1 for a piece) to logits B×labels."""
        return self.states(ids, kinds, mask)[0]

    def states(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, list[Tensor]]:
        """The logits B×labels, and the states after each layer, B×T×H."""
        at = torch.arange(ids.shape[1], device=ids.device)
        x = drop(self.norm(self.words(ids) + self.positions(at) + self.kinds(kinds)), self.p, self.training)
        held = mask.to(torch.float32)
        bias = (1.0 - held)[:, None, None, :] * -10000.0
        after = []
        for layer in self.layers:
            x = layer(x, bias)
            after.append(x)
        mean = (x * held[:, :, None]).sum(1) / held.sum(1, keepdim=True)
        both = drop(torch.cat([x[:, 0], mean], 1), self.p, self.training)
        return self.out(drop(F.gelu(self.hidden(both)), self.p, self.training)), after


class Likening(nn.Module):
    """Maps of some of the small model's layers to those of a larger one, for training alone."""

    def __init__(self, layers: tuple[int, ...], width: int) -> None:
        super().__init__()
        self.layers = layers
        self.maps = nn.ModuleList(nn.Linear(HIDDEN, width) for _ in layers)

    def loss(self, after: list[Tensor], told: Tensor, held: Tensor) -> Tensor:
        """The mean square by which mapped states miss those told, L×B×T×W, where held, in units of their variance."""
        missed = [
            (each(after[layer - 1][held]) - wanted[held]).square().mean() / wanted[held].var()
            for each, layer, wanted in zip(self.maps, self.layers, told, strict=True)
        ]
        return torch.stack(missed).mean()


def allowed_loss(logits: Tensor, allowed: Tensor, smoothing: float) -> Tensor:
    """Cross entropy with a set of allowed labels a row (bool B×3), a share of it spread over all labels."""
    told = torch.log_softmax(logits, 1)
    hit = torch.logsumexp(told.masked_fill(~allowed, -1e4), 1)
    return -((1 - smoothing) * hit + smoothing * told.mean(1)).mean()


def taught_loss(logits: Tensor, scores: Tensor, temperature: float) -> Tensor:
    """Cross entropy with a teacher's softened labels, scores B×3 (Hinton, Vinyals and Dean 2015)."""
    wanted = torch.softmax(scores / temperature, 1)
    return -(wanted * torch.log_softmax(logits / temperature, 1)).sum(1).mean() * temperature**2


def batch_of(rows: list[tuple[list[int], list[int]]]) -> tuple[Tensor, Tensor, Tensor]:
    """Sequences of pieces with the kind of each, padded to the longest."""
    length = max(len(ids) for ids, _ in rows)
    ids, kinds, mask = (np.zeros((len(rows), length), dtype=np.int64) for _ in range(3))
    for number, (pieces, kind) in enumerate(rows):
        ids[number, : len(pieces)] = pieces
        kinds[number, : len(kind)] = kind
        mask[number, : len(pieces)] = 1
    return torch.from_numpy(ids), torch.from_numpy(kinds), torch.from_numpy(mask)


def load_pretrained(model: CrossEncoder, path: str) -> None:
    """Fill all but the last two layers with a BERT checkpoint in safetensors form."""
    from safetensors.torch import load_file

    given = {name.removeprefix("bert."): value for name, value in load_file(path).items()}
    with torch.no_grad():
        model.words.weight.copy_(given["embeddings.word_embeddings.weight"])
        model.positions.weight.copy_(given["embeddings.position_embeddings.weight"])
        model.kinds.weight.copy_(given["embeddings.token_type_embeddings.weight"])
        model.norm.weight.copy_(given["embeddings.LayerNorm.weight"])
        model.norm.bias.copy_(given["embeddings.LayerNorm.bias"])
    load_layers(model.layers, given)
