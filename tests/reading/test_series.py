"""Tables of official figures, read by their descriptor; and what is said of those that cannot be."""

import json

import pytest

from onrecord.model.errors import UsageError
from onrecord.reading.series import read_series, series_of, unit_code

MEANING = {"measure": "mercury seized", "unit": "kg", "value": "kg", "frequency": "monthly", "party": "Coast Guard",
           "place": "Norland"}  # fmt: skip
TABLE = 'period,kg,flag\n2021-01,100,\n2021-02,..,\n2021-03,"1,250.5",p\n'


@pytest.fixture
def write(tmp_path):
    def made(table=TABLE, *, meaning=None, **descriptor):
        path = tmp_path / "guard.csv"
        path.write_bytes(table if isinstance(table, bytes) else table.encode())
        described = {"name": "guard", "title": "Coast guard", "onrecord": MEANING | (meaning or {})} | descriptor
        (tmp_path / "guard.csv.json").write_text(json.dumps(described))
        return path

    return made


def values(series):
    return [(one.start, one.end, one.value) for one in series.observations]


def test_a_table_with_its_descriptor(write):
    (series,) = read_series(write(meaning={"status": "flag"}))
    assert (series.name, series.measure, series.unit, series.frequency, series.adding) == (
        "Coast guard", "mercury seized", "kg", "month", "sum",
    )  # fmt: skip
    assert (series.party, series.place) == ("Coast Guard", "Norland")
    assert values(series) == [("2021-01-01", "2021-02-01", 100.0), ("2021-03-01", "2021-04-01", 1250.5)]
    assert [one.provisional for one in series.observations] == [False, True]


def test_decimal_comma_semicolon_and_another_encoding(write):
    path = write(
        "Zeit;Menge\n2021;1.234,5\n".encode("cp1252"), encoding="cp1252", dialect={"delimiter": ";"},
        schema={"fields": [{"name": "Menge", "type": "number", "decimalChar": ",", "groupChar": "."}]},
        meaning={"period": "Zeit", "value": "Menge", "frequency": "yearly"},
    )  # fmt: skip
    assert values(read_series(path)[0]) == [("2021-01-01", "2022-01-01", 1234.5)]


def test_a_scale_is_multiplied_out(write):
    (series,) = read_series(write("period,kg\n2021,12.5\n", meaning={"frequency": "annual", "scale": 1000}))
    assert series.observations[0].value == 12_500


def test_fiscal_years_by_their_end_and_by_their_start(write):
    told = {"frequency": "fiscal_year", "fiscal_year_starts": 10}
    table = "period,kg\nFY2022,7\n"
    assert values(read_series(write(table, meaning=told))[0]) == [("2021-10-01", "2022-10-01", 7)]
    told["fiscal_year_named"] = "start"
    assert values(read_series(write(table, meaning=told))[0]) == [("2022-10-01", "2023-10-01", 7)]


def test_twelve_months_ending_do_not_add_up(write):
    table = "period,kg\n2022-03,90\n2022-04,95\n"
    (series,) = read_series(write(table, meaning={"frequency": "rolling_year"}))
    assert values(series)[0] == ("2021-04-01", "2022-04-01", 90)
    assert (series.frequency, series.adding) == ("rolling_year", "none")


def test_columns_that_split_make_series_of_their_own(write):
    table = "period,kg,port,metal\n2021,1,Velmark,lead\n2021,2,Hanport,lead\n2022,3,Velmark,lead\n"
    found = read_series(
        write(
            table, meaning={"frequency": "yearly", "split_by": ["port", "metal"], "place": "port", "measure": "seized"}
        )
    )
    assert [(one.place, one.measure, len(one.observations)) for one in found] == [
        ("Velmark", "seized lead", 2), ("Hanport", "seized lead", 1),
    ]  # fmt: skip
    assert len({one.id for one in found}) == 2


def test_vintages_of_one_period_are_all_kept(write):
    table = "period,kg,out\n2021-01,100,2021-03-01\n2021-01,104,2021-06-01\n"
    (series,) = read_series(write(table, meaning={"vintage": "out"}))
    assert [(one.value, one.vintage) for one in series.observations] == [(100, "2021-03-01"), (104, "2021-06-01")]


@pytest.mark.parametrize(
    ("table", "changes", "code", "says"),
    [
        ("period,kg\n2021-01,many\n", {}, "E554", "'many' is no number"),
        ("period,kg\n2021-01,inf\n", {}, "E554", "'inf' is no number"),
        ("period,kg\n2021-01,nan\n", {}, "E554", "'nan' is no number"),
        ("period,kg\nlately,5\n", {}, "E554", "'lately' is no period"),
        ("period,kg\n2021-13,5\n", {}, "E554", "'2021-13' is no period"),
        ("period,kg\n", {}, "E553", "the table has no rows"),
        ("period,kg\n2021-01,..\n", {}, "E553", "no row has both"),
        ("period,tons\n2021-01,5\n", {}, "E553", "no column 'kg'"),
        (b"period,kg\n2021-01,\xff\n", {}, "E553", "not utf-8"),
        ("period,kg\n2021-01,5\n", {"encoding": "rot-99"}, "E553", "not rot-99"),
        ("period,kg\n2021-01,5\n", {"dialect": {"delimiter": "::"}}, "E553", "cannot be taken apart"),
        ("period,kg\n2021-01,5\n", {"dialect": {"delimiter": ""}}, "E553", "cannot be taken apart"),
        ("period,kg\n2021-01,5\n", {"name": 7}, "E553", "descriptor cannot be understood"),
        ("period,kg\n2021-01,5\n", {"onrecord": {"unit": "kg"}}, "E553", "descriptor cannot be understood"),
        ("period,kg\n2021-01,5\n", {"onrecord": MEANING | {"frequency": "often"}}, "E553", "no frequency 'often'"),
    ],
)
def test_what_cannot_be_read_is_said(write, table, changes, code, says):
    with pytest.raises(UsageError) as told:
        read_series(write(table, **changes))
    assert told.value.code == code
    assert says in str(told.value)


def test_a_bad_number_names_its_line(write):
    with pytest.raises(UsageError, match="line 3"):
        read_series(write("period,kg\n2021-01,1\n2021-02,x\n"))


def test_without_a_descriptor_nothing_is_guessed(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(TABLE)
    with pytest.raises(UsageError, match="nothing says what its columns mean"):
        read_series(path)


@pytest.mark.parametrize(
    ("words", "code"),
    [("pounds", "[lb_av]"), ("kg", "kg"), ("people", "people"), ("%", "%"), ("USD", "USD"), ("licences", "licences")],
)
def test_units_by_name(words, code):
    assert unit_code(words) == code


def test_a_short_row_is_missing_and_a_long_one_no_harm():
    import msgspec

    from onrecord.reading.series import Descriptor

    described = msgspec.convert({"name": "g", "onrecord": MEANING}, Descriptor)
    (series,) = series_of(b"period,kg\n2021-01\n2021-02,5,6,7\n", described, source="g.csv")
    assert values(series) == [("2021-02-01", "2021-03-01", 5)]
