"""Figures with their measure, place, period, basis and holder, on sample sentences of an invented dispute."""

import re

import pytest

from onrecord.annotating import annotate
from onrecord.annotating.figures import find_figures
from onrecord.language.parsing import analyse
from onrecord.model.documents import Block, Document, Source
from onrecord.model.items import Entity, Mention, Speaker, Statement
from onrecord.model.spans import Span
from onrecord.model.times import Interval, Published
from onrecord.reading import read


def annotated(text, finder, *, people="", places="", bodies="", quotes=(), published="2019-06-12", kind="paragraph"):
    """Run a layer on a text; names are given with "|" between them, quotes as (words, speaker, party)."""
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(kind=kind, start=start, end=start + len(paragraph)))
        start += len(paragraph) + 2
    document = Document(
        id="document-1",
        source=Source(uri="x", sha256="0", media_type="text/plain", read_at="2019-06-13T00:00:00Z"),
        text=text,
        published=Published(start=published, end=None, precision="day", text=published, known_by="given"),
        blocks=tuple(blocks),
    )
    entities = tuple(
        Entity(
            id=f"entity-{name}", kind=sort, name=name,
            mentions=tuple(
                Mention(document="document-1", start=m.start(), end=m.end()) for m in re.finditer(re.escape(name), text)
            ),
        )
        for names, sort in ((people, "person"), (places, "place"), (bodies, "organisation"))
        for name in filter(None, names.split("|"))
    )  # fmt: skip
    statements = tuple(
        Statement(
            id=f"statement-{number}", document="document-1", manner="direct",
            content=(Span(text.index(words), text.index(words) + len(words)),),
            speaker=Speaker(name=speaker, party=party),
        )
        for number, (words, speaker, party) in enumerate(quotes)
    )  # fmt: skip
    return finder(analyse(document), entities, statements)


def test_a_measured_substance_with_period_place_and_comparison():
    text = (
        "Through May of this year, the harbour agency seized more than 31,200 pounds of saffron entering Norland, "
        "nearly double the amount seized in the same period last year."
    )
    mass, multiple = annotated(text, find_figures, places="Norland")
    assert (mass.low, mass.high, mass.modifier, mass.unit, mass.kind) == (
        31200,
        None,
        "more_than",
        "[lb_av]",
        "absolute",
    )
    assert mass.measures == "seized saffron entering Norland"
    assert mass.place == "Norland"
    assert (mass.period.start, mass.period.end) == ("2019-01-01", "2019-06-01")
    assert (multiple.low, multiple.unit, multiple.kind, multiple.modifier) == (2, "1", "multiple", "nearly")
    assert multiple.basis.relation == "multiple"
    assert (multiple.basis.period.start, multiple.basis.period.end) == ("2018-01-01", "2018-06-01")
    assert multiple.basis.of == "the amount seized"
    assert mass.spans[0].of(text) == "more than 31,200 pounds"


@pytest.mark.parametrize(
    ("text", "measured", "compared"),
    [
        ("The plant now makes twice as many lamps as in 2010.", "lamps", None),
        ("The port handled twice as much grain as Ostby in 2011.", "grain", "Ostby"),
        ("The bridge cost three times as much as planned.", "bridge", "planned"),
        ("The toll is twice as high as in 2010.", "toll", None),
        ("The toll is double the fee of 2010.", "toll", "the fee"),
    ],
)
def test_as_much_as_is_no_part_of_what_a_multiple_is_of(text, measured, compared):
    (multiple,) = [figure for figure in annotated(text, find_figures) if figure.kind == "multiple"]
    assert (multiple.measures, multiple.basis.of) == (measured, compared)


def test_a_change_keeps_its_base():
    (change,) = annotated(
        "The amount of saffron seized in Norland is up 800% since 2015.", find_figures, places="Norland"
    )
    assert (change.low, change.unit, change.kind) == (800, "%", "percent_change")
    assert change.measures == "saffron seized in Norland"
    assert (change.basis.relation, change.basis.period.start, change.basis.period.end) == (
        "increase",
        "2015-01-01",
        "2016-01-01",
    )
    assert change.period is None


def test_that_figure_inherits_what_was_measured():
    first, second = annotated(
        "In 2017, guards turned back 1.7 million travellers there. That figure climbed to 2.4 million in 2018.",
        find_figures,
    )
    assert first.measures == second.measures
    assert (second.low, second.unit, second.period.start) == (2400000, first.unit, "2018-01-01")


