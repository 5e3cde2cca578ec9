"""Pronouns: a country and a quarry that are written like one are none."""

import pytest

import onrecord
from onrecord.language.pronounwords import is_own, is_we

SPOKEN = (
    "TORV, March 3, 2031 (Harbour Wire) — Ann Lee, the foreign minister of Norway, spoke on Monday.\n\n"
    "“{} supplied steel to Sweden,” Ann Lee said. “{} has promised to close its base in Lund.”"
)


@pytest.mark.parametrize(
    ("word", "own", "several"),
    [("us", True, True), ("Us", True, True), ("US", False, False), ("we", True, True), ("WE", True, True),
     ("I", True, False), ("my", True, False), ("mine", False, False), ("she", False, False)],
)  # fmt: skip
def test_words_of_the_first_person(word, own, several):
    assert (is_own(word), is_we(word)) == (own, several)


@pytest.mark.parametrize(("doer", "name"), [("The US", "United States"), ("The mine", "mine"), ("We", "Norway")])
def test_who_promises_in_quoted_words(doer, name):
    verb = SPOKEN.replace("has promised", "have promised") if doer == "We" else SPOKEN
    annotated = onrecord.annotate(onrecord.read(verb.format(doer, doer).encode(), uri="report.txt"))
    assert [commitment.parties for commitment in annotated.commitments] == [(name,)]
    assert all(relation.subject not in {"Ann Lee", "Norway"} for relation in annotated.relations if doer != "We")
