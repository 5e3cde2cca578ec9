"""Commitments on sentences that we labelled: F1, F1 with kind, with parties and deadline, hard negatives taken.

Run: python benchmarks/commitments.py DATA_DIRECTORY [--half tune|held|fresh|later|last|sealed|unseen] [--errors N]
     python benchmarks/commitments.py --agreement
DATA_DIRECTORY holds PolNeAR (`train.jsonl.gz`). The labels, in `benchmarks/labelled/`, are offsets into its articles
and hold none of their words; how they were made stands in GUIDELINE-commitments.md beside them.
"""

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

from attribution import document_of  # noqa: E402 (a script beside this one, found by the line above)
from onrecord.annotating.commitments import find_commitments  # noqa: E402
from onrecord.annotating.speakers import attribute_speakers  # noqa: E402
from onrecord.annotating.statements import find_statements  # noqa: E402
from onrecord.language.names import find_names  # noqa: E402
from onrecord.language.parsing import analyse  # noqa: E402
from onrecord.language.places import country_of  # noqa: E402
from onrecord.model.documents import Document  # noqa: E402
from onrecord.model.identity import fold  # noqa: E402
from onrecord.model.items import Commitment  # noqa: E402
from onrecord.model.times import Published  # noqa: E402
from rows import read_rows  # noqa: E402

LABELS = HERE / "labelled" / "commitments.jsonl"
FIRST, SECOND, READER = (HERE / "labelled" / f"commitments-{name}.jsonl" for name in ("first", "second", "reader"))

_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "sir", "president", "senator", "governor", "secretary"}
)
"""What stands before a surname in one place and not in another."""
_PLACES = frozenset({"city", "state", "town", "county", "village"})
"""What stands before "of" and a place's name: "the city of Nice"."""
_BODIES = frozenset(
    {"campaign", "administration", "organization", "organisation", "foundation", "company", "team", "group",
     "family", "pac", "department", "committee", "university", "institute", "party", "news", "times", "post", "inc",
     "officials", "aides", "supporters", "republicans", "democrats", "government", "police", "court", "house", "senate",
     "corp", "act"}
)  # fmt: skip
"""Words that make of a person's or place's name that of a body or of other people."""

Label = dict[str, Any]
Annotate = Callable[[dict[str, str]], tuple[Commitment, ...]]


class Outcome(NamedTuple):
    """What became of one labelled sentence: its labels, what was found in it, and the pairs of both that match."""

    sentence: Label
    found: list[Commitment]
    pairs: list[tuple[Label, Commitment]]


