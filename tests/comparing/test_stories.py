"""Under which terms a document meets others: what its text and title tell, and the body whose own words it is."""

import pytest
from msgspec.structs import replace

from onrecord.comparing.stories import story_keys, story_terms
from onrecord.model.documents import Block


@pytest.fixture
def terms(doc, says):
    def told(text="The kiln ran at night.", **changes):
        made = doc("a", says(text, "run"))
        return story_terms(replace(made, document=replace(made.document, **changes)))

    return told


def test_a_title_that_the_text_does_not_hold_counts(terms):
    assert {"sorby", "flood"} <= set(terms(title="Flood over Sorby"))
    assert "flood" not in terms()


def test_a_title_that_stands_in_the_text_counts_once(doc, says):
    made = doc("a", says("Flood over Sorby", "flood"))
    document = replace(made.document, title="Flood over Sorby", blocks=(Block(kind="title", start=0, end=16),))
    plain = replace(made, document=replace(document, title=None))
    assert story_keys(replace(made, document=document)) == story_keys(plain)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"outlet": "Sorby Ceramics", "genre": "release"}, True),
        ({"outlet": "Ceramics Board of Sorby"}, True),
        ({"outlet": "Sorby Courier"}, False),
    ],
)
def test_a_body_is_named_by_its_own_paper_and_a_newspaper_is_not(terms, changes, named):
    assert ("sorby" in terms(**changes)) is named
