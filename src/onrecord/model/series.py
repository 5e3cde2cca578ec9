"""Official series that figures are checked against, and what a person says of measures."""

from typing import Literal

import msgspec

from onrecord.model.items import Figure
from onrecord.model.times import Interval

Frequency = Literal["day", "month", "quarter", "half", "year", "fiscal_year", "rolling_year"]
Adding = Literal["sum", "mean", "last", "none"]
"""How the values of parts make the value of a whole: counts add up, stocks and rates do not."""

Relation = Literal["same", "apart", "part"]


class Observation(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a series: the period as an interval, `end` exclusive; `vintage` is the day it was published."""

    start: str
    end: str
    text: str
    value: float
    provisional: bool = False
    vintage: str | None = None


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """A measure counted period by period by one party. The id hashes its name, party and place.

    `unit` is a UCUM or ISO 4217 code, "%", or a counted noun, and every value is in it (a scale such as
    "thousands" is already multiplied out). `year_starts` is the first month of the party's year.
    """

    id: str
    name: str
    measure: str
    unit: str
    frequency: Frequency
    adding: Adding = "sum"
    place: str | None = None
    party: str | None = None
    year_starts: int = 1
    source: str | None = None
    sha256: str | None = None
    note: str | None = None
    observations: tuple[Observation, ...] = ()


class MeasureRule(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided of two measures: the same, apart, or `one` a part of `other`; with the reason."""

    one: str
    other: str
    relation: Relation
    reason: str | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One way to read a cited figure against a series: period, unit, vintage, and the value that it gives.

    `value` is the series' value in `unit`, which is the figure's unit as read; `how` says how the figure
    fits it: "exactly", "rounded", "as a bound", "loosely", or "not".
    """

    series: str
    period: Interval
    says: str
    unit: str
    value: float
    how: Literal["exactly", "rounded", "as a bound", "loosely", "not"]
    provisional: bool = False
    vintage: str | None = None
    arithmetic: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether the figure can be this value."""
        return self.how != "not"


class CheckedFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A cited figure with its readings, best first, and what they come to in a sentence."""

    figure: Figure
    verdict: Literal["fits", "fits another reading", "does not fit", "cannot be checked"]
    reason: str
    readings: tuple[Reading, ...] = ()