def main() -> None:
    """Annotate the articles of the labelled sentences and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--half", choices=("tune", "held", "fresh", "later", "last", "sealed", "unseen"))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--agreement", action="store_true", help="how far the passes and readers agree, and no more")
    given = parser.parse_args()
    if given.agreement:
        first = list(read_rows(FIRST))
        second = list(read_rows(SECOND))
        print(f"one person, two passes: {agreement(first, second)}")
        unseen = [row for row in first if row["half"] == "unseen"]
        print(f"of them those of `unseen`: {agreement(unseen, second)}")
        print(f"two readers, a pass each: {agreement(first, list(read_rows(READER)))}")
        return
    if given.data is None:
        parser.error("DATA_DIRECTORY is missing: the folder with PolNeAR's train.jsonl.gz")
    sentences = [row for row in read_rows(LABELS) if given.half in {None, row["half"]}]
    wanted = {row["article"] for row in sentences}
    articles = {row["id"]: row for row in read_rows(given.data / "train.jsonl.gz") if row["id"] in wanted}
    begun = time.perf_counter()
    outcomes = judge(sentences, articles, annotated)
    show(outcomes, articles, given.errors)
    print(f"{len(articles)} articles in {time.perf_counter() - begun:.0f} s")


def dated(row: dict[str, str]) -> Document:
    """An article as a document with its day."""
    day = date.fromisoformat(row["date"])
    published = Published(
        start=day.isoformat(), end=(day + timedelta(1)).isoformat(), precision="day", text=row["date"],
        known_by="metadata",
    )  # fmt: skip
    return msgspec.structs.replace(document_of(row), title=row["title"], published=published)


def annotated(row: dict[str, str]) -> tuple[Commitment, ...]:
    """The commitments of an article."""
    analysis = analyse(dated(row))
    named = find_names(analysis)
    statements, entities = attribute_speakers(analysis, named, find_statements(analysis, named))
    return find_commitments(analysis, entities, statements)


def judge(sentences: Iterable[Label], articles: dict[str, dict[str, str]], annotate: Annotate) -> list[Outcome]:
    """What was found in each labelled sentence, matched to its labels one to one, those of one kind first."""
    of_article: dict[str, tuple[Commitment, ...]] = {}
    outcomes = []
    for sentence in sentences:
        name = sentence["article"]
        if name not in of_article:
            of_article[name] = annotate(articles[name])
        start, end = sentence["sentence"]
        found = [c for c in of_article[name] if c.spans[0].start < end and c.spans[-1].end > start]
        possible = sorted(
            (
                (label["kind"] != c.kind, c.spans[-1].end - c.spans[0].start, label["action"], c.id, label, c)
                for label in sentence["commitments"]
                for c in found
                if any(span.start < label["action"][1] and span.end > label["action"][0] for span in c.spans)
            ),
            key=lambda pair: pair[:4],
        )
        taken: set[str] = set()
        pairs: list[tuple[Label, Commitment]] = []
        for *_, label, commitment in possible:
            if commitment.id not in taken and all(label is not one for one, _ in pairs):
                taken.add(commitment.id)
                pairs.append((label, commitment))
        outcomes.append(Outcome(sentence, found, pairs))
    return outcomes


def show(outcomes: Sequence[Outcome], articles: dict[str, dict[str, str]], errors: int) -> None:
    """Print the table, and the first errors."""
    gold = sum(len(outcome.sentence["commitments"]) for outcome in outcomes)
    found = sum(len(outcome.found) for outcome in outcomes)
    pairs = [(pair, articles[o.sentence["article"]]["text"]) for o in outcomes for pair in o.pairs]
    kinds = [(pair, text) for pair, text in pairs if pair[0]["kind"] == pair[1].kind]
    parties = [(pair, text) for pair, text in kinds if parties_right(*pair, text)]
    whole = [(pair, text) for pair, text in parties if deadline_right(*pair, text)]
    for name, hits in (
        ("commitments", len(pairs)), ("with kind", len(kinds)), ("with kind and parties", len(parties)),
        ("with kind, parties and deadline", len(whole)),
    ):  # fmt: skip
        precision, recall = hits / max(found, 1), hits / max(gold, 1)
        score = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{name:32} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * score:5.1f}")
    negatives = [o for o in outcomes if not o.sentence["commitments"]]
    taken = [o for o in negatives if o.found]
    print(f"hard negatives taken {len(taken)} of {len(negatives)} ({100 * len(taken) / max(len(negatives), 1):.1f} %)")
    due = [pair for pair, _ in pairs if pair[0]["deadline"]]
    right = sum(deadline_right(*pair, text) for pair, text in pairs if pair[0]["deadline"])
    print(f"{gold} labelled, {found} found; of {len(due)} found with a deadline, {right} have it right")
    print(dict(sorted(Counter(label["kind"] for o in outcomes for label in o.sentence["commitments"]).items())))
    for outcome in outcomes[: len(outcomes) if errors else 0]:
        _explain(outcome, articles[outcome.sentence["article"]]["text"])


def parties_right(label: Label, commitment: Commitment, text: str) -> bool:
    """Whether the parties are one of the labelled readings; unlabelled parties are right whatever they are."""
    if label["parties"] is None:
        return True
    for reading in label["parties"]:
        names = [text[start:end] for start, end in reading]
        if (
            commitment.parties
            and all(any(same_party(name, mine, text) for mine in commitment.parties) for name in names)
            and all(any(same_party(name, mine, text) for name in names) for mine in commitment.parties)
        ):
            return True
    return False


def deadline_right(label: Label, commitment: Commitment, text: str) -> bool:
    """Whether the deadline stands on the labelled words, or is absent where none is labelled."""
    if label["deadline"] is None:
        return True
    due = commitment.deadline
    if not label["deadline"]:
        return due is None or due.start is due.end is None  # what needs more than a calendar is not labelled
    return due is not None and any(
        due.text in text[max(0, start - 12) : end + 24] and set(_words(due.text)) & set(_words(text[start:end]))
        for start, end in label["deadline"]
    )


def agreement(first: Sequence[Label], second: Sequence[Label]) -> str:
    """Cohen's kappa over sentences (commits or not), F1 between the commitments with kind, and deadlines of those."""
    other = {(row["article"], *row["sentence"]): row["commitments"] for row in second}
    pairs = [(row["commitments"], other[key]) for row in first if (key := (row["article"], *row["sentence"])) in other]
    observed = sum(bool(one) == bool(two) for one, two in pairs) / max(len(pairs), 1)
    shares = [sum(bool(pair[side]) for pair in pairs) / max(len(pairs), 1) for side in (0, 1)]
    chance = shares[0] * shares[1] + (1 - shares[0]) * (1 - shares[1])
    alike = [
        (one, two)
        for ones, twos in pairs
        for one in ones
        if (two := next((label for label in twos if _alike(one, label)), None)) is not None
    ]
    due = [(one["deadline"], two["deadline"]) for one, two in alike if one["deadline"] or two["deadline"]]
    when = sum(bool(mine and theirs and _overlap(mine[0], theirs[0])) for mine, theirs in due)
    total = sum(len(one) + len(two) for one, two in pairs)
    return (
        f"{len(pairs)} sentences, kappa {(observed - chance) / max(1 - chance, 1e-9):.2f}, "
        f"F1 with kind {200 * len(alike) / max(total, 1):.1f}, {when} of {len(due)} deadlines alike"
    )


