"""What the rules of the grammar of times share: where they read, what they return, which way a word points."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from onrecord.language.calendar import Stretch, Unit, day_of, month_of
from onrecord.language.timewords import DIRECTED, FUTURE_CUES, NOT_PAST, PAST_CUES, UNDERTOOK
from onrecord.language.tokens import BREAK, Tokens
from onrecord.model.times import Interval, Precision

Sort = Literal["point", "duration", "set", "vague"]
"""A place in time, a length of time, a repetition ("every week"), or a word like "recently"."""

Direction = Literal["past", "present", "future"]
LOOKING_AHEAD = frozenset({"until", "till", "by", "before"})
SUBJECTS = frozenset(
    {"it", "he", "she", "they", "we", "i", "you", "the", "a", "an", "his", "her", "its", "their", "our"}
)
ENDS_OF = frozenset({"the", "this", "that", "of", "end", "close", "start", "beginning", "middle"})
"""Words between a preposition and a time: "before the end of June"."""
TURNING = frozenset({"before", "until", "ahead", "toward", "towards", "after", "following"})
"""Words behind which a verb tells nothing of the time: "led before the vote on Feb. 1"."""
CLAUSE_STARTS = frozenset({";", "(", ")", "but", "while", "whereas", "although", "though"})
CUE_REACH = 14
"""Words looked back over for a verb that tells past from future; longer reaches cross into other clauses."""


BESIDE = 4
SOON, SOON_UNTOLD, FAR_AHEAD = 95, 110, 290
"""Days ahead within which a bare month is the coming one: with a past verb some words off, with no verb at all, and
with a future verb that is not just before it."""
HALF_A_YEAR = 183
"""Days within which "ahead of Nov. 8" is the coming one: the nearer of the two, where no verb tells."""
SOON_UNTIL = 45
"""Days ahead within which "until 20 March" is the coming one, whatever the verb: "gave them until"."""
CLAUSE_REACH = 8
"""Words ahead of a time that opens a clause within which that clause's verb stands: "and on Tuesday it recalled"."""
NO_DEEDS = frozenset({"the", "a", "an", "him", "her", "them", "it", "me", "my", "our", "their", "that", "one", "each"})
"""Words after "to" that begin no infinitive."""
COUNTED_FROM = ((20, 3900), (4100, 8980))
"""Years that other times can be counted from, of our era and before it (`calendar.BEFORE_CHRIST`)."""
STORIES_MOVE_ON = 1.6
"""How much less likely a story steps back than on: value F1 on WikiWars is 85.2 at 1.0, 85.8 here, 84.7 at 3.0."""
FINER: dict[Precision, tuple[Unit, ...]] = {
    "minute": ("day", "week", "month", "quarter", "year", "decade", "century"),
    "hour": ("day", "week", "month", "quarter", "year", "decade", "century"),
    "day": ("day", "week", "month", "quarter", "year", "decade", "century"),
    "week": ("week", "month", "quarter", "year", "decade", "century"),
    "month": ("month", "quarter", "year", "decade", "century"),
    "quarter": ("quarter", "year", "decade", "century"), "season": ("quarter", "year", "decade", "century"),
    "half": ("year", "decade", "century"), "year": ("year", "decade", "century"),
    "decade": ("decade", "century"), "span": ("century",),
}  # fmt: skip
"""The units that a time told with a precision fixes."""


class Anchor(NamedTuple):
    """The day that relative words count from.

    `narrative` is for a story of past times, where "in April" means the April nearest to the time last
    told; in news it means the April nearest to `day`. `country` is where the text is written: it decides
    the order of "5/10/2023", whose fiscal year is meant and when summer is. `fiscal_end` is the month in which
    the text says that its fiscal years end.
    """

    day: date | None
    precision: Precision = "day"
    narrative: bool = False
    country: str | None = None
    fiscal_end: int | None = None

    @classmethod
    def of(cls, interval: Interval | None, country: str | None = None) -> "Anchor":
        """An anchor at a publication date or at the time of an utterance."""
        if interval is None:
            return cls(None, country=country)
        return cls(interval.first_day, interval.precision, country=country)


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression read: the token after it, the days it means, its TIMEX3 value.

    `month` and `day` are kept where the year was not written, so that a later year can supply it;
    `amount` is a duration's count and unit.
    `clock` is a time of day with its zone as ISO 8601 writes them. `ends` are the two ends of a range: token,
    token after, TIMEX3 value. `others` are further readings of ambiguous words, each with its weight;
    the weight that they leave is that of `stretch`.
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
    ends: tuple[tuple[int, int, str], ...] = ()
    others: tuple[tuple[Stretch, float], ...] = ()

    def ending(self, after: int) -> "Reading":
        """The same, reaching further."""
        return replace(self, after=after)


