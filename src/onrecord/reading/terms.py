"""On which terms a whole document may be used: attribution and embargo, as its words set them."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.model.documents import Block, Embargo, Terms, TermsKind
from onrecord.model.times import Interval
from onrecord.reading.closing_notes import is_closing_time
from onrecord.reading.dates_in_words import clock_in, dates_in, day_and_month, interval_of

_OCCASION = (
    r"(?:call|briefing|backgrounder|conversation|session|discussion|interview|teleconference|conference call"
    r"|meeting|remarks|gaggle"
    r"|press conference|portion|event|transcript|information|material|everything|comments|all of this|it|this|today|we)"
)
_BASIS = (
    r"(?P<basis>on (?:deep )?background|off[- ]the[- ]record|on[- ]the[- ]record|(?:strictly )?not for attribution)"
)
_ATTRIBUTED = (
    r"(?:,?\s*(?:and\s+)?(?:is\s+|are\s+|to be\s+|may be\s+|can be\s+|and\s+)*(?:attributable|attributed"
    r"|for attribution|with attribution|quotable)\s+(?:only\s+)?"
    r"(?:to|as)\s+(?:[“\"][^”\"]{3,90}[”\"]|[^.,;\n]{3,90}))?"
)
_TERMS = (
    re.compile(
        rf"\b(?:this|the|today['’]s|our|that|all|these|everything"
        rf"|entire)\b[^.\n]{{0,60}}?\b{_OCCASION}\b[^.\n]{{0,40}}?\b(?:is|are|was|were|will be|being)\s+"
        rf"(?:[\w-]+\s+){{0,4}}?(?P<words>{_BASIS}{_ATTRIBUTED})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:ground ?rules?|terms|attribution)\b[^.\n]{{0,80}}?\b(?P<words>{_BASIS}{_ATTRIBUTED})", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?:it['’]s|we['’]re|this['’]ll be|we are|it is"
        rf"|it will be)\s+(?:[\w-]+\s+){{0,4}}?(?P<words>{_BASIS}{_ATTRIBUTED})",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<words>{_BASIS}{_ATTRIBUTED.removesuffix('?')})", re.IGNORECASE),
    re.compile(
        r"(?P<words>(?P<basis>background) (?:press |conference |news )?(?:call|briefing)\b[^.\n]{0,10})", re.IGNORECASE
    ),
)
_MOMENT = (
    r"(?:(?!,?\s(?:and|when|so|but|at which|after which|because|as)\s)"
    r"(?:[^.;\n(]|\.(?=\d)|(?<=[AaPp])\.(?=[Mm])|(?<=[AaPp]\.[Mm])\.|(?<=[A-Z][a-z][a-z])\.(?=\s\d)"
    r"|(?<=Sept)\.(?=\s\d))){2,70}"
)
"""The words of a moment: no sentence's end, but the points within "6 a.m." and "Feb. 8", and no clause after it."""

_EMBARGO = (
    re.compile(
        r"(?:(?:strictly |held )?(?:under )?embargo(?:ed)?(?: for release)?|not for (?:publication|release"
        r"|broadcast)(?: or \w+)?"
        rf"|hold for release)\s*:?\s*(?:until|till|before|through|to)\s+(?P<until>{_MOMENT})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:the )?embargo (?:lifts|ends|will lift|expires|will be lifted)\s+(?:at|on)\s+(?P<until>{_MOMENT})",
        re.IGNORECASE,
    ),
)
_END_OF = re.compile(
    r"\b(?:the )?(?:end|conclusion|close|finish) of (?:the|this|today['’]s|our)\b|\b(?:it|the \w+|we) (?:ends?"
    r"|concludes?|finish(?:es)?)\b",
    re.IGNORECASE,
)
_SETTING_KINDS = ("transcript", "release", "interview", "speech")
LOOKED_AT_BLOCKS = 25
"""Terms are set at the start or repeated at the end; a sentence in between is about somebody else's."""


