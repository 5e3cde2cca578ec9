"""A time told before the first of joined clauses holds for those that tell none."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


def told(text: str) -> dict[str, str | None]:
    """Each claim of a text with the words of the time that it is about."""
    return {claim.text: claim.about.text if claim.about else None for claim in annotate(read(text.encode())).claims}


@pytest.mark.parametrize(
    ("text", "claim", "time"),
    [
        ("On 3 May 2031 the police raided the office and took six computers.",
         "The police took six computers on 3 May 2031", "3 May 2031"),
        ("In 2029 a Sorvian trawler fished on the bank and its owner was fined.",
         "A Sorvian trawler fished on the bank in 2029", "2029"),
        ("“In March 2030 we closed the pool and sent everybody home,” said Ann Bell.",
         "We sent everybody home in March 2030", "March 2030"),
        ("In 2029 the council met but did not vote.", "The council did not vote in 2029", "2029"),
    ],
)  # fmt: skip
def test_the_time_is_shared(text, claim, time):
    assert told(text)[claim] == time


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("In 2029 the mine was sold and its owner is now in prison.", "The mine's owner is now in prison"),
        ("In 2029 the mine was sold and the union later sued.", "The union later sued"),
        ("The mine was sold in 2029 and the union sued.", "The union sued"),
        ("The clerk said in 2029 that the mine had been sold and the union had sued.", "The union had sued"),
    ],
)
def test_a_clause_that_moves_on_has_no_part_in_it(text, claim):
    assert told(text)[claim] is None
