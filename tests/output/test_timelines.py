"""The timeline: merged events, places, a calendar by RFC 5545, and a page that is safe and complete."""

import json
import re
from itertools import pairwise
from xml.etree import ElementTree

import icalendar
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.documents import Block, Document, Source
from onrecord.model.findings import Question
from onrecord.model.items import (
    Annotated,
    Argument,
    Claim,
    Commitment,
    Entity,
    Event,
    Holder,
    Mention,
    Proposition,
    Relation,
    Speaker,
    Statement,
)
from onrecord.model.spans import Evidence, Span
from onrecord.model.times import Interval, Published
from onrecord.output import calendars, graphs, timeline_chart, timeline_page
from onrecord.output.chronology import Moment, Order, moments, rows
from onrecord.output.jsonl import export_jsonl
from onrecord.output.sources import Sources
from onrecord.output.ties import network_of
from onrecord.record import Filters

WORDS = "Ann Lee promised to open the port; <b>by</b> “May”, 2021 & soon."


def day(start, end, text="that day", precision="day"):
    return Interval(start=start, end=end, precision=precision, text=text)


def document(number):
    text = f"{WORDS} Report {number}."
    return Document(
        id=f"document-{number}", text=text, title=f"Report {number}", outlet=f"Paper <{number}>",
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        source=Source(uri=f"r{number}.txt", sha256=str(number), media_type="text/plain", read_at="2021-01-01"),
        published=Published(start="2021-01-05", end="2021-01-06", precision="day", text="5 January", known_by="given"),
    )  # fmt: skip


class One:
    """A record of one document."""

    def document(self, name):
        """Always the same one."""
        return document(1)

    def get(self, name):
        """Nothing else is asked for."""
        raise AssertionError(name)


def commitment(number, deadline, **others):
    return Commitment(
        id=f"commitment-{number}", document="document-1", spans=(Span(0, len(WORDS)),), parties=("Ann Lee",),
        action="open the port", kind="pledge", deadline=deadline, announced=day("2021-01-05", "2021-01-06"), **others,
    )  # fmt: skip


@pytest.fixture
def filled(fresh):
    """Two reports of one meeting, a statement, an undertaking with a deadline, a relation."""
    record = fresh()
    for number in (1, 2):
        name = f"document-{number}"
        own = number == 1
        event = Event(
            id=f"event-{number}", kind="meeting", text=f"Lee met Falk, account {number}", place="Norstad",
            mentions=(Evidence(document=name, spans=(Span(0, 7),)),), when=day("2021-02-03", "2021-02-04"),
            participants=("Ann Lee", "Bo Falk"),
        )  # fmt: skip
        statement = Statement(
            id=f"statement-{number}", document=name, content=(Span(8, 16),), manner="indirect",
            speaker=Speaker(name="Ann Lee"), uttered=day("2021-01-04", "2021-01-05"), place="Sudby",
        )  # fmt: skip
        relation = Relation(
            id=f"relation-{number}", document=name, spans=(Span(0, 16),), subject="Ann Lee", predicate="meet_with",
            object="Bo Falk",
        )  # fmt: skip
        with record.transaction():
            record.keep(
                Annotated(
                    document=document(number), version="1", events=(event,), relations=(relation,),
                    statements=(statement,) if own else (),
                    commitments=(commitment(1, day(None, "2021-06-01", "by May", "month")),) if own else (),
                )
            )  # fmt: skip
    yield record
    record.close()


def test_everything_dated_in_order_and_an_event_once(filled):
    found = list(moments(filled, Filters()))
    assert [(m.what, m.start) for m in found] == [
        ("said", "2021-01-04"), ("promised", "2021-01-05"), ("happened", "2021-02-03"), ("due", "2021-06-01")
    ]  # fmt: skip
    assert {e.document for e in found[2].evidence} == {"document-1", "document-2"}
    assert [row[3] for row in rows(found, Sources(filled))][2].endswith("(2 reports)")


def test_within_a_day_clocks_and_parts_of_the_day_decide_and_else_the_order_of_the_text(record):
    times = ["in the evening", "", "that morning", "", "2021-02-03T13:30"]
    events = tuple(
        Event(
            id=f"event-{9 - number}", kind="hearing", text=f"hearing {number}",
            mentions=(Evidence(document="document-1", spans=(Span(5 * number, 5 * number + 5),)),),
            when=day(time, None, precision="minute") if time.startswith("2021") else day("2021-02-03", None, time),
        )
        for number, time in enumerate(times)
    )  # fmt: skip
    record.keep(Annotated(document=document(1), version="made/1", events=events))
    week = Event(
        id="event-week", kind="vote", text="hearing of the week",
        mentions=(Evidence(document="document-2", spans=(Span(0, 5),)),),
        when=day("2021-02-03", "2021-02-10", "that week", "week"),
    )  # fmt: skip
    record.keep(Annotated(document=document(2), version="made/1", events=(week,)))
    found = [moment.item.text for moment in moments(record, Filters()) if moment.what == "happened"]
    assert found == [*(f"hearing {number}" for number in (1, 3, 2, 4, 0)), "hearing of the week"]


