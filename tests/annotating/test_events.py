"""Events with their sort, time, place and participants, mentions of one event merged."""

import re

import pytest

from onrecord.annotating.events import find_events
from onrecord.language.parsing import analyse
from onrecord.model.documents import Block, Document, Source
from onrecord.model.items import Entity, Mention, Speaker, Statement
from onrecord.model.spans import Span
from onrecord.model.times import Published


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
        published=published and Published(start=published, end=None, precision="day", text=published, known_by="given"),
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


CASES = [
    ("Ann Lee met Bo Falk in Portsund on Tuesday.", "meeting", ("Ann Lee", "Bo Falk"), "2019-06-11", "Portsund"),
    ("Police arrested Bo Falk in Portsund on Monday.", "arrest", ("Bo Falk",), "2019-06-10", "Portsund"),
    ("Prosecutors charged Bo Falk last month.", "charge", ("Bo Falk",), "2019-05-01", None),
    ("Bo Falk was extradited to Norland in March.", "extradition", ("Bo Falk",), "2019-03-01", "Norland"),
    ("The council voted on Thursday.", "vote", (), "2019-06-06", None),
    ("Bo Falk resigned yesterday.", "resignation", ("Bo Falk",), "2019-06-11", None),
    ("Ann Lee visited Portsund on Monday.", "visit", ("Ann Lee",), "2019-06-10", "Portsund"),
]


@pytest.mark.parametrize(("text", "kind", "participants", "day", "place"), CASES)
def test_an_event(text, kind, participants, day, place):
    found = annotated(text, find_events, people="Ann Lee|Bo Falk", places="Portsund|Norland")
    (event,) = [e for e in found if e.kind == kind]
    assert set(participants) <= set(event.participants)
    assert event.when.start == day
    assert event.place == place


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee did not meet Bo Falk.", "Ann Lee could visit Portsund.", "If Bo Falk is arrested, she leaves.",
        "The harbour met its goals.", "The plan was well executed.", "The shop charged Bo Falk $30.",
        "Her mind is shot.",
    ],
)  # fmt: skip
def test_what_did_not_happen(text):
    assert not annotated(text, find_events, people="Ann Lee|Bo Falk", places="Portsund")


def test_two_mentions_of_one_meeting_are_one_event():
    text = "Ann Lee met with Bo Falk on Tuesday.\n\nOn Tuesday morning, Ann Lee met with Bo Falk in Portsund."
    (event,) = annotated(text, find_events, people="Ann Lee|Bo Falk", places="Portsund")
    assert len(event.mentions[0].spans) == 2
    assert event.place == "Portsund"


def test_meetings_on_two_days_stay_two():
    text = "Ann Lee met with Bo Falk on Tuesday.\n\nAnn Lee met with Bo Falk on Monday."
    assert len(annotated(text, find_events, people="Ann Lee|Bo Falk")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "He addressed the Norland Conference of Bishops on Monday.", "The minister feared an invasion of Norland.",
        "The paper chided the board, accusing them of waste.", "In these talks the case of Bo Falk was closed.",
    ],
)  # fmt: skip
def test_a_topic_or_a_body_is_no_event(text):
    kinds = {event.kind for event in annotated(text, find_events, people="Bo Falk", places="Norland")}
    assert not kinds & {"attack", "charge", "closure"}
    assert "meeting" not in kinds or "talks" in text


def test_a_caption_gives_its_persons_without_their_offices():
    text = (
        "Ann Lee Secretary of Public Safety, left, and Bo Falk Secretary of State, attend a meeting on June 11, 2019."
    )
    (event,) = annotated(text, find_events, people="Ann Lee|Bo Falk", kind="caption")
    assert event.participants == ("Ann Lee", "Bo Falk")


def test_a_mention_that_names_nobody_joins_the_same_deed():
    text = "On June 11, 2019, Ann Lee visited Portsund. He had visited it on June 11, 2019."
    assert len(annotated(text, find_events, people="Ann Lee", places="Portsund")) == 1


