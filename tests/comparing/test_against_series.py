"""Cited figures against a made-up pair of official series: two calendars, two units, twenty figures, each reading."""

import msgspec
import pytest

from onrecord.comparing.against_series import check
from onrecord.comparing.pairs import Cited
from onrecord.model.items import Basis, Figure
from onrecord.model.series import Observation, Series
from onrecord.model.times import Interval

# The coast guard of Norland counts mercury seized by calendar month, in kilograms, and revises its last months.
# The customs service of Norland counts it by fiscal year, October to September, in pounds.
MONTHLY = [100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 210]  # kilograms, January to December 2021


def _guard():
    found = []
    for year, times in ((2021, 1), (2022, 2), (2023, 3)):
        for month, value in enumerate(MONTHLY, 1):
            after = f"{year + month // 12}-{month % 12 + 1:02d}-01"
            provisional = (year, month) > (2023, 8)
            found.append(Observation(start=f"{year}-{month:02d}-01", end=after, text=f"{year}-{month:02d}",
                                     value=value * times, provisional=provisional, vintage="2024-02-01"))  # fmt: skip
    found.append(Observation(start="2023-08-01", end="2023-09-01", text="2023-08", value=480, provisional=True,
                             vintage="2023-09-20"))  # fmt: skip
    return Series(id="series-guard", name="Coast guard", measure="mercury seized", unit="kg", frequency="month",
                  place="Norland", party="Coast Guard", observations=tuple(found))  # fmt: skip


def _customs():
    found = tuple(
        Observation(start=f"{year - 1}-10-01", end=f"{year}-10-01", text=f"FY{year}", value=value)
        for year, value in ((2021, 4000), (2022, 7600), (2023, 11500))
    )
    return Series(id="series-customs", name="Customs", measure="mercury seized", unit="[lb_av]",
                  frequency="fiscal_year", year_starts=10, place="Norland", party="Customs",
                  observations=found)  # fmt: skip


def _period(start, end, text):
    return Interval(start=start, end=end, precision="span", text=text) if start else None


YEAR_2021 = _period("2021-01-01", "2022-01-01", "in 2021")
YEAR_2022 = _period("2022-01-01", "2023-01-01", "in 2022")
YEAR_2023 = _period("2023-01-01", "2024-01-01", "in 2023")
THROUGH_AUGUST = _period("2023-01-01", "2023-09-01", "through August")
MARCH = _period("2023-03-01", "2023-04-01", "in March")
GUARD, CUSTOMS = "Coast Guard", "Customs"

# 2021: 1,860 kg; 2022: 3,720; 2023: 5,580. January to August 2023: 3,240 (with the first August: 3,210).
# Fiscal 2022 of the coast guard, October 2021 to September 2022: 600 + 2,520 = 3,120 kg.
CASES = [
    # value, modifier, unit, kind, period, published, series, verdict, how, words in the reading
    (3720, "exact", "kg", "absolute", YEAR_2022, "2024-03-01", GUARD, "fits", "exactly", "calendar year 2022"),
    (3700, "exact", "kg", "absolute", YEAR_2022, "2024-03-01", GUARD, "fits", "rounded", "calendar year 2022"),
    (8200, "about", "[lb_av]", "absolute", YEAR_2022, "2024-03-01", GUARD, "fits", "rounded", "calendar year 2022"),
    (3700, "more_than", "kg", "absolute", YEAR_2022, "2024-03-01", GUARD, "fits", "as a bound", "calendar year 2022"),
    (2000, "more_than", "kg", "absolute", YEAR_2022, "2024-03-01", GUARD, "fits", "loosely", "calendar year 2022"),
    (4000, "nearly", "kg", "absolute", YEAR_2022, "2024-03-01", GUARD, "fits", "as a bound", "calendar year 2022"),
    (3.7, "exact", "t", "absolute", YEAR_2022, "2024-03-01", GUARD, "fits", "rounded", "calendar year 2022"),
    (4.1, "exact", "[ston_av]", "absolute", YEAR_2022, "2024-03-01", GUARD, "fits", "rounded", "calendar year 2022"),
    (3.7, "exact", "[ston_av]", "absolute", YEAR_2022, "2024-03-01", GUARD, "fits another reading", "rounded",
     "tonnes"),
    (360, "exact", "kg", "absolute", MARCH, "2024-03-01", GUARD, "fits", "exactly", "March 2023"),
    (330, "exact", "kg", "absolute", MARCH, "2024-03-01", GUARD, "fits another reading", "exactly", "month before"),
    (3210, "exact", "kg", "absolute", THROUGH_AUGUST, "2023-10-01", GUARD, "fits", "exactly", "January to August 2023"),
    (3240, "exact", "kg", "absolute", THROUGH_AUGUST, "2023-10-01", GUARD, "fits another reading", "exactly", "August"),
    (3400, "exact", "kg", "absolute", THROUGH_AUGUST, "2024-03-01", GUARD, "does not fit", "not", "3,240 kilograms"),
    (7600, "exact", "[lb_av]", "absolute", YEAR_2022, "2024-03-01", CUSTOMS, "fits another reading", "exactly",
     "fiscal year 2022"),
    (3450, "about", "kg", "absolute", YEAR_2022, "2024-03-01", CUSTOMS, "fits another reading", "rounded",
     "fiscal year 2022"),
    (9000, "exact", "[lb_av]", "absolute", YEAR_2022, "2024-03-01", CUSTOMS, "does not fit", "not", "7,600 pounds"),
    (200, "exact", "%", "percent_change", YEAR_2023, "2024-03-01", GUARD, "fits", "exactly", "2021"),
    (2, "nearly", "1", "multiple", YEAR_2022, "2024-03-01", GUARD, "fits", "as a bound", "2021"),
    (5, "exact", "1", "multiple", YEAR_2022, "2024-03-01", GUARD, "does not fit", "not", "would be 2"),
]  # fmt: skip


