"""Questions at issue in labelled disputes, and each party's answer, against those of a record.

`labelled/contradictions/questions.jsonl` words each question as a person would and gives each party's answers with the
spans that carry them. The question of the record that holds claims on most of these answers is set beside it.

- *Found*: that question holds claims on at least two of the labelled answers (on the one, where there is only one).
- *Well worded*: its words name what the label asks for, each thing by one of a few words, and it is found.
- *Answers right*: a position of that question gives the labelled answer, for the party or its speaker, on one of the
  labelled spans; *anywhere* counts positions of every question. Where the record asks with the opposite word
  ("was it closed?" for "was it open?") yes and no change places.
- *Speakers shown*: of the speakers named under a labelled answer, those who hold a claim of that question.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from disputed import FOLDER
from onrecord.model.findings import Answer, Position, Question
from onrecord.model.identity import fold
from onrecord.model.items import Claim
from onrecord.model.spans import Span
from tallying import Compared, overlaps
from topics import Place

_TURNED: Mapping[Answer, Answer] = {"yes": "no", "no": "yes", "hedged": "hedged", "both": "both"}


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """A party's answer: the speakers who give it, and where; `answer` holds those that are right, `|` between."""

    party: str
    answer: str
    speakers: tuple[str, ...]
    spans: tuple[Place, ...]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question at issue; each of `words` must be in its wording, one of those between `|`.

    `turned` are words by which it would be asked the other way round.
    """

    topic: str
    question: str
    words: tuple[str, ...]
    turned: tuple[str, ...] = ()
    positions: tuple[Answered, ...]


class Outcome(NamedTuple):
    """What the record makes of a labelled question."""

    asked: Asked
    text: str | None
    found: bool
    worded: bool
    right: int
    anywhere: int
    shown: int
    speakers: int


def labelled_questions(folder: Path = FOLDER) -> dict[str, list[Asked]]:
    """The labelled questions of each topic."""
    found: dict[str, list[Asked]] = {}
    for line in (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        row = msgspec.json.decode(line)
        for position in row["positions"]:
            position["spans"] = [(p["document"], (p["start"], p["end"])) for p in position["spans"]]
        asked = msgspec.convert(row, Asked, dec_hook=_hook)
        found.setdefault(asked.topic, []).append(asked)
    return found


def outcomes(run: Compared, asked: Iterable[Asked]) -> list[Outcome]:
    """Each labelled question of a topic with the record's question that fits it best."""
    on: dict[str, tuple[str, Claim]] = {c.id: (name, c) for name, claims in run.claims.items() for c in claims}
    return [_outcome(one, run.questions, on) for one in asked]


def _outcome(asked: Asked, questions: Sequence[Question], on: Mapping[str, tuple[str, Claim]]) -> Outcome:
    def touched(question: Question) -> tuple[int, int]:
        hits = [sum(_is_on(on.get(claim), p.spans) for claim in question.claims) for p in asked.positions]
        return sum(hit > 0 for hit in hits), sum(hits)

    speakers = sum(len(position.speakers) for position in asked.positions)
    best = max(questions, key=lambda question: (*touched(question), question.id), default=None)
    anywhere = sum(any(_holds(p, q, asked, on) for q in questions) for p in asked.positions)
    if best is None or not touched(best)[0]:
        return Outcome(asked, None, False, False, 0, anywhere, 0, speakers)
    found = touched(best)[0] >= min(2, len(asked.positions))
    words = set(re.findall(r"\w+", fold(best.text)))
    worded = found and all(_names(words, wanted) for wanted in asked.words)
    right = sum(_holds(position, best, asked, on) for position in asked.positions)
    shown = sum(_shows(name, position, best, on) for position in asked.positions for name in position.speakers)
    return Outcome(asked, best.text, found, worded, right, anywhere, shown, speakers)


def _names(words: set[str], wanted: str) -> bool:
    """Whether a wording has one of some words, in whatever form ("replaced" for "replace")."""
    stems = wanted.casefold().split("|")
    return any(
        word == stem or (len(stem) > 3 and word.startswith(stem.rstrip("e"))) for word in words for stem in stems
    )


def _holds(label: Answered, question: Question, asked: Asked, on: Mapping[str, tuple[str, Claim]]) -> bool:
    """Whether a position of a question gives the labelled answer on the labelled words, for that party or speaker."""
    turned = any(_names(set(re.findall(r"\w+", fold(question.text))), word) for word in asked.turned)
    return any(
        (_TURNED[position.answer] if turned else position.answer) in label.answer.split("|")
        and any(_is_on(on.get(claim), label.spans) for claim in position.claims)
        and _is_whose(position, label, on)
        for position in question.positions
    )


def _is_whose(position: Position, label: Answered, on: Mapping[str, tuple[str, Claim]]) -> bool:
    names = [position.party, position.holder]
    names += [on[claim][1].holder.name for claim in position.claims if claim in on]
    wanted = [*label.speakers, *([label.party] if label.party else [])]
    if "report" in wanted and any(on[claim][1].statement is None for claim in position.claims if claim in on):
        return True
    return any(name and _is_named(name, one) for name in names for one in wanted)


def _is_named(name: str, wanted: str) -> bool:
    """Whether a name is the wanted one: the one ends in the other, or they share the words that tell."""
    mine, theirs = fold(name).split(), fold(wanted).split()
    return bool(theirs) and (theirs[-1] in mine or set(theirs) <= set(mine))


def _shows(name: str, label: Answered, question: Question, on: Mapping[str, tuple[str, Claim]]) -> bool:
    told = [on[claim] for claim in question.claims if claim in on]
    if name == "report":
        return any(claim.statement is None and _is_on((at, claim), label.spans) for at, claim in told)
    return any(claim.holder.name and _is_named(claim.holder.name, name) for _, claim in told)


def _is_on(told: tuple[str, Claim] | None, places: Sequence[Place]) -> bool:
    return told is not None and any(overlaps(place, (told[0], told[1].spans)) for place in places)


def _hook(kind: type, value: object) -> object:
    if kind is Span and isinstance(value, Sequence):
        return Span(*value)
    raise NotImplementedError
