"""Counted nouns in the singular and the plural."""

import pytest

from onrecord.language.quantitywords import plural_of, singular


@pytest.mark.parametrize(
    ("noun", "words"),
    [("boat", "boats"), ("agency", "agencies"), ("day", "days"), ("branch", "branches"), ("policeman", "policemen"),
     ("people", "people"), ("child", "children"), ("laws", "laws"), ("class", "classes"), ("dead", "dead"),
     ("inch", "inches")],
)  # fmt: skip
def test_more_than_one_is_counted_in_the_plural(noun, words):
    assert plural_of(noun) == words


@pytest.mark.parametrize("noun", ["agency", "branch", "child", "foot", "knife", "woman", "worker"])
def test_a_plural_comes_back_to_its_noun(noun):
    assert singular(plural_of(noun)) == noun
