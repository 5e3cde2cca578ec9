"""What is counted, so that two figures are set beside each other only where they count one thing.

A measure is taken apart into its head ("death"), what was done ("seize"), the kinds of thing it is of
("wheat", which is a grain), and what else restricts it. `data/measures.json` holds
what is general; a person's own rules come first.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

import msgspec

from onrecord.comparing.words import content_words, stem, stems
from onrecord.language.places import country_of, is_demonym
from onrecord.language.quantitywords import singular
from onrecord.language.unittable import CURRENCIES, pint_name
from onrecord.model.identity import fold
from onrecord.model.items import Figure
from onrecord.model.series import MeasureRule

Likeness = Literal["same", "narrower", "wider", "apart", "unclear"]

EMPTY = frozenset(
    stem(word)
    for word in (
        "number", "total", "overall", "figure", "amount", "quantity", "count", "toll", "level", "record", "estimated",
        "official", "annual", "yearly", "monthly", "reported", "recorded", "alone", "nationwide", "country", "nation",
        "world", "worldwide", "deadly", "illicit", "illegal", "suspected",
    )
)  # fmt: skip
"""Words that choose nothing among what is counted."""
_WORKLESS = re.compile(r"\b(?:out of|without) (?:a )?(?:work|jobs?)\b|\bjobless\b")
"""What has the word for work in it and means none of it."""
MOST_WORDS = 3
_PLURALS = {"children": "child", "men": "man", "women": "woman"}
"""Stems of plurals that do not end in "s"."""


class Vocabulary(msgspec.Struct, frozen=True):
    """The general part; see `data/measures.json`."""

    same: tuple[tuple[str, ...], ...]
    deeds: tuple[tuple[str, ...], ...]
    kinds: dict[str, str]
    meaning: dict[str, str]
    apart: tuple[tuple[str, str, str], ...]
    moving: tuple[str, ...] = ()


class Measure(NamedTuple):
    """A measure taken apart; every word is a stem."""

    head: str
    deed: str | None
    kinds: frozenset[str]
    rest: frozenset[str]
    words: str
    dimension: str
    nations: frozenset[str] = frozenset()
    """Whose people are counted: "Danes" in "apprehensions of Danes"; each is in `rest`, too."""


class Alike(NamedTuple):
    """How one measure stands to another, and why in words."""

    likeness: Likeness
    reason: str
    inferred: bool = False
    """Whether the words only suggest it, too little to call two figures inconsistent."""


def measure_of(words: str, unit: str, *, place: str | None = None, rules: Iterable[MeasureRule] = ()) -> Measure:
    """Take a measure apart. `place` is left out of its restrictions, being looked at on its own."""
    told = _renamed(fold(words), tuple(rules))
    read = _WORKLESS.sub("unemployed", told)
    dimension = _dimension(unit)
    elsewhere = set(stems(place or ""))
    left = [_PLURALS.get(word, word) for word in stems(read) if word not in EMPTY]
    left = _joined(left, _heads())
    kinds, left = _taken(left, _kinds())
    kinds = [kind for kind in kinds if not any(kind != other and kind in ancestors(other) for other in kinds)]
    deeds, left = _taken(left, _deeds())
    head = _head(unit, dimension, left)
    rest = frozenset(word for word in left if _heads().get(word, word) != head) - elsewhere - EMPTY
    if not deeds and head in _deeds():
        deeds = [_deeds()[head]]
    nations = _nations(words, fold(place or "")) & rest
    return Measure(head, deeds[0] if deeds else None, frozenset(kinds), rest, told, dimension, nations)


def measure_of_figure(figure: Figure, rules: Iterable[MeasureRule] = ()) -> Measure:
    """The measure of a figure."""
    return measure_of(figure.measures or "", figure.unit, place=figure.place, rules=rules)


def alike(one: Measure, other: Measure, rules: Sequence[MeasureRule] = ()) -> Alike:
    """How one measure stands to another: the same, a part of it, or another thing, with the reason."""
    ruled = _ruled(one, other, rules)
    if ruled is not None:
        return ruled
    if one.dimension != other.dimension:
        return Alike("apart", f"one is told in {one.dimension}, the other in {other.dimension}")
    if one.head != other.head:
        return Alike("apart", _apart(one.head, other.head))
    if one.deed != other.deed and one.deed and other.deed:
        return Alike("apart", f"“{words_for(one.deed)}” is not “{words_for(other.deed)}”")
    narrower = [_within(one, other), _within(other, one)]
    if narrower == [True, True]:
        return Alike("same", f"both count {one.words}" if one.words == other.words else "both count the same thing")
    if narrower[0]:
        return Alike("narrower", f"“{one.words}” is a part of “{other.words}”")
    if narrower[1]:
        return Alike("wider", f"“{other.words}” is a part of “{one.words}”")
    clash = _clash(one.kinds, other.kinds)
    if clash is not None:
        return Alike("apart", f"{words_for(clash[0])} is not {words_for(clash[1])}")
    if _nationals_within(one, other):
        return Alike("narrower", f"“{one.words}” is, by its words, a part of “{other.words}”", inferred=True)
    if _nationals_within(other, one):
        return Alike("wider", f"“{other.words}” is, by its words, a part of “{one.words}”", inferred=True)
    if one.nations and other.nations and not one.nations & other.nations:
        return Alike("apart", f"“{one.words}” and “{other.words}” are of different nations")
    return Alike("unclear", f"“{one.words}” and “{other.words}” are restricted in different ways")


def canonical(measure: Measure) -> str:
    """One spelling for measures that are the same, to look them up by."""
    return "|".join(
        (measure.dimension, measure.head, measure.deed or "", *sorted(measure.kinds), "", *sorted(measure.rest))
    )


def canonical_stem(word: str) -> str:
    """A stem by the common name of the deed or thing that it is a word for."""
    word = _PLURALS.get(word, word)
    return _deeds().get(word) or _heads().get(word) or word


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The general vocabulary."""
    data = (files("onrecord.comparing") / "data" / "measures.json").read_bytes()
    return msgspec.json.decode(data, type=Vocabulary)


