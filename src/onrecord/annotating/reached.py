"""What will be done to a thing, or be in place, told by whoever sees to it.

"The wards will be open by March", "a siren will be installed before the hall reopens, the firm said", "the hall would
stay shut until Monday". Whoever says so binds himself, where he is a body, an official or a speaker with a name, and
not one who only watches.
"""

from typing import TYPE_CHECKING

from onrecord.annotating.actions import Found, undertaking
from onrecord.annotating.actors import can_undertake
from onrecord.annotating.ascribed import Future
from onrecord.annotating.foretelling import BEFALLEN, reported_by_many
from onrecord.annotating.issuers import issuer_of
from onrecord.annotating.surroundings import Surroundings
from onrecord.annotating.voices import is_letter
from onrecord.language.parsing import ParsedBlock
from onrecord.language.pronounwords import THIRD_SUBJECTS

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_REACHED = frozenset(
    {"open", "ready", "available", "complete", "completed", "operational", "finished", "online", "closed", "back",
     "done", "out", "over", "running", "free", "shut", "on"}
)  # fmt: skip
"""What a thing is once somebody has done his work on it."""
_IN_PLACE = frozenset({"place", "post", "service", "operation", "force", "use"})
DONE_TO = frozenset(
    {"finish", "complete", "build", "rebuild", "repair", "open", "reopen", "close", "replace", "restore",
     "deliver", "install", "instal", "remove", "connect", "upgrade", "convert", "pay", "ship", "publish",
     "release", "raise", "lower", "cut", "increase", "reduce", "test", "retest", "train", "retrain", "suspend",
     "withdraw", "lift", "scrap", "introduce", "clean", "demolish", "refund", "repay", "reimburse",
     "compensate", "give", "hand", "send", "submit", "present", "table", "appoint", "examine", "inspect",
     "review", "investigate", "audit", "relocate", "rehouse", "evacuate", "shut", "halve", "double", "phase",
     "extend", "provide", "fit", "check", "vaccinate", "return", "share", "free", "punish", "prosecute", "try",
     "charge", "dismiss", "discipline", "make"}
)  # fmt: skip
"""What somebody does to a thing on purpose; "make" with what it is made: "made public", "made available"."""
BEGUN = frozenset({"begin", "start", "resume", "open", "reopen", "close"})
"""What a work or a site does once who sees to it has done his part: "inspections will begin on Monday"."""
_MADE = frozenset({"public", "available", "compulsory", "mandatory", "permanent", "free", "safe"})
_OWED = frozenset(
    {"punish", "prosecute", "compensate", "refund", "reimburse", "replace", "repair", "publish", "rebuild",
     "investigate", "restore"}
)  # fmt: skip
"""What needs no day to be a promise."""
_VAGUE = frozenset(
    {"make", "give", "open", "close", "raise", "lower", "cut", "increase", "reduce", "double", "halve", "try", "charge",
     "free", "share", "extend", "return"}
)  # fmt: skip
"""Verbs of those above that without a day may tell what only comes about."""
_SENSED = frozenset({"know", "see", "forget", "believe", "remember", "hear", "find", "deny", "doubt", "feel", "tell"})
_STAYING = frozenset({"stay", "remain", "be"})
_STATES = frozenset({"shut", "closed", "open", "suspended", "locked", "banned", "idle", "grounded", "sealed", "frozen"})
_WATCHING = frozenset(
    {"analyst", "economist", "forecaster", "broker", "expert", "observer", "critic", "trader", "pundit", "source",
     "scientist", "researcher", "witness", "commentator", "meteorologist", "historian", "professor"}
)  # fmt: skip
"""Who says what will come about and has no hand in it."""
_PEOPLE = frozenset({"he", "she", "you", "there", "we", "i"})
_DATED = frozenset({"DATE", "TIME", "EVENT", "CARDINAL"})
_AT_THE_LATEST = frozenset({"later", "than"})
"""What leads to a last day after "no": "no later than 20 May"."""
_BY = frozenset({"by", "before", "within", "until", "till"})
_ON = frozenset({"on", "in", "from", "at", "as", "of", "during", "after"})
_WHEN = frozenset({"before", "until", "once", "when", "till", "after", "if", "soon"})


def seen_to(around: Surroundings, parsed: ParsedBlock, clause: Future) -> Found | None:
    """What whoever speaks says will be done to a thing, or be in place: he sees to it."""
    subject = clause.subject
    if (
        not (_is_undertaken(clause) or _is_forborne(clause) or _is_of_paper(around, parsed, clause))
        or subject.ent_type_ == "PERSON"
        or subject.lower_ in _PEOPLE
    ):
        return None
    if clause.verb.dep_ in {"relcl", "advcl", "acl"} or reported_by_many(subject):
        return None
    teller = clause.teller
    if teller is not None:
        if not _sees_to_it(around, parsed, teller):
            return None
    elif not _is_voiced(around, parsed, clause):
        return None
    found = undertaking("pledge", clause.aux, teller, clause.verb, score=0.65)
    return found._replace(first=subject.left_edge.i) if subject.i < clause.aux.i else found


