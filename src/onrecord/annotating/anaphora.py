"""What "it", "they" and "those" stand for: a noun spoken of just before, by fitted weights, or nothing where none fits.

The nouns of the sentence so far and of the two sentences before it are weighed by number, grammar and distance, each
against the others and against "none of these". The weights are a log-linear model fitted by `training/anaphora.py`;
`data/ANAPHORA.md` says on what. Deterministic, and asked only where a pronoun stands.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from onrecord.annotating.phrases import AMOUNTS, is_noun, true_head
from onrecord.language.gazetteers import is_role_head
from onrecord.language.pronouns import likelihoods
from onrecord.language.pronounwords import IT, THEY
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.parsing import Analysis, ParsedBlock
    from onrecord.language.trees import Token

PLURAL = THEY | {"those", "these"}
PARTS = frozenset({"none", "all", "some", "most", "many", "both", "several", "few", "neither"})
"""Words that take a part of what was spoken of, where no noun follows: "none was hurt", "most have left"."""

LEAST_LIKELY = 0.55
"""On GUM's dev news, interviews, speeches and trials nine in ten of such answers are right."""
SENTENCES_BACK = 2
MOST_CANDIDATES = 14
MOST_LOOKED_AT = 30
_HEIGHT = 10
_NEAR_BODY = 250
"""Characters back in which a body that speaks as "it" was a subject."""
TIMES = frozenset(
    {"second", "minute", "hour", "day", "night", "morning", "evening", "week", "weekend", "month", "year",
     "decade", "century", "time", "moment", "yesterday", "today", "tomorrow", "january", "february", "march",
     "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday",
     "wednesday", "thursday", "friday", "saturday", "sunday", "percent", "per", "cent", "way", "thing"}
)  # fmt: skip
COLLECTIVES = frozenset(
    {"police", "team", "family", "staff", "crew", "couple", "group", "government", "company", "committee",
     "council", "party", "ministry", "army", "public", "board", "bank", "union", "club", "press", "media",
     "majority", "minority", "jury", "audience", "firm", "agency", "department", "office", "court", "community"}
)  # fmt: skip
"""Singular nouns that "they" can mean."""
_ROLES = {
    "nsubj": "subj", "nsubjpass": "subj", "csubj": "subj", "dobj": "obj", "dative": "obj", "attr": "attr",
    "oprd": "attr", "poss": "poss", "pobj": "pobj", "appos": "appos", "agent": "pobj",
}  # fmt: skip


class Noun:
    """A noun or settled pronoun that could be meant: its token, sentence, and whose mention it is."""

    __slots__ = ("owner", "parsed", "person", "role", "sentence", "start", "token")

    def __init__(self, token: "Token", parsed: "ParsedBlock", sentence: int, owner: str) -> None:
        self.token = token
        self.parsed = parsed
        self.start = parsed.offset + token.idx
        self.sentence = sentence
        self.owner = owner
        self.role = _role(token)
        self.person = token.pos_ == "NOUN" and is_role_head(token.lemma_.lower())