def ancestors(kind: str) -> frozenset[str]:
    """The kinds that a kind belongs to, itself too."""
    above = _parents()
    found = [kind]
    while found[-1] in above and above[found[-1]] not in found:
        found.append(above[found[-1]])
    return frozenset(found)


def _within(one: Measure, other: Measure) -> bool:
    """Whether all that `one` counts is counted by `other` too."""
    if other.deed is not None and one.deed is None:
        return False
    if not other.rest <= one.rest:
        return False
    return all(any(kind in ancestors(own) for own in one.kinds) for kind in other.kinds)


def _nationals_within(one: Measure, other: Measure) -> bool:
    """Whether people of one nation are counted among the migrants of another measure, both being met on the way."""
    if not one.nations or one.head not in _moving() or other.kinds != _MIGRANTS or one.kinds - _MIGRANTS:
        return False
    return other.rest <= one.rest and (other.deed is None or one.deed is not None)


def _nations(words: str, place: str) -> frozenset[str]:
    """The stems of people named by their nation, other than that of the place where they are counted."""
    found: set[str] = set()
    for match in _PEOPLE.finditer(words):
        name = match[1] or match[2]
        at_home = fold(country_of(name) or name) in place or any(fold(name).startswith(part) for part in place.split())
        if not at_home and (is_demonym(name) or name.endswith(_DEMONYM_ENDINGS)):
            found.update(stems(name))
    return frozenset(found)


_PEOPLE = re.compile(r"(?:\bof |\A)([A-Z]\w+s)\b|([A-Z]\w+) (?:nationals|citizens|people|men|women|migrants)\b")
_DEMONYM_ENDINGS = ("ers", "ans", "ites")
_MIGRANTS = frozenset({"migrant"})


@lru_cache(maxsize=1)
def _moving() -> frozenset[str]:
    return frozenset(_heads().get(_stemmed(head), _stemmed(head)) for head in vocabulary().moving)


def _clash(one: Iterable[str], other: Iterable[str]) -> tuple[str, str] | None:
    """Two kinds of one larger kind, neither a part of the other: wheat and barley, both grains."""
    for own in sorted(one):
        for theirs in sorted(other):
            mine, others = ancestors(own), ancestors(theirs)
            if own not in others and theirs not in mine and mine & others:
                return own, theirs
    return None


def _ruled(one: Measure, other: Measure, rules: Sequence[MeasureRule]) -> Alike | None:
    for rule in rules:
        first, second = set(stems(rule.one)), set(stems(rule.other))
        own, others = set(stems(one.words)), set(stems(other.words))
        straight = first <= own and second <= others
        turned = second <= own and first <= others
        if not (straight or turned) or rule.relation == "same":
            continue
        because = f": {rule.reason}" if rule.reason else ""
        if rule.relation == "apart":
            return Alike("apart", f"you set “{rule.one}” and “{rule.other}” apart{because}")
        return Alike("narrower" if straight else "wider", f"you made “{rule.one}” a part of “{rule.other}”{because}")
    return None


