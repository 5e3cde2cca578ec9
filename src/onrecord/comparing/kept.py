"""Promises told to be kept or not in so many words: "the pledge to … was not kept", "the boats it promised to …"."""

import re
from functools import lru_cache
from typing import NamedTuple

_NOUNS = r"(?:promise|pledge|commitment|vow|undertaking|agreement|assurance|plan|order|deal)s?"
_BEING = r"(?:was|were|is|are|has been|have been|had been|be)"
_DENIED = r"(?:not|never|still not|not yet|yet to be|only partly|not fully)"
_MET = r"(?:kept|honou?red|fulfilled|met|carried out|implemented|respected)"
_BROKEN = r"(?:broken|breached|violated|missed|ignored)"
_PROMISED = (
    r"(?:promised|pledged|agreed|vowed|undertook|undertaken|committed|was to|were to|was due to|were due to|had said"
    r" (?:it|he|she|they) would)"
)
_WHO = r"(?:it|he|she|they|we|(?:the\s(?:[\w’'-]+\s)?)?(?-i:[A-Z])[\w’'.-]+(?:\s[\w’'.-]+){0,4}?|the\s[\w’'-]+)"

_OF_PROMISE = re.compile(
    rf"\b{_NOUNS}\s+to\s+(?P<action>.+?)\s+{_BEING}\s+(?:(?P<denied>{_DENIED})\s+)?(?:(?P<met>{_MET})|(?P<broken>{_BROKEN}))\b",
    re.IGNORECASE,
)
_BY_PARTY = re.compile(
    rf"\b(?:(?P<met>kept|keeps|honou?red|fulfilled|made good on|delivered on|lived up to|met)|(?P<broken>broke|breached"
    rf"|violated|failed to (?:keep|honou?r|fulfil+|meet)|(?:not|never) (?:kept|honou?red|fulfilled|met|made good on)))"
    rf"\s+(?:its|their|his|her|the|a|our|my|that|this)\s+(?:\w+\s)?{_NOUNS}\s+to\s+(?P<action>.+)",
    re.IGNORECASE,
)
_OF_THING = re.compile(
    rf"^(?P<thing>.{{3,90}}?),?\s+(?:that\s+|which\s+)?{_WHO}\s+(?:has\s|have\s|had\s)?{_PROMISED}\s+(?:to\s+)?"
    r"(?P<verb>\w+)(?P<rest>.*?),?\s+(?:has|have|had|was|were|is|are)\s(?P<told>.+)$",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(r"^(?:still\s)?(?:not|never|yet to|nowhere)\b", re.IGNORECASE)
_DONE = re.compile(
    r"^(?:now\s|since\s|finally\s|already\s)?(?:been\s|now\s)?(?:delivered|completed|finished|made|paid|sent|built|opened"
    r"|published|arrived|done|kept|handed over|released|installed|repaired|set up)\b",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\b(?:missed|has missed|overshot|let (?:slip|pass)|failed to meet)\s(?:the|its|their|his|her|a|an|that|this)\s"
    r"(?:[\w.’'-]+\s){0,4}?deadlines?\s(?:to|for\s(?=\w+ing\b))(?:\s)?(?P<action>.+)",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"^(?P<thing>.{3,90}?)\s(?:was|were|had been)\s(?:originally\s|once\s)?(?:meant|supposed)\sto\s(?:have\s)?"
    r"(?P<be>be(?:en)?\s)?(?P<verb>\w+)(?P<rest>.*)$",
    re.IGNORECASE,
)
"""What was meant to be and, so the words imply, is not: "the hall was meant to reopen on 21 July"."""
_ARTICLE = re.compile(r"^(?:the|its|their|his|her|a|an)\s", re.IGNORECASE)
_NO_MORE = re.compile(r"^(?:not|never|no longer)\b", re.IGNORECASE)


class Kept(NamedTuple):
    """What had been promised, and whether it is told to have been done."""

    action: str
    done: bool


@lru_cache(maxsize=1024)
def kept(text: str, *, denied: bool) -> Kept | None:
    """What a clause tells of a promise that it names; `denied` is the clause's own polarity."""
    told = _OF_PROMISE.search(text)
    if told is not None:
        return Kept(told["action"], told["met"] is not None and told["denied"] is None and not denied)
    told = _BY_PARTY.search(text)
    if told is not None:
        return Kept(told["action"], told["met"] is not None and not denied)
    told = _MISSED.search(text)
    if told is not None:
        return None if denied else Kept(told["action"].strip(), False)
    told = _MEANT.match(text)
    if told is not None:
        return None if denied else Kept(f"{told['verb']} {_ARTICLE.sub('', told['thing'])}{told['rest']}", False)
    told = _OF_THING.match(text)
    if told is None or _NO_MORE.match(told["verb"]):
        return None
    undone = denied or _NOT_DONE.match(told["told"]) is not None
    if not undone and _DONE.match(told["told"]) is None:
        return None
    return Kept(f"{told['verb']} {_ARTICLE.sub('', told['thing'])}{told['rest']}", not undone)
