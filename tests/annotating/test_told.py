"""That somebody was told is a claim beside what they were told."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


@pytest.mark.parametrize(
    ("text", "polarity", "theme", "topic"),
    [
        ("“Our branch had been told in May that the pump leaked,” said Ann Bell.", "affirmed", "branch", "pump"),
        ("“The captain had been warned that a storm was near,” said Ann Bell.", "affirmed", "captain", "storm"),
        ("The mayor was never told that the bridge was cracked, Ann Bell said.", "negated", "mayor", "bridge"),
        ("“We told the council that the bridge was cracked,” said Ann Bell.", "affirmed", "council", "bridge"),
        ("“Nobody told the council that the bridge was cracked,” said Ann Bell.", "negated", "council", "bridge"),
    ],
)
def test_a_telling_is_a_claim(text, polarity, theme, topic):
    claims = annotate(read(text.encode())).claims
    [told] = [claim for claim in claims if claim.proposition.predicate in {"inform", "warn"}]
    assert told.polarity == polarity
    assert told.proposition.argument("theme").key.endswith(theme)
    assert told.proposition.argument("topic").key.endswith(topic)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The board has not said that it found a leak.", "The board has not said that it found a leak"),
        ("Ann Bell said the mayor never promised that the pool would reopen.",
         "The mayor never promised that the pool would reopen"),
        ("Mr Frayle has denied telling the town that its ceiling was safe.",
         "Frayle did not tell the town that its ceiling was safe"),
    ],
)  # fmt: skip
def test_that_something_was_not_said_is_a_claim(text, claim):
    assert (claim, "negated") in [(one.text, one.polarity) for one in annotate(read(text.encode())).claims]


@pytest.mark.parametrize(
    "text",
    [
        "The board cannot say whether it leaked.",
        "It was not said that it leaked.",
        "The board may not say that it leaked.",
    ],
)
def test_what_nobody_can_say_is_none(text):
    assert not [one for one in annotate(read(text.encode())).claims if one.proposition.predicate == "say"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Bell told the court that the bridge was cracked.",
        "“Tell them that the bridge is cracked,” said Ann Bell.",
        "Ann Bell went to tell the mayor that the bridge was cracked.",
    ],
)
def test_what_only_brings_words_is_none(text):
    claims = annotate(read(text.encode())).claims
    assert not [claim for claim in claims if claim.proposition.predicate in {"inform", "warn"}]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("“We have turned nobody away,” said Ann Bell.", "turn_away"),
        ("Ann Bell said she had turned the pumps off herself.", "disconnect"),
    ],
)
def test_a_particle_may_stand_behind_the_object(text, predicate):
    assert predicate in {claim.proposition.predicate for claim in annotate(read(text.encode())).claims}


def test_what_is_picked_out_of_several_is_what_they_are():
    [claim] = annotate(read(b"The second of the two filters has not been replaced.")).claims
    assert claim.proposition.argument("theme").key == "filter"


def test_a_verb_of_telling_agrees_with_the_name_of_who_speaks():
    text = "MR. HARL: I am not saying the ministry is lying. I am told the gate was shut.\n\nMS. ROE: Thank you.\n"
    said = [claim.text for claim in annotate(read(text.encode())).claims]
    assert "Harl is not saying the ministry is lying" in said
    assert "Harl is told the gate was shut" in said
