"""What a clause leaves to be understood: a shared or controlled subject, a gap, what "who" stands for."""

from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.clefts import cleft_focus, found_out, pseudo_cleft
from onrecord.annotating.heads import embeddings_at, has_auxiliary, is_found, is_label, is_predicate, subject_of
from onrecord.annotating.inverted import asked_subject, calls_on
from onrecord.annotating.phrases import dependents, is_noun, lemma_of
from onrecord.language.pronounwords import is_own
from onrecord.language.trees import remembered

if TYPE_CHECKING:
    from onrecord.language.trees import Token


_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_SETTINGS = frozenset({"way", "time", "day", "year", "moment", "reason", "place", "extent", "fact", "manner", "degree"})
_ABSOLUTE = frozenset({"advcl", "acl", "amod", "acomp", "oprd", "advmod", "pcomp"})
_BESIDE = 3
"""Words within which a state stands behind its noun: "the doors still wide open"."""
_TELLING_TIME = frozenset({"prep", "npadvmod", "advmod"})
_MOVING_ON = frozenset(
    {"then", "later", "afterwards", "subsequently", "now", "today", "since", "still", "meanwhile", "soon", "eventually",
     "finally", "earlier", "previously", "before", "after", "next", "already", "yesterday", "tomorrow"}
)  # fmt: skip
"""Words by which a clause leaves the time of the one before."""
_NEAR_ENOUGH = 40
"""Words from a time to the last verb that it can be meant for."""
_HOPS = 8
"""Steps up the tree in search of a subject: real control chains have at most four."""


class Subject(NamedTuple):
    """A clause's logical subject, whether it undergoes the verb (passive), and whether it stands outside the clause."""

    token: "Token"
    passive: bool
    borrowed: bool


@remembered
def subject_for(head: "Token") -> Subject | None:
    """The clause's subject, found up the tree where it is shared, relative or controlled."""
    if head.tag_ in {"VBN", "VBD", "VBG"} and (noun := absolute_noun(head)) is not None:
        return Subject(noun, head.tag_ != "VBG", borrowed=True)
    if (asked := asked_subject(head)) is not None:
        return Subject(asked, head.tag_ == "VBN", borrowed=False)
    verb = head
    for _ in range(_HOPS):
        for child in dependents(verb):
            if child.dep_ in {"nsubj", "nsubjpass"} and child.i != head.i and not is_label(child, verb):
                borrowed = verb is not head
                token = antecedent(_instead(child), verb)
                passive = child.dep_ == "nsubjpass" if verb is head or verb.dep_ == "conj" else False
                if borrowed:
                    passive = is_passive(head) if not has_auxiliary(head) and head.tag_ == "VBN" else False
                    bare = head.tag_ == "VBN" and not has_auxiliary(head) and head.dep_ in {"advcl", "acl", "relcl"}
                    passive = passive or bare or (head.tag_ == "VBN" and _shares_passive(head, verb))
                return Subject(token, passive or is_passive(head), borrowed or token is not child)
        clause = next((c for c in head.children if c.dep_ == "csubj"), None) if verb is head else None
        if clause is not None and lemma_of(head) == "be":
            return None  # "what failed is a line"
        if clause is not None and clause.i < head.i and any(c.lower_ == "what" for c in clause.children):
            return Subject(clause, is_passive(head), borrowed=False)  # "what lies there blew in"
        nominal = is_noun(verb.head) or verb.head.pos_ == "PRON"
        participle = verb.tag_ in {"VBN", "VBG"} and not any(c.dep_ in {"aux", "mark"} for c in verb.children)
        if verb.dep_ in {"acl", "relcl"} and nominal and (participle or not embeddings_at(verb.head)):
            noun = described_noun(verb) if verb.dep_ == "relcl" else verb.head
            return Subject(noun, head.tag_ == "VBN" if verb is head else is_passive(head), borrowed=True)
        if verb.dep_ in {"xcomp", "ccomp", "pcomp", "advcl", "prep"} or verb.dep_ == "conj":
            parent = verb.head
            if verb is head and _comments(verb):
                parent = parent.head
            if verb.dep_ == "pcomp":
                parent = parent.head
            if parent.i == verb.i or parent.pos_ not in {"VERB", "AUX", "ADJ", "NOUN"}:
                return None
            controlled = _object_of(parent) if verb.dep_ in {"xcomp", "pcomp"} else None
            if verb.dep_ == "advcl" and verb.tag_ == "VBN" and _is_compared(verb):
                named = _object_of(parent)
                told = named is not None and any(c.dep_ in {"prep", "agent", "xcomp", "oprd"} for c in verb.children)
                return Subject(antecedent(named, parent), True, borrowed=True) if named is not None and told else None
            if controlled is not None and _controls_object(parent):
                return Subject(antecedent(controlled, parent), is_passive(head), borrowed=True)
            verb = parent
            continue
        if verb.dep_ in {"acomp", "attr", "dobj", "acl"} and verb.head.i != verb.i:
            verb = verb.head
            continue
        return None
    return None


