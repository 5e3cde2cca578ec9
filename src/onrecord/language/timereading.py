"""What the rules of the grammar of times share: where they read, what they return, which way a word points."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from onrecord.language.calendar import Stretch, Unit, day_of, month_of
from onrecord.language.timewords import FUTURE_CUES, NOT_PAST, PAST_CUES
from onrecord.language.tokens import BREAK, Tokens
from onrecord.model.times import Interval, Precision

Sort = Literal["point", "duration", "set", "vague"]
"""A place in time, a length of time, a repetition ("every week"), or a word like "recently"."""

Direction = Literal["past", "present", "future"]
LOOKING_AHEAD = frozenset({"until", "till", "by", "before"})
CUE_REACH = 14
"""Words looked back over for a verb that tells past from future; longer reaches cross into other clauses."""


class Anchor(NamedTuple):
    """The day that relative words count from.

    `narrative` is for a story of past times, where "in April" means the April nearest to the time last
    told; in news it means the April nearest to `day`.
    """

    day: date | None
    precision: Precision = "day"
    narrative: bool = False

    @classmethod
    def of(cls, interval: Interval | None) -> "Anchor":
        """An anchor at a publication date or at the time of an utterance."""
        return cls(interval.first_day, interval.precision) if interval is not None else cls(None)


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression read: the token after it, the days it means, its TIMEX3 value.

    `month` and `day` are kept where the year was not written, so that a later year can supply it;
    `amount` is a duration's count and unit.
    `clock` is a time of day with its zone as ISO 8601 writes them.
    """

    after: int
    stretch: Stretch | None
    value: str
    sort: Sort = "point"
    month: int | None = None
    day: int | None = None
    clock: tuple[str, str, Precision] | None = None
    direction: Direction | None = None
    impossible: bool = False
    amount: tuple[int | float, Unit] | None = None

    def ending(self, after: int) -> "Reading":
        """The same, reaching further."""
        return replace(self, after=after)


class Context:
    """Where the rules read: the tokens, the anchor, and the time last told."""

    __slots__ = ("anchor", "period", "today", "tokens", "told")

    def __init__(self, tokens: Tokens, anchor: Anchor) -> None:
        self.tokens = tokens
        self.anchor = anchor
        self.today = anchor.day
        self.told: date | None = None
        self.period: Stretch | None = None

    @property
    def base(self) -> date | None:
        """The day that bare month names, weekdays and "last year" count from."""
        return self.told or self.today if self.anchor.narrative else self.today

    def points_forward(self, index: int) -> bool:
        """Whether the nearest verb says that the time at `index` lies ahead."""
        direction = self.direction_at(index)
        return self.tokens.word(index - 1) in LOOKING_AHEAD if direction is None else direction

    def direction_at(self, index: int) -> bool | None:
        """Forward, backward, or nothing where no verb within reach tells."""
        tokens = self.tokens
        for back in range(index - 1, max(-1, index - 1 - CUE_REACH), -1):
            word = tokens.words[back]
            if word == BREAK or (word in {".", "?", "!"} and len(tokens.word(back - 1)) > 4):
                break
            cue = _cue(word, tokens, back)
            if cue is not None:
                return cue
        for ahead in range(index + 1, min(tokens.count, index + 1 + CUE_REACH)):
            word = tokens.words[ahead]
            if word == BREAK or (word in {".", "?", "!", ";"} and len(tokens.word(ahead - 1)) > 4):
                break
            cue = _cue(word, tokens, ahead)
            if cue is not None:
                return cue
        return None

    def month_in(self, month: int, index: int) -> Stretch | None:
        """The month meant where no year is written."""
        year = self._year_for(month, None, index)
        return month_of(year, month) if year is not None else None

    def day_in(self, month: int, day: int, index: int) -> Stretch | None:
        """The day meant where no year is written."""
        year = self._year_for(month, day, index)
        return day_of(year, month, day) if year is not None else None

    def _year_for(self, month: int, day: int | None, index: int) -> int | None:
        base = self.base
        if base is None:
            return None
        if self.anchor.narrative and self.told is not None:
            return nearest_year(base, month, day)
        here, there = (base.month, base.day if day else 0), (month, day or 0)
        if there == here:
            return base.year
        if self.points_forward(index):
            return base.year if there > here else base.year + 1
        return base.year if there < here else base.year - 1


def nearest_year(base: date, month: int, day: int | None) -> int:
    """The year that puts a month or day nearest to `base`."""

    def distance(year: int) -> int:
        return abs((year - base.year) * 366 + (month - base.month) * 31 + ((day or 15) - base.day))

    return min((base.year, base.year - 1, base.year + 1), key=distance)


def _cue(word: str, tokens: Tokens, index: int) -> bool | None:
    if word in FUTURE_CUES:
        return True
    if word in PAST_CUES:
        return False
    if word.endswith("ed") and len(word) > 4 and word not in NOT_PAST and not tokens.capital(index):
        return False
    return None
