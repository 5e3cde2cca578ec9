"""Invented disputes are what they claim to be: the same for a seed, with answers that stand on their words."""

import sys
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from disputes import dispute, disputes, row_of
from opposing import SAME_NEWS_DAYS, Pair, pairs_of
from papers import Mention
from wordings import BREAK, DISTRACTORS, HALVES, LOOKS, NEARER_LOOKS, NO, YES, Bag, fill, templates

SOME = 40
PLAINEST = {"{Q}."}
"""Frames that no report does without."""


def test_a_seed_gives_the_same_dispute_and_another_seed_another():
    assert dispute(3, "tune") == dispute(3, "tune")
    assert dispute(3, "tune").papers[0].text != dispute(3, "tune", seed=2).papers[0].text


@pytest.mark.parametrize("half", HALVES)
def test_every_slot_is_filled_and_every_answer_stands_on_words(half):
    for one in disputes(SOME, half):
        texts = {paper.id: paper.text for paper in one.papers}
        assert not [text for text in texts.values() if "{" in text or "}" in text]
        for pair in one.pairs:
            for mention in (pair.one, pair.other):
                words = texts[mention.document][mention.start : mention.end]
                assert words == words.strip(" .,“”")
                assert len(words) > 8


@pytest.mark.parametrize("half", HALVES)
def test_disputes_hold_all_kinds_and_all_distractors(half):
    pairs = [pair for one in disputes(4 * SOME, half) for pair in one.pairs]
    kinds = {pair.kind for pair in pairs if pair.label == "contradiction"}
    assert kinds >= {"negation", "antonym", "numeric", "existence", "attribution", "factive", "self", "role"}
    assert {pair.label for pair in pairs} == {"contradiction", "shift", "agreement", "compatible", "open"}
    nearer = set(NEARER_LOOKS) if half == "fresh" else set()
    assert {pair.temptation for pair in pairs} - {None} == set(DISTRACTORS) - set(NEARER_LOOKS) | nearer


@pytest.mark.parametrize(("one", "other"), list(combinations(HALVES, 2)))
def test_the_halves_share_no_issue_frame_name_or_wording(one, other):
    one, other = templates(one), templates(other)
    wordings = [
        {wording.text for issue in half.issues for told in issue.sides.values() for wording in told}
        for half in (one, other)
    ]
    assert not wordings[0] & wordings[1]
    assert not {issue.name for issue in one.issues} & {issue.name for issue in other.issues}
    frames = [{frame for told in half.frames.values() for frame in told} for half in (one, other)]
    assert frames[0] & frames[1] <= PLAINEST
    for names in ("surnames", "reporters", "outlets"):
        assert not set(one.names[names]) & set(other.names[names])


@pytest.mark.parametrize("half", HALVES)
def test_every_issue_can_be_told_by_anybody_who_may_have_to(half):
    for issue in templates(half).issues:
        for sign in (YES, NO):
            plain = [wording for wording in issue.sides[sign] if not wording.form and wording.tag != "factive"]
            assert len(plain) >= 2, (issue.name, sign)
        for use in ("context", "should", "would", "asks", "hedge"):
            assert issue.others[use], (issue.name, use)
        assert not [look for look in issue.looks if look in NEARER_LOOKS and not any(issue.looks[look].values())]
        assert all(told.text.count(BREAK) <= 1 for side in issue.sides.values() for told in side)
        if issue.answers:
            assert all({told.form for told in issue.answers[sign]} - {"own"} for sign in (YES, NO))


def test_the_fresh_part_is_as_large_as_the_held_half():
    fresh, held = templates("fresh").issues, templates("held").issues
    assert len(fresh) >= len(held)
    for sign in (YES, NO):
        assert sum(len(issue.sides[sign]) for issue in fresh) >= sum(len(issue.sides[sign]) for issue in held)
    for look in LOOKS:
        told = [sum(len(told) for i in part for told in i.looks.get(look, {}).values()) for part in (fresh, held)]
        assert told[0] >= max(told[1], 1), look


def test_a_quotation_broken_off_for_its_cue_is_marked_from_its_first_word_to_its_last():
    papers = [paper for one in disputes(SOME, "fresh") for paper in one.papers]
    told = [paper.text[mention.start : mention.end] for paper in papers for mention in paper.mentions]
    broken = [words for words in told if "”" in words]
    assert broken
    assert all(words.index("”") < words.index("“") < len(words) - 2 for words in broken)
    assert not [words for words in told if BREAK in words]


def said(voice: str, sign: int, day: int = 0, look: str = "", document: str = "one", negative: bool = False) -> Mention:
    from datetime import date

    when = date(2020, 3, 2) + timedelta(days=day)
    return Mention(document, 0, 9, 0, sign, voice, look, "antonym", negative, when)


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        (said("A1", NO), said("B1", YES), "contradiction"),
        (said("A1", NO), said("A1", YES), "contradiction"),
        (said("A1", NO), said("A1", YES, SAME_NEWS_DAYS + 1, document="two"), "shift"),
        (said("A2", NO), said("A1", YES, SAME_NEWS_DAYS + 1, document="two"), "shift"),
        (said("B1", NO), said("A1", YES, SAME_NEWS_DAYS + 1, document="two"), "open"),
        (said("B1", YES), said("C1", YES), "agreement"),
        (said("B1", YES), said("B1", YES, document="two"), None),
        (said("A1", NO), said("B1", YES, look="time"), "compatible"),
        (said("A1", NO), said("B1", NO, look="time"), None),
        (said("A1", NO), said("C1", 0, look="normative"), "compatible"),
    ],
)
def test_what_two_clauses_are_to_each_other(one, other, label):
    issue = next(issue for issue in templates("tune").issues if not issue.contrary)
    assert [pair.label for pair in pairs_of([one, other], [issue])] == ([label] if label else [])


def test_two_denied_contraries_are_left_open():
    issue = next(issue for issue in templates("tune").issues if issue.contrary)
    denied = (said("A1", NO, negative=True), said("B1", YES, negative=True))
    assert pairs_of(denied, [issue]) == (Pair(*denied, "open"),)


def test_a_row_is_written_as_the_labelled_set_has_it():
    pair = Pair(said("A1", NO), said("B1", YES), "contradiction", "negation")
    place = {"document": "one", "start": 0, "end": 9}
    assert row_of(pair, "t") == {
        "topic": "t", "one": place, "other": place, "label": "contradiction", "kind": "negation", "temptation": None,
    }  # fmt: skip


def test_a_bag_repeats_only_when_it_is_empty():
    import random

    bag = Bag(random.Random(1))
    assert sorted(bag.draw(("a", "b", "c")) for _ in range(3)) == ["a", "b", "c"]
    assert bag.draw(("a", "b")) in {"a", "b"}


@pytest.mark.parametrize(
    ("template", "slots", "text", "marked"),
    [
        (
            "{Who} said {c}.",
            {"Who": "Ann Roe, a clerk,", "c": "it rains"},
            "Ann Roe, a clerk, said it rains.",
            "it rains",
        ),
        (
            "“{Q},” said {who}.",
            {"who": "Ann Roe, a clerk,", "Q": "It rains"},
            "“It rains,” said Ann Roe, a clerk.",
            "It rains",
        ),
        ("It rains.", {}, "It rains.", "It rains."),
    ],
)
def test_slots_are_filled_and_the_marked_one_is_found(template, slots, text, marked):
    filled = fill(template, slots, "Q" if "{Q}" in template else "c")
    assert filled.text == text
    assert filled.text[filled.start : filled.end] == marked
