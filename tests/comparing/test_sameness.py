"""Entities that are one: by the shape of names, by people's decisions, undone and later ones included."""

from itertools import permutations

import pytest

from onrecord.comparing.sameness import Decision, Sameness, Told, decisions, parted
from onrecord.model.findings import Review
from onrecord.model.items import Entity
from onrecord.record.speaking import Bearer


def entity(name, kind="person", **others):
    return Entity(id=f"entity-{name}", kind=kind, name=name, aliases=(name,), **others)


def review(number, item, verdict="edit", **others):
    return Review(id=f"review-{number}", item=item, verdict=verdict, by="Eva", at=f"2025-01-0{number}", **others)


PEOPLE = [entity("Ana Ruiz"), entity("Ana Ruiz Soler"), entity("Bo Falk")]


def test_short_and_full_names_are_one_person():
    same = Sameness(PEOPLE)
    assert same.of("entity-Ana Ruiz") == same.of("entity-Ana Ruiz Soler") == "entity-Ana Ruiz Soler"
    assert same.of("entity-Bo Falk") == "entity-Bo Falk"
    assert same.called()["ana ruiz"].name == "Ana Ruiz Soler"


def test_descriptions_are_no_names():
    people = [
        entity("Norland officials"),
        entity("Norland border officials"),
        entity("Ana de la Ruiz"),
        entity("Ana Ruiz"),
    ]
    assert [len(members) for _, members in Sameness(people).groups()] == [2, 1, 1]


def test_an_office_that_means_a_person_is_that_person_unless_somebody_splits_them():
    people = [*PEOPLE, entity("Peru's former trade minister")]
    told = Told(people[3].id, "entity-Bo Falk", "the only one known as trade minister of Peru")
    same = Sameness(people, offices=[told])
    assert same.of(people[3].id) == "entity-Bo Falk"
    assert same.entity(people[3].id).name == "Bo Falk"
    split = Decision("entity-Bo Falk", people[3].id, False, "Eva", "review-1")
    assert Sameness(people, [split], [told]).of(people[3].id) == people[3].id


def test_initials_are_the_one_organisation_that_goes_by_them():
    board = Entity(id="entity-1", kind="organisation", name="Harbour Safety Board", aliases=("HSB",))
    short, other = (
        entity("HSB", "organisation"),
        Entity(id="entity-2", kind="organisation", name="Hill Ski Bureau", aliases=("HSB",)),
    )
    assert Sameness([board, short]).of(short.id) == board.id
    assert Sameness([board, short, other]).of(short.id) == short.id


def test_organisations_are_one_only_by_decision():
    bodies = [entity("Port Authority", "organisation"), entity("Harbour Board", "organisation")]
    assert Sameness(bodies).of(bodies[0].id) != Sameness(bodies).of(bodies[1].id)
    merged = Sameness(bodies, [Decision(bodies[0].id, bodies[1].id, True, "Eva", "review-1")])
    assert merged.of(bodies[0].id) == merged.of(bodies[1].id)
    assert set(merged.members(bodies[0].id)) == {bodies[0].id, bodies[1].id}


def test_a_name_stands_for_whoever_is_also_called_without_one():
    people = [entity("Bo Falk"), entity("senior harbour board official")]
    merged = Sameness(people, [Decision(people[0].id, people[1].id, True, "Eva", "review-1")])
    assert merged.of(people[1].id) == people[0].id


def test_a_split_holds_against_the_names_and_the_later_decision_against_the_earlier():
    split = Decision("entity-Ana Ruiz", "entity-Ana Ruiz Soler", False, "Eva", "review-1")
    merge = Decision("entity-Ana Ruiz Soler", "entity-Ana Ruiz", True, "Eva", "review-2")
    apart = Sameness(PEOPLE, [split])
    assert apart.of("entity-Ana Ruiz") == "entity-Ana Ruiz"
    again = Sameness(PEOPLE, [split, merge])
    assert again.of("entity-Ana Ruiz") == "entity-Ana Ruiz Soler"


@pytest.mark.parametrize("order", list(permutations(PEOPLE)))
def test_the_order_of_entities_tells_nothing(order):
    assert Sameness(order).groups() == Sameness(PEOPLE).groups()


def test_a_name_that_two_entities_bear_calls_neither():
    people = [entity("Ana Ruiz"), Entity(id="entity-2", kind="organisation", name="Ruiz Ltd", aliases=("Ana Ruiz",))]
    assert "ana ruiz" not in Sameness(people).called()


def test_decisions_come_from_reviews_that_hold():
    one, other = "entity-a", "entity-b"
    given = [
        review(1, one, changes={"same_as": other}),
        review(2, one, verdict="undo", undoes="review-1"),
        review(3, one, changes={"apart_from": other}),
        review(4, one, changes={"name": "Ann"}),
    ]
    assert decisions(given) == [Decision(one, other, False, "Eva", "review-3")]
    undone = [*given[:2], review(3, one, verdict="undo", undoes="review-2")]
    assert decisions(undone) == [Decision(one, other, True, "Eva", "review-1")]


def test_a_decision_on_what_is_gone_says_nothing():
    assert Sameness(PEOPLE, [Decision("entity-x", "entity-y", True, "Eva", "review-1")]).decided == ()


def test_a_name_that_is_anothers_in_some_documents_is_two_entities():
    bo, documents = "entity-Bo Falk", ("document-a", "document-b")
    other = parted(bo, documents)
    given = [review(1, bo, changes={"another_in": list(documents)})]
    (decision,) = decisions(given)
    assert decision == Decision(bo, other, False, "Eva", "review-1", documents)
    people = [*PEOPLE, Entity(id=other, kind="person", name="Bo Falk")]
    apart = Sameness(people, [decision])
    assert apart.of(bo) != apart.of(other)
    assert "bo falk" not in apart.called()
    assert apart.bearers(bo) == (Bearer(bo, without=documents),)
    assert apart.bearers(other) == (Bearer(bo, only=documents),)
    assert apart.bearers("entity-Ana Ruiz") == (Bearer("entity-Ana Ruiz"), Bearer("entity-Ana Ruiz Soler"))
    merged = Sameness(people, [decision, *decisions([review(2, "entity-Ana Ruiz", changes={"same_as": other})])])
    assert set(merged.members(other)) == {other, "entity-Ana Ruiz", "entity-Ana Ruiz Soler"}
    assert Sameness(people, decisions([*given, review(2, bo, verdict="undo", undoes="review-1")])).parted == ()


def test_a_document_is_of_whom_the_later_decision_says():
    bo = "entity-Bo Falk"
    given = decisions([
        review(1, bo, changes={"another_in": ["document-a", "document-b"]}),
        review(2, bo, changes={"another_in": ["document-b"]}),
    ])  # fmt: skip
    others = [decision.other for decision in given]
    same = Sameness([*PEOPLE, *(Entity(id=other, kind="person", name="Bo Falk") for other in others)], given)
    assert [same.bearers(other)[0].only for other in others] == [("document-a",), ("document-b",)]


@pytest.mark.parametrize(
    "changes", [{"another_in": "document-a"}, {"another_in": []}, {"same_as": 3}, {"of": "x"}, None]
)
def test_changes_from_elsewhere_that_decide_nothing(changes):
    assert decisions([review(1, "entity-a", changes=changes)]) == []
