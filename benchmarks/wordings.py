"""The words of invented disputes: issues with many ways to say yes and no, and frames that carry them.

They stand in `templates/tune`, `templates/held` and `templates/fresh`, which share no issue, predicate, frame or name,
so that what was mended on the one is measured on another.
"""

import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

T = TypeVar("T")
Half = Literal["tune", "held", "fresh"]
HALVES: tuple[Half, ...] = ("tune", "held", "fresh")
FOLDER = Path(__file__).parent / "templates"

YES, NO = 1, -1
SIDES = {"yes": YES, "no": NO}
NEARER_LOOKS = ("deed", "exception", "blame", "part", "plan", "namesake")
"""Another deed, a rule with an exception, blame refused, a part of the whole, what is only planned, a thing of the same
name: what `templates/fresh` has besides the looks of all."""
LOOKS = ("time", "referent", "place", "measure", *NEARER_LOOKS)
"""Distractors with clauses of their own, that look as if they answered yes or no."""

DISTRACTORS = (*LOOKS, "reported", "normative", "hypothetical", "question", "hedge")
_SLOT = re.compile(r"\{(\w+)\}")
_FORMS = ("we|", "us|", "I|", "own|", "here|")
BREAK = " / "
"""Where a quotation may be broken off for its cue."""


class Wording(NamedTuple):
    """One way to say one side: its words, how it says it, and who can say it ("" for anybody)."""

    text: str
    tag: str
    form: str


class Issue(NamedTuple):
    """A question that people answer yes or no, with all its wordings."""

    name: str
    setting: str
    topic: str
    kind: str | None
    contrary: bool
    shifts: bool
    things: tuple[str, ...]
    sides: Mapping[int, tuple[Wording, ...]]
    looks: Mapping[str, Mapping[int, tuple[Wording, ...]]]
    others: Mapping[str, tuple[str, ...]]
    answers: Mapping[int, tuple[Wording, ...]]


class Templates(NamedTuple):
    """One half: its issues, its frames by their use, and its names."""

    issues: tuple[Issue, ...]
    frames: Mapping[str, tuple[str, ...]]
    names: Mapping[str, Any]


@lru_cache
def templates(half: Half) -> Templates:
    """The templates of a half."""
    folder = FOLDER / half
    frames = tomllib.loads((folder / "frames.toml").read_text(encoding="utf-8"))
    return Templates(
        issues=tuple(
            _issue(row)
            for file in sorted(folder.glob("issues-*.toml"))
            for row in tomllib.loads(file.read_text(encoding="utf-8"))["issue"]
        ),
        frames={use: tuple(told) for use, told in frames.items()},
        names=tomllib.loads((folder / "names.toml").read_text(encoding="utf-8")),
    )


def _issue(row: Mapping[str, Any]) -> Issue:
    return Issue(
        name=row["name"],
        setting=row["setting"],
        topic=row["topic"],
        kind=row.get("kind"),
        contrary=row.get("contrary", False),
        shifts=row.get("shifts", False),
        things=tuple(row["things"]),
        sides={
            sign: tuple(_wording(text, tag) for tag, texts in row[side].items() for text in texts)
            for side, sign in SIDES.items()
        },
        looks={look: _looks(row[look], look) for look in LOOKS if look in row},
        others={
            use: tuple(row.get(use, ())) for use in ("doing", "context", "should", "would", "asks", "hedge")
        },
        answers=_looks(row["answers"], "ellipsis") if "answers" in row else {},
    )  # fmt: skip


def _looks(sides: Mapping[str, list[str]], look: str) -> Mapping[int, tuple[Wording, ...]]:
    return {sign: tuple(_wording(text, look) for text in sides.get(side, ())) for side, sign in SIDES.items()}


def _wording(text: str, tag: str) -> Wording:
    form = next((form for form in _FORMS if text.startswith(form)), "")
    return Wording(text.removeprefix(form), tag, form.rstrip("|"))


class Filled(NamedTuple):
    """Words with their slots filled, and where the marked slot stands in them."""

    text: str
    start: int
    end: int


def fill(template: str, slots: Mapping[str, str], marked: str = "") -> Filled:
    """Fill the slots of a template; the marked slot's place is told, or the whole where it has none."""
    text, start, end, at = "", 0, -1, 0
    for found in _SLOT.finditer(template):
        text += template[at : found.start()]
        told = slots[found[1]]
        at = found.end()
        if told.endswith(",") and template[at : at + 1] in {".", ",", ":", ";", ""}:
            told = told[:-1]
        if found[1] == marked:
            start, end = len(text), len(text) + len(told)
        text += told
    text += template[at:]
    return Filled(text, start, end if end >= 0 else len(text))


def capital(text: str) -> str:
    """The text with its first letter a capital."""
    return text[:1].upper() + text[1:]


class Bag:
    """Draws from lists at random, and what was drawn already only when nothing else is left."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._drawn: set[object] = set()

    def draw(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        fresh = [choice for choice in choices if choice not in self._drawn]
        drawn = self._chance.choice(fresh or list(choices))
        self._drawn.add(drawn)
        return drawn
