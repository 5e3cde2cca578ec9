"""What one party says on two days, laid side by side however few words it shares."""

from onrecord.comparing.keys import loose_topic
from onrecord.comparing.movements import MOST, moved_between
from onrecord.comparing.sides import Context

MEALS = "The kitchens served every meal on time"
SHORT = "There were shortages in July"


def voiced(record, *documents):
    for annotated in documents:
        record.keep(annotated)
    claims = [annotated.claims for annotated in documents]
    sides = {
        side.claim.id: side for side in Context(record).sides([claim for told in claims for claim in told], loose_topic)
    }
    return [[sides[claim.id] for claim in told if claim.id in sides] for told in claims]


def test_words_of_one_party_on_two_days_meet_though_they_share_none(memory, says, doc) -> None:
    mine, theirs = voiced(
        memory(),
        doc("one", says(MEALS, "serve", by="Ana Orr", party="Prison Board", theme="meal"), published="2031-02-03"),
        doc("two", says(SHORT, "exist", by="Bo Lind", party="Prison Board", theme="shortage"), published="2031-02-20"),
    )
    assert [sorted((one.words, other.words)) for one, other, _ in moved_between(mine, theirs, frozenset())] == [
        sorted((MEALS, SHORT))
    ]
    known = frozenset({frozenset((mine[0].claim.id, theirs[0].claim.id))})
    assert moved_between(mine, theirs, known) == []


def test_neither_two_parties_nor_one_day_nor_a_reports_account_meet_so(memory, says, doc) -> None:
    mine, theirs = voiced(
        memory(),
        doc("one", says(MEALS, "serve", by="Ana Orr", party="Prison Board", theme="meal"), published="2031-02-03"),
        doc(
            "two",
            says(SHORT, "exist", by="Bo Lind", party="Cooks' Union", theme="shortage"),
            says("Bread ran out", "end", by="Ana Orr", party="Prison Board", theme="bread", said="2031-02-03"),
            says("The stores were empty", "empty", theme="store"),
            published="2031-02-20",
        ),
    )
    assert moved_between(mine, theirs, frozenset()) == []


def test_the_work_is_bounded(memory, says, doc) -> None:
    many = [
        says(f"Gate {n} was shut", "close", by="Ana Orr", party="Prison Board", theme=f"gate {n}") for n in range(40)
    ]
    mine, theirs = voiced(
        memory(), doc("one", *many, published="2031-02-03"), doc("two", *many, published="2031-02-20")
    )
    assert len(moved_between(mine, theirs, frozenset())) == MOST
