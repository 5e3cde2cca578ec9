"""Whether two phrases speak of two things of one sort: "the barley tariffs", "the cedar tariffs"."""

import re

from onrecord.comparing.words import content_words, stem

DENIED = re.compile(r"\b(?:not|never|no longer)\b", re.I)
_WORD = re.compile(r"[\w’'-]+|[^\w\s]")


def after_verb(action: str) -> str:
    """An action without the verb that it begins with."""
    return action.removeprefix("to ").removeprefix("not ").partition(" ")[2]


def another_thing(one: str, other: str) -> bool:
    """Whether two actions are done to two things of one sort, or one is the contrary of the other."""
    contrary = (DENIED.search(one) is None) != (DENIED.search(other) is None)
    return contrary or differ(after_verb(one), after_verb(other))


def differ(one: str, other: str) -> bool:
    """Whether two phrases speak of two things of one sort: "the barley tariffs", "the cedar tariffs"."""
    mine, theirs = _modifiers(one), _modifiers(other)
    return any(mine[head] - theirs[head] and theirs[head] - mine[head] for head in mine.keys() & theirs.keys())


def _modifiers(phrase: str) -> dict[str, set[str]]:
    """The stems right before each word of a phrase, back to the last small word."""
    found: dict[str, set[str]] = {}
    before: set[str] = set()
    for word in _WORD.findall(phrase):
        if (content := content_words(word)) and not content[0].isdigit():
            own = stem(content[0])
            found.setdefault(own, set()).update(before)
            before = before | {own}
        elif not word.isdigit():
            before = set()
    return found
