"""What became of commitments: repeated later, or told as done, under way or not done by a later claim."""

import re
from collections.abc import Mapping
from datetime import date

from onrecord.comparing.keys import place_key, topic_of
from onrecord.comparing.sides import is_firm, last_day, tense_of, turns
from onrecord.comparing.words import content_words, stem, stems
from onrecord.language.predicates import axis_of, predicate_of
from onrecord.model.documents import Document
from onrecord.model.findings import Checks, Finding
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Claim, Commitment, CommitmentStatus, StatusChange
from onrecord.model.spans import Evidence
from onrecord.model.times import Interval

TOLD_AGAIN, TOLD_DONE, TOLD_UNDERWAY, TOLD_UNDONE = "undertaken-again", "told-done", "told-underway", "told-undone"
"""The methods of the four sorts of finding, which say what became of the commitment."""

VERSION = "progress/2"

SAME_ACTION = 0.6
"""Of the content stems of two undertakings together, how many they must share to be one."""

SAME_DEED = 0.5
"""Of the content stems of an undertaking, how many a later claim must hold to tell of it."""

FEWEST_SHARED = 2
MOST_STEMS = 12

SCORES = {TOLD_AGAIN: 0.75, TOLD_DONE: 0.7, TOLD_UNDERWAY: 0.7, TOLD_UNDONE: 0.65}

_TELLS: Mapping[str, str] = {TOLD_DONE: "done", TOLD_UNDERWAY: "under way", TOLD_UNDONE: "not done"}
_STATUSES: Mapping[str, CommitmentStatus] = {
    TOLD_AGAIN: "repeated", TOLD_DONE: "done", TOLD_UNDERWAY: "in_progress", TOLD_UNDONE: "broken",
}  # fmt: skip

_PARTLY = re.compile(
    r"\b(?:so far|partly|partially|begun|began|started|starting|under way|underway|continu\w+|of the \d+)\b", re.I
)
_NUMBER = re.compile(r"\d[\d,.]*")
_SPACE = re.compile(r"\s+")


def commitment_keys(commitment: Commitment) -> tuple[str, ...]:
    """Its action's predicate with each content word: what tells of it later shares one of these."""
    axis = _axis(commitment)
    if axis is None:
        return ()
    return tuple(sorted({f"{axis}|{word}" for word in action_stems(commitment)[:MOST_STEMS]}))


def deed_keys(claim: Claim) -> tuple[str, ...]:
    """A told deed's predicate with the thing it is done to: where a commitment to it would be found."""
    topic = topic_of(claim)
    if topic is None or topic.mood != "fact" or not topic.what or turns(claim) or not is_firm(claim):
        return ()
    return (f"{topic.axis}|{stem(topic.head)}",)


def action_stems(commitment: Commitment) -> tuple[str, ...]:
    """The content stems of what was undertaken, in order and each once; the words of its deadline are no part of it."""
    due = commitment.deadline.text if commitment.deadline else ""
    action = commitment.action.replace(due, " ") if due else commitment.action
    return tuple(dict.fromkeys(word for word in stems(action) if not word.isdigit()))


def repeated(one: Commitment, other: Commitment, documents: Mapping[str, Document]) -> Finding | None:
    """The finding that two documents tell of one undertaking on different days, or `None`."""
    days = [_day(commitment, documents[commitment.document]) for commitment in (one, other)]
    first, second = days
    later = one if first is not None and second is not None and first > second else other
    if later.announced is None and later.kind == "pledge":
        return None  # a report that recalls a promise does not make it again
    if one.document == other.document or first is None or second is None or first == second:
        return None
    mine, theirs = set(action_stems(one)), set(action_stems(other))
    shared = mine & theirs
    if (
        len(shared) < FEWEST_SHARED + 1
        or len(shared) < SAME_ACTION * len(mine | theirs)
        or not _same_parties(one, other)
    ):
        return None
    before, after = (one, other) if first < second else (other, one)
    return Finding(
        id=content_id("finding", "progress", sorted((one.id, other.id))),
        kind="progress",
        items=(before.id, after.id),
        evidence=tuple(Evidence(document=c.document, spans=c.spans) for c in (before, after)),
        question=None,
        same_speaker=True,
        checks=Checks(referent="agree"),
        reason=f"{_listed(before.parties)} undertook to {_action(before)}, and did so again in a later document.",
        clash=(),
        score=SCORES[TOLD_AGAIN],
        method=TOLD_AGAIN,
        version=VERSION,
    )


