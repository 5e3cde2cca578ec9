"""States that no list knows: what tells of them, who comes from there, and which names are never taken for one."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.states import SETTLED, names_behind, names_like, states_told


@pytest.mark.parametrize(
    "text",
    [
        "Tarvonia's Foreign Ministry denied it.",
        "Tarvonia’s Prime Minister Odo Brill left.",
        "But Tarvonia's deputy energy minister stayed.",
        "The Tarvonia ambassador was called in.",
        "The Minister for Foreign Affairs of the Kingdom of Tarvonia spoke.",
        "It is the view of the Republic of Tarvonia.",
        "Tarvonia shut the strait. A Tarvonian frigate waited and Tarvonian officials said no more.",
        "Tarvonia's troops and Tarvonia's customs were ready.",
    ],
)
def test_who_owns_what_a_state_has_is_a_state(text: str) -> None:
    assert states_told(text).hints["tarvonia"] == SETTLED


@pytest.mark.parametrize(
    "text",
    [
        "Norway's foreign ministry denied it.",
        "Yesterday's parliament was shorter.",
        "Minister Brill's embassy was shut.",
        "The Prime Minister's foreign minister left.",
        "Karen Brill's foreign minister left.",
        "The Guardian officials met.",
    ],
)
def test_neither_listed_states_nor_offices_nor_people_are_found(text: str) -> None:
    assert [name for name, hint in states_told(text).hints.items() if hint == SETTLED] == []


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("Tarvonia's parliament met. Tarvonian ships left.", "Tarvonian", "Tarvonia"),
        ("Tarvonia's parliament met. The Tarvonians left.", "Tarvonians", "Tarvonia"),
        ("Sudmark's parliament met. Three Sudmarkers left.", "Sudmarkers", "Sudmark"),
        ("Velmar's parliament met. A Velmish ship left.", "Velmish", "Velmar"),
        ("The Tarvonian government met. The Tarvonian embassy shut.", "Tarvonian", "Tarvonia"),
        ("The Brianite government met.", "Brianite", None),
        ("The civilian government met. Civilian officials and Christian ministers came.", "Christian", None),
        ("Norway's parliament met. Norwegian ships left.", "Norwegian", None),
    ],
)
def test_an_adjective_or_a_people_means_its_state(text: str, word: str, state: str | None) -> None:
    assert states_told(text).of(word) == state


@pytest.mark.parametrize(
    ("adjective", "names", "meant"),
    [
        ("Nigerian", {"niger", "nigeria"}, ["nigeria"]),
        ("Austrian", {"austria", "australia"}, ["austria"]),
        ("Australian", {"austria", "australia"}, ["australia"]),
        ("Austrian", {"australia"}, []),
        ("Guinean", {"guinea", "guiana"}, ["guinea"]),
        ("Guyanese", {"guinea", "ghana"}, []),
        ("Slovenian", {"slovakia", "slovenia"}, ["slovenia"]),
        ("Slovakian", {"slovenia"}, []),
        ("Mauritanian", {"mauritius"}, []),
        ("Dominican", {"dominica"}, ["dominica"]),
        ("Velarian", {"velar", "velaria"}, ["velaria"]),
        ("Velarian", {"velora"}, []),
    ],
)
def test_an_adjective_is_never_given_to_a_state_of_another_name(adjective: str, names: set[str], meant: list) -> None:
    assert names_behind(adjective, names) == meant


@pytest.mark.parametrize(
    ("adjective", "names", "meant"),
    [
        ("Velmish", {"velmar"}, ["velmar"]),
        ("Velmish", {"velmar", "velmont"}, []),
        ("Austrian", {"australia"}, []),
        ("Irish", {"iran", "iraq"}, []),
        ("Malian", {"malawi"}, []),
    ],
)
def test_letters_are_dropped_only_where_one_state_could_be_meant(adjective: str, names: set[str], meant: list) -> None:
    assert names_like(adjective, names) == meant


@given(st.lists(st.from_regex(r"[a-z]{4,9}", fullmatch=True), min_size=2, max_size=4, unique=True))
@settings(max_examples=60, deadline=None)
def test_what_comes_from_one_state_is_of_no_other(names: list[str]) -> None:
    told = states_told(" ".join(f"{name.title()}'s embassy shut." for name in names))
    for name in names:
        state = told.of(f"{name.title()}n")
        assert state is None or state.lower()[:3] == name[:3]


def test_the_capital_is_told_by_the_words_beside_it() -> None:
    text = "Tarvonia's navy left. In the Tarvonian capital, Ostrel, nobody spoke. Mirre, the capital of Sudmark, slept."
    assert states_told(text).seats == {"ostrel": "Tarvonian", "mirre": "Sudmark"}


def test_long_junk_costs_linear_time() -> None:
    started = time.process_time()
    for junk in ("Aa " * 200_000, "Tarvonian " * 60_000, "Ministry of A, " * 40_000, "Tarvonia's x " * 40_000):
        states_told(junk)
    assert time.process_time() - started < 12
