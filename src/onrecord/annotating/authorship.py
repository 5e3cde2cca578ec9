"""Who binds himself or directs others by a verb: its subject, its agent, or whom the parse hangs elsewhere."""

from typing import TYPE_CHECKING

from onrecord.annotating.actors import can_undertake
from onrecord.annotating.commitmentwords import ADDRESSING, WRITINGS
from onrecord.annotating.subjects import agent_of
from onrecord.annotating.surroundings import NOUNS, PRONOUNS, Surroundings, shared_subject
from onrecord.language.parsing import ParsedBlock

if TYPE_CHECKING:
    from onrecord.language.trees import Token


def takes_subject_above(token: "Token") -> bool:
    """Whether "plan" is the verb of a sentence that has no other: "teachers at the Vell school plan to leave"."""
    root = token.sent.root
    bare = root.tag_ in {"NNS", "NNPS"} and root.i < token.i and token.i + 1 < len(token.doc)
    return bare and token.nbor().lower_ == "to" and any(c.dep_ == "acl" and c.i > token.i for c in root.children)


def author_of(around: Surroundings, parsed: ParsedBlock, verb: "Token", *, passive: bool) -> "Token | None":
    """Who binds himself or directs others: the subject, or the agent of a passive."""
    if passive and verb.lemma_ in ADDRESSING:
        return agent_of(verb)
    named = next((c for c in verb.children if c.dep_ == "aux" and c.text == "Will" and c.i > verb.sent.start), None)
    if named is not None and verb.tag_ in {"VBD", "VBN"}:
        return named
    if verb.dep_ in {"acl", "amod"} and verb.tag_ == "VBD" and verb.head.i < verb.i:
        return verb.head
    if verb.pos_ == "NOUN" and takes_subject_above(verb):
        return verb.sent.root
    if (between := _between(verb)) is not None:
        return between
    if (asked := _past_wish(verb)) is not None:
        return asked
    top = _first_joined(verb)
    spliced = top.dep_ == "conj" and not any(c.dep_ == "cc" for c in top.head.children)
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} and top.tag_ in {"VBD", "VBZ", "VBP"}
    if finite and (top.dep_ == "advcl" or spliced) and (near := _after_joint(top)) is not None:
        return near
    subject = _own_subject(verb) or _after_time(verb) or shared_subject(verb)
    if verb.dep_ == "conj" and subject is not None and not _is_able(around, parsed, subject):
        subject = _above(verb.head) or subject
    if verb.dep_ == "conj" and verb.tag_ == "VBG" and (asking := _same_form_above(verb)) is not None:
        subject = shared_subject(asking) or subject
    if verb.tag_ == "VBG" and (subject is None or not can_undertake(around, parsed, subject)):
        subject = _above(verb) or subject
    return _described(subject) if subject is not None else None


def _between(verb: "Token") -> "Token | None":
    """The subject that the parse joins to the object before: "he told the press and the family planned to stay"."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.i == verb.sent.start:
        return None
    noun = verb.nbor(-1)
    far = noun.dep_ == "conj" and noun.pos_ in NOUNS and verb.head.i < noun.head.i
    own = far and any(c.dep_ == "cc" and noun.head.i < c.i < noun.i for c in noun.head.children)
    shared = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    marked = any(c.dep_ == "cc" and noun.i < c.i < verb.i for c in verb.head.children)
    return noun if own and not shared and not marked else None


def _past_wish(verb: "Token") -> "Token | None":
    """Whose finite verb it is that the parse joins to an infinitive: "want the state to act and have called on it"."""
    top = verb.head
    if verb.dep_ != "conj" or not any(c.dep_ == "aux" and c.lower_ in {"have", "has"} for c in verb.children):
        return None
    while top.dep_ == "conj":
        top = top.head
    bare = top.tag_ == "VB" and top.dep_ in {"ccomp", "xcomp"} and any(c.lower_ == "to" for c in top.children)
    return shared_subject(top.head) if bare and top.head.pos_ == "VERB" else None


def _is_able(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> bool:
    return subject.lower_ in PRONOUNS or can_undertake(around, parsed, subject)


def _same_form_above(verb: "Token") -> "Token | None":
    """The participle that another is joined to past a clause between: "are questioning how it went and demanding"."""
    if verb.head.tag_ == "VBG":
        return None
    above = verb.head
    while above.dep_ in {"ccomp", "conj", "advcl", "xcomp"} and above.head != above:
        above = above.head
        if above.tag_ == "VBG":
            return above
    return None


def _after_time(verb: "Token") -> "Token | None":
    """The subject that the parse hangs on a day before it: "Friday, Norland, leading ten states, asked …"; titles."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if len(subjects) > 1 and subjects[0].tag_ == "NNS" and subjects[-1].ent_type_ == "PERSON":
        return subjects[-1]  # "hopefuls Ann Lee and Jo Marsh called"
    days = [c for c in verb.children if c.dep_ in {"npadvmod", "nsubj"} and c.ent_type_ == "DATE" and c.i < verb.i]
    day = days[0] if days else None
    if day is None or any(c != day for c in subjects):
        return None
    return next((c for c in day.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i < verb.i), None)


def _first_joined(verb: "Token") -> "Token":
    """The first of the verbs that one subject has: "dropped" for "agreed" in "after Lee dropped her bid and agreed"."""
    top = verb
    for _ in range(4):
        shared = top.dep_ == "conj" and top.head.pos_ in {"VERB", "AUX"}
        if not shared or any(c.dep_ in {"nsubj", "nsubjpass"} for c in top.children):
            break
        if not any(c.dep_ == "cc" for c in top.head.children):
            break
        top = top.head
    return top


def _after_joint(verb: "Token") -> "Token | None":
    """The subject that the parse gives to "after" or "as": "the strike ended after the operator, Torv, agreed to"."""
    if any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        return None
    for token in verb.doc[max(verb.sent.start, verb.i - 10) : verb.i]:
        if token.dep_ == "pobj" and token.head.lower_ in {"after", "before", "since", "as", "until"}:
            twin = next((c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
            return twin or token
    return None


def _own_subject(verb: "Token") -> "Token | None":
    """The "I" or "we" right before a verb, whoever is addressed before it: "Madam Speaker, I urge …"."""
    return next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i and c.lower_ in {"i", "we"}), None)


def _above(verb: "Token") -> "Token | None":
    """The subject of the clause that a participle hangs on: "was heard on the radio telling", "by calling"."""
    current = verb
    for _ in range(6):
        current = current.head
        if current.pos_ in {"VERB", "AUX"} and (subject := shared_subject(current)) is not None:
            return subject
    return None


def _described(subject: "Token") -> "Token":
    """Whom a description is of: the man in "the man is a liar and bully who pledged", the author of "her new ad"."""
    top = subject
    while top.dep_ in {"conj", "appos"} and top.head.pos_ in NOUNS and not top.text[:1].isupper():
        top = top.head
    if top.dep_ == "attr" and top.head.lemma_ == "be":
        return shared_subject(top.head) or subject
    if subject.lemma_ in WRITINGS:
        return next((c for c in subject.children if c.dep_ == "poss"), subject)
    return subject
