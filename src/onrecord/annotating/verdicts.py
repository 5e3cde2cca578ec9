"""What a sentence says of the claim in it: "the claim that it leaks is false", "it would be wrong to say that"."""

from typing import TYPE_CHECKING

from onrecord.annotating.heads import VERBAL, complement_noun, embeddings_at, subject_of
from onrecord.annotating.phrases import lemma_of
from onrecord.annotating.polarity import negation_of

if TYPE_CHECKING:
    from onrecord.language.trees import Token


NOUN_TURNERS = frozenset({"deny", "doubt", "fail", "stop", "prevent"})
_GROUNDS = frozenset({"foundation", "basis", "merit", "substance", "truth", "fact", "justification", "ground"})
_TRUTH = _GROUNDS | {"nothing", "mark"}
_SHOWING = frozenset({"suggest", "indicate", "show", "prove", "imply", "hint"})
_MAKING = frozenset({"make", "repeat", "have", "advance", "air", "voice", "level", "raise", "renew", "maintain"})
_MISTAKES = frozenset({"mistake", "error", "blunder"})
_FALSE = frozenset({"false", "falsehood"})
_TRUE = frozenset({"true", "fact"})


def verdict_on(noun: "Token") -> bool | None:
    """Whether what a claim says is negated by what its sentence says of it: "the claim that … is false", "untrue"."""
    if noun.dep_ == "pobj":
        return _by_lack_of_truth(noun)
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or lemma_of(verb) not in {"be", "have", "lack"}:
        return None
    return _told(verb)


def _told(verb: "Token") -> bool | None:
    """Whether a verb calls its subject untrue (`True`) or true (`False`): "is nonsense", "has no basis"."""
    word = complement_noun(verb)
    kinds = set(embeddings_at(word)) if word is not None else set()
    turned = negation_of(verb).negated
    if lemma_of(verb) in {"have", "lack"}:
        thing = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in _GROUNDS), None)
        if thing is None:
            return None
        return lemma_of(verb) == "lack" or turned or any(c.lower_ in {"no", "little"} for c in thing.children)
    far = word is not None and word.lower_ in {"wide", "far"} and _reaches(word, {"of", "from"}, _TRUTH)
    mistaken = word is not None and word.lower_ in _MISTAKES
    if kinds & _FALSE or far or mistaken or _reaches(verb, {"without"}, _GROUNDS):
        return not turned
    return turned if kinds & _TRUE else None


def _reaches(word: "Token", links: set[str], nouns: frozenset[str]) -> bool:
    named = (c for link in word.children if link.dep_ == "prep" and link.lower_ in links for c in link.children)
    return any(c.dep_ == "pobj" and c.lower_ in nouns for c in named)


def _by_lack_of_truth(noun: "Token") -> bool | None:
    """Whether nothing is left of what a claim says: "there is no truth in the claim that"."""
    link = noun.head
    truth = link.head
    if link.dep_ != "prep" or link.lower_ not in {"in", "to", "behind", "for"} or truth.lower_ not in _TRUTH:
        return None
    told = truth.lower_ == "nothing" or negation_of(truth.head).negated
    return True if told or any(c.lower_ in {"no", "little", "zero"} for c in truth.children) else None


def is_wrong_to(word: "Token") -> bool:
    """Whether the saying is what is called wrong: "it would be wrong to say that", "whoever says that is lying"."""
    above = word.head
    if word.dep_ in {"relcl", "csubj"}:
        verb = above if word.dep_ == "csubj" else above.head
        if word.dep_ == "relcl" and above.dep_ not in {"nsubj", "nsubjpass"}:
            return False
        return _told(verb) is True or (lemma_of(verb) in {"lie", "err"} and not negation_of(verb).negated)
    if above.pos_ in VERBAL:
        above = complement_noun(above) or above
    return word.dep_ in {"xcomp", "csubj", "ccomp"} and bool(_FALSE & set(embeddings_at(above)))


def is_mistake_to(word: "Token") -> bool:
    """Whether saying it is owned to have been a mistake: "it was an error to say that"."""
    above = word.head
    owned = complement_noun(above) if above.pos_ in VERBAL else above
    return word.dep_ in {"xcomp", "csubj", "acl"} and owned is not None and owned.lower_ in _MISTAKES


def is_shown_by_nothing(word: "Token") -> bool:
    """Whether it is nothing that would show it: "there is nothing to suggest that", "nothing indicates that"."""
    subject = subject_of(word)
    nothing = word.head.lower_ == "nothing" or (subject is not None and subject.lower_ == "nothing")
    return nothing and lemma_of(word) in _SHOWING


def is_somebodys(claim: "Token") -> bool:
    """Whether a claim has somebody who makes it: "the union's claim that", "a claim by the union that"."""
    links = {"by", "from", "of", "among"}
    owned = any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in links) for c in claim.children)
    made = claim.dep_ in {"dobj", "attr"} and subject_of(claim.head) is not None and lemma_of(claim.head) in _MAKING
    return owned or made


def is_turned_object(noun: "Token") -> bool:
    """Whether a noun is what somebody stops, denies or prevents: "suspended accounts that spread it"."""
    kinds = embeddings_at(noun.head) if noun.dep_ in {"dobj", "nsubjpass"} else ()
    return bool(kinds) and kinds[0] in NOUN_TURNERS and not negation_of(noun.head).negated
