"""What the model of clashes learns from: claims in their places, with what the labels of a dispute say of them."""

import pytest
from training.clash_pairs import pairs_of, without_holder
from training.labelled_disputes import written

DISPUTE = """# topic: harbour
## 2031-03-04 | Harl Courier | Harbour
Ice lay on the quay. {1:The harbour was closed on Monday}, the mayor said. {2:Nine ships left the harbour in May}.
## 2031-03-05 | Harl Courier | No
{3:The harbour was not closed on Monday}, the union said. {4:In May nine ships sailed.} The town has a library.
### pairs
contradiction negation 1 3
agreement - 2 4
compatible time 2 3
"""


@pytest.fixture(scope="module")
def pairs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("disputes")
    (folder / "some.txt").write_text(DISPUTE, encoding="utf-8")
    (topic,) = written(folder)
    return {(clause(pair.one), clause(pair.other)): pair for pair in pairs_of(topic)}


def clause(text):
    return without_holder(text).partition(" | ")[0]


def labelled(pairs, one, other):
    (pair,) = [pair for told, pair in pairs.items() if told[0].startswith(one) and told[1].startswith(other)]
    return pair.label, pair.labelled


def test_claims_bear_the_labels_of_the_words_that_they_stand_for(pairs):
    assert labelled(pairs, "The harbour was closed", "The harbour was not closed") == ("clash", True)
    assert labelled(pairs, "Nine ships left", "In May nine ships sailed") == ("agree", True)
    assert labelled(pairs, "Nine ships left", "The harbour was not closed") == ("neither", True)


def test_what_no_label_names_is_neither(pairs):
    assert labelled(pairs, "The harbour was closed", "The town has a library") == ("neither", False)


def test_each_claim_comes_with_its_holder_and_what_stands_around_it(pairs):
    found = {pair.one for pair in pairs.values() if "was closed" in clause(pair.one)}
    assert found
    for closed in found:
        assert "mayor: " in closed.partition(" | ")[0]
        assert "Ice lay on the quay" in closed.partition(" | ")[2]


def test_what_reckoning_says_of_two_claims_stands_before_both(pairs):
    (ships,) = [pair for told, pair in pairs.items() if "ships" in told[0] and "ships" in told[1]]
    assert ships.one.startswith("(same number, same time) ")
    assert ships.other.startswith("(same number, same time) ")
    assert not any(pair.one.startswith("(") for told, pair in pairs.items() if "library" in told[1])


def test_what_shares_more_is_more_alike(pairs):
    alike = {told: pair.alike for told, pair in pairs.items()}
    near = max(value for (one, other), value in alike.items() if "harbour was" in one and "harbour was" in other)
    far = max(value for (one, other), value in alike.items() if "library" in other)
    assert near > far
