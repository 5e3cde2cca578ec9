"""Series, measures and checked figures by command: on a made-up record, and with bad input told in one line."""

import json
from xml.etree import ElementTree

import pytest

from onrecord.model.documents import Block, Document, Source
from onrecord.model.items import Annotated, Figure
from onrecord.model.spans import Span
from onrecord.model.times import Interval, Published
from onrecord.record import Record

TEXT = "In 2021 Norland seized 1,860 kg of mercury. In 2021 it seized 900 kg of mercury. It saw 12 fires in 2021."
YEAR = Interval(start="2021-01-01", end="2022-01-01", precision="year", text="2021")
MONTHS = (
    "period,kg,flag\n" + "".join(f"2021-{month:02d},{90 + 10 * month},\n" for month in range(1, 12)) + "2021-12,210,p\n"
)
ABOUT = {
    "name": "guard", "title": "Coast guard",
    "onrecord": {"measure": "mercury seized", "unit": "kg", "value": "kg", "status": "flag", "frequency": "monthly",
                 "party": "Coast Guard", "place": "Norland"},
}  # fmt: skip


def figure(words, value, unit, measures):
    start = TEXT.index(words)
    return Figure(
        id=f"figure-{value:024d}", document="document-a", spans=(Span(start, start + len(words)),), statement=None,
        low=value, high=value, modifier="exact", unit=unit, kind="absolute", measures=measures, place="Norland",
        period=YEAR,
    )  # fmt: skip


@pytest.fixture
def here(onrecord, tmp_path):
    """A record of one document with three figures, and a table with its descriptor; the command runs beside them."""
    document = Document(
        id="document-a", text=TEXT, blocks=(Block(kind="paragraph", start=0, end=len(TEXT)),), outlet="Courier",
        source=Source(uri="a.txt", sha256="0", media_type="text/plain", read_at="2022-06-13T00:00:00Z"),
        published=Published(start="2022-06-12", end="2022-06-13", precision="day", text="", known_by="given"),
    )  # fmt: skip
    told = (
        figure("1,860 kg", 1860, "kg", "mercury seized"),
        figure("900 kg", 900, "kg", "mercury seized"),
        figure("12 fires", 12, "fire", "fires"),
    )
    with Record.open(tmp_path / "onrecord.db") as record:
        record.keep(Annotated(document=document, version="test/1", figures=told))
    (tmp_path / "guard.csv").write_text(MONTHS)
    (tmp_path / "guard.csv.json").write_text(json.dumps(ABOUT))
    (tmp_path / "customs.csv").write_text("period,lb\n2021,4000\n2022,5000\n")
    meaning = ABOUT["onrecord"] | {"unit": "pounds", "value": "lb", "frequency": "yearly", "party": "Customs"}
    del meaning["status"]
    (tmp_path / "customs.json").write_text(json.dumps({"name": "customs", "onrecord": meaning}))
    return onrecord


@pytest.fixture
def measured(here):
    """The same with both series on the record."""
    assert [here("series", "add", name)[0] for name in ("guard.csv", "customs.csv")] == [0, 0]
    return here


def test_a_series_is_added_listed_shown_and_removed(here):
    code, output, _ = here("series", "add", "guard.csv")
    assert (code, output.splitlines()[0]) == (0, "Coast guard: 12 values of “mercury seized” in kg")
    heading, row = here("series", "list")[1].splitlines()
    assert heading.split()[:4] == ["name", "party", "place", "unit"]
    assert ("2021-01" in row, "2021-12" in row, "Norland" in row) == (True, True, True)
    assert here("series", "show", "guard")[1].splitlines()[-1].split() == ["2021-12", "210", "provisional"]
    (told,) = map(json.loads, here("series", "show", "guard", "--json")[1].splitlines())
    assert (told["unit"], len(told["observations"])) == ("kg", 12)
    assert here("series", "remove", "guard")[:2] == (0, "Removed: Coast guard\n")
    assert here("series", "list", "--json") == (0, "", "")


def test_what_the_file_does_not_say_can_be_told(here):
    told = ("--name", "Port", "--unit", "pounds", "--place", "Velmark", "--party", "Port", "--measure", "lead seized")
    assert here("series", "add", "guard.csv", *told)[0] == 0
    (series,) = map(json.loads, here("series", "list", "--json")[1].splitlines())
    assert (series["name"], series["unit"], series["place"], series["measure"]) == (
        "Port", "[lb_av]", "Velmark", "lead seized",
    )  # fmt: skip


def test_two_series_side_by_side_with_a_chart(measured, tmp_path):
    code, output, errors = measured("series", "compare", "guard", "customs", "--svg", "both.svg")
    assert code == 0
    assert output.splitlines()[0] == "In kilograms:"
    assert output.splitlines()[2].split()[:3] == ["2021", "1,860", "1,814.4"]
    assert "Coast guard has no whole value for 2022" in errors
    assert ElementTree.parse(tmp_path / "both.svg").getroot().tag.endswith("svg")
    (laid,) = map(json.loads, measured("series", "compare", "guard", "customs", "--json")[1].splitlines())
    assert laid["rows"][0]["ratio"] == pytest.approx(1814.3695 / 1860, abs=1e-4)


