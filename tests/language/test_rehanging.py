"""Words hung wrong by the parser are found by what no right parse has, and hung right; nothing else is touched."""

import pytest

from onrecord.language.parsing import english
from onrecord.language.rehanging import rehang


def parse(text: str) -> dict[str, tuple[str, str]]:
    """Each word's relation and head after mending, by its text."""
    doc = english()(text)
    rehang(doc)
    return {token.text: (token.dep_, token.head.text) for token in doc}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The report by Dr Lund, of which we have a copy, says two memos from a fitter were opened in May.",
            {"memos": ("nsubjpass", "opened"), "opened": ("ccomp", "says")},
        ),
        (
            "The trust can confirm that six babies cared for in the unit at Harl between 4 and 30 May were found ill.",
            {"babies": ("nsubjpass", "found"), "cared": ("acl", "babies")},
        ),
        (
            "No Norland trawler fished on the bank this winter, the ministry in Harl told the court in a letter.",
            {"trawler": ("nsubj", "fished"), "fished": ("ccomp", "told"), "ministry": ("nsubj", "told")},
        ),
        (
            "In 2029 a Norland trawler fished on the Harl Bank for two nights and its owner was fined in Port Elve.",
            {"trawler": ("nsubj", "fished"), "owner": ("nsubjpass", "fined")},
        ),
        (
            "The envoy stated that the two vessels had entered the area to shelter from weather and had no gear there.",
            {"shelter": ("xcomp", "entered"), "gear": ("dobj", "had")},
        ),
        (
            "The doctors have told an inquest that he died of a lack of oxygen.",
            {"died": ("ccomp", "told"), "that": ("mark", "died")},
        ),
        (
            "Velmark sent the logs to the embassy on Friday, hours before a deadline set by Orlund expired.",
            {"deadline": ("nsubj", "expired"), "before": ("mark", "expired")},
        ),
        ("Ms. Kall, the clerk says that it leaks.", {"Kall": ("npadvmod", "says"), "clerk": ("nsubj", "says")}),
        ("The river board disputes that.", {"board": ("nsubj", "disputes"), "The": ("det", "board")}),
        ("“The bridge shakes,” said Ola Frisk.", {"bridge": ("nsubj", "shakes"), "The": ("det", "bridge")}),
        ("Did the dam leak in May?", {"dam": ("nsubj", "leak"), "the": ("det", "dam")}),
        ("The police deny having used rubber bullets.", {"used": ("xcomp", "deny"), "bullets": ("dobj", "used")}),
        ("The envoy stopped short of blaming Norland.", {"of": ("prep", "stopped"), "blaming": ("pcomp", "of")}),
        ("Owners called for the sale of kilns to end.", {"sale": ("nsubj", "end"), "end": ("advcl", "called")}),
        ("Lund called it a lie that the road had been gritted.", {"gritted": ("acl", "lie")}),
        (
            "The army said the village had been empty when it was shelled, a claim survivors dispute.",
            {"been": ("ccomp", "said"), "dispute": ("relcl", "claim")},
        ),
        ("The union demanded that the mill reopen.", {"mill": ("nsubj", "reopen"), "reopen": ("ccomp", "demanded")}),
        ("A study found that the drug cures malaria.", {"cures": ("ccomp", "found"), "malaria": ("dobj", "cures")}),
        (
            "The council closed the pool, opened a gym and raised fees.",
            {"gym": ("dobj", "opened"), "raised": ("conj", "opened"), "fees": ("dobj", "raised")},
        ),
    ],
)
def test_a_wrong_head_is_put_right(text, words):
    found = parse(text)
    assert {word: found[word] for word in words} == words


def test_a_verb_spelled_like_its_past_follows_the_auxiliary():
    doc = english()("Orrin Motors will end van assembly at its oldest plant in 2033 and cut 1,250 jobs there, it said.")
    rehang(doc)
    assert next(token.tag_ for token in doc if token.text == "cut") == "VB"


def test_a_plural_that_was_read_as_a_verb_is_a_noun():
    doc = english()("It went to the Lund and Orra cartels here in Norland who were shipping the timber.")
    rehang(doc)
    assert next((token.tag_, token.pos_) for token in doc if token.text == "cartels") == ("NNS", "NOUN")


@pytest.mark.parametrize(
    "text",
    [
        "The mill makes steel and sells it.",
        "He told the story that she had written.",
        "She wanted to leave and said so.",
        "The union said the mill, which closed in May, would reopen.",
        "",
        "and",
        "No. No, no, that that that said said.",
    ],
)
def test_nothing_else_is_touched(text):
    doc = english()(text)
    before = [(token.tag_, token.dep_, token.head.i) for token in doc]
    rehang(doc)
    assert [(token.tag_, token.dep_, token.head.i) for token in doc] == before
