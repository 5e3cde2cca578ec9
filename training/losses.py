"""What the encoder's heads are trained by: gold tags and links of a batch of windows against what the model gives."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from onrecord.language.pieces import CLS, SEP
from training.bert import LINK, NAME_TAGS, SMALL, Crf, Model, Shape, distance_bucket
from training.corpora import Window

_CURLY = {1523: 1000, 1524: 1000, 1521: 1005, 1520: 1005}
_STRAIGHT = 1000


class Learner(torch.nn.Module):
    """The model with what only training needs."""

    def __init__(self, shape: Shape = SMALL) -> None:
        super().__init__()
        self.model = Model(shape)
        self.name_crf = Crf(NAME_TAGS)


def inputs(batch: list[Window], rng: np.random.Generator | None) -> tuple[Tensor, ...]:
    """Padded ids, cases, quotation features and mask; with a generator, varied in case and in quotation marks."""
    width = max(w.end - w.start for w in batch) + 2
    arrays = np.zeros((4, len(batch), width), dtype=np.int64)
    for row, w in enumerate(batch):
        size = w.end - w.start
        ids, cases = w.item.pieces.ids[w.start : w.end].copy(), w.item.pieces.cases[w.start : w.end].copy()
        if rng is not None:
            luck = rng.random()
            if luck < 0.03:
                cases[cases > 0] = 3
            elif luck < 0.06:
                cases[(cases > 0) & (cases < 6)] = 1
            luck = rng.random()
            if luck < 0.1:
                for curly, straight in _CURLY.items():
                    ids[ids == curly] = straight
            elif luck < 0.15:
                opens = w.item.pieces.quotes[w.start : w.end]
                ids[(ids == _STRAIGHT) & np.isin(opens, (2, 5))] = 1523
                ids[(ids == _STRAIGHT) & (opens == 3)] = 1524
                ids[ids == 1005] = 1521
        arrays[0, row, 0], arrays[0, row, size + 1] = CLS, SEP
        arrays[0, row, 1 : size + 1] = ids
        arrays[1, row, 1 : size + 1] = cases
        arrays[2, row, 1 : size + 1] = w.item.pieces.quotes[w.start : w.end]
        arrays[3, row, : size + 2] = 1
    return tuple(torch.from_numpy(array) for array in arrays)


def losses(learner: Learner, batch: list[Window], rng: np.random.Generator | None) -> dict[str, Tensor]:
    """The batch's losses by head."""
    model = learner.model
    states = model.encode(*inputs(batch, rng))
    lengths = torch.tensor([w.high - w.low for w in batch])
    first = torch.zeros(len(batch), int(lengths.max()), dtype=torch.long)
    for row, w in enumerate(batch):
        first[row, : lengths[row]] = torch.from_numpy(w.item.pieces.first[w.low : w.high] - w.start + 1)
    at_words = first.unsqueeze(2)

    def words(output: Tensor) -> Tensor:
        return output.gather(1, at_words.expand(-1, -1, output.shape[2]))

    total = lengths.sum()
    taught: dict[str, Tensor] = {}
    emissions = words(model.spans(states))
    if all(w.item.taught is not None for w in batch):
        taught["taught"] = taught_loss(model.crf, emissions, batch, lengths) / total
    if batch[0].item.task == "spans":
        allowed = torch.zeros(emissions.shape, dtype=torch.bool)
        for row, w in enumerate(batch):
            tags = w.item.tags[w.low : w.high].copy()  # type: ignore[index]
            if tags[0] and tags[0] % 2 == 0:
                tags[0] -= 1
            allowed[row, torch.arange(len(tags)), torch.from_numpy(tags)] = True
        found = {"spans": model.crf.loss(emissions, allowed, lengths).sum() / total}
        return found | taught | link_losses(model, words(model.links(states)), batch)
    emissions = words(model.names(states))
    allowed = torch.zeros(emissions.shape, dtype=torch.bool)
    bits = torch.arange(emissions.shape[2])
    for row, w in enumerate(batch):
        sets = torch.from_numpy(w.item.tags[w.low : w.high].copy())  # type: ignore[index]
        sets[0] |= (sets[0] & 0b1010101010100) >> 1
        allowed[row, : len(sets)] = (sets.unsqueeze(1) >> bits & 1).bool()
    found = {"names": learner.name_crf.loss(emissions, allowed, lengths).sum() / total}
    rows = [row for row, w in enumerate(batch) if w.item.mentions is not None]
    if rows:
        logits = words(model.mentions(states))
        outputs = torch.cat([logits[row, : lengths[row]] for row in rows])
        gold = np.concatenate([batch[row].item.mentions[batch[row].low : batch[row].high] for row in rows])  # type: ignore[index]
        found["mentions"] = F.cross_entropy(outputs, torch.from_numpy(gold))
    return found | taught


