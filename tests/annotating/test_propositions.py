"""Question keys: what makes two propositions answers to one question."""

import pytest

from onrecord.annotating.propositions import answers, candidate_keys, question_key, side_of
from onrecord.model.items import Argument, Proposition


def proposition(predicate: str, **keys: str) -> Proposition:
    """A proposition with one argument a role."""
    return Proposition(
        predicate=predicate, arguments=tuple(Argument(role=role, text=key, key=key) for role, key in keys.items())
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            proposition("produce", agent="norway", theme="steel", place="norway"),
            proposition("produce", theme="steel", place="norway"),
        ),
        (
            proposition("produce", agent="gang", theme="steel", place="norway"),
            proposition("produce", theme="steel", place="norway"),
        ),
        (proposition("increase", theme="price"), proposition("decrease", theme="price")),
        (proposition("open", theme="border"), proposition("close", theme="border")),
    ],
)
def test_one_question(one, other):
    assert question_key(one) == question_key(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            proposition("produce", theme="steel", place="norway"),
            proposition("produce", theme="steel", place="sweden"),
        ),
        (proposition("produce", theme="steel", place="norway"), proposition("produce", theme="coal", place="norway")),
        (proposition("produce", theme="steel", place="norway"), proposition("export", theme="steel", place="norway")),
        (proposition("attack", agent="iran", theme="iraq"), proposition("attack", agent="iraq", theme="iran")),
    ],
)
def test_two_questions(one, other):
    assert question_key(one) != question_key(other)


@pytest.mark.parametrize(
    "empty", [proposition("produce"), proposition("be", agent="norway"), proposition("say", theme="it")]
)
def test_nothing_to_ask(empty):
    assert question_key(empty) is None


@pytest.mark.parametrize(
    ("predicate", "polarity", "side"),
    [
        ("increase", "affirmed", 1),
        ("increase", "negated", -1),
        ("decrease", "affirmed", -1),
        ("decrease", "negated", 1),
        ("open", "affirmed", 1),
        ("close", "negated", 1),
        ("produce", "negated", -1),
    ],
)
def test_sides(predicate, polarity, side):
    assert side_of(proposition(predicate, theme="price"), polarity) == side


@pytest.mark.parametrize(
    ("predicate", "polarity", "orientation", "answered"),
    [
        ("increase", "negated", 1, True),
        ("increase", "negated", -1, False),
        ("decrease", "affirmed", 1, True),
        ("decrease", "negated", 1, False),
        ("decrease", "negated", -1, True),
        ("close", "negated", 1, True),
        ("open", "negated", -1, True),
    ],
)
def test_a_denied_contrary_leaves_the_other_open(predicate, polarity, orientation, answered):
    assert answers(proposition(predicate, theme="price"), polarity, orientation) is answered


def test_looser_keys_come_after_the_question():
    keys = candidate_keys(proposition("produce", agent="gang", theme="chemical precursor", place="norway"))
    assert keys[0] == "produce|chemical precursor|norway"
    assert "produce|precursor|norway" in keys
    assert "produce|chemical precursor|gang" in keys
