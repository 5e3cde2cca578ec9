"""Heads of clauses: what a word does to the clause it takes, and how a clause is put and set off."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.annotating.phrases import NOUN_PLACES, dependents, lemma_of
from onrecord.language.predicates import Embedding, class_of, embeddings_of
from onrecord.language.trees import remembered

if TYPE_CHECKING:
    from onrecord.language.trees import Token

VERBAL = frozenset({"VERB", "AUX"})
_UNCLAUSAL = NOUN_PLACES | {"aux", "auxpass", "amod", "compound", "prep", "mark", "punct", "case"}
_PARTICLES = frozenset(
    {"on", "up", "down", "out", "off", "over", "ahead", "away", "back", "in", "through", "home", "short", "low", "dry"}
)
WH_ADVERBS = frozenset({"where", "how", "why", "when"})
WH_WORDS = WH_ADVERBS | {"who", "whom", "whose", "what", "which", "whether", "if"}
_WHICHEVER = frozenset({"wherever", "whoever", "whomever", "whichever", "whenever"})
_REGARDLESS = frozenset({"no", "regardless", "irrespective"})
_OPENING = frozenset({"“", "«", "„", "‘", '"', "``", "'"})
_BEFORE_SPEECH = frozenset({",", ":", "–", "—", "-"})
_CALLING = frozenset({"call", "campaign", "lobby", "push", "wait"})
_BRINGING = frozenset({"say", "think", "factive", "find", "deny", "doubt", "wonder", "demand", "plan"})
ASIDE_MARKS = _BEFORE_SPEECH - {":"} | {"("}


_FINDING = frozenset({"find", "have", "see", "keep", "leave", "get"})
_NEAR_FOUND = 6


def is_predicate(token: "Token") -> bool:
    """Whether a token heads a clause."""
    return token.pos_ in VERBAL and token.dep_ not in _UNCLAUSAL


_SELF = ("self", "selves")
"""What ends a pronoun that only stresses: "turned it off himself"."""


def particle_of(verb: "Token") -> str | None:
    """The particle of a verb, also one taken for a preposition ("it goes on") or behind the object ("let him in")."""
    for child in verb.children:
        if child.dep_ == "prt":
            return child.lower_
        near = child.dep_ in {"prep", "advmod"} and (child.i == verb.i + 1 or _follows_object(child, verb))
        bare = near and all(
            c.lower_ == "of" or child.dep_ == "advmod" or c.lower_.endswith(_SELF) for c in child.children
        )
        if bare and child.lower_ in _PARTICLES and class_of(f"{lemma_of(verb)} {child.lower_}", "verb") is not None:
            return child.lower_
    return None


def _follows_object(word: "Token", verb: "Token") -> bool:
    """Whether a word stands right behind the verb's object: "turned nobody away"."""
    return word.i > verb.i and any(c.dep_ == "dobj" and c.right_edge.i == word.i - 1 for c in verb.children)


def links_of(head: "Token") -> "Iterator[Token]":
    """The prepositions under a word, and those under the adverb right behind it: "turned away from the shelter"."""
    for child in head.children:
        if child.dep_ == "prep":
            yield child
        elif child.dep_ == "advmod" and child.i == head.i + 1:
            yield from (link for link in child.children if link.dep_ == "prep")


def complement_noun(verb: "Token") -> "Token | None":
    """The noun or adjective that a copula, "have" or "find" predicates, where it decides what its clause does."""
    for child in verb.children:
        if child.dep_ in {"attr", "acomp", "oprd"}:
            return child
    return None


def embeddings_at(token: "Token") -> tuple[Embedding, ...]:
    """What a verb (with its particle), noun or adjective does to the clause it takes."""
    if token.pos_ in VERBAL:
        particle = particle_of(token)
        if particle:
            found = embeddings_of(f"{lemma_of(token)} {particle}", "verb")
            if found:
                return found
        return embeddings_of(lemma_of(token), "verb") or _asking(token)
    return embeddings_of(lemma_of(token), "adjective" if token.pos_ == "ADJ" else "noun")


def _asking(verb: "Token") -> tuple[Embedding, ...]:
    """What a verb with "for" does to "for them to leave": "called for", "pushed for"."""
    asks = lemma_of(verb) in _CALLING and any(t.lower_ == "for" for t in verb.doc[verb.i + 1 : verb.i + 3])
    return ("demand",) if asks else ()


def embedding_among(kinds: tuple[Embedding, ...], child: "Token") -> Embedding | None:
    """Which of a word's groups applies to this kind of complement."""
    if not kinds:
        return None
    infinitive = child.dep_ == "xcomp" or (child.tag_ == "VB" and any(c.lower_ == "to" for c in child.children))
    finite = child.dep_ in {"ccomp", "acl"} and not infinitive
    order: tuple[Embedding, ...]
    if infinitive:
        order = ("deny", "fail", "stop", "manage", "begin", "plan", "demand")
    elif finite:
        order = ("deny", "doubt", "find", "factive", "say", "think", "wonder", "demand", "plan")
    else:
        order = ("deny", "doubt", "fail", "stop", "prevent")
    return next((kind for kind in order if kind in kinds), kinds[0])


