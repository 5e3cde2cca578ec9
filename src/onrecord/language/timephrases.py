"""Times in company: ranges ("from June to August"), and the year that the second end gives to the first."""

from dataclasses import replace
from datetime import date

from onrecord.language.calendar import DAY, Stretch, day_of, era_written, month_of, months_after
from onrecord.language.seasons import near_season
from onrecord.language.timepoints import read_point
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import SEASON_CODES, SEASONS


def read_expression(context: Context, index: int) -> Reading | None:
    """Read the longest time expression at `index`, without a preposition before it."""
    seasons = _season_to_season(context, index)
    if seasons is not None:
        return seasons
    first = read_point(context, index)
    if first is None:
        return None
    return _read_range(context, index, first) or first


def _season_to_season(context: Context, index: int) -> Reading | None:
    """Forms like "from summer to summer": from the last one to the next, where no year is named."""
    tokens = context.tokens
    word = tokens.word(index)
    if word not in SEASONS or tokens.word(index - 1) != "from" or tokens.word(index + 2) != word:
        return None
    if tokens.word(index + 1) not in {"to", "through", "until"}:
        return None
    base = context.base
    value = f"XXXX-{SEASON_CODES[SEASONS[word]]}"
    ends = ((index, index + 1, value), (index + 2, index + 3, value))
    if base is None:
        return Reading(index + 3, None, value, ends=ends)
    running = near_season(context, word, base, index + 1, index, ahead=False).stretch
    if running is None or running.start is None or running.end is None:
        return Reading(index + 3, None, value, ends=ends)
    ahead = Stretch(running.start, months_after(running.end, 12), "span")
    behind = Stretch(months_after(running.start, -12), running.end, "span")
    chosen, other = (behind, ahead) if context.direction_at(index) is False else (ahead, behind)
    return Reading(index + 3, chosen, value, ends=ends, others=((other, 0.4),))


def _read_range(context: Context, index: int, first: Reading) -> Reading | None:
    """Two points joined: "June to August 2017", "2019-21", "between March 3 and March 5"."""
    tokens = context.tokens
    joint, before = tokens.word(first.after), tokens.word(index - 1)
    if first.sort != "point" or joint not in {"-", "to", "through", "until", "till", "and", "/"}:
        return None
    if joint == "and" and before != "between":
        return None
    at = first.after + 1
    if (
        joint in {"-", "/"}
        and len(first.value) == 4
        and len(tokens.word(at)) == 2
        and tokens.touches(at)
        and tokens.number(at) is not None
    ):
        year = int(first.value)
        last = year - year % 100 + int(tokens.word(at))
        if year < last <= year + 60:
            ends = ((index, first.after, first.value), (at, at + 1, f"{last:04d}"))
            return Reading(at + 1, Stretch(date(year, 1, 1), date(last + 1, 1, 1), "span"), first.value, ends=ends)
    kept = context.kept()
    if first.stretch is not None:
        context.tell(first.stretch, first.stretch)
    second = read_point(context, at)
    context.return_to(kept)
    if second is None or second.sort != "point":
        return None
    if first.value == second.value and not first.clock and not first.ends:
        return Reading(second.after, None, "XXXX", sort="set") if joint == "to" else None
    if (
        joint == "to"
        and before not in {"from", "between"}
        and (first.month is None) != (second.month is None)
        and len(first.value) != len(second.value)
    ):
        return None
    first = with_year_of(first, second)
    if first.clock and second.clock:
        day = second.value[:10] if second.stretch else ""
        clocks = ((index, first.after, day + first.value[10:]), (at, second.after, second.value))
        return replace(second, clock=(first.clock[0], second.clock[0], first.clock[2]), ends=clocks, value=clocks[0][2])
    start = first.stretch.start if first.stretch else None
    end = second.stretch.end if second.stretch else None
    first_end = (index, first.after, first.value)
    if start is None or end is None:
        return Reading(second.after, None, second.value, ends=(first_end, (at, second.after, second.value)))
    value = second.value
    if end <= start and second.month is not None and second.stretch is not None:
        end = months_after(end, 12)
        value = f"{era_written((end - DAY).year)}{value[4:]}"
    elif end <= start and start - end < 7 * DAY and second.stretch and second.stretch.precision == "day":
        end += 7 * DAY
        value = (end - DAY).isoformat() + value[10:]
    if end <= start:
        return None
    both = (first_end, *(second.ends or ((at, second.after, value),)))
    return Reading(second.after, Stretch(start, end, "span"), first.value, ends=both)


def with_year_of(first: Reading, second: Reading) -> Reading:
    """A reading without a year, put into the year that a following one names."""
    if (
        first.month is None
        or first.ends
        or second.month is not None
        or second.stretch is None
        or second.stretch.start is None
    ):
        return first
    later = second.stretch.start
    year = later.year - (
        (first.month, first.day or 1) > (later.month, later.day) and second.stretch.precision != "year"
    )
    stretch = day_of(year, first.month, first.day) if first.day else month_of(year, first.month)
    return replace(
        first, stretch=stretch, month=None, value=f"{era_written(year)}{first.value[first.value.index('-') :]}"
    )
