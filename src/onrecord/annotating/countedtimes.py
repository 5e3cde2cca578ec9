"""When something was that is counted from what has a day: "extradited on Monday, two years after his arrest"."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onrecord.language.calendar import Unit, moved, unit_of
from onrecord.language.numberwords import UNITS
from onrecord.model.times import Interval

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_UNITS: dict[str, Unit] = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year",
    "years": "year",
}  # fmt: skip
_WITHIN_A_DAY = frozenset({"hour", "hours", "minutes", "minute", "moments", "shortly", "soon"})
_ROUGHLY = frozenset({"more", "less", "than", "nearly", "almost", "about", "over", "some", "up", "least"})
_JOINTS = {"after": -1, "before": 1}
_HOPS = 4


class Counted(NamedTuple):
    """The verb from whose day something is counted, how many of which unit from it, and the words for that."""

    base: "Token"
    units: int
    unit: Unit
    text: str

    def from_day(self, day: date) -> Interval:
        """The time counted from a day: as fine as the unit that it is counted in."""
        start, end, precision = unit_of(moved(day, self.units, self.unit), self.unit)
        assert start is not None
        assert end is not None
        return Interval(start=start.isoformat(), end=end.isoformat(), precision=precision, text=self.text)


def counted(word: "Token") -> Counted | None:
    """How a verb or noun of an event is counted from the verb of its sentence's main clause."""
    joint = _joint(word)
    if joint is None or joint.i < 1:
        return None
    before = joint.doc[joint.i - 1]
    base = _main(word)
    if base is None:
        return None
    if before.lower_ in _WITHIN_A_DAY:
        return Counted(base, 0, "day", f"{before.text} {joint.text}")
    unit, number = _UNITS.get(before.lower_), joint.doc[joint.i - 2] if joint.i > 1 else None
    if unit is None or number is None or (number.i and joint.doc[number.i - 1].lower_ in _ROUGHLY):
        return None
    count = 1 if number.lower_ in {"a", "an"} else UNITS.get(number.lower_)
    if count is None and number.text.isdigit() and len(number.text) < 3:
        count = int(number.text)
    if not count:
        return None
    return Counted(base, _JOINTS[joint.lower_] * count, unit, f"{number.text} {before.text} {joint.text}")


def base_of(word: "Token") -> "Token | None":
    """The verb whose day is not that of a word: "resigned on Monday, nearly two years after meeting her"."""
    joint = _joint(word)
    if joint is None or joint.i < 1:
        return None
    before = joint.doc[joint.i - 1].lower_
    return _main(word) if before in _UNITS or before in {"long", "decades", "decade"} else None


def _joint(word: "Token") -> "Token | None":
    """The "after" or "before" that a clause or phrase stands under."""
    if word.dep_ in {"pcomp", "pobj"}:
        return word.head if word.head.lower_ in _JOINTS else None
    return next((child for child in word.children if child.dep_ == "mark" and child.lower_ in _JOINTS), None)


def _main(word: "Token") -> "Token | None":
    head = word.head
    for _ in range(_HOPS):
        if head.pos_ == "VERB":
            return head if head.i != word.i else None
        head = head.head
    return None