@remembered
def subject_of(verb: "Token") -> "Token | None":
    """The verb's own grammatical subject."""
    subjects = (c for c in dependents(verb) if c.dep_ in {"nsubj", "nsubjpass", "csubj"})
    return next((c for c in subjects if not is_label(c, verb)), None)


def is_label(subject: "Token", verb: "Token") -> bool:
    """Whether a colon sets a name before the subject: "Mr Lund: the gate was shut"."""
    after = subject.i + 1
    if after >= verb.i or verb.doc[after].text != ":":
        return False
    return any(c.i > after and c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def only_leads_on(subject: "Token | None") -> bool:
    """Whether a subject of "be" leads to a deed that was done: "all he did was to close it", "the result was to …"."""
    return subject is None or subject.lower_ in {"all", "what"} or subject.lemma_ in {"result", "effect", "response"}


def is_quoted_sentence(clause: "Token") -> bool:
    """Whether a clause opens a quotation that stands by itself: behind a comma or colon, or with a capital."""
    first = clause.left_edge
    if first.text not in _OPENING:
        if first.i == 0 or first.nbor(-1).text not in _OPENING:
            return False
        first = first.nbor(-1)
    if first.is_sent_start or first.i == 0 or first.i + 1 >= len(first.doc):
        return False
    before, after = first.nbor(-1), first.nbor(1)
    spaced = bool(before.whitespace_) or before.text in {"–", "—"}
    return spaced and (before.text in _BEFORE_SPEECH or (after.text[:1].isupper() and after.pos_ != "PROPN"))


def is_spliced(clause: "Token", verb: "Token") -> bool:
    """Whether a clause before a verb that brings no clause is a sentence of its own: "it leaked, I make no secret"."""
    if clause.dep_ != "ccomp":
        return False
    if clause.i > verb.i:
        return _explains(clause, verb)
    if any(c.text in {";", "—", "–", ":"} and clause.i < c.i < verb.i for c in verb.children) and (
        subject_of(clause) is not None or any(c.dep_ == "expl" for c in clause.children)
    ):
        return not _quotes(verb)
    if lemma_of(verb) == "be":
        return False
    kinds = set(embeddings_at(verb))
    if not kinds:
        return True
    return not kinds & _BRINGING and subject_of(clause) is not None and is_indicative(clause)


def _explains(clause: "Token", verb: "Token") -> bool:
    """Whether a clause behind a colon tells what is so instead of what is denied: "denied it: every lamp was lit"."""
    first = clause.left_edge
    if first.i == 0 or first.nbor(-1).text != ":" or not {"deny", "doubt"} & set(embeddings_at(verb)):
        return False
    return subject_of(clause) is not None and is_indicative(clause)


def _quotes(verb: "Token") -> bool:
    """Whether a verb is said of what stands before it: "it leaked; he said"."""
    return "say" in embeddings_at(verb) and not any(c.i > verb.i and c.dep_ != "punct" for c in verb.children)


def speaking(verb: "Token", clause: "Token") -> "Token":
    """The verb that brings a clause: of "rejected the charge, saying …", "saying"."""
    for child in verb.children:
        between = min(verb.i, clause.i) < child.i < max(verb.i, clause.i)
        if between and child.dep_ in {"advcl", "xcomp"} and child.tag_ == "VBG" and "say" in embeddings_at(child):
            return child
    return verb


_PLANS = frozenset({"plan", "intention", "intent", "desire", "wish"})


def having_plans(verb: "Token") -> "Token | None":
    """The "have" that says whether somebody means to do what a verb tells: "has no intention of resigning"."""
    gerund = verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ in {"of", "for"}
    if not gerund and not (verb.dep_ == "acl" and verb.tag_ == "VB" and subject_of(verb) is None):
        return None
    noun = verb.head.head if gerund else verb.head
    owned = noun.lemma_ in _PLANS and noun.dep_ == "dobj" and lemma_of(noun.head) == "have"
    return noun.head if owned else None


_ANSWERING = frozenset({"deny", "reject", "dispute", "dismiss", "refute", "contest", "confirm", "acknowledge", "admit"})


def comments_behind(verb: "Token") -> bool:
    """Whether a clause behind what was said denies or confirms it: "…, a claim they deny", "…, which Lund rejects"."""
    noun, who = verb.head, subject_of(verb)
    if lemma_of(verb) not in _ANSWERING or who is None or who.tag_ in {"WP", "WDT"}:
        return False
    taken = [c for c in verb.children if c.dep_ in {"dobj", "ccomp", "xcomp", "nsubjpass"}]
    if any(c.lower_ not in {"which", "that"} for c in taken):
        return False
    told = "claim" in embeddings_at(noun) or noun.lower_ in {"something", "charge", "accusation"}
    if any(c.lower_ == "which" for c in taken):
        edge, told = verb.left_edge, not told and verb.dep_ in {"relcl", "acl", "ccomp", "advcl"}
    elif verb.dep_ not in {"relcl", "acl"}:
        return False
    else:
        edge = noun.left_edge
        told = told and edge.lower_ in {"a", "an", "something"}
    return told and edge.i > 0 and edge.nbor(-1).text == ","


def is_aside(clause: "Token") -> bool:
    """Whether a clause is set off from its sentence and tells something of its own ("Halm, which is small, …")."""
    edge = clause.left_edge
    if clause.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ in {"though", "although", "whereas"} for c in clause.children)
    return clause.dep_ in {"relcl", "acl"} and edge.i > 0 and edge.nbor(-1).text in ASIDE_MARKS


