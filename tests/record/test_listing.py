"""Filters mean the same for every kind, and ids are found by their beginnings."""

import pytest

from onrecord.model.errors import UsageError
from onrecord.model.findings import Position, Question
from onrecord.model.identity import content_id
from onrecord.record import Filters
from reports import told

DENIAL = "Ana Okoro of Norland said: “We do not ship grain to Sudonia.”"
COUNT = "Sudonia counts 40 ships a month."
PROMISE = "Norland promised to open the books by June."


@pytest.fixture
def three(record):
    """A denial in The Quay, a count in Delta Post a month later, a promise without a date."""
    record.keep(told(DENIAL, day="2024-03-07", outlet="The Quay"))
    record.keep(told(COUNT, day="2024-04-09", outlet="Delta Post"))
    record.keep(told(PROMISE, day=None, outlet=None))
    return record


CASES = [
    ("statements", {"speaker": "okoro"}, 1),
    ("statements", {"speaker": "OKORÓ ana"}, 1),
    ("statements", {"speaker": "oko"}, 0),
    ("statements", {"party": "norland"}, 1),
    ("statements", {"party": "land"}, 0),
    ("statements", {"kind": "denies"}, 1),
    ("statements", {"kind": "direct"}, 1),
    ("statements", {"since": "2024", "until": "2024-03"}, 1),
    ("statements", {"since": "2024-03-08"}, 0),
    ("statements", {"until": "2024-03-07"}, 1),
    ("statements", {"text": "ship GRAIN"}, 1),
    ("statements", {"text": '"grain ship"'}, 0),
    ("statements", {"outlet": "quay"}, 1),
    ("statements", {"outlet": "delta"}, 0),
    ("claims", {"party": "Norland", "kind": "negated"}, 1),
    ("claims", {"text": "norland does not"}, 1),
    ("claims", {"question": "ship grain?"}, 1),
    ("claims", {"question": "question-none"}, 0),
    ("statements", {"question": "ship"}, 1),
    ("figures", {"measure": "ships"}, 1),
    ("figures", {"measure": "trucks"}, 0),
    ("figures", {"party": "Sudonia", "since": "2024-04"}, 1),
    ("commitments", {"party": "Norland"}, 1),
    ("commitments", {"since": "2020"}, 0),
    ("commitments", {"kind": "pledge", "text": "books"}, 1),
    ("events", {"party": "Norland"}, 1),
    ("events", {"speaker": "Sudonia"}, 0),
    ("relations", {"kind": "count"}, 1),
    ("entities", {"speaker": "okoro", "party": "Norland", "kind": "person"}, 1),
    ("entities", {"kind": "place"}, 0),
    ("documents", {"outlet": "Delta Post"}, 1),
    ("documents", {"speaker": "okoro"}, 1),
    ("documents", {"since": "2024-03", "until": "2024-04"}, 2),
    ("documents", {"measure": "ships"}, 1),
    ("documents", {"limit": 2}, 2),
    ("documents", {}, 3),
    ("questions", {"speaker": "okoro"}, 1),
    ("questions", {"outlet": "delta"}, 0),
    ("questions", {"question": "grain"}, 1),
]


@pytest.mark.parametrize(("kind", "filters", "count"), CASES, ids=str)
def test_a_filter_lets_through(three, kind, filters, count):
    (claim,) = three.claims()
    made = Question(id=content_id("question", "q"), text="Does Norland ship grain?", claims=(claim.id,))
    three.put_questions([made])
    assert len(list(getattr(three, kind)(Filters(**filters)))) == count


def test_everything_comes_by_date_and_what_has_none_comes_last(three):
    assert [d.text for d in three.documents()] == [DENIAL, COUNT, PROMISE]
    by_id = list(three.documents(by_id=True))
    assert [d.id for d in by_id] == sorted(d.id for d in by_id)


def test_an_item_is_found_by_the_beginning_of_its_id(three):
    (claim,) = three.claims()
    assert three.get(claim.id) == three.get(claim.id[:12]) == claim
    assert three.document(claim.document[:14]).id == claim.document


@pytest.mark.parametrize(
    ("name", "code"), [("claim-", None), ("nothing-1", "E520"), ("document-", "E521"), ("%", "E520"), ("", "E520")]
)
def test_an_id_that_names_nothing_or_several_says_so(three, name, code):
    if code is None:
        assert three.get(name).id.startswith(name)
        return
    with pytest.raises(UsageError, match=code):
        three.get(name)


def test_one_entity_is_merged_from_what_documents_say_of_it(record):
    first, second = told(DENIAL), told(DENIAL + " Ana Okoro left.")
    record.keep(first)
    record.keep(second)
    (entity,) = record.entities()
    assert {mention.document for mention in entity.mentions} == {first.document.id, second.document.id}
    assert [part.name for _, part in record.entity_parts()] == ["Ana Okoro"] * 2
    record.remove(first.document.id)
    (entity,) = record.entities()
    assert {mention.document for mention in entity.mentions} == {second.document.id}


def test_a_claim_points_to_its_question_until_that_goes(three):
    (claim,) = three.claims()
    position = Position(party="Norland", holder=None, answer="no", since=None, claims=(claim.id,))
    made = Question(id=content_id("question", "q"), text="Does it?", claims=(claim.id,), positions=(position,))
    three.put_questions([made])
    assert three.get(made.id) == made
    assert three.get(claim.id).question == made.id
    three.put_questions([Question(id=made.id, text="Does it?", claims=())])
    assert three.get(claim.id).question is None
    three.put_questions([made])
    three.drop_questions([made.id])
    assert three.get(claim.id).question is None
    assert three.counts()["question"] == 0
