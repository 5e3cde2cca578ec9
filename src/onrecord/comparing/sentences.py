"""Where a sentence around some words begins and ends."""

import re

SENTENCE_END = re.compile(r"[.!?;][”’\"')\]]*\s|\n")

MOST_AROUND = 300
"""Characters of a sentence before and after some words that are looked at."""


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence or sentences around two offsets begin and end, as far as they are looked at."""
    least, most = max(0, start - MOST_AROUND), min(len(text), end + MOST_AROUND)
    begin = max((m.end() for m in SENTENCE_END.finditer(text, least, start)), default=least)
    after = SENTENCE_END.search(text, max(start, end - 1), most)
    return begin, after.end() if after else most
