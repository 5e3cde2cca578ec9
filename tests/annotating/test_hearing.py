"""Whose words a claim is where no statement tells: a report's own, or the issuer's of a release."""

import json

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read

RELEASE = "FOR IMMEDIATE RELEASE\n\nThe gate was closed at noon. Our crew has left the site.\n"
REPORT = "The gate was closed at noon. The crew has left the site.\n"


@pytest.mark.parametrize(
    ("outlet", "text", "name", "party"),
    [
        ("Zennor Zinc", RELEASE, "Zennor Zinc", "Zennor Zinc"),
        ("Zennor Zinc, press release", RELEASE, "Zennor Zinc", "Zennor Zinc"),
        ("Ministry of Works of Norway", RELEASE, "Ministry of Works of Norway", "Norway"),
        ("Tolm Courier", REPORT, None, None),
        (None, RELEASE, None, None),
    ],
)
def test_a_release_holds_its_own_words(outlet, text, name, party):
    row = {"text": text, "outlet": outlet} if outlet else {"text": text}
    [claim] = [c for c in annotate(read(json.dumps(row).encode(), uri="x.jsonl")).claims if "gate" in c.text]
    assert (claim.statement, claim.holder.name, claim.holder.party) == (None, name, party)