def test_a_question_is_told_by_its_answer_alone(fresh):
    said = [
        Statement(
            id=f"statement-{number}", document="document-1", content=(Span(8 * number, 8 * number + 7),), manner="turn",
            stance=stance, uttered=day("2021-01-04", "2021-01-05"),
        )
        for number, stance in enumerate(("asks", "asserts"))
    ]  # fmt: skip
    record = fresh()
    with record.transaction():
        record.keep(Annotated(document=document(1), version="1", statements=tuple(said)))
    assert [moment.id for moment in moments(record, Filters())] == ["statement-1"]
    record.close()


def test_what_was_said_on_one_day_stands_as_its_text_tells_it(fresh):
    said = [
        Statement(
            id=f"statement-{name}", document="document-1", content=(Span(at, at + 4),), manner="turn",
            speaker=Speaker(name="Ann Lee"), uttered=day("2021-01-04", "2021-01-05"),
        )
        for name, at in (("b", 0), ("c", 8), ("a", 16))
    ]  # fmt: skip
    record = fresh()
    with record.transaction():
        record.keep(Annotated(document=document(1), version="1", statements=tuple(said)))
    assert [moment.id for moment in moments(record, Filters())] == ["statement-b", "statement-c", "statement-a"]
    record.close()


@pytest.mark.parametrize(
    ("place", "only", "wanted"),
    [
        ("Norstad", ("said", "happened", "promised", "due"), ["happened"]),
        ("sudby", ("said", "happened", "promised", "due"), ["said"]),
        ("port", ("said", "happened", "promised", "due"), ["promised", "due"]),
        (None, ("due",), ["due"]),
        ("Nord", ("happened",), []),
    ],
)
def test_by_place_and_sort(filled, place, only, wanted):
    assert [m.what for m in moments(filled, Filters(), place=place, only=only)] == wanted


PARAGRAPHS = (
    "Norland makes no salt tiles, the minister said.",
    "Ann Lee met Bo Falk in Norstad.",
    "Inspectors of the two towns opened a library.",
    "The company promised to stop selling salt tiles by June.",
    "The company promised to paint its fence by July.",
)


@pytest.fixture
def asked(fresh):
    """An answer to a question, then events and promises: of who answers, of what it is about, and of neither."""
    record = fresh()
    text = "\n".join(PARAGRAPHS)
    starts = [text.index(words) for words in PARAGRAPHS]
    spans = [Span(start, start + len(words)) for start, words in zip(starts, PARAGRAPHS, strict=True)]
    about = Proposition(
        predicate="produce",
        arguments=(
            Argument(role="agent", text="Norland", key="norland"),
            Argument(role="theme", text="salt tiles", key="salt tile"),
        ),
    )
    claim = Claim(
        id="claim-1", document="document-1", statement=None, spans=(spans[0],), text=PARAGRAPHS[0], polarity="negated",
        modality="asserted", holder=Holder(name="Ann Lee", party="Norland"), proposition=about,
    )  # fmt: skip
    events = tuple(
        Event(
            id=f"event-{number}", kind=kind, text=PARAGRAPHS[number],
            when=day(f"2021-02-0{number}", f"2021-02-0{number + 1}"),
            mentions=(Evidence(document="document-1", spans=(spans[number],)),), participants=who,
        )
        for number, kind, who in ((1, "meeting", ("Ann Lee", "Bo Falk")), (2, "launch", ("Inspectors",)))
    )  # fmt: skip
    promises = tuple(
        msgspec.structs.replace(commitment(number, day(None, f"2021-0{number + 3}-01", "by then", "month")),
                                spans=(spans[number],), parties=("Salt Works",), announced=None)
        for number in (3, 4)
    )  # fmt: skip
    found = msgspec.structs.replace(
        document(1), text=text, blocks=tuple(Block(kind="paragraph", start=s.start, end=s.end) for s in spans)
    )
    minister = Entity(
        id="entity-lee", kind="person", name="Ann Lee", party="Norland",
        mentions=(Mention(document="document-1", start=starts[1], end=starts[1] + 7),),
    )  # fmt: skip
    with record.transaction():
        record.keep(Annotated(document=found, version="1", events=events, commitments=promises, claims=(claim,),
                              entities=(minister,)))  # fmt: skip
        record.put_questions([Question(id="question-1", text="Does Norland make salt tiles?", claims=("claim-1",))])
    yield record
    record.close()