def described_noun(clause: "Token") -> "Token":
    """What a relative clause is about: not a time or amount before it ("a warning at 17.40, which they got").

    Nor a noun that its verb or pronoun does not fit: "members of the team, who have to leave".
    """
    noun = clause.head
    if not _can_be_described(noun, clause) and (above := _noun_above(noun)) is not None:
        return above
    link = noun.head
    timed = noun.ent_type_ in {"DATE", "TIME", "CARDINAL"} or noun.like_num
    if not timed or link.dep_ != "prep" or any(c.lower_ in {"where", "when"} for c in clause.children):
        return noun
    above = link.head
    if above.dep_ == "acl" and is_noun(above.head) and above.i == above.head.i + 1:
        above = above.head
    if is_noun(above):
        return above
    return next((c for c in above.children if c.dep_ in {"dobj", "attr", "nsubjpass"} and is_noun(c)), noun)


_PUBLISHED = frozenset({"publish", "release", "issue", "leak", "circulate", "print", "post", "distribute"})
_NOWHERE = frozenset({"GPE", "LOC", "FAC"})


def _can_be_described(noun: "Token", clause: "Token") -> bool:
    """Whether a relative clause's verb and pronoun fit a noun: in number, as somebody, as what can be published."""
    subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.lower_ not in {"who", "which", "that"}:
        return True
    if subject.lower_ == "who" and noun.ent_type_ in _NOWHERE:
        return False
    if noun.ent_type_ in {"ORG", "PERSON"} and subject.dep_ == "nsubjpass" and lemma_of(clause) in _PUBLISHED:
        return False
    finite = next((c for c in clause.children if c.dep_ in {"aux", "auxpass"}), clause)
    plural = noun.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in noun.children)
    if finite.tag_ == "VBP" or finite.lower_ == "were":
        return plural or noun.tag_ not in {"NN", "NNP"} or noun.ent_type_ == "PERSON"
    return not (plural and (finite.tag_ == "VBZ" or finite.lower_ == "was") and noun.tag_ != "NNP")


def _asks_too(noun: "Token") -> bool:
    """Whether a noun ends a question that "who" goes on with: "asked what happened in Harl, who knew, and when"."""
    verb = governing(noun)
    if verb is None or verb.dep_ not in {"ccomp", "pcomp"}:
        return False
    return any(c.tag_ in {"WP", "WRB"} and c.i < verb.i for c in verb.children)


def _noun_above(noun: "Token") -> "Token | None":
    """The noun that a noun belongs to by "of", "by", "from", "in" or "at"."""
    while noun.dep_ in {"appos", "conj"} and noun.head.i < noun.i:
        noun = noun.head
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ not in {"of", "by", "from", "in", "at", "for", "with"}:
        return None
    return link.head if is_noun(link.head) else None


def absolute_noun(word: "Token") -> "Token | None":
    """The noun of which a word behind it tells a state, after "with": "its filters" of "with its filters off"."""
    if word.dep_ not in _ABSOLUTE or word.i == 0:
        return None
    if word.dep_ == "pcomp":
        own = (c for c in word.children if c.dep_ in {"nsubj", "nsubjpass"} and is_noun(c))
        return next(own, None) if word.head.lower_ == "with" else None
    at = word.i - 1
    while at > max(0, word.i - _BESIDE) and word.doc[at].dep_ == "advmod" and word.doc[at].head.i == word.i:
        at -= 1
    noun = word.doc[at]
    if noun.dep_ != "pobj" or noun.head.lower_ != "with" or not is_noun(noun):
        return None
    return noun if word.head.i in {noun.i, noun.head.i, noun.head.head.i} else None


