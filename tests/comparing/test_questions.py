"""Questions as a person would ask them."""

import pytest

from onrecord.comparing.issues import issue_of, named_topic
from onrecord.comparing.keys import topic_of
from onrecord.comparing.questions import clause_of

CASES = [
    ("Velmark does not produce mercury.", "produce", {"agent": "Velmark", "theme": "mercury", "place": "Velmark"},
     "Is mercury produced in Velmark?"),
    ("There are smelters in Velmark.", "exist", {"theme": "smelters", "place": "Velmark"},
     "Are there smelters in Velmark?"),
    ("There is lead in Velmark.", "exist", {"theme": "lead", "place": "Velmark"}, "Is there any lead in Velmark?"),
    ("Velmark supports the Orra Treaty.", "support", {"agent": "Velmark", "theme": "the Orra Treaty"},
     "Does Velmark support the Orra Treaty?"),
    ("Velmark signed the Orra Treaty.", "sign", {"agent": "Velmark", "theme": "the Orra Treaty"},
     "Did Velmark sign the Orra Treaty?"),
    ("American officials met Karel Brandt.", "meet", {"agent": "American officials", "theme": "Karel Brandt"},
     "Did American officials meet Karel Brandt?"),
    ("The yards on the lower bank are shut.", "close", {"theme": "the yards on the lower bank"},
     "Are the yards on the lower bank shut?"),
    ("The Orra Dam is unsafe.", "dangerous", {"theme": "the Orra Dam"}, "Is the Orra Dam dangerous?"),
    ("Brandt is a Sorania citizen.", "be", {"agent": "Karel Brandt", "attribute": "a Sorania citizen"},
     "Is Karel Brandt a Sorania citizen?"),
    ("Mercury was consumed in the U.S.", "consume", {"theme": "mercury", "place": "United States"},
     "Was mercury consumed in the United States?"),
    ("Holt resigned.", "resign", {"agent": "Dagny Holt"}, "Did Dagny Holt resign?"),
    ("The Orra Treaty was signed.", "sign", {"theme": "the Orra Treaty"}, "Was the Orra Treaty signed?"),
    ("Lund Oil prices rose.", "increase", {"theme": "Lund Oil prices"}, "Did Lund Oil prices increase?"),
    ("Sorania supplied Halland.", "supply", {"agent": "Sorania", "recipient": "Halland"},
     "Did Sorania supply to Halland?"),
]  # fmt: skip

PLAIN = [
    ("There will be no joint inquiry.", "exist", {"theme": "joint inquiry"}, "planned",
     "Will there be any joint inquiry?"),
    ("The kiln will stay shut.", "close", {"theme": "the kiln"}, "planned", "Will the kiln be shut?"),
    ("All kilns at Lund were operational.", "operate", {"theme": "kilns"}, "asserted", "Were kilns operational?"),
    ("Pipes in the Orra valley have been damaged.", "damage", {"theme": "pipes", "place": "the Orra valley"},
     "asserted", "Have pipes been damaged in the Orra valley?"),
    ("The Sorania authorities refused the request.", "refuse", {"agent": "Sorania", "theme": "the request"}, "asserted",
     "Did Sorania refuse the request?"),
]  # fmt: skip

MOODS = [
    ("planned", "Will Velmark close the Lund Mine?"),
    ("demanded", "Should Velmark close the Lund Mine?"),
]


@pytest.mark.parametrize(("text", "predicate", "arguments", "asked"), CASES, ids=[case[3] for case in CASES])
def test_wording(text, predicate, arguments, asked, says, doc):
    (claim,) = doc("a", says(text, predicate, **arguments)).claims
    assert clause_of(topic_of(claim), [claim]).question == asked


@pytest.mark.parametrize(
    ("text", "predicate", "arguments", "modality", "asked"), PLAIN, ids=[case[4] for case in PLAIN]
)
def test_what_only_its_words_fix_is_asked_plainly(text, predicate, arguments, modality, asked, says, doc):
    (claim,) = doc("a", says(text, predicate, modality=modality, **arguments)).claims
    assert clause_of(named_topic(claim) or issue_of(claim), [claim]).question == asked


@pytest.mark.parametrize(("modality", "asked"), MOODS)
def test_plans_and_demands_are_questions_of_their_own(modality, asked, says, doc):
    said = says("Velmark to close it.", "close", modality=modality, agent="Velmark", theme="the Lund Mine")
    (claim,) = doc("a", said).claims
    assert clause_of(topic_of(claim), [claim]).question == asked


def test_the_wording_that_most_claims_use_is_asked(says, doc):
    claims = doc(
        "a",
        says("Raw mercury is made there.", "produce", theme="The mercury", place="Velmark"),
        says("Mercury is made there.", "produce", theme="mercury", place="Velmark"),
        says("Mercury is made here.", "produce", theme="mercury", place="Velmark"),
    ).claims
    assert clause_of(topic_of(claims[0]), claims).question == "Is mercury made in Velmark?"


@pytest.mark.parametrize(
    ("told", "predicate", "theme", "asked"),
    [
        (["The gate was shut.", "Gate was closed."], "close", ["the gate", "Gate"], "Was the gate closed?"),
        (["Ada Fenn died.", "Ada Fenn did not die."], "die", ["Ada Fenn", "Ada Fenn"], "Did Ada Fenn die?"),
        (["Orders fell.", "The orders fell."], "decrease", ["Orders", "orders"], "Did the orders decrease?"),
    ],
)
def test_a_state_is_asked_as_one_and_a_deed_of_its_own_as_one(told, predicate, theme, asked, says, doc):
    from onrecord.comparing.asking import shared_topic, worded

    claims = doc("x", *(says(text, predicate, theme=thing) for text, thing in zip(told, theme, strict=True))).claims
    topic = shared_topic(claims)
    assert clause_of(topic, worded(topic, claims)).question == asked


@pytest.mark.parametrize(
    ("text", "predicate", "thing", "asked"),
    [
        ("The ship left the harbour.", "withdraw", "the harbour", "Did the ship leave the harbour?"),
    ],
)
def test_a_question_takes_the_verb_that_was_said(text, predicate, thing, asked, says, doc):
    (claim,) = doc("a", says(text, predicate, agent="the ship", theme=thing)).claims
    assert clause_of(topic_of(claim), [claim]).question == asked
