"""Two figures beside each other: what makes them consistent, inconsistent, or not comparable; the sum shown."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing.measured import MOST_PAIRS, pairs
from onrecord.comparing.pairs import Cited, verdict
from onrecord.model.items import Figure
from onrecord.model.times import Interval

SAME = {"value": 480, "unit": "kg", "measures": "mercury seized", "place": "Norland", "period": "2018"}
DEATHS = {"value": 900, "unit": "death", "measures": "deaths from drug overdoses"}
MIGRANTS = {"value": 2500, "unit": "apprehension", "measures": "apprehensions of migrants"}


def cited(at=0, *, published="2019-06-01", words=None, **told):
    told = SAME | told
    value, modifier, period = told["value"], told.get("modifier", "exact"), told["period"]
    year, _, month = (period or "").partition("-")
    when = None
    if period:
        start = date(int(year), int(month or 1), 1)
        end = date(start.year + 1, 1, 1) if not month else date(start.year + start.month // 12, start.month % 12 + 1, 1)
        when = Interval(start=start.isoformat(), end=end.isoformat(), precision="span", text=period)
    figure = Figure(
        id=f"figure-{at}", document=told.get("document", f"document-{at}"), spans=(), statement=None,
        low=None if modifier in {"at_most", "less_than"} else value,
        high=None if modifier in {"at_least", "more_than"} else value,
        modifier=modifier, unit=told["unit"], kind=told.get("kind", "absolute"), measures=told["measures"],
        place=told["place"], period=when,
    )  # fmt: skip
    return Cited(figure=figure, words=words or f"{value:,} {told['unit']}", published=published)


TABLE = [
    # what the two differ in, the verdict, words of its reason or arithmetic
    ({}, {}, "consistent", "values that meet"),
    ({}, {"value": 500}, "consistent", "both allow"),
    ({}, {"value": 1058, "unit": "[lb_av]"}, "consistent", "both allow"),
    ({}, {"value": 450, "modifier": "about"}, "consistent", "values that meet"),
    ({}, {"value": 400, "modifier": "more_than"}, "consistent", "values that meet"),
    ({"value": 3.01, "unit": "t"}, {"value": 6020, "unit": "[lb_av]"}, "consistent", "read another way"),
    ({}, {"value": 310}, "inconsistent", "times the smaller"),
    ({}, {"value": 900, "modifier": "at_least"}, "inconsistent", "no value that both allow"),
    ({}, {"value": 310, "place": "Velmark"}, "not comparable", "about Velmark"),
    ({}, {"value": 310, "place": None}, "not comparable", "only one names its place"),
    ({}, {"value": 310, "period": "2017"}, "not comparable", "different periods"),
    ({}, {"value": 310, "period": None}, "not comparable", "only one tells its period"),
    ({}, {"value": 310, "measures": "lead seized"}, "not comparable", "restricted"),
    ({}, {"value": 31, "unit": "%", "kind": "percent_change"}, "not comparable", "a change in percent"),
    # a part of the period, or of what is counted, can be no larger
    ({}, {"value": 310, "period": "2018-05"}, "consistent", "no larger"),
    ({}, {"value": 700, "period": "2018-05"}, "inconsistent", "is larger all the same"),
    (DEATHS, DEATHS | {"value": 400, "measures": "deaths from heroin overdoses"}, "consistent", "no larger"),
    (DEATHS, DEATHS | {"value": 1400, "measures": "deaths from heroin overdoses"}, "inconsistent", "larger"),
    (MIGRANTS, MIGRANTS | {"value": 900, "measures": "apprehensions of Velmarkers"}, "consistent", "no larger"),
    # that they are migrants is only inferred: too little for an alarm
    (MIGRANTS, MIGRANTS | {"value": 4000, "measures": "apprehensions of Velmarkers"}, "not comparable", "leave"),
    (MIGRANTS, MIGRANTS | {"value": 900, "measures": "apprehensions of Velmarkers", "place": "Sorania"},
     "not comparable", "Sorania"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "standing", "says"), TABLE)
def test_a_pair(one, other, standing, says):
    found = verdict(cited(0, **one), cited(1, **other))
    told = " ".join((found.reason, *found.arithmetic))
    assert (found.standing, says in told) == (standing, True), told
    turned = verdict(cited(1, **other), cited(0, **one))
    assert turned.standing == standing


def test_a_count_that_may_have_grown_is_no_alarm():
    found = verdict(cited(0), cited(1, value=310, published="2019-01-10"))
    assert (found.standing, "may have grown" in found.reason) == ("not comparable", True)


def test_one_voice_in_one_text_does_not_contradict_itself():
    found = verdict(cited(0, document="d"), cited(1, value=310, document="d"))
    assert (found.standing, "one voice" in found.reason) == ("not comparable", True)


def test_two_years_show_the_step():
    found = verdict(cited(0, value=400, period="2017"), cited(1, value=500))
    assert any("+25 %" in line for line in found.arithmetic)


VALUES = st.floats(min_value=0.1, max_value=1e7, allow_nan=False)


@settings(max_examples=80, deadline=None)
@given(VALUES, st.sampled_from(["exact", "about", "nearly", "at_least", "at_most"]), VALUES)
def test_either_way_round_and_with_itself(value, modifier, other):
    one, two = cited(0, value=value, modifier=modifier), cited(1, value=other)
    assert verdict(one, two).standing == verdict(two, one).standing
    assert verdict(one, one).standing == "consistent"


def test_pairs_are_those_worth_setting_side_by_side():
    told = [
        cited(0),
        cited(1, value=310),
        cited(2, measures="lead seized"),
        cited(3, measures=None),
        cited(4, **DEATHS),
    ]
    assert {(one.figure.id, other.figure.id) for one, other, _ in pairs(told)} == {("figure-0", "figure-1")}


def test_many_figures_of_one_measure_make_no_more_than_so_many_pairs():
    assert len(list(pairs([cited(at) for at in range(120)]))) == MOST_PAIRS
