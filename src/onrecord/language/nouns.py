"""Nouns that mean the same thing: for comparing only, never shown in place of what was written.

Only full synonyms in public affairs stand together: "treaty" and "agreement" do not, nor do "migrant" and "refugee".
"""

from functools import lru_cache

_SAME = """
aircraft airplane aeroplane plane | attorney lawyer solicitor | automobile car | ballot vote | blast explosion |
border frontier | boat vessel ship ferry | captive hostage | child kid | company firm | conflict war | cop policeman |
disease illness | doctor physician | drone uav | employee worker staff workforce personnel | firearm gun |
forest woodland | gasoline petrol |
inquiry investigation probe | jail prison | journalist reporter | laboratory lab labs laboratories |
law statute | legislator lawmaker | militant guerrilla insurgent | movie film | negotiation talk |
port harbor harbour | salary wage |
soldier troop serviceman servicewoman | specialist expert | student pupil | tariff duty | teenager adolescent |
truck lorry
"""


@lru_cache(maxsize=1)
def _first_of() -> dict[str, str]:
    groups = [group.split() for group in _SAME.split("|")]
    return {noun: group[0] for group in groups for noun in group}


def common_noun(lemma: str) -> str:
    """The word that stands for a lemma and its synonyms: "troop" and "soldier" give the same."""
    return _first_of().get(lemma, lemma)
