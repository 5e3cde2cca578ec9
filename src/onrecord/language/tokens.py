"""Words of a text for the grammars of times and numbers: cut in one pass, in linear time on any input."""

import re
from functools import lru_cache

_TOKEN = re.compile(r"\n\s*\n|\d{1,15}|[^\W\d_]+|\S")
_PLAIN = str.maketrans(dict.fromkeys("’‘ʼ′", "'") | dict.fromkeys("–—‐‑−", "-"))

BREAK = "\n\n"
"""The word that stands for a blank line: no expression reaches across it."""


class Tokens:
    """Words, digit runs and single marks of a text, with their offsets; a blank line is one token.

    `words` are lower case with straight apostrophes and hyphens, for look-ups; offsets point into the
    text as it is. Reading past either end gives the empty word.
    """

    __slots__ = ("count", "ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_TOKEN.finditer(text.translate(_PLAIN)))
        self.words = [BREAK if match[0][0] == "\n" else match[0].lower() for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.count = len(found)

    def word(self, index: int) -> str:
        """The lower-case word at `index`, or nothing outside the text."""
        return self.words[index] if 0 <= index < self.count else ""

    def raw(self, index: int) -> str:
        """The word as written, or nothing outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < self.count else ""

    def touches(self, index: int) -> bool:
        """Whether no space stands between this token and the one before it."""
        return 0 < index < self.count and self.ends[index - 1] == self.starts[index]

    def capital(self, index: int) -> bool:
        """Whether the word is written with a capital."""
        return self.raw(index)[:1].isupper()

    def number(self, index: int) -> int | None:
        """The digit run at `index` as a number, if it is one and no letter or digit clings to its left."""
        word = self.word(index)
        if not word or not ("0" <= word[0] <= "9") or not word.isascii():
            return None
        if self.touches(index) and self.words[index - 1][-1:].isalnum():
            return None
        return int(word)


SHORT = 2_000
"""Characters up to which many texts are kept in mind: a document's blocks are read by several layers in turn."""


def tokens_of(text: str) -> Tokens:
    """The words of a text, which times and quantities are read from one after the other."""
    return _tokens_of_short(text) if len(text) <= SHORT else _tokens_of_long(text)


_tokens_of_short = lru_cache(maxsize=128)(Tokens)
_tokens_of_long = lru_cache(maxsize=2)(Tokens)
