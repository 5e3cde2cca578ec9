"""Seasons, north and south: "the summer of 2016", "last winter", "later this summer", "the Australian spring"."""

from datetime import date, timedelta

from onrecord.language.calendar import FIRST_YEAR, LAST_YEAR, Season, Stretch, era_written, season_of
from onrecord.language.places import country_of
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import MONTHS, SEASON_CODES, SEASONS
from onrecord.language.years import written_year, year_phrase

SOUTHERN = frozenset(
    {
        "Argentina", "Australia", "Bolivia", "Botswana", "Chile", "Eswatini", "Fiji", "Lesotho", "Madagascar", "Malawi",
        "Mauritius", "Mozambique", "Namibia", "New Zealand", "Paraguay", "Peru", "South Africa", "Uruguay", "Zambia",
        "Zimbabwe", "Angola", "Brazil", "Tonga", "Samoa", "Vanuatu", "New Caledonia", "French Polynesia", "Antarctica",
    }
)  # fmt: skip
"""Countries whose people live south of the equator: their summer begins in December."""
JUST_OVER = 75
"""Days after a season within which "last summer" may mean the one before it."""
WRITTEN_FROM = 0.8
"""Weight of the southern season in a text written there; a place named beside the season leaves no doubt."""
SEASON_LEADS = frozenset(
    {
        "in", "by", "during", "until", "since", "throughout", "early", "late", "mid", "through", "the", "-", "before",
        "after", "till", "this", "last", "next", "that", "of", "for", "into",
    }
)  # fmt: skip
WORD_LIKE_LEADS = frozenset({"the", "this", "last", "next", "in", "early", "late", "by", "mid", "-", "until", "since"})
"""What must stand before "fall" and "spring", which are verbs too."""
FALL_LEADS = frozenset(
    {
        "in", "by", "during", "until", "since", "throughout", "through", "till", "before", "after", "early", "late",
        "of", "for", "into", "mid", "-", "over",
    }
)  # fmt: skip
"""What leads to "the fall" as a season."""
AFTER_SEASON = frozenset(
    {"campaign", "campaigns", "offensive", "offensives", "counteroffensive", "session", "semester", "harvest"}
)
"""Nouns that make the word before them a season of the time told: "the spring offensive"."""


def read_season(context: Context, index: int) -> Reading | None:
    """A season by name, with the year after it or the one meant."""
    tokens = context.tokens
    word = tokens.word(index)
    years = _double_year(context, index + 1)
    if years is not None:
        return _in_year(context, word, years[0], index, years[1])
    year = year_phrase(context, index + 1)
    if year is not None:
        if year[0] is None:
            return Reading(year[1], None, f"XXXX-{SEASON_CODES[SEASONS[word]]}")
        return _in_year(context, word, year[0], index, year[1])
    before, following = tokens.word(index - 1), tokens.word(index + 1)
    if following in AFTER_SEASON and before in {"a", "an", "their", "its", "his", "the", "of"}:
        pass
    elif (
        (word == "fall" and before == "the" and _is_drop(tokens.word(index - 2), following))
        or (word in {"fall", "spring"} and (before not in WORD_LIKE_LEADS or following in {"to", "into", "from"}))
        or before not in SEASON_LEADS
        or following == "of"
    ):
        return None
    base = context.base
    if base is None:
        return Reading(index + 1, None, f"XXXX-{SEASON_CODES[SEASONS[word]]}")
    return near_season(context, word, base, index + 1, index)


def _is_drop(lead: str, following: str) -> bool:
    """Whether "the fall" is a drop: no word of time leads to it ("puts the fall at"), or "in" follows."""
    return lead not in FALL_LEADS or following in {"at", "in", "was", "is", "has"}


