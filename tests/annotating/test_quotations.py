"""Where quotation marks open and close."""

import re

import pytest

from onrecord.annotating.quotations import find_quotations
from onrecord.model.documents import Block


def quotations(text: str):
    blocks = [Block(kind="paragraph", start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text)]
    return [[text[a:b] for a, b in q.pieces] for q in find_quotations(text, list(enumerate(blocks)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“One,” he said.", [["“One,”"]]),
        ('"One," he said. "Two."', [['"One,"'], ['"Two."']]),
        ("''One,'' he said.", [["''One,''"]]),
        ("“One and\n“two and\n“three.” Four.", [["“One and", "“two and", "“three.”"]]),
        ("“One and\ntwo.", [["“One and"]]),
        ("Closed ” before “it opens”.", [["“it opens”"]]),
        ('A 6" pipe and nothing else.', []),
        ("‘One,’ he said, and didn’t stay. ‘Two.’", [["‘One,’"], ["‘Two.’"]]),
        ("'One,' he said, and didn't stay. 'Two.'", [["'One,'"], ["'Two.'"]]),
        (
            "'The crews' pay is ours,' she said. 'Don't touch it.'",
            [["'The crews' pay is ours,'"], ["'Don't touch it.'"]],
        ),
        (
            "''One,'' he said. ''It is 'two'.'' ''Three,'' he 'said'.",
            [["''One,''"], ["''It is 'two'.''"], ["''Three,''"]],
        ),
        ("'One,' she said: 'It\n'and two.' Three.", [["'One,'"], ["'It", "'and two.'"]]),
        ("In the '90s the crews' pay was low, and it wasn't fair.", []),
        ("'Twas late. 'Go,' he said, and the crews' boats left.", []),
        (
            "'He said “no” to me,' she said. 'So I left,' she said. 'Bye.'",
            [["'He said “no” to me,'"], ["'So I left,'"], ["'Bye.'"]],
        ),
        ("It’s ‘fine’, “he said”.", [["“he said”"]]),
        (
            "‘He said “no, never” to me,’ she said. ‘So I left,’ she said. ‘For good.’",
            [["‘He said “no, never” to me,’"], ["‘So I left,’"], ["‘For good.’"]],
        ),
        (
            "“He said ‘no, never’ to me,” she said. “So I left,” she said.",
            [["“He said ‘no, never’ to me,”"], ["“So I left,”"]],
        ),
        ("“”", []),
        ("", []),
    ],
)
def test_quotations_open_and_close(text, found):
    assert quotations(text) == found


def test_short_quotations_are_terms():
    (quotation,) = find_quotations("The “so-called plan” failed.", [(0, Block(kind="paragraph", start=0, end=28))])
    assert quotation.scare


@pytest.mark.parametrize(
    "text", ["“" * 10_000, '"' * 10_000, "”" * 10_000, "“”" * 5_000, "'s' " * 10_000, "'a,' " * 10_000, '" a ' * 5_000]
)
def test_ten_thousand_marks_are_no_burden(text):
    quotations(text)
