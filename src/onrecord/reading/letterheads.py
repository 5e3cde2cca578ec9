"""Letterheads: the lines above a release or a transcript that name who issues it."""

import re
from collections.abc import Iterable

LONGEST_LETTERHEAD = 110

_SMALL = r"(?:of|for|to|on|the|and|&|de|in|at|with)"
_WORD = r"[A-ZÀ-Þ][\w.'’\-]*"
_RUN = rf"(?:{_WORD}(?:\s{_WORD})?)"
_TAIL = rf"(?:{_SMALL}\s)*{_RUN}(?:(?:,\s(?:{_SMALL}\s)?|\s(?:{_SMALL}\s)+){_RUN}){{0,4}}"
"""What a body is for: one or two words, joined to others by small words; headlines go on without them."""

_STATE = r"(?:Government|Republic|Kingdom|Commonwealth|Federation)"
_BODY = (
    r"(?:Ministry|Department|Office|Embassy|Bureau|Secretariat|Mission|Delegation|Consulate|Directorate|Agency"
    r"|Commission|Council|Authority|Parliament|Senate|Assembly|Presidency|Chancellery|Institute|Service"
    r"|Administration|Cabinet|Court|Union|Organi[sz]ation|Bank|Board|Treasury)"
)
_OWN_NAME = (
    r"(?:The )?(?:White House|State House|House of (?:Representatives|Commons|Lords|Deputies|Assembly|Delegates)"
    r"|Elys[eé]e Palace|(?:Prime Minister|President|Premier|Governor|Mayor"
    r"|Chancellor|Spokesperson)['’]s Office|Cabinet Office|Prime Minister['’]s Office,? .{2,30}"
    r"|(?:European|African|United|International|World) (?:Commission|Union|Council|Parliament|Nations"
    rf"|Court of Justice|Health Organi[sz]ation|Bank(?: Group)?|Monetary Fund)|(?:{_WORD}\s){{1,2}}(?:Ministry"
    r"|Commission|Embassy|Secretariat|Treasury))"
)
_SHAPE = re.compile(
    rf"(?:(?:The|the)\s)?(?:(?:{_WORD}\s){{0,3}}?{_BODY}\s(?:of|for|to|on)\s{_TAIL}"
    rf"|(?:{_WORD}\s){{0,2}}?{_STATE}\sof\s{_TAIL}|{_OWN_NAME})"
)
_STATE_LINE = re.compile(rf"(?:(?:The|the)\s)?(?:{_WORD}\s){{0,2}}?{_STATE}\sof\s.*")
_PRESS_OFFICE = re.compile(
    r"(?:(?:The )?Office of (?:the )?(?:Public Affairs|Public Information|(?:\w+ )?Press Secretary|Communications?"
    r"|Media|Information|Spokes\w+)|Press (?:Office|Service|Department)|Spokesperson['’]s Office"
    r"|(?:Department|Directorate) (?:of|for) (?:Public |Press )?(?:Affairs|Communications?|Information)).*",
    re.IGNORECASE,
)


def is_letterhead(line: str) -> bool:
    """Whether a whole line names a government, a ministry or another public body and says nothing of it."""
    if len(line) > LONGEST_LETTERHEAD or len(line) < 6 or not line[0].isupper():
        return False
    return _SHAPE.fullmatch(_in_title_case(line)) is not None


def issuer_of(lines: Iterable[str]) -> str | None:
    """The body that the lines of a letterhead name: a ministry before its government, an office before its press."""
    found = [line for line in lines if is_letterhead(line)]
    bodies = [line for line in found if not _PRESS_OFFICE.fullmatch(line)]
    ministries = [line for line in bodies if not _STATE_LINE.fullmatch(_in_title_case(line))]
    return next(iter(ministries or bodies), None)


def _in_title_case(line: str) -> str:
    """A line in capitals as if it were not."""
    line = " ".join(line.split())
    if line != line.upper():
        return line
    return re.sub(rf"(?<!\A)\b{_SMALL.replace('&|', '')}\b", lambda m: m.group().lower(), _titled(line), flags=re.I)


def _titled(line: str) -> str:
    return " ".join(word.capitalize() for word in line.split(" "))