def _instead(noun: "Token") -> "Token":
    """Who is meant by "not the club but the league"."""
    denied = any(c.dep_ == "neg" and c.i < noun.i for c in noun.children)
    if not denied or not any(c.dep_ == "cc" and c.lower_ == "but" for c in noun.children):
        return noun
    return next((c for c in noun.children if c.dep_ == "conj"), noun)


def _comments(verb: "Token") -> bool:
    """Whether a participle behind a comma is what whoever spoke does: "said nobody was hurt, contradicting nurses"."""
    told = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or told.dep_ != "ccomp" or told.i > verb.i or told.head.i > told.i:
        return False
    if verb.left_edge.i == 0:
        return False
    if verb.left_edge.nbor(-1).text != ",":
        return False
    if lemma_of(verb) in _OWN_WORDS:
        return bool(_TELLING & set(embeddings_at(told.head)))
    kinds = {"say", "deny"}
    return bool(kinds & set(embeddings_at(verb))) and bool(kinds & set(embeddings_at(told.head)))


_TELLING = frozenset({"say", "deny", "find", "factive", "claim"})
_OWN_WORDS = frozenset({"reverse", "contradict", "retract", "echo", "repeat", "revise", "correct", "reiterate"})
"""What somebody does with words that were said before: "admitted that it leaked, reversing what he had told us"."""


def _is_compared(participle: "Token") -> bool:
    """Whether "as" stands before a participle: "recorded the death as caused by cold", "works as designed"."""
    return any(c.lower_ == "as" and c.i < participle.i for c in participle.children)


def antecedent(token: "Token", verb: "Token") -> "Token":
    """The noun that a relative pronoun stands for, or the token itself."""
    if token.lower_ == "what" and token.tag_ == "WP":
        return pseudo_cleft(verb) or token
    if token.pos_ in {"NUM", "DET", "PRON", "ADJ"} and token.lower_ not in _RELATIVES:
        return divided(verb) or token
    if token.lower_ not in _RELATIVES or token.tag_ not in {"WDT", "WP", "WP$", "IN", "DT"}:
        return token
    if (focus := cleft_focus(verb)) is not None:
        return focus
    clause = verb
    for _ in range(_HOPS):
        if calls_on(clause):
            return token
        if clause.dep_ in {"relcl", "acl"} and (is_noun(clause.head) or clause.head.pos_ in {"PRON", "NUM"}):
            noun = described_noun(clause)
            return token if token.lower_ == "who" and (noun.ent_type_ in _NOWHERE or _asks_too(noun)) else noun
        if clause.dep_ not in {"conj", "ccomp", "xcomp"} or clause.head.i == clause.i:
            break
        clause = clause.head
    return token


def divided(verb: "Token") -> "Token | None":
    """What "of whom" and "of which" take a part of: of "seven babies, of whom five were ill", the babies."""
    for link in verb.children:
        if link.lower_ == "of" and link.i < verb.i and any(c.tag_ in {"WDT", "WP"} for c in link.children):
            return verb.head if verb.dep_ == "relcl" else _noun_before(link)
    return None


def _noun_before(link: "Token") -> "Token | None":
    before = link.doc[max(0, link.sent.start, link.i - 6) : link.i]
    word = next((t for t in reversed(before) if t.pos_ in {"NOUN", "PROPN", "VERB"}), None)
    if word is None or word.pos_ != "VERB":
        return word
    return next((c for c in word.children if c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ == "NOUN"), None)


def shared_object(head: "Token") -> "list[Token]":
    """The object that a verb shares with the verb after it: "did not make or sell steel"."""
    if head.dep_ == "ccomp" and head.i < head.head.i and _is_aside(head.head):
        return [c for c in head.head.children if c.dep_ == "dobj" and c.i > head.head.i][:1]
    if (thing := found_out(head)) is not None:
        return [thing]
    full = {"dobj", "nsubjpass", "auxpass", "prep", "ccomp", "xcomp", "attr", "acomp", "prt"}
    if any(c.dep_ in full or (c.dep_ == "advmod" and c.i > head.i) for c in head.children):
        return []
    following = next((c for c in head.children if c.dep_ == "conj" and is_predicate(c)), None)
    if following is None or following.i > head.i + 3 or any(c.dep_ in {"nsubj", "aux"} for c in following.children):
        return []
    return [c for c in following.children if c.dep_ == "dobj"][:1]


