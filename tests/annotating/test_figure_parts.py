"""Parts of what was counted before, levels that something moves between, distances, and whose periods figures take."""

import pytest

from onrecord.annotating.figures import find_figures
from onrecord.language.parsing import analyse
from onrecord.language.times import Anchor, find_times
from onrecord.reading import read


def figures(text, published="2024-06-12"):
    return find_figures(analyse(read(text.encode(), published=published)), (), ())


def rows(text):
    return [(figure.low, figure.unit, figure.measures) for figure in figures(text)]


ASKED = "Talk with Oda Fenn\n\nBO TARN: {question}\n\nFENN: {answer}\n\nTARN: Thank you for that.\n\nFENN: Good night."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The mayor freed the divers who were held in May. Five of the eight came home on Friday.",
            (5, "diver", "divers (came home)"),
        ),
        ("The firm owed 300 families. By noon 190 of the 300 had been paid.", (190, "family", "families")),
        ("The clinic has 30 patients, and 12 of them are nurses.", (12, "nurse", "nurses among patients")),
        (
            "Forty-one people were taken ill, and nine of them were children who had swum in the lake.",
            (9, "child", "children among people"),
        ),
        (
            "The port counted 12 barges. Two of them carried pears.",
            (2, "barge", "barges (carried pears)"),
        ),
        ("In three of those patients the germ was found.", (3, "patient", "patients")),
        ("The barges in the harbour were seven in number, and not twelve.", (7, "barge", "barges in the harbour")),
    ],
)
def test_a_part_counts_what_its_whole_counts_or_what_it_is(text, wanted):
    found = [row for row in rows(text) if row[0] == wanted[0]]
    assert [row[:2] for row in found] == [wanted[:2]]
    assert found[0][2].startswith(wanted[2])


@pytest.mark.parametrize(
    "text",
    [
        "Two of these things worry us.",
        "Five of the eight o'clock trains were late.",
        "He gave three of the reasons.",
    ],
)
def test_a_part_of_nothing_counted_is_no_figure_of_what_stands_before(text):
    assert all(unit not in {"thing", "reason", "diver"} for _, unit, _ in rows(f"The divers came home.\n\n{text}"))


def test_the_whole_of_a_part_is_told_once():
    assert [row[0] for row in rows("The firm owed 300 families. By noon 190 of the 300 had been paid.")] == [300, 190]


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        ("Fifty-two as of last night, all of them in Ostby.", (52, "people")),
        ("Fifty-two.", (52, "people")),
        ("One hopes for the best in such a case, as always.", None),
    ],
)
def test_an_answer_that_opens_with_a_number_gives_what_was_asked(answer, wanted):
    text = ASKED.format(question="How many people are ill now, and was it the water?", answer=answer)
    assert [row[:2] for row in rows(text)] == ([wanted] if wanted else [])


def test_there_were_so_many_counts_what_was_counted_before():
    text = ASKED.format(question="So twenty-two barges were sent back?", answer="By our count there were fifteen.")
    assert (15, "barge") in [row[:2] for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Checks would be raised from 5% of shipments to 40% next year.",
            [(5, "%", "Checks", "share"), (40, "%", "Checks", "share")],
        ),
        (
            "The state will lower the rate of inspections from 40 to 10 per cent.",
            [(40, "%", "rate of inspections", "share"), (10, "%", "rate of inspections", "share")],
        ),
        (
            "The office has decided to raise the number of tests, from 50 to 100 a month.",
            [(50, "test", "tests", "absolute"), (100, "test", "tests", "rate")],
        ),
        ("Lurland raised its fees to 50 crowns.", [(50, "crown", "crowns", "absolute")]),
        ("Checks were raised by 5%.", [(5, "%", "Checks", "percent_change")]),
    ],
)
def test_levels_before_and_after_a_change_are_of_one_thing(text, wanted):
    assert [(f.low, f.unit, f.measures, f.kind) for f in figures(text)] == wanted


@pytest.mark.parametrize(
    ("text", "unit", "measures"),
    [
        ("It struck Ostby, a town of about 600 people some 20 miles north of the port.", "[mi_i]",
         "distance north of the port"),
        ("No ship was within 4 miles of the bridge.", "[mi_i]", "distance from the bridge"),
        ("They laid 40 miles of pipe in the valley.", "[mi_i]", "pipe in the valley"),
        ("They laid 40 miles of pipe.", "[mi_i]", "pipe"),
    ],
)  # fmt: skip
def test_a_length_keeps_its_unit_and_may_be_a_distance(text, unit, measures):
    found = figures(text)[-1]
    assert found.unit == unit
    assert measures.split(" in ")[0] in (found.measures or "")


@pytest.mark.parametrize(
    ("text", "unit"),
    [("It paid 3 million francs.", "franc"), ("The Swiss state paid 3 million francs.", "CHF"),
     ("It paid 3 million Swiss francs.", "CHF")],
)  # fmt: skip
def test_francs_are_swiss_where_the_text_says_so(text, unit):
    assert [figure.unit for figure in figures(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("All 25 employees will have been retrained by 30 September.", None),
        ("By 30 September, 25 employees had been retrained.", "open"),
        ("Lind vowed on Monday to free the 25 hostages.", None),
        ("In a letter of 22 April the firm was sorry.\n\nForty men came to the port that morning.", None),
        ("On 3 June the shells struck Ostby, a town of about 6,000 people.", None),
        ("On 3 June the shells struck 12 houses.", "2024-06-03"),
    ],
)
def test_a_period_is_of_the_figures_own_clause(text, start):
    period = figures(text)[0].period
    assert (period and (period.start or "open")) == start


@pytest.mark.parametrize(
    ("text", "season"),
    [
        ("The office puts the fall at 17 percent.", False),
        ("The fall in prices was steep.", False),
        ("After the fall in prices they left.", False),
        ("They left in the fall.", True),
        ("They left during the fall of 2023.", True),
        ("They left last fall.", True),
    ],
)
def test_the_fall_is_a_season_where_a_word_of_time_leads_to_it(text, season):
    assert any("fall" in mention.core.of(text) for mention in find_times(text, Anchor(None), every=True)) is season


def test_the_fall_is_what_a_percentage_measures():
    assert [(f.measures, f.period) for f in figures("The office puts the fall at 17 percent.")] == [("fall", None)]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The hall had been cleared within six minutes.", None),
        ("He had been in the job for eight days.", 8),
        ("It took seven minutes.", 7),
    ],
)
def test_a_short_time_in_which_something_was_done_is_a_figure(text, low):
    assert [(f.low, f.unit in {"min", "d"}) for f in figures(text)] == [(low, True)]
