"""What a short definite phrase calls again: "the company", "the minister", "the plant", "the list".

A body or an office holder is the one that the document names so. A thing is the one that was introduced more fully
before ("its dye plant at Orsett", "a list of eleven hulls"), if the document introduces but one of that noun. Where two
could be meant, nobody and nothing is.
"""

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.anaphora import TIMES
from onrecord.annotating.phrases import folded, is_noun, joined, lemma_of, modifiers
from onrecord.language.predicates import class_of, opposites, scope

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.parsing import Analysis

LONGEST = 7
"""Words of a fuller mention that are repeated; more would make another sentence of it."""
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_LINKS = frozenset({"of", "in", "at", "on", "for", "from", "to", "near", "between", "against", "with", "about"})
_OPEN = frozenset({"a", "an", "another", "one", "any", "some", "each", "every", "no"})
_UNTELLING = frozenset(
    {"same", "other", "whole", "entire", "new", "next", "last", "first", "second", "third", "latest", "only", "very",
     "own", "such", "more", "further", "additional", "late", "recent"}
)  # fmt: skip
"""Adjectives that tell nothing by which the thing could be known elsewhere."""
_EMPTY = frozenset(
    {"fact", "case", "point", "part", "end", "rest", "number", "lot", "matter", "reason", "result", "place",
     "idea", "question", "answer", "other", "same", "side", "people", "man", "woman", "person", "public", "world",
     "issue", "problem", "situation", "radio", "television", "phone", "press", "news", "internet", "law", "future",
     "past", "story", "word", "name", "figure", "share", "percent", "total", "average", "level"}
)  # fmt: skip
"""Nouns that are used of too many things for one mention to explain another."""
_KINDS = (
    frozenset(
        {"ship", "vessel", "boat", "ferry", "trawler", "tanker", "freighter", "barge", "yacht", "cruiser", "launch"}
    ),
    frozenset({"aircraft", "plane", "jet", "helicopter", "airliner"}),
    frozenset({"building", "hall", "station", "library", "school", "church", "mosque", "museum", "theatre", "hotel"}),
    frozenset({"facility", "plant", "factory", "mill", "works", "smelter", "refinery", "foundry", "site"}),
    frozenset({"vehicle", "car", "van", "bus", "lorry", "truck", "minibus"}),
    frozenset({"blaze", "fire"}),
)
_GENERAL = frozenset(
    {"ship", "vessel", "aircraft", "building", "facility", "site", "vehicle", "blaze", "boat", "plane"}
)
"""Nouns by which a thing of a kind is called again: "the vessel" of a ferry."""


class Full(NamedTuple):
    """A mention that tells more than its noun: its place, the noun, the lemmas that restrict it, and its words."""

    start: int
    noun: "Token"
    lemmas: frozenset[str]
    text: str


class Mentions:
    """A document's fuller mentions of things, by noun and number, in text order.

    A thing is introduced by its fuller mention: a noun that first stood alone is explained by nothing that follows.
    """

    __slots__ = ("_alone", "_found", "_new", "_of_kind")

    def __init__(self, analysis: "Analysis") -> None:
        self._found: dict[tuple[str, str], list[Full]] = defaultdict(list)
        self._new: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._alone: dict[tuple[str, str], int] = {}
        self._of_kind: dict[str, Full] = {}
        for parsed in analysis.blocks:
            for token in parsed.tokens:
                if token.pos_ != "NOUN" or token.tag_ not in {"NN", "NNS"} or token.dep_ in {"compound", "nmod"}:
                    continue
                name = _name(token)
                if name[0] in TIMES or name[0] in _EMPTY or token.ent_type_ in {"DATE", "TIME"}:
                    continue
                start = parsed.offset + token.idx
                words = _restriction(token)
                if name[1] == "NN" and any(name[0] in kind for kind in _KINDS):
                    self._of_kind.setdefault(
                        name[0], Full(start, token, *(words or (frozenset(), f"the {token.text}")))
                    )
                if words is not None:
                    self._found[name].append(Full(start, token, *words))
                elif any(c.dep_ in {"det", "nummod"} and c.lower_ in _OPEN for c in token.children):
                    self._new[name].append(start)
                elif parsed.block.kind not in {"title", "heading"}:
                    self._alone.setdefault(name, start)

    def of(self, noun: "Token", start: int) -> Full | None:
        """The one thing that a bare definite noun beginning at `start` can mean."""
        name = _name(noun)
        known = self._found.get(name, [])
        known = known[: bisect_left(known, start, key=lambda full: full.start)]
        if not known:
            return self._kindred(name[0], start) if name[1] == "NN" else None
        if self._alone.get(name, start) < known[0].start:
            return None
        fullest = max(known, key=lambda full: (len(full.lemmas), -full.start))
        if any(not full.lemmas <= fullest.lemmas for full in known):
            return None
        new = self._new.get(name, [])
        return None if any(at > known[0].start for at in new[: bisect_left(new, start)]) else fullest

    def _kindred(self, noun: str, start: int) -> Full | None:
        """The one thing of its kind that the document spoke of before: "the building" is the fire station."""
        kind = next((kind for kind in _KINDS if noun in kind), None) if noun in _GENERAL else None
        if kind is None:
            return None
        told = [full for lemma, full in self._of_kind.items() if lemma in kind and lemma != noun and full.start < start]
        own = self._of_kind.get(noun)
        alone = own is None or (own.start >= told[0].start if told else False)
        return told[0] if len(told) == 1 and alone else None


