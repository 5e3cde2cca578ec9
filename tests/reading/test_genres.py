"""What sort of text a document is, where only who put it out tells."""

import json

import pytest

from onrecord.reading import read

OWN = "Zennor Zinc notes the reports. Zennor Zinc keeps to its permit. The firm asked Zennor Zinc for nothing."
WE = "Zennor Zinc notes the reports. We keep to our permit, and we shall say so to anybody who asks us."
SHORT = "The Bureau has examined the wreck. Nothing was found. The Bureau has heard 84 people, and the Bureau goes on."
TOLD = "A clerk told Zennor Zinc of it. “We were late,” he wrote to Zennor Zinc. “We are sorry, and our house is too.”"
NEWS = "The Tolm Courier has seen the list. The Tolm Courier asked twice. We at the Courier, and our readers, wait."


@pytest.mark.parametrize(
    ("outlet", "text", "genre"),
    [
        ("Zennor Zinc", OWN, "release"),
        ("Zennor Zinc", WE, "release"),
        ("Bureau of Ships", SHORT, "release"),
        ("Zennor Zinc, press release", TOLD, "release"),
        ("Zennor Zinc", TOLD, "report"),
        ("The Tolm Courier", NEWS, "report"),
        (None, OWN, "report"),
    ],
)
def test_a_body_that_speaks_of_itself_issues_a_release(outlet, text, genre):
    row = {"text": text, "outlet": outlet} if outlet else {"text": text}
    assert read(json.dumps(row).encode(), uri="x.jsonl").genre == genre
