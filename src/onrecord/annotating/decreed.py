"""What is resolved or laid down without a name: "it was agreed to", "clubs must register by May", action points."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.actions import Found, has_to, infinitive_after, undertaking
from onrecord.annotating.actors import can_undertake
from onrecord.annotating.commitmentwords import TRIGGERS
from onrecord.annotating.complements import is_bare, may_be_bare
from onrecord.annotating.foretelling import acts, agentless, asked, foretells, reported_by_many
from onrecord.annotating.issuers import are_minutes, issuer_of
from onrecord.annotating.surroundings import Surroundings, negated, shared_subject
from onrecord.language.parsing import ParsedBlock
from onrecord.language.pronounwords import THIRD_SUBJECTS
from onrecord.model.items import CommitmentKind

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_RESOLVED = frozenset({"agree", "resolve", "decide", "order", "recommend", "propose", "request", "instruct", "direct"})
_LAWS = frozenset(
    {"law", "by-law", "bylaw", "rule", "regulation", "order", "decree", "directive", "ordinance", "act", "ruling",
     "legislation", "bill", "code", "statute", "edict", "measure", "mandate", "requirement", "injunction", "scheme"}
)  # fmt: skip
"""What lays down that somebody must do something."""
_LAID_DOWN = frozenset(
    {"submit", "register", "apply", "report", "pay", "wear", "carry", "show", "keep", "notify", "return", "complete",
     "provide", "use", "contact", "file", "declare", "disclose", "publish", "send", "book", "install", "remove",
     "replace", "obtain", "inform", "attend", "comply", "produce", "undergo", "close", "stay", "leave", "vacate",
     "cease", "stop", "hand", "surrender", "renew", "confirm", "present", "display", "reduce", "cut", "limit", "label",
     "collect", "deliver", "train", "appoint", "answer", "respond", "reply", "test", "inspect", "certify", "sign"}
)  # fmt: skip
"""What a body requires of those who come under its rules."""
_OWN_WILL = frozenset({"government", "state", "country", "leader", "minister", "nation", "politician", "employer"})
"""Those of whom a release only demands something."""
_NOTED = frozenset({"resolved", "agreed", "ordered", "decided"})
"""What opens a note of what a meeting resolved."""
_ON_PAPER = frozenset({"note", "receive", "approve", "thank", "accept", "close", "adjourn"})
"""What a meeting resolves and has thereby done: "resolved that the report be noted"."""
_FILED = frozenset({"lodge", "claim", "enter", "file", "submit", "receive", "make", "bring"})
"""What a notice tells whoever likes to do: "the appeal must be lodged within 14 days"."""
_LAST = frozenset({"by", "before", "within", "until"})
_REACH = 12
"""Words from the beginning of an action point to its "to" at most."""
_POINT = re.compile(r"^(?:action|actions|owner|lead)\b", re.IGNORECASE)


def may_decree(token: "Token") -> bool:
    """Whether a word may lay something down: a cheap look before the parse is searched."""
    if token.lower_ == "must":
        return token.dep_ == "aux"
    if is_noted(token):
        return True
    if token.lower_ == "to":
        hangs = token.dep_ == "aux" and token.head.dep_ in {"ROOT", "relcl", "acl", "xcomp"}
        return hangs and 0 < token.i - token.sent.start <= _REACH
    bound = token.lemma_ in {"require", "oblige"} and token.tag_ == "VBN"
    return bound or (token.lemma_ == "have" and token.tag_ == "VB")


def decreed_at(around: Surroundings, parsed: ParsedBlock, token: "Token") -> list[Found]:
    """What a word lays down."""
    if token.lower_ == "to":
        return _action_point(around, parsed, token)
    if is_noted(token):
        return _noted(around, token)
    verb = token.head if token.lower_ == "must" else token
    action = verb if token.lower_ == "must" else next(
        (c for c in verb.children if c.dep_ == "xcomp" and has_to(c)), None
    )  # fmt: skip
    subject = shared_subject(verb)
    if action is None or subject is None or subject.i > verb.i or negated(verb) or asked(verb) or foretells(verb):
        return []
    if token.lemma_ == "have" and not any(c.lower_ in {"will", "’ll", "'ll", "shall"} for c in verb.children):
        return []
    if token.tag_ == "VBN" and not any(c.dep_ == "auxpass" and c.tag_ in {"VBP", "VBZ", "VB"} for c in verb.children):
        return []
    outside = around.statement_at(parsed.token_span(token)) is None
    if outside and not _is_of_a_sort(subject) and _has_last_day(around, parsed, action):
        return _by_last_day(around, parsed, token, action, subject)
    if subject.tag_ != "NNS" or subject.ent_type_ in {"PERSON", "GPE", "NORP"}:
        return []
    if not can_undertake(around, parsed, subject):
        return []
    if agentless(action, own=True) or any(c.dep_ == "auxpass" for c in action.children):
        return []
    lawful = _is_by_law(verb)
    if around.statement_at(parsed.token_span(token)) is not None and not lawful and not issuer_of(around):
        return []  # what a speaker wants of others
    if not (lawful or _is_by_law(action) or _by_issuer(around, parsed, subject, action)):
        return []
    return [undertaking("order", token, None, action, subject, score=0.65)]


def _is_of_a_sort(subject: "Token") -> bool:
    """Whether a plural means whoever is of a sort: "clubs must"."""
    return subject.tag_ in {"NNS", "NNPS"} and not any(
        c.dep_ in {"det", "poss", "nummod", "prep", "compound"} for c in subject.children
    )


def _has_last_day(around: Surroundings, parsed: ParsedBlock, action: "Token") -> bool:
    """Whether a deed has a last day or a term of its own: "must repay the grant within 30 days"."""
    doc = parsed.doc
    span = parsed.span_of(doc[action.i : min(action.right_edge.i, action.sent.end - 1) + 1])
    return any(mention.limit in _LAST for mention in around.times_in(span.start, span.end + 1))


def _by_last_day(
    around: Surroundings, parsed: ParsedBlock, token: "Token", action: "Token", subject: "Token"
) -> list[Found]:
    """What somebody must do by a day, or must be done to a thing: nobody sets such a day but who may order it."""
    undergone = any(c.dep_ == "auxpass" for c in action.children)
    if undergone and action.lemma_ in _FILED:
        return []
    able = subject.lower_ in THIRD_SUBJECTS or acts(around, parsed, subject)
    if reported_by_many(subject) or subject.lower_ in {"you", "we", "i"} or agentless(action, own=True):
        return []
    if not undergone and not able:
        return []
    if action.dep_ in {"relcl", "advcl", "acl"} or any(c.dep_ == "advcl" and _supposes(c) for c in action.children):
        return []
    found = undertaking("order", token, None, action, None if undergone else subject, score=0.65)
    return [found._replace(first=subject.left_edge.i) if undergone and subject.i < token.i else found]


def _supposes(clause: "Token") -> bool:
    return any(c.dep_ == "mark" and c.lower_ in {"if", "to"} for c in clause.children)


def is_noted(token: "Token") -> bool:
    """Whether a word opens a note of what a meeting resolved."""
    if token.lower_ not in _NOTED or not token.text[:1].isupper():
        return False
    if any(t.is_alpha for t in token.doc[token.sent.start : token.i]):
        return False
    return not any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < token.i for c in token.children)


def _noted(around: Surroundings, token: "Token") -> list[Found]:
    """What minutes note without "it was": "RESOLVED: that the clerk write to the owner", "Agreed to buy a boiler"."""
    doc, at = token.doc, token.i + 1
    if not are_minutes(around) and not token.text.isupper():
        return []
    while at < len(doc) and (doc[at].is_punct or doc[at].lower_ in {"unanimously", "nem", "con"}):
        at += 1
    if at >= token.sent.end or doc[at].lower_ not in {"that", "to"}:
        return []
    if doc[at].lower_ == "to":
        action = infinitive_after(doc[at - 1], reach=3) if at > token.i else None
    else:
        action = next((t for t in doc[at + 1 : token.sent.end] if _has_own_subject(t, at)), None)
        if action is None or not may_be_bare(action) or any(c.tag_ in {"MD", "VBD", "VBZ"} for c in action.children):
            return []
    kind: CommitmentKind = "agreement" if token.lower_ == "agreed" else "order"
    if action is None or action.lemma_ in _ON_PAPER:
        return []
    found = undertaking(kind, token, None, action, score=0.8)
    return [found._replace(first=min(at + 1, found.first)) if doc[at].lower_ == "that" else found]


def _has_own_subject(verb: "Token", after: int) -> bool:
    return verb.pos_ in {"VERB", "AUX"} and any(
        c.dep_ in {"nsubj", "nsubjpass"} and after < c.i < verb.i and c.lower_ not in {"who", "which", "that"}
        for c in verb.children
    )


def _is_by_law(verb: "Token") -> bool:
    """Whether a clause names the law that says so: "under the by-law passed on Monday"."""
    if verb.dep_ == "ccomp" and verb.head.lemma_ in {"say", "state", "provide"}:
        teller = shared_subject(verb.head)
        return teller is not None and teller.lemma_.lower() in _LAWS  # "cities must cut use, the order says"
    bases = (verb, *verb.children)
    joints = (c for base in bases for c in base.children if c.dep_ == "prep" and c.lower_ == "under")
    return any(g.dep_ == "pobj" and g.lemma_.lower() in _LAWS for joint in joints for g in joint.children)


def _by_issuer(around: Surroundings, parsed: ParsedBlock, subject: "Token", action: "Token") -> bool:
    """Whether it is what the issuer of a release lays down for those who come under its rules."""
    statement = around.statement_at(parsed.token_span(action))
    voiced = bool(issuer_of(around)) and (statement is None or statement.manner == "indirect")
    return voiced and action.lemma_ in _LAID_DOWN and subject.lemma_.lower() not in _OWN_WILL


def impersonal(verb: "Token") -> list[Found]:
    """What "it was agreed" to do, or that somebody do: by whom stands elsewhere, as in minutes."""
    if verb.lemma_.lower() not in _RESOLVED or not is_impersonal(verb) or negated(verb):
        return []
    clause = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i), None)
    if clause is None or asked(clause):
        return []
    kind: CommitmentKind = TRIGGERS[verb.lemma_.lower()]
    if has_to(clause):
        return [undertaking(kind, verb, None, clause, score=0.8)]
    if (may_be_bare(clause) and is_bare(clause)) or any(c.lower_ in {"should", "shall"} for c in clause.children):
        return [undertaking("order" if kind == "plan" else kind, verb, None, clause, score=0.8)]
    return []


def is_impersonal(verb: "Token") -> bool:
    """Whether a passive has nobody for its subject: "it was agreed to …"."""
    return any(c.dep_ == "auxpass" for c in verb.children) and any(
        c.dep_ in {"nsubjpass", "nsubj"} and c.lower_ == "it" and c.i < verb.i for c in verb.children
    )


def _action_point(around: Surroundings, parsed: ParsedBlock, to: "Token") -> list[Found]:
    """What minutes note that somebody is to do: "Harbour Master to circulate the charges by 10 January."."""
    sentence, action = to.sent, to.head
    if not are_minutes(around) or action.i < to.i or any(
        t.tag_ in {"VBD", "VBZ", "VBP", "MD"} and t.dep_ not in {"relcl", "acl", "compound"} for t in sentence
    ):  # fmt: skip
        return []
    before = [t for t in parsed.doc[sentence.start : to.i] if not t.is_punct and not t.is_space]
    named = [t for t in before if t.pos_ in {"NOUN", "PROPN"} and not _POINT.match(t.text)]
    if not named or not before[0].text[:1].isupper():
        return []
    doer = named[-1]
    while doer.dep_ in {"conj", "compound"} and doer.head in before:
        doer = doer.head
    return [undertaking("plan", to, doer, action, score=0.65)]