class Anaphors:
    """The nouns of one document, and what its pronouns stand for, each settled when first asked, in text order."""

    __slots__ = ("_nouns", "_pronouns", "_settled", "_starts", "_table", "_until")

    def __init__(self, analysis: "Analysis", table: Mapping[str, float] | None = None) -> None:
        self._table = weights() if table is None else table
        self._nouns: list[Noun] = []
        self._pronouns: list[Noun] = []
        for number, (parsed, token) in enumerate_sentences(analysis):
            if points(token):
                self._pronouns.append(Noun(token, parsed, number, ""))
            elif _can_be_meant(token) and not _repeats_subject(token):
                self._nouns.append(Noun(token, parsed, number, token.lemma_.lower()))
        self._starts = [noun.start for noun in self._nouns]
        self._settled: dict[int, Noun] = {}
        self._until = 0

    def pronouns(self) -> Sequence[Noun]:
        """Every pronoun that could point to a noun, in text order."""
        return self._pronouns

    def meant_by(self, start: int) -> Noun | None:
        """The noun that the pronoun beginning here stands for, or `None`."""
        while self._until < len(self._pronouns) and self._pronouns[self._until].start <= start:
            pronoun = self._pronouns[self._until]
            self._until += 1
            found = self.candidates(pronoun)
            if not found:
                continue
            shares = likelihoods(features(pronoun, found), self._table)
            best = max(range(len(found)), key=lambda at: shares[at])
            if shares[best] > shares[-1]:
                self.follow(pronoun, found[best], sure=shares[best] >= LEAST_LIKELY)
        return self._settled.get(start)

    def body_before(self, start: int) -> Noun | None:
        """The one body that was a subject not far before: "the health board", "the union"."""
        at = bisect_left(self._starts, start)
        near = [noun for noun in self._nouns[max(0, at - MOST_CANDIDATES) : at] if start - noun.start <= _NEAR_BODY]
        bodies = {
            noun.owner: noun
            for noun in near
            if noun.role == "subj" and noun.token.tag_ in {"NN", "NNP"} and noun.token.lemma_.lower() in COLLECTIVES
        }
        return next(iter(bodies.values())) if len(bodies) == 1 else None

    def noun_within(self, phrase: Span) -> Noun | None:
        """The noun that leads a phrase."""
        at = bisect_left(self._starts, phrase.start)
        inside = self._nouns[at : at + MOST_CANDIDATES]
        inside = [noun for noun in inside if noun.start < phrase.end]
        return min(inside, key=lambda noun: (noun.token.dep_ in {"pobj", "conj"}, noun.start), default=None)

    def follow(self, pronoun: Noun, found: "Sequence[Noun]", *, sure: bool) -> None:
        """Count a pronoun as a mention of what it stands for."""
        named = next((noun for noun in found if is_noun(noun.token)), None)
        if named is None:
            return
        pronoun.owner = named.owner
        if sure:
            self._settled[pronoun.start] = named

    def candidates(self, pronoun: Noun) -> list[list[Noun]]:
        """What the pronoun could mean, the mentions of each together, what was spoken of last first."""
        found: dict[str, list[Noun]] = {}
        neutral = pronoun.token.lower_ in IT
        same = same_before(pronoun.token)
        for noun in self._backwards(pronoun):
            if same is not None and noun.parsed is pronoun.parsed and noun.token.i > same.i:
                continue
            if neutral and noun.person:
                continue
            if noun.owner in found:
                found[noun.owner].append(noun)
            elif len(found) < MOST_CANDIDATES and (is_noun(noun.token) or noun.owner):
                found[noun.owner] = [noun]
        return [mentions for mentions in found.values() if any(is_noun(noun.token) for noun in mentions)]

    def _backwards(self, pronoun: Noun) -> Iterator[Noun]:
        one = bisect_left(self._starts, pronoun.start) - 1
        other = bisect_left(self._pronouns, pronoun.start, key=lambda noun: noun.start) - 1
        for _ in range(MOST_LOOKED_AT):
            if one < 0 and other < 0:
                return
            if other < 0 or (one >= 0 and self._starts[one] > self._pronouns[other].start):
                noun, one = self._nouns[one], one - 1
            else:
                noun, other = self._pronouns[other], other - 1
                if not noun.owner:
                    continue
            if pronoun.sentence - noun.sentence > SENTENCES_BACK:
                return
            yield noun


def enumerate_sentences(analysis: "Analysis") -> "Iterator[tuple[int, tuple[ParsedBlock, Token]]]":
    """Every token of running text with its block and the number of its sentence."""
    number = 0
    for parsed in analysis.blocks:
        for token in parsed.tokens:
            if token.is_sent_start:
                number += 1
            if token.pos_ in {"NOUN", "PROPN", "PRON", "DET"} or is_noun(token):
                yield number, (parsed, token)


def points(token: "Token") -> bool:
    """Whether a token is a pronoun, or a word for a part, that stands for a noun spoken of before."""
    word = token.lower_
    if word in IT:
        return token.dep_ not in {"expl"} and not is_dummy(token)
    if word in {"those", "these"} | PARTS:
        exists = token.dep_ == "attr" and any(c.dep_ == "expl" for c in token.head.children)  # "there were none"
        if not (exists or token.dep_ in {"nsubj", "nsubjpass", "dobj"}) or (token.tag_ == "NN" and not exists):
            return False
        return not any(c.i > token.i and c.dep_ in {"prep", "relcl", "acl", "advmod"} for c in token.children)
    return word in PLURAL


def same_before(pronoun: "Token") -> "Token | None":
    """The same pronoun as subject of the clause before in a row: in "they shook hands and they left", no hands left."""
    verb = pronoun.head
    if pronoun.lower_ not in {"they", "it"} or pronoun.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ != "conj":
        return None
    others = (c for c in verb.head.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.head.i)
    return next((c for c in others if c.lower_ == pronoun.lower_), None)


