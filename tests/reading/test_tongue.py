"""Which texts are taken for English, and which are refused by name."""

import pytest

from onrecord.model.errors import ReadingError
from onrecord.reading.tongue import language_of


@pytest.mark.parametrize(
    "text",
    [
        "Rain stopped play.",
        "Thornham Langcombe Sellin Orlo shipments halted. Harwen Veldia Orlo residents blame Ostrin contractors loudly",
        "The minister said on Monday that the ferry would run again from April, and that no fares would rise.",
    ],
)
def test_english_is_english_however_many_names_it_holds(text):
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Los ministros llegaron ayer a la capital para negociar sobre la pesca en el banco de arena.", "Spanish"),
        ("Die Minister kamen gestern in die Hauptstadt, um über die Fischerei zu verhandeln und zu reden.", "German"),
    ],
)
def test_another_language_is_refused_by_its_name(text, name):
    with pytest.raises(ReadingError, match=name):
        language_of(text)