def interrogative_of(clause: "Token") -> str | None:
    """How a clause asks: "whether" for yes or no, "where" where its truth is taken for granted, else `None`."""
    for child in clause.children:
        if child.i >= clause.i:
            break
        word = child.lower_
        if word == "whether" or (word == "if" and child.dep_ == "mark"):
            return "whether"
        if word in WH_ADVERBS and child.dep_ in {"advmod", "mark"} and word != "when":
            return "where"
    return None


def is_left_open(clause: "Token") -> bool:
    """Whether a clause leaves to choice what it names: "regardless of where it is made", "no matter who did it"."""
    above = clause.head.head if clause.head.lower_ == "of" else clause.head
    if above.lower_ == "matter" and any(child.lower_ == "no" for child in above.children):
        above = above.nbor(-1)
    asks = any(child.lower_ in WH_WORDS for child in clause.subtree if child.i < clause.i)
    return (asks and above.lower_ in _REGARDLESS) or any(child.lower_ in _WHICHEVER for child in clause.children)


def is_indicative(clause: "Token") -> bool:
    """Whether a finite clause states: "insists that it is safe", unlike "insists that it be safe"."""
    if clause.tag_ in {"VBZ", "VBD", "VBP"}:
        return True
    return any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBZ", "VBD", "VBP", "MD"} for c in clause.children)


def has_auxiliary(head: "Token") -> bool:
    """Whether a verb stands with "have", "be", "do" or a modal."""
    return any(c.dep_ in {"aux", "auxpass"} for c in head.children)


def has_clause(word: "Token", head: "Token") -> bool:
    """Whether a clause that makes a claim of its own hangs on what is predicated: "no evidence that it leaks"."""
    clausal = {"acl", "ccomp", "xcomp", "csubj", "advcl"}
    own = (c for c in word.children if c.dep_ in clausal and is_predicate(c) and not _is_bare_participle(c))
    if any(not (c.dep_ == "acl" and _is_infinitive(c)) for c in own):
        return True
    if any(c.dep_ in {"ccomp", "csubj", "xcomp"} and not is_spliced(c, head) for c in head.children):
        return True
    return any(g.dep_ == "pcomp" for c in word.children if c.dep_ == "prep" for g in c.children)


def _is_infinitive(verb: "Token") -> bool:
    """Whether a verb under a noun makes no claim: "no order to leave", unlike "an order for them to leave"."""
    subjects = {"nsubj", "nsubjpass"}
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children) and not any(
        c.dep_ in subjects for c in verb.children
    )


def _is_bare_participle(verb: "Token") -> bool:
    return verb.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass", "mark"} for c in verb.children)


def is_found(verb: "Token") -> bool:
    """Whether a participle tells in what state its own subject was found or put: "found the door locked"."""
    if verb.tag_ not in {"VBN", "VBD"} or has_auxiliary(verb) or lemma_of(verb) in {"be", "have", "do"}:
        return False
    above = verb.head
    while verb.dep_ == "conj" and above.dep_ == "ccomp" and above.head.i != above.i and is_found(above):
        verb, above = above, above.head
    own = subject_of(verb)
    if verb.dep_ != "ccomp" or own is None or not above.i < own.i < verb.i or own.i - above.i > _NEAR_FOUND:
        return False
    return lemma_of(above) in _FINDING and not any(
        c.dep_ in {"mark", "dobj"} for c in (*verb.children, *above.children)
    )


def is_done(verb: "Token") -> bool:
    """Whether a gerund tells what somebody owns to having done: "regretted having signed it"."""
    having = any(c.lower_ == "having" and c.dep_ == "aux" for c in verb.children)
    return verb.dep_ == "xcomp" and having and "factive" in embeddings_at(verb.head)
