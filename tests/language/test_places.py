"""Which state a word stands for."""

import pytest

from onrecord.language.places import (
    agencies,
    agency_country,
    countries,
    country_containing,
    country_of,
    is_demonym,
    is_place,
    is_us_state,
    party_of,
)


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("U.S.", "United States"),
        ("the United States", "United States"),
        ("Americans", "United States"),
        ("Norway’s", "Norway"),
        ("Norwegian", "Norway"),
        ("Iraqis", "Iraq"),
        ("Republic of Korea", "South Korea"),
        ("Great Britain", "United Kingdom"),
        ("PORTUGAL", "Portugal"),
        ("us", None),
        ("turkey", None),
        ("Texas", None),
        ("", None),
    ],
)
def test_a_country_word_answers_with_one_display_name(words, country):
    assert country_of(words) == country


@pytest.mark.parametrize(
    ("phrase", "party"),
    [
        ("Norwegian Fisheries Minister", "Norway"),
        ("the U.S. ambassador to Norway", "United States"),
        ("ambassador to Norway", None),
        ("R-Ohio", "United States"),
        ("D-N.M.", "United States"),
        ("a spokesman for the Kenyan government", "Kenya"),
        ("prime minister of Nepal", "Nepal"),
        ("Kremlin spokesman", "Russia"),
        ("Vermont governor", "United States"),
        ("the village baker", None),
    ],
)
def test_an_office_tells_the_party(phrase, party):
    assert party_of(phrase) == party


def test_lists_are_whole():
    assert len(countries()) > 240
    assert {len(country.code) for country in countries()} == {2}
    assert all(agency_country(agency) for agency in agencies())
    assert all(country_of(demonym) for country in countries() for demonym in country.demonyms)


def test_places_lie_in_countries():
    assert country_containing("Ohio") == "United States"
    assert country_containing("Bergen") == "Norway"
    assert is_place("Ala.")
    assert is_us_state("TX")
    assert not is_place("Nowhereton")
    assert is_demonym("Kenyan")
    assert not is_demonym("Kenya")
