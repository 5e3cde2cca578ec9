"""What became of commitments: repeated later, or told as done, under way or not done by a later claim."""

import re
from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from onrecord.comparing.achieving import alike, class_of_deed, names_of, opposed
from onrecord.comparing.doers import by_untold, done_by_party, in_first_person, is_named, is_party
from onrecord.comparing.forbearing import deed_of, forbears, undertook
from onrecord.comparing.kept import kept
from onrecord.comparing.keys import mood_of, topic_of
from onrecord.comparing.nominal_deeds import NominalDeed, Stage, nominal_deed
from onrecord.comparing.renouncing import taken_back
from onrecord.comparing.sides import is_firm, tense_of, turns
from onrecord.comparing.sorts import DENIED, after_verb, differ
from onrecord.comparing.stages import falls_short, is_partial
from onrecord.comparing.telling import (
    CORE_ENDS,
    for_others,
    head_of,
    is_participle,
    is_past_deed,
    is_with_others,
    thing_acting,
    things_of,
    whole_of,
    words_of_subject,
    words_of_theme,
)  # fmt: skip
from onrecord.comparing.undertaken import deeds_in
from onrecord.comparing.words import stem, stems
from onrecord.language.predicates import axis_of
from onrecord.model.documents import Document
from onrecord.model.findings import Checks, Finding
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Claim, Commitment, CommitmentStatus, StatusChange
from onrecord.model.spans import Evidence
from onrecord.model.times import Interval

TOLD_AGAIN, TOLD_DONE, TOLD_UNDERWAY, TOLD_UNDONE = "undertaken-again", "told-done", "told-underway", "told-undone"
TOLD_WITHDRAWN, TOLD_AGAINST, TOLD_CONTRARY = "told-withdrawn", "undertaken-against", "told-contrary"
TOLD_BROKEN, TOLD_LATE, TOLD_PART = "told-broken", "told-late", "told-part"
"""The methods of the sorts of finding, which say what became of the commitment."""

VERSION = "progress/14"

SAME_ACTION = 0.6
"""Of the content stems of two undertakings together, how many they must share to be one."""

SAME_DEED = 0.5
"""Of the content stems of an undertaking, how many a later claim must hold to tell of it."""

FEWEST_SHARED = 2
MOST_STEMS = 12

SCORES = {
    TOLD_AGAIN: 0.75, TOLD_DONE: 0.7, TOLD_UNDERWAY: 0.7, TOLD_UNDONE: 0.65, TOLD_WITHDRAWN: 0.7, TOLD_AGAINST: 0.65,
    TOLD_CONTRARY: 0.65, TOLD_BROKEN: 0.7, TOLD_LATE: 0.65, TOLD_PART: 0.7,
}  # fmt: skip

TELLS: Mapping[str, str] = {
    TOLD_DONE: "was done", TOLD_UNDERWAY: "was under way", TOLD_UNDONE: "was not done", TOLD_WITHDRAWN: "was withdrawn",
    TOLD_CONTRARY: "was done all the same", TOLD_BROKEN: "was not kept",
    TOLD_LATE: "was put off or will take longer", TOLD_PART: "was done, as one of several things",
    TOLD_AGAIN: "was undertaken again",
}  # fmt: skip
STATUSES: Mapping[str, CommitmentStatus] = {
    TOLD_AGAIN: "repeated", TOLD_DONE: "done", TOLD_UNDERWAY: "in_progress", TOLD_UNDONE: "broken",
    TOLD_WITHDRAWN: "withdrawn", TOLD_AGAINST: "withdrawn", TOLD_CONTRARY: "broken", TOLD_BROKEN: "broken",
    TOLD_LATE: "in_progress", TOLD_PART: "in_progress",
}  # fmt: skip

_AT_STAGE: Mapping[Stage, str] = {
    "done": TOLD_DONE, "under way": TOLD_UNDERWAY, "not done": TOLD_UNDONE, "late": TOLD_LATE,
    "given up": TOLD_WITHDRAWN,
}  # fmt: skip
_FAILED = re.compile(r"\b(?:failed|refused|declined|neglected|yet) to\b", re.I)
_LIGHT = frozenset(stem(word) for word in ("operation", "operations", "use", "provision", "work", "activity"))
"""What adds nothing to the thing of an action: "the operation of the furnace"."""

_TAKEN_UP = 250
"""Characters before a noun that takes up a deed told there."""
_SPACE = re.compile(r"\s+")


def commitment_keys(commitment: Commitment) -> tuple[str, ...]:
    """The predicate of each of its deeds with each content word: what tells of it later shares one of these."""
    return tuple(sorted({key for deed in _deeds(commitment) for key in _keys_of(_without_deadline(deed))}))


