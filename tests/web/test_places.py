"""Where a form leads back to."""

import pytest

from onrecord.web.places import back


@pytest.mark.parametrize("place", ["/", "/review?kind=claim&show=open", "/documents/document-1?at=1-2#1-2"])
def test_a_place_of_ours_is_kept(place):
    assert back(place) == place


@pytest.mark.parametrize(
    "place",
    ["", "//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "/a\r\nX: y", "review"],
)
def test_any_other_leads_to_the_start(place):
    assert back(place) == "/"
