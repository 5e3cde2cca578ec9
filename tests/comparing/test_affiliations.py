"""For which body people and unnamed speakers of a document speak, by the words beside them."""

import pytest

from onrecord.comparing.affiliations import affiliations, body_of, only_modifies
from onrecord.model.documents import Document
from onrecord.model.items import Entity, Mention
from onrecord.reading import read


def told(text: str, name: str, *bodies: str) -> str | None:
    """The body of one person of a text in which these bodies are named."""
    document = read(text.encode(), uri="file:///text.txt")
    entities = [entity(document, "person", name), *(entity(document, "organisation", body) for body in bodies)]
    return affiliations(document, entities).get(name)


def entity(document: Document, kind: str, name: str) -> Entity:
    start = document.text.index(name)
    mention = Mention(document=document.id, start=start, end=start + len(name))
    return Entity(id=f"entity-{name}", kind=kind, name=name, mentions=(mention,))


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        (
            "A spokesman for the foreign office, Pavel Ruun, said that the post was open.",
            "Pavel Ruun",
            "foreign office",
        ),
        ("Pavel Ruun, a spokesman for the river authority, said so.", "Pavel Ruun", "river authority"),
        ("Pavel Ruun, the council's leader, said so.", "Pavel Ruun", "council"),
        ("The council leader, Pavel Ruun, said so.", "Pavel Ruun", "council"),
        ("Halvar Steel's president, Pavel Ruun, said so.", "Pavel Ruun", "Halvar Steel"),
        ("Pavel Ruun, director of the Osk Museum, said so.", "Pavel Ruun", "Osk Museum"),
        ("The ministry did not answer. Its spokesman, Pavel Ruun, was away.", "Pavel Ruun", "ministry"),
        ("The energy minister, Pavel Ruun, said so.", "Pavel Ruun", "energy ministry"),
        ("Prime Minister Pavel Ruun said so.", "Pavel Ruun", "government"),
        ("Pavel Ruun, who heads the water board, said so.", "Pavel Ruun", "water board"),
        ("Chief executive Pavel Ruun said so.", "Pavel Ruun", "company"),
        ("Pavel Ruun, a miller from the valley, said so.", "Pavel Ruun", None),
        ("The plant worker Pavel Ruun said so.", "Pavel Ruun", None),
        ("Pavel Ruun, a former director of the Osk Museum, said so.", "Pavel Ruun", None),
        ("Pavel Ruun said so.", "Pavel Ruun", None),
    ],
)
def test_a_person_is_of_the_body_told_beside_the_name(text: str, name: str, body: str | None) -> None:
    assert told(text, name) == body


def test_its_means_the_body_named_last() -> None:
    text = "The Orre Inspectorate had two boats. “They were in dock,” said its director, Maja Sund."
    assert told(text, "Maja Sund", "Orre Inspectorate") == "Orre Inspectorate"


@pytest.mark.parametrize(
    ("description", "body"),
    [
        ("a council spokesman", "council"),
        ("senior council official", "council"),
        ("a top defence ministry official", "defence ministry"),
        ("the interior ministry in Vask, which runs the guard", "interior ministry"),
        ("a spokeswoman for the harbour authority", "harbour authority"),
        ("an official of the Orre Inspectorate", "Orre Inspectorate"),
        ("the justice minister", "justice ministry"),
        ("prime minister", "government"),
        ("President Maja Sund's office", "government"),
        ("a grain trader in Bask", None),
        ("a former council spokesman", None),
        ("a plumber who worked at the hospital", None),
        ("a worker at the plant", None),
        (None, None),
        ("", None),
    ],
)
def test_an_unnamed_speaker_is_of_the_body_in_the_description(description: str | None, body: str | None) -> None:
    assert body_of(description) == body


def test_words_of_an_office_are_no_party() -> None:
    assert only_modifies("Managing")
    assert only_modifies("Chief")
    assert not only_modifies("Halvar Steel")