def shared_time(head: "Token") -> "Token | None":
    """What is told before the first of joined clauses, and may be this one's time: "On Friday they came and went".

    Only where the verbs between are of one tense and none has a time of its own.
    """
    if head.dep_ == "parataxis" and head.i < head.head.i:  # what the parser hangs on the last of two clauses
        return _told_before(head.head, subject_of(head)) if _goes_with(head, head.head) else None
    verb = head
    while verb.dep_ == "conj" and is_predicate(verb.head) and _goes_with(verb, verb.head):
        verb = verb.head
        if (time := _told_before(verb, subject_of(verb))) is not None:
            return time if head.i - time.i < _NEAR_ENOUGH else None
    return None


def _goes_with(verb: "Token", other: "Token") -> bool:
    """Whether two verbs are of one tense, and the one has no words that lead it to another time."""
    if _tense_of(verb) is None or _tense_of(verb) != _tense_of(other):
        return False
    subject = subject_of(verb)
    start = verb.i if subject is None else subject.left_edge.i
    return not any(
        c.dep_ in _TELLING_TIME and (_is_dated(c) or c.lower_ in _MOVING_ON or (c.i < start and c.dep_ != "advmod"))
        for c in verb.children
        if verb.dep_ == "conj" or c.i > verb.i
    )


def _told_before(verb: "Token", subject: "Token | None") -> "Token | None":
    if subject is None:
        return None
    before = (c for c in verb.children if c.dep_ in _TELLING_TIME and c.right_edge.i < subject.left_edge.i)
    return next(filter(_is_dated, before), None)


def _tense_of(verb: "Token") -> str | None:
    """The tag of what is finite in a verb's phrase, those of the present as one; `None` where nothing is."""
    words = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}] + [verb]
    tag = next((word.tag_ for word in words if word.tag_ in {"VBD", "VBZ", "VBP", "MD"}), None)
    return "VBZ" if tag == "VBP" else tag


def _is_dated(words: "Token") -> bool:
    return any(word.ent_type_ in {"DATE", "TIME"} for word in words.subtree)


def gap_of(head: "Token") -> "Token | None":
    """The noun that a relative clause takes as its object: "the foundation" of "the foundation that we built"."""
    if head.dep_ != "relcl" or head.head.lemma_.lower() in _SETTINGS:
        return None
    noun = described_noun(head)
    if not is_noun(noun):
        return None
    subject = subject_of(head)
    if subject is None or subject.tag_ in {"WDT", "WP"} or is_passive(head) or lemma_of(head) == "be":
        return None
    if any(c.tag_ in {"WP$", "WDT"} for c in subject.children):
        return None
    if embeddings_at(noun):
        return None
    for child in head.children:
        if child.dep_ in {"dobj", "pobj"} and child.lower_ in _RELATIVES:
            continue
        if child.dep_ in {"dobj", "attr", "acomp", "ccomp", "xcomp", "oprd"}:
            return None
        objects = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}] if child.dep_ == "prep" else [child]
        if not objects or any(c.tag_ in {"WDT", "WP"} and c is not child for c in objects):
            return None
        if child.tag_ == "WRB":
            return None
    return noun


def _is_aside(verb: "Token") -> bool:
    """Whether a speaker's "I insist" interrupts a clause between dashes or commas; the parser takes it for the root."""
    subject = subject_of(verb)
    if subject is None or not is_own(subject.text) or not {"say", "think"} & set(embeddings_at(verb)):
        return False
    marks = {",", "–", "—", "-"}
    after = verb.doc[verb.i + 1].text if verb.i + 1 < len(verb.doc) else ""
    return subject.i > 0 and subject.nbor(-1).text in marks and after in marks


def governing(token: "Token") -> "Token | None":
    """The clause head that a noun phrase stands in."""
    for _ in range(12):
        if token.head.i == token.i:
            return None
        token = token.head
        if is_predicate(token):
            return token
    return None


def is_passive(head: "Token") -> bool:
    """Whether the subject undergoes the verb."""
    return is_found(head) or any(c.dep_ in {"auxpass", "nsubjpass"} for c in head.children)


def _object_of(verb: "Token") -> "Token | None":
    return next((c for c in verb.children if c.dep_ == "dobj"), None)


def _controls_object(verb: "Token") -> bool:
    return bool({"demand", "begin", "prevent", "say"} & set(embeddings_at(verb))) or lemma_of(verb) in {"accuse", "see"}


def _shares_passive(head: "Token", verb: "Token") -> bool:
    return head.dep_ == "conj" and not has_auxiliary(head) and is_passive(verb)
