"""Pairs of claims as they stand in the press, for a teacher to score: most are neutral, whatever words they share.

The texts are those whose licence allows training: GUM's train part and re3d (CC BY, CC BY-SA, OGL, public domain), and
the Wikinews reports of SemEval-2015 Task 4 (CC BY). No label of these corpora is used.
"""

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from onrecord import annotate, read
from onrecord.comparing.likeness import shortlist
from onrecord.model.documents import Document
from onrecord.model.items import Claim, Figure
from training.entailment_sets import Pair


class Told(NamedTuple):
    """A claim with its document and that document's figures."""

    claim: Claim
    document: Document
    figures: tuple[Figure, ...]


GENRES = frozenset({"news", "interview", "speech", "court", "bio"})
LONGEST = 300
"""Characters of a claim beyond which it is a list or a slip."""
_JOINED = re.compile(r"(?<=[a-z0-9])\.(?=[A-Z])")
"""Where a corpus has lost the space between two sentences."""
MOST_OF_TWO = 40
"""Pairs of two texts, or within one, the most alike first."""


def press_pairs(corpora: Path, allowed: int, chance: random.Random, wanted: int) -> list[Pair]:
    """So many pairs, each both ways, of claims of one text or of two reports on one matter."""
    found: set[tuple[str, str]] = set()
    for one, other in likely_pairs(corpora, chance):
        texts = sorted((one.claim.text, other.claim.text))
        if texts[0] != texts[1]:
            found.add((texts[0], texts[1]))
    told = chance.sample(sorted(found), min(len(found), wanted // 2))
    return [Pair(*pair, allowed) for one in told for pair in (one, one[::-1])]


def likely_pairs(corpora: Path, chance: random.Random) -> Iterator[tuple[Told, Told]]:
    """Claims of one text or of two reports on one matter, the most alike of each two."""
    for texts in _matters(corpora):
        told = [_told(row) for row in texts]
        twos = [(one, one) for one in told] + chance.sample(
            list(combinations(told, 2)), min(len(told) * (len(told) - 1) // 2, 8 * len(told))
        )
        for mine, theirs in twos:
            known = {one.claim.id: one for one in (*mine, *theirs)}
            alike = shortlist([one.claim for one in mine], [one.claim for one in theirs])
            for one, other, _ in alike[:MOST_OF_TWO]:
                yield known[one.id], known[other.id]


def _matters(corpora: Path) -> list[list[dict[str, Any]]]:
    """Texts on one matter together; a text of GUM or re3d stands alone."""
    alone = [row for row in _rows(corpora / "names" / "gum_open") if row["split"] == "train" and row["genre"] in GENRES]
    alone += _rows(corpora / "names" / "re3d_open")
    together: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(corpora / "figures" / "semeval2015_task4_docs"):
        together[row["corpus"]].append(row)
    return [[row] for row in alone] + list(together.values())


def _rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(f"{path}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _told(row: dict[str, Any]) -> list[Told]:
    text = _JOINED.sub(". ", row["text"])
    fields = {"text": text, "title": row.get("title"), "date": row.get("date") or row.get("dct")}
    document = read(json.dumps(fields).encode(), uri="text.jsonl")
    found = annotate(document)
    return [Told(claim, document, found.figures) for claim in found.claims if len(claim.text) <= LONGEST]