def calls_again(noun: "Token") -> bool:
    """Whether a noun stands with nothing but "the" or "that": it calls something again."""
    if noun.pos_ != "NOUN" or noun.tag_ not in {"NN", "NNS"}:
        return False
    kept = [c for c in noun.children if not (c.is_punct or c.dep_ in {"case", "cc", "conj"})]
    after = noun.doc[noun.i + 1 : noun.i + 3]
    if any(t.pos_ == "PROPN" for t in after[:1]) or (
        len(after) == 2 and after[0].text == "," and after[1].pos_ == "PROPN"
    ):
        return False  # "the mayor, Odile Varn"
    return len(kept) == 1 and kept[0].dep_ == "det" and kept[0].lower_ in _POINTING


def _name(noun: "Token") -> tuple[str, str]:
    return lemma_of(noun).lower(), noun.tag_


def _restriction(noun: "Token") -> tuple[frozenset[str], str] | None:
    """The lemmas that tell this thing from others of its noun, and its words; `None` where nothing does."""
    kept, lemmas = [noun], set()
    vague = scope().weak_quantities | scope().strong_quantities | _UNTELLING
    for child in modifiers(noun):
        if child.i < noun.i and child.dep_ in {"compound", "nmod", "amod"}:
            if child.lower_ in vague or child.ent_type_ in {"DATE", "TIME"} or _is_passing(child):
                continue
            kept += [t for t in child.subtree if t.i <= child.i]
            lemmas.add(folded(child.lemma_))
        elif child.dep_ == "poss" and child.pos_ == "PROPN" and child.ent_type_ not in {"DATE", "TIME"}:
            kept += list(child.subtree)
            lemmas.add(folded(child.lemma_))
        elif child.dep_ == "prep" and child.lower_ in _LINKS and child.i == noun.i + 1:
            inner = next((c for c in child.children if c.dep_ == "pobj" and is_noun(c)), None)
            if inner is not None and inner.lemma_.lower() not in TIMES and inner.ent_type_ not in {"DATE", "TIME"}:
                words = [t for t in child.subtree if t.i <= inner.i]
                if any(t.is_punct or t.pos_ == "PRON" for t in words):
                    continue
                kept += words
                lemmas.add(folded(inner.lemma_))
        elif child.dep_ in {"appos", "relcl", "acl"} and child.pos_ == "PROPN" and child.i == noun.i + 1:
            return None
    if not lemmas or len(kept) > LONGEST:
        return None
    kept.sort(key=lambda token: token.i)
    text = joined(kept)
    owned = any(c.dep_ == "poss" and c in kept for c in noun.children)
    return frozenset(lemmas), text if owned else f"the {text}"


def _is_passing(word: "Token") -> bool:
    """Whether an adjective tells a state or a rank that may pass: "an open door", "a larger fine"."""
    if word.dep_ != "amod":
        return False
    name = class_of(word.lower_, "adjective")
    return word.tag_ in {"JJR", "JJS"} or (name is not None and bool(opposites(name)))
