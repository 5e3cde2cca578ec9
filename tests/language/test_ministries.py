"""Whose a ministry is that goes by a name every state has."""

import pytest
from tests.language.test_names import names


def bodies(text: str) -> dict[str, tuple[str | None, int]]:
    return {e.name: (e.party, len(e.mentions)) for e in names(text) if "Ministry" in e.name}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tyria's Foreign Ministry said it had left.", {"Foreign Ministry of Tyria": ("Tyria", 1)}),
        (
            "Tyria's Foreign Ministry said it had left. Belmora's Foreign Ministry said it had not.",
            {"Foreign Ministry of Tyria": ("Tyria", 1), "Foreign Ministry of Belmora": ("Belmora", 1)},
        ),
        (
            "Tyria's Foreign Ministry said it had left. The Tyrian Foreign Ministry said no more.",
            {"Foreign Ministry of Tyria": ("Tyria", 2)},
        ),
        (
            "Tyria’s army left. Tyria rejected the claim. “It is a tale,” the Foreign Ministry said.",
            {"Foreign Ministry of Tyria": ("Tyria", 1)},
        ),
        ("On Monday it rained. The Foreign Ministry said it had left.", {"Foreign Ministry": ("Foreign Ministry", 1)}),
    ],
)
def test_a_ministry_is_the_states_that_is_named_with_it(text: str, told: dict) -> None:
    assert bodies(text) == told