SORTS = [
    ("Dockers at Portsund walked out on Monday.", "strike", "happened", "2019-06-10"),
    ("Ann Lee phoned Bo Falk on Monday.", "call", "happened", "2019-06-10"),
    ("Ann Lee discussed the case with Bo Falk by telephone on Monday.", "call", "happened", "2019-06-10"),
    ("A jury found Bo Falk guilty of fraud on Monday.", "conviction", "happened", "2019-06-10"),
    ("Bo Falk appeared in court in Portsund on Monday.", "hearing", "happened", "2019-06-10"),
    ("Bo Falk is due to appear before a judge on Friday.", "hearing", "planned", "2019-06-14"),
    ("The council will vote on 20 June.", "vote", "planned", "2019-06-20"),
    ("The Norstad parliament approved a ban on nets on Thursday.", "vote", "happened", "2019-06-06"),
    ("The council meets again on 20 June.", "meeting", "planned", "2019-06-20"),
    ("Ann Lee said she would step down next month.", "resignation", "planned", "2019-07-01"),
    ("Ann Lee was in Portsund on Monday.", "visit", "happened", "2019-06-10"),
    ("A ferry capsized off Portsund on Monday.", "accident", "happened", "2019-06-10"),
    ("An earthquake struck Portsund on Monday.", "disaster", "happened", "2019-06-10"),
    ("Ann Lee was sworn in on Monday.", "appointment", "happened", "2019-06-10"),
    ("She attended Monday's funeral after the death of Bo Falk.", "death", "happened", None),
    ("PORTSUND, June 12 — Three men were killed on Monday.", "death", "happened", "2019-06-10"),
]


@pytest.mark.parametrize(("text", "kind", "status", "day"), SORTS)
def test_its_sort_and_whether_it_happened(text, kind, status, day):
    found = annotated(text, find_events, people="Ann Lee|Bo Falk", places="Portsund")
    (event,) = [event for event in found if event.kind == kind]
    assert event.status == status
    assert (event.when.start if event.when else None) == day


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee would resign if the inquiry found fault.", "Ann Lee urged Bo Falk to resign.",
        "Critics called for the resignation of Bo Falk.", "Police made no arrests on Monday.",
        "Bo Falk attacked Ann Lee for her plan on Monday.", "Will Ann Lee visit Portsund on Friday?",
        "People are usually murdered by someone they know.", "Bo Falk denied that he had met Ann Lee on Monday.",
        "The threat of a strike worried Bo Falk.",
    ],
)  # fmt: skip
def test_what_is_denied_conditional_wished_or_said_in_other_words(text):
    assert not annotated(text, find_events, people="Ann Lee|Bo Falk", places="Portsund")


def test_a_time_belongs_to_the_verb_that_it_stands_with():
    text = (
        "Bo Falk was arrested in Portsund in March and charged on Monday after Ann Lee, who visited in 2017, resigned."
    )
    days = {
        event.kind: event.when.start for event in annotated(text, find_events, people="Ann Lee|Bo Falk") if event.when
    }
    assert (days["arrest"], days["charge"]) == ("2019-03-01", "2019-06-10")


def test_the_next_sentence_goes_on_with_the_day():
    text = "Ann Lee visited Portsund on Monday. She announced an inquiry."
    found = annotated(text, find_events, people="Ann Lee", places="Portsund")
    assert {event.when.start for event in found} == {"2019-06-10"}


def test_the_meeting_points_back_to_the_one_that_was_told():
    text = (
        "On Tuesday, Bo Falk hosted Ann Lee in the fourth meeting of the Reef Panel. The meeting on Tuesday was long."
    )
    found = annotated(text, find_events, people="Ann Lee|Bo Falk", bodies="Reef Panel")
    assert [event.kind for event in found] == ["meeting"]


