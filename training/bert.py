"""A BERT with case and quotation features, its heads, and a linear-chain CRF: everything the encoder trains."""

from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from onrecord.language.pieces import CASES, CLS, QUOTES, SEP

HIDDEN, LAYERS, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
PAD = 0
NEAR = 32
"""Buckets of relative positions in MPNet."""
SPAN_TAGS = 7  # O, then begin and inside of content, source, cue
NAME_TAGS = 13  # O, then begin and inside of person, organisation, place, event, substance, other
MENTION_TYPES = 10
LINK = 64
DISTANCES = 21


class Shape(NamedTuple):
    """The sizes of a transformer, and what sets MPNet apart."""

    hidden: int = HIDDEN
    layers: int = LAYERS
    heads: int = ATTENTION_HEADS
    inner: int = INNER
    epsilon: float = 1e-12
    entry: int = 0
    """The layer below which the features of case and quotation join: the words', or that of the first trained one."""
    relative: bool = False
    """Whether a bias for each distance between pieces is added to attention (MPNet)."""


SMALL = Shape()
MPNET = Shape(768, 12, 12, 3072, 1e-5, entry=4, relative=True)


_LUCK = [np.random.Generator(np.random.SFC64(0))]


def reseed(seed: int) -> None:
    """Fix what dropout draws from here on."""
    _LUCK[0] = np.random.Generator(np.random.SFC64(seed))


def drop(x: Tensor, share: float, training: bool) -> Tensor:
    """Dropout with a mask of random bytes, many times faster on a processor than torch's own."""
    if not training or not share:
        return x
    limit = round(share * 256)
    mask = np.frombuffer(_LUCK[0].bytes(x.numel()), dtype=np.uint8) >= limit
    return x * (torch.from_numpy(mask).view(x.shape).to(x.dtype) * (256 / (256 - limit)))


class Layer(nn.Module):
    """One transformer layer, post-norm."""

    def __init__(self, dropout: float, shape: Shape = SMALL) -> None:
        super().__init__()
        hidden = shape.hidden
        self.heads = shape.heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=shape.epsilon)
        self.up = nn.Linear(hidden, shape.inner)
        self.down = nn.Linear(shape.inner, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=shape.epsilon)
        self.p = dropout

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """States to states; the bias hides padding."""
        b, t, hidden = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():
            weights = torch.softmax(q @ k.transpose(-1, -2) * (hidden // self.heads) ** -0.5 + bias, -1)
            mixed = weights @ v
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        mixed = mixed.transpose(1, 2).reshape(b, t, hidden)
        x = self.norm1(x + drop(self.out(mixed), self.p, self.training))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x))), self.p, self.training))


class Head(nn.Module):
    """A mix of the layers, one hidden layer, one linear."""

    def __init__(self, size: int, dropout: float, shape: Shape = SMALL) -> None:
        super().__init__()
        higher = torch.tensor([-2.0, -1.0, -1.0, 0.0, 0.5, 0.5])
        self.mix = nn.Parameter(torch.cat([torch.full((shape.layers - shape.entry - 5,), -2.0), higher]))
        self.hidden = nn.Linear(shape.hidden, shape.hidden)
        self.out = nn.Linear(shape.hidden, size)
        self.p = dropout

    def forward(self, states: Tensor) -> Tensor:
        """All layers' states to one output a piece."""
        x = (torch.softmax(self.mix, 0) @ states.flatten(1)).view(states.shape[1:])
        x = F.gelu(self.hidden(drop(x, self.p, self.training)))
        return self.out(drop(x, self.p, self.training))


