"""Which bodies of a few documents are one party."""

import pytest

from onrecord.comparing.bodies import Bodies, issuer_of
from onrecord.model.documents import Document
from onrecord.model.items import Entity
from onrecord.reading import read


def body(name: str, party: str | None = None) -> Entity:
    return Entity(id=f"entity-{name}", kind="organisation", name=name, party=party or name)


def place(name: str) -> Entity:
    return Entity(id=f"entity-{name}", kind="place", name=name, party=name)


def bodies(texts: dict[str, str], **told: list[Entity]) -> Bodies:
    documents = {key: read(text.encode(), uri=f"file:///{key}.txt") for key, text in texts.items()}
    return Bodies({key: told.get(key, []) for key in texts}, documents, lambda name: name)


PLAIN = {"one": "The kiln ran.", "two": "The kiln stood."}


@pytest.mark.parametrize(
    ("named", "called", "one"),
    [
        (["Halvar Steel AB"], "Halvar Steel", "Halvar Steel AB"),
        (["Halvar Steel AB"], "Halvar", "Halvar Steel AB"),
        (["Halvar Steel", "Halvar Foundation"], "Halvar", "Halvar"),
        (["Orre Health Trust"], "Trust", "Orre Health Trust"),
        (["Orre Health Trust"], "trust", "Orre Health Trust"),
        (["Orre Health Trust", "Bask Water Trust"], "trust", None),
        (["Prison Service of the Outer Isles"], "Service", "Prison Service of the Outer Isles"),
        (["Orre Constabulary"], "force", "Orre Constabulary"),
        (["Bask Harbour Authority"], "BHA", "Bask Harbour Authority"),
        (["Halvar Steel AB"], "company", "Halvar Steel AB"),
        (["The", "Halvar Steel"], "company", "Halvar Steel"),
        ([], "council", "council"),
        ([], "district council", "council"),
        (["Orre Museum"], "council", "council"),
    ],
)
def test_a_short_name_is_the_one_body_that_bears_it(named: list[str], called: str, one: str | None) -> None:
    assert bodies(PLAIN, two=[body(name) for name in named]).one("one", called) == one


def test_ministries_are_one_government_where_no_second_state_is_told_of() -> None:
    found = bodies({"one": "Velland's army stayed.", "two": "The ministry spoke."}, one=[place("Velland")])
    parties = {found.one("two", name) for name in ("defence ministry", "foreign ministry", "army", "Foreign Office")}
    assert parties == {"Velland"}
    unnamed = bodies(PLAIN)
    assert unnamed.one("one", "defence ministry") == unnamed.one("two", "Ministry of Trade") == "government"


def test_ministries_of_two_states_stay_apart() -> None:
    texts = {"one": "Velland's army stayed, and Bruun's ambassador left.", "two": "The ministry spoke."}
    found = bodies(texts, one=[place("Velland"), place("Bruun")])
    assert found.one("two", "defence ministry") != found.one("two", "foreign ministry")
    assert found.one("one", "Foreign Ministry") == found.one("two", "foreign ministry")
    assert found.one("two", "Ministry of Trade of Bruun") == "Bruun"
    assert found.one("two", "government") is None


@pytest.mark.parametrize(
    ("outlet", "issuer"),
    [
        ("Ministry of the Interior of Velland", "Ministry of the Interior of Velland"),
        ("Navy of Velland, press section", "Navy of Velland"),
        ("Union of Kiln Workers", "Union of Kiln Workers"),
        ("Kiln Today (newsletter of the Borough Council)", "Borough Council"),
        ("Orre Morning Courier", None),
        ("Council Gazette", None),
        ("Stage and Kiln", None),
    ],
)
def test_a_text_is_its_issuers_where_no_paper_puts_it_out(outlet: str, issuer: str | None) -> None:
    text = f'{{"text": "The kiln ran all night.", "outlet": "{outlet}", "date": "2031-03-04"}}'
    document: Document = read(text.encode(), uri="file:///release.jsonl")
    assert issuer_of(document) == issuer