def _alike(one: Label, other: Label) -> bool:
    return one["kind"] == other["kind"] and _overlap(one["action"], other["action"])


def _overlap(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def same_party(one: str, other: str, text: str) -> bool:
    """Whether two names are one person or body: the same words, initials, or a name in a longer one with its head.

    A campaign, a company or the aides of a person are not that person, and a bare surname stands for the full name that
    the article writes most often, not for a relative's.
    """
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return False
    if set(mine) == set(theirs) or _short(mine, theirs) or _short(theirs, mine):
        return True
    if [word for word in mine if word not in _PLACES] == [word for word in theirs if word not in _PLACES]:
        return True
    country = country_of(one.removeprefix("the ").removeprefix("The "))
    if country is not None and country == country_of(other.removeprefix("the ").removeprefix("The ")):
        return True
    (short, _), (long, whole) = sorted(((mine, one), (theirs, other)), key=lambda pair: len(pair[0]))
    if not set(short) < set(long):
        return False
    personal = all(word[:1].isupper() for word in whole.split())
    if personal and len(short) == 1 and short[0] == long[-1]:
        usual = _usual(short[0], text)
        return not usual or not usual.isdisjoint(long[:-1])
    same_head = _head(short, one if short is mine else other) == _head(long, whole)
    return same_head or (personal and not set(long) & _BODIES)


def _usual(surname: str, text: str) -> frozenset[str]:
    """The first names that an article writes most often before a surname: a capital never seen as a small letter."""
    before = re.findall(rf"\b([A-Z]\w+|[A-Z]\.)\s(?i:{re.escape(surname)})\b", text)
    small = set(re.findall(r"\b[a-z]+\b", text))
    names = Counter(name for name in (_bare(fold(word)) for word in before) if name not in _TITLES | small)
    most = max(names.values(), default=0)
    return frozenset(name for name, count in names.items() if count == most)


def _words(name: str) -> list[str]:
    words = [_bare(word) for word in fold(name).replace("’", "'").split()]
    words = [word for word in words if word and word not in {"the", "a", "an", "of"}]
    return [word for word in words if word not in _TITLES] or words


def _bare(word: str) -> str:
    return word.removesuffix("'s").strip("'.,\"")


def _head(words: list[str], name: str) -> str:
    """The word that a name is about: the last before its first preposition."""
    before = re.split(r"\s(?:of|for|in|from|to|at|on)\s", name)[0]
    return (_words(before) or words)[-1]


def _short(one: list[str], other: list[str]) -> bool:
    """Whether a name is the first letters of another, in whatever order."""
    return len(one) == 1 and len(other) > 1 and sorted(one[0].replace(".", "")) == sorted(word[0] for word in other)


def _explain(outcome: Outcome, text: str) -> None:
    hit = [label for label, _ in outcome.pairs]
    used = {c.id for _, c in outcome.pairs}
    lines = [
        f"  missed {label['kind']} “{text[slice(*label['action'])]}”"
        for label in outcome.sentence["commitments"]
        if all(label is not one for one in hit)
    ]
    lines += [f"  extra {c.kind} {c.parties} “{c.action}”" for c in outcome.found if c.id not in used]
    for label, c in outcome.pairs:
        if label["kind"] != c.kind:
            lines.append(f"  kind {c.kind} for {label['kind']} “{c.action}”")
        elif not parties_right(label, c, text):
            wanted = [[text[slice(*span)] for span in reading] for reading in label["parties"]]
            lines.append(f"  parties {c.parties} for {wanted} “{c.action}”")
        elif not deadline_right(label, c, text):
            due = [text[slice(*span)] for span in label["deadline"]]
            lines.append(f"  deadline {c.deadline.text if c.deadline else None} for {due} “{c.action}”")
    if lines:
        print(outcome.sentence.get("i", ""), " ".join(text[slice(*outcome.sentence["sentence"])].split()))
        print("\n".join(lines))


if __name__ == "__main__":
    main()
