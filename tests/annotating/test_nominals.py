"""Propositions packed in a noun: what is done, to what and where."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Talks on the Harl river in Oslo ended on Monday.", "Oslo"),
        ("Talks on the Harl river ended on Monday.", None),
    ],
)
def test_what_a_noun_is_about_is_not_where_it_is_done(text, place):
    packed = [claim.proposition for claim in annotate(read(text.encode())).claims if claim.presupposed]
    assert {one.argument("place") and one.argument("place").text for one in packed} <= {place}
    assert bool(packed) is (place is not None)