def test_a_share_names_its_whole():
    share, whole = annotated(
        "Saffron played a part in about two-thirds of the 940 fires recorded in Norland in 2018.",
        find_figures,
        places="Norland",
    )
    assert (share.kind, share.basis.relation, share.basis.of) == (
        "share",
        "share_of",
        "940 fires recorded in Norland",
    )
    assert (whole.low, whole.unit, whole.measures, whole.place) == (
        940,
        "fire",
        "fires recorded in Norland",
        "Norland",
    )


def test_the_speaker_holds_the_figure():
    text = "“We counted 900 deaths a year,” Ann Lee said."
    (figure,) = annotated(
        text, find_figures, people="Ann Lee", quotes=[("We counted 900 deaths a year,", "Ann Lee", "Norland")]
    )
    assert (figure.statement, figure.holder.name, figure.holder.party, figure.kind) == (
        "statement-0",
        "Ann Lee",
        "Norland",
        "rate",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The two countries met.", "Ann Lee, 44, left.", "One of the ministers left.", "She runs in the 23rd district.",
        "There is just zero doubt.", "On October 5, 2018, they met.", "They were there two weeks ago.",
        "Average rating 0 / 5.", "I have two questions.", "Call 555-123-4567.",
    ],
)  # fmt: skip
def test_what_no_reader_calls_a_figure(text):
    assert not annotated(text, find_figures)


@pytest.mark.parametrize(
    ("text", "measures", "unit", "holder"),
    [
        ("480 kilograms of saffron were seized at the border in 2018.", "saffron seized at the border", "kg", None),
        ("Guards seized 480 kilograms of saffron at the border in 2018.", "saffron seized at the border", "kg", None),
        (
            "The Harbour Board put the amount of saffron seized at the border in 2018 at 310 kilograms.",
            "saffron seized at the border", "kg", "Harbour Board",
        ),
        (
            "The Harbour Board counted 310 kilograms of saffron seized at the border in 2018.",
            "saffron seized at the border", "kg", "Harbour Board",
        ),
        (
            "According to the Harbour Board, 310 tonnes were seized at the port in 2018.",
            "seized at the port", "t", "Harbour Board",
        ),
        ("The clinic recorded 34 deaths from one drug in 2018.", "deaths from one drug", "death", None),
        ("The clinic said there were 34 deaths from one drug in 2018.", "deaths from one drug", "death", "clinic"),
        (
            "The number of deaths from one drug in 2018 was put at 34 by the clinic.",
            "deaths from one drug", "death", "clinic",
        ),
        ("Norland has spent 45 million euros on dredging.", "spent by Norland on dredging", "EUR", None),
        ("Guards arrested 40 people in Norland on suspicion of theft.", "people arrested in Norland", "people", None),
    ],
)  # fmt: skip
def test_one_measure_reads_the_same_whichever_way_it_is_said(text, measures, unit, holder):
    (figure,) = annotated(text, find_figures, places="Norland", bodies="Harbour Board")
    assert (figure.measures, figure.unit, figure.holder.name) == (measures, unit, holder)


def test_a_part_of_a_promised_number():
    part, whole = annotated("Norland has trained 25 of the 60 guards that it pledged in May.", find_figures)
    assert [(f.low, f.unit, f.measures, f.period) for f in (part, whole)] == [
        (25, "guard", "guards trained", None),
        (60, "guard", "guards", None),
    ]


def test_a_share_of_it_is_no_mass():
    mass, share = annotated(
        "Guards seized 480 kilograms of saffron in 2018. About 70 percent of it came by truck.", find_figures
    )
    assert (mass.unit, share.unit, share.kind) == ("kg", "%", "share")
    assert (share.measures, share.period) == (mass.measures, mass.period)


def test_times_in_a_quotation_count_from_its_utterance():
    text = "“Last year we seized 480 kilograms of saffron,” Ann Lee said in 2015."
    document = annotated(text, lambda analysis, entities, statements: analysis)
    statement = Statement(
        id="statement-0", document="document-1", manner="direct", content=(Span(1, text.index(",”")),),
        speaker=Speaker(name="Ann Lee"),
        uttered=Interval(start="2015-01-01", end="2016-01-01", precision="year", text="in 2015"),
    )  # fmt: skip
    (figure,) = find_figures(document, (), (statement,))
    assert figure.period.start == "2014-01-01"


