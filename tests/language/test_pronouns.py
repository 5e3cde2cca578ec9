"""Whom he and she mean: the person spoken of, nobody where two fit as well, and linear work on any text."""

import time

import pytest
from tests.language.test_coreference import referents

from onrecord.language.people import MALE, gender_of
from onrecord.model.items import Entity, Role
from onrecord.model.spans import Span


def meant(text):
    """The name that the pronoun in brackets stands for, or the noun, or None."""
    start, end = text.index("["), text.index("]") - 1
    clean = text.replace("[", "").replace("]", "")
    found = referents(clean)
    entity, phrase = found.pronoun(Span(start, end)), found.person_phrase(Span(start, end))
    return entity.name if entity else phrase.of(clean) if phrase else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mary Cole said [she] would leave on Monday.", "Mary Cole"),
        ("Mary Cole met Paul Diaz on Monday. [He] had asked for the meeting.", "Paul Diaz"),
        ("Mary Cole opened the harbour. “It is done,” [she] said.", "Mary Cole"),
        ("Mary Cole opened the harbour. “It is done. Not one person was hurt,” [she] said.", "Mary Cole"),
        ("Paul Diaz said Mary Cole had sold [her] house.", "Mary Cole"),
        ("Paul Diaz is the mayor of Lund. In March the mayor opened the harbour. [He] spoke for an hour.", "Paul Diaz"),
        ("A nurse from the valley came late. [She] had missed the bus.", "nurse"),
        ("The harbour opened in March. [He] left.", None),
    ],
)
def test_he_and_she_mean_the_person_spoken_of(text, who):
    assert meant(text) == who


@pytest.mark.parametrize(
    ("name", "role", "sex"),
    [("Paul Diaz", "first daughter", "male"), ("Xu Blenk", "actress", "female"), ("Xu Blenk", "clerk", None)],
)
def test_a_forename_tells_the_sex_before_a_role_does(name, role, sex):
    entity = Entity(id="entity-1", kind="person", name=name, roles=(Role(title=role),))
    assert gender_of("", entity) == sex


@pytest.mark.parametrize("unit", ["he said “she” ", "Mary Cole and Paul Diaz said he ", "HE SAID SHE "])
def test_many_pronouns_take_time_that_grows_with_the_text(unit):
    def seconds(text):
        begun = time.process_time()
        found = referents(text)
        for at in range(0, len(text), 50):
            found.pronoun(Span(at, at + 2))
        return time.process_time() - begun

    seconds(unit * 20)
    short, long = seconds(unit * 300), seconds(unit * 1200)
    assert long < 12 * max(short, 0.05)


def test_no_other_pronoun_is_asked_here():
    assert "they" not in MALE
    assert referents("They left.").pronoun(Span(0, 4)) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Paul Diaz, [his] brother, sold the mill.", None),
        ("Paul Diaz is [his] deputy.", None),
        ("Paul Diaz is [his] own worst enemy.", "Paul Diaz"),
        ("Paul Diaz met a miner [he] had trained.", "Paul Diaz"),
        ("Paul Diaz thanked [him] for the work.", None),
        ("[He] said Paul Diaz would leave the harbour.", None),
        ("Mary Cole warned Paul Diaz. “Mary Cole will not leave,” [she] said.", None),
        ("Paul Diaz left. And one of our friends, our common friends, [he] introduced us during study hall.", None),
        ("Paul Diaz left. The mill burnt. My brother, [he] sold the mill.", "brother"),
        ("Mary Cole left. Ann Lee, a clerk, decided to mend the boat [herself].", "Ann Lee"),
    ],
)
def test_grammar_bars_whom_a_pronoun_cannot_mean(text, who):
    assert meant(text) == who


def test_somebody_who_was_not_read_as_a_name_still_stands_between():
    assert meant("Paul Diaz opened the mill. In March Vrenko sold it. Later [he] left the town.") != "Paul Diaz"


def test_who_closes_the_sentence_before_leaves_an_unlikely_subject_unknown():
    text = "Anna Lind and her sister Vera Lind were tried over the death of a child, Clara Holm. [She] died in May."
    assert meant(text) is None
    assert meant("Anna Lind wrote a book about Clara Holm. [She] read it aloud.") == "Anna Lind"
