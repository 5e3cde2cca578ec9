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
