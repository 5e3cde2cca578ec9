"""Quantities: value, bounds, modifier, unit, kind; and what is none."""

import gc
import time

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from onrecord.language.numbers import find_quantities

QUANTITIES = [
    # text, span, low, high, modifier, unit, kind
    ("over 25,500 pounds of rice", "over 25,500 pounds", 25500, None, "more_than", "[lb_av]", "absolute"),
    ("1.7 million people tried", "1.7 million people", 1700000, 1700000, "exact", "people", "absolute"),
    ("about two-thirds of the voters", "about two-thirds", 2 / 3, 2 / 3, "about", "1", "share"),
    ("fewer than half a million", "fewer than half a million", None, 500000, "less_than", "1", "absolute"),
    ("between 3 and 5 million tonnes", "3 and 5 million tonnes", 3000000, 5000000, "between", "t", "absolute"),
    ("3-5% of them", "3-5%", 3, 5, "between", "%", "share"),
    ("a $1.2bn loan", "$1.2bn", 1200000000, 1200000000, "exact", "USD", "absolute"),
    ("a £2.9bn loan", "£2.9bn", 2900000000, 2900000000, "exact", "GBP", "absolute"),
    ("1.2m people came", "1.2m people", 1200000, 1200000, "exact", "people", "absolute"),
    ("a dozen boats", "a dozen boats", 12, 12, "exact", "boat", "absolute"),
    ("tens of thousands of tents", "tens of thousands of tents", 10000, 100000, "between", "tent", "absolute"),
    ("up 800% since", "800%", 800, 800, "exact", "%", "percent_change"),
    ("fell by 4.5 per cent", "4.5 per cent", 4.5, 4.5, "exact", "%", "percent_change"),
    ("nearly double the amount", "nearly double", 2, 2, "nearly", "1", "multiple"),
    ("a tenfold rise", "tenfold", 10, 10, "exact", "1", "multiple"),
    ("50 times more salt", "50", 50, 50, "exact", "1", "multiple"),
    ("as many as 40 ships", "as many as 40 ships", None, 40, "at_most", "ship", "absolute"),
    ("at least 12 ships", "at least 12 ships", 12, None, "at_least", "ship", "absolute"),
    ("10 percent or more", "10 percent or more", 10, None, "at_least", "%", "share"),
    ("one in five adults", "one in five", 0.2, 0.2, "exact", "1", "share"),
    ("nine out of 10 farms", "nine out of 10", 0.9, 0.9, "exact", "1", "share"),
    ("900 deaths a year", "900 deaths a year", 900, 900, "exact", "death", "rate"),
    ("$3,500 a month", "$3,500 a month", 3500, 3500, "exact", "USD", "rate"),
    ("60 miles per hour", "60 miles per hour", 60, 60, "exact", "[mi_i]/h", "absolute"),
    ("300 square miles", "300 square miles", 300, 300, "exact", "[mi_i]2", "absolute"),
    ("one hundred and two ships", "one hundred and two ships", 102, 102, "exact", "ship", "absolute"),
    ("two and a half tonnes", "two and a half tonnes", 2.5, 2.5, "exact", "t", "absolute"),
    ("5 million pounds sterling", "5 million pounds sterling", 5000000, 5000000, "exact", "GBP", "absolute"),
    ("3 1/2 inches", "3 1/2 inches", 3.5, 3.5, "exact", "[in_i]", "absolute"),
    ("not more than 20 ships", "not more than 20 ships", None, 20, "at_most", "ship", "absolute"),
    ('said "nearly 600,000" had left', "nearly 600,000", 600000, 600000, "nearly", "1", "absolute"),
    ('a 7" nail', '7"', 7, 7, "exact", "[in_i]", "absolute"),
    ("would fall below 7% by June", "below 7%", None, 7, "less_than", "%", "share"),
    ("rose above 9%", "above 9%", 9, None, "more_than", "%", "share"),
    ("growth below 2%", "below 2%", None, 2, "less_than", "%", "percent_change"),
    ("down from about 6%", "about 6%", 6, 6, "about", "%", "share"),
    ("rose as high as 11%", "as high as 11%", None, 11, "at_most", "%", "share"),
    ("450 deaths a year earlier", "450 deaths", 450, 450, "exact", "death", "absolute"),
    ("from 90 deaths a year before.", "90 deaths", 90, 90, "exact", "death", "absolute"),
    ("90 deaths a year before the ban", "90 deaths a year", 90, 90, "exact", "death", "rate"),
    ("20,000 crowns", "20,000 crowns", 20000, 20000, "exact", "{crown}", "absolute"),
    ("300 crowns", "300 crowns", 300, 300, "exact", "crown", "absolute"),
    ("640 million marks", "640 million marks", 640000000, 640000000, "exact", "{mark}", "absolute"),
    ("passed the 2 million mark", "2 million", 2000000, 2000000, "exact", "1", "absolute"),
    ("earn 3,140 dinars", "3,140 dinars", 3140, 3140, "exact", "{dinar}", "absolute"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "span", "low", "high", "modifier", "unit", "kind"), QUANTITIES)
