"""What takes part of something counted before, what "there" and "we" mean, and what was done before something else."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


def claims(text):
    return annotate(read(text.encode())).claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A boat with 40 people aboard sank. Divers say none of them was hurt.", "None of the 40 people was hurt"),
        ("Six calves were born. Four of them fell ill and were treated.", "Four of the six calves were treated"),
        ("The bank made two loans. Neither has been repaid.", "Neither of the two loans has been repaid"),
        ("Two pilots were on duty. One has resigned.", "One of the pilots has resigned"),
        ("Tarn Dairies closed a barn at Holm. Ann Bell says cows died there.", "Cows died at Holm"),
        ("Second, the pumps were off.", "The pumps were off"),
    ],
)
def test_a_part_names_its_whole(text, claim):
    assert claim in [one.text for one in claims(text)]


@pytest.mark.parametrize(
    "text", ["“There was nobody in the boathouse at six,” Ann Bell said.", "Ann Bell said nobody was in the boathouse."]
)
def test_that_nobody_was_there_is_a_claim(text):
    [claim] = claims(text)
    assert claim.polarity == "negated"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Norrby Rail lost money. “We sold two ferries,” said its director, Ida Roe.", "Norrby Rail"),
        ("“We sold two ferries,” said Norrby Railways' technical director, Ida Roe.", "Norrby Railways"),
    ],
)
def test_whose_director_somebody_is_is_whom_she_speaks_for(text, party):
    [claim] = [one for one in claims(text) if one.proposition.predicate == "sell"]
    assert claim.text == f"{party} sold two ferries"
    assert claim.holder.party == party


@pytest.mark.parametrize(
    ("text", "predicate", "modality", "polarity"),
    [
        ("The pilot had to move four patients.", "move", "asserted", "affirmed"),
        ("The pilot has to move four patients.", "move", "demanded", "affirmed"),
        ("The divers were able to open the hatch.", "open", "asserted", "affirmed"),
        ("The divers may be able to open the hatch.", "open", "possible", "affirmed"),
        ("The mill was insured before it burned.", "burn", "asserted", "affirmed"),
        ("The mill will be insured before it burns.", "burn", "possible", "affirmed"),
        ("Nurses used no bleach, which is not allowed there.", "allow", "asserted", "negated"),
    ],
)
def test_what_was_done_is_asserted(text, predicate, modality, polarity):
    [claim] = [one for one in claims(text) if one.proposition.predicate == predicate]
    assert (claim.modality, claim.polarity) == (modality, polarity)
