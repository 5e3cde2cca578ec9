"""What is arranged rather than promised: "is to meet", "are leaving on 3 May", "a pact under which they will"."""

from typing import TYPE_CHECKING

from onrecord.annotating.accords import ACCORDS, kind_under
from onrecord.annotating.actions import Found, has_to, infinitive_after, undertaking
from onrecord.annotating.actors import can_undertake
from onrecord.annotating.foretelling import acts, agentless, asked, comes_about, foretells, reported_by_many
from onrecord.annotating.subjects import agent_of
from onrecord.annotating.surroundings import NOUNS, Surroundings, negated, shared_subject
from onrecord.annotating.works import to_be_done
from onrecord.language.parsing import ParsedBlock
from onrecord.model.items import CommitmentKind

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_BINDING = frozenset({"oblige", "obligate", "bind", "commit", "require"})
_NOT_DEEDS = frozenset({"blame", "be", "come", "follow", "say", "do", "go"})
"""What "is to" does not arrange: "is to blame", "what is to come"."""
_ARRANGED = frozenset(
    {"leave", "meet", "travel", "visit", "return", "host", "hold", "launch", "open", "close", "retire", "resign",
     "quit", "move", "join", "publish", "release", "convene", "fly", "depart", "introduce", "start", "begin", "end",
     "stop", "bring", "come", "sign", "present", "unveil", "send", "reopen", "step", "stage", "hand", "cut", "raise",
     "appear"}
)  # fmt: skip
"""Deeds that the present tense arranges: "is leaving in June", "are meeting on Friday"."""
_PRESENT = frozenset({"is", "are", "am", "’s", "'s", "’re", "'re", "’m", "'m"})
_VAGUE_SUBJECTS = frozenset({"it", "this", "that", "there", "what", "which", "you", "one", "who"})
_TERMS = frozenset({"day", "week", "month", "hour", "year"})
_CHANCES = frozenset(
    {"do", "go", "run", "live", "have", "appeal", "comment", "object", "apply", "vote", "claim", "enter", "register",
     "decide", "choose", "enjoy", "spare", "complain"}
)  # fmt: skip
"""What somebody is free to do until a day: "residents have until Friday to object"."""
_WORKS = frozenset(
    {"complete", "finish", "open", "reopen", "restart", "resume", "begin", "start", "publish", "release", "launch",
     "deliver", "restore", "repair", "replace", "install", "sign", "close", "hire", "build", "send", "present", "pay"}
)  # fmt: skip
"""Deeds whose day who does them sets: "expects to reopen the line in May", not "expects to win"."""
_FAR = 25
"""Words of what is expected in which its day stands."""
_REACH = 3
"""Words from "is" to the "to" of what is arranged at most."""


def may_arrange(token: "Token") -> bool:
    """Whether a word may arrange something: a cheap look before the parse is searched."""
    if token.lower_ in {"is", "are"}:
        return any(t.lower_ == "to" for t in token.doc[token.i + 1 : token.i + 1 + _REACH])
    if token.tag_ == "VBG" and token.lemma_ in _ARRANGED:
        return any(c.dep_ == "aux" and c.lower_ in _PRESENT for c in token.children)
    if token.lemma_ in _BINDING:
        return token.tag_ in {"VBZ", "VBP"}
    if token.lemma_ == "expect":
        return token.tag_ in {"VBZ", "VBP", "VBD"}
    if token.lemma_ == "have" and token.tag_ in {"VBZ", "VBP"} and token.dep_ not in {"aux", "auxpass"}:
        return any(c.lower_ == "until" or c.lemma_ in _TERMS for c in token.children)
    return token.lemma_ == "give" and token.tag_ in {"VBD", "VBN"}


def arranged_at(around: Surroundings, parsed: ParsedBlock, token: "Token") -> list[Found]:
    """The undertaking that an arrangement makes."""
    if asked(token) or negated(token):
        return []
    if token.lemma_ == "have":
        return _has_until(around, parsed, token)
    if token.lemma_ == "give":
        return _gives_until(around, parsed, token)
    if token.lemma_ == "expect":
        return _expects(around, parsed, token)
    if foretells(token):
        return []
    if token.lower_ in {"is", "are"}:
        return _is_to(around, parsed, token)
    if token.tag_ == "VBG":
        return _is_leaving(around, parsed, token)
    return _binds(around, parsed, token)


