"""Undertakings in the parse: which verbs and nouns make one, who binds himself, and what is undertaken."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.actions import REACH, Found, has_to, infinitive_after, undertaking
from onrecord.annotating.commitmentwords import (
    ADDRESSING,
    ANSWERING,
    DECREED,
    FINITE,
    FUTURE,
    KNOWING,
    NOUN_OBJECTS,
    NOUN_TRIGGERS,
    OPPOSING,
    PAST_TELLS_NOTHING,
    READY,
    RENOUNCING,
    SAYING,
    SETTLED,
    TAKES,
    TRIGGERS,
    VOICING,
    WRITINGS,
)
from onrecord.annotating.futures import foretells, future_at, ready_at, reported_by_many
from onrecord.annotating.parties import can_undertake
from onrecord.annotating.surroundings import FIRST_PERSON, NOUNS, PRONOUNS, Surroundings, negated, subject_of
from onrecord.language.parsing import ParsedBlock
from onrecord.model.items import CommitmentKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANONYMITY = re.compile(r"\bon (?:the )?condition (?:of anonymity|that (?:he|she|they|his|her|their)\b)", re.IGNORECASE)
"""The terms on which a source talks to a paper, which undertake nothing."""
_UNREAL = frozenset({"could", "should", "would", "might", "may", "must", "can"})
_HALF_REAL = frozenset({"seem", "appear", "refuse", "decline", "fail", "hesitate", "consider", "want", "hope", "need"})
OWNING = frozenset({"NORP", "ORG", "PERSON", "GPE"})
"""Sorts of names that before "calls for" tell whose they are."""
_THINGS = frozenset({"it", "that", "this", "there", "what", "which"})


def may_trigger(token: "Token") -> bool:
    """Whether a word may make an undertaking: a cheap look before the parse is searched."""
    if token.lower_ in FUTURE:
        return token.dep_ == "aux"
    if token.pos_ in {"VERB", "AUX", "ADJ"} or token.tag_ in {"VBD", "VBN", "VBG"}:
        return token.lemma_ in TRIGGERS or token.lower_ in READY
    return token.pos_ == "NOUN" and token.lemma_ in NOUN_TRIGGERS


def undertakings_at(around: Surroundings, parsed: ParsedBlock, token: "Token") -> list[Found]:
    """The undertakings that a word makes."""
    if token.sent.text.rstrip(" \n”\"'’").endswith("?"):
        return []
    if token.lower_ in FUTURE:
        return future_at(around, parsed, token)
    if token.lower_ in READY and (token.lemma_ not in TRIGGERS or token.pos_ == "ADJ" or _is_set(token)):
        return ready_at(around, parsed, token)
    if token.pos_ == "NOUN":
        return _noun(around, parsed, token)
    if token.lemma_ not in TRIGGERS or _unreal(token):
        return []
    return [found for found in _verb(around, parsed, token) if not _idle(around, parsed, found)]


def _is_set(token: "Token") -> bool:
    """Whether a verb of planning stands in the passive: "was scheduled to"."""
    return TRIGGERS[token.lemma_] == "plan" and any(child.dep_ == "auxpass" for child in token.children)


def _verb(around: Surroundings, parsed: ParsedBlock, verb: "Token") -> list[Found]:
    """What a verb makes of the infinitive, clause or noun that it takes."""
    kind, lemma = TRIGGERS[verb.lemma_], verb.lemma_
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    author = _author(around, parsed, verb, passive=passive)
    addressed = _addressed(verb, passive=passive) if lemma in ADDRESSING else None
    if lemma == "tell" and addressed is None:
        return []
    goal = _goal(verb)
    clause = _clause(verb, addressed)
    if clause is not None and (goal is None or goal.head.lower_ == "on" or clause.i < goal.i):
        on = goal if goal is not None and goal.head.lower_ == "on" and lemma == "call" else None
        subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > verb.i), None)
        if lemma == "call" and addressed is not None and not any(c.lower_ == "for" for c in clause.children):
            return []  # by telephone
        whom = on or addressed or subject
        if (lemma in {"ask", "tell", "call"} and whom is None) or (passive and kind in {"plan", "pledge"}):
            return []
        return [undertaking(kind, verb, author, clause, whom, score=0.85)]
    if goal is not None:
        if goal.head.lower_ == "on" and lemma == "call":
            return []
        return [undertaking(kind, verb, author, goal, addressed, score=0.75)]
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if told is not None and lemma in FINITE:
        return _finite(around, parsed, undertaking(kind, verb, author, told, score=0.8))
    if told is not None and lemma in DECREED and told.tag_ in {"VB", "VBN", "VBP"} and _is_bare(told):
        return [undertaking(kind, verb, author, told, score=0.8)]
    return _thing(verb, kind, author, passive=passive)


def _finite(around: Surroundings, parsed: ParsedBlock, found: Found) -> list[Found]:
    """What a clause with "will" or "would" undertakes: "announced that it will close"."""
    told = found.action
    if not any(child.lower_ in FUTURE for child in told.children) or foretells(told):
        return []
    own = next((c for c in told.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    oneself = own is not None and own.lower_ in PRONOUNS | FIRST_PERSON
    if not oneself and (found.kind == "agreement" or found.trigger.lemma_ == "guarantee"):
        return []  # of one mind with somebody, or sure of something
    if found.kind == "plan" and own is not None and not oneself and can_undertake(around, parsed, own):
        return [found._replace(author=own)]
    return [found]


def _is_bare(told: "Token") -> bool:
    """Whether a clause is in the bare form: no "whether", no modal, no tense."""
    return not any(
        c.tag_ in {"MD", "VBD", "VBZ"} or (c.dep_ in {"mark", "advmod"} and c.lower_ in {"if", "whether", "how", "why"})
        for c in told.children
    )


def _thing(verb: "Token", kind: CommitmentKind, author: "Token | None", *, passive: bool) -> list[Found]:
    """What an object alone says is undertaken: "promised relief", "ordered a review"."""
    if verb.lemma_ not in NOUN_OBJECTS or passive or verb.dep_ == "amod":
        return []
    after = [c for c in verb.children if c.dep_ in {"dobj", "xcomp"} and c.i > verb.i]
    thing = next((c for c in after if c.pos_ in NOUNS or c.tag_ == "VBG"), None)
    if thing is None or thing.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}:
        return []
    if kind == "order" and not _is_deed(thing):
        return []
    return [undertaking(kind, verb, author, thing, score=0.6)]


_DEED = re.compile(
    r"(?:tion|sion|ment|ance|ence|al|ure|ing|release|halt|stop|review|freeze|probe|ban|pause|strike|return|end|"
    r"limit|curb|cap|tariff|curfew|lockdown|quarantine|inquiry|audit|cut|search|raid|retrial|recount|withdrawal|shutdown|ceasefire|truce)s?$"
)
"""Endings of nouns for deeds that can be ordered, unlike goods."""


def _is_deed(thing: "Token") -> bool:
    return thing.tag_ == "VBG" or _DEED.search(thing.lower_) is not None


def _is_settled(goal: "Token") -> bool:
    """Whether what is agreed on is something to be done, and not an opinion shared."""
    return goal.dep_ == "pcomp" or goal.lemma_ in SETTLED or _is_deed(goal)


def _clause(verb: "Token", addressed: "Token | None") -> "Token | None":
    """The infinitive that a verb takes, by the parse or else by what stands after it."""
    taken = {"xcomp", "ccomp", "advcl"} if verb.lemma_ in ADDRESSING | {"call"} else {"xcomp", "ccomp"}
    near = 3 if verb.lemma_ in {"announce", "propose", "recommend", "advocate"} else REACH * 2
    for child in verb.children:
        if child.dep_ in taken and verb.i < child.i <= verb.i + near and has_to(child):
            return child
    if verb.lemma_ in ADDRESSING:
        return infinitive_after(addressed if addressed is not None else verb)
    if verb.lemma_ in {"announce", "propose", "recommend", "advocate"}:
        return None
    return infinitive_after(verb, reach=10)


def _goal(verb: "Token") -> "Token | None":
    """What a verb undertakes or calls for through its preposition: "committed to talks", "called for a vote"."""
    for child in verb.children:
        if child.dep_ not in {"prep", "prt"} or (verb.lemma_, child.lower_) not in TAKES:
            continue
        goal = next((g for g in child.children if g.dep_ in {"pobj", "pcomp"}), None)
        if goal is None or (child.lower_ == "on" and verb.lemma_ == "agree" and not _is_settled(goal)):
            continue
        asked = child.lower_ in {"on", "upon"} and verb.lemma_ == "call"
        counted = goal.pos_ == "NUM" and any(g.dep_ == "prep" for g in goal.children)
        counted = counted or goal.ent_type_ == "MONEY"
        bare = goal.pos_ in {"PRON", "NUM"} or goal.ent_type_ in {"PERSON", "DATE", "GPE"}
        if bare and not asked and not counted:
            continue
        return goal
    return None


def _addressed(verb: "Token", *, passive: bool) -> "Token | None":
    """Who is asked or told to act."""
    if passive:
        return subject_of(verb)
    return next((c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.i > verb.i), None)


def _author(around: Surroundings, parsed: ParsedBlock, verb: "Token", *, passive: bool) -> "Token | None":
    """Who binds himself or directs others: the subject, or the agent of a passive."""
    if passive and verb.lemma_ in ADDRESSING:
        agent = next((c for c in verb.children if c.dep_ == "agent"), None)
        return next((g for g in agent.children if g.dep_ == "pobj"), None) if agent is not None else None
    named = next((c for c in verb.children if c.dep_ == "aux" and c.text == "Will" and c.i > verb.sent.start), None)
    if named is not None and verb.tag_ in {"VBD", "VBN"}:
        return named
    if verb.dep_ in {"acl", "amod"} and verb.tag_ == "VBD" and verb.head.i < verb.i:
        return verb.head
    subject = subject_of(verb)
    if verb.tag_ == "VBG" and (subject is None or not can_undertake(around, parsed, subject)):
        subject = _above(verb) or subject
    return _described(subject) if subject is not None else None


def _above(verb: "Token") -> "Token | None":
    """The subject of the clause that a participle hangs on: "was heard on the radio telling", "by calling"."""
    current = verb
    for _ in range(6):
        current = current.head
        if current.pos_ in {"VERB", "AUX"} and (subject := subject_of(current)) is not None:
            return subject
    return None


def _described(subject: "Token") -> "Token":
    """Whom a description is of: the man in "the man is a liar and bully who pledged", the author of "her new ad"."""
    top = subject
    while top.dep_ == "conj" and top.head.pos_ in NOUNS:
        top = top.head
    if top.dep_ == "attr" and top.head.lemma_ == "be":
        return subject_of(top.head) or subject
    if subject.lemma_ in WRITINGS:
        return next((c for c in subject.children if c.dep_ == "poss"), subject)
    return subject


def _idle(around: Surroundings, parsed: ParsedBlock, found: Found) -> bool:
    """Whether a verb of undertaking undertakes nothing: of a thing, of many, of knowing, of a source's terms."""
    verb, author = found.trigger, found.author
    if found.action.lemma_ in KNOWING and found.kind in {"call_for", "order"}:
        return True
    if verb.lemma_ in {"ask", "tell"} and found.action.lemma_ in ANSWERING:
        return True
    if any(_leaves_open(c) for word in (verb, found.action) for c in word.lefts if c.i < verb.i):
        return True
    if author is not None and verb.dep_ == "ccomp" and verb.head.lemma_ in SAYING:
        told = subject_of(verb.head)
        if told is not None and reported_by_many(told):
            return True
    if any(child.lower_ == "anonymity" for child in verb.children):
        return True
    if found.action.lemma_ in {"talk", "speak", "discuss", "comment"} and _ANONYMITY.search(verb.sent.text):
        return True
    if author is None:
        return verb.dep_ == "amod"
    if reported_by_many(author):
        return True
    gone = verb.tag_ == "VBD" or any(c.dep_ == "aux" and c.lower_ in {"had", "’d", "'d"} for c in verb.children)
    if verb.lemma_ in PAST_TELLS_NOTHING and gone and not _recounted(verb):
        return True
    if verb.lemma_ == "prepare" and verb.dep_ == "advcl":
        return True
    if author.lower_ in _THINGS and author.lower_ != "it":
        return found.kind in {"pledge", "plan", "agreement"}
    if found.kind in {"pledge", "plan", "agreement"} and author.lower_ not in PRONOUNS:
        return not can_undertake(around, parsed, author) and _thingly(author) and author.lemma_ not in WRITINGS
    return False


