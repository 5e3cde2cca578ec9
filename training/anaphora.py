"""Fit the weights by which `onrecord.annotating.anaphora` decides what "it", "they" and "those" stand for.

Run: python training/anaphora.py PATH/TO/names [--out src/onrecord/annotating/data/anaphora.json] [--measure]
Trained on GUM's train part (CC BY, CC BY-SA and public domain): a candidate is right if its noun heads a mention of the
pronoun's gold chain. Only dev is printed with `--measure`, with the shipped weights. A log-linear model over candidates
and "none of these", fitted as `training/coreference.py` does. Deterministic; a few minutes on one core. What is
written counts grammar and distance; it holds no text.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks"), str(ROOT)]

from attribution import document_of  # noqa: E402 - the path is set above
from onrecord.annotating.anaphora import PARTS, Anaphors, Noun, features  # noqa: E402
from onrecord.language.parsing import Analysis, analyse  # noqa: E402
from onrecord.language.pronouns import likelihoods  # noqa: E402
from speakers import read_lines  # noqa: E402
from training.coreference import Example, fit  # noqa: E402

GENRES = {"news": 2.0, "interview": 2.0, "speech": 2.0, "bio": 1.0, "court": 1.5, "voyage": 1.0, "textbook": 1.0,
          "academic": 1.0, "essay": 1.0, "letter": 1.0, "podcast": 1.0, "vlog": 0.7, "conversation": 0.7,
          "whow": 0.7, "fiction": 0.5, "reddit": 0.7}  # fmt: skip
"""Weight of an example by genre: what the product reads counts most."""
MEASURED = {"news", "interview", "speech", "court", "bio"}


def main() -> None:
    """Collect, fit, write the weights; or measure those written."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "src/onrecord/annotating/data/anaphora.json")
    parser.add_argument("--measure", action="store_true")
    given = parser.parse_args()
    if not given.measure:
        rows = [r for r in read_lines(given.data / "gum_open.jsonl.gz") if r["split"] == "train"]
        table = fit([example for row in rows for example in examples(row, analyse(document_of(row)))])
        given.out.write_text(json.dumps(table, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    table = json.loads(given.out.read_text(encoding="utf-8"))
    dev = [r for r in read_lines(given.data / "gum_open.jsonl.gz") if r["split"] == "dev"]
    report([(row, analyse(document_of(row))) for row in dev], table)


def examples(row: dict[str, Any], analysis: Analysis) -> Iterator[Example]:
    """Every pronoun of a document with its candidates, after gold antecedents."""
    heads, chains = gold(row)
    anaphors = Anaphors(analysis, {})
    for pronoun in anaphors.pronouns():
        chain = chains.get(pronoun.start)
        if chain is None and pronoun.token.lower_ in PARTS:
            continue
        found = anaphors.candidates(pronoun)
        right = [is_right(mentions, chain, heads, chains) for mentions in found]
        yield Example(features(pronoun, found), [*right, not any(right)], GENRES.get(row["genre"], 0.7))
        if any(right):
            anaphors.follow(pronoun, found[right.index(True)], sure=False)


def gold(row: dict[str, Any]) -> tuple[dict[int, int], dict[int, int]]:
    """The chain of each head noun and of each pronoun, by where it begins."""
    starts = [token["s"] for token in row["tokens"]]
    heads = {starts[e["head"]]: e["cluster"] for e in row["entities"] if e["form"] != "pronoun"}
    chains = {e["start"]: e["cluster"] for e in row["entities"] if e["form"] == "pronoun"}
    return heads, chains


def is_right(mentions: "list[Noun]", chain: int | None, heads: dict[int, int], chains: dict[int, int]) -> bool:
    """Whether a candidate's nouns stand in the pronoun's chain."""
    return chain is not None and any(heads.get(m.start, chains.get(m.start)) == chain for m in mentions)


def report(texts: list[tuple[dict[str, Any], Analysis]], table: dict[str, float]) -> None:
    """Print, over thresholds, how many pronouns are answered right and wrong."""
    outcomes: list[tuple[float, bool, str]] = []
    total: Counter[str] = Counter()
    for row, analysis in texts:
        heads, chains = gold(row)
        anaphors = Anaphors(analysis, table)
        group = "news-like" if row["genre"] in MEASURED else "other"
        for pronoun in anaphors.pronouns():
            chain = chains.get(pronoun.start)
            if pronoun.token.lower_ in PARTS:
                continue
            total[group] += 1
            found = anaphors.candidates(pronoun)
            shares = likelihoods(features(pronoun, found), table)
            best = max(range(len(found)), key=lambda at: shares[at], default=None)
            if best is None or shares[best] <= shares[-1]:
                continue
            outcomes.append((shares[best], is_right(found[best], chain, heads, chains), group))
            anaphors.follow(pronoun, found[best], sure=False)
    for group, count in sorted(total.items()):
        for least in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8):
            kept = [right for share, right, where in outcomes if where == group and share >= least]
            if kept:
                shares = f"answered {len(kept)}, right {sum(kept)} ({sum(kept) / len(kept):.3f})"
                sys.stdout.write(f"{group} ({count} pronouns), at least {least}: {shares}\n")


if __name__ == "__main__":
    main()
