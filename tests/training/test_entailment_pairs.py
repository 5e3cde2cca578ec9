"""The pairs that the entailment model learns from are what their labels say."""

import json
import random
from collections import Counter

import pytest
from training.entailment_sets import LABEL_BITS, SCENES, Pair, scenes, written
from training.near_misses import elsewhere, moods, neighbours, turned, unrelated
from training.role_swaps import role_swaps

ENTAILMENT, NEUTRAL, CONTRADICTION = (LABEL_BITS[name] for name in ("entailment", "neutral", "contradiction"))
PLAIN = ["The harbour is open to fishing boats.", "The trains were late in the whole county."]


def label_of(pairs: list[Pair], premise: str, hypothesis: str) -> set[int]:
    return {pair.allowed for pair in pairs if (pair.premise, pair.hypothesis) == (premise, hypothesis)}


@pytest.fixture(scope="module")
def swaps() -> list[Pair]:
    return list(role_swaps(random.Random(4), 4000))


def test_the_same_chance_gives_the_same_pairs(swaps):
    assert list(role_swaps(random.Random(4), 200)) == swaps[:200]


def test_swapping_who_did_it_does_not_follow(swaps):
    swapped = [
        pair
        for pair in swaps
        if len(words := pair.premise.casefold().rstrip(".").split()) == 5 and words[0] == words[3] == "the"
        and pair.hypothesis.casefold().rstrip(".").split() == [*words[3:], words[2], *words[:2]]
    ]  # fmt: skip
    assert len(swapped) > 100
    assert {pair.allowed for pair in swapped} == {NEUTRAL}


def test_no_pair_of_role_swaps_has_two_labels(swaps):
    labels: dict[tuple[str, str], set[int]] = {}
    for pair in swaps:
        labels.setdefault((pair.premise, pair.hypothesis), set()).add(pair.allowed)
    assert max(map(len, labels.values())) == 1
    assert set(Counter(pair.allowed for pair in swaps)) == {ENTAILMENT, NEUTRAL, CONTRADICTION}


def test_what_is_only_said_supposed_or_wished_is_neutral_and_a_plain_denial_contradicts():
    pairs = list(moods(PLAIN, random.Random(2), 600))
    assert label_of(pairs, "The harbour should be open to fishing boats.", PLAIN[0]) == {NEUTRAL}
    assert label_of(pairs, "Critics claimed that the harbour is open to fishing boats.", PLAIN[0]) <= {NEUTRAL}
    assert label_of(pairs, PLAIN[0], "The harbour is not open to fishing boats.") == {CONTRADICTION}
    assert label_of(pairs, "There is no evidence that the trains were late in the whole county.", PLAIN[1]) == {
        CONTRADICTION
    }


def test_a_contradiction_tied_to_two_times_is_none():
    opposed = [Pair("The mill is closed.", "The mill is open.", CONTRADICTION)]
    pairs = list(elsewhere(opposed, random.Random(3), 300))
    same = {pair.allowed for pair in pairs if pair.premise[-15:] == pair.hypothesis[-15:] and ", " not in pair.premise}
    assert same == {CONTRADICTION}
    assert label_of(pairs, "The mill is closed in March.", "The mill is open in June.") <= {NEUTRAL}
    assert {pair.allowed for pair in pairs} == {NEUTRAL, CONTRADICTION}


def test_a_pair_turned_round_keeps_a_contradiction_and_loses_what_followed():
    pairs = [
        Pair("The mill is closed.", "The mill is open.", CONTRADICTION),
        Pair("The old mill on the river by the town is closed.", "The mill is closed.", ENTAILMENT),
        Pair("The mill is shut.", "The mill is closed.", ENTAILMENT),
    ]
    found = list(turned(pairs, random.Random(1), 10))
    assert label_of(found, "The mill is open.", "The mill is closed.") == {CONTRADICTION}
    assert label_of(found, "The mill is closed.", "The old mill on the river by the town is closed.") == {NEUTRAL}
    assert len(found) == 2


def test_unrelated_sentences_come_from_two_texts_and_neighbours_from_one():
    texts = [[f"Valley {name} sentence {n} tells something." for n in range(6)] for name in ("north", "south")]
    apart = list(unrelated(texts, random.Random(1), 50))
    assert all(("north" in pair.premise) != ("north" in pair.hypothesis) for pair in apart)
    near = list(neighbours(texts, random.Random(1), 50))
    assert all(("north" in pair.premise) == ("north" in pair.hypothesis) for pair in near)
    assert {pair.allowed for pair in (*apart, *near)} == {NEUTRAL}


def test_what_we_wrote_has_every_label_and_no_pair_twice():
    pairs = written()
    assert {pair.allowed for pair in pairs} == {ENTAILMENT, NEUTRAL, CONTRADICTION}
    assert len({(pair.premise, pair.hypothesis) for pair in pairs}) == len(pairs)
    assert all(pair.premise.strip() and pair.hypothesis.strip() for pair in pairs)


def test_a_scene_sets_every_statement_against_every_other_both_ways():
    labels: dict[tuple[str, str], int] = {}
    for pair in scenes():
        assert labels.setdefault((pair.premise, pair.hypothesis), pair.allowed) == pair.allowed
    opposed = {pair for pair, label in labels.items() if label == CONTRADICTION}
    assert opposed
    assert opposed == {(other, one) for one, other in opposed}
    assert sum(label == NEUTRAL for label in labels.values()) > 2 * len(opposed)


def test_what_follows_in_a_scene_contradicts_what_it_follows_from_excludes():
    lines = [(path.name, line) for path in SCENES.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    for name, line in lines:
        scene = json.loads(line)
        told, opposed = scene["statements"], {frozenset(pair) for pair in scene.get("contradict", [])}
        follows = {tuple(pair) for pair in scene.get("entails", [])}
        assert len(set(told)) == len(told), (name, told)
        assert all(len(pair) == 2 and min(pair) >= 1 and max(pair) <= len(told) for pair in (*opposed, *follows)), told
        assert not opposed & {frozenset(pair) for pair in follows}, (name, told)
        for one, other in follows:
            apart = {frozenset((one, *(pair - {other}))) for pair in opposed if other in pair}
            assert apart <= opposed, (name, told[one - 1], told[other - 1])