def _deeds(commitment: Commitment) -> tuple[Commitment, ...]:
    """The undertaking as one for each deed that it joins: "exchange lists and station two officers"."""
    actions = deeds_in(_SPACE.sub(" ", commitment.action))
    return (commitment,) if len(actions) == 1 else tuple(replace(commitment, action=action) for action in actions)


def _deed(commitment: Commitment) -> str | None:
    """The class of the verb of what was undertaken."""
    return class_of_deed(_without_deadline(commitment))


def _keys_of(action: str) -> tuple[str, ...]:
    deed = class_of_deed(action)
    if deed is None:
        return ()
    names = names_of(deed)
    found = dict.fromkeys(word for word in stems(action) if not word.isdigit())
    return tuple(sorted({f"{name}|{word}" for name in names for word in list(found)[:MOST_STEMS]}))


def deed_keys(claim: Claim) -> tuple[str, ...]:
    """A told deed's predicate with the thing it is done to: where a commitment to it would be found."""
    if (recalled := _recalled(claim)) is not None:
        return _keys_of(recalled[0])
    nominal = _nominal(claim)
    by_noun = {f"{nominal.axis}|{word}" for word in _told_of(nominal)} if nominal is not None else set()
    return tuple(sorted(by_noun | _verbal_keys(claim)))


def _verbal_keys(claim: Claim) -> set[str]:
    """What a firm claim of fact tells by its verb."""
    if turns(claim) or not is_firm(claim) or mood_of(claim) != "fact":
        return set()
    topic = topic_of(claim)
    if topic is None:
        told = in_first_person(claim) or by_untold(claim) or claim.proposition.argument("agent") is None
        deed = names_of(claim.proposition.predicate) if told else ()
        return {f"{name}|{thing}" for name in deed for thing in words_of_theme(claim)}
    things = {stem(topic.head)} if topic.what else set()
    things |= set(words_of_theme(claim)) | set(words_of_subject(claim))
    if (thing := thing_acting(claim)) is not None:
        things.add(stem(thing.split()[-1]))
    if (whole := whole_of(claim)) is not None:
        things.add(whole)
    names = {topic.axis, *names_of(claim.proposition.predicate)}
    return {f"{name}|{thing}" for name in names for thing in things}


def _told_of(deed: NominalDeed) -> tuple[str, ...]:
    """The stems of what a deed told by a noun is done to, or of the noun that stands alone."""
    return stems(deed.thing)[:MOST_STEMS] or stems(deed.noun)


def _recalled(claim: Claim) -> tuple[str, str] | None:
    """What a claim tells to have been undertaken, and what it says became of it: taken back, kept or not kept."""
    denied = claim.polarity == "negated"
    renounced = taken_back(claim.text, denied=denied)
    if renounced is not None:
        return renounced, TOLD_WITHDRAWN
    told = kept(claim.text, denied=denied)
    return None if told is None else (told.action, TOLD_DONE if told.done else TOLD_BROKEN)


def _nominal(claim: Claim) -> NominalDeed | None:
    """The deed that a firm claim tells by a noun."""
    if turns(claim) or not is_firm(claim):
        return None
    return nominal_deed(claim.text, denied=claim.polarity == "negated")


def action_stems(commitment: Commitment) -> tuple[str, ...]:
    """The content stems of what was undertaken, in order and each once; the words of its deadline are no part of it."""
    return tuple(dict.fromkeys(word for word in stems(_without_deadline(commitment)) if not word.isdigit()))


def _without_deadline(commitment: Commitment) -> str:
    due = commitment.deadline.text if commitment.deadline else ""
    return deed_of(commitment.action.replace(due, " ") if due else commitment.action)


def _core_stems(commitment: Commitment) -> set[str]:
    """The stems of an action up to what it is for: "convene a panel of experts" of "… to share what they know"."""
    action = _without_deadline(commitment)
    end = CORE_ENDS.search(action, len(action.partition(" ")[0]) + 1)
    return {word for word in stems(action[: end.start()] if end else action) if not word.isdigit()} - _LIGHT


