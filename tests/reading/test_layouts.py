"""Whole documents in the layouts that agencies, ministries, companies and parliaments use."""

import sys
from pathlib import Path

import pytest

from onrecord.reading import read

sys.path.insert(0, str(Path(__file__).parent))
from layouts import LAYOUTS, NOT_PUBLISHED_THEN, PROSE_WITH_COLONS


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_what_a_layout_tells(layout):
    document = read(layout.text.encode())
    day = document.published
    blocks = tuple(f"{b.kind}:{b.label}" if b.label else b.kind for b in document.blocks if b.kind != "paragraph")
    assert (day and (day.start, day.known_by), document.outlet, document.title, document.genre) == (
        layout.published,
        layout.outlet,
        layout.title,
        layout.genre,
    )
    assert blocks == layout.blocks
    assert (document.authors, document.dateline) == (layout.authors, layout.dateline)


@pytest.mark.parametrize("text", NOT_PUBLISHED_THEN)
def test_a_date_in_the_words_is_not_the_day_of_publication(text):
    assert read(text.encode()).published is None


@pytest.mark.parametrize("text", PROSE_WITH_COLONS)
def test_a_colon_makes_no_turn(text):
    assert not [b for b in read(text.encode()).blocks if b.kind == "turn"]
