"""People and parties under several names in a few documents: who is one, and who never is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing.bearers import Bearers, one_party
from onrecord.language.places import countries
from onrecord.model.items import Entity, Role


def person(name: str, title: str | None = None, party: str | None = None) -> Entity:
    roles = (Role(title=title, organisation=party),) if title else ()
    return Entity(id=f"entity-{name}", kind="person", name=name, roles=roles, party=party)


def place(name: str) -> Entity:
    return Entity(id=f"entity-{name}", kind="place", name=name, party=name)


@pytest.mark.parametrize(
    ("short", "others", "meant"),
    [
        (("Maalen", "foreign minister", "Belmora"), [("Ruta Maalen", "Foreign Minister", "Belmora")], "Ruta Maalen"),
        (("Maalen", "foreign minister", None), [("Ruta Maalen", "Foreign Minister", "Belmora")], "Ruta Maalen"),
        (("Maalen", None, "Belmora"), [("Ruta Maalen", "Foreign Minister", "Belmora")], "Ruta Maalen"),
        (("Maalen", "Belmoran", None), [("Ruta Maalen", None, "Belmora")], "Maalen"),
        (("Maalen", None, None), [("Ruta Maalen", "Foreign Minister", "Belmora")], "Maalen"),
        (("Maalen", "minister", None), [("Ruta Maalen", "minister", "Belmora")], "Maalen"),
        (("Maalen", "foreign minister", "Tyria"), [("Ruta Maalen", "Foreign Minister", "Belmora")], "Maalen"),
        (("Maalen", "energy minister", None), [("Ruta Maalen", "Foreign Minister", "Belmora")], "Maalen"),
        (
            ("Maalen", "foreign minister", None),
            [("Ruta Maalen", "Foreign Minister", "Belmora"), ("Odo Maalen", "miller", None)],
            "Maalen",
        ),
        (("Sol", "chief executive", "Halvorsen"), [("Ingrid Sol", "Chief Executive", "Halvorsen")], "Ingrid Sol"),
    ],
)
def test_a_surname_alone_is_who_holds_the_same_office(short: tuple, others: list, meant: str) -> None:
    told = {"d1": [person(*short)], "d2": [person(*other) for other in others]}
    assert Bearers(told, [short[0]]).name("d1", short[0]) == meant


def test_one_surname_of_two_parties_is_two_voices() -> None:
    told = {"d1": [person("Maalen", "minister", "Belmora")], "d2": [person("Maalen", "minister", "Tyria")]}
    people = Bearers(told, ["Maalen"])
    assert people.voice("d1", "Maalen", "Belmora") != people.voice("d2", "Maalen", "Tyria")


def test_a_persons_party_told_once_holds_in_all_documents() -> None:
    told = {"d1": [person("Ruta Maalen", "Foreign Minister", "Belmora")], "d2": [person("Ruta Maalen")]}
    assert Bearers(told, []).spoken_for("Ruta Maalen") == "Belmora"
    told["d3"] = [person("Ruta Maalen", "director", "Halvorsen")]
    assert Bearers(told, []).spoken_for("Ruta Maalen") is None


@pytest.mark.parametrize(
    ("names", "name", "one"),
    [
        ({"Tyria", "Tyrian"}, "Tyrian", "Tyria"),
        ({"Tyria", "Republic of Tyria"}, "Republic of Tyria", "Tyria"),
        ({"Tyria", "Government of Tyria"}, "Government of Tyria", "Tyria"),
        ({"Tyria", "Tyrian government"}, "Tyrian government", "Tyria"),
        ({"Norwegian"}, "Norwegian", "Norway"),
        ({"Tyrian"}, "Tyrian", "Tyrian"),
        ({"Tyria", "Tyrian Steel"}, "Tyrian Steel", "Tyrian Steel"),
        ({"Tyr", "Tyria", "Tyrian"}, "Tyrian", "Tyria"),
        ({"Republic of Korea", "South Korea"}, "Republic of Korea", "South Korea"),
    ],
)
def test_a_state_goes_by_one_name(names: set[str], name: str, one: str) -> None:
    assert one_party(names).get(name, name) == one


NEAR = [
    ("Niger", "Nigeria"), ("Austria", "Australia"), ("Guinea", "Guinea-Bissau"), ("Guinea", "Equatorial Guinea"),
    ("Guinea", "Papua New Guinea"), ("North Korea", "South Korea"), ("Sudan", "South Sudan"),
    ("Dominica", "Dominican Republic"),
    ("Iran", "Iraq"), ("Slovakia", "Slovenia"), ("Mali", "Malawi"), ("Mauritania", "Mauritius"), ("Zambia", "Gambia"),
    ("Latvia", "Lithuania"), ("Velar", "Velaria"), ("North Velmar", "South Velmar"), ("Velmar", "North Velmar"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_two_states_of_like_names_are_never_one(one: str, other: str) -> None:
    for style in ("{}", "Republic of {}", "Government of {}", "{} government"):
        found = one_party({one, other, style.format(one), style.format(other)})
        meant = [found.get(style.format(name), style.format(name)) for name in (one, other)]
        assert meant[0] != meant[1]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_two_countries_of_the_lists_are_ever_one(data: st.DataObject) -> None:
    known = data.draw(st.lists(st.sampled_from(countries()), min_size=2, max_size=5, unique_by=lambda c: c.name))
    owners: dict[str, set[str]] = {}
    for country in known:
        for name in (country.name, *country.demonyms):
            owners.setdefault(name, set()).add(country.name)
    found = one_party(owners)
    for name, own in owners.items():
        if len(own) == 1:
            assert found.get(name, name) in own | {name}


@pytest.mark.parametrize(
    ("short", "others", "meant"),
    [
        (("Maalen", None, None), [("Ruta Maalen", "Foreign Minister", "Belmora")], "Ruta Maalen"),
        (("Maalen", "energy minister", None), [("Ruta Maalen", "Museum director", None)], "Maalen"),
        (("Maalen", None, "Tyria"), [("Ruta Maalen", None, "Belmora")], "Maalen"),
        (("Maalen", None, None), [("Ruta Maalen", None, None), ("Odo Maalen", "miller", None)], "Maalen"),
    ],
)
def test_in_one_matter_a_surname_alone_is_its_one_bearer(short: tuple, others: list, meant: str) -> None:
    told = {"d1": [person(*short)], "d2": [person(*other) for other in others]}
    assert Bearers(told, [short[0]], one_matter=True).name("d1", short[0]) == meant


def test_a_person_is_known_by_a_style_with_the_surname_and_after_what_they_are() -> None:
    people = Bearers({"d1": [person("Ruta Maalen", "director")]}, ["Mr Maalen"], one_matter=True)
    assert people.name("d2", "Mr Maalen") == "Ruta Maalen"
    assert people.name("d2", "prefect of the district, Ruta Maalen") == "Ruta Maalen"