def repeated(one: Commitment, other: Commitment, documents: Mapping[str, Document]) -> Finding | None:
    """The finding that two documents tell of one undertaking on different days, or `None`."""
    days = [day_of(commitment, documents[commitment.document]) for commitment in (one, other)]
    first, second = days
    later = one if first is not None and second is not None and first > second else other
    if later.announced is None and later.kind == "pledge":
        return None  # a report that recalls a promise does not make it again
    if one.document == other.document or first is None or second is None or first == second:
        return None
    mine, theirs = set(action_stems(one)), set(action_stems(other))
    shared = mine & theirs
    if differ(after_verb(one.action), after_verb(other.action)):
        return None
    few = len(shared) < max(FEWEST_SHARED + 1, SAME_ACTION * len(mine | theirs))
    if few or not _same_parties(one, other):
        return None
    before, after = (one, other) if first < second else (other, one)
    against = (DENIED.search(before.action) is None) != (DENIED.search(after.action) is None)
    if against and before.kind == "call_for":
        return None
    return Finding(
        id=content_id("finding", "progress", sorted((one.id, other.id))),
        kind="progress",
        items=(before.id, after.id),
        evidence=tuple(Evidence(document=c.document, spans=c.spans) for c in (before, after)),
        question=None,
        same_speaker=True,
        checks=Checks(referent="agree"),
        reason=f"{parties_told(before)} {undertook(before, _action(before))}, and "
        + (
            f"in a later document {undertook(after, _action(after))}."
            if against
            else "did so again in a later document."
        ),
        clash=(_action(before), _action(after)) if against else (),
        score=SCORES[TOLD_AGAINST if against else TOLD_AGAIN],
        method=TOLD_AGAINST if against else TOLD_AGAIN,
        version=VERSION,
    )


def carried_out(commitment: Commitment, claim: Claim, documents: Mapping[str, Document]) -> Finding | None:
    """The finding that a later claim tells what became of an undertaking, or `None`."""
    document, later = documents[commitment.document], documents[claim.document]
    announced, told = day_of(commitment, document), later.published.first_day if later.published else None
    recalled, nominal = _recalled(claim), _nominal(claim)
    if claim.document == commitment.document:
        undone = claim.polarity == "negated" and announced is not None and told is not None and announced < told
        if not (recalled or undone) or claim.spans[0].start <= commitment.spans[-1].end:
            return None  # a report tells again what it has told, unless it tells that it is over, or not done
    elif announced is None or told is None or told <= announced:
        return None
    if commitment.kind == "call_for" or (claim.presupposed and recalled is None and not is_past_deed(claim)):
        return None
    known = recalled is not None or claim.presupposed or nominal is not None or _FAILED.search(claim.text) is not None
    known = known or is_participle(claim, later)
    if not known and tense_of(claim) not in {"past", "perfect", None}:
        return None
    deeds = dict.fromkeys((*_deeds(commitment), commitment))
    deed = next((deed for deed in deeds if _tells_of(deed, claim, document, later)), None)
    if deed is None:
        return None
    method = _method(deed, claim)
    if method == TOLD_DONE and deed.action != commitment.action:
        method = TOLD_PART
    if forbears(commitment) and not _bears_on(commitment, method, told):
        return None
    outlet = later.outlet or later.title or "a later document"
    words_told = _SPACE.sub(" ", " … ".join(span.of(later.text) for span in claim.spans))
    return Finding(
        id=content_id("finding", "progress", sorted((commitment.id, claim.id))),
        kind="progress",
        items=(commitment.id, claim.id),
        evidence=tuple(Evidence(document=item.document, spans=item.spans) for item in (commitment, claim)),
        question=None,
        same_speaker=False,
        checks=Checks(time="agree", referent="agree"),
        reason=(
            f"{parties_told(commitment)} {undertook(commitment, _action(commitment))}; "
            f"{outlet} later tells that it {TELLS[method]}: “{words_told}”."
        ),
        clash=(_action(commitment), words_told),
        score=SCORES[method],
        method=method,
        version=VERSION,
    )


def _bears_on(commitment: Commitment, method: str, told: date | None) -> bool:
    """Whether what is told of a forbearance says what became of it: that it was broken while it held, or taken back."""
    due = commitment.deadline.last_day if commitment.deadline else None
    held = due is None or told is None or told <= due
    return method == TOLD_WITHDRAWN or (method == TOLD_CONTRARY and held)


def status_change(finding: Finding, commitment: Commitment, told_in: Document) -> StatusChange | None:
    """The step in a commitment's history that a finding of progress stands for; undone before its deadline is none."""
    status = STATUSES[finding.method]
    when = told_in.published
    if status == "broken" and finding.method not in {TOLD_CONTRARY, TOLD_BROKEN}:
        due = commitment.deadline.last_day if commitment.deadline else None
        if due is None or when is None or when.first_day is None or when.first_day <= due:
            return None
    return StatusChange(
        status=status,
        when=Interval(start=when.start, end=when.end, precision=when.precision, text=when.text) if when else None,
        document=told_in.id,
        spans=finding.evidence[1].spans,
    )