def test_a_headline_is_told_again_by_the_report():
    text = "Falk arrives in Portsund\n\nBo Falk arrived in Portsund on Monday."
    blocks = annotated(text, find_events, people="Bo Falk", places="Portsund", kind="title")
    assert len(blocks) == 1


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("The two towns agreed on Monday that boats would leave the bay.", True),
        ("The two towns agreed on Monday to share the bay.", True),
        ("Ann Lee and Bo Falk agreed on Monday that the bay is too small.", False),
        ("Ann Lee agreed with Bo Falk on Monday.", False),
    ],
)
def test_an_agreement_binds_and_is_no_opinion_shared(text, agreed):
    kinds = {event.kind for event in annotated(text, find_events, people="Ann Lee|Bo Falk")}
    assert ("agreement" in kinds) == agreed


def test_a_noun_that_says_little_brings_its_clause():
    (event,) = annotated("Charges were filed on Monday against two harbour firms.", find_events)
    assert event.text == "Charges were filed on Monday against two harbour firms"


def test_who_is_named_behind_the_country_of_an_office():
    found = annotated("Our ambassador to Norland Ken Ruiz met Ann Lee on Monday.", find_events,
                      people="Ken Ruiz|Ann Lee", places="Norland")  # fmt: skip
    assert set(found[0].participants) == {"Ken Ruiz", "Ann Lee"}


@pytest.mark.parametrize(
    ("text", "written", "doubts"),
    [
        ("Ann Lee met Bo Falk on 31 February 2019 in Portsund.", "31 February 2019", ("impossible_date",)),
        ("Ann Lee met Bo Falk on Monday, 12 June 2019 in Portsund.", "Monday, 12 June 2019", ("contradictory_dates",)),
        ("Ann Lee met Bo Falk on Wednesday, 12 June 2019 in Portsund.", "Wednesday, 12 June 2019", ()),
        ("Ann Lee met Bo Falk on Monday in Portsund.", "Monday", ()),
    ],
)
def test_dates_that_do_not_add_up_stand_as_written_and_are_flagged(text, written, doubts):
    (event,) = annotated(text, find_events, people="Ann Lee|Bo Falk", places="Portsund")
    assert event.when.text == written
    assert event.doubts == doubts
    assert (event.when.start is None) == ("impossible_date" in doubts)


def test_a_capital_at_the_start_of_a_sentence_makes_no_name_that_two_arrests_share():
    text = "Police arrested Bo Falk on Monday.\n\nPolice arrested Ann Lee on Monday."
    found = annotated(text, find_events, people="Ann Lee|Bo Falk", published="2019-06-12")
    assert sorted(event.participants for event in found) == [("police", "Ann Lee"), ("police", "Bo Falk")]


@pytest.mark.parametrize(
    ("text", "kind", "status", "start"),
    [
        ("The network aims to spend a million before the November elections.", "vote", "planned", "2019-11-01"),
        ("Turnout fell in the April elections.", "vote", "happened", "2019-04-01"),
        ("The council will hold a vote in March.", "vote", "planned", "2020-03-01"),
    ],
)
def test_an_election_ahead_is_planned_for_the_month_to_come(text, kind, status, start):
    found = [event for event in annotated(text, find_events) if event.kind == kind]
    assert [(event.status, event.when.start) for event in found] == [(status, start)]


def test_an_attack_of_the_body_is_none():
    assert {e.kind for e in annotated("Bo Falk died of a heart attack in 2017.", find_events, people="Bo Falk")} == {
        "death"
    }


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("The council fired Ann Lee in May. It sued her bank on Monday.", "lawsuit", "council"),
        ("Tidal Works said that it had signed a contract with Bo Falk on Monday.", "signing", "Tidal Works"),
        ("The ministers left the port. They met Ann Lee on Monday.", "meeting", "ministers"),
        ("Ann Lee and Bo Falk left the port. They met on Monday.", "meeting", "Bo Falk"),
        ("A deal was reached by Ann Lee and Bo Falk. The two spoke by telephone on Monday.", "call", "Bo Falk"),
        ("In a speech in Norstad on Monday, Bo Falk warned of floods.", "speech", "Bo Falk"),
    ],
)
def test_whom_a_pronoun_means_took_part(text, kind, who):
    found = annotated(text, find_events, people="Ann Lee|Bo Falk", bodies="Tidal Works")
    (event,) = [e for e in found if e.kind == kind]
    assert who in {name.removeprefix("The ") for name in event.participants}


