"""The corpora as the encoder trains on them: texts cut into pieces, with gold tags and links per word."""

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from onrecord.language.pieces import Pieces, cut_into_pieces, paragraphs_of, windows
from training.posteriors import Posterior

CONTENT, SOURCE, CUE = 1, 3, 5  # tags that begin; the inside tag is one more
PERSON, ORGANISATION, PLACE, EVENT, SUBSTANCE, OTHER = 1, 3, 5, 7, 9, 11
EVERY_NAME_TAG = (1 << 13) - 1
MENTIONS = ("none", "person", "organization", "place", "event", "time", "object", "abstract", "substance", "animal")

_KNOWN = {
    "PER": PERSON, "ORG": ORGANISATION, "LOC": PLACE,
    "event": EVENT, "election": EVENT, "chemicalcompound": SUBSTANCE, "chemicalelement": SUBSTANCE,
    "misc": OTHER, "book": OTHER, "poem": OTHER, "literarygenre": OTHER, "award": OTHER, "magazine": OTHER,
    "academicjournal": OTHER, "discipline": OTHER, "theory": OTHER, "protein": OTHER, "enzyme": OTHER,
    "creative-work": OTHER, "product": OTHER, "abstract": OTHER, "object": OTHER, "substance": SUBSTANCE,
    "animal": OTHER, "plant": OTHER,
}  # fmt: skip
_NOT_NAMES = {"TIME", "NUM", "time", "astronomicalobject"}


@dataclass
class Item:
    """One text with its gold, per word."""

    id: str
    text: str
    pieces: Pieces
    task: str
    tags: np.ndarray | None = None  # spans: one tag a word; names: a bit set of allowed tags a word
    mentions: np.ndarray | None = None
    links: list[tuple[int, int, int, int, int, list[tuple[int, int]]]] = field(default_factory=list)
    variants: list["Item"] = field(default_factory=list)
    taught: Posterior | None = None  # what a larger model holds of the span tags


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def words_in(pieces: Pieces, start: int, end: int) -> tuple[int, int]:
    """The half-open range of words that share a character with a range of the text."""
    low = int(np.searchsorted(pieces.ends, start, side="right"))
    high = int(np.searchsorted(pieces.starts, end, side="left"))
    return low, high


def attribution_items(tokenizer: Tokenizer, folder: Path, split: str) -> list[Item]:
    """PolNeAR's articles; further annotators' readings of an article become its variants."""
    others: dict[str, list[list[Any]]] = {}
    for row in read_lines(folder / f"{split}.alt.jsonl.gz"):
        others.setdefault(row["id"], []).append(row["attributions"])
    items = []
    for row in read_lines(folder / f"{split}.jsonl.gz"):
        pieces = cut_into_pieces(tokenizer, row["text"], paragraphs_of(row["text"]))
        item = _attributed(row["id"], row["text"], pieces, row["attributions"])
        item.variants = [_attributed(row["id"], row["text"], pieces, other) for other in others.get(row["id"], [])]
        items.append(item)
    return items


def _attributed(name: str, text: str, pieces: Pieces, attributions: list[dict[str, Any]]) -> Item:
    tags = np.zeros(len(pieces.first), dtype=np.int64)
    links = []
    for kind, key in ((CONTENT, "content"), (SOURCE, "source"), (CUE, "cue")):
        for attribution in attributions:
            for start, end in attribution[key]:
                low, high = words_in(pieces, start, end)
                if low < high:
                    tags[low:high] = kind + 1
                    tags[low] = kind
    for attribution in attributions:
        if not attribution["cue"]:
            continue
        cue = words_in(pieces, *attribution["cue"][0])
        source = words_in(pieces, *attribution["source"][0]) if attribution["source"] else (-1, -1)
        contents = [words_in(pieces, *span) for span in attribution["content"]]
        if cue[0] < cue[1]:
            links.append((*cue, *source, 0, [c for c in contents if c[0] < c[1]]))
    return Item(name, text, pieces, "spans", tags, None, sorted(links))


