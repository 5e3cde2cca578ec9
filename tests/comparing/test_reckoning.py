"""What is told of two claims' numbers and times to the model that reads them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotating import annotate
from onrecord.comparing.in_place import noted
from onrecord.comparing.quantities import figures_in
from onrecord.comparing.reckoning import reckoned
from onrecord.reading import read


def claims(text):
    found = annotate(read(json.dumps({"text": text, "date": "2031-03-06"}).encode(), uri="a.jsonl"))
    return [(claim, figures_in(claim, found.figures)) for claim in found.claims]


def between(one, other):
    ((claim, mine),), ((beside, theirs),) = claims(one), claims(other)
    return reckoned(claim, mine, beside, theirs)


@pytest.mark.parametrize(
    ("one", "other", "note"),
    [
        ("The town keeps £11m in reserve.", "The town keeps £1.9m in reserve.", "other number"),
        ("The town keeps £1.9m in reserve.", "The town keeps £1,900,000 in reserve.", "same number"),
        ("Two million people live there.", "The city counted 2,000,000 inhabitants.", "same number"),
        ("At least 30 houses burned.", "The fire took 42 homes.", "same number"),
        ("The town keeps £11m in reserve.", "The town lost four per cent of its trees.", ""),
        ("The doors closed at 12.26.", "The doors closed at 12.33.", "other time"),
        ("The doors closed on Tuesday.", "The doors closed on 4 March.", "same time"),
        ("The doors closed at 12.26.", "The doors closed on 4 March.", ""),
        ("The doors closed at 12:26 on 3 March.", "The doors closed at 12:26 on 4 March.", "other time"),
        ("The doors closed at 3 p.m. on 3 March.", "The doors closed at 15:10 on 3 March.", "same time"),
        ("The doors closed at 12:26 on 3 March.", "The doors closed on 3 March.", "same time"),
        ("The doors closed at 2 a.m. on 4 March.", "The doors closed on 3 March.", "other time"),
        ("The doors closed at 12:26 on 3 March.", "The doors closed at 12.26.", "same time"),
        ("The doors closed after 12.26.", "The doors closed at 12.33.", "same time"),
        ("The works emits 40 tonnes a day.", "The works emits 40 tonnes a year.", ""),
        ("The doors closed.", "The doors closed on 4 March.", ""),
        ("Forty miners died on 2 March.", "Ninety miners died on 4 March.", "other number, other time"),
    ],
)
def test_what_meets_is_told(one, other, note):
    assert between(one, other) == note


@given(st.integers(2, 10**9), st.integers(2, 10**9))
def test_the_order_of_two_claims_does_not_matter(one, other):
    texts = f"The works made {one:,} bricks.", f"The works made {other:,} bricks."
    assert between(*texts) == between(*reversed(texts)) != ""


def test_a_note_stands_before_the_claim():
    assert noted("The doors closed", "other time") == "(other time) The doors closed"
    assert noted("The doors closed", "") == "The doors closed"
