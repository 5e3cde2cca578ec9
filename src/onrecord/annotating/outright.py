"""What a text in its own voice says will be done, be had or begin, without a word of promising.

"The director will be prosecuted", "every household will get a radio", "counters are to be fitted before the season",
"the hotline opens tomorrow": in a speech, a letter, a body's notice or the terms of an accord whoever speaks sees to
it. In a report's words the same would be news or a forecast.
"""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.actions import Found, undertaking
from onrecord.annotating.actors import can_undertake
from onrecord.annotating.commitmentwords import PREDICTING
from onrecord.annotating.deadlines import FIXED, RECURRING
from onrecord.annotating.foretelling import BEFALLEN, acts, agentless, asked, comes_about, foretells, reported_by_many
from onrecord.annotating.ownership import served
from onrecord.annotating.reached import BEGUN, DONE_TO, bounds_of
from onrecord.annotating.surroundings import Surroundings, negated, shared_subject
from onrecord.annotating.voices import commits, in_third_person
from onrecord.language.parsing import ParsedBlock
from onrecord.language.pronounwords import THIRD_SUBJECTS

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_TOLD = frozenset({"announce", "confirm", "reveal", "disclose", "explain", "mention", "discuss"})
"""What is only said: "further details will be announced"."""
_HEDGES = frozenset(
    {"probably", "perhaps", "maybe", "likely", "possibly", "presumably", "inevitably", "always", "often", "usually",
     "never", "surely", "undoubtedly", "simply", "just"}
)  # fmt: skip
_GETTING = frozenset({"get", "receive", "have", "keep"})
_VAGUE = frozenset(
    {"it", "this", "that", "what", "which", "who", "you", "one", "there", "something", "nothing", "we", "i"}
)
_EMPTY = frozenset(
    {"chance", "idea", "doubt", "problem", "impact", "effect", "say", "choice", "trouble", "surprise", "time",
     "opportunity", "feeling", "reason", "nothing", "it", "this", "that", "something"}
)  # fmt: skip
"""What somebody may be said to have or get though nobody gives it."""
_NO_DEEDS = frozenset(
    {"doubt", "question", "need", "winner", "change", "problem", "choice", "time", "way", "reason", "end", "answer",
     "peace", "surprise", "one", "point", "room", "progress", "shortage", "rain"}
)  # fmt: skip
"""What there may be none of though nobody forbids it."""
_GIVING_UP = frozenset(
    {"scrap", "cancel", "recall", "abolish", "withdraw", "suspend", "postpone", "stop", "drop", "shut", "close", "end"}
)
_ARRANGED = BEGUN | frozenset(
    {"go", "come", "get", "receive", "ship", "end", "shut", "stop", "leave", "move", "return", "fall"}
)
"""Deeds that the plain present arranges with a day to come: "we close the floor on Friday", "wages go up in April"."""
_GONE = re.compile(r"\b(?:ago|last|yesterday|since|past|previous)\b", re.IGNORECASE)
_SCORE = 0.65


def may_tell_outright(token: "Token") -> bool:
    """Whether a word may tell so: a cheap look before the parse is searched."""
    if token.lower_ in {"is", "are"}:
        return any(c.dep_ == "xcomp" and c.i <= token.i + 6 for c in token.children)
    if token.lower_ == "going":
        return any(c.dep_ == "xcomp" for c in token.children)
    if token.tag_ == "VBG":
        return token.dep_ in {"ROOT", "conj", "ccomp"} and any(c.dep_ == "aux" for c in token.children)
    if token.tag_ == "VBN":
        helping = [c for c in token.children if c.dep_ in {"aux", "auxpass"}]
        return token.dep_ == "ROOT" and len(helping) == 1 and helping[0].lower_ in {"is", "are"}
    plain = token.tag_ in {"VBZ", "VBP"} and token.lemma_ in _ARRANGED
    return plain and token.dep_ in {"ROOT", "conj", "ccomp"} and not any(c.dep_ == "aux" for c in token.children)


