"""Two made-up parties' series on one unit and calendar, and what is said where that cannot be."""

import msgspec
import pytest

from onrecord.comparing.side_by_side import side_by_side
from onrecord.model.series import MeasureRule, Observation, Series
from onrecord.output.series_chart import chart


def monthly(name, values, **told):
    found = []
    for at, value in enumerate(values):
        year, month = 2021 + at // 12, at % 12 + 1
        after = f"{year + month // 12}-{month % 12 + 1:02d}-01"
        found.append(Observation(start=f"{year}-{month:02d}-01", end=after, text=f"{year}-{month:02d}", value=value,
                                 provisional=at == 23))  # fmt: skip
    return Series(**{"id": name, "name": name, "measure": "mercury seized", "unit": "kg", "frequency": "month",
                     "place": "Norland", "observations": tuple(found)} | told)  # fmt: skip


def yearly(name, values, *, starts=1, **told):
    found = tuple(
        Observation(start=f"{year - (starts > 1)}-{starts:02d}-01", end=f"{year + (starts == 1)}-{starts:02d}-01",
                    text=f"{'FY' if starts > 1 else ''}{year}", value=value)
        for year, value in values.items()
    )  # fmt: skip
    kind = "fiscal_year" if starts > 1 else "year"
    return Series(**{"id": name, "name": name, "measure": "mercury seized", "unit": "[lb_av]", "frequency": kind,
                     "year_starts": starts, "place": "Norland", "observations": found} | told)  # fmt: skip


GUARD = monthly("Guard", [100.0] * 12 + [200.0] * 12)


def test_months_add_up_to_the_others_fiscal_years_in_one_unit():
    laid = side_by_side(GUARD, yearly("Customs", {2021: 900, 2022: 4000}, starts=10))
    (row,) = laid.rows
    assert (row.period.text, row.one) == ("FY2022", 3 * 100 + 9 * 200)
    assert row.other == pytest.approx(4000 * 0.45359237)
    assert row.ratio == pytest.approx(row.other / row.one, abs=1e-6)
    assert any("4,000 pounds = " in line for line in row.arithmetic)
    assert laid.apart == ("Guard has no whole value for FY2021",)


def test_provisional_parts_make_a_provisional_whole():
    laid = side_by_side(GUARD, yearly("Customs", {2021: 1, 2022: 1}))
    assert [row.provisional for row in laid.rows] == [False, True]


def test_the_order_changes_unit_and_nothing_else():
    customs = yearly("Customs", {2021: 2645.5, 2022: 5291})
    one, other = side_by_side(GUARD, customs), side_by_side(customs, GUARD)
    assert (one.unit, other.unit) == ("kg", "[lb_av]")
    for row, turned in zip(one.rows, other.rows, strict=True):
        assert row.ratio * turned.ratio == pytest.approx(1, abs=1e-4)


def test_two_calendars_that_never_meet():
    laid = side_by_side(yearly("Ministry", {2021: 1, 2022: 2}), yearly("Customs", {2021: 1, 2022: 2}, starts=10))
    assert laid.rows == ()
    assert laid.apart == (
        "No period of one can be made up of the other's: Ministry counts calendar years, "
        "Customs fiscal years from month 10",
    )


@pytest.mark.parametrize(
    ("changes", "rows", "says"),
    [
        ({"unit": "people"}, 0, "neither converts into the other"),
        ({"unit": "USD"}, 0, "neither converts into the other"),
        ({"measure": "lead seized"}, 2, "may not count the same"),
        ({"place": "Velmark"}, 2, "Customs about Velmark"),
        ({"place": None}, 2, "Customs does not say which place"),
        ({"adding": "none"}, 2, None),
    ],
)
def test_what_cannot_be_brought_together_is_said(changes, rows, says):
    laid = side_by_side(GUARD, yearly("Customs", {2021: 1, 2022: 2}, **changes))
    assert len(laid.rows) == rows
    assert any(says in line for line in laid.apart) if says else laid.apart == ()


def test_rates_are_not_added_up_but_averaged_where_the_series_says_so():
    rate = {"unit": "%", "measure": "vacancy"}
    whole = yearly("Customs", {2021: 5}, **rate)
    assert side_by_side(monthly("Guard", [4.0] * 12, adding="none", **rate), whole).rows == ()
    (row,) = side_by_side(monthly("Guard", [4.0] * 6 + [6.0] * 6, adding="mean", **rate), whole).rows
    assert (row.one, row.other) == (5, 5)


def test_a_rule_on_measures_counts_here_too():
    other = yearly("Customs", {2021: 1}, measure="quicksilver seized")
    assert side_by_side(GUARD, other).apart
    rules = [MeasureRule(one="mercury", other="quicksilver", relation="same")]
    assert side_by_side(GUARD, other, rules).apart == ()


def test_nothing_but_zeros():
    (row,) = side_by_side(monthly("Guard", [0.0] * 12), yearly("Customs", {2021: 0})).rows
    assert row.ratio is None


def test_the_chart_is_xml_with_each_value_in_words():
    from xml.etree import ElementTree

    name = "Guard <& “north”>"
    laid = side_by_side(msgspec.structs.replace(GUARD, name=name), yearly("Customs", {2021: 2645.5, 2022: 5291}))
    drawn = ElementTree.fromstring(chart(laid))
    svg = "{http://www.w3.org/2000/svg}"
    assert name in drawn.find(f"{svg}title").text
    assert "2021: 1,200 and 1,200" in drawn.find(f"{svg}desc").text
    bars = [rect for rect in drawn.iter(f"{svg}rect") if rect.find(f"{svg}title") is not None]
    assert len(bars) == 4
    heights = [float(bar.get("height")) for bar in bars]
    assert heights[2] == pytest.approx(2 * heights[0], abs=0.2)
    assert [rect.get("fill") for rect in drawn.iter(f"{svg}rect")].count("url(#hatch)") == 3
    for bar in bars:
        assert float(bar.get("y")) + float(bar.get("height")) == pytest.approx(358, abs=0.2)


def test_a_chart_without_a_common_period_says_so():
    assert "No period in common" in chart(side_by_side(GUARD, yearly("Customs", {2030: 1})))
