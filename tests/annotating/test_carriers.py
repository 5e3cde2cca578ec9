"""What somebody has plans or no intention to do is a claim about doing it."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


@pytest.mark.parametrize(
    ("text", "predicate", "polarity"),
    [
        ("Mr Harl said he had no intention of resigning.", "resign", "negated"),
        ("The firm has no intention of selling the mill.", "sell", "negated"),
        ("The board has no plans to close the school.", "close", "negated"),
        ("The board has plans to close the school.", "close", "affirmed"),
        ("The mayor had every intention of selling the yard.", "sell", "affirmed"),
    ],
)
def test_having_a_plan_carries_what_is_planned(text, predicate, polarity):
    [claim] = annotate(read(text.encode())).claims
    assert (claim.proposition.predicate, claim.polarity, claim.modality) == (predicate, polarity, "planned")


def test_a_plan_of_another_is_not_carried():
    claims = annotate(read(b"Critics of the plan to close the school have a lawyer.")).claims
    assert all(claim.modality != "planned" or claim.polarity == "affirmed" for claim in claims)