def _has_neighbours(day: date) -> bool:
    """Whether the calendar goes on for some years on either side of a day: it begins and ends in no text's time."""
    return any(first <= day.year <= last for first, last in COUNTED_FROM)


class Told(NamedTuple):
    """The times told at some point of a text."""

    told: date | None
    period: Stretch | None
    told_as: dict[Unit, date]


class Context:
    """Where the rules read: the tokens, the anchor, and the times told so far.

    `told` is the time last told and `period` its whole stretch; `told_at` the token after the last day told;
    `begun` the day that a trip or meeting began, from which "day two" counts.
    """

    __slots__ = ("_day_first", "_told_as", "anchor", "begun", "period", "today", "tokens", "told", "told_at")

    def __init__(self, tokens: Tokens, anchor: Anchor) -> None:
        self.tokens = tokens
        self.anchor = anchor
        self.today = anchor.day if anchor.day is not None and _has_neighbours(anchor.day) else None
        self.told: date | None = None
        self.period: Stretch | None = None
        self.begun: date | None = None
        self.told_at: int | None = None
        self._told_as: dict[Unit, date] = {}
        self._day_first: bool | Literal["unread"] | None = "unread"

    def tell(self, stretch: Stretch, period: Stretch) -> None:
        """Keep a time told, for the words that count from it."""
        if stretch.start is None or not _has_neighbours(stretch.start):
            return
        self.told, self.period = stretch.start, period
        for unit in FINER[stretch.precision]:
            self._told_as[unit] = stretch.start

    def kept(self) -> "Told":
        """What has been told so far, to return to with `return_to`."""
        return Told(self.told, self.period, dict(self._told_as))

    def return_to(self, told: "Told") -> None:
        """Forget what was told since."""
        self.told, self.period, self._told_as = told.told, told.period, dict(told.told_as)

    def told_as(self, unit: Unit) -> date | None:
        """The time last told as finely as a unit: "the next day" counts from a day, not from a year."""
        return self._told_as.get(unit)

    @property
    def told_a_year(self) -> bool:
        """Whether the time last told is a whole year."""
        return self.told is not None and self.told == self.told_as("year") != self.told_as("quarter")

    @property
    def day_first(self) -> bool | None:
        """Whether the text's own dates put the day first ("25/5/2018"), or nothing where none tells."""
        if self._day_first == "unread":
            self._day_first = _order_of_days(self.tokens)
        return self._day_first

    @property
    def base(self) -> date | None:
        """The day that bare month names, weekdays and "last year" count from."""
        return self.told or self.today if self.anchor.narrative else self.today

    def points_forward(self, index: int) -> bool:
        """Whether the nearest verb says that the time at `index` lies ahead."""
        direction = self.direction_at(index)
        return self.tokens.word(index - 1) in LOOKING_AHEAD if direction is None else direction

    def direction_at(self, index: int, *, look_on: bool = True) -> bool | None:
        """Forward, backward, or nothing where no verb within reach tells: before the time, or also behind it."""
        tokens = self.tokens
        if _opens_clause(tokens, index) and (cue := self._cue_ahead(index, CLAUSE_REACH)) is not None:
            return cue
        to_act, reach = False, index - 1 - CUE_REACH
        led = self._led_from(index)
        for back in range(index - 1, -1, -1):
            if back <= reach:
                break
            word = tokens.words[back]
            if not to_act and word == "to" and _is_deed(tokens, back + 1):
                to_act, reach = True, back - 1 - CUE_REACH
            if to_act and word in DIRECTED:
                return True
            if word == BREAK or word in CLAUSE_STARTS or (word in {".", "?", "!"} and len(tokens.word(back - 1)) > 4):
                break
            if word in TURNING and back < led:
                if to_act:
                    continue
                return None
            cue = _cue(word, tokens, back)
            if cue and word in UNDERTOOK and _beside(tokens, back, index):
                return False
            if cue is not None:
                return cue
        return self._cue_ahead(index, CUE_REACH) if look_on else None

    def _led_from(self, index: int) -> int:
        """Where the preposition before a time stands, over "the" and "the end of"."""
        tokens, led = self.tokens, index - 1
        while led > index - 6 and tokens.word(led) in ENDS_OF:
            if tokens.word(led) == "of" and tokens.word(led - 1) not in ENDS_OF:
                break
            led -= 1
        return led

    def _cue_ahead(self, index: int, reach: int) -> bool | None:
        """Which way the next verb points, as far as the sentence and `reach` go."""
        tokens = self.tokens
        for ahead in range(index + 1, min(tokens.count, index + 1 + reach)):
            word = tokens.words[ahead]
            if word == BREAK or (word in {".", "?", "!", ";"} and len(tokens.word(ahead - 1)) > 4):
                break
            cue = _cue(word, tokens, ahead)
            if cue is not None:
                return cue
        return None

    def month_in(self, month: int, index: int) -> Stretch | None:
        """The month that is meant where no year is written."""
        year = self._year_for(month, None, index)
        return month_of(year, month) if year is not None else None

    def day_in(self, month: int, day: int, index: int) -> Stretch | None:
        """The day that is meant where no year is written."""
        year = self._year_for(month, day, index)
        return day_of(year, month, day) if year is not None else None

    def _year_for(self, month: int, day: int | None, index: int) -> int | None:
        base = self.base
        if base is None:
            return None
        if self.anchor.narrative and self.told is not None:
            if self.told_a_year:
                return self.told.year
            return nearest_year(self.told_as("month") or base, month, day)
        here, there = (base.month, base.day if day else 0), (month, day or 0)
        if there == here:
            return base.year
        later = base.year if there > here else base.year + 1
        days = (month - base.month) * 30 + (day - base.day if day else 0)
        return later if self._lies_ahead(index, days if there > here else days + 365) else later - 1

    def _lies_ahead(self, index: int, ahead: int) -> bool:
        """Whether a month that comes in so many days is meant, or the last one: by the verb, then by nearness.

        Writers name the year of a month that lies far back, so one that comes soon is the coming one
        unless a verb beside it says otherwise ("led before the vote on Feb. 1").
        """
        if ahead < SOON_UNTIL and self.tokens.word(index - 1) in {"until", "till"}:
            return True
        direction = self.direction_at(index)
        if direction is None:
            led = self._led_from(index)
            turned = self.tokens.word(led) == "before" or (self.tokens.word(led - 1), self.tokens.word(led)) == (
                "ahead",
                "of",
            )
            return self.points_forward(index) or ahead < (HALF_A_YEAR if turned else SOON_UNTOLD)
        if direction and self._recalls_a_promise(index):
            return ahead < SOON_UNTOLD
        if direction and ahead > FAR_AHEAD:
            return self.told_before(index, future=True)
        if self.told_beside(index, future=direction):
            return direction
        return direction or ahead < SOON

    def _recalls_a_promise(self, index: int) -> bool:
        """Whether a time was to come when something was promised, and may be past: "had promised to pay by March"."""
        tokens = self.tokens
        for back in range(index - 1, max(0, index - 2 * CUE_REACH), -1):
            if tokens.words[back] in UNDERTOOK:
                return tokens.word(back - 1) == "had"
            if tokens.words[back] == BREAK or tokens.words[back] in {".", "?", "!"}:
                break
        return False

    def told_before(self, index: int, *, future: bool) -> bool:
        """Whether a verb within a few words before says that a time lies ahead, or behind."""
        return self._told_at(range(index - BESIDE, index), future=future)

    def told_beside(self, index: int, *, future: bool) -> bool:
        """Whether a verb within a few words says that a time lies ahead, or behind."""
        return self._told_at((*range(index - BESIDE, index), *range(index + 1, index + BESIDE + 2)), future=future)

    def _told_at(self, places: Iterable[int], *, future: bool) -> bool:
        tokens = self.tokens
        return any(0 <= at < tokens.count and _cue(tokens.words[at], tokens, at) is future for at in places)