def told_outright(around: Surroundings, parsed: ParsedBlock, token: "Token", *, vouched: bool = False) -> list[Found]:
    """What a clause tells outright of a thing, of those who get something, or of a body.

    `vouched` says that it is known from elsewhere that who speaks binds himself.
    """
    if not vouched and not commits(around, parsed, token):
        return []
    if token.dep_ == "aux":
        deed: Token | None = token.head
    elif token.lower_ in {"is", "are", "going"}:
        deed = next((c for c in token.children if c.dep_ == "xcomp" and c.i > token.i), None)
    else:
        return _arranged(around, parsed, token)
    told = token.head if token.dep_ == "aux" else token
    subject = shared_subject(told)
    if (
        deed is None
        or deed.lemma_ in {"blame", "come", "follow"}
        or subject is None
        or subject.i > deed.i
        or _is_open(told)
        or _is_open(deed)
    ):
        return []
    if not (_is_done(deed) or _is_had(around, parsed, deed, subject) or _is_deed_of(around, parsed, deed, subject)):
        return []
    if subject.lower_ == "there" or (subject.lower_ in _VAGUE and not (subject.lower_ == "it" and _is_done(deed))):
        return []
    return [_with_subject(undertaking("plan" if token.lower_ in {"is", "are"} else "pledge", token, None, deed,
                                      score=_SCORE), subject)]  # fmt: skip


def none_of(around: Surroundings, parsed: ParsedBlock, aux: "Token", *, vouched: bool = False) -> list[Found]:
    """What somebody says there will be none of: "there will be no marches"."""
    verb = aux.head
    thing = next((c for c in verb.children if c.dep_ == "attr" and c.i > verb.i), None)
    none = thing is not None and any(c.dep_ == "det" and c.lower_ == "no" for c in thing.children)
    if not none or thing is None or thing.lemma_ in _NO_DEEDS or _is_open(verb):
        return []
    if not vouched and not commits(around, parsed, aux):
        return []
    return [undertaking("pledge", aux, None, verb, score=_SCORE)]


def _is_open(verb: "Token") -> bool:
    """Whether a clause asks, supposes, hedges, hangs on another's belief, or tells more of a noun."""
    above = verb.head if verb.dep_ == "ccomp" else None
    if verb.dep_ in {"relcl", "advcl", "acl", "pcomp"} or asked(verb) or foretells(verb):
        return True
    if above is not None and (above.lemma_ in PREDICTING or above.pos_ == "ADJ"):
        return True
    return any(c.lower_ in _HEDGES for c in verb.children)


def _is_done(verb: "Token") -> bool:
    """Whether something is done to a thing on purpose: "will be prosecuted", "are to be fitted"."""
    undergone = any(c.dep_ == "auxpass" for c in verb.children)
    if not undergone or verb.tag_ != "VBN":
        return False
    held = verb.lemma_ == "hold" and (negated(verb) or any(c.lower_ == "at" for c in verb.children))
    return held or verb.lemma_ not in BEFALLEN | _TOLD