def figure(value, modifier, unit, kind, period):
    low = None if modifier in {"less_than", "at_most"} else value
    high = None if modifier in {"more_than", "at_least"} else value
    basis = Basis(relation="increase", period=YEAR_2021) if kind in {"percent_change", "multiple"} else None
    return Figure(id="figure-x", document="d", spans=(), statement=None, low=low, high=high, modifier=modifier,
                  unit=unit, kind=kind, measures="mercury seized", place="Norland", period=period,
                  basis=basis)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "modifier", "unit", "kind", "period", "published", "party", "verdict", "how", "says"), CASES
)
def test_each_cited_figure_is_judged_with_its_reading(
    value, modifier, unit, kind, period, published, party, verdict, how, says
):
    series = [one for one in (_guard(), _customs()) if one.party == party]
    cited = Cited(figure=figure(value, modifier, unit, kind, period), words=str(value), published=published)
    found = check(cited, series)
    best = found.readings[0]
    assert found.verdict == verdict, found.reason
    assert best.how == how, found.reason
    assert says in f"{best.says} {found.reason}"
    assert best.arithmetic


def test_a_figure_that_no_series_counts_is_left():
    other = figure(12, "exact", "death", "absolute", YEAR_2022)
    found = check(Cited(figure=other, words="12 deaths"), [_guard(), _customs()])
    assert found.verdict == "cannot be checked"


def test_a_figure_of_another_place_is_left():
    other = msgspec.structs.replace(figure(3720, "exact", "kg", "absolute", YEAR_2022), place="Velmark")
    assert check(Cited(figure=other, words="3,720 kg"), [_guard()]).verdict == "cannot be checked"


def test_a_change_shows_both_values():
    cited = Cited(figure=figure(200, "exact", "%", "percent_change", YEAR_2023), words="200%", published="2024-03-01")
    arithmetic = check(cited, [_guard()]).readings[0].arithmetic
    assert any("5,580 ÷ 1,860" in line for line in arithmetic)


def test_a_change_since_the_same_day_a_year_before_is_measured_from_that_day():
    days = (Observation(start=f"{year}-03-15", end=f"{year}-03-16", text=f"{year}-03-15", value=value)
            for year, value in ((2022, 40), (2023, 50)))  # fmt: skip
    series = Series(id="series-day", name="Guard", measure="mercury seized", unit="kg", frequency="day",
                    place="Norland", party="Guard", observations=tuple(days))  # fmt: skip
    period = _period("2023-03-15", "2023-03-16", "on 15 March")
    risen = msgspec.structs.replace(figure(25, "exact", "%", "percent_change", period), basis=None)
    found = check(Cited(figure=risen, words="25%", published="2023-03-20"), [series])
    assert found.verdict == "fits"
    assert any("50 ÷ 40" in line for line in found.readings[0].arithmetic)


def test_without_a_period_the_last_year_is_read():
    cited = Cited(figure=figure(5580, "exact", "kg", "absolute", None), words="5,580 kg", published="2024-03-01")
    found = check(cited, [_guard()])
    assert found.verdict == "fits"
    assert "last whole year" in found.readings[0].says
