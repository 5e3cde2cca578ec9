"""A last day told in words that no calendar places: "before the first frost", "within ninety days of signature"."""

import re

from onrecord.annotating.surroundings import Surroundings
from onrecord.model.spans import Span
from onrecord.model.times import Interval

_OCCASIONS = (
    r"seasons?|frosts?|winter|spring|summer|autumn|harvest|rains?|monsoon|thaw|snows?|elections?|ballot|tournament|"
    r"games|festival|holidays?|term|session|sitting|meeting|summit|handover|opening|anniversary|sailing|kick-off|"
    r"start|beginning|end|close|expiry|completion|signature|ratification|tide|gales?|floods?|school year|spawning|"
    r"fitting|budget|deadline|hearing|trial|vote|inauguration|delivery"
)
_NUMBERED = r"(?:\w+[ -]){1,3}(?:hours?|days?|weeks?|months?|years?)"
_FINITE = (
    r"(?:has|have|is|are|begins?|starts?|ends?|opens?|reopens?|returns?|melts?|stands?|comes?|sits?|closes?|expires?|"
    r"meets?|breaks?|sets in|runs out|takes? (?:place|effect|office))"
)
_WORDED = re.compile(
    rf"\b(?:within {_NUMBERED}(?: (?:of|after|from) (?:the |its |their )?[\w’'-]+(?: of (?:the )?[\w’'-]+)?)?"
    rf"|(?:before|until|till|by the time|as soon as|once) (?:[\w’'-]+ ){{1,8}}?(?:{_FINITE}\b[^,.;:]{{0,40}}|come\b)"
    r"|(?:before|until|till|by|in time for|no later than|prior to) "
    r"(?:the |its |their |his |her |our |next |this |each )?"
    rf"(?:[\w’'-]+ ){{0,3}}?(?:{_OCCASIONS})\b(?: of (?:the |its |this |next )?[\w’'-]+(?: [\w’'-]+)?(?=[ ,.;]|$))?)",
    re.IGNORECASE,
)


def worded_in(around: Surroundings, action: Span) -> Interval | None:
    """The words that tell by when, with neither end known: who checks must know more than the date."""
    told = _WORDED.search(around.text, action.start, action.end)
    if told is None:
        return None
    words = " ".join(told.group().split())
    return Interval(start=None, end=None, precision="span", text=words)
