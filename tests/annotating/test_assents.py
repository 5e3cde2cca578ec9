"""An answer that only says yes undertakes what was asked."""

import pytest

from onrecord import read
from onrecord.annotating.commitments import find_commitments
from onrecord.annotating.speakers import attribute_speakers
from onrecord.annotating.statements import find_statements
from onrecord.language.names import find_names
from onrecord.language.parsing import analyse


@pytest.fixture
def talked(tmp_path):
    """The undertakings of a talk given as lines."""

    def find(text):
        path = tmp_path / "talk.txt"
        path.write_text(text.replace("\n", "\n\n") + "\n", encoding="utf-8")
        analysis = analyse(read(path))
        named = find_names(analysis)
        statements, entities = attribute_speakers(analysis, named, find_statements(analysis, named))
        return find_commitments(analysis, entities, statements)

    return find


OPENING = "MODERATOR: Good morning, and welcome.\nMINISTER HOLT: Thank you all for coming to Selm.\n"


@pytest.mark.parametrize(
    ("question", "answer", "action", "due"),
    [
        ("Will you repay the bakers?", "Yes, by the end of June 2041.", "repay the bakers", "by the end of June 2041"),
        ("Will the ministry publish the map?", "It will, before May 2041.", "publish the map", "before May 2041"),
        ("Are you going to mend the quay?", "We are.", "mend the quay", None),
        ("Can you promise to publish the map by July 2041?", "I can.", "publish the map by July 2041", "by July 2041"),
    ],
)
def test_a_yes_undertakes_what_was_asked(talked, question, answer, action, due):
    (found,) = talked(f"{OPENING}RUIZ: Minister, {question[0].lower()}{question[1:]}\nMINISTER HOLT: {answer}")
    assert (found.kind, found.action, found.parties) == ("pledge", action, ("Holt",))
    assert (found.deadline.text if found.deadline else None) == due


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Will you repay the bakers?", "Yes, if the budget allows it."),
        ("Will you repay the bakers?", "No."),
        ("Will you repay the bakers?", "Yes, but not this year."),
        ("Did you repay the bakers?", "Yes, in June."),
        ("When will you repay the bakers?", "Yes, that is what people ask."),
        ("Will she win the seat?", "Yes."),
        ("Do you know the bakers?", "I do."),
        ("Will you stay or will you go?", "Yes."),
    ],
)
def test_a_condition_a_no_or_another_question_undertakes_nothing(talked, question, answer):
    assert not talked(f"{OPENING}RUIZ: Minister, {question[0].lower()}{question[1:]}\nMINISTER HOLT: {answer}")
