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
    from onrecord.language.parsing import Analysis, ParsedBlock
    from onrecord.language.trees import Token

MOST = 50
"""Mentions of one noun that are weighed, the first ones: a text may repeat a noun without end."""
LONGEST = 7
"""Words of a fuller mention that are repeated; more would make another sentence of it."""
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_COMMON = frozenset({"NN", "NNS"})
_INSIDE = frozenset({"compound", "nmod"})
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
_OF_KINDS = frozenset().union(*_KINDS)
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


class Told(NamedTuple):
    """What a document tells of the things of one noun: fuller mentions, new ones, and where it first stood alone."""

    full: list[Full]
    new: list[int]
    alone: int | None


class Mentions:
    """A document's mentions of things, by noun and number, in text order; each noun's are read when first asked for.

    A thing is introduced by its fuller mention: a noun that first stood alone is explained by nothing that follows.
    """

    __slots__ = ("_of_kind", "_tokens", "_told")

    def __init__(self, analysis: "Analysis") -> None:
        self._tokens: dict[tuple[str, str], list[tuple[ParsedBlock, Token]]] = defaultdict(list)
        self._told: dict[tuple[str, str], Told] = {}
        self._of_kind: dict[str, tuple[int, Token]] = {}
        for parsed in analysis.blocks:
            for token in parsed.tokens:
                if token.pos_ == "NOUN" and token.tag_ in _COMMON and token.dep_ not in _INSIDE:
                    name = _name(token)
                    self._tokens[name].append((parsed, token))
                    if name[0] in _OF_KINDS and name[1] == "NN":
                        self._of_kind.setdefault(name[0], (parsed.offset + token.idx, token))

    def _read(self, name: tuple[str, str]) -> Told:
        if name not in self._told:
            told = Told([], [], None)
            for parsed, token in () if name[0] in TIMES | _EMPTY else self._tokens.get(name, ()):
                start = parsed.offset + token.idx
                words = _restriction(token)
                if words is not None:
                    told.full.append(Full(start, token, *words))
                elif any(c.dep_ in {"det", "nummod"} and c.lower_ in _OPEN for c in token.children):
                    told.new.append(start)
                elif told.alone is None and parsed.block.kind not in {"title", "heading"}:
                    told = told._replace(alone=start)
            self._told[name] = told
        return self._told[name]

    def of(self, noun: "Token", start: int) -> Full | None:
        """The one thing that a bare definite noun beginning at `start` can mean."""
        name = _name(noun)
        told = self._read(name)
        known = told.full[: min(MOST, bisect_left(told.full, start, key=lambda full: full.start))]
        if not known:
            return self._kindred(name[0], start) if name[1] == "NN" else None
        if told.alone is not None and told.alone < known[0].start:
            return None
        fullest = max(known, key=lambda full: (len(full.lemmas), -full.start))
        if any(not full.lemmas <= fullest.lemmas for full in known):
            return None
        later = bisect_left(told.new, known[0].start)
        return None if later < len(told.new) and told.new[later] < start else fullest

    def _kindred(self, noun: str, start: int) -> Full | None:
        """The one thing of its kind that the document spoke of before: "the building" is the fire station."""
        kind = next((kind for kind in _KINDS if noun in kind), None) if noun in _GENERAL else None
        if kind is None:
            return None
        told = [one for lemma, one in self._of_kind.items() if lemma in kind and lemma != noun and one[0] < start]
        own = self._of_kind.get(noun)
        if len(told) != 1 or (own is not None and own[0] < told[0][0]):
            return None
        at, token = told[0]
        return Full(at, token, *(_restriction(token) or (frozenset(), f"the {token.text}")))


def calls_again(noun: "Token") -> bool:
    """Whether a noun stands with nothing but "the" or "that": it calls something again ("the minister, who left")."""
    if noun.pos_ != "NOUN" or noun.tag_ not in {"NN", "NNS"}:
        return False
    kept = [c for c in noun.children if not (c.is_punct or c.dep_ in {"case", "cc", "conj"} or _is_aside(c))]
    after = noun.doc[noun.i + 1 : noun.i + 3]
    if any(t.pos_ == "PROPN" for t in after[:1]) or (
        len(after) == 2 and after[0].text == "," and after[1].pos_ == "PROPN"
    ):
        return False  # "the mayor, Odile Varn"
    return len(kept) == 1 and kept[0].dep_ == "det" and kept[0].lower_ in _POINTING


def _is_aside(clause: "Token") -> bool:
    """Whether a relative clause is set off by a comma: it tells more of its noun, and not which one is meant."""
    return clause.dep_ == "relcl" and clause.left_edge.i > 0 and clause.left_edge.nbor(-1).text == ","


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
