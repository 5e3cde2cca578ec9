"""Words that attribute: what stance they tell, which of them speak, and how likely a frame attributes.

The weights were fitted by `training/cues.py` on which of the parse's frames people mark as attributions
(`data/ATTRIBUTION.md`); they count words and shapes and hold no text.
"""

from functools import lru_cache
from importlib.resources import files
from math import exp

import msgspec

from onrecord.annotating.frames import Frame
from onrecord.model.items import Stance


class _Cues(msgspec.Struct, frozen=True, kw_only=True):
    stances: dict[str, Stance]
    saying: frozenset[str]


@lru_cache(maxsize=1)
def _cues() -> _Cues:
    return msgspec.json.decode(_data("cues.json"), type=_Cues)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return msgspec.json.decode(_data("attribution_weights.json"), type=dict[str, float])


def likelihood(frame: Frame) -> float:
    """How likely the frame is an attribution, by its words and shape."""
    weights = _weights()
    total = weights.get("bias", 0.0)
    for feature in {*frame.features, *classes_of(frame)}:
        total += weights.get(feature, 0.0)
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def classes_of(frame: Frame) -> tuple[str, ...]:
    """Features of the cue's class, which rare words share with common ones."""
    stance = _cues().stances.get(frame.lemma)
    name = stance or ("says" if speaks(frame.lemma) else "none")
    return f"c={name}", f"c={name}|{frame.shape}", f"c={name}|{frame.source_kind}"


def stance_of(lemma: str, negated: bool = False) -> Stance:
    """What the cue does: "insist" insists, "thank" thanks; what the lexicon lacks asserts."""
    stance: Stance = _cues().stances.get(lemma, "asserts")
    if negated and (stance in {"agrees", "promises"} or lemma in _TELLING):
        return "refuses"
    return "agrees" if negated and stance == "denies" else stance


_TELLING = frozenset({"say", "tell", "specify", "comment", "disclose", "elaborate", "answer", "respond", "reveal"})
"""Verbs that, denied, tell of somebody who keeps silent: "did not say whether"."""


def knows(lemma: str) -> bool:
    """Whether the lexicon tells what the word does when it attributes."""
    return lemma in _cues().stances or speaks(lemma)


def speaks(lemma: str) -> bool:
    """Whether the verb can stand beside a quotation: "said", "tweeted", "recalled"."""
    return lemma in _cues().saying


def _data(name: str) -> bytes:
    return (files("onrecord.annotating") / "data" / name).read_bytes()