def takes_part(head: "Token") -> bool:
    """Whether a word stands for some of what was counted: "none of them", "neither", "both"."""
    if head.lower_ in PARTS:
        return points(head)
    link = head.head
    whole = head.lower_ in {"them", "these", "those"} and link.lower_ == "of" and link.dep_ == "prep"
    return whole and (link.head.pos_ in {"NUM", "PRON", "DET"} or link.head.lower_ in PARTS)


def bare_number(token: "Token") -> str | None:
    """A number in words that is a subject without a noun, as written: "fifty-one" of "Fifty-one have come"."""
    if not token.like_num or token.is_digit or token.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    if any(c.i > token.i and c.dep_ not in {"conj", "cc", "punct"} for c in token.children):
        return None
    if any(g.tag_ in {"WDT", "WP"} for c in token.head.children if c.dep_ == "prep" for g in c.children):
        return None  # "of whom five were moved"
    words = token.doc[token.left_edge.i : token.i + 1]
    known = all(t.like_num or t.pos_ == "NUM" or t.lower_ in {"-", "and", "a"} for t in words)
    number = words.text.lower()
    everybody = number == "one" and any(c.tag_ in {"MD", "VBP", "VB"} for c in (token.head, *token.head.children))
    return number if known and not everybody else None  # "one must ask"


def is_dummy(token: "Token") -> bool:
    """Whether "it" holds the place of a clause, of the weather or of the time: "it is clear that", "it is raining"."""
    verb = token.head
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    for child in verb.children:
        if child.dep_ in {"csubj", "csubjpass"}:
            return True
        if child.dep_ == "ccomp" and child.i > verb.i and verb.lemma_ in {"be", "seem", "appear", "turn", "happen"}:
            return True
        if child.dep_ in {"acomp", "attr"} and verb.lemma_ in {"be", "seem", "become", "get"}:
            if any(c.dep_ in {"ccomp", "xcomp", "advcl", "csubj"} and c.i > child.i for c in child.children):
                return True
            if any(c.dep_ in {"xcomp", "ccomp"} and c.i > child.i for c in verb.children):
                return True
            if child.ent_type_ in AMOUNTS or child.lemma_.lower() in TIMES:
                return True
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if passive and any(c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i for c in verb.children):
        return verb.lemma_ in {"say", "think", "believe", "report", "know", "expect", "allege", "understand", "claim"}
    return verb.lemma_ in {"rain", "snow", "seem"} and verb.pos_ == "VERB"


def features(pronoun: Noun, found: Sequence[Sequence[Noun]]) -> list[list[str]]:
    """What tells for or against each candidate, and last for none of them."""
    word = "singular" if pronoun.token.lower_ in IT else "plural"
    place = f"{word}|{pronoun.role}"
    made = [list(_of_candidate(pronoun, mentions, rank, word)) for rank, mentions in enumerate(found)]
    fitting = sum(number_of(next(m for m in mentions if is_noun(m.token)).token) == word for mentions in found)
    first = pronoun.token.is_sent_start or pronoun.token.i == 0
    lower = pronoun.token.lower_
    made.append(["no", f"no|{place}", f"no|{lower}", f"no|{lower}|{pronoun.role}", f"no|f{min(fitting, 3)}|{word}",
                 f"no|b{bool(first)}|{word}", f"no|be{pronoun.token.head.lemma_ == 'be'}|{word}"])  # fmt: skip
    return made


def _of_candidate(pronoun: Noun, mentions: Sequence[Noun], rank: int, word: str) -> Iterator[str]:
    near = mentions[0]
    named = next(m for m in mentions if is_noun(m.token))
    far = min(pronoun.sentence - near.sentence, 3)
    fits = number_of(named.token)
    kind = _kind(named)
    role, place = near.role, pronoun.role
    yield from (
        f"n|{word}|{fits}", f"k|{word}|{kind}", f"d{far}|{role}", f"d{far}|{role}|{place}", f"d{far}",
        f"r{min(rank, 5)}", f"r{min(rank, 5)}|d{far}", f"m{min(len(mentions), 4)}", f"{role}|{place}",
        f"b{near.parsed is pronoun.parsed}|d{far}", f"p{not is_noun(near.token)}", f"p{not is_noun(near.token)}|d{far}",
        f"p{not is_noun(near.token)}|{word}|{near.token.lower_ == pronoun.token.lower_}",
        f"det|{_determiner(named.token)}|{word}", f"det|{_determiner(named.token)}|d{far}",
        f"first{near.token.is_sent_start is True or near.token.left_edge.is_sent_start is True}|d{far}|{role}",
    )  # fmt: skip
    if fits == word:
        yield f"fit|{kind}|d{far}|{role}"
        yield f"fit|r{min(rank, 3)}"
    if near.sentence == pronoun.sentence and near.parsed is pronoun.parsed:
        yield from _within(pronoun, near)
    verb, other = pronoun.token.head, near.token.head
    if verb.lemma_ == other.lemma_ and verb.i != other.i and verb.pos_ == "VERB":
        yield f"verb|{role == place}"


