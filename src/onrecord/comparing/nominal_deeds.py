"""Deeds told by a noun: "the planting of the trees has begun", "the withdrawal of the troops was completed"."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from onrecord.comparing.words import stems
from onrecord.language.predicates import axis_of, class_of, derived_class

Stage = Literal["done", "under way", "not done", "late", "given up"]

_BEING = r"(?:was|were|is|are|has been|have been|had been)"
_STAGES: tuple[tuple[Stage, str], ...] = (
    (
        "not done",
        r"(?:(?:has|have|had) (?:still )?not (?:yet )?(?:begun|started|taken place|happened|been \w+ed)"
        r"|(?:has|have) yet to \w+"
        r"|never (?:began|started|happened|took place)|did not (?:begin|start|take place|happen)"
        rf"|{_BEING} not (?:yet )?(?:begun|started|completed|finished|complete|carried out))",
    ),
    (
        "given up",
        rf"(?:{_BEING} (?:now |then |since |later |quietly )?"
        r"(?:cancell?ed|called off|scrapped|abandoned|shelved|dropped|given up))",
    ),
    (
        "late",
        r"(?:(?:has|have|had) (?:now |again |since )?been (?:delayed|postponed|put off|pushed back|deferred|held up)"
        r"|(?:was|were|is|are) (?:now |again )?(?:delayed|postponed|put off|pushed back|deferred|behind schedule)"
        r"|(?:will|would|is (?:now )?expected to|are (?:now )?expected to) (?:now )?(?:take|last) (?:until|till|longer)"
        r"|(?:will|would) (?:now )?(?:not be|only be|be) (?:ready|finished|completed?|done) (?:before|until|later)"
        r"|(?:has|have) (?:slipped|fallen behind|run over)|is running late|are running late)",
    ),
    (
        "under way",
        r"(?:(?:has|have|had) (?:now |already |finally )?(?:begun|started)|began|started|is continuing|are continuing"
        rf"|{_BEING} (?:now |already |well )?(?:under ?way|in progress|half done|half finished))",
    ),
    (
        "done",
        rf"(?:{_BEING} (?:now |finally |fully )?(?:completed?|finished|concluded|carried out|done|over|made)"
        r"|(?:has|have|had) (?:now |finally )?(?:ended|finished|concluded|taken place)|took place|concluded|finished)",
    ),
)
_TOLD = tuple((stage, re.compile(rf"^(?P<what>.{{6,160}}?)\s(?:{words})\b", re.IGNORECASE)) for stage, words in _STAGES)
_PUT_OFF = re.compile(
    r"\b(?:postponed?|delayed?|put off|pushed back|deferred|held up)\s(?P<what>(?:the|its|their|his|her)\s.{6,160}?)"
    r"(?:\s(?:until|till|to|by|for|because|after|amid|again)\b.*)?$",
    re.IGNORECASE,
)
"""What somebody put off: "has postponed the opening of the clinic until May"."""
_CALLED_OFF = re.compile(
    r"\b(?:cancell?ed|called off|scrapped|abandoned|shelved)\s(?P<what>(?:the|its|their|his|her)\s.{6,160}?)"
    r"(?:\s(?:because|after|amid|again|in [A-Z])\b.*)?$",
    re.IGNORECASE,
)
"""What somebody called off: "has cancelled his visit to the island"."""
_ENDED: tuple[tuple[Stage, re.Pattern[str]], ...] = (("late", _PUT_OFF), ("given up", _CALLED_OFF))
_JOINT = re.compile(r"\s(of|to|with|into|on|from|in)\s")
_OWNER = re.compile(r"^(?:the )?(?P<owner>[A-Z][\w-]*(?: [A-Z][\w-]*)*)[’']s?\s")
_DEFINITE = re.compile(r"^(?:the|its|their|his|her)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|its|their|his|her|a|an)\s", re.IGNORECASE)


class NominalDeed(NamedTuple):
    """A deed that a noun tells: its verb's class, what it is done to, whose it is if that is told, how far it is.

    The `thing` is empty where the noun stands alone, for what was told before: "the repair has been postponed".
    """

    axis: str
    thing: str
    owner: str | None
    stage: Stage
    noun: str


@lru_cache(maxsize=1024)
def nominal_deed(text: str, *, denied: bool) -> NominalDeed | None:
    """The deed of a clause whose subject is a noun of doing, or `None`."""
    told = next(((stage, m["what"]) for stage, form in _TOLD if (m := form.match(text)) is not None), None)
    if told is None and not denied:
        off = ((stage, form.search(text)) for stage, form in _ENDED)
        told = next(((stage, found["what"]) for stage, found in off if found is not None), None)
    if told is None:
        return None
    stage, what = told
    owner = _OWNER.match(what)
    definite = owner is not None or _DEFINITE.match(what) is not None
    what = what[owner.end() :] if owner is not None else _ARTICLE.sub("", what)
    named, noun, thing = _split(what)
    if named is None or not (stems(thing) or (definite and what.lower() == noun)):
        return None
    name = owner["owner"] if owner is not None else None
    return NominalDeed(axis_of(named)[0], thing, name, "not done" if denied else stage, noun)


def _split(what: str) -> tuple[str | None, str, str]:
    """The class of the deed that a phrase names, its noun and its thing: "pier repair", "visit to the island"."""
    for joint in (re.search(r"\sof\s", what), _JOINT.search(what), None):
        before = what[: joint.start()] if joint is not None else what
        words = before.split()
        noun = words[-1].lower() if words else ""
        forms = (noun, noun.removesuffix("s"))
        named = next(
            (found for form in forms if (found := class_of(form, "noun") or derived_class(form, "noun"))), None
        )
        if named is not None:
            return named, noun, what[joint.end() :] if joint is not None else " ".join(words[:-1])
        if joint is not None and joint.group().strip() == "of":
            break
    return None, "", ""
