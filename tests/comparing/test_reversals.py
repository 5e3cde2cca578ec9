"""Words that set what somebody said before against what they say now."""

import pytest

from onrecord.comparing.reversals import is_said_before, owns_change, said_long_ago
from onrecord.model.items import Claim, Holder, Proposition
from onrecord.model.spans import Span
from onrecord.reading import read


def claim_on(text: str, words: str) -> Claim:
    """A claim that stands on some words of a text."""
    start = text.index(words)
    return Claim(
        id=f"claim-{start}",
        document="document-a",
        spans=(Span(start, start + len(words)),),
        statement=None,
        text=words,
        holder=Holder(),
        proposition=Proposition(predicate="make", arguments=()),
        polarity="affirmed",
        modality="asserted",
        about=None,
    )


@pytest.mark.parametrize(
    ("text", "words", "before"),
    [
        ("Until Tuesday the ministry had said that the bridge was safe.", "the bridge was safe", True),
        ("The ministry had insisted the bridge was safe; it now says it is not.", "the bridge was safe", True),
        ("The ministry had insisted the bridge was safe; it now says it is not.", "it is not", False),
        ("At first the line said the door was shut.", "the door was shut", True),
        ("“We were mistaken when we said that the tank was empty,” he said.", "the tank was empty", True),
        ("The board no longer denies that the tank was empty.", "the tank was empty", True),
        ("The ministry said the bridge was safe.", "the bridge was safe", False),
        ("The firm had been fined before. It said the bridge was safe.", "the bridge was safe", False),
        ("The bridge was safe.", "The bridge was safe", False),
    ],
)
def test_what_is_given_as_said_before_is_known_by_the_words_that_lead_to_it(
    text: str, words: str, before: bool
) -> None:
    assert is_said_before(claim_on(text, words), text) is before


@pytest.mark.parametrize(
    ("text", "words", "owned"),
    [
        ("“We were mistaken when we said that the tank was empty,” he said.", "the tank was empty", True),
        ("Contrary to what it stated on 3 May, soldiers crossed the river.", "soldiers crossed the river", True),
        ("The right number is nineteen.", "The right number is nineteen", True),
        ("The council admitted that it had sold the field.", "it had sold the field", True),
        ("It now says that a letter arrived.", "a letter arrived", True),
        ("She said a letter arrived. The council admitted nothing.", "a letter arrived", False),
        ("The council sold the field.", "The council sold the field", False),
    ],
)
def test_a_change_is_owned_in_the_sentence_of_the_claim(text: str, words: str, owned: bool) -> None:
    assert owns_change(claim_on(text, words), text) is owned


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It was a turn for Lund, who denied in March that the bridge was safe.", ("2024-03-01", "2024-04-01")),
        ("Lund said last year that the bridge was safe.", ("2023-01-01", "2024-01-01")),
        ("Lund said three years ago that the bridge was safe.", ("2021-01-01", "2022-01-01")),
        ("Lund said in May that the bridge was safe.", None),
        ("Lund said on Monday that the bridge was safe.", None),
        ("Lund, who left in March, said that the bridge was safe.", None),
        ("The bridge was safe.", None),
    ],
)
def test_a_text_of_later_tells_when_something_was_said(text: str, said: tuple[str, str] | None) -> None:
    document = read(f"OSTBY, May 20, 2024 (Wire) — {text}".encode())
    found = said_long_ago(claim_on(document.text, "he bridge was safe"), document)
    assert (found and (found.start, found.end)) == said