def _within(pronoun: Noun, near: Noun) -> Iterator[str]:
    """What one sentence's grammar tells."""
    verb = near.token.head
    if pronoun.token.head is verb or pronoun.token.head.i == verb.i:
        yield f"same|{near.role}|{pronoun.role}"
    if _is_under(near.token, pronoun.token) or _is_under(pronoun.token, near.token):
        yield "around"
    if near.role == "subj" and _is_under(pronoun.token, verb):
        yield f"under|{pronoun.role}"
        clause = pronoun.token.head
        yield f"under|{clause.dep_}|{pronoun.role}"
        yield f"under|{verb.lemma_ in SPEAKING}|{pronoun.role}"
    elif _is_under(pronoun.token, verb):
        yield f"beside|{near.role}|{pronoun.role}"


SPEAKING = frozenset({"say", "tell", "announce", "deny", "add", "claim", "insist", "argue", "report", "state"})
"""Verbs whose subject a pronoun under them often means."""


def _is_under(token: "Token", top: "Token") -> bool:
    current = token
    for _ in range(_HEIGHT):
        if current.i == top.i:
            return True
        if current.head is current or current.head.i == current.i:
            return False
        current = current.head
    return False


def number_of(token: "Token") -> str:
    """The pronouns a noun can be taken up by: "singular", "plural", or "either"."""
    if any(c.dep_ == "conj" and is_noun(c) for c in token.children):
        return "plural"
    if token.tag_ in {"NNS", "NNPS"} or (token.ent_type_ == "NORP" and token.text.endswith("s")):
        return "plural"
    return "either" if token.lemma_.lower() in COLLECTIVES or token.ent_type_ == "ORG" else "singular"


def _kind(noun: Noun) -> str:
    token = noun.token
    if token.pos_ == "PROPN":
        return token.ent_type_ or "name"
    return "person" if noun.person or token.lemma_.lower() in {"people", "man", "woman"} else "noun"


def _determiner(token: "Token") -> str:
    for child in token.children:
        if child.i < token.i and child.dep_ in {"det", "poss"}:
            return (
                "poss" if child.dep_ == "poss" else child.lower_ if child.lower_ in {"the", "a", "an", "no"} else "det"
            )
    return "name" if token.pos_ == "PROPN" else "bare"


def _role(token: "Token") -> str:
    current = token
    for _ in range(4):
        if current.dep_ != "conj":
            break
        current = current.head
    role = _ROLES.get(current.dep_, "other")
    if role == "pobj" and current.head.head.pos_ in {"NOUN", "PROPN"}:
        return "of"
    return role


def _repeats_subject(noun: "Token") -> bool:
    """Whether a noun only says what its subject is: of "the Bolt is a ship", the ship is the Bolt."""
    copula = noun.head
    if noun.dep_ != "attr" or copula.lemma_ != "be" or not any(c.lower_ in {"a", "an"} for c in noun.children):
        return False
    if any(c.dep_ in {"neg", "expl"} for c in copula.children):
        return False
    return any(c.dep_ == "nsubj" and c.i < noun.i and _can_be_meant(c) for c in copula.children)


def _can_be_meant(token: "Token") -> bool:
    if not is_noun(token) or token.dep_ in {"compound", "nmod", "amod", "npadvmod", "appos"}:
        return False
    if token.ent_type_ in AMOUNTS and token.pos_ != "NOUN":
        return False
    if token.lemma_.lower() in TIMES or token.ent_type_ in {"DATE", "TIME", "PERSON"}:
        return False
    return true_head(token) is token or token.pos_ == "PROPN"


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The fitted weights, read once a process."""
    data = (files("onrecord.annotating") / "data" / "anaphora.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, float])
