"""What to judge next, and what two people said apart."""

import pytest

from onrecord.model.findings import Checks, Finding
from onrecord.record import Record, queueing, reviewing


def finding(name, kind="contradiction", score=0.5, question=None):
    return Finding(
        id=f"finding-{name}", kind=kind, items=(f"claim-{name}",), evidence=(), question=question, same_speaker=False,
        checks=Checks(), reason="They differ.", score=score, method="m", version="1",
    )  # fmt: skip


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "onrecord.db") as record:
        record.put_findings(
            [
                finding("sure", score=0.98),
                finding("open", score=0.5),
                finding("quote", kind="quote_variance"),
                *(finding(f"many{n}", question="question-1") for n in range(4)),
            ]
        )
        yield record


def order(record, **more):
    found = record.look(queueing.findings_to_judge, without=frozenset(), limit=20, **more)
    return [one.item.removeprefix("finding-") for one in found]


def test_what_stands_alone_and_is_open_comes_before_the_sure_and_the_crowded(record):
    found = order(record)
    assert found[0] == "open"
    assert found.index("sure") < found.index("many0")
    assert found.index("quote") < found.index("many0")


def test_what_is_judged_is_stepped_over_and_pages_go_on(record):
    everything = order(record)
    without = frozenset({f"finding-{everything[0]}"})
    first = record.look(queueing.findings_to_judge, without=without, limit=2)
    second = record.look(queueing.findings_to_judge, without=without, limit=20, offset=2)
    assert [one.item.removeprefix("finding-") for one in (*first, *second)] == everything[1:]
    assert order(record, kind="quote_variance") == ["quote"]


def test_items_come_by_how_much_rests_on_them(record):
    record.put_findings([finding("sure2", score=0.9)])
    found = record.look(queueing.items_to_judge, "claim", without=frozenset({"claim-open"}), limit=3)
    assert len(found) == 3
    assert all(one.rests == 1 for one in found)
    assert "claim-open" not in [one.item for one in found]


def test_two_people_judge_apart_and_an_undo_takes_back_ones_own(record):
    record.review("finding-open", "accept", "Ana")
    record.review("finding-open", "reject", "Bo")
    said = record.look(reviewing.by_reviewer)["finding-open"]
    assert {name: review.verdict for name, review in said.items()} == {"Ana": "accept", "Bo": "reject"}
    record.undo("Bo")
    assert list(record.look(reviewing.by_reviewer)["finding-open"]) == ["Ana"]
    record.review("finding-open", "note", "Cy", "hm")
    assert list(record.look(reviewing.by_reviewer)["finding-open"]) == ["Ana"]
