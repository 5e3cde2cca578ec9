"""Undertakings set out as a list of their own."""

import json

import pytest

from onrecord import annotate, read


@pytest.mark.parametrize(
    ("opening", "actions"),
    [
        ("We will:", ["raise any tax", "govern with the Bloc"]),
        ("We will not:", ["not raise any tax", "not govern with the Bloc"]),
        ("The union vows to:", ["raise any tax", "govern with the Bloc"]),
    ],
)
def test_items_go_on_with_what_opens_them(opening, actions):
    text = f"Our plan for the year.\n\n{opening}\n\n• raise any tax\n\n• govern with the Bloc"
    told = {"title": "Plan", "outlet": "Union of Vell", "published": "2031-05-04", "text": text}
    found = annotate(read(json.dumps(told).encode(), uri="plan.json")).commitments
    assert [commitment.action for commitment in found] == actions
