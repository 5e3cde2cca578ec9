"""Attributions by the encoder: which words are said, by which words they are introduced, and to whom they are given.

Tags say where contents, cues and sources lie; links say which belong together. A cue makes an attribution: contents
choose their cue, and each cue chooses its source, or none.
"""

from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.language.encoder import Decoding, Encoded, Floats, best_path, runs_of, shares_of
from onrecord.language.pieces import Integers
from onrecord.model.spans import Span, Spans

CONTENT, SOURCE, CUE = 1, 3, 5
LINK = 64
EVIDENCE = 7
"""Numbers that a score rests on."""
LONGEST_SOURCE = 30
"""Words; a source that the pointer alone finds is not longer."""
NEAR = 12
"""Cues on either side that a content may choose from."""


class AttributionSpans(NamedTuple):
    """Words attributed: contents, cue and source as spans of the text.

    `score` is the probability that the contents share half their words with those of an attribution that a reader
    would mark; it was fitted by `training/tuning.py` on articles held back from training.
    """

    content: Spans
    cue: Spans
    source: Spans
    score: float


def attributions_in(encoded: Encoded) -> tuple[AttributionSpans, ...]:
    """Every attribution of one document, decoded from what the heads say, in text order."""
    return tuple(sorted(found for found, _ in attributions_with_evidence(encoded)))


def attributions_with_evidence(encoded: Encoded) -> list[tuple[AttributionSpans, Floats]]:
    """The attributions in no order, each with what its score rests on."""
    pieces, decoding = encoded.pieces, encoded.decoding
    limits = decoding.thresholds
    if not len(pieces.first):
        return []
    fresh = np.concatenate(([True], np.diff(pieces.paragraph) != 0))
    emissions = encoded.spans.copy()
    for kind, name in ((CONTENT, "content"), (SOURCE, "source"), (CUE, "cue")):
        emissions[:, kind] += limits[f"begin_{name}"]
    emissions[fresh, 2::2] = -10_000.0
    path = best_path(emissions, decoding.span_moves)
    _agree(path, emissions, fresh, decoding)
    runs = runs_of(path, fresh)
    contents, sources, cues = ([run[1:] for run in runs if run[0] == kind] for kind in (CONTENT, SOURCE, CUE))
    shares = shares_of(encoded.spans)
    found = []
    of_cue: dict[int, list[tuple[int, int]]] = {}
    for content, choice in zip(contents, _choose_cues(contents, cues, encoded, decoding), strict=True):
        if choice >= 0:
            of_cue.setdefault(choice, []).append(content)
            continue
        near = _nearest(content, sources, encoded)
        found.append(_attribution(encoded, [content], [], [near] if near else [], shares))
    for number, mine in of_cue.items():
        source = _choose_source(cues[number], sources, encoded, decoding)
        found.append(_attribution(encoded, mine, [cues[number]], [source] if source else [], shares))
    return found