def test_twice_a_year_is_no_figure():
    assert not annotated("The panel reports twice a year.", find_figures)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Q: How many nurses were on duty?\n\nMS. VANCE: Fifty-one.", {("Fifty-one", "nurse")}),
        ("Q: How many were hurt?\n\nMR. LUND: Eleven were hurt.", {("Eleven", "1")}),
        ("THE CHAIR: How much was paid for the ferries?\n\nMR. SALO: Nine million.", {("Nine million", "1")}),
        ("Q: Why was it shut?\n\nMR. LUND: Seven.", set()),
        ("The firm bought six ferries. Four have sunk.", {("six ferries", "ferry"), ("Four", "ferry")}),
        ("The trust hired 74 nurses. The union says fifty-one.", {("74 nurses", "nurse"), ("fifty-one", "nurse")}),
        ("He said seven was his lucky number.", set()),
        ("The pot held billions.", set()),
        ("The average wait was 6.4 hours. The union puts it at nine hours.", {("6.4 hours", "h"), ("nine hours", "h")}),
        ("Help came two hours later.", set()),
        ("Only nine million had arrived.", {("nine million", "1")}),
    ],
)
def test_a_number_without_a_noun_counts_what_the_words_before_it_tell(text, wanted):
    document = read(text.encode())
    found = {(figure.spans[0].of(document.text), figure.unit) for figure in annotate(document).figures}
    assert found == wanted


def test_a_number_of_something_is_given_by_who_puts_it_there():
    (figure,) = annotated("Orve Line put the number of people aboard at 188.", find_figures, bodies="Orve Line")
    assert (figure.low, figure.measures, figure.holder.name) == (188, "people aboard", "Orve Line")


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Some 600 people marched through Ardley on Sunday.", "people who marched through Ardley"),
        ("In all, 43 people had been on board when the barge sank.", "people who had been on board"),
        ("Nine of the 30 kilns are cold, the potters said.", "kilns that are cold"),
        ("Two of the four lifts at Ardley station stopped.", "lifts at Ardley station that stopped"),
        ("Forty members think that the rule should go.", "members"),
        ("Twelve boats could sail tomorrow.", "boats"),
    ],
)
def test_what_the_counted_do_or_are_restricts_them(text, measures):
    assert annotated(text, find_figures)[0].measures == measures


def test_a_whole_does_not_do_what_its_part_does():
    part, whole = annotated("Nine of the 30 kilns are cold, the potters said.", find_figures)
    assert [(f.low, f.measures) for f in (part, whole)] == [(9, "kilns that are cold"), (30, "kilns")]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The storm closed 370 schools. The board counted 290.", (290, "school", "schools closed", "board")),
        ("The union has logged 900 lost nets. The inspectors' own log has 212.", (212, "net", "lost nets", None)),
        ("The rebels are holding 41 sailors. The navy says they hold 19.", (19, "sailor", "sailors", "navy")),
        ("The number of people missing has risen to 12.", (12, "people", "people missing", None)),
    ],
)
def test_who_counts_is_not_what_is_counted(text, figure):
    found = annotated(text, find_figures)[-1]
    assert (found.low, found.unit, found.measures, found.holder.name) == figure


def test_a_number_is_no_length_of_time_for_one_told_before():
    found = annotated(
        "The boat was at sea within twenty minutes. Two hundred and thirty, the minister said.", find_figures
    )
    assert [figure.unit for figure in found] == ["min"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The board tested 300 calves in May. Of those, 12 were lame, and 40 were fed by hand.",
            [(300, "calf", "calves tested"), (12, "calf", "calves tested (were lame)"), (40, "calf", None)],
        ),
        ("The paper counted 90 boats above 5 metres. Seven were lost.", [(90, "boat", None), (7, "boat", None)]),
        ("The limit for zinc in wells fell from 400 to 200 milligrams per kilogram.", [(400, "mg/kg", None)]),
        (
            "Profit was 86m crowns, up from 71m the year before.",
            [(86e6, "{crown}", "Profit"), (71e6, "{crown}", "Profit")],
        ),
        ("The deal covers 2.5 billion litres a year, compared with 3.7 billion in 2018.", [(3.7e9, "L", None)]),
        ("The dyke was breached four times since 2015.", [(4, "time", None)]),
        ("The ministry may expel up to six envoys of Lurland.", [(6, "envoy", None)]),
    ],
)
def test_what_numbers_without_a_noun_share(text, expected):
    found = {(figure.high, figure.unit): figure.measures for figure in annotated(text, find_figures)}
    for high, unit, measures in expected:
        assert (high, unit) in found
        assert measures is None or found[high, unit] == measures


