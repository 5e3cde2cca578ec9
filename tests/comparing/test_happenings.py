"""Events that several documents tell of are one, with each account kept."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing.happenings import Names, happenings
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


def test_other_names_of_one_participant():
    found = happenings([event(1, 1), event(2, 2, who=("A. Lee",))], Names(lambda name: name.split()[-1].lower()))
    assert len(found) == 1


@settings(max_examples=30, deadline=None)
@given(st.permutations([*SAME, event(4, 4, kind="arrest"), event(5, 5, who=("Bo Falk", "Ann Lee"))]))
def test_the_order_of_events_tells_nothing(order):
    assert ids(happenings(order)) == ids(happenings(sorted(order, key=lambda e: e.id)))