def near_season(
    context: Context, word: str, base: date, after: int, index: int, *, step: int = 0, ahead: bool | None = None
) -> Reading:  # fmt: skip
    """The season nearest to `base` on the side that the verbs say; `step` asks for the one before or after.

    `ahead` says the side where the words themselves do ("later this summer").
    """
    season = SEASONS[word]
    south, weight = _hemisphere(context, index)
    chosen, second = _chosen(context, season, base, index, south=south, step=step, ahead=ahead)
    year = chosen.start.year if chosen.start else base.year
    others: list[tuple[Stretch, float]] = []
    if second is not None:
        others.append((second, 0.3 * weight))
    if weight < 1 and chosen.start is not None:
        others.append((_chosen(context, season, base, index, south=not south, step=step, ahead=ahead)[0], 1 - weight))
    return Reading(after, chosen, f"{era_written(year)}-{SEASON_CODES[season]}", others=tuple(others))


def _chosen(
    context: Context, season: Season, base: date, index: int, *, south: bool, step: int, ahead: bool | None
) -> tuple[Stretch, Stretch | None]:  # fmt: skip
    """The season meant, and the other one that "last summer" or a bare "summer" could mean."""
    years = range(max(base.year - 2, FIRST_YEAR), min(base.year + 3, LAST_YEAR))
    candidates = [season_of(year, season, south=south) for year in years]
    begun = [s for s in candidates if s.start and s.start <= base] or candidates[:1]
    later = [s for s in candidates if s.start and s.start > base] or candidates[-1:]
    inside = bool(begun[-1].end and begun[-1].end > base)
    if context.anchor.narrative and context.told is not None and not step:
        if context.told_a_year:
            return season_of(base.year, season, south=south), None
        return min(candidates, key=lambda s: abs((s.start or base) + timedelta(days=45) - base)), None
    if step < 0:
        if inside and len(begun) > 1:
            return begun[-2], None
        recent = begun[-1].end is not None and (base - begun[-1].end).days < JUST_OVER
        return begun[-1], begun[-2] if recent and len(begun) > 1 else None
    if step > 0:
        return later[0], None
    if inside and ahead is not False:
        return begun[-1], None
    if ahead is None and context.tokens.word(index) == "this":
        return min((begun[-1], later[0]), key=lambda s: _days_off(s, base)), None
    direction = context.direction_at(index) if ahead is None else ahead
    if direction or (ahead is None and direction is None and context.points_forward(index)):
        return later[0], None
    return begun[-1], later[0] if direction is None else None


def _days_off(stretch: Stretch, base: date) -> int:
    """How many days lie between a stretch and a day outside it."""
    start, end = stretch.start or base, stretch.end or base
    return (start - base).days if start > base else (base - end).days


def _in_year(context: Context, word: str, year: int, index: int, after: int) -> Reading:
    season = SEASONS[word]
    south, weight = _hemisphere(context, index)
    others = ((season_of(year, season, south=not south), 1 - weight),) if weight < 1 else ()
    return Reading(
        after, season_of(year, season, south=south), f"{era_written(year)}-{SEASON_CODES[season]}", others=others
    )


def _double_year(context: Context, index: int) -> tuple[int, int] | None:
    """The first year of "2022-23" or "of 2022/2023" behind a season that reaches into the next year."""
    tokens = context.tokens
    at = index + 1 if tokens.word(index) in {"of", "in", ","} else index
    first = written_year(context, at)
    if first is None or tokens.word(at + 1) not in {"-", "/"} or not tokens.touches(at + 1):
        return None
    second = tokens.word(at + 2)
    if not second.isdigit() or len(second) not in {2, 4} or not tokens.touches(at + 2):
        return None
    year = first[0]
    return (year, at + 3) if int(second) in {year + 1, (year + 1) % 100} else None


def _hemisphere(context: Context, index: int) -> tuple[bool, float]:
    """Whether the season is one of the south, and how sure that is."""
    tokens = context.tokens
    beside = [index - 1, index - 2, index - 3, index + 2, index + 3]
    for at in beside:
        raw = tokens.raw(at)
        if raw[:1].isupper() and tokens.word(at) not in MONTHS and (named := country_of(raw)) is not None:
            return named in SOUTHERN, 1.0
    return (True, WRITTEN_FROM) if context.anchor.country in SOUTHERN else (False, 1.0)
