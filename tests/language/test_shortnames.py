"""Short names that a text introduces beside the full one."""

import re

import pytest

from onrecord.language.names import find_names
from onrecord.language.parsing import analyse
from onrecord.language.persons import same_person
from onrecord.model.documents import Block, Document, Source

SOURCE = Source(uri="sample", sha256="0" * 64, media_type="text/plain", read_at="2025-01-01T00:00:00Z")


def people(text: str) -> dict[str, set[str]]:
    blocks = tuple(Block(kind="paragraph", start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text))
    found = find_names(analyse(Document(id="document-n", source=SOURCE, text=text, blocks=blocks)))
    return {entity.name: set(entity.aliases) for entity in found if entity.kind == "person"}


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        (
            "Andrés Manuel Quispe Rojas, known as AMQR, spoke on Monday. AMQR said the dam would be built.",
            "Andrés Manuel Quispe Rojas",
            "AMQR",
        ),
        (
            "Kwame Robert Mensah, widely known by the nickname “Bobi”, spoke. Bobi said the dam would be built.",
            "Kwame Robert Mensah",
            "Bobi",
        ),
        (
            "The rapper Michael Okello, better known as Quik Storm, was in court. Quik Storm denied it.",
            "Michael Okello",
            "Quik Storm",
        ),
    ],
)
def test_a_short_name_is_the_person_it_is_introduced_for(text, name, short):
    found = people(text)
    assert short in found[name]
    assert short not in found


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee called Paul Cole on Monday. Paul Cole said the dam was safe.",
        "Ann Lee nicknamed Paul Cole on Monday. Paul Cole said the dam was safe.",
        "Ann Lee has long known Paul Cole. Paul Cole said the dam was safe.",
        "Ann Lee is known as Paul Cole’s closest ally. Paul Cole said the dam was safe.",
    ],
)
def test_two_people_stay_two(text):
    assert {"Ann Lee", "Paul Cole"} <= set(people(text))


@pytest.mark.parametrize(
    ("longer", "shorter", "same"),
    [
        ("José Luis Herrera de la Vega", "Herrera", True),
        ("José Luis Herrera de la Vega", "Vega", True),
        ("José Luis Herrera de la Vega", "Herrera de la Vega", True),
        ("José Ortega y Gasset", "Ortega", True),
        ("María Fernanda Quiroga Salas", "Quiroga", True),
        ("Ursula van der Berg", "Ursula", False),
        ("Ludwig van Holst", "Ludwig", False),
    ],
)
def test_surnames_with_particles(longer, shorter, same):
    assert same_person(longer, shorter) is same
