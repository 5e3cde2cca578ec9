"""Whom an office means that the text tells right after the name."""

import pytest
from tests.language.test_names import names


def offices(text: str) -> dict[str, list[tuple[str, str | None]]]:
    return {e.name: [(r.title, r.organisation) for r in e.roles] for e in names(text) if e.kind == "person"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Tarvonia's parliament met in Ostrel. Brannigan rejected that. “It was a gift,” the Tarvonian prime "
            "minister said later.",
            [("prime minister", "Tarvonia")],
        ),
        (
            "Brannigan rejected that. “It was a gift,” the Norwegian energy minister said.",
            [("energy minister", "Norway")],
        ),
        ("Brannigan rejected that. “It was a gift,” the mayor said.", [("mayor", None)]),
        ("Brannigan rejected that. “It was a gift,” the official said.", []),
        ("Brannigan's deputy rejected that. “It was a gift,” the mayor said.", []),
        ("Brannigan met Ann Holloway. “It was a gift,” the mayor said.", []),
        ("Brannigan rejected that.\n\nIt rained.\n\nThe mayor said it was a gift.", []),
        ("Brannigan rejected that. “It was a gift,” the former mayor said.", []),
        ("Mayor Ann Holloway left.\n\nBrannigan rejected that. “It was a gift,” the mayor said.", []),
    ],
)
def test_an_office_told_right_after_a_name_is_its_bearers(text: str, told: list) -> None:
    assert offices(text)["Brannigan"] == told
