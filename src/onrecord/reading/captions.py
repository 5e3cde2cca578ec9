"""Captions and photo credits: words about a picture, and the words that say whose picture it is."""

import re
from typing import NamedTuple

from onrecord.reading.dates_in_words import dates_in

LONGEST_CAPTION = 1_200
LONGEST_CREDIT = 160

_AGENCY = (
    r"(?:AP|AFP|EPA(?:-EFE)?|EFE|ANP|TASS|DPA|dpa|PA|UPI|ANSA|Kyodo(?: News)?|Xinhua|Reuters|REUTERS|Getty(?: Images)?"
    r"|GETTY(?: IMAGES)?|Bloomberg|Shutterstock|Alamy|iStock(?:photo)?|Sipa(?: USA)?|ZUMA(?: Press)?|NurPhoto"
    r"|Anadolu(?: Agency)?|Pool|POOL|Associated Press|Agence France-Presse|Unsplash|Wikimedia Commons|Flickr"
    r"|[Hh]andout|HANDOUT|Media Pool|Press Association|CQ-Roll Call|Redux|Polaris|LightRocket|SOPA Images)"
)
_PICTURE = r"(?:[Pp]hoto(?:graph)?s?|PHOTO|[Ii]mages?|[Pp]icture|[Ii]llustration|[Vv]ideo|[Ss]creenshot)"
_WHOSE = (
    rf"(?:(?:[\w.’'-]+ ){{0,5}}{_PICTURE}\b(?:\s*(?:/|:|\||by\b|courtesy\b|from\b|via\b|of\b|credit\b"
    rf"|provided\b)[^()\[\]]*)?"
    rf"|(?:[Cc]redit|[Cc]ourtesy)\b\s*(?:/|:|\||by\b|of\b|to\b|[A-Z])[^()\[\]]*"
    rf"|{_AGENCY}\s?/[^()\[\]]+|[^()\[\]]+?(?:\s?/\s?|\s(?:via|for)\s){_AGENCY}[^()\[\]]*|[Ff]ile(?: [Pp]hoto)?"
    rf"|FILE PHOTO"
    rf"|Provided by [^()\[\]]+)"
)
_CREDIT_TAIL = re.compile(
    rf"\s*(?:[(\[]\s*{_WHOSE}\s*[)\]]\.?"
    rf"|(?<=[.!?”\"’])\s+(?:(?:Photo(?:graph)?|Image|Picture)(?:\s[Cc]redit)?|Credit|Source)\s*(?::|by\s"
    rf"|/)[^.]{{2,100}}\.?"
    rf"|(?<=[.!?”\"’])\s+{_AGENCY}\s?/\s?[A-Z][^.]{{2,60}}"
    rf"|(?<=[.!?”\"’])\s+[A-Z][\w.'’ -]{{2,50}}(?:\s?/\s?|\svia\s|\sfor\s){_AGENCY}(?:[ /][\w /]{{0,40}})?)\s*\Z"
)
_CREDIT_LINE = re.compile(
    rf"[(\[]?\s*(?:(?:(?:Photo(?:graph)?|Image|Picture|Video|Illustration)s?(?:\s(?:[Cc]redit|[Ss]ource))?|Credit"
    rf"|File photo)"
    rf"(?:\s?[:|/,]|\sby\s|\scourtesy\s).{{2,140}}|Courtesy (?:of |photo|image|:).{{0,120}}|FILE PHOTO|File photo"
    rf"|[A-ZÀ-Þ][\w.'’ -]{{1,60}}(?:\s?/\s?|\svia\s|\sfor\s){_AGENCY}(?:[ /,][\w ,/.]{{0,60}})?"
    rf"|{_AGENCY}\s?(?:/|\s\|\s)\s?[A-Z].{{1,80}}|{_AGENCY}(?: (?:[Pp]hoto|[Ff]ile"
    rf"|PHOTO)s?)?(?:\s?/.{{1,80}})?)\s*[)\]]?\.?"
)
_FILE = re.compile(
    r"(?:(?:FILE|File)(?: (?:PHOTO|PICTURE|IMAGE|photo|picture|image))?\s*[-–—:]+\s"
    r"|In (?:this|an?)\b[^.]{0,60}\b(?:file|archive|undated) (?:photo|image|picture|photograph)\b)"
)
_OPENING = re.compile(
    r"(?:(?:Image|Photo|Picture) caption\b|Caption\s*:|Pictured(?: (?:here|above|left|right))?\s*[:,]"
    r"|In this (?:[\w.,’' -]{0,40} )?(?:photo(?:graph)?|image|picture|frame grab|handout)\b"
    r"|This (?:[\w-]+ ){0,4}(?:photo(?:graph)?|image|picture|frame|combination)\b[^.]{0,60}\b(?:shows?|taken"
    r"|released|provided))"
)
_POSITIONS = re.compile(
    r"\b(?:(?:far |second |third )?(?:left|right)|cent(?:er|re)|second from (?:left|right)|from left|L-R)\s*[,):]"
    r"|\((?:L|R|C|left|right|center)\)"
)


class Caption(NamedTuple):
    """A caption's range, the range of the credit at its end (empty if none), and whether the picture is an old one."""

    end: int
    credit_start: int
    credit_end: int


def caption_in(text: str, start: int, end: int) -> Caption | None:
    """The caption that the paragraph `[start, end)` is, or `None` for a paragraph that is none."""
    if end - start > LONGEST_CAPTION:
        return None
    words = text[start:end]
    credit = _CREDIT_TAIL.search(words, max(0, len(words) - LONGEST_CREDIT))
    opened = _FILE.match(words) or _OPENING.match(words)
    if credit and credit.start() >= 15:
        inner = credit.start() + len(credit.group()) - len(credit.group().lstrip())
        return Caption(start + credit.start(), start + inner, end)
    if opened or (_POSITIONS.search(words) and dates_in(words)):
        return Caption(end, end, end)
    return None


def is_credit(line: str) -> bool:
    """Whether a whole line says only whose picture stood there."""
    return len(line) <= LONGEST_CREDIT and _CREDIT_LINE.fullmatch(line) is not None


def is_file_picture(words: str) -> bool:
    """Whether a caption says that its picture is from the archive."""
    return (
        _FILE.match(words) is not None
        or re.search(r"[(\[]File(?: photo)?[^)]*[)\]]\s*\Z", words, re.IGNORECASE) is not None
    )