def nearest_year(base: date, month: int, day: int | None) -> int:
    """The year that puts a month or day nearest to `base`, later ones before earlier: a story moves on."""

    def distance(year: int) -> float:
        days = (year - base.year) * 366 + (month - base.month) * 31 + ((day or 15) - base.day)
        return days if days >= 0 else STORIES_MOVE_ON * -days

    return min((base.year, base.year - 1, base.year + 1), key=distance)


def _order_of_days(tokens: Tokens) -> bool | None:
    """The order of day and month that the numeric dates of a text show, if all that tell agree."""
    told: set[bool] = set()
    for index in range(tokens.count - 4):
        if tokens.words[index + 1] != "/" or tokens.words[index + 3] != "/":
            continue
        first, second, year = tokens.number(index), tokens.word(index + 2), tokens.word(index + 4)
        if first is None or not second.isdigit() or not year.isdigit() or len(second) > 2:
            continue
        if 12 < first <= 31 and int(second) <= 12:
            told.add(True)
        elif first <= 12 < int(second) <= 31:
            told.add(False)
    return told.pop() if len(told) == 1 else None


def _beside(tokens: Tokens, verb: int, index: int) -> bool:
    """Whether a time follows its verb: "agreed on Wednesday to pay"; what was agreed on comes after it."""
    return verb == index - 1 or (verb == index - 2 and tokens.word(index - 1) in {"on", "in", "late", "early"})