def _expects(around: Surroundings, parsed: ParsedBlock, verb: "Token") -> list[Found]:
    """What somebody expects to have done by a day, and does himself: "expects to complete repairs on 12 May"."""
    action = next((c for c in verb.children if c.dep_ == "xcomp" and has_to(c)), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if (
        action is None
        or subject is None
        or action.lemma_ not in _WORKS
        or any(c.dep_ == "auxpass" for c in action.children)
    ):
        return []
    dated = any(
        t.ent_type_ in {"DATE", "TIME"} for t in parsed.doc[action.i : min(action.right_edge.i + 1, action.i + _FAR)]
    )
    if not dated or not (subject.lower_ in {"it", "they", "we"} or acts(around, parsed, subject)):
        return []
    return [undertaking("plan", verb, subject, action, score=0.65)]


def _is_to(around: Surroundings, parsed: ParsedBlock, being: "Token") -> list[Found]:
    """What somebody "is to" do; in the passive only by whom the clause names."""
    action = next((c for c in being.children if c.dep_ == "xcomp" and has_to(c) and c.i <= being.i + _REACH + 2), None)
    subject = next((c for c in being.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < being.i), None)
    if subject is None and being.dep_ == "conj":
        subject = shared_subject(being)  # "talks began on Tuesday and are to be concluded by Friday"
    if (
        action is None
        or subject is None
        or action.lemma_ in _NOT_DEEDS
        or comes_about(action)
        or agentless(action, own=False)
    ):
        return []
    if any(c.dep_ in {"acomp", "attr"} for c in being.children):
        return []
    if any(c.dep_ == "auxpass" for c in action.children):
        doer = agent_of(action)
        if doer is None or doer.ent_type_ in {"DATE", "TIME"} or not acts(around, parsed, doer):
            return to_be_done(being, action, subject)
        return [undertaking(kind_under(being), being, doer, action, score=0.65)]
    personal = subject.lower_ in {"he", "she", "they", "we", "i"}
    if not personal and not acts(around, parsed, subject) and (found := to_be_done(being, action, subject)):
        return found
    if (
        subject.lower_ in _VAGUE_SUBJECTS
        or not (personal or acts(around, parsed, subject))
        or reported_by_many(subject)
    ):
        return []
    return [undertaking(kind_under(being), being, subject, action, score=0.65)]


def _is_leaving(around: Surroundings, parsed: ParsedBlock, verb: "Token") -> list[Found]:
    """What somebody is doing on a day to come: "the ministers are meeting in Lund on 10 June"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or verb.dep_ in {"advcl", "relcl"} or not _lies_ahead(around, parsed, verb):
        return []
    personal = subject.lower_ in {"he", "she", "they", "we", "i"}
    if not (personal or acts(around, parsed, subject)) or reported_by_many(subject):
        return []
    kind: CommitmentKind = "pledge" if subject.lower_ in {"we", "i"} else "plan"
    return [undertaking(kind, verb, subject, verb, score=0.65)]


def _lies_ahead(around: Surroundings, parsed: ParsedBlock, verb: "Token") -> bool:
    """Whether a time that hangs on a verb begins after the day of the document."""
    published = around.document.published.first_day if around.document.published is not None else None
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in {"prep", "npadvmod"} or published is None:
            continue
        if child.lower_ == "at" and any(g.lower_ == "end" for g in child.children):
            return True
        start, edge = parsed.offset + child.left_edge.idx, child.right_edge
        for mention in around.times_in(start, parsed.offset + edge.idx + len(edge.text)):
            begins = mention.interval.start
            if mention.direction == "future" or (begins is not None and begins[:10] > published.isoformat()):
                return True
    return False


def _binds(around: Surroundings, parsed: ParsedBlock, verb: "Token") -> list[Found]:
    """What an accord binds somebody to do: "the deal obliges the club to pay for the police"."""
    accord = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    bound = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ in NOUNS), None)
    if accord is None or bound is None or accord.lemma_ not in ACCORDS or not can_undertake(around, parsed, bound):
        return []
    action = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and has_to(c)), None)
    return [undertaking("agreement", verb, bound, action, score=0.7)] if action is not None else []


def _days(verb: "Token") -> "Token | None":
    """How long somebody is given: "90 days" of "gave the firms 90 days to file a plan"."""
    given = [c for c in verb.children if c.dep_ in {"dobj", "npadvmod", "dative", "oprd"} and c.i > verb.i]
    term = next((c for c in given if c.lemma_ in _TERMS), None)
    counted = term is not None and any(c.dep_ == "nummod" or c.like_num or c.lower_ == "a" for c in term.children)
    return term if counted and term is not None and term.i + 1 < len(verb.doc) and term.nbor().lower_ == "to" else None


def _last_of(time: "Token") -> "Token":
    """The last word of a time before the infinitive, which the parse may hang on it."""
    return time if time.lemma_ in _TERMS else time.right_edge


def _has_until(around: Surroundings, parsed: ParsedBlock, verb: "Token") -> list[Found]:
    """What somebody has a last day or a term for: "the union has until Friday to answer", "has 30 days to appeal"."""
    until = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "until" and c.i > verb.i), None)
    time = until or _days(verb)
    subject = shared_subject(verb)
    action = infinitive_after(_last_of(time), reach=3) if time is not None else None
    if action is None and until is not None:
        action = infinitive_after(until, reach=6)
    if action is None or subject is None or subject.i > verb.i:
        return []
    able = subject.lower_ in {"he", "she", "they", "it"} or acts(around, parsed, subject)
    if not able or reported_by_many(subject) or action.lemma_ in _CHANCES:
        return []
    return [undertaking("order", verb, None, action, subject, score=0.65)]


def _gives_until(around: Surroundings, parsed: ParsedBlock, verb: "Token") -> list[Found]:
    """What somebody is given a last day for: "gave the firm until Friday to explain itself"."""
    until = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "until"), None) or _days(verb)
    whom = next((c for c in verb.children if c.dep_ in {"dobj", "dative"} and c != until), None)
    author = shared_subject(verb)
    action = infinitive_after(_last_of(until), reach=3) if until is not None else None
    if action is None and until is not None and until.dep_ == "prep":
        action = infinitive_after(until, reach=6)  # which the parse hangs on the day
    if any(c.dep_ == "auxpass" for c in verb.children):
        able = author is not None and (author.lower_ in {"he", "she", "they"} or acts(around, parsed, author))
        return [undertaking("order", verb, None, action, author, score=0.7)] if action is not None and able else []
    if until is None or whom is None or author is None:
        return []
    if action is None or not (author.lower_ in {"he", "she", "they"} or acts(around, parsed, author)):
        return []
    return [undertaking("order", verb, author, action, whom, score=0.7)]
