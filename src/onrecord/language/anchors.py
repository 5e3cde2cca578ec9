"""What a document's times count from: its publication, the country it is written in, or the story that it tells."""

import re
from datetime import date
from functools import lru_cache
from statistics import median
from urllib.parse import urlsplit

from onrecord.language.places import countries, country_containing
from onrecord.language.timereading import Anchor
from onrecord.language.timewords import MONTHS
from onrecord.model.documents import Document
from onrecord.model.times import Interval

_YEAR = re.compile(r"(?<![\d.,$£€/-])(?:1[0-9]{3}|20\d\d)(?![\d,]*\d)|\b\d{1,3} BCE?\b")
_NEWS_DAY = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! *,)|[Yy]esterday\b|[Tt]omorrow\b)")
_FISCAL_END = re.compile(
    r"\b(?:fiscal|financial|business|accounting) year(?:\s\d{4}(?:[-/]\d{2,4})?)?,?\s(?:(?:that|which)\s)?"
    r"(?:end(?:s|ed|ing)|closed|to|through)\s(?:on |in |at )?(?:the end of )?(?:\d{1,2}(?:st|th)? )?"
    rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
"""Where a company or a government tells when its year ends: "the financial year ended 31 March 2024"."""
HISTORY_YEARS = 10
"""Years that a text of history names at least; news articles of a thousand words name three in the middle."""
HISTORY_WORDS = 200
"""Words to a year that history has at most: around 80 in the articles on wars measured, 300 in news."""
NEWS_DAYS = 12
"""Years to a bare weekday or "yesterday" that history has at least; news has as many of the one as of the other."""
LONG_PAST = 8
"""How many years the middle one of those years lies behind publication."""


def anchor_of(document: Document, spoken: Interval | None = None) -> Anchor:
    """The anchor of a document's times, or of words in it that were spoken at another time."""
    country = _country_of(document.dateline, document.source.uri)
    fiscal_end = _fiscal_end(document.text)
    if spoken is not None:
        return Anchor.of(spoken, country)._replace(fiscal_end=fiscal_end)
    anchor = Anchor.of(document.published, country)._replace(fiscal_end=fiscal_end)
    return anchor._replace(narrative=tells_history(document.text, anchor.day))


def tells_history(text: str, day: date | None) -> bool:
    """Whether a text tells a story of past times, in which a bare "April" is that of the year last told."""
    years = _YEAR.findall(text)
    if len(years) < HISTORY_YEARS or text.count(" ") > HISTORY_WORDS * len(years):
        return False
    if len(_NEWS_DAY.findall(text)) * NEWS_DAYS > len(years):
        return False
    middle = median(-int(year.split()[0]) if "B" in year else int(year) for year in years)
    return day is None or middle <= day.year - LONG_PAST


@lru_cache(maxsize=8)
def _fiscal_end(text: str) -> int | None:
    """The month in which a text says that fiscal years end, where it says it of one month alone."""
    months = {MONTHS[match["month"].lower()] for match in _FISCAL_END.finditer(text)}
    return months.pop() if len(months) == 1 else None


@lru_cache(maxsize=64)
def _country_of(dateline: str | None, uri: str) -> str | None:
    """The country of a dateline, or else of a web address that ends in one's code."""
    for words in (dateline, *reversed(dateline.split(","))) if dateline else ():
        found = country_containing(words.strip())
        if found is not None:
            return found
    code = (urlsplit(uri).hostname or "").rpartition(".")[2].upper()
    code = "GB" if code == "UK" else code
    return next((country.name for country in countries() if country.code == code), None) if len(code) == 2 else None