def test_cited_figures_are_checked(measured):
    code, output, errors = measured("figures", "--check")
    assert code == 0
    fits, fails = sorted(output.splitlines()[1:], key=lambda row: "1,860 kg" not in row)
    assert "the very number: 1,860 kilograms (provisional) for the calendar year 2021" in fits
    assert "does not fit" in fails
    assert errors == "1 figures are of what no series here counts.\n"
    verdicts = [json.loads(line)["verdict"] for line in measured("figures", "--check", "--json")[1].splitlines()]
    assert sorted(verdicts) == ["cannot be checked", "does not fit", "fits"]


def test_every_reading_shows_its_sum(measured):
    output = measured("figures", "--check", "--readings")[1]
    assert "    exactly     the calendar year 2021: 1,860 kilograms, provisional" in output
    assert "12 values add up to 1,860" in output
    assert "4,000 pounds = 1,814.4 kilograms" in output


def test_figures_are_set_side_by_side(here):
    code, output, _ = here("figures", "--compare")
    assert code == 0
    assert output.startswith("NOT COMPARABLE: one voice tells both in one text")
    assert "“1,860 kg” allows 1,855 to 1,865 kilograms" in output
    (verdict,) = map(json.loads, here("figures", "--compare", "--json")[1].splitlines())
    assert verdict["standing"] == "not comparable"


def test_figures_of_one_measure(here):
    found = [json.loads(line) for line in here("figures", "--measure", "fires", "--json")[1].splitlines()]
    assert [one["low"] for one in found] == [12]


def test_rules_on_measures_are_kept_saved_and_loaded(measured, tmp_path):
    assert "mercury" in measured("measures", "list")[1]
    assert measured("measures", "apart", "fires", "burnings", "--because", "Other law.")[0] == 0
    assert measured("measures", "part", "lead", "metals")[0] == 0
    assert measured("measures", "save", "rules.jsonl")[0] == 0
    assert measured("measures", "forget", "burnings", "fires")[1] == "Forgotten.\n"
    assert measured("measures", "forget", "burnings", "fires")[1] == "There was no such rule.\n"
    assert measured("measures", "load", "rules.jsonl")[1] == "2 rules taken.\n"
    rows = measured("measures", "rules")[1]
    assert ("apart from" in rows, "Other law." in rows, "a part of" in rows) == (True, True, True)
    kept = [json.loads(line) for line in measured("measures", "rules", "--json")[1].splitlines()]
    assert kept == [json.loads(line) for line in (tmp_path / "rules.jsonl").read_text().splitlines()]


def test_a_rule_changes_what_is_checked(measured):
    assert measured("measures", "apart", "mercury seized", "mercury seized at sea")[0] == 0
    assert measured("measures", "same", "quicksilver", "mercury")[0] == 0
    assert "fits" in measured("figures", "--check")[1]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("series", "add", "none.csv"), "E553", "cannot be read (No such file or directory): none.csv"),
        (("series", "add", "guard.csv", "--descriptor", "none.json"), "E553", "none.json"),
        (("series", "add", "guard.csv", "--descriptor", "broken.json"), "E553", "descriptor cannot be understood"),
        (("series", "add", "guard.csv", "--descriptor", "guard.csv"), "E553", "descriptor cannot be understood"),
        (("series", "add", "letters.csv", "--descriptor", "guard.csv.json"), "E554", "letters.csv, line 3"),
        (("series", "add", "broken.json"), "E553", "nothing says what its columns mean"),
        (("series", "show", "tax"), "E557", "there is no such series: tax"),
        (("series", "remove", "tax"), "E557", "there is no such series: tax"),
        (("series", "compare", "guard", "tax"), "E557", "there is no such series: tax"),
        (("series", "compare", "guard", "customs", "--svg", "no/such/folder.svg"), "E402", "cannot be written"),
        (("measures", "same", "deaths", "Deaths"), "E552", "two different measures"),
        (("measures", "load", "none.jsonl"), "E556", "(No such file or directory): none.jsonl"),
        (("measures", "load", "broken.json"), "E556", "broken.json"),
        (("measures", "save", "no/such/folder.jsonl"), "E402", "cannot be written"),
    ],
)
def test_bad_input_is_told_in_one_line(measured, tmp_path, arguments, code, says):
    (tmp_path / "broken.json").write_text('{"name": "guard", "onrecord": {')
    (tmp_path / "letters.csv").write_text("period,kg,flag\n2021-01,100,\n2021-02,many,\n")
    exit_code, output, errors = measured(*arguments)
    assert (exit_code != 0, output) == (True, "")
    (line,) = errors.splitlines()
    assert line.startswith(f"onrecord: {code} ")
    assert says in line


@pytest.mark.parametrize("options", [("--check", "--compare"), ("--readings",)])
def test_options_that_do_not_go_together(here, options):
    code, _, errors = here("figures", *options)
    assert (code, "--check" in errors) == (2, True)


@pytest.mark.parametrize("options", [(), ("--compare",)])
def test_a_measure_that_nothing_counts(here, options):
    code, output, errors = here("figures", "--measure", "zeppelins", *options)
    assert (code, output, len(errors.splitlines())) == (0, "", 1)


def test_without_a_series_there_is_nothing_to_check_against(here):
    assert here("figures", "--check") == (
        0, "", "There is no series to check against. To add one: onrecord series add FILE\n",
    )  # fmt: skip