def _is_had(around: Surroundings, parsed: ParsedBlock, verb: "Token", subject: "Token") -> bool:
    """Whether somebody is given something: "every household will get a radio", "they will have their money"."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    each = any(c.lower_ in {"every", "each"} for c in subject.children)
    if thing is None or thing.lemma_.lower() in _EMPTY or (reported_by_many(subject) and not each):
        return False
    spared = verb.lemma_ == "pay" and any(c.dep_ == "det" and c.lower_ == "no" for c in thing.children)
    if verb.lemma_ not in _GETTING and not spared:
        return False
    given = each or subject.lower_ in THIRD_SUBJECTS | {"everybody", "everyone", "anybody", "anyone", "nobody"}
    return given or served(subject) or (can_undertake(around, parsed, subject) and subject.tag_ in {"NN", "NNS"})


def _is_deed_of(around: Surroundings, parsed: ParsedBlock, verb: "Token", subject: "Token") -> bool:
    """Whether it is what a body, or somebody not yet named, will do on behalf of whoever speaks."""
    none = any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in subject.children)
    if none and any(c.lower_ == "shall" for c in verb.children) and in_third_person(around, parsed):
        return True  # "no shift shall exceed nine hours"
    if verb.pos_ != "VERB" or any(c.dep_ == "auxpass" for c in verb.children) or comes_about(verb):
        return False
    own = any(c.lower_ in {"this", "our", "my"} for c in subject.children)
    some = subject.tag_ == "NN" and any(c.lower_ in {"a", "an", "another"} for c in subject.children)
    if own or in_third_person(around, parsed):
        able = acts(around, parsed, subject) or (subject.pos_ == "PROPN" and subject.ent_type_ != "PERSON")
        return able and (not agentless(verb, own=True) or _lets(verb))
    by, on, _ = bounds_of(verb)
    person = some and can_undertake(around, parsed, subject)
    begins = verb.lemma_ in BEGUN and not any(c.dep_ == "dobj" for c in verb.children)
    stands = some and by and not reported_by_many(subject)  # "a cold store will stand in the town by May"
    return (
        stands
        or (person and not agentless(verb, own=True))
        or (begins and (by or (on and in_third_person(around, parsed))))
    )


def _lets(verb: "Token") -> bool:
    return verb.lemma_ in {"let", "allow", "give", "take", "make", "help"} and any(
        c.dep_ in {"dobj", "ccomp", "xcomp", "prt"} for c in verb.children
    )


def _arranged(around: Surroundings, parsed: ParsedBlock, verb: "Token") -> list[Found]:
    """What the present tense arranges: with a day to come, or what a speaker says he is giving up."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.i), None)
    each = subject is not None and any(c.lower_ in {"every", "each"} for c in subject.children)
    if subject is None or _is_open(verb) or (reported_by_many(subject) and not each):
        return []
    if verb.tag_ == "VBN":
        stays = bounds_of(verb)[2] or any(c.lower_ in {"until", "from"} for c in verb.children)
        if verb.lemma_ not in DONE_TO | _GIVING_UP | {"reinstate"} or not (stays or _lies_ahead(around, parsed, verb)):
            return []
        return [_with_subject(undertaking("plan", verb, None, verb, score=_SCORE), subject)]
    if verb.tag_ == "VBG":
        up = any(c.dep_ == "prt" and c.lower_ in {"up", "out"} for c in verb.children)
        given_up = verb.lemma_ in _GIVING_UP or (verb.lemma_ in {"give", "pull", "phase"} and up)
        thing = any(c.dep_ == "dobj" and c.pos_ != "PRON" for c in verb.children)
        own = subject.lower_ in {"we", "i"} and thing and not comes_about(verb)
        _, _, until = bounds_of(verb)
        if not own or not (given_up or until or _lies_ahead(around, parsed, verb)):
            return []
        return [undertaking("pledge", verb, subject, verb, score=_SCORE)]
    if not _lies_ahead(around, parsed, verb) or subject.lower_ in _VAGUE - {"we", "i", "it"}:
        return []
    given = verb.lemma_ in {"get", "receive"}
    if given and not _is_had(around, parsed, verb, subject):
        return []
    if subject.lower_ in {"we", "i"}:
        return [undertaking("pledge", verb, subject, verb, score=_SCORE)]
    return [_with_subject(undertaking("plan", verb, None, verb, score=_SCORE), subject)]


def _lies_ahead(around: Surroundings, parsed: ParsedBlock, verb: "Token") -> bool:
    """Whether a clause has a time that begins after the day of the document."""
    published = around.document.published.first_day if around.document.published is not None else None
    span = parsed.span_of(parsed.doc[verb.left_edge.i : min(verb.right_edge.i, verb.sent.end - 1) + 1])
    for mention in around.times_in(span.start, span.end + 1):
        begins, told = mention.interval.start, mention.interval.text
        if _GONE.search(told) is not None:
            continue
        late = published is not None and begins is not None and begins[:10] > published.isoformat()
        if mention.direction == "future" or late:
            return True
        if RECURRING.search(told) is not None and FIXED.search(told) is None:
            return True  # the plain present never tells of the Friday that was
    return False


def _with_subject(found: Found, subject: "Token") -> Found:
    return found._replace(first=subject.left_edge.i) if subject.i < found.first else found
