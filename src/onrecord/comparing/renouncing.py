"""Promises told to be taken back: "dropped its pledge to …", "no longer intends to …", "the plan to … was shelved"."""

import re
from functools import lru_cache

_NOUNS = (
    r"(?:promise|pledge|plan|commitment|vow|agreement|deal|undertaking|intention|proposal|offer|threat|target|goal)s?"
)
_ENDED = (
    r"(?:dropped|scrapped|abandoned|shelved|cancell?ed|withdrawn|rescinded|revoked|axed|ditched|renounced|called off)"
)
_DROPPED = re.compile(
    r"\b(?:withdrew|withdraws?|withdrawn|withdrawing|drop(?:ped|s|ping)?|abandon(?:ed|s|ing)?|scrap(?:ped|s|ping)?"
    r"|cancel(?:l?ed|s|l?ing)?|rescind(?:ed|s)?|revoke[ds]?|shelve[ds]?|reverse[ds]?|renounce[ds]?|ditch(?:ed|es)?"
    r"|axe[ds]?|jettison(?:ed|s)?|repudiate[ds]?|disavow(?:ed|s)?|renege[ds]? on|(?:went|goes|gone|going) back on"
    r"|(?:gave|given|gives) up(?: on)?|retreat(?:ed|s)? from|back(?:ed|s|ing)? (?:away|out|down) (?:from|of|on)"
    r"|walk(?:ed|s|ing)? (?:back|away from)|turn(?:ed|s)? (?:its|his|her|their) back on)\b"
    rf".{{0,60}}?\b{_NOUNS}\s+(?:to\s+|(?=of\s+\w+ing\b)of\s+)(?P<action>.+)",
    re.IGNORECASE,
)
_WAS_DROPPED = re.compile(
    rf"\b{_NOUNS}\s+to\s+(?P<action>.+?)\s+(?:was|were|is|are|has been|have been|had been)\s"
    rf"(?:now\s|since\s)?{_ENDED}\b",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(
    r"\b(?:no longer (?:intend|plan|want|mean|aim|propose|wish)(?:s|ed|ned|nt)? to"
    r"|(?:has|have|had) (?:now |since )?decided (?:not to|against)|decided against"
    r"|(?:will|would|is|are|was) (?:no longer|not)(?= .{3,120} after all\b)"
    r"|(?:has|have|had) (?:dropped|abandoned) the idea of)\s+(?P<action>.+?)(?:\s+after all\b.*)?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def taken_back(text: str, *, denied: bool) -> str | None:
    """What a clause tells somebody to have promised and to promise no more; `denied` is the clause's own polarity.

    "No longer intends to" is itself a denial; "did not drop its pledge to" is none.
    """
    refused = _NO_LONGER.search(text)
    if refused is not None:
        return refused["action"]
    found = None if denied else _DROPPED.search(text) or _WAS_DROPPED.search(text)
    return found["action"] if found is not None else None
