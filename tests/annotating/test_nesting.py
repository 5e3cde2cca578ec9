"""What a speaker reports of others: statements within statements."""

import pytest
from tests.annotating.test_statements import document, marked, statements, unmarked

from onrecord.annotating.speakers import attribute_speakers
from onrecord.annotating.statements import find_statements
from onrecord.language.names import find_names
from onrecord.language.parsing import analyse


def nested(text: str):
    return [s for s in statements(text) if s.nested_in is not None]


@pytest.mark.parametrize(
    ("notation", "manner"),
    [
        ("“<s>He</s> <c>said</c>, <q>‘Nobody is at the wheel,’</q>” Ann Lee told the inquiry.", "direct"),
        ("“<s>The captain</s> <c>told</c> me, <q>‘We’ll never sink,’</q> and then we did,” said Bo Ek.", "direct"),
        ("“<q>‘Trust me,’</q> <s>he</s> <c>said</c>, and I did trust him for years,” said Bo Ek.", "direct"),
        ("\"<s>My mother</s> used to <c>say</c>, <q>'There's the soup,'</q> every evening,\" Ann Lee said.", "direct"),
        (
            "‘When I asked, <s>he</s> <c>said</c> <q>“You’ll think of it”</q>,’ she said. ‘I never did,’ she said.",
            "direct",
        ),
        (
            "The deputy said <s>investigators</s> <c>believed</c> <q>that the pilot had fallen asleep</q>.",
            "indirect",
        ),
        (
            "A clerk said that the company <c>was warned</c> in May by <s>the Maritime Safety Authority</s> "
            "<q>that its plan was too thin</q>.",
            "indirect",
        ),
    ],
)
def test_reports_within_reports_are_found(notation, manner):
    text = unmarked(notation)
    assert [(marked(text, s), s.manner) for s in nested(text)] == [(notation, manner)]


@pytest.mark.parametrize(
    "text",
    [
        "“No family should have to wonder what is in their water,” said Ann Lee.",
        "“The ministry should say that the dam is unsafe,” said Ann Lee.",
        "“He is a so-called ‘expert’ on dams and on dogs,” said Ann Lee.",
        "“It was the dogs’ dinner, and the cats’ breakfast too,” said Ann Lee.",
        "Ann Lee said that the minister should say whether the dam is safe.",
        "Ann Lee said she would resign if the board said that the dam was unsafe.",
        "Ann Lee said many people found it dangerous.",
    ],
)
def test_what_nobody_has_said_is_no_statement(text):
    assert nested(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "“My father told us that a lamp is a promise. I think that is true, and I hope so,” said Ann Lee.",
            "that a lamp is a promise",
        ),
        (
            "“They say there’s a problem, but they don’t have a solution. I do have one,” said Ann Lee.",
            "there’s a problem, but they don’t have a solution",
        ),
    ],
)
def test_a_report_in_quoted_words_ends_with_its_sentence(text, content):
    assert [span.of(text) for s in nested(text) for span in s.content] == [content]


def test_double_apostrophes_are_no_inner_marks():
    text = "''When the firm says, 'We can't do this,' I don't believe it,'' Ann Lee said. ''They can.''"
    assert [span.of(text) for s in nested(text) for span in s.content] == ["'We can't do this,'"]


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“I asked him, ‘Why are you here?’ and he left,” Ann Lee recalled.", "Ann Lee"),
        ("“My brother said, ‘I will never sell the boat,’” Ann Lee recalled.", "Ann Lee’s brother"),
        ("“Our lawyer told us that the contract was void,” Ann Lee recalled.", "Ann Lee’s lawyer"),
    ],
)
def test_who_i_and_mine_are_follows_from_whose_words_they_stand_in(text, said_by):
    analysis = analyse(document(text))
    entities = find_names(analysis)
    found, _ = attribute_speakers(analysis, entities, find_statements(analysis, entities))
    (speaker,) = [s.speaker for s in found if s.nested_in is not None]
    assert said_by in {speaker.name, speaker.description}


def test_terms_of_a_source_are_not_those_of_whom_it_reports():
    text = (
        "An official at the ministry, speaking on background, said investigators believed that the pilot had slept. "
        "The official declined to say why."
    )
    told = {s.speaker.description: s.terms.kind if s.terms else None for s in statements(text)}
    assert told == {"official at the ministry": "background", "investigators": None}