def taught_loss(crf: Crf, emissions: Tensor, batch: list[Window], lengths: Tensor) -> Tensor:
    """The cross-entropy of whole sequences of tags: what a larger model expects the score to be, against all scores."""
    moves = crf.transitions + crf.forbidden
    expected = emissions.new_zeros(())
    for row, w in enumerate(batch):
        assert w.item.taught is not None
        told = w.item.taught.window(w.low, w.high)
        expected = expected + (torch.from_numpy(told.single) * emissions[row, : w.high - w.low]).sum()
        expected = expected + (torch.from_numpy(told.pairs.sum(0)) * moves).sum()
    return crf.partition(emissions, moves, lengths).sum() - expected


def link_losses(model: Model, links: Tensor, batch: list[Window]) -> dict[str, Tensor]:
    """A content chooses its cue among the window's; a cue chooses its source's two ends in its paragraph, or none."""
    to_cue, to_source = [], []
    for row, w in enumerate(batch):
        paragraph = w.item.pieces.paragraph
        mine = [link for link in w.item.links if w.low <= link[0] and link[1] <= w.high]
        if not mine:
            continue
        starts = torch.tensor([link[0] for link in mine]) - w.low
        parts = links[row, :, : 6 * LINK].view(-1, 6, LINK)
        cues = links[row, starts]
        for number, (cue, _, low, high, *_) in enumerate(mine):
            left, right = np.searchsorted(paragraph, [paragraph[cue], paragraph[cue] + 1])
            left, right = max(int(left), w.low), min(int(right), w.high)
            targets = (right - left, right - left)
            if low >= 0:
                if not (left <= low and high <= right):
                    continue
                targets = (low - left, high - 1 - left)
            distance = distance_bucket(torch.arange(left, right) - cue)
            for side in (0, 1):
                scores = parts[left - w.low : right - w.low, 1 + side] @ cues[number, :LINK] / LINK**0.5
                scores = scores + model.source_distance[side][distance]
                scores = torch.cat([scores, cues[number, 6 * LINK + side].view(1)])
                to_source.append(F.cross_entropy(scores.unsqueeze(0), torch.tensor([targets[side]])))
        pieces = [
            (low, high, n) for n, link in enumerate(mine) for low, high in link[5] if w.low <= low and high <= w.high
        ]
        if pieces and len(mine) > 1:
            lows, highs, gold = (torch.tensor(column) for column in zip(*pieces, strict=True))
            queries = cues[:, 3 * LINK : 4 * LINK]
            keys = parts[lows - w.low, 4] + parts[highs - 1 - w.low, 5]
            scores = keys @ queries.T / LINK**0.5
            difference = lows.unsqueeze(1) - (starts + w.low).unsqueeze(0)
            scores = scores + model.content_distance[distance_bucket(difference)]
            after = (difference > 0).sum(1, keepdim=True)  # cues before the content
            place = torch.arange(len(mine)).unsqueeze(0)
            rank = torch.where(place >= after, place - after + 1, place - after).clamp(-4, 4) + 4
            to_cue.append(F.cross_entropy(scores + model.content_rank[rank], gold, reduction="none"))
    found = {}
    if to_source:
        found["source"] = torch.stack(to_source).mean()
    if to_cue:
        found["cue"] = torch.cat(to_cue).mean()
    return found


WEIGHTS = {"spans": 1.0, "names": 1.0, "mentions": 0.3, "source": 0.1, "cue": 0.1}