class Model(nn.Module):
    """The encoder with its heads. Outputs are per piece; the first piece of a word speaks for it."""

    def __init__(self, shape: Shape = SMALL, dropout: float = 0.1) -> None:
        super().__init__()
        hidden = shape.hidden
        self.shape = shape
        self.words = nn.Embedding(VOCABULARY, hidden)
        self.positions = nn.Embedding(POSITIONS, hidden)
        self.kind = nn.Parameter(torch.zeros(hidden))
        self.cases = nn.Embedding(CASES, hidden)
        self.quotes = nn.Embedding(QUOTES, hidden)
        self.norm = nn.LayerNorm(hidden, eps=shape.epsilon)
        if shape.relative:
            self.near = nn.Embedding(NEAR, shape.heads)
        self.layers = nn.ModuleList(Layer(dropout, shape) for _ in range(shape.layers))
        self.spans = Head(SPAN_TAGS, dropout, shape)
        self.names = Head(NAME_TAGS, dropout, shape)
        self.mentions = Head(MENTION_TYPES, dropout, shape)
        self.links = Head(6 * LINK + 2, dropout, shape)
        self.crf = Crf(SPAN_TAGS)
        self.source_distance = nn.Parameter(torch.zeros(2, DISTANCES))
        self.content_distance = nn.Parameter(torch.zeros(DISTANCES))
        self.content_rank = nn.Parameter(torch.zeros(9))
        self.p = dropout
        self.resting = shape.entry
        nn.init.normal_(self.cases.weight, std=0.02)
        nn.init.normal_(self.quotes.weight, std=0.02)

    def encode(self, ids: Tensor, cases: Tensor, quotes: Tensor, mask: Tensor) -> Tensor:
        """The states the heads mix: what the first layer that reads the features is given, and each layer's after."""
        shape, bias = self.shape, self._bias(mask)
        features = self.cases(cases) + self.quotes(quotes)
        x = self.words(ids) + self.positions(torch.arange(ids.shape[1], device=ids.device)) + self.kind
        if shape.entry:
            with torch.no_grad():
                below = self._through(self.norm(x), bias, 0, shape.entry)[-1]
            return torch.stack(self._through(below + features, bias, shape.entry, shape.layers))
        if not self.resting:
            return torch.stack(
                self._through(drop(self.norm(x + features), self.p, self.training), bias, 0, shape.layers)
            )
        with torch.no_grad():
            low = self._through(drop(self.norm(x + features), self.p, self.training), bias, 0, self.resting)
        return torch.stack([*low[:-1], *self._through(low[-1], bias, self.resting, shape.layers)])

    def _through(self, x: Tensor, bias: Tensor, since: int, upto: int) -> list[Tensor]:
        states = [x]
        for layer in list(self.layers)[since:upto]:
            x = layer(x, bias)
            states.append(x)
        return states

    def _bias(self, mask: Tensor) -> Tensor:
        hidden = (1.0 - mask.to(torch.float32))[:, None, None, :] * -10000.0
        if not self.shape.relative:
            return hidden
        at = torch.arange(mask.shape[1], device=mask.device)
        return hidden + self.near(near_bucket(at[None, :] - at[:, None])).permute(2, 0, 1)[None]

    def forward(self, ids: Tensor, cases: Tensor, quotes: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """What is exported: all heads' outputs."""
        states = self.encode(ids, cases, quotes, mask)
        return self.spans(states), self.names(states), self.mentions(states), self.links(states)


class Crf(nn.Module):
    """A linear chain over tags, with sets of allowed tags as supervision, so that gold may be partial."""

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(tags, tags))  # from, to
        forbidden = torch.zeros(tags, tags)
        for after in range(2, tags, 2):
            for before in range(tags):
                if before not in (after, after - 1):
                    forbidden[before, after] = -10000.0
        self.register_buffer("forbidden", forbidden)

    def loss(self, emissions: Tensor, allowed: Tensor, lengths: Tensor) -> Tensor:
        """Negative log-likelihood per sequence. Emissions B×T×K, allowed bool B×T×K; a sequence starts after O."""
        moves = self.transitions + self.forbidden
        full = self.partition(emissions, moves, lengths)
        gold = self.partition(emissions.masked_fill(~allowed, -10000.0), moves, lengths)
        return full - gold

    @staticmethod
    def partition(emissions: Tensor, moves: Tensor, lengths: Tensor) -> Tensor:
        """The logarithm of the sum over all sequences, by row."""
        alpha = emissions[:, 0] + moves[0]
        rows = [alpha]
        for t in range(1, emissions.shape[1]):
            alpha = torch.logsumexp(alpha.unsqueeze(2) + moves, 1) + emissions[:, t]
            rows.append(alpha)
        every = torch.stack(rows, 1)
        last = every[torch.arange(len(lengths)), lengths - 1]
        return torch.logsumexp(last, 1)


