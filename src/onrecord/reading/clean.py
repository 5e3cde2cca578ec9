"""Clean text: LF line ends and Unicode NFC, and nothing else. Every offset of the project counts into its result."""

import re
import unicodedata

from onrecord.reading.refusals import refuse

LONGEST_COMBINING_RUN = 100
"""Marks on one letter. Stacked diacritics of real scripts stay below ten; normalising takes quadratic time in them."""

_RUN = re.compile(rf"(?:(?![\x00-\u02ff])\W){{{LONGEST_COMBINING_RUN + 1},}}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str, *, where: str | None = None) -> str:
    """`text` with LF line ends, in NFC. Refuses (E107) zero characters and endless stacks of combining marks."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        _no_zero(text, where)
        return text
    text = _SURROGATE.sub("\ufffd", text)
    _no_zero(text, where)
    for run in _RUN.finditer(text):
        combining = 0
        for character in run.group():
            combining = combining + 1 if unicodedata.combining(character) else 0
            if combining > LONGEST_COMBINING_RUN:
                raise refuse("E107", "endless combining marks", where=where)
    return unicodedata.normalize("NFC", text)


def _no_zero(text: str, where: str | None) -> None:
    if "\x00" in text:
        raise refuse("E107", "zero bytes within the text", where=where)