def _is_undertaken(clause: Future) -> bool:
    """Whether the clause tells of a deed on purpose, with a day where it needs one."""
    verb, lemma = clause.verb, clause.verb.lemma_
    undergone = any(c.dep_ == "auxpass" for c in verb.children)
    by, on, when = bounds_of(verb)
    if lemma in _STAYING and any(c.lower_ in _STATES for c in verb.children if c.i > verb.i):
        return by or when
    placed = any(c.dep_ == "prep" and c.lower_ == "in" and c.right_edge.lower_ in _IN_PLACE for c in verb.children)
    if lemma == "be" and not undergone and (placed or any(c.lower_ == "present" for c in verb.children)):
        return by or on
    if lemma == "be" and not undergone and any(c.lower_ in _REACHED for c in verb.children if c.i > verb.i):
        return by
    if lemma in BEGUN and not undergone and not any(c.dep_ in {"dobj", "xcomp"} for c in verb.children):
        return by or (on and clause.teller is not None)
    if undergone and lemma not in DONE_TO | BEFALLEN and not any(c.dep_ == "dobj" for c in verb.children):
        return by or (when and clause.teller is not None)
    if not undergone or lemma not in DONE_TO:
        return False
    if lemma == "make" and not any(c.lower_ in _MADE for c in verb.children):
        return False
    return by or on or when or lemma in _OWED


def _is_forborne(clause: Future) -> bool:
    """Whether a thing will be left alone for a time: "the rooms will not be used again until they are repaired"."""
    verb = clause.verb
    undergone = any(c.dep_ == "auxpass" for c in verb.children)
    if not undergone or not any(c.dep_ == "neg" for c in verb.children) or verb.lemma_ in _SENSED:
        return False
    by, _, when = bounds_of(verb)
    return by or when or any(c.lower_ in {"again", "anywhere", "ever"} for c in verb.children)


def _is_of_paper(around: Surroundings, parsed: ParsedBlock, clause: Future) -> bool:
    """Whether a release or letter says in its own words what will be done to a thing, with a day or without one."""
    undergone = any(c.dep_ == "auxpass" for c in clause.verb.children)
    own = around.statement_at(parsed.token_span(clause.aux)) is None and clause.teller is None
    told = own and (bool(issuer_of(around)) or is_letter(around))
    return told and undergone and clause.verb.lemma_ in DONE_TO - _VAGUE and clause.aux.lower_ not in {"would", "’d"}


def bounds_of(verb: "Token") -> tuple[bool, bool, bool]:
    """Whether a verb has a last day, a day, and a clause that says when."""
    links = [c for c in verb.children if c.dep_ in {"prep", "agent"}]
    latest = any(c.lower_ in _AT_THE_LATEST and any(g.ent_type_ in _DATED for g in c.subtree) for c in verb.children)
    links += [g for c in verb.children if c.i > verb.i for g in c.children if g.dep_ == "prep"]
    dated = [c for c in links if any(g.ent_type_ in _DATED for g in c.subtree)]
    bare = any(c.dep_ == "npadvmod" and c.ent_type_ == "DATE" for c in verb.children)
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    clauses += [g for c in links for g in c.children if g.dep_ == "pcomp"]
    when = any(g.lower_ in _WHEN for c in clauses for g in (*c.children, c.head))
    by = latest or any(c.lower_ in _BY for c in dated)
    return by, bare or any(c.lower_ in _ON for c in dated), when


def _sees_to_it(around: Surroundings, parsed: ParsedBlock, teller: "Token") -> bool:
    """Whether who tells it may have a hand in it."""
    if teller.lemma_.lower() in _WATCHING or reported_by_many(teller):
        return False
    named = around.entity_at(parsed.offset + teller.idx)
    if named is not None and named.kind == "person":
        return not any(word in _WATCHING for role in named.roles for word in role.title.lower().split())
    return teller.lower_ in THIRD_SUBJECTS or can_undertake(around, parsed, teller)


def _is_voiced(around: Surroundings, parsed: ParsedBlock, clause: Future) -> bool:
    """Whether a quotation, a turn or a release says it in its own words, of somebody known."""
    statement = around.statement_at(parsed.token_span(clause.aux))
    if statement is None:
        told = parsed.block.kind == "turn" or bool(issuer_of(around)) or is_letter(around)
        return clause.governing is None and told
    if clause.governing is not None:
        outside = around.statement_at(parsed.token_span(clause.governing))
        if outside is not None and outside.id == statement.id:
            return False  # somebody says that somebody says it
    speaker = statement.speaker
    known = speaker.name is not None and not speaker.anonymous
    return known and statement.manner in {"direct", "mixed", "turn"} and statement.stance != "asks"