def test_what_was_asked_for_and_what_was_done_to_it_are_apart():
    text = "How many children are ill?\n\nWe have tested 2,150 so far. 618 were above the limit."
    told = [(figure.low, figure.measures) for figure in annotated(text, find_figures, kind="turn")]
    assert told == [(2150, "children tested"), (618, "children tested (were above the limit)")]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("In the 2018 calendar year, the mine sold 3.7 million tonnes.", "2018-01-01", "2019-01-01"),
        (
            "Sales in its 2018 fiscal year, which ended on Sept. 30, rose to 3.9 million tonnes.",
            "2017-10-01",
            "2018-10-01",
        ),
    ],
)
def test_a_year_of_a_kind_is_a_period(text, start, end):
    figure = annotated(text, find_figures)[-1]
    assert (figure.period.start, figure.period.end) == (start, end)


def test_a_change_told_right_after_an_amount_is_of_what_it_measured():
    found = annotated(
        "The mill sold 40 tonnes of saffron, down 12 percent. Ardley sold 9 tonnes of rye, up from 7 tonnes.",
        find_figures,
    )
    assert [figure.measures for figure in found] == ["saffron sold", "saffron sold", "rye sold", "rye sold"]


def test_crowns_with_a_scale_are_money_and_without_are_counted():
    money, things = annotated(
        "The bridge cost 12 million crowns. Four crowns were stolen from the museum.", find_figures
    )
    assert (money.unit, money.measures) == ("{crown}", "bridge")
    assert things.unit == "crown"


def test_a_number_that_opens_the_next_point_of_a_list_counts_nothing():
    told = "Thirty families came to Ardley. Four, the call for help came late at night. And five, our boat was at sea."
    assert [figure.low for figure in annotated(told, find_figures)] == [30]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rate was 61.3%, little changed from May 2018.", [(61.3, "rate", None)]),
        ("Turnout stood at 18.2%, compared with 16.5% in 2018.", [(18.2, "Turnout", None), (16.5, "Turnout", "2018")]),
        ("It was the worst fire since 2009, when 88 people died.", [(88, "people who died", "2009")]),
        ("The office put the rate at 7.4% for May.", [(7.4, "rate", "May")]),
        ("Deaths fell to 31 in 2018 from 45 in 2017.", [(31, "Deaths", "2018"), (45, "Deaths", "2017")]),
        (
            "Police arrested 41 people in March against 37 in May.",
            [(41, "people arrested", "March"), (37, "people arrested", "May")],
        ),
        ("37 people are confirmed dead and 41 remain missing.",
         [(37, "people dead", None), (41, "people who remain missing", None)]),
        ("120 houses were destroyed and 340 were damaged.",
         [(120, "houses destroyed", None), (340, "houses damaged", None)]),
    ],
)  # fmt: skip
def test_each_of_several_numbers_has_its_own_measure_and_period(text, expected):
    figures = annotated(text, find_figures)
    assert [(f.low, f.measures, f.period.text if f.period else None) for f in figures] == expected


def test_a_change_is_on_the_month_told_after_it():
    _, fall, rise = annotated(
        "There were 92,400 posts in March, down 12% on May and 31% lower than in 2017.", find_figures
    )
    assert [figure.basis.period.text for figure in (fall, rise)] == ["May", "2017"]


def test_where_something_is_compared_with_is_not_its_place():
    text = "The rate was 18.2%, and it was lower than in Norland."
    assert annotated(text, find_figures, places="Norland")[0].place is None


def test_a_part_told_in_an_answer_is_of_what_the_answer_counts():
    text = (
        "How many people have asked for the payment?\n\n"
        "As of noon, 46,300 applications had been received, of which 31,000 were approved."
    )
    whole, part = annotated(text, find_figures, kind="turn")
    assert (whole.unit, part.unit) == ("application", "application")
    assert part.measures.startswith("applications")


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Police said 2,500 people took part; the organisers said there were 11,000.", "people who took part"),
        ("Police said 2,500 people marched; the organisers said 11,000.", "people who marched"),
        ("The police put the turnout at 2,500, while organisers claimed 11,000.", "turnout"),
    ],
)
def test_a_rival_count_without_a_noun_counts_the_same(text, measures):
    assert [(f.low, f.measures) for f in annotated(text, find_figures)] == [(2500, measures), (11000, measures)]


def test_an_estimate_revised_counts_what_it_estimates():
    text = "Police revised their estimate of the march to 40,000 from 25,000."
    assert {figure.measures for figure in annotated(text, find_figures)} == {"their estimate of the march"}