def name_items(tokenizer: Tokenizer, folder: Path, corpus: str, splits: set[str]) -> list[Item]:
    """A corpus of names; tags a corpus does not annotate stay possible where it says nothing."""
    items = []
    for row in read_lines(folder / f"{corpus}.jsonl.gz"):
        if row["split"] not in splits:
            continue
        pieces = cut_into_pieces(tokenizer, row["text"], paragraphs_of(row["text"]))
        tags = np.ones(len(pieces.first), dtype=np.int64)  # only O allowed
        if corpus.startswith(("uner", "europarl")):
            tags[:] = 1 | _both(EVENT) | _both(SUBSTANCE) | _both(OTHER)
        named = [e for e in row["entities"] if e.get("named")]
        if corpus == "gum_open":
            flat = [(e["start"], e["end"], e["type"]) for e in row["flat_ner"]]
            inner = [(e["start"], e["end"], e["type"]) for e in named if e["type"] in _KNOWN]
            inner.sort(key=lambda e: e[0] - e[1])
        else:
            flat = []
            inner = [(e["start"], e["end"], e["coarse"] or e["type"]) for e in named]
        taken = np.zeros(len(tags), dtype=bool)
        for start, end, label in flat + inner:
            low, high = words_in(pieces, start, end)
            if low >= high or taken[low:high].any() or label in _NOT_NAMES:
                continue
            taken[low:high] = True
            _paint(tags, low, high, _KNOWN.get(label), row["text"][start:end])
        for start, end in row.get("flat_ner_ignore") or ():
            low, high = words_in(pieces, start, end)
            if not taken[low:high].any():
                tags[low:high] = EVERY_NAME_TAG
        items.append(Item(row["id"], row["text"], pieces, "names", tags, _mentions(row, pieces, corpus)))
    return items


def _paint(tags: np.ndarray, low: int, high: int, kind: int | None, words: str) -> None:
    if kind is None:  # MISC of a corpus that does not tell events from works
        tags[low:high] = 1 << (EVENT + 1) | 1 << (OTHER + 1)
        tags[low] = 1 << EVENT | 1 << OTHER
        return
    tags[low:high] = 1 << (kind + 1)
    tags[low] = 1 << kind
    if kind == PLACE and words.endswith(("an", "ese", "ish", "nch", "utch", "eek", "wiss", "aqi", "eli", "ani")):
        tags[low:high] |= 1 | _both(OTHER)  # adjectives of nationality: corpora differ


def _both(kind: int) -> int:
    return 1 << kind | 1 << (kind + 1)


def _mentions(row: dict[str, Any], pieces: Pieces, corpus: str) -> np.ndarray | None:
    if corpus != "gum_open":
        return None
    heads = np.zeros(len(pieces.first), dtype=np.int64)
    for entity in row["entities"]:
        if entity["form"] != "nominal":
            continue
        token = row["tokens"][entity["head"]]
        low, high = words_in(pieces, token["s"], token["e"])
        kind = "object" if entity["type"] == "plant" else entity["type"]
        if low < high and kind in MENTIONS:
            heads[high - 1] = MENTIONS.index(kind)
    return heads


@dataclass
class Window:
    """A range of pieces of an item, which words it holds, and its gold."""

    item: Item
    start: int
    end: int
    low: int
    high: int


def cut(item: Item, rng: random.Random | None, size: int) -> Iterator[Window]:
    """Windows without overlap; with a generator, cut at other places each time."""
    ranges = windows(item.pieces, size=size, context=0)
    if rng is not None and len(item.pieces.ids) > size:
        ranges = windows(item.pieces, size=rng.randint(size * 3 // 4, size), context=0)
    for start, end in ranges:
        low, high = (int(np.searchsorted(item.pieces.first, edge)) for edge in (start, end))
        if low < high:
            yield Window(item, start, end, low, high)
