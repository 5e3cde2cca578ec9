"""Events that several documents tell of are one, with each account kept."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing.eventaccounts import Names
from onrecord.comparing.happenings import happenings
from onrecord.model.items import Event
from onrecord.model.spans import Evidence, Span
from onrecord.model.times import Interval


def event(number, document, *, kind="meeting", start="2021-05-04", end="2021-05-05", place=None, who=("Ann Lee",)):
    return Event(
        id=f"event-{number}", kind=kind, text=f"account {number}",
        mentions=(Evidence(document=f"document-{document}", spans=(Span(0, 5),)),),
        when=Interval(start=start, end=end, precision="day", text="that day") if start else None,
        place=place, participants=who,
    )  # fmt: skip


def ids(found):
    return sorted(tuple(account.id for account in one.accounts) for one in found)


SAME = [event(1, 1), event(2, 2, place="Norstad"), event(3, 3, start="2021-05-01", end="2021-06-01")]


def test_one_meeting_in_three_documents_is_told_once():
    (one,) = happenings(SAME)
    assert len(one.accounts) == 3
    assert (one.when.start, one.place) == ("2021-05-04", "Norstad")


def test_the_time_of_day_is_taken_from_the_account_that_tells_it():
    morning = Interval(start="2021-05-04", end="2021-05-05", precision="day", text="Tuesday morning")
    (one,) = happenings([event(1, 1), msgspec.structs.replace(event(2, 2), when=morning)])
    assert one.when == morning


def test_what_differs_in_sort_day_place_or_people_stays_apart():
    others = [
        event(2, 2, kind="arrest"), event(3, 3, start="2021-05-06", end="2021-05-07"), event(4, 4, who=("Bo Falk",)),
        event(5, 5, start=None, end=None), event(6, 1),
    ]  # fmt: skip
    assert len(happenings([event(1, 1), *others])) == 6
    assert len(happenings([event(1, 1, place="Norstad"), event(2, 2, place="Sudby")])) == 2


def test_a_vague_account_that_fits_two_events_joins_neither():
    month = event(3, 3, start="2021-05-01", end="2021-06-01")
    found = happenings([event(1, 1), event(2, 2, start="2021-05-20", end="2021-05-21"), month])
    assert len(found) == 3


TWO_REPORTS = [
    event(1, 1), event(2, 2), event(3, 1, kind="press_conference", who=("Bo Falk",), place="Norstad"),
    event(4, 2, kind="press_conference", who=("Officials of both towns",)),
]  # fmt: skip


def test_what_names_nobody_joins_the_only_one_of_its_day_where_two_reports_share_another_event():
    assert ids(happenings(TWO_REPORTS)) == [("event-1", "event-2"), ("event-3", "event-4")]
    strangers = [event(2, 2, who=("Cy Dorn",)), *TWO_REPORTS[2:], TWO_REPORTS[0]]
    assert len(happenings(strangers)) == 4
    second = event(5, 1, kind="press_conference", who=("Cy Dorn",))
    assert len(happenings([*TWO_REPORTS, second])) == 4
    elsewhere = msgspec.structs.replace(TWO_REPORTS[3], place="Sudby")
    assert len(happenings([*TWO_REPORTS[:3], elsewhere])) == 3


def test_other_names_of_one_participant():
    found = happenings([event(1, 1), event(2, 2, who=("A. Lee",))], Names(lambda name: name.split()[-1].lower()))
    assert len(found) == 1


@settings(max_examples=30, deadline=None)
@given(st.permutations([*SAME, event(4, 4, kind="arrest"), event(5, 5, who=("Bo Falk", "Ann Lee"))]))
def test_the_order_of_events_tells_nothing(order):
    assert ids(happenings(order)) == ids(happenings(sorted(order, key=lambda e: e.id)))


def test_what_befalls_a_person_once_needs_no_day():
    arrest = event(1, 1, kind="arrest", who=("Bo Falk", "Police"))
    undated = event(2, 2, kind="arrest", start=None, end=None, who=("Bo Falk",))
    assert ids(happenings([arrest, undated])) == [("event-1", "event-2")]
    assert len(happenings([arrest, event(3, 3, kind="meeting", start=None, end=None, who=("Bo Falk",))])) == 2


def test_a_place_that_is_struck_and_a_whole_country_exclude_nothing():
    blast = event(1, 1, kind="attack", place="Norstad", who=("people",))
    other = event(2, 2, kind="attack", place="Norstad harbour", who=("Black Dawn",))
    assert len(happenings([blast, other])) == 1
    assert len(happenings([event(1, 1, place="Canada"), event(2, 2, place="Norstad")])) == 1


def test_a_meeting_of_two_states_is_that_of_their_ministers():
    party = {"Ann Lee": "Norland", "Bo Falk": "Sudland", "Norland": "Norland", "Sudland": "Sudland"}.get
    names = Names(party=party, is_person=lambda name: " " in name)
    ministers, states = event(1, 1, who=("Ann Lee", "Bo Falk")), event(2, 2, who=("Norland", "Sudland"))
    assert len(happenings([ministers, states], names)) == 1
    assert len(happenings([ministers, event(2, 2, who=("Norland",))], names)) == 2


def test_of_two_events_the_better_fit_takes_the_account():
    one, two = event(1, 1, who=("Ann Lee", "Bo Falk")), event(2, 1, who=("Ann Lee",))
    account = event(3, 2, who=("Ann Lee", "Bo Falk"))
    assert ids(happenings([one, two, account])) == [("event-1", "event-3"), ("event-2",)]


def test_a_plan_and_what_became_of_it_are_one_that_happened():
    plan = msgspec.structs.replace(event(1, 1), status="planned")
    (one,) = happenings([plan, event(2, 2)])
    assert one.status == "happened"


def test_who_is_arrested_parts_two_arrests_by_one_force():
    who = [("Norstad police", "Ann Lee"), ("Norstad police", "Bo Falk"), ("Norstad police", "Ann Lee", "Officers")]
    arrests = [event(n, n, kind="arrest", place="Norstad", who=names) for n, names in enumerate(who, 1)]
    assert ids(happenings(arrests)) == [("event-1", "event-3"), ("event-2",)]


def test_what_is_bought_parts_two_deals_of_one_buyer_on_one_day():
    texts = ["Torv agreed to buy the mine of Alp Farms", "Torv agreed to buy the mill of Holm Foods",
             "The takeover of Alp Farms by Torv"]  # fmt: skip
    kinds = ["agreement", "agreement", "acquisition"]
    deals = [
        msgspec.structs.replace(event(n, n, kind=kind, who=("Torv",)), text=text)
        for n, (kind, text) in enumerate(zip(kinds, texts, strict=True), 1)
    ]
    assert ids(happenings(deals)) == [("event-1", "event-3"), ("event-2",)]


def test_a_vote_is_one_where_one_account_names_the_place_and_the_other_its_house():
    votes = [
        event(1, 1, kind="vote", place="Norstad", who=("lawmakers in Norstad",)),
        event(2, 2, kind="vote", who=("Norstad parliament",)), event(3, 3, kind="vote", who=("Sudby parliament",)),
    ]  # fmt: skip
    assert ids(happenings(votes)) == [("event-1", "event-2"), ("event-3",)]


def deed(number, document, text, trigger, **given):
    return msgspec.structs.replace(event(number, document, kind="other", **given), text=text, trigger=trigger)


def test_deeds_of_no_listed_sort_are_one_by_verb_day_people_and_thing():
    one = deed(1, 1, "Verrol shut the north furnace on 4 May", "shut", who=("Verrol",))
    same = deed(2, 2, "Verrol closed its north furnace on Tuesday", "close", who=("Verrol",))
    nobody = deed(3, 3, "the north furnace was shut", "shut", who=())
    apart = [
        deed(4, 4, "Verrol sold the north furnace on 4 May", "sell", who=("Verrol",)),
        deed(5, 5, "Verrol closed its warehouse on Tuesday", "close", who=("Verrol",)),
        deed(6, 6, "Tessic closed its north furnace on Tuesday", "close", who=("Tessic",)),
        deed(7, 7, "Verrol closed its north furnace", "close", who=("Verrol",), start="2021-05-01", end="2021-06-01"),
    ]
    assert ids(happenings([one, same, nobody, *apart])) == [
        ("event-1", "event-2", "event-3"), ("event-4",), ("event-5",), ("event-6",), ("event-7",),
    ]  # fmt: skip


def test_meetings_of_one_person_with_others_on_a_day_are_two():
    found = happenings([event(1, 1, who=("Ann Lee", "Bo Falk")), event(2, 2, who=("Ann Lee", "Cy Dorn"))])
    assert len(found) == 2
    surname = Names(is_person=lambda name: True)
    assert len(happenings([event(1, 1, who=("Ann Lee", "Bo Falk")), event(2, 2, who=("Lee", "Bo Falk"))], surname)) == 1


def test_leaders_of_two_states_are_those_who_lead_them():
    party = {"Ann Lee": "Norland", "Bo Falk": "Sudland"}.get
    ministers = event(1, 1, who=("Ann Lee", "Bo Falk"))
    leaders = event(2, 2, who=("leaders of Norland and Sudland",))
    assert len(happenings([ministers, leaders], Names(party=party))) == 1
    others = event(2, 2, who=("leaders of Norland and Westmark",))
    assert len(happenings([ministers, others], Names(party=party))) == 2


def test_a_court_is_no_person_whom_two_convictions_share():
    one = event(1, 1, kind="conviction", who=("court in Port Hale", "Dora Lind"), place="Port Hale")
    other = event(2, 2, kind="conviction", who=("court in Port Hale", "Emil Rask"), place="Port Hale")
    assert len(happenings([one, other])) == 2


def seized(number, document, words, **given):
    return msgspec.structs.replace(event(number, document, kind="seizure", **given), text=words)


def test_amounts_tell_seizures_of_one_place_and_day():
    one = seized(1, 1, "Officers seized 2,300 kilograms of hay in Kolm", place="Kolm", who=("Customs",))
    same = seized(2, 2, "The seizure of 2,250 kilograms at Kolm", place="Kolm", who=())
    other = seized(2, 2, "Officers seized 400 kilograms at Kolm", place="Kolm", who=("Customs",))
    assert len(happenings([one, same])) == 1
    assert len(happenings([one, other])) == 2


def test_two_publications_of_one_ministry_on_a_day_have_something_else_in_common_if_they_are_one():
    texts = ["The ministry published a report on bridges", "The ministry's report on bridges, published on Monday",
             "The ministry released figures for tunnels"]  # fmt: skip
    told = [
        msgspec.structs.replace(
            event(n, n, kind="announcement", who=("ministry",)),
            text=words,
            trigger="release" if "released" in words else "publish",
        )
        for n, words in enumerate(texts, 1)
    ]
    assert ids(happenings(told)) == [("event-1", "event-2"), ("event-3",)]


def test_miners_who_walk_out_and_miners_who_march_are_two():
    walkout = event(1, 1, kind="strike", who=("miners",), place="neighbouring pits")
    assert len(happenings([walkout, event(2, 2, kind="protest", who=("miners",), place="town")])) == 2


UNDATED = event(2, 2, start=None, end=None, who=("Ann Lee", "Bo Falk"))
MET = event(1, 1, who=("Ann Lee", "Bo Falk", "Cy Dorn"))


def published(day):
    return Names(published={"document-2": day}.get)


def test_what_gives_no_day_joins_the_only_meeting_of_its_people_in_the_days_before():
    assert len(happenings([MET, UNDATED], published("2021-05-06"))) == 1
    assert len(happenings([MET, UNDATED], published("2021-07-06"))) == 2
    assert len(happenings([MET, UNDATED], published("2021-05-02"))) == 2
    assert len(happenings([MET, UNDATED])) == 2
    planned = msgspec.structs.replace(UNDATED, status="planned")
    assert len(happenings([MET, planned], published("2021-05-02"))) == 1


def test_what_gives_no_day_joins_neither_of_two_meetings_of_its_people():
    again = event(3, 3, start="2021-05-05", end="2021-05-06", who=("Ann Lee", "Bo Falk"))
    assert len(happenings([MET, again, UNDATED], published("2021-05-06"))) == 3


def test_police_who_arrest_others_on_the_same_day_make_two_arrests():
    texts = [
        "Police arrested five men for theft",
        "Police arrested two women in fog",
        "The theft: police arrested five",
    ]
    told = [
        msgspec.structs.replace(event(n, n, kind="arrest", who=("police",)), text=words, trigger="arrest")
        for n, words in enumerate(texts, 1)
    ]
    assert ids(happenings(told)) == [("event-1", "event-3"), ("event-2",)]


def test_a_parliament_with_and_without_a_capital_is_one():
    budget = event(1, 1, kind="vote", who=("Parliament",))
    again = event(2, 2, kind="vote", who=("parliament",))
    assert len(happenings([msgspec.structs.replace(e, text="the budget passed") for e in (budget, again)])) == 1
    dogs = msgspec.structs.replace(again, text="a law on dogs passed")
    assert len(happenings([msgspec.structs.replace(budget, text="the budget passed", trigger="pass"), dogs])) == 1 + 1


def told(number, text, *, kind="agreement", who=(), **other):
    return msgspec.structs.replace(event(number, number, kind=kind, who=who, **other), text=text)


def test_one_body_does_two_deeds_of_a_sort_a_day_where_they_tell_of_other_things_or_people():
    office = ("Statistics Office",)
    reports = [
        told(1, "The Statistics Office published a report on wages", kind="announcement", who=office),
        told(2, "The Statistics Office published a report on marriages", kind="announcement", who=office),
        told(3, "the report on wages that the Statistics Office published", kind="announcement", who=office),
    ]
    assert ids(happenings(reports)) == [("event-1", "event-3"), ("event-2",)]
    appeals = [
        told(n, f"The Supreme Court dismissed the appeal of {name}", kind="ruling", who=("Supreme Court", name))
        for n, name in enumerate(("Bo Falk", "Cy Dorn"), 1)
    ]
    assert len(happenings(appeals, Names(is_person=lambda name: "Court" not in name))) == 2
    speeches = [
        told(1, "Ann Lee addressed a congress of farmers", kind="speech", who=("Ann Lee",)),
        told(2, "a speech to engineers", kind="speech", who=("Ann Lee",)),
        told(3, "Ann Lee's speech to farmers", kind="speech", who=("Ann Lee",)),
    ]
    assert ids(happenings(speeches)) == [("event-1", "event-3"), ("event-2",)]


def test_two_sites_of_one_town_burn_apart_and_one_site_once():
    fires = [
        told(1, "A fire destroyed a school in Norstad", kind="accident", place="Norstad"),
        told(2, "The theatre burned down in Norstad", kind="accident", place="Norstad", who=("theatre",)),
        told(3, "when the school in Norstad caught fire", kind="accident", place="Norstad", who=("school",)),
    ]
    assert ids(happenings(fires)) == [("event-1", "event-3"), ("event-2",)]


def test_a_deed_told_without_those_who_did_it_but_with_their_names_in_its_words():
    passed = told(1, "The Senate passed the bill on dams by 41 to 38", kind="vote", who=("Senate",))
    vote = told(2, "Tuesday's vote in the Senate, which approved the bill on dams", kind="vote")
    ferries = told(2, "Tuesday's vote in the Senate, which approved the bill on ferries", kind="vote")
    assert len(happenings([passed, vote])) == 1
    assert len(happenings([passed, ferries])) == 2


def test_a_bare_surname_is_whom_the_other_report_names_in_full():
    full = event(1, 1, kind="conviction", who=("Ann Lee", "Norstad court"))
    month = event(2, 2, kind="conviction", start="2021-05-01", end="2021-06-01", who=("Lee",))
    assert len(happenings([full, month], Names(is_person=lambda name: "Lee" in name))) == 1
    other = event(2, 2, kind="conviction", start="2021-05-01", end="2021-06-01", who=("Ann Falk",))
    assert len(happenings([full, other])) == 2


THURSDAY = Interval(start="2021-05-06", end="2021-05-07", precision="day", text="Thursday")


def days(published):
    return Names(published={f"document-{n}": day for n, day in enumerate(published, 1)}.get)


def test_what_struck_a_place_is_told_later_by_the_place_alone():
    quake = told(1, "An earthquake struck Norstad", kind="disaster", place="Norstad")
    later = told(2, "the quake in Norstad", kind="disaster", place="Norstad", start=None)
    assert len(happenings([quake, later], days(["2021-05-05", "2021-05-12"]))) == 1
    assert len(happenings([quake, later], days(["2021-05-05", "2021-07-12"]))) == 2
    vague = msgspec.structs.replace(later, text="a quake in Norstad")
    assert len(happenings([quake, vague], days(["2021-05-05", "2021-05-12"]))) == 2
    second = msgspec.structs.replace(told(3, "A second earthquake", kind="disaster", place="Norstad"), when=THURSDAY)
    assert len(happenings([quake, later, second], days(["2021-05-05", "2021-05-12", "2021-05-07"]))) == 3


def test_of_two_days_told_for_one_arrest_one_is_wrong_and_of_two_meetings_none():
    wednesday = msgspec.structs.replace(THURSDAY, start="2021-05-05", end="2021-05-06")
    for kind, expected in (("arrest", 1), ("meeting", 2), ("conviction", 2)):
        arrests = [
            msgspec.structs.replace(event(n, n, kind=kind), when=day) for n, day in enumerate((wednesday, THURSDAY), 1)
        ]
        assert len(happenings(arrests)) == expected
    later = msgspec.structs.replace(THURSDAY, start="2021-05-08", end="2021-05-09")
    assert (
        len(happenings([event(1, 1, kind="arrest"), msgspec.structs.replace(event(2, 2, kind="arrest"), when=later)]))
        == 2
    )


def test_a_deed_told_again_without_its_day_joins_it_in_the_same_week():
    ordered = told(1, "Ann Lee announced an inquiry into the collapse", kind="announcement", who=("Ann Lee",))
    again = told(2, "the inquiry that Ann Lee announced", kind="announcement", who=("Ann Lee",), start=None)
    assert len(happenings([ordered, again], days(["2021-05-05", "2021-05-08"]))) == 1
    assert len(happenings([ordered, again], days(["2021-05-05", "2021-06-08"]))) == 2
    budget = msgspec.structs.replace(again, text="Ann Lee announced the budget")
    assert len(happenings([ordered, budget], days(["2021-05-05", "2021-05-08"]))) == 2


MANY = [
    *SAME, event(4, 4, kind="arrest"), event(5, 5, kind="arrest", start="2021-05-05", end="2021-05-06"),
    told(6, "the quake in Norstad", kind="disaster", place="Norstad", start=None),
    told(7, "An earthquake struck Norstad", kind="disaster", place="Norstad"),
    told(8, "Ann Lee announced an inquiry", kind="announcement", who=("Ann Lee",), start=None),
    told(9, "the inquiry that Ann Lee announced", kind="announcement", who=("Ann Lee",), start=None),
]  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.permutations(MANY))
def test_the_order_of_events_tells_nothing_of_those_without_a_day_either(order):
    names = days(["2021-05-05"] * 9)
    assert ids(happenings(order, names)) == ids(happenings(MANY, names))
    assert sorted(a.id for one in happenings(order, names) for a in one.accounts) == sorted(e.id for e in MANY)


def test_an_amount_is_one_in_the_words_of_either_report():
    seized = told(1, "Customs seized 38 kilograms of gold in Norstad", kind="seizure", who=("gold",), place="Norstad")
    kilos = told(2, "the 38 kilos of gold seized in Norstad", kind="seizure", who=("gold",), place="Norstad")
    less = told(2, "the 12 kilos of gold seized in Norstad", kind="seizure", who=("gold",), place="Norstad")
    assert len(happenings([seized, kilos])) == 1
    assert len(happenings([seized, less])) == 2