def _agree(path: Integers, emissions: Floats, fresh: npt.NDArray[np.bool_], decoding: Decoding) -> None:
    """Read paragraphs again where contents lack a cue, or a cue contents: the doubt favours what is missing."""
    edges = [*np.flatnonzero(fresh).tolist(), len(path)]
    for low, high in pairwise(edges):
        kinds = set(((path[low:high] + 1) // 2 * 2 - 1).tolist())
        for there, missing in ((CONTENT, CUE), (CUE, CONTENT)):
            if there in kinds and missing not in kinds:
                favoured = emissions[low:high].copy()
                name = "missing_cue" if missing == CUE else "missing_content"
                favoured[:, missing] += decoding.thresholds[name]
                path[low:high] = best_path(favoured, decoding.span_moves)


def _attribution(
    encoded: Encoded,
    contents: list[tuple[int, int]],
    cues: list[tuple[int, int]],
    sources: list[tuple[int, int]],
    shares: Floats,
) -> tuple[AttributionSpans, Floats]:
    starts, ends = encoded.pieces.starts, encoded.pieces.ends
    content, cue, source = (
        tuple(Span(int(starts[low]), int(ends[high - 1])) for low, high in ranges)
        for ranges in (contents, cues, sources)
    )
    evidence = _evidence(contents, cues, sources, shares)
    score = float(1 / (1 + np.exp(-float(evidence @ encoded.decoding.calibration))))
    return AttributionSpans(content, cue, source, round(score, 3)), evidence


def _evidence(
    contents: list[tuple[int, int]], cues: list[tuple[int, int]], sources: list[tuple[int, int]], shares: Floats
) -> Floats:
    """What the score rests on: how sure its parts are, which of them are there, and how long the contents."""

    def mean(ranges: list[tuple[int, int]], tag: int) -> float:
        return float(np.mean([shares[low:high, tag : tag + 2].sum(1).mean() for low, high in ranges] or [0.0]))

    return np.asarray(
        [
            1.0,
            mean(contents, CONTENT),
            shares[contents[0][0], CONTENT],
            mean(cues, CUE),
            float(bool(cues)),
            float(bool(sources)),
            np.log(sum(high - low for low, high in contents)),
        ],
        dtype=np.float32,
    )


def _part(links: npt.NDArray[np.float16], number: int) -> Floats:
    """One of the six vectors that each word has for linking."""
    return links[..., number * LINK : (number + 1) * LINK].astype(np.float32)


def bucket(difference: Integers) -> Integers:
    """Signed distance in words to one of 21 buckets, as in training."""
    size = np.minimum(np.floor(np.log2(np.maximum(np.abs(difference), 1)) * 1.5).astype(np.int64) + 1, 10)
    return np.where(difference == 0, 0, size * np.sign(difference)) + 10


def _choose_cues(
    contents: list[tuple[int, int]], cues: list[tuple[int, int]], encoded: Encoded, decoding: Decoding
) -> list[int]:
    """For each content the number of its cue, or -1 where there is none near."""
    if not cues:
        return [-1] * len(contents)
    starts = np.asarray([low for low, _ in cues])
    queries, paragraph = _part(encoded.links[starts], 3), encoded.pieces.paragraph
    chosen = []
    for low, high in contents:
        after = int(np.searchsorted(starts, low))
        near = np.arange(max(0, after - NEAR), min(len(cues), after + NEAR))
        rank = np.where(near >= after, near - after + 1, near - after)
        key = _part(encoded.links[low], 4) + _part(encoded.links[high - 1], 5)
        scores = queries[near] @ key / LINK**0.5
        scores += (
            decoding.content_rank[np.clip(rank, -4, 4) + 4] + decoding.content_distance[bucket(low - starts[near])]
        )
        apart = np.abs(paragraph[starts[near]] - paragraph[low])
        scores -= np.where(apart > 0, decoding.thresholds["other_paragraph"], 0.0)
        best = int(scores.argmax())
        chosen.append(int(near[best]) if apart[best] <= decoding.thresholds["paragraphs_away"] else -1)
    return chosen


def _nearest(content: tuple[int, int], sources: list[tuple[int, int]], encoded: Encoded) -> tuple[int, int] | None:
    """The source that stands nearest to a content without cue, in its paragraph."""
    at = bisect_left(sources, content)
    here = encoded.pieces.paragraph[content[0]]
    near = [source for source in sources[max(0, at - 1) : at + 1] if encoded.pieces.paragraph[source[0]] == here]
    return min(near, key=lambda source: max(source[0] - content[1], content[0] - source[1]), default=None)


def _choose_source(
    cue: tuple[int, int], sources: list[tuple[int, int]], encoded: Encoded, decoding: Decoding
) -> tuple[int, int] | None:
    """The cue's source in its paragraph: a tagged one, else one that both pointers agree on, else none."""
    at, limits = cue[0], decoding.thresholds
    here = encoded.pieces.paragraph[at]
    low, high = (int(np.searchsorted(encoded.pieces.paragraph, here, side=side)) for side in ("left", "right"))
    low, high = max(low, at - 250), min(high, at + 250)
    distances = bucket(np.arange(low, high) - at)
    ends = []
    for side in (0, 1):
        scores = _part(encoded.links[low:high], 1 + side) @ _part(encoded.links[at], 0) / LINK**0.5
        scores = np.append(
            scores + decoding.source_distance[side][distances], np.float32(encoded.links[at, 6 * LINK + side])
        )
        ends.append(scores - np.logaddexp.reduce(scores))
    start, end = ends
    nothing = start[-1] + end[-1] + limits["no_source"]
    here_too = sources[bisect_left(sources, (low, low)) : bisect_left(sources, (high, high))]
    ranked = [(float(start[a - low] + end[b - 1 - low]), a, b) for a, b in here_too if b <= high]
    if ranked and max(ranked)[0] > nothing:
        best = max(ranked, key=lambda found: (found[0], -found[1]))
        return best[1], best[2]
    first = int(start[:-1].argmax())
    last = first + int(end[first : min(first + LONGEST_SOURCE, len(end) - 1)].argmax())
    if start[first] + end[last] > max(nothing, limits["pointed_source"]) and not first <= at - low <= last:
        return low + first, low + last + 1
    return None
