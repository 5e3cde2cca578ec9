"""The predicate lexicon: which words name the same action or state, which oppose, and which words carry scope.

A *predicate class* ("produce") holds the verbs ("make"), deverbal nouns ("production"), agent nouns
("producer"), adjectives and participles ("synthesised") and site nouns ("factory") that name one action.
Multiword verbs are written with a space here ("shut down") and an underscore in the data.

- `class_of(lemma, kind)` is strict: the class that lists the word, or `None`.
- `predicate_of(lemma, kind)` never fails: the class, else the class reached by derivational morphology
  ("supplier" → supply), else the folded lemma itself, which is then a class of its own.
- `opposites(name)` are the classes that cannot hold with it of the same participants, each marked
  "contrary" (both may be false: increase, decrease) or "complement" (one must be true: open, closed).
- `embedding_of(lemma, kind)` says what a word does to the clause it takes: "factive", "deny", "fail" …
"""

from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

import msgspec

Kind = Literal["verb", "noun", "agent", "adjective", "site"]
Opposition = Literal["contrary", "complement"]
Embedding = Literal[
    "say", "factive", "find", "deny", "doubt", "fail", "stop", "prevent", "manage", "begin", "think", "plan", "demand",
    "wonder", "pretend", "evidence", "denial", "falsehood", "fact", "claim", "possible", "lack", "able", "true",
    "clear", "false", "doubtful", "unable",
]  # fmt: skip

_FIELDS: MappingProxyType[Kind, str] = MappingProxyType(
    {"verb": "verbs", "noun": "nouns", "agent": "agents", "adjective": "adjectives", "site": "sites"}
)
_SUFFIXES: MappingProxyType[Kind, tuple[tuple[str, tuple[str, ...]], ...]] = MappingProxyType(
    {
        "noun": (
            ("isation", ("ise",)),
            ("ification", ("ify",)),
            ("ation", ("ate", "e", "")),
            ("ition", ("e", "ish", "it")),
            ("ction", ("ct", "ce")),
            ("sion", ("d", "de", "t", "se", "s")),
            ("tion", ("te", "t", "e")),
            ("ment", ("",)),
            ("ance", ("", "e")),
            ("ence", ("", "e")),
            ("ing", ("", "e")),
            ("al", ("", "e")),
            ("ure", ("e", "")),
        ),
        "agent": (("er", ("", "e")), ("or", ("", "e")), ("ant", ("", "e")), ("ist", ("", "ise"))),
        "adjective": (("ed", ("", "e")), ("ing", ("", "e")), ("ive", ("", "e"))),
        "verb": (),
        "site": (),
    }
)
"""Endings of derived words with what stands in their place in the verb; tried in order, longest first."""