def _tells_of(commitment: Commitment, claim: Claim, document: Document, later: Document) -> bool:
    """Whether a claim tells of the deed undertaken: enough of its words, and its doer or the thing itself."""
    action = set(action_stems(commitment))
    recalled, nominal, deed = _recalled(claim), _nominal(claim), _deed(commitment)
    if recalled is None and nominal is not None and deed is not None and nominal.axis == axis_of(deed)[0]:
        return _tells_by_noun(commitment, nominal, claim, document, later)
    told_deed = claim.proposition.predicate
    if recalled is None and deed is not None and opposed(deed, told_deed):
        return False
    if recalled is None and is_with_others(commitment.action, claim.text):
        return False
    words = set(stems(recalled[0] if recalled else claim.text)) | {stem(term) for term in claim.terms}
    if recalled is None and deed is not None and alike(deed, told_deed):
        words |= set(action_stems(commitment)[:1])
    shared = action & words
    agent = claim.proposition.argument("agent")
    thing = thing_acting(claim)
    of_thing = recalled is None and thing is not None and agent is not None
    if of_thing and thing is not None and not is_party(commitment, claim, document, later):
        core = _core_stems(commitment)
        head = thing.split()[-1]
        named = all(fold(party) in fold(later.text) for party in commitment.parties)
        inside = {stem(word) for word in thing.split()} <= action and stem(head) in core
        return named and inside and bool(commitment.parties) and 2 * (len(core & words) + 1) >= len(core)
    least = SAME_DEED * len(action)
    if recalled is not None and recalled[1] != TOLD_WITHDRAWN:
        least = min(least, SAME_DEED * len({word for word in stems(recalled[0]) if not word.isdigit()}))
    core, named = _core_stems(commitment), agent is not None or claim.document == commitment.document
    whole = len(shared) >= least or (len(core) >= FEWEST_SHARED + (not named) and core <= words)
    if len(shared) < FEWEST_SHARED or not whole:
        return False
    told = after_verb(recalled[0]) if recalled else things_of(claim)
    if differ(after_verb(deed_of(commitment.action)), told) or for_others(commitment.action, claim.text):
        return False
    if recalled is not None and (agent is None or agent.entity is None) and recalled[1] != TOLD_WITHDRAWN:
        return True  # of the thing promised, which is nobody else's
    return done_by_party(commitment, claim, document, later)


def _tells_by_noun(
    commitment: Commitment, deed: NominalDeed, claim: Claim, document: Document, later: Document
) -> bool:
    """Whether a noun tells of the deed undertaken: of enough of its words, and of nobody else's deed."""
    action, words = set(action_stems(commitment)), set(stems(deed.thing))
    if not words:
        return _takes_up(commitment, deed, claim, later)
    if len(action & words) + 1 < max(FEWEST_SHARED, SAME_DEED * len(action)) or not head_of(deed.thing) <= action:
        return False
    if differ(after_verb(deed_of(commitment.action)), deed.thing):
        return False
    agent = claim.proposition.argument("agent")
    if agent is not None and deed.stage in {"late", "given up"} and not set(stems(deed.thing)) & set(stems(agent.text)):
        return done_by_party(commitment, claim, document, later)  # who put it off
    parties = {fold(party) for party in commitment.parties}
    if deed.owner is not None:
        return any(fold(deed.owner) in party for party in parties)
    text = fold(claim.text) if "by " in claim.text else fold(later.text)
    return any(is_named(party, text) for party in parties)


def _takes_up(commitment: Commitment, deed: NominalDeed, claim: Claim, later: Document) -> bool:
    """Whether a noun alone, "the repair", takes up the repair undertaken, of whose things the words before it tell."""
    action, noun = action_stems(commitment), stems(deed.noun)
    if not action or action[:1] != noun[:1]:
        return False
    start = claim.spans[0].start
    before = stems(later.text[max(0, start - _TAKEN_UP) : start])
    return len({*action}.difference(noun).intersection(before)) >= FEWEST_SHARED


def _method(commitment: Commitment, claim: Claim) -> str:
    if (recalled := _recalled(claim)) is not None:
        return recalled[1]
    deed = _deed(commitment)
    if (nominal := _nominal(claim)) is not None and deed is not None and nominal.axis == axis_of(deed)[0]:
        return _AT_STAGE[nominal.stage]
    if claim.polarity == "negated":
        return TOLD_UNDONE
    if forbears(commitment):
        return TOLD_CONTRARY
    short = is_partial(claim.text) or falls_short(_without_deadline(commitment), claim.text)
    return TOLD_UNDERWAY if short else TOLD_DONE


def day_of(commitment: Commitment, document: Document) -> date | None:
    """The day on which something was undertaken: as it is told, else that of its document."""
    if commitment.announced and commitment.announced.first_day:
        return commitment.announced.last_day or commitment.announced.first_day
    return document.published.first_day if document.published else None


def _same_parties(one: Commitment, other: Commitment) -> bool:
    mine, theirs = ({fold(party) for party in c.parties} for c in (one, other))
    return bool(mine & theirs) if mine and theirs else False


def _action(commitment: Commitment) -> str:
    return _SPACE.sub(" ", commitment.action).strip().removeprefix("to ").rstrip(".")


def parties_told(commitment: Commitment) -> str:
    """Who undertook something, as a sentence tells it."""
    names = commitment.parties
    if not names:
        return "Somebody"
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