def _leaves_open(word: "Token") -> bool:
    """Whether a question word makes the clause a question: "who he plans to …", "how it promised to …"."""
    if word.tag_ == "WRB":
        return word.lower_ in {"how", "why"}
    return word.tag_ == "WP" and word.dep_ in {"dobj", "pobj", "attr"}


def _thingly(author: "Token") -> bool:
    return author.pos_ == "NOUN" and author.ent_type_ not in {"PERSON", "ORG", "GPE", "NORP"}


def _recounted(verb: "Token") -> bool:
    """Whether a past "planned" is told by somebody, who thereby says that it stands: "said she planned to"."""
    told = verb.dep_ == "ccomp" and verb.head.lemma_ in SAYING
    perfect = any(c.dep_ == "aux" and c.lower_ in {"has", "have", "’ve", "'ve"} for c in verb.children)
    return told or perfect or verb.dep_ == "relcl"


def _noun(around: Surroundings, parsed: ParsedBlock, noun: "Token") -> list[Found]:
    """A noun with its infinitive or "for": "a plan to build", "calls for a vote"; possessed, or voiced by a verb."""
    possessed = any(c.dep_ == "poss" and c.pos_ in NOUNS for c in noun.children)
    opposed = noun.head.pos_ == "VERB" and noun.head.lemma_ in OPPOSING
    if (opposed and (not possessed or noun.head.lemma_ in RENOUNCING)) or any(
        c.lower_ in {"no", "any"} for c in noun.children
    ):
        return []
    kind = NOUN_TRIGGERS[noun.lemma_]
    wish = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "for"), None)
    action = infinitive_after(noun, reach=7)
    struck = next((c for c in noun.children if c.dep_ == "relcl"), None)
    if action is None and struck is not None:
        action = infinitive_after(struck)
    if action is None and noun.lemma_ in {"call", "demand"} and wish is not None:
        action = next((g for g in wish.children if g.dep_ in {"pobj", "pcomp"}), None)
    if action is None or action.pos_ in {"PRON", "NUM"} or action.ent_type_ in {"PERSON", "DATE"}:
        return []
    author = _owner(noun)
    if author is None or reported_by_many(author):
        return []
    if author.lower_ not in {"his", "her", "its", "their", "our", "my", "i", "we"} | PRONOUNS and not can_undertake(
        around, parsed, author
    ):
        return []
    return [undertaking(kind, noun, author, action, score=0.65)]