def carried_out(commitment: Commitment, claim: Claim, documents: Mapping[str, Document]) -> Finding | None:
    """The finding that a later claim tells what became of an undertaking, or `None`."""
    document, later = documents[commitment.document], documents[claim.document]
    announced, told = _day(commitment, document), later.published.first_day if later.published else None
    if announced is None or told is None or told <= announced or claim.document == commitment.document:
        return None
    if commitment.kind == "call_for" or tense_of(claim) not in {"past", "perfect", None} or claim.presupposed:
        return None
    action = set(action_stems(commitment))
    words = set(stems(claim.text)) | {stem(term) for term in claim.terms}
    shared = action & words
    if (
        len(shared) < FEWEST_SHARED
        or len(shared) < SAME_DEED * len(action)
        or not _done_by_party(commitment, claim, document)
    ):
        return None
    method = _method(commitment, claim)
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
            f"{_listed(commitment.parties)} undertook to {_action(commitment)}; "
            f"{outlet} later tells that it was {_TELLS[method]}: “{words_told}”."
        ),
        clash=(_action(commitment), words_told),
        score=SCORES[method],
        method=method,
        version=VERSION,
    )


def status_change(finding: Finding, commitment: Commitment, told_in: Document) -> StatusChange | None:
    """The step in a commitment's history that a finding of progress stands for; undone before its deadline is none."""
    status = _STATUSES[finding.method]
    when = told_in.published
    if status == "broken":
        due = last_day(commitment.deadline) if commitment.deadline else None
        if due is None or when is None or when.first_day is None or when.first_day <= due:
            return None
    return StatusChange(
        status=status,
        when=Interval(start=when.start, end=when.end, precision=when.precision, text=when.text) if when else None,
        document=told_in.id,
        spans=finding.evidence[1].spans,
    )


def _method(commitment: Commitment, claim: Claim) -> str:
    if claim.polarity == "negated":
        return TOLD_UNDONE
    promised, told = (set(_NUMBER.findall(text)) for text in (commitment.action, claim.text))
    return TOLD_UNDERWAY if _PARTLY.search(claim.text) or (promised and told - promised) else TOLD_DONE


def _axis(commitment: Commitment) -> str | None:
    words = content_words(commitment.action)
    return axis_of(_verb_class(words[0]))[0] if words else None


def _verb_class(word: str) -> str:
    """The class of an action's first word, whatever its ending."""
    forms = [word]
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            forms += [word[: -len(ending)], word[: -len(ending)] + "e"]
    return next((found for form in forms if (found := predicate_of(form, "verb")) != form), predicate_of(word, "verb"))


def _day(commitment: Commitment, document: Document) -> date | None:
    if commitment.announced and commitment.announced.first_day:
        return last_day(commitment.announced) or commitment.announced.first_day
    return document.published.first_day if document.published else None


def _same_parties(one: Commitment, other: Commitment) -> bool:
    mine, theirs = ({fold(party) for party in c.parties} for c in (one, other))
    return bool(mine & theirs) if mine and theirs else False


def _done_by_party(commitment: Commitment, claim: Claim, document: Document) -> bool:
    """Whether a deed is a party's, or that of the state that the document says a party belongs to."""
    agent = claim.proposition.argument("agent")
    if agent is None:
        return True
    if place_key(agent) in {fold(name) for name in (*commitment.parties, *commitment.counterparts)}:
        return True
    return any(
        f"{party} of {agent.text}" in document.text or f"{agent.text}'s {party}" in document.text
        for party in commitment.parties
    )


def _action(commitment: Commitment) -> str:
    return _SPACE.sub(" ", commitment.action).strip().removeprefix("to ").rstrip(".")


def _listed(names: tuple[str, ...]) -> str:
    if not names:
        return "Somebody"
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
