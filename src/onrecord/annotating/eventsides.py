"""Whom somebody met or called, apart from who met: two meetings of one person with others are two."""

from typing import TYPE_CHECKING

from onrecord.annotating.eventgrammar import meant_by
from onrecord.annotating.eventparts import names_at
from onrecord.annotating.eventwords import CARRYING
from onrecord.annotating.surroundings import Surroundings, coordinated
from onrecord.language.parsing import ParsedBlock

if TYPE_CHECKING:
    from onrecord.language.trees import Token

BETWEEN = frozenset({"meeting", "call"})
"""Sorts that are others between other people."""
PAIR = 2
"""People in common that make two of them one, whoever else was there."""


def across_from(around: Surroundings, parsed: ParsedBlock, trigger: "Token", kind: str) -> list[str]:
    """Those whom the subject of a meeting or call met, called or spoke with, as names a person reads."""
    if kind not in BETWEEN:
        return []
    heads = _behind_with(trigger)
    if trigger.pos_ == "VERB":
        for child in trigger.children:
            if child.dep_ == "dobj":
                heads.extend(coordinated(meant_by(child, trigger)))
    elif trigger.dep_ in {"dobj", "nsubjpass"} and trigger.head.lemma_ in CARRYING:
        heads.extend(_behind_with(trigger.head))
    names = [name for head in heads for name in names_at(around, parsed, head, trigger, kind)]
    return list(dict.fromkeys(names))


def _behind_with(word: "Token") -> "list[Token]":
    joints = [child for child in word.children if child.dep_ == "prep" and child.lower_ in {"with", "to"}]
    return [g for joint in joints for c in joint.children if c.dep_ == "pobj" for g in coordinated(c)]
