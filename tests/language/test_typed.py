"""Names given from outside: their bounds hold, their kinds weigh in, and what stands around them stays."""

import pytest
from tests.language.test_coreference import SOURCE

from onrecord.language.names import find_names
from onrecord.language.parsing import analyse
from onrecord.language.typed import Typed
from onrecord.model.documents import Block, Document


def named(text, *names):
    """Kind and name of what is found when `names` of these kinds are given."""
    blocks = (Block(kind="paragraph", start=0, end=len(text)),)
    analysis = analyse(Document(id="document-sample", source=SOURCE, text=text, blocks=blocks))
    typed = [Typed(text.index(words), text.index(words) + len(words), kind) for words, kind in names]
    return {(entity.kind, entity.name) for entity in find_names(analysis, typed)}


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("The clerk met Xu Blenk at noon.", ("Xu Blenk", "person"), ("person", "Xu Blenk")),
        ("The clerk met Blenk Umbra at noon.", ("Blenk Umbra", "organisation"), ("organisation", "Blenk Umbra")),
        ("Mayor Xu Blenk spoke at noon.", ("Mayor Xu Blenk", "person"), ("person", "Xu Blenk")),
        ("We go to Xu Blenk.  Xu, are you there?", ("Xu Blenk.  Xu", "person"), ("person", "Xu Blenk")),
        ("They walked from Tarn Holm Umbra.", ("Tarn Holm", "place"), ("place", "Tarn Holm")),
    ],
)
def test_a_given_name_is_found_as_it_is_given(text, given, expected):
    assert expected in named(text, given)


def test_a_title_before_a_given_name_stays_its_title():
    text = "Norway’s Foreign Minister Xu Blenk spoke at noon."
    blocks = (Block(kind="paragraph", start=0, end=len(text)),)
    analysis = analyse(Document(id="document-sample", source=SOURCE, text=text, blocks=blocks))
    (person,) = [e for e in find_names(analysis, [Typed(26, 34, "person")]) if e.kind == "person"]
    assert (person.name, person.party, person.roles[0].title) == ("Xu Blenk", "Norway", "Foreign Minister")


@pytest.mark.parametrize("text", ["Democrats voted.", "They left on Thursday.", "The Norwegian left."])
def test_creeds_days_and_demonyms_are_no_names_though_given(text):
    word = next(word.strip(".") for word in text.split() if word in {"Democrats", "Thursday.", "Norwegian"})
    assert named(text, (word, "organisation")) == set()


def test_a_given_name_that_touches_no_word_is_nothing():
    assert named("He left – at noon.", ("–", "person")) == set()


def test_a_titled_name_that_goes_on_is_not_cut_short():
    assert ("person", "Xu Blenk Umbra") in named("Prime Minister Xu Blenk Umbra refused.", ("Xu Blenk", "person"))
