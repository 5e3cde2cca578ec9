"""Denials next to what they deny. All of it is invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing.rebuttals import REACH, follows, rebuts
from onrecord.model.items import Claim, Holder, Proposition
from onrecord.model.spans import Span


def claim(text, words, *, polarity="negated", document="document-a"):
    start = text.index(words)
    return Claim(
        id=f"claim-{start}",
        document=document,
        spans=(Span(start, start + len(words)),),
        statement=None,
        text=words,
        holder=Holder(),
        proposition=Proposition(predicate="make", arguments=()),
        polarity=polarity,
        modality="asserted",
        about=None,
    )


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Holt offered to pay. Maran denied that any such offer had been made.", "any such offer had been made", True),
        ("Holt offered to pay. No such offer was made, Maran said.", "No such offer was made", True),
        ("The kiln was lit. Mr Orr disputes that.", "Mr Orr disputes that", True),
        ("Maran denied it. The kiln was not lit.", "The kiln was not lit", False),
        ("The kiln was not lit, Holt said.", "The kiln was not lit", False),
    ],
)
def test_a_denial_of_what_was_said_before(text, words, expected):
    assert rebuts(claim(text, words), text) == expected
    assert not rebuts(claim(text, words, polarity="affirmed"), text)


def test_only_what_stands_shortly_before_is_denied():
    near = "The kiln was lit. No such thing happened."
    far = f"The kiln was lit. {'It rained. ' * REACH}No such thing happened."
    for text, expected in ((near, True), (far, False)):
        said, denied = claim(text, "The kiln was lit", polarity="affirmed"), claim(text, "No such thing happened")
        assert follows(denied, said) == expected
        assert not follows(said, denied)


def test_a_denial_in_another_document_stands_behind_nothing():
    text = "The kiln was lit. No such thing happened."
    said = claim(text, "The kiln was lit", polarity="affirmed", document="document-b")
    assert not follows(claim(text, "No such thing happened"), said)


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
@settings(max_examples=50, deadline=None)
def test_any_text_is_read(text, start, length):
    end = min(len(text), start + length)
    made = claim("x", "x")
    odd = Claim(
        **{name: getattr(made, name) for name in made.__struct_fields__} | {"spans": (Span(min(start, end), end),)}
    )
    assert rebuts(odd, text) in {True, False}
