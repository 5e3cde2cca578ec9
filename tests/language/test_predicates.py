"""The predicate lexicon: classes, derivation, oppositions, scope words."""

import pytest

from onrecord.language import predicates
from onrecord.language.predicates import (
    axis_of,
    class_of,
    classes,
    embedding_of,
    embeddings_of,
    is_middle,
    opposites,
    predicate_of,
    scope,
    sense_of,
)


@pytest.mark.parametrize(
    ("word", "kind", "name"),
    [
        ("make", "verb", "produce"),
        ("manufacturer", "agent", "produce"),
        ("synthesize", "verb", "produce"),
        ("synthesise", "verb", "produce"),
        ("output", "noun", "produce"),
        ("mill", "site", "produce"),
        ("shut down", "verb", "close"),
        ("shut_down", "verb", "close"),
        ("privatization", "noun", "privatise"),
        ("murder", "noun", "kill"),
        ("illegal", "adjective", "ban"),
        ("trafficker", "agent", "traffic"),
    ],
)
def test_listed_words(word, kind, name):
    assert class_of(word, kind) == name
    assert predicate_of(word, kind) == name


@pytest.mark.parametrize(
    ("word", "kind", "name"),
    [("confiscating", "noun", "seize"), ("detainer", "agent", "arrest"), ("embezzlement", "noun", "steal")],
)
def test_derived_words(word, kind, name):
    assert predicate_of(word, kind) == name


def test_an_unknown_verb_is_its_own_class():
    assert class_of("glorp", "verb") is None
    assert predicate_of("Glorp", "verb") == "glorp"


def test_the_lexicon_is_broad():
    words = {w for entry in classes().values() for kind in (entry.verbs, entry.nouns, entry.agents) for w in kind}
    assert len(classes()) >= 120
    assert len(words) >= 800


def test_every_pair_names_classes():
    lexicon = predicates._lexicon()
    pairs = (*lexicon.contraries, *lexicon.complements, *lexicon.axes)
    assert {name for pair in pairs for name in pair} <= set(classes())


def test_no_word_stands_in_two_classes_of_a_kind():
    for kind in ("verbs", "nouns", "agents", "adjectives", "sites"):
        listed = [word for entry in classes().values() for word in set(getattr(entry, kind))]
        assert len(listed) == len(set(listed)), sorted(w for w in set(listed) if listed.count(w) > 1)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [("increase", "decrease", "contrary"), ("open", "close", "complement"), ("support", "oppose", "contrary")],
)
def test_opposites_are_mutual(one, other, how):
    assert opposites(one)[other] == how
    assert opposites(other)[one] == how


def test_axis():
    assert axis_of("close") == ("open", -1)
    assert axis_of("open") == ("open", 1)
    assert axis_of("produce") == ("produce", 1)


@pytest.mark.parametrize(
    ("verb", "theme", "name"),
    [
        ("fire", "missile", "shoot"),
        ("fire", "minister", "dismiss"),
        ("lift", "ban", "abolish"),
        ("lift", "price", "increase"),
        ("run", "-", "run"),
        ("eat", "bread", None),
    ],
)
def test_senses(verb, theme, name):
    assert sense_of(verb, theme) == name


@pytest.mark.parametrize(
    ("word", "kind", "name"),
    [
        ("know", "verb", "factive"),
        ("deny", "verb", "deny"),
        ("fail", "verb", "fail"),
        ("stop", "verb", "stop"),
        ("evidence", "noun", "evidence"),
        ("unlikely", "adjective", "doubtful"),
        ("table", "noun", None),
    ],
)
def test_embeddings(word, kind, name):
    assert embedding_of(word, kind) == name


def test_a_verb_may_do_more_than_one_thing():
    assert set(embeddings_of("stop", "verb")) == {"stop", "prevent"}


def test_middle_verbs():
    assert is_middle("fall")
    assert not is_middle("seize")


def test_scope_words_are_there():
    assert "hardly" in scope().weak_negators
    assert "in most cases" in scope().hedges
