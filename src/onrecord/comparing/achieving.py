"""Verbs that tell one deed of what was undertaken: "hand over" is kept by "delivered", "set up" by "established"."""

from functools import lru_cache

from onrecord.comparing.words import GRAMMAR
from onrecord.language.predicates import axis_of, class_of, predicate_of
from onrecord.model.identity import fold

_ALIKE = (
    ("supply", "submit", "extradite"),
    ("suspend", "close"),
    ("create", "introduce"),
    ("reveal", "release", "issue"),
    ("abolish", "dismiss", "withdraw"),
    ("test", "check", "investigate"),
    ("meet", "host"),
    ("rebuild", "mend"),
    ("complete", "end"),
    ("hire", "appoint"),
)
"""Classes of deeds that come to the same where the thing done is one: only that thing tells which is meant."""

_GROUPS = {word: f"{group[0]} or so" for group in _ALIKE for word in group}
_LIGHT = frozenset({"make", "makes", "made", "making", "conduct", "conducted", "hold", "held"})
"""Verbs that say nothing without the noun of doing behind them."""
_REACH = 5
"""Words in which that noun stands."""
_SHORTEST = 3
_ENDINGS = ("ing", "ed", "es", "s")


@lru_cache(maxsize=16_384)
def class_of_deed(action: str) -> str | None:
    """The class of the verb that an action begins with, whatever its ending, with a particle that tells more."""
    words = fold(action).split()
    if len(words) > 1 and (whole := class_of(f"{words[0]} {words[1]}", "verb")) is not None:
        return whole
    first = next((word for word in words if word not in GRAMMAR), None)
    if first in _LIGHT:
        made = next((name for word in words[1:_REACH] if (name := _class_of_noun(word)) is not None), None)
        if made is not None:
            return made
    return _class_of_word(first) if first is not None else None


def _class_of_noun(word: str) -> str | None:
    """The class of the deed that a noun names: "payments" of "make its first payments"."""
    forms = (word, word.removesuffix("s"))
    return next((found for form in forms if (found := class_of(form, "noun")) is not None), None)


def _class_of_word(word: str) -> str:
    forms = [word]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            forms += [word[: -len(ending)], word[: -len(ending)] + "e"]
    listed = next((found for form in forms if (found := class_of(form, "verb")) is not None), None)
    bare = forms[1] if word.endswith(("ing", "ed")) and len(forms) > 1 and len(forms[1]) > _SHORTEST else word
    return listed or predicate_of(bare, "verb")


def names_of(deed: str) -> tuple[str, ...]:
    """What a class of deeds is looked up under: its axis, and the group of those that come to the same."""
    axis = axis_of(deed)[0]
    group = _GROUPS.get(deed)
    return (axis,) if group is None else (axis, group)


def alike(one: str, other: str) -> bool:
    """Whether two classes of deeds are one, or come to the same."""
    return one == other or (one in _GROUPS and _GROUPS[one] == _GROUPS.get(other))


def opposed(one: str, other: str) -> bool:
    """Whether two classes answer one question in opposite ways: to open and to close, to raise and to lower."""
    return one != other and not alike(one, other) and axis_of(one)[0] == axis_of(other)[0]
