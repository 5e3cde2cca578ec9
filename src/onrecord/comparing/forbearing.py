"""Undertakings to leave something alone: how they compare with what is told later, and that no day makes them due."""

import re

from onrecord.model.items import Commitment

_NOT = re.compile(r"^(?:to\s+)?(?:not|never|no longer)\s(?:to\s)?", re.I)
_NOTHING = re.compile(
    r"^(?:no|not (?:a|one)(?: single| more)?|not another)\s(?P<thing>[^,;]{1,80}?)\s(?:will|would|shall|to)\s"
    r"(?:be\s)?(?P<verb>[\w-]+)(?P<rest>.*)$",
    re.I | re.S,
)
_NONE = re.compile(
    r"^(?:to\s+)?(?P<verb>(?!no\b|not\b|leave\b|lose\b|have\b|be\b|make\s+(?:no\s+secret|no\s+bones))[a-z]+)"
    r"\s(?:no|neither)\s(?!(?:more|less|fewer|later|earlier|sooner|one|doubt|stone|matter|effort|time|expense)\b)"
    r"(?P<thing>\w.*)$",
    re.I | re.S,
)
"""A deed of which nothing is to be done: "call no further strike", "raise no new taxes"."""
_CLAUSE = re.compile(r"^(?:[\w’'-]+\s){1,6}?(?:will|would|shall)\s", re.I)
_OF_OTHERS = re.compile(
    r"^(?P<thing>(?!(?:no|not|never)\s)[^,;]{1,120}?)\s(?:will|would|shall|(?:is|are)(?:\sgoing)?\sto)\s(?:also\s)?"
    r"(?P<be>be\s)?(?P<verb>[\w-]+)(?P<rest>.*)$",
    re.I | re.S,
)
"""A promise told as a clause about others, or about a thing: "every yard will be cleaned by May"."""
_GOING_ON = re.compile(r"^(?:until|till|through|throughout|for)\b", re.I)
"""How long something goes on, rather than by when it is done."""
_UNTIL = re.compile(r"\b(?:until|till|through|throughout)(?: at least| about| around)? \Z", re.I)
"""The words for it before a time that is told without them: "until at least 3 May"."""


def forbears(commitment: Commitment) -> bool:
    """Whether it undertakes to leave something alone: "not raise the levy", "no jobs will be cut"."""
    return any(form.match(commitment.action) is not None for form in (_NOT, _NOTHING, _NONE))


def deed_of(action: str) -> str:
    """An action as the deed it is about: "raise the levy" of "not raise the levy", "cut jobs" of "no jobs will be cut".

    "Call no strike" is of the deed "call strike". An action that leaves nothing alone stays as it is.
    """
    nothing = _NOTHING.match(action)
    if nothing is not None:
        return f"{nothing['verb']} {nothing['thing']}{nothing['rest']}"
    if (none := _NONE.match(action)) is not None:
        return f"{none['verb']} {none['thing']}"
    other = _OF_OTHERS.match(action)
    if other is not None and other["verb"].lower() not in {"not", "never", "have"}:
        return f"{other['verb']} {other['thing']}{other['rest']}" if other["be"] else other["verb"] + other["rest"]
    return _NOT.sub("", action)


def subject_of(action: str) -> str:
    """What a promise told as a clause is about, where its deed does not hold it: "an inquiry" of "… will report"."""
    other = _OF_OTHERS.match(action)
    return "" if other is None or other["be"] else other["thing"]


def undertook(commitment: Commitment, action: str) -> str:
    """What somebody undertook, to be read after his name: "undertook to …", or "that no jobs will go"."""
    clause = any(form.match(commitment.action) for form in (_NOTHING, _CLAUSE, _OF_OTHERS))
    if clause:
        return f"undertook that {action}"
    return f"undertook not to {_NOT.sub('', action)}" if _NOT.match(action) else f"undertook to {action}"


def goes_on(commitment: Commitment) -> bool:
    """Whether its time tells how long it holds, not by when it is done: "keep the mine open until March"."""
    due = commitment.deadline
    if commitment.kind == "order" or due is None:
        return False
    led = commitment.action.partition(due.text)[0]
    return _GOING_ON.match(due.text) is not None or _UNTIL.search(led) is not None
