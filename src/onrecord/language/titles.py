"""The title in front of a name: where its words begin, and whether they are one."""

import re

from onrecord.language.gazetteers import is_honorific, is_role_head, opens_no_name, words
from onrecord.language.places import is_demonym
from onrecord.language.runs import ABBREVIATED

_OFFICE_OF = re.compile(
    r"([\w\-]+)\s+(?:of|for)\s+((?:the\s+)?[\w\-]+(?:(?:\s+(?:and|for|of(?:\sthe)?))?\s+[\w\-]+){0,4})$"
)
"""An office with what it is of at the end of some words: "minister of trade and industry"."""
_SENT_TO = re.compile(r"\b(?i:ambassador|envoy|consul)\s(?:to|in)\s(?:the\s)?[A-Z][\w.-]*(?:\s[A-Z][\w-]*){0,2}$")
"""Who is sent somewhere: "the Norwegian ambassador to Peru, "."""
VOICE = re.compile(
    r"\b(?:[Aa]|[Tt]he)\s(?P<title>(?:(?:chief|deputy|senior|former)\s)*spokes(?:man|woman|person))\s(?:for|of|at|with)\s"
    r"(?P<body>(?:the\s)?(?:[^,;:.\n“”\"]|(?<=[A-Z])\.){2,60}),\s$"
)
"""A voice of a body that is named after it: "a spokeswoman for the harbour board, "."""

_TITLE_WORD = re.compile(rf"{ABBREVIATED}|(?:[A-Z]\.){{2,}}|[^\W_]+(?:['’\-][^\W_]+)*['’]?")

LONGEST_TITLE = 90
"""Characters looked back for a title in front of a name."""

VERBS = frozenset(
    {
        "is", "was", "are", "were", "will", "would", "has", "had", "have", "can", "could", "may", "might", "should",
        "did", "does", "made", "makes", "tells", "told", "says", "said", "calls", "called", "takes", "took", "gives",
        "gave", "wins", "won", "loses", "lost", "becomes", "became", "gets", "got", "goes", "went", "sees", "saw",
        "leads", "led", "meets", "met", "holds", "held", "it's", "it’s", "he's", "he’s", "she's", "she’s", "not",
        "then", "however", "too",
    }
)  # fmt: skip
"""Words behind a name's comma that go on with the sentence and tell no office."""


def title_before(text: str, start: int, floor: int) -> tuple[str, int] | None:
    """The title words directly before a name: "Mexico’s former foreign minister, ", "U.S. Attorney General "."""
    window_start = max(floor, start - LONGEST_TITLE)
    window = text[window_start:start]
    found = list(_TITLE_WORD.finditer(window))
    if not found:
        return None
    tail = window[found[-1].end() :]
    if tail not in {" ", ", "}:
        return None
    last = found[-1].group()
    if not (is_role_head(last) or is_honorific(last) or _ends_in_office(window[: found[-1].end()])):
        return None
    if tail == ", " and not _introduced(window[: found[-1].end()]):
        return None
    first = len(found) - 1
    modifiers = words().role_modifiers
    while first > 0:
        before = found[first - 1]
        word = before.group()
        gap = window[before.end() : found[first].start()]
        low = word.lower()
        if is_plural(word):
            break
        possessive = word.endswith(("'s", "’s", "s'", "s’"))
        fits = word[:1].isupper() or low in modifiers or is_role_head(low) or low in {"of", "for", "and", "the"}
        fits = fits or (low in {"to", "in"} and _SENT_TO.search(window, 0, found[-1].end()) is not None)
        if gap in {" ", "-"} and not (fits or possessive) and first > 1 and _owns(found[first - 2].group()):
            first -= 2
            break
        if gap not in {" ", " & ", "-"} or not (fits or possessive):
            break
        if low == "and" and not _complement_joint(window, before.start()):
            break
        if low == "the" and found[first].group()[:1].islower():
            break
        first -= 1
        if possessive:
            break
    while first < len(found) - 1 and _leads_in(found[first].group()):
        first += 1
    title = window[found[first].start() : found[-1].end()]
    return title, window_start + found[first].start()


def _leads_in(word: str) -> bool:
    """Whether a word before a title is none of it: "of", "the", and what opens a sentence: "Did Dr. Lee go?"."""
    low = word.lower().strip(".")
    if low in words().role_modifiers:
        return False
    opens = word[:1].isupper() and (opens_no_name(word.strip(".")) or low in VERBS)
    return opens or low in {"of", "for", "and", "the", "a", "an", "in", "on", "at", "but", "while"}


def _owns(word: str) -> bool:
    """Whether the word can stand before an office with one more word between: "Norway’s mining minister"."""
    return word[:1].isupper() and (word.endswith(("'s", "’s", "s'", "s’")) or is_demonym(word))


def _complement_joint(window: str, at: int) -> bool:
    """Whether the "and" at this place stands inside "Minister of X and Y" and does not join two people."""
    match = re.search(r"([\w\-]+)\s+(?:of|for)\s+(?:the\s+)?[\w\-]+(?:\s+[\w\-]+)?\s+$", window[:at])
    return match is not None and is_role_head(match.group(1))


def _ends_in_office(window: str) -> bool:
    """Whether the window ends in "minister of trade" or "secretary of state": a role word, "of", a few words."""
    match = _OFFICE_OF.search(window)
    if match is None and _SENT_TO.search(window):
        return True
    if not match or not is_role_head(match.group(1)):
        return False
    complement = match.group(2).split()
    return all(word[:1].isupper() or word in {"and", "of", "for", "the", "state"} for word in complement)


def _introduced(window: str) -> bool:
    """Whether the words before ", NAME" end in "its foreign minister" or "Norway’s envoy": one definite office."""
    return re.search(r"(?:\b(?i:the|its|his|her|their|our)\s|['’]s?\s)(?:[\w\-’']+\s){0,6}[\w\-]+$", window) is not None


def is_plural(word: str) -> bool:
    """Whether a role word in small letters is of several people: "rivals", "refugees"; nobody alone holds it."""
    return word[:1].islower() and word.endswith("s") and not word.endswith("ss") and is_role_head(word[:-1])
