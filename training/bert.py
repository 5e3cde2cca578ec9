"""A small BERT with case and quotation features, its heads, and a linear-chain CRF: everything the encoder trains."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from onrecord.language.pieces import CASES, QUOTES

HIDDEN, LAYERS, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
SPAN_TAGS = 7  # O, then begin and inside of content, source, cue
NAME_TAGS = 13  # O, then begin and inside of person, organisation, place, event, substance, other
MENTION_TYPES = 10
LINK = 64
DISTANCES = 21


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

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.p = dropout

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """States to states; the bias hides padding."""
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, ATTENTION_HEADS, HIDDEN // ATTENTION_HEADS).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():
            weights = torch.softmax(q @ k.transpose(-1, -2) * (HIDDEN // ATTENTION_HEADS) ** -0.5 + bias, -1)
            mixed = weights @ v
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        mixed = mixed.transpose(1, 2).reshape(b, t, HIDDEN)
        x = self.norm1(x + drop(self.out(mixed), self.p, self.training))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x))), self.p, self.training))


class Head(nn.Module):
    """A mix of the layers, one hidden layer, one linear."""

    def __init__(self, size: int, dropout: float) -> None:
        super().__init__()
        self.mix = nn.Parameter(torch.tensor([-2.0, -2.0, -1.0, -1.0, 0.0, 0.5, 0.5]))
        self.hidden = nn.Linear(HIDDEN, HIDDEN)
        self.out = nn.Linear(HIDDEN, size)
        self.p = dropout

    def forward(self, states: Tensor) -> Tensor:
        """All layers' states to one output a piece."""
        x = (torch.softmax(self.mix, 0) @ states.flatten(1)).view(states.shape[1:])
        x = F.gelu(self.hidden(drop(x, self.p, self.training)))
        return self.out(drop(x, self.p, self.training))


class Model(nn.Module):
    """The encoder with its heads. Outputs are per piece; the first piece of a word speaks for it."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.cases = nn.Embedding(CASES, HIDDEN)
        self.quotes = nn.Embedding(QUOTES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.spans = Head(SPAN_TAGS, dropout)
        self.names = Head(NAME_TAGS, dropout)
        self.mentions = Head(MENTION_TYPES, dropout)
        self.links = Head(6 * LINK + 2, dropout)
        self.crf = Crf(SPAN_TAGS)
        self.source_distance = nn.Parameter(torch.zeros(2, DISTANCES))
        self.content_distance = nn.Parameter(torch.zeros(DISTANCES))
        self.content_rank = nn.Parameter(torch.zeros(9))
        self.p = dropout
        self.resting = 0
        nn.init.normal_(self.cases.weight, std=0.02)
        nn.init.normal_(self.quotes.weight, std=0.02)

    def encode(self, ids: Tensor, cases: Tensor, quotes: Tensor, mask: Tensor) -> Tensor:
        """The states after each layer, the embeddings first."""
        if not self.resting:
            return torch.stack(self._states(ids, cases, quotes, mask))
        with torch.no_grad():
            below = self._states(ids, cases, quotes, mask, self.resting)
        return torch.stack([*below[:-1], *self._through(below[-1], self._bias(mask), self.resting, LAYERS)])

    def _states(self, ids: Tensor, cases: Tensor, quotes: Tensor, mask: Tensor, upto: int = LAYERS) -> list[Tensor]:
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(at) + self.kind + self.cases(cases) + self.quotes(quotes)
        return self._through(drop(self.norm(x), self.p, self.training), self._bias(mask), 0, upto)

    def _through(self, x: Tensor, bias: Tensor, since: int, upto: int) -> list[Tensor]:
        states = [x]
        for layer in list(self.layers)[since:upto]:
            x = layer(x, bias)
            states.append(x)
        return states

    @staticmethod
    def _bias(mask: Tensor) -> Tensor:
        return (1.0 - mask.to(torch.float32))[:, None, None, :] * -10000.0

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
        full = self._partition(emissions, moves, lengths)
        gold = self._partition(emissions.masked_fill(~allowed, -10000.0), moves, lengths)
        return full - gold

    @staticmethod
    def _partition(emissions: Tensor, moves: Tensor, lengths: Tensor) -> Tensor:
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