def _owner(noun: "Token") -> "Token | None":
    """Whose plan or promise it is: its possessor, whom it comes from, or who voices or holds it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"from", "by"} and child.i == noun.i + 1:
            giver = next((g for g in child.children if g.dep_ == "pobj"), None)
            if giver is not None:
                return giver
        if child.dep_ == "relcl" and noun.lemma_ in {
            "agreement",
            "deal",
            "pact",
            "accord",
            "promise",
            "pledge",
            "plan",
        }:
            striker = next((g for g in child.children if g.dep_ == "nsubj" and g.pos_ in NOUNS), None)
            if striker is not None:
                return striker
    if noun.lemma_ in {"call", "demand", "plan", "proposal"}:
        named = next((c for c in noun.children if c.dep_ in {"amod", "compound"} and c.ent_type_ in OWNING), None)
        if named is not None:
            return named
    top = noun
    while top.dep_ == "conj" and top.head.pos_ == "NOUN":
        top = top.head
    verb = top.head
    if top.dep_ == "dobj" and verb.lemma_ in VOICING and not negated(verb) and not _unreal(verb):
        return subject_of(verb)
    if top.dep_ == "pobj" and verb.lower_ == "with":
        above = verb.head
        while above.pos_ not in {"VERB", "AUX"} and above.head != above:
            above = above.head
        return subject_of(above)
    return None


def _unreal(verb: "Token") -> bool:
    """Whether a trigger is denied, only possible, wished, asked about, compared with, or a bare gerund."""
    if negated(verb) or _is_attribute(verb):
        return True
    if verb.tag_ == "VBG" and (verb.dep_ in {"amod", "csubj"} or (verb.dep_ == "pcomp" and verb.head.lower_ != "by")):
        return True
    for child in verb.children:
        if child.dep_ == "aux" and (
            child.lower_ in _UNREAL
            or (child.lower_ == "to" and verb.dep_ != "advcl" and not _goes_on(verb))
        ):  # fmt: skip
            return True
        if child.dep_ == "mark" and child.lower_ in {"than"}:
            return True
    if verb.dep_ in {"pcomp", "advcl"} and verb.head.lower_ in {"than"}:
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _HALF_REAL:
        return True
    current = verb
    for _ in range(3):
        if any(c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"} for c in current.children):
            return True
        if current.dep_ not in {"ccomp", "conj", "xcomp", "advcl"} or current.head == current:
            return False
        current = current.head
    return False


def _goes_on(verb: "Token") -> bool:
    """Whether an infinitive is a deed all the same: "used the day to urge", "continued to press"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"use", "continue", "begin", "proceed", "rush", "move"}


def _is_attribute(verb: "Token") -> bool:
    """Whether a participle stands before its noun, whatever the parse says: "the pledged funds"."""
    doc, at = verb.doc, verb.i
    if verb.tag_ not in {"VBD", "VBN"} or at == 0 or at + 1 >= len(doc):
        return False
    return doc[at + 1].pos_ == "NOUN" and doc[at - 1].pos_ in {"DET", "NUM", "ADJ"} and doc[at - 1].dep_ != "nsubj"
