"""The store of series and of rules on measures, on both databases."""

import pytest

from onrecord.model.errors import UsageError
from onrecord.model.series import MeasureRule, Observation, Series
from onrecord.reading.series import identified
from onrecord.record import Record


def series(name, *values, party=None, place="Norland"):
    found = tuple(
        Observation(start=f"{2020 + at}-01-01", end=f"{2021 + at}-01-01", text=str(2020 + at), value=value)
        for at, value in enumerate(values or (1.0,))
    )
    return identified(
        Series(id="", name=name, measure="mercury seized", unit="kg", frequency="year", party=party, place=place,
               observations=found)
    )  # fmt: skip


def test_what_is_kept_comes_back_and_stays(record, location):
    guard = series("Coast guard", 5.25, 7, party="Coast Guard")
    assert record.measuring.add([guard]) == [guard.id]
    with Record.open(location) as other:
        assert other.measuring.series() == [guard]


def test_a_series_takes_the_place_of_the_one_with_its_id(record):
    record.measuring.add([series("Guard", 1)])
    record.measuring.add([series("Guard", 2, 3)])
    (kept,) = record.measuring.series()
    assert [one.value for one in kept.observations] == [2, 3]


@pytest.mark.parametrize("name", ["Coast guard", "COAST GUARD", "coast"])
def test_found_by_name(record, name):
    record.measuring.add([series("Coast guard"), series("Customs")])
    assert record.measuring.get(name).name == "Coast guard"


def test_found_by_id_and_its_beginning(record):
    guard = series("Coast guard")
    record.measuring.add([guard, series("Customs")])
    assert record.measuring.get(guard.id) == record.measuring.get(guard.id[:15]) == guard


@pytest.mark.parametrize(("name", "code"), [("tax", "E557"), ("office", "E551")])
def test_not_found_or_not_one(record, name, code):
    record.measuring.add([series("Office north"), series("Office south")])
    with pytest.raises(UsageError) as told:
        record.measuring.get(name)
    assert told.value.code == code


def test_taken_out(record):
    record.measuring.add([series("Guard"), series("Customs")])
    record.measuring.remove("Guard")
    assert [one.name for one in record.measuring.series()] == ["Customs"]


def test_a_failed_transaction_keeps_nothing(record):
    def keep_and_fail():
        with record.transaction():
            record.measuring.rule(MeasureRule(one="a", other="b", relation="same"))
            record.measuring.add([series("Guard")])
            record.measuring.rule(MeasureRule(one="a", other="a", relation="same"))

    with pytest.raises(UsageError):
        keep_and_fail()
    assert record.measuring.series() == record.measuring.rules() == []


def test_one_rule_on_two_measures_whichever_way_round(record):
    record.measuring.rule(MeasureRule(one="Fatalities", other="deaths", relation="same"))
    record.measuring.rule(MeasureRule(one="deaths", other="fatalities", relation="apart", reason="our law"))
    (rule,) = record.measuring.rules()
    assert (rule.one, rule.other, rule.relation, rule.reason) == ("deaths", "fatalities", "apart", "our law")
    assert record.measuring.forget("fatalities", "Deaths")
    assert not record.measuring.forget("fatalities", "Deaths")


@pytest.mark.parametrize(("one", "other"), [("", "deaths"), ("Deaths", "deaths")])
def test_a_rule_needs_two_measures(record, one, other):
    with pytest.raises(UsageError) as told:
        record.measuring.rule(MeasureRule(one=one, other=other, relation="same"))
    assert told.value.code == "E552"