def _renamed(words: str, rules: Iterable[MeasureRule]) -> str:
    """The words with what a person called the same under one name."""
    for rule in rules:
        if rule.relation == "same" and f" {rule.other} " in f" {words} ":
            words = f" {words} ".replace(f" {rule.other} ", f" {rule.one} ").strip()
    return words


def _dimension(unit: str) -> str:
    if unit == "%":
        return "shares"
    if unit == "1":
        return "numbers"
    if (len(unit) == 3 and unit.isupper()) or unit in CURRENCIES.values():
        return f"money ({unit})"
    name = pint_name(unit)
    if name is None:
        return "numbers"
    return _DIMENSIONS.get(_pint_dimension(name), _pint_dimension(name))


_DIMENSIONS = {
    "[mass]": "mass", "[length]": "length", "[length] ** 2": "area", "[length] ** 3": "volume", "[time]": "time",
    "[temperature]": "temperature", "[length] / [time]": "speed",
}  # fmt: skip


@lru_cache(maxsize=256)
def _pint_dimension(name: str) -> str:
    from onrecord.comparing.conversion import units

    return str(units().Quantity(1, name).dimensionality)


def _head(unit: str, dimension: str, left: Sequence[str]) -> str:
    """What is counted: the counted noun, or for an amount its dimension."""
    if dimension != "numbers":
        return dimension
    heads = _heads()
    noun = stem(fold(singular(unit))) if unit != "1" else ""
    for phrase in (*left, noun):
        if phrase in heads and (not noun or phrase == noun or heads[phrase] == heads.get(noun) or " " in phrase):
            return heads[phrase]
    return heads.get(noun, noun) or (left[-1] if left else "")


def _taken(words: list[str], known: dict[str, str]) -> tuple[list[str], list[str]]:
    """The known words and phrases among words, under their common name, and the words left."""
    found, left, at = [], [], 0
    while at < len(words):
        for length in range(min(MOST_WORDS, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            if phrase in known:
                found.append(known[phrase])
                at += length
                break
        else:
            left.append(words[at])
            at += 1
    return found, left


def _joined(words: list[str], known: dict[str, str]) -> list[str]:
    """Words with known phrases as one, whatever stands between their two words: "lives … claimed"."""
    for phrase in (p for p in known if " " in p):
        first, _, second = phrase.partition(" ")
        if first in words and second in words:
            words = [phrase if word == first else word for word in words if word != second]
    return words


@lru_cache(maxsize=1)
def _heads() -> dict[str, str]:
    return {_stemmed(word): _stemmed(group[0]) for group in vocabulary().same for word in group}


@lru_cache(maxsize=1)
def _deeds() -> dict[str, str]:
    return {_stemmed(word): _stemmed(group[0]) for group in vocabulary().deeds for word in group}


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    names = {*vocabulary().kinds, *vocabulary().kinds.values()}
    people = _heads().get("people", "people")
    own = {_stemmed(name): _stemmed(name) for name in names if _stemmed(name) not in {people, _stemmed("people")}}
    return own | {_stemmed(word): _stemmed(kind) for word, kind in vocabulary().meaning.items()}


@lru_cache(maxsize=1)
def _parents() -> dict[str, str]:
    return {_stemmed(kind): _stemmed(above) for kind, above in vocabulary().kinds.items()}


def _stemmed(words: str) -> str:
    return " ".join(stem(word) for word in content_words(words)) or fold(words)


def _apart(one: str, other: str) -> str:
    for first, second, why in vocabulary().apart:
        if {_stemmed(first), _stemmed(second)} == {one, other}:
            return f"one counts {_plural(one)}, the other {_plural(other)}: {why}"
    return f"one counts {_plural(one)}, the other {_plural(other)}"


def _plural(head: str) -> str:
    """A head as what is counted: "deaths", "apprehensions", "people"."""
    word = words_for(head) or "numbers"
    return (
        word
        if word.endswith("s") or word in {"people", "mass"}
        else word[:-1] + "ies"
        if word[-1] == "y"
        else word + "s"
    )


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    known = vocabulary()
    groups = [*known.same, *known.deeds, tuple(known.kinds), tuple(known.kinds.values())]
    labels: dict[str, str] = {}
    for word in (word for group in groups for word in group):
        labels.setdefault(_stemmed(word), word)
    return labels


def words_for(stemmed: str) -> str:
    """A stem as a word again."""
    return _labels().get(stemmed, stemmed)