def terms_of(text: str, blocks: Sequence[Block], genre: str) -> Terms | None:
    """The terms that hold for the whole document. A report that quotes somebody "on background" sets none."""
    if "background" not in text and "record" not in text and "attribution" not in text:
        return None
    for form in _TERMS if genre in _SETTING_KINDS else _TERMS[:1]:
        for start, end in _places(blocks):
            match = next((m for m in form.finditer(text, start, end) if not _is_of_part(text, m, start)), None)
            if match and (genre in _SETTING_KINDS or text[match.start() : match.start() + 4].lower() == "this"):
                return Terms(kind=_kind(match["basis"]), text=" ".join(match["words"].split()).rstrip(" ,"))
    return None


def _is_of_part(text: str, told: re.Match[str], floor: int) -> bool:
    """Whether terms are told of a part that is still to come or begins there: "We now go on background"."""
    start = max(floor, *(text.rfind(mark, floor, told.start("words")) + 1 for mark in (".", "!", "?", "\n")))
    end = min((at for mark in ".!?\n" if (at := text.find(mark, told.end("words"))) >= 0), default=len(text))
    lead, sentence = text[start : told.start("words")], text[start:end]
    return _LATER.search(lead) is not None or (_SWITCHED.search(sentence) is not None)


_LATER = re.compile(
    r"\b(?:after(?:wards?)?(?: that| this)?|then|later|second|next|followed by|following)\b|\bback\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_SWITCHED = re.compile(
    r"\bnow (?:go(?:ing)?|mov(?:e|ing)|switch(?:ing)?|turn(?:ing)?)\b|\b(?:are|am) now (?:on|off)\b|\bback on\b|"
    r"\b(?:ends?|concludes?|end of|conclusion of) the (?:deep )?(?:background|off-the-record)\b|"
    r"\bfrom (?:now|here|this point) on\b",
    re.IGNORECASE,
)


def embargo_of(text: str, blocks: Sequence[Block], published: Interval | None) -> Embargo | None:
    """The embargo that the document sets on itself, with its end where date and clock can be known."""
    if "mbargo" not in text.lower() and "not for" not in text.lower() and "hold for" not in text.lower():
        return None
    for start, end in _places(blocks):
        for form in _EMBARGO:
            if match := form.search(text, start, end):
                words = " ".join(match.group().split()).rstrip(" ,:–—-")
                until = " ".join(match["until"].split()).rstrip(" ,:–—-")
                return Embargo(until=_until(text, blocks, until, published), text=words)
    return None


def _until(text: str, blocks: Sequence[Block], words: str, published: Interval | None) -> Interval | None:
    day = _day_in(words, published)
    if _END_OF.search(words):
        closing = [b for b in blocks if b.kind in ("heading", "paragraph") and is_closing_time(text[b.start : b.end])]
        last_turn = max((b.end for b in blocks if b.kind == "turn"), default=None)
        if day is None or last_turn is None or not closing or closing[-1].start < last_turn:
            return None
        moment = clock_in(text[closing[-1].start : closing[-1].end], day)
        return Interval(start=moment.start, end=moment.end, precision="minute", text=words) if moment else None
    if day is None:
        return None
    moment = clock_in(words.replace("noon", "12:00 p.m.").replace("midnight", "12:00 a.m."), day)
    if moment is not None:
        return Interval(start=moment.start, end=moment.end, precision="minute", text=words)
    return interval_of(day, "day", words) if dates_in(words) or day_and_month(words) else None


def _day_in(words: str, published: Interval | None) -> date | None:
    if days := dates_in(words):
        return days[0].day
    known = published.first_day if published and published.precision in ("day", "hour", "minute") else None
    if known is None:
        return None
    if named := day_and_month(words):
        later = [date(year, *named) for year in (known.year, known.year + 1) if _possible(year, named)]
        return next((day for day in later if day >= known - timedelta(days=60)), None)
    return known


def _possible(year: int, named: tuple[int, int]) -> bool:
    try:
        date(year, *named)
    except ValueError:
        return False
    return True


def _places(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    chosen = (
        blocks if len(blocks) <= 2 * LOOKED_AT_BLOCKS else (*blocks[:LOOKED_AT_BLOCKS], *blocks[-LOOKED_AT_BLOCKS:])
    )
    return [(b.start, b.end) for b in chosen]


def _kind(basis: str) -> TermsKind:
    words = basis.casefold().replace("-", " ")
    if "deep" in words:
        return "deep_background"
    if "background" in words or "attribution" in words:
        return "background"
    return "off_record" if words.startswith("off") else "on_record"