class PredicateClass(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one action or state. Of `middle` verbs a lone subject is the theme ("prices fell")."""

    verbs: tuple[str, ...] = ()
    middle: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


class _Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    classes: dict[str, PredicateClass]
    contraries: tuple[tuple[str, str], ...]
    complements: tuple[tuple[str, str], ...]
    axes: tuple[tuple[str, str], ...]
    senses: dict[str, dict[str, str]]


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """The words that turn, weaken or carry other clauses."""

    embedders: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    weak_negators: frozenset[str]
    hedges: frozenset[str]
    evidentials: frozenset[str]
    weak_quantities: frozenset[str]
    strong_quantities: frozenset[str]
    light_verbs: frozenset[str]
    stopwords: frozenset[str]
    place_nouns: frozenset[str]
    partitives: frozenset[str]
    evaluative: frozenset[str]
    general_nouns: frozenset[str]
    instructions: frozenset[str]
    connectives: frozenset[str]


@lru_cache(maxsize=1)
def scope() -> Scope:
    """The scope words, read once a process."""
    return msgspec.json.decode(_data("scope.json"), type=Scope)


def classes() -> MappingProxyType[str, PredicateClass]:
    """Every predicate class by name."""
    return MappingProxyType(_lexicon().classes)


def class_of(lemma: str, kind: Kind) -> str | None:
    """The class that lists this word as this kind, or `None`."""
    return _index()[kind].get(_spelled(lemma))


@lru_cache(maxsize=65_536)
def predicate_of(lemma: str, kind: Kind) -> str:
    """The word's class; without one, its verb's class by derivation; without that, the word itself."""
    word = _spelled(lemma)
    listed = _index()[kind].get(word) or derived_class(word, kind)
    return listed or word


def sense_of(lemma: str, theme: str) -> str | None:
    """The class of a verb that means different things of different objects ("fire a missile", "fire a clerk").

    `theme` is the lemma of the object, "-" where there is none.
    """
    senses = _senses().get(_spelled(lemma))
    if senses is None:
        return None
    listed, otherwise = senses
    return listed.get(theme, otherwise if theme != "-" else None)


@lru_cache(maxsize=65_536)
def derived_class(lemma: str, kind: Kind) -> str | None:
    """The class of the verb that a word in -tion, -ment, -ing, -er … comes from, where the lexicon has that verb."""
    word, verbs = _spelled(lemma), _index()["verb"]
    for ending, replacements in _SUFFIXES[kind]:
        if not word.endswith(ending) or len(word) < len(ending) + 3:
            continue
        stem = word[: -len(ending)]
        undoubled = [stem[:-1]] if stem[-1] == stem[-2] else []
        for candidate in [stem + replacement for replacement in replacements] + undoubled:
            if candidate in verbs:
                return verbs[candidate]
    return None


def is_middle(lemma: str) -> bool:
    """Whether the lone subject of this verb is what undergoes it ("output fell", "the bridge opened")."""
    return _spelled(lemma) in _middle()


def opposites(name: str) -> MappingProxyType[str, Opposition]:
    """The classes opposed to this one, and how."""
    return MappingProxyType(_opposites().get(name, {}))


def axis_of(name: str) -> tuple[str, int]:
    """The class under which questions about this one are asked, and +1, or -1 where it is that class's opposite.

    "Did prices rise?" and "Did prices fall?" are one question, asked as ("increase", +1).
    """
    return _axes().get(name, (name, 1))


def embedding_of(lemma: str, kind: Literal["verb", "noun", "adjective"]) -> Embedding | None:
    """What a verb, noun or adjective does to the clause it takes, or `None` for a word without such a clause.

    A verb in two groups gets the one that matters more for truth: deny, doubt, fail, stop, prevent,
    factive, then the rest; `embeddings_of` gives all.
    """
    found = embeddings_of(lemma, kind)
    return found[0] if found else None


def embeddings_of(lemma: str, kind: Literal["verb", "noun", "adjective"]) -> tuple[Embedding, ...]:
    """Every group a word stands in, the one that matters most for truth first."""
    return _embeddings()[kind].get(_spelled(lemma), ())


@lru_cache(maxsize=65_536)
def _spelled(lemma: str) -> str:
    """Lower case, British -ise for -ize, spaces for underscores."""
    word = lemma.lower().replace("_", " ").replace("’", "'").strip()
    for american, british in (("ization", "isation"), ("izing", "ising"), ("ized", "ised"), ("izer", "iser")):
        if word.endswith(american) and len(word) > len(american) + 2:
            return word[: -len(american)] + british
    if word.endswith(("ize", "yze")) and len(word) > 5:
        return word[:-2] + "se"
    return word


def _data(name: str) -> bytes:
    return (files("onrecord.language") / "data" / name).read_bytes()


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    return msgspec.json.decode(_data("predicates.json"), type=_Lexicon)


@lru_cache(maxsize=1)
def _index() -> dict[Kind, dict[str, str]]:
    index: dict[Kind, dict[str, str]] = {kind: {} for kind in _FIELDS}
    for name, entry in _lexicon().classes.items():
        for kind, field in _FIELDS.items():
            for word in getattr(entry, field):
                index[kind].setdefault(_spelled(word), name)
        for word in entry.middle:
            index["verb"].setdefault(_spelled(word), name)
    return index


@lru_cache(maxsize=1)
def _senses() -> dict[str, tuple[dict[str, str], str | None]]:
    table: dict[str, tuple[dict[str, str], str | None]] = {}
    for verb, senses in _lexicon().senses.items():
        listed = {word: name for name, words in senses.items() for word in words.split() if word != "*"}
        table[verb] = listed, next((name for name, words in senses.items() if words == "*"), None)
    return table


@lru_cache(maxsize=1)
def _middle() -> frozenset[str]:
    return frozenset(_spelled(word) for entry in _lexicon().classes.values() for word in entry.middle)


@lru_cache(maxsize=1)
def _opposites() -> dict[str, dict[str, Opposition]]:
    table: dict[str, dict[str, Opposition]] = {}
    lexicon = _lexicon()
    labelled: tuple[tuple[Opposition, tuple[tuple[str, str], ...]], ...] = (
        ("contrary", lexicon.contraries),
        ("complement", lexicon.complements),
    )
    for how, pairs in labelled:
        for one, other in pairs:
            table.setdefault(one, {})[other] = how
            table.setdefault(other, {})[one] = how
    return table


@lru_cache(maxsize=1)
def _axes() -> dict[str, tuple[str, int]]:
    return {minus: (plus, -1) for plus, minus in _lexicon().axes}


@lru_cache(maxsize=1)
def _embeddings() -> dict[str, dict[str, tuple[Embedding, ...]]]:
    order = {name: rank for rank, name in enumerate(Embedding.__args__)}  # type: ignore[attr-defined]
    rank = {"deny": -6, "doubt": -5, "fail": -4, "stop": -3, "prevent": -2, "factive": -1}
    words, result = scope(), {}
    for kind, groups in (("verb", words.embedders), ("noun", words.nouns), ("adjective", words.adjectives)):
        table: dict[str, set[Embedding]] = {}
        for group, listed in groups.items():
            for word in listed.split():
                table.setdefault(_spelled(word), set()).add(group)  # type: ignore[arg-type]
        result[kind] = {
            word: tuple(sorted(found, key=lambda name: rank.get(name, order[name]))) for word, found in table.items()
        }
    return result