def test_it_that_means_nobody_adds_nobody():
    found = annotated("Ann Lee left. It was signed on Monday with Bo Falk.", find_events, people="Ann Lee|Bo Falk")
    assert all("Ann Lee" not in event.participants for event in found)


def test_speaking_at_a_news_conference_is_no_call():
    text = "Ann Lee spoke to reporters at a news conference on Monday."
    assert {e.kind for e in annotated(text, find_events, people="Ann Lee")} == {"press_conference"}


def test_people_of_a_country_are_not_the_country():
    (event,) = annotated("Norland deported 40 Chileans on Monday.", find_events, places="Norland|Chilean")
    assert event.place != "Chilean"
    assert "Chilean" not in event.participants


def test_an_office_before_a_name_takes_no_part():
    (event,) = annotated(
        "Ann Lee met Mayor Jo Marsh and Environment Minister Bo Falk on Monday.",
        find_events,
        people="Ann Lee|Jo Marsh|Bo Falk",
    )
    assert list(event.participants) == ["Ann Lee", "Jo Marsh", "Bo Falk"]


def test_the_years_that_cuts_will_take_do_not_date_their_announcement():
    text = "The Ministry of Mines has announced 900 job cuts over the next four years."
    events = annotated(text, find_events, bodies="Ministry of Mines")
    assert all(event.when is None for event in events)


def test_a_capital_is_where_its_name_says():
    (event,) = annotated(
        "Ann Lee met Bo Falk on Monday in the capital, Ostrel.", find_events, people="Ann Lee|Bo Falk", places="Ostrel"
    )
    assert event.place == "Ostrel"


def told_in(text, **given):
    """Sort, first day and participants of each event of a text."""
    return [
        (event.kind, event.when.start if event.when else None, event.participants)
        for event in annotated(text, find_events, **given)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Guards seized 40 pills in Portsund on Monday.", "seizure", "Guards"),
        ("Bo Falk was found guilty of fraud by a court in Portsund on Monday.", "conviction", "Bo Falk"),
        ("Two people died when a coach overturned near Portsund on Monday.", "accident", "coach"),
        ("Ann Lee met her Norlandish counterpart, Bo Falk, in Portsund on Monday.", "meeting", "Bo Falk"),
        ("The trial of Bo Falk, whom Ann Lee handed over to Norland on Monday, began.", "extradition", "Bo Falk"),
        ("She read the ministry's report, published on Monday.", "announcement", "ministry"),
        ("Ann Lee told a news conference in Portsund on Monday that it was arson.", "press_conference", "Ann Lee"),
        ("On their trip, Falk, Lee, and Marsh met with a range of officials on Monday.", "meeting", "Falk"),
    ],
)
def test_the_sort_and_the_people_of_what_grammar_hides(text, kind, who):
    people = "|".join(name for name in ("Ann Lee", "Bo Falk", "Marsh") if name in text)
    people = f"{people}|Falk|Lee" if "Marsh" in text else people
    found = {sort: (day, names) for sort, day, names in told_in(text, people=people, places="Portsund|Norland")}
    day, names = found[kind]
    assert day == "2019-06-10"
    assert who.lower() in {name.lower() for name in names}
    assert not any("guilty" in name for name in names)


def test_what_is_also_done_on_a_day_is_one_more():
    text = "Ann Lee and Bo Falk signed a treaty on Monday. On the same day the two also signed an accord on fish."
    assert [day for _, day, _ in told_in(text, people="Ann Lee|Bo Falk")] == ["2019-06-10"] * 2


def test_the_same_day_is_that_of_what_happened_and_not_of_who_told_it():
    text = (
        "Guards seized 40 pills at Kolm on Friday, they said on Monday. The seizure of 9 boats on the same day was new."
    )
    assert {day for kind, day, _ in told_in(text) if kind == "seizure"} == {"2019-06-07"}


def test_hours_before_what_was_just_told_are_of_its_day():
    first = "Ann Lee told a press conference on Monday that it was arson."
    text = f"{first} Bo Falk told his own press conference an hour earlier."
    found = told_in(text, people="Ann Lee|Bo Falk")
    assert [day for kind, day, _ in found if kind == "press_conference"] == ["2019-06-10"] * 2


