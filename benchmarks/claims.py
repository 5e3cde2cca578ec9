"""Claims on sentences that we wrote: propositions found, polarity, modality, holders, and what pointing words mean.

Run: python benchmarks/claims.py [--part a|b|c|d|e|f|g|h] [--errors N]

`labelled/claims.jsonl` holds short texts of our own, each read and annotated as a document of its own, with the
propositions it carries: what is done (any verb; words of one predicate class count as one), what it is done to or
said of, where, by whom, polarity, modality, holder, time, and which of these are not in the clause's own words
(`filled`: "we", "here", "it", "We do not."). `amount` holds the bounds of a figure that its words carry and `counted`
what that figure counts ("How many nurses were hired? - Fifty-one."). `reads` are words without which
nobody could tell from the claim's text alone what it is about ("The firm employs 340 people": whose, and where?). A
found claim matches if it does the same to the same thing; what is labelled and what a description of a holder calls it
are compared by their last word. Optional propositions may be found and need not be. *Precision* is over all claims
found, presupposed ones too; *read* is the share of labelled propositions found with everything right. Parts a, b and d
were used while the rules were written; of part c only totals were looked at; e, f (short paragraphs), g and h (what
points back: denials, "it", "such") were scored once before they were looked at.
"""

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

from onrecord.annotating import annotate  # noqa: E402 (found by the line above)
from onrecord.language.predicates import class_of, predicate_of, sense_of  # noqa: E402
from onrecord.model.identity import fold  # noqa: E402
from onrecord.model.items import Claim, Figure  # noqa: E402
from onrecord.reading import read  # noqa: E402
from rows import read_rows  # noqa: E402

LABELS = HERE / "labelled" / "claims.jsonl"
PARTS = ("a", "b", "c", "d", "e", "f", "g", "h")
OTHER_ROLES = ("theme", "attribute", "topic", "goal", "recipient", "source")

Label = dict[str, Any]


def main() -> None:
    """Annotate the texts and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--errors", type=int, default=0)
    given = parser.parse_args()
    rows = list(read_rows(LABELS))
    for part in (given.part,) if given.part else PARTS:
        counts, errors = count([row for row in rows if row["part"] == part])
        print(f"part {part}: " + table(counts))
        print("".join(f"  {error}\n" for error in errors[: given.errors]), end="")


def count(rows: list[Label]) -> tuple[Counter[str], list[str]]:
    """How many propositions of these texts are found and read right, and what went wrong in words."""
    counts: Counter[str] = Counter()
    errors: list[str] = []
    for row in rows:
        found, figures = read_from(row["text"], row.get("published"))
        pairs, extra = paired(row["claims"], found)
        counts["found"] += len(found)
        counts["found, labelled"] += len(found) - len(extra)
        wanted = [label for label in row["claims"] if not label.get("optional")]
        counts["labelled"] += len(wanted)
        for label in wanted:
            claim = pairs.get(id(label))
            if claim is None:
                errors.append(f"{row['id']} MISSED {brief(label)} | {row['text']}")
                continue
            counts["labelled, found"] += 1
            wrong = judged(label, claim, counts, figures)
            counts["read"] += not wrong
            errors += [f"{row['id']} WRONG {name} {brief(label)}: {noted(claim)} | {row['text']}" for name in wrong]
        errors += [f"{row['id']} EXTRA {noted(claim)} | {row['text']}" for claim in extra]
    return counts, errors


def read_from(text: str, published: str | None) -> tuple[tuple[Claim, ...], tuple[Figure, ...]]:
    """The claims and the figures of a text that is a document of its own."""
    annotated = annotate(read(text.encode(), published=published))
    return annotated.claims, annotated.figures


def paired(labels: list[Label], found: tuple[Claim, ...]) -> tuple[dict[int, Claim], list[Claim]]:
    """Each label's claim: the one that does the same to the same thing with most else right; and the claims left."""
    left = list(found)
    pairs: dict[int, Claim] = {}
    for label in sorted(labels, key=lambda label: bool(label.get("optional"))):
        fitting = [claim for claim in left if matches(label, claim)]
        if fitting:
            best = min(fitting, key=lambda claim: len(judged(label, claim, Counter())))
            pairs[id(label)] = best
            left.remove(best)
    return pairs, left


def matches(label: Label, claim: Claim) -> bool:
    """Whether a claim does what the label says to what it says."""
    what = label.get("what")
    if claim.proposition.predicate not in names_of(label["does"], what):
        return False
    roles = OTHER_ROLES if claim.proposition.argument("theme") else (*OTHER_ROLES, "agent")
    return what is None or any(same(what, a.key) for a in claim.proposition.arguments if a.role in roles)


