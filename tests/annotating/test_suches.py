"""What "such a threat", "there" and "what lies there" say again stands in a claim's own words."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Clerks said the mayor threatened to close the bridge. The mayor's office denied making any such threat.",
            "The mayor's office did not make any threat to close the bridge",
        ),
        (
            "The line had offered to buy the pier, a clerk said. The council denied that any such offer had been made.",
            "No offer to buy the pier had been made",
        ),
        (
            "A nurse claims that the dust was harmless. Bo Falk denied that he had ever said such a thing.",
            "Bo Falk had never said that the dust was harmless",
        ),
        (
            "Ann Bell said that oil was leaking from the tank. In March she had ruled that out.",
            "Oil was not leaking from the tank",
        ),
        (
            "The mayor promised that the pool would be rebuilt. The council said that no such promise was ever made.",
            "No promise that the pool would be rebuilt was ever made",
        ),
        (
            "Two traders said that the bank had ordered them to delete files. The bank said it gave no such order.",
            "The bank gave no order to traders to delete files",
        ),
        (
            "The chief surveyor advised against building on the hill. Her office said it had given no such advice.",
            "The office had given no advice against building on the hill",
        ),
        ("What lies in the yard came from the mill, Ann Bell said.", "What lies in the yard came from the mill"),
    ],
)
def test_what_was_told_before_is_put_in(text, claim):
    assert claim in [one.text for one in annotate(read(text.encode())).claims]


@pytest.mark.parametrize(
    "text",
    ["The ministry denied making any such threat.", "No such offer was made, the council said.", "Such rain is rare."],
)
def test_without_anything_before_the_words_stay(text):
    assert all("such" in one.text.lower() for one in annotate(read(text.encode())).claims)