def distance_bucket(difference: Tensor) -> Tensor:
    """Signed distance in words to one of 21 buckets."""
    size = difference.abs().clamp(min=1).float().log2().mul(1.5).floor().add(1).clamp(max=10).long()
    return torch.where(difference == 0, 0, size * difference.sign()) + 10


def near_bucket(difference: Tensor) -> Tensor:
    """Signed distance in pieces to one of MPNet's 32 buckets: eight near ones a side, then ever wider ones to 128."""
    side, exact = NEAR // 2, NEAR // 4
    size = difference.abs()
    wide = exact + (size.clamp(min=1).float() / exact).log() / np.log(128 / exact) * (side - exact)
    return torch.where(size < exact, size, wide.long().clamp(max=side - 1)) + side * (difference > 0)


def load_mpnet(model: Model, path: str) -> None:
    """Fill the encoder with MPNet's checkpoint: BERT's vocabulary four places on, marks and positions of its own."""
    from safetensors.torch import load_file

    given = load_file(path)
    words, parts = given["embeddings.word_embeddings.weight"], {"query": "q", "key": "k", "value": "v"}
    with torch.no_grad():
        model.words.weight.copy_(words[4 : VOCABULARY + 4])
        for ours, theirs in ((CLS, 0), (PAD, 1), (SEP, 2)):
            model.words.weight[ours] = words[theirs]
        model.positions.weight.copy_(given["embeddings.position_embeddings.weight"][2:])
        model.norm.weight.copy_(given["embeddings.LayerNorm.weight"])
        model.norm.bias.copy_(given["embeddings.LayerNorm.bias"])
        model.near.weight.copy_(given["encoder.relative_attention_bias.weight"])
    for name in list(given):
        start, middle, end = name.partition(".attention.")
        for theirs, ours in parts.items():
            end = end.replace(f"attn.{ours}.", f"self.{theirs}.")
        end = end.replace("attn.o.", "output.dense.")
        given[start + middle + ("output." + end if end.startswith("LayerNorm") else end)] = given[name]
    load_layers(model.layers, given)


def load_pretrained(model: Model, path: str) -> None:
    """Fill the encoder with a BERT checkpoint in safetensors form."""
    from safetensors.torch import load_file

    given = {name.removeprefix("bert."): value for name, value in load_file(path).items()}
    with torch.no_grad():
        model.words.weight.copy_(given["embeddings.word_embeddings.weight"])
        model.positions.weight.copy_(given["embeddings.position_embeddings.weight"])
        model.kind.copy_(given["embeddings.token_type_embeddings.weight"][0])
        model.norm.weight.copy_(given["embeddings.LayerNorm.weight"])
        model.norm.bias.copy_(given["embeddings.LayerNorm.bias"])
    load_layers(model.layers, given)


def load_layers(layers: nn.ModuleList, given: dict[str, Tensor]) -> None:
    """Fill transformer layers from the tensors of a BERT checkpoint."""
    with torch.no_grad():
        for number, layer in enumerate(layers):
            at = f"encoder.layer.{number}."
            for part in ("weight", "bias"):
                layer.qkv.get_parameter(part).copy_(
                    torch.cat([given[f"{at}attention.self.{name}.{part}"] for name in ("query", "key", "value")])
                )
                layer.out.get_parameter(part).copy_(given[f"{at}attention.output.dense.{part}"])
                layer.norm1.get_parameter(part).copy_(given[f"{at}attention.output.LayerNorm.{part}"])
                layer.up.get_parameter(part).copy_(given[f"{at}intermediate.dense.{part}"])
                layer.down.get_parameter(part).copy_(given[f"{at}output.dense.{part}"])
                layer.norm2.get_parameter(part).copy_(given[f"{at}output.LayerNorm.{part}"])