def test_what_a_quantity_is(text, span, low, high, modifier, unit, kind):
    (quantity,) = find_quantities(text)
    assert quantity.span.of(text) == span
    assert (quantity.modifier, quantity.unit, quantity.kind) == (modifier, unit, kind)
    assert quantity.low == (None if low is None else pytest.approx(low))
    assert quantity.high == (None if high is None else pytest.approx(high))


@pytest.mark.parametrize(
    "text",
    [
        "the 23rd district", "simply zero doubt", "call 555-123-4567", "won 2-0 at home", "Section 427 of the act",
        "rated 0 / 5", "on October 5, 2018", "in 2018", "the one who left", "no one came", "COVID-19", "a B-52 bomber",
        "1. First point", "one of them", "at 9:06 a.m.", "version 1.2.3", "Flight 370", "No. 5", "a double standard",
        "doubling down", "the first half",
    ],
)  # fmt: skip
def test_what_is_no_quantity(text):
    assert not [q for q in find_quantities(text) if q.sort not in {"age", "member"}]


@pytest.mark.parametrize(("text", "sort"), [("Ann Lee, 44, left", "age"), ("a 44-year-old man", "age"),
                          ("one of the ministers", "member"), ("for three days", "duration")])  # fmt: skip
def test_what_only_looks_like_a_figure_says_so(text, sort):
    assert [q.sort for q in find_quantities(text)] == [sort]


def _words(number):
    units = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
    ]
    units += ["seventeen", "eighteen", "nineteen"]
    tens = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if number < 20:
        return units[number]
    if number < 100:
        return tens[number // 10] + (f"-{units[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{units[number // 100]} hundred" + (f" and {_words(number % 100)}" if number % 100 else "")
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " " if rest else ""
            return f"{_words(number // scale)} {name}{joint}{_words(rest) if rest else ''}"
    return ""


@settings(max_examples=150)
@given(st.integers(2, 10**12 - 1), st.sampled_from(["{:,}", "{}", "words"]))
def test_every_rendering_of_a_count_parses_back(number, rendering):
    assume(rendering != "{}" or not 1900 <= number <= 2050)  # read as a year
    words = _words(number) if rendering == "words" else rendering.format(number)
    text = f"They counted {words} boats there."
    (quantity,) = find_quantities(text)
    assert quantity.low == quantity.high == number
    assert quantity.number.of(text) == words
    assert quantity.unit == "boat"


@settings(max_examples=80)
@given(st.text(alphabet="0123456789 ,.-/%$£–millontwohundreaf\nb", max_size=100), st.integers(0, 40))
@example("flat 3 1/a", 0)
def test_spans_lie_in_the_text(text, offset):
    for quantity in find_quantities(text, offset=offset):
        assert offset <= quantity.span.start <= quantity.number.start < quantity.number.end
        assert quantity.number.end <= quantity.span.end <= offset + len(text)
        assert quantity.low is not None or quantity.high is not None


@pytest.mark.parametrize("unit", ["7 ", "1234567890", "1,000,", "two ", "of the ", "$", "3-", "hundred ", "1/2 "])
def test_time_taken_is_linear(unit):
    seconds = []
    for size in (10_000, 60_000):
        gc.collect()  # what earlier tests left is not what is timed
        begun = time.process_time()
        find_quantities(unit * (size // len(unit)))
        seconds.append(time.process_time() - begun)
    assert seconds[1] < 30 * max(seconds[0], 0.005)