def names_of(does: str, what: str | None) -> frozenset[str]:
    """The predicates that stand for a labelled verb or "be" with an adjective."""
    if does.startswith("be "):
        return frozenset({predicate_of(does[3:], "adjective")})
    if does in {"exist", "have"}:
        return frozenset({"exist", "have"})
    listed, sensed = class_of(does, "verb"), sense_of(does, fold(what).rsplit(" ", 1)[-1] if what else "-")
    names = {listed} if listed else {predicate_of(does, "verb"), does}
    return frozenset(names | {sensed} if sensed else names)


def same(wanted: str, key: str) -> bool:
    """Whether a key names the labelled thing: its last word does, and each word of a name."""
    words, found = fold(wanted).split(), key.split()
    return bool(found) and _bare(words[-1]) == _bare(found[-1])


def holds(wanted: str, name: str) -> bool:
    """Whether a holder is the labelled one, by its whole name or by what a description calls it."""
    return same(wanted, fold(name)) or same(wanted, fold(head_of(name)))


def _bare(word: str) -> str:
    """A word without the ending of a plural, as far as that can be told from the word."""
    return word.removesuffix("es") if word.endswith(("sses", "ss")) else word.rstrip("s")


def head_of(name: str) -> str:
    """A description without what restricts it: of "study by the Gavle Institute", the study."""
    return re.split(r" (?:of|by|for|from|at|in|who|that|which)\b|,", name, maxsplit=1)[0]


def judged(label: Label, claim: Claim, counts: Counter[str], figures: tuple[Figure, ...] = ()) -> list[str]:
    """Which sides of a matched claim are wrong; each is counted with how many were labelled."""
    filled = label.get("filled", ())
    where, who = (claim.proposition.argument(role) for role in ("place", "agent"))
    doers = [a.key for a in claim.proposition.arguments if a.role in {"agent", "theme"}]
    outcomes = {
        "polarity": claim.polarity == label["polarity"],
        "modality": claim.modality == label["modality"],
        "where": where is not None and same(label["where"], where.key) if "where" in label else None,
        "who": any(same(label["who"], key) for key in doers) if "who" in label and label["does"][:3] != "be " else None,
        "holder": holds(label["holder"], claim.holder.name or "") if "holder" in label else None,
        "time": claim.about is not None and (claim.about.start or "").startswith(label["about"])
        if "about" in label else None,
        "presupposed": claim.presupposed if label.get("presupposed") else None,
        "amount": carries(claim, label, figures) if "amount" in label else None,
        "reads": all(fold(word) in fold(claim.text) for word in label["reads"]) if "reads" in label else None,
    }  # fmt: skip
    for name, right in outcomes.items():
        if right is not None:
            counts[f"{name} labelled"] += 1
            counts[f"{name} right"] += right
    known = {"where": outcomes["where"], "who": outcomes["who"], "what": True}
    for name in filled:
        counts["filled labelled"] += 1
        counts["filled right"] += bool(known[name] or (known[name] is None and who is not None))
    return [name for name, right in outcomes.items() if right is False]


def carries(claim: Claim, label: Label, figures: tuple[Figure, ...]) -> bool:
    """Whether a figure in the claim's own words has the labelled bounds and counts the labelled thing."""
    within = [
        figure
        for figure in figures
        if any(s.start <= f.start and f.end <= s.end for f in figure.spans for s in claim.spans)
    ]
    return any(
        [figure.low, figure.high] == label["amount"] and ("counted" not in label or same(label["counted"], figure.unit))
        for figure in within
    )


def table(counts: Counter[str]) -> str:
    """The counts of one part in a line."""

    def share(name: str, over: str) -> str:
        return f"{counts[name]} of {counts[over]} ({counts[name] / counts[over]:.3f})" if counts[over] else "none"

    shares = [
        f"recall {share('labelled, found', 'labelled')}", f"precision {share('found, labelled', 'found')}",
        f"read {share('read', 'labelled')}",
    ]  # fmt: skip
    sides = ("polarity", "modality", "who", "where", "holder", "time", "presupposed", "filled", "amount", "reads")
    return "; ".join(shares + [f"{name} {share(f'{name} right', f'{name} labelled')}" for name in sides])


def brief(label: Label) -> str:
    """A label in a few words."""
    turned = "not " if label["polarity"] == "negated" else ""
    return f"[{turned}{label['does']} {label.get('what', '')} by {label.get('who', '-')} {label['modality']}]"


def noted(claim: Claim) -> str:
    """A claim in a few words."""
    turned = "not " if claim.polarity == "negated" else ""
    roles = " ".join(f"{a.role}={a.key or '?'}" for a in claim.proposition.arguments)
    return f"({turned}{claim.proposition.predicate} {roles} {claim.modality} held by {claim.holder.name}: {claim.text})"


if __name__ == "__main__":
    main()
