"""Dates, numbers and amounts as people read them."""

import pytest

from onrecord.model.items import Basis, Figure, Role
from onrecord.model.spans import Span
from onrecord.model.times import Interval
from onrecord.output.wording import amount, count, day, duration, number, office, offices, when


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2023-10-05", "2023-10-06", "day", "5 October 2023"),
        ("2023-10-01", "2023-11-01", "month", "October 2023"),
        ("2023-01-01", "2024-01-01", "year", "2023"),
        ("2023-07-01", "2023-10-01", "quarter", "quarter 3 of 2023"),
        ("2020-01-01", "2030-01-01", "decade", "the 2020s"),
        ("2023-01-01", "2023-09-01", "span", "January to August 2023"),
        ("2019-01-01", "2024-01-01", "span", "2019 to 2023"),
        ("2023-12-01", "2024-03-01", "season", "December 2023 to February 2024"),
        ("2023-10-03", "2023-10-06", "span", "3–5 October 2023"),
        ("2023-09-29", "2023-10-03", "span", "29 September to 2 October 2023"),
        ("2024-02-08T09:06:00-05:00", "2024-02-08T09:07:00-05:00", "minute", "8 February 2024, 09:06"),
        ("2019-01-01", None, "span", "since 1 January 2019"),
        (None, "2019-01-01", "span", "until 31 December 2018"),
        (None, None, "day", "“two weeks ago” (undated)"),
    ],
)
def test_a_time_reads_as_its_precision_allows(start, end, precision, words):
    assert when(Interval(start=start, end=end, precision=precision, text="two weeks ago")) == words


def test_an_unknown_time_leaves_a_cell_empty():
    assert (when(None), day(None)) == ("undated", "")
    assert day(Interval(start=None, end=None, precision="day", text="once")) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (25500, "25,500"), (107081, "107,081"), (1_700_000, "1.7 million"), (2_000_000_000, "2 billion"),
        (1_234_567, "1,234,567"), (0.5, "0.5"), (-3, "-3"), (12.25, "12.25"), (0, "0"),
    ],
)  # fmt: skip
def test_a_number_keeps_its_value(value, words):
    assert number(value) == words


@pytest.mark.parametrize(
    ("low", "high", "modifier", "unit", "kind", "words"),
    [
        (25500, None, "more_than", "[lb_av]", "absolute", "more than 25,500 lb"),
        (480, 480, "exact", "kg", "absolute", "480 kg"),
        (475, 500, "nearly", "kg", "absolute", "nearly 500 kg"),
        (95, 105, "about", "lab", "absolute", "about 100 labs"),
        (10, 20, "between", "labs", "absolute", "10 to 20 labs"),
        (800, 800, "exact", "%", "percent_change", "+800%"),
        (70, 70, "exact", "%", "share", "70%"),
        (2, 2, "exact", "1", "multiple", "2 times"),
        (45_000_000, 45_000_000, "exact", "EUR", "absolute", "€45 million"),
        (40, 40, "exact", "bed", "absolute", "40 beds"),
        (40, 40, "exact", "kg", "absolute", "40 kg"),
        (4200, 4200, "exact", "staff", "absolute", "4,200 staff"),
        (None, None, "exact", "kg", "absolute", ""),
        (20, 20, "at_most", "[nmi_i]", "absolute", "at most 20 nautical miles"),
        (2, 2, "exact", "{point}", "absolute", "2 points"),
    ],
)
def test_an_amount_reads_as_it_was_meant(low, high, modifier, unit, kind, words):
    figure = Figure(
        id="figure-1", document="document-1", spans=(Span(0, 1),), statement=None,
        low=low, high=high, modifier=modifier, unit=unit, kind=kind,
    )  # fmt: skip
    assert amount(figure) == words


def test_counts_and_durations():
    assert (count(1, "document"), count(1200, "document"), count(2, "entity", "entities")) == (
        "1 document", "1,200 documents", "2 entities",
    )  # fmt: skip
    assert [duration(s) for s in (0.4, 1, 59, 125, 7500)] == [
        "0 seconds", "1 second", "59 seconds", "2 minutes", "2 hours 5 minutes",
    ]  # fmt: skip


def test_a_fall_is_told_by_its_sign():
    figure = Figure(
        id="figure-1", document="document-1", spans=(Span(0, 1),), statement=None, low=12, high=12, modifier="exact",
        unit="%", kind="percent_change", basis=Basis(relation="decrease"),
    )  # fmt: skip
    assert amount(figure) == "-12%"


@pytest.mark.parametrize(
    ("title", "organisation", "words"),
    [
        ("Minister of Works", "Lurland", "Minister of Works of Lurland"),
        ("Minister of Works of the Kingdom of Lurland", "Lurland", "Minister of Works of the Kingdom of Lurland"),
        ("Lurland's Minister of Works", "Lurland", "Lurland's Minister of Works"),
        ("Minister of Works", None, "Minister of Works"),
    ],
)
def test_an_office_names_whose_it_is_once(title, organisation, words):
    assert office(Role(title=title, organisation=organisation)) == words


def test_each_office_is_told_once_and_most_fully():
    held = (
        Role(title="Mayor"), Role(title="mayor", organisation="Torvik"), Role(title="Mayor", organisation="Torvik"),
        Role(title="Mayor", since="2019"), Role(title="engineer"),
    )  # fmt: skip
    assert offices(held) == ["mayor of Torvik", "Mayor, since 2019", "engineer"]