def test_a_question_keeps_the_events_and_promises_that_belong_to_it(asked):
    found = list(moments(asked, Filters(question="salt tiles")))
    assert [(m.what, m.item.id) for m in found] == [("happened", "event-1"), ("due", "commitment-3")]
    assert list(moments(asked, Filters(question="water"))) == []
    assert [m.what for m in moments(asked, Filters(question="question-1", party="Esk"))] == []


@pytest.mark.parametrize("party", ["Norland", "norland", "Bo Falk"])
def test_a_partys_events_are_those_of_who_speaks_for_it(asked, party):
    assert [m.item.id for m in moments(asked, Filters(party=party), only=("happened",))] == ["event-1"]


def test_the_export_tells_an_event_once_and_an_import_gives_both_accounts_back(filled, tmp_path):
    export_jsonl(filled, tmp_path)
    (line,) = [json.loads(text) for text in (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [mention["document"] for mention in line["mentions"]] == ["document-1", "document-2"]
    assert sorted(part["id"] for part in line["parts"]) == ["event-1", "event-2"]
    assert line["status"] == "happened"


def test_an_event_that_is_only_foreseen_is_called_planned(filled):
    told = next(m for m in moments(filled, Filters()) if m.what == "happened")
    ahead = told._replace(item=msgspec.structs.replace(told.item, status="planned"))
    assert [row[1] for row in rows([told, ahead], Sources(filled))] == ["happened", "planned"]
    assert "<td>Planned</td>" in timeline_page.page([ahead], Sources(filled))


def test_at_most_so_many(filled):
    assert len(list(moments(filled, Filters(limit=2)))) == 2


def unfolded(calendar):
    return calendar.decode().replace("\r\n ", "").split("\r\n")


def test_deadlines_in_a_calendar(filled):
    written = calendars.icalendar(filled.commitments(), Sources(filled))
    lines = unfolded(written)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert "DTSTART;VALUE=DATE:20210531" in lines
    assert "DTEND;VALUE=DATE:20210601" in lines
    assert "SUMMARY:Due: Ann Lee: open the port" in lines
    (description,) = [line for line in lines if line.startswith("DESCRIPTION:")]
    assert "open the port\\; <b>by</b> “May”\\, 2021" in description
    assert "\\nBy: by May\\n" in description
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert written.count(b"BEGIN:VEVENT") == written.count(b"END:VEVENT") == 1


def test_a_calendar_program_reads_it(filled):
    (entry,) = icalendar.Calendar.from_ical(calendars.icalendar(filled.commitments(), Sources(filled))).walk("VEVENT")
    assert entry["UID"] == "commitment-1@onrecord"
    assert entry.decoded("DTSTART").isoformat() == "2021-05-31"
    assert str(entry["SUMMARY"]) == "Due: Ann Lee: open the port"


def test_an_undertaking_without_a_day_is_in_no_calendar(filled):
    undated = [commitment(2, None), commitment(3, day(None, None, "31 February"))]
    assert b"VEVENT" not in calendars.icalendar(undated, Sources(filled))


@settings(max_examples=50, deadline=None)
@given(action=st.text(max_size=300))
def test_no_words_break_a_calendar(action):
    due = msgspec.structs.replace(commitment(1, day("2021-05-01", "2021-05-02")), action=action)
    written = calendars.icalendar([due], Sources(One()))
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    lines = unfolded(written)
    assert all(re.match(r"[A-Z]+[;:]", line) for line in lines if line)
    assert lines.count("BEGIN:VEVENT") == 1


def test_the_page_is_well_formed_and_holds_every_moment(filled):
    written = timeline_page.page(moments(filled, Filters()), Sources(filled), title="A <record>")
    tree = ElementTree.fromstring(re.sub(r"<!doctype html>|<meta[^>]*>", "", written).strip())
    assert written.count("<tr id=") == 4
    assert len(tree.findall(".//svg/a")) == 4
    assert {link.get("href").removeprefix("#") for link in tree.findall(".//svg/a")} == {
        row.get("id") for row in tree.findall(".//tbody/tr")
    }
    assert "Paper &lt;1&gt;" in written
    assert "<script" not in written
    assert "http" not in written.replace("http://www.w3.org", "")


def test_a_page_without_days():
    assert "Nothing here has a day" in timeline_page.page([], Sources(One()))


def test_graphml_leads_from_each_edge_to_its_words(filled):
    written = graphs.graphml(network_of(filled, Filters()), Sources(filled))
    space = {"g": graphs.GRAPHML}
    tree = ElementTree.fromstring(written)
    declared = {key.get("id") for key in tree.findall("g:key", space)}
    (edge,) = tree.findall(".//g:edge", space)
    data = {item.get("key"): item.text for item in edge.findall("g:data", space)}
    assert set(data) <= declared
    assert data["edge-relations"] == "relation-1 relation-2"
    assert WORDS[:16] in data["edge-words"]
    assert {edge.get("source"), edge.get("target")} == {n.get("id") for n in tree.findall(".//g:node", space)}


def test_follow_the_money_has_an_entity_a_node_and_a_link_a_tie(filled):
    lines = [
        msgspec.json.decode(line) for line in graphs.follow_the_money(network_of(filled, Filters()), Sources(filled))
    ]
    assert sorted(line["schema"] for line in lines) == ["LegalEntity", "LegalEntity", "UnknownLink"]
    link = lines[-1]["properties"]
    assert {link["subject"][0], link["object"][0]} == {line["id"] for line in lines[:2]}
    assert link["publisher"] == ["Paper <1>", "Paper <2>"]


def told_on(days):
    """A statement a day, each of some words."""
    return [
        Moment(
            order=Order(start, start, -1, start, "document-1", number), start=start, end=start,
            id=f"statement-{number}", what="said",
            when=Interval(start=start, end=None, precision="day", text=start),
            item=Statement(
                id=f"statement-{number}", document="document-1", content=(Span(0, 7),), manner="turn",
            ),
        )
        for number, start in enumerate(days)
    ]  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.lists(st.dates(), min_size=1, max_size=40))
def test_days_stand_in_their_order_within_the_chart(days):
    known = sorted(set(days))
    across = [timeline_chart.places(known)[day] for day in known]
    assert all(one < other for one, other in pairwise(across))
    assert across[0] > timeline_chart.LEFT
    assert across[-1] < timeline_chart.WIDTH


def test_marks_of_one_day_do_not_cover_each_other_and_those_without_room_are_counted():
    found = told_on(["2021-02-03"] * 12)
    tree = ElementTree.fromstring(timeline_chart.chart(found, Sources(One())))
    marks = [(mark.get("cx"), mark.get("cy")) for mark in tree.iter("circle")]
    assert len(marks) == len(set(marks)) == timeline_chart.STACK - 1
    (more,) = [link for link in tree.iter("a") if link.find("text") is not None]
    assert (more.get("href"), more.find("text").text) == ("#moment-8", "+4")


def test_days_far_apart_leave_room_for_those_that_are_near():
    found = told_on(["1990-01-01", "2021-02-03", "2021-02-04", "2021-02-05"])
    tree = ElementTree.fromstring(timeline_chart.chart(found, Sources(One())))
    across = [float(mark.get("cx")) for mark in tree.iter("circle")]
    assert all(other - one > 10 for one, other in pairwise(across))


def test_a_page_shows_the_words_of_every_report_of_an_event(filled):
    written = timeline_page.page(moments(filled, Filters(), only=("happened",)), Sources(filled))
    assert written.count("<li>") == 2
    assert "Paper &lt;2&gt;: “Ann Lee”" in written


def test_what_no_calendar_has_stands_last_as_written_and_is_flagged(fresh):
    written = Interval(start=None, end=None, precision="day", text="31 June")
    event = Event(
        id="event-1", kind="meeting", text="Lee met Falk", when=written,
        mentions=(Evidence(document="document-1", spans=(Span(0, 7),)),), doubts=("impossible_date",),
    )  # fmt: skip
    late = commitment(1, day("2020-01-01", "2020-01-02"), doubts=("due_before_announced",))
    never = commitment(2, written, doubts=("impossible_date",))
    open_ended = commitment(3, Interval(start=None, end=None, precision="day", text="one day"))
    record = fresh()
    with record.transaction():
        record.keep(
            Annotated(document=document(1), version="1", events=(event,), commitments=(late, never, open_ended))
        )
    found = list(moments(record, Filters(), only=("happened", "due")))
    assert [(moment.what, moment.id) for moment in found] == [
        ("due", "commitment-1"), ("due", "commitment-2"), ("happened", "event-1")
    ]  # fmt: skip
    told = list(rows(found, Sources(record)))
    assert told[0][3].endswith("[due before it was announced]")
    assert [row[0] for row in told[1:]] == ["“31 June” (undated)"] * 2
    assert all(row[3].endswith("[no such day]") for row in told[1:])
    assert timeline_page.page(found, Sources(record)).count("<tr id=") == 3
    assert calendars.icalendar([never], Sources(record)).count(b"VEVENT") == 0
    record.close()