def test_meetings_of_one_person_with_others_are_two_and_told_the_other_way_round_are_one():
    people = "Ann Lee|Bo Falk|Cy Dorn"
    others = "Ann Lee met Bo Falk on Monday. On Monday, Ann Lee met with Cy Dorn."
    assert len(told_in(others, people=people)) == 2
    turned = "Ann Lee met Bo Falk on Monday. On Monday, Bo Falk met with Ann Lee."
    assert len(told_in(turned, people=people)) == 1


def test_a_call_about_a_meeting_is_not_where_the_meeting_was():
    (call,) = (
        event
        for event in annotated(
            "In a press call held on Monday, Ann Lee discussed the results of the meeting in Portsund.",
            find_events, people="Ann Lee", places="Portsund",
        )
        if event.kind == "call"
    )  # fmt: skip
    assert call.place is None


def test_a_past_meeting_is_no_mention_of_a_planned_one():
    text = "The board will meet in Portsund on 20 June. The discussion that we had was useful, she said."
    (event,) = annotated(text, find_events, places="Portsund")
    assert [span.of(text) for mention in event.mentions for span in mention.spans] == [
        "The board will meet in Portsund on 20 June"
    ]


def test_charges_against_others_are_no_mention_of_charges_told_paragraphs_before():
    text = (
        "Ann Lee charged Bo Falk on Monday.\n\nIt rained.\n\nIt rained.\n\nHe refuted the charges against the official."
    )
    (event,) = annotated(text, find_events, people="Ann Lee|Bo Falk")
    assert len(event.mentions[0].spans) == 1


def test_an_ordinal_told_once_finds_the_meeting_again():
    first = "Ann Lee hosted Bo Falk on Monday in the fourth meeting of the Harbour Board."
    text = f"{first}\n\nThe Harbour Board's fourth meeting went well."
    (event,) = annotated(text, find_events, people="Ann Lee|Bo Falk", bodies="Harbour Board")
    assert event.when.start == "2019-06-10"


def test_people_who_are_deported_are_people_and_no_place():
    (event,) = annotated("The government deported Venezuelans on Monday.", find_events)
    assert event.participants == ("government", "Venezuelans")
    assert event.place is None


def test_a_day_that_nothing_places_stands_as_written():
    (event,) = annotated("Ann Lee met Bo Falk on Thursday.", find_events, people="Ann Lee|Bo Falk", published=None)
    assert (event.when.start, event.when.text, event.doubts) == (None, "Thursday", ())


def test_a_clause_behind_a_noun_is_told_with_it():
    (event,) = annotated("He fled the gang that killed Bo Falk in 2016.", find_events, people="Bo Falk")
    assert event.text == "the gang that killed Bo Falk in 2016"


def test_charges_that_are_announced_are_told_once():
    text = "On Monday Ann Lee held a press conference, announcing that charges had been filed against Bo Falk."
    kinds = [kind for kind, day, _ in told_in(text, people="Ann Lee|Bo Falk") if day == "2019-06-10"]
    assert sorted(kinds) == ["charge", "press_conference"]
    other = "On Monday Ann Lee announced a new plan."
    assert [kind for kind, _, _ in told_in(other, people="Ann Lee")] == ["announcement"]


def test_what_happened_where_is_there():
    text = "The mill in Portsund where an explosion killed two people on Monday had no permit."
    assert {e.place for e in annotated(text, find_events, places="Portsund") if e.kind == "accident"} == {
        "mill in Portsund"
    }


def test_who_is_appointed_is_named_without_the_office():
    text = "Ann Lee appointed Bo Falk chief judge on Monday."
    (event,) = annotated(text, find_events, people="Ann Lee|Bo Falk")
    assert event.participants == ("Ann Lee", "Bo Falk")


def test_what_is_seized_on_a_ship_is_seized():
    assert [kind for kind, _, _ in told_in("Officers seized 300 rifles on a ship in Portsund on Monday.")] == [
        "seizure"
    ]