def _opens_clause(tokens: Tokens, index: int) -> bool:
    """Whether a time follows a joint of clauses and stands before its own: "to leave, and on Tuesday it recalled"."""
    at = index - 1 - (tokens.word(index - 1) in {"on", "in", "by", "at", "from", "early", "late"})
    joined = tokens.word(at) in {"and", "but"} and tokens.word(at - 1) == ","
    return joined and any(tokens.word(after) in SUBJECTS for after in range(index, index + 4))


def _is_deed(tokens: Tokens, index: int) -> bool:
    """Whether the word after "to" is likely a verb: no name, article, possessive or number."""
    word = tokens.word(index)
    return word.isalpha() and not tokens.capital(index) and word not in NO_DEEDS and not word.endswith(("s", "ing"))


def _cue(word: str, tokens: Tokens, index: int) -> bool | None:
    if word in {"have", "has", "been"}:
        return False if _perfect(tokens, index) else None
    if word == "set" and tokens.word(index + 1) not in {"to", "for", "on"}:
        return None  # "set by the court", "set up": only "is set to" looks ahead
    if word in FUTURE_CUES:
        return True
    if (word in PAST_CUES or word.endswith("ed")) and tokens.word(index - 1) in {"be", "being"}:
        return None
    if word in PAST_CUES:
        return False
    if word.endswith("ed") and len(word) > 4 and word not in NOT_PAST and not tokens.capital(index):
        return None if tokens.word(index - 1) in _BEFORE_NOUNS else False  # "the names of registered owners"
    return None


_BEFORE_NOUNS = frozenset({"of", "for", "all", "every", "any", "its", "their", "our", "newly"})
"""Words after which a participle stands before its noun and tells of no past."""


_NOT_PERFECT = frozenset({"will", "ll", "to", "would", "could", "should", "may", "must"})
"""Words behind which "have" tells of no past: "will have until"."""


def _perfect(tokens: Tokens, index: int) -> bool:
    """Whether "have" or "been" makes a perfect, and no infinitive or future: not "will have until"."""
    if any(tokens.word(back) in _NOT_PERFECT for back in (index - 1, index - 2)):
        return False
    following = tokens.word(index + 1)
    return following in PAST_CUES or following.endswith(("ed", "en"))
