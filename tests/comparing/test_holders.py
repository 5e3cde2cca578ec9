"""Whom an office means on a day, by what the documents of a record tell of who held it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing.holders import Holders, is_named, named_office
from onrecord.model.items import Entity, Role


def person(name, *roles, party=None):
    return Entity(id=f"entity-{name}", kind="person", name=name, roles=roles, party=party)


def president(since=None, until=None, title="President"):
    return Role(title=title, organisation="Peru", since=since, until=until)


TOLD = [
    ("2019-03-01", person("Ana Quispe", president())),
    ("2021-08-02", person("Ana Quispe", president(title="Former President"))),
    ("2021-08-02", person("Bo Falk", president(since="2021-07-28"))),
    ("2021-08-02", person("Cy Dorn", Role(title="Trade Minister"), party="Norway")),
    ("2022-01-10", person("Cy Dorn", Role(title="ex-Trade Minister"), party="Norway")),
    ("2022-01-10", person("Di Moss", Role(title="incoming mayor", organisation="Peru"))),
]
HOLDERS = Holders(TOLD, {})


@pytest.mark.parametrize(
    ("words", "day", "who"),
    [
        ("the president of Peru", "2019-06-01", "Ana Quispe"),
        ("Peru's president", "2021-09-01", "Bo Falk"),
        ("Peruvian President", "2021-09-01", "Bo Falk"),
        ("the former president of Peru", "2021-09-01", "Ana Quispe"),
        ("Peru’s ex-president", "2021-09-01", "Ana Quispe"),
        ("the former president of Peru", "2019-06-01", None),
        ("then-President of Peru", "2019-06-01", "Ana Quispe"),
        ("the outgoing president of Peru", "2021-09-01", "Bo Falk"),
        ("Norway's ex-minister", "2022-02-01", "Cy Dorn"),
        ("Norway's trade minister", "2021-09-01", "Cy Dorn"),
        ("Norway's trade minister", "2022-02-01", None),
        ("Norway's vice president", "2021-09-01", None),
        ("the vice president of Peru", "2021-09-01", None),
        ("the president of Norway", "2021-09-01", None),
        ("Peru's incoming mayor", "2022-01-20", "Di Moss"),
        ("Peru's mayor-elect", "2023-01-20", None),
        ("the president of Peru", "2024-09-01", None),
        ("the former player", "2021-09-01", None),
        ("", "2021-09-01", None),
    ],
)
def test_whom_an_office_means(words, day, who):
    meant = HOLDERS.meant(words, day)
    assert (meant.entity if meant else None) == (f"entity-{who}" if who else None)


def test_without_a_country_only_those_of_the_document_count():
    assert HOLDERS.meant("the president", "2021-09-01") is None
    assert HOLDERS.meant("the president", "2021-09-01", ["Norway"]) is None
    assert HOLDERS.meant("the president", "2021-09-01", ["Peru", "Norway"]).entity == "entity-Bo Falk"


def test_two_who_fit_are_nobody():
    twice = Holders([*TOLD, ("2021-08-03", person("Eva Roth", president(title="former president")))], {})
    assert twice.meant("Peru's former president", "2021-09-01") is None


def test_names_that_are_one_are_one_holder():
    more = [*TOLD, ("2021-08-03", person("A. Quispe Soler", president(title="former president")))]
    one = Holders(more, {"entity-A. Quispe Soler": "entity-Ana Quispe"})
    assert one.meant("Peru's former president", "2021-09-01").entity == "entity-Ana Quispe"


def test_offices_change_hands_with_their_dates():
    listed = {(office, country): holders for office, country, holders in HOLDERS.offices()}
    assert listed["President", "Peru"] == [("Ana Quispe", "2019-03-01", "2021-07-28"), ("Bo Falk", "2021-07-28", None)]


@pytest.mark.parametrize(
    ("name", "named"), [("Ana Quispe", True), ("Peru's Foreign Minister", False), ("a man", False)]
)
def test_a_description_is_no_name(name, named):
    assert is_named(name) == named


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["2019-06-01", "2021-09-01", None]))
def test_any_words_are_answered(words, day):
    named_office(words)
    assert HOLDERS.meant(words, day, ["Peru"]) is None or named_office(words) is not None


@pytest.mark.parametrize(
    ("day", "who"),
    [("2024-01-15", "Eva Lind"), ("2022-01-15", None), ("2024-06-01", "Fay Ruud"), ("2024-03-03", "Eva Lind")],
)
def test_then_is_who_left_the_office_next(day, who):
    told = [
        ("2024-03-05", person("Eva Lind", Role(title="mayor", organisation="Peru", until="2024-03-04"))),
        ("2024-03-05", person("Fay Ruud", Role(title="mayor", organisation="Peru", since="2024-03-04"))),
    ]
    meant = Holders(told, {}).meant("the then mayor of Peru", day)
    assert (meant.entity if meant else None) == (f"entity-{who}" if who else None)
