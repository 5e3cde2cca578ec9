"""Words that take up what was said before them become claims of their own, by whoever says them."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


def last(text: str) -> tuple[str, str, str | None]:
    """Polarity, text and holder of a text's last claim that is no further sentence."""
    claim = annotate(read(text.encode())).claims[-1]
    return claim.polarity, claim.text, claim.holder.name


@pytest.mark.parametrize(
    ("text", "polarity", "claim", "holder"),
    [
        ("The club says the stand was searched in May. The fire board disputes that.",
         "negated", "The stand was not searched in May", "fire board"),
        ("A guard says letters were burnt. The governor, Ola Rusk, called that a lie.",
         "negated", "Letters were not burnt", "Ola Rusk"),
        ("A clerk said the mayor tore up the letter. “Nothing of the sort happened,” the mayor, Bo Linn, said.",
         "negated", "Bo Linn did not tear up the letter", "Bo Linn"),
        ("A clerk said the mayor tore up the letter. The mayor said that this never happened.",
         "negated", "The mayor did not tear up the letter", "mayor"),
        ("Villagers said that soldiers shot at the bus. The army denied that any such incident had taken place.",
         "negated", "Soldiers did not shoot at the bus", "army"),
        ("A clerk said the mayor tore up the letter. The mayor dismissed the report as nonsense.",
         "negated", "The mayor did not tear up the letter", "mayor"),
        ("A clerk said the mayor tore up the letter. The allegation was rejected by the mayor.",
         "negated", "The mayor did not tear up the letter", "mayor"),
        ("Lawyers said the drug had been tested on children. Regulators said that it never had been.",
         "negated", "The drug had not been tested on children", "Regulators"),
        ("MR. DORN: The inspector says that the valves were open. Is that true?\nMS. KALL: No.",
         "negated", "The valves were not open", "Kall"),
        ("MR. DORN: The inspector says that the valves were open. Is that correct?\nMS. KALL: It is not.",
         "negated", "The valves were not open", "Kall"),
        ("MR. DORN: The inspector says that the valves were open. Is that true?\nMS. KALL: Yes.",
         "affirmed", "The valves were open", "Kall"),
        ("MR. DORN: Your office stated that no patient had died. Ms. Kall, was it true?\nMS. KALL: No.",
         "affirmed", "It is not true that no patient had died", "Kall"),
        ("DR. ORR: Your office stated that no patient had died. Is that true?\nMS. OLM: It was what we knew.\n"
         "DR. ORR: Dr. Kall, was it true?\nDR. KALL: No.",
         "affirmed", "It is not true that no patient had died", "Kall"),
    ],
)  # fmt: skip
def test_what_is_taken_up_is_said_by_who_takes_it_up(text, polarity, claim, holder):
    assert last(text) == (polarity, claim, holder)


def test_what_is_filled_in_is_marked():
    claims = annotate(read(b"The club says the stand was searched in May. The fire board disputes that.")).claims
    assert all(argument.filled for argument in claims[-1].proposition.arguments)


@pytest.mark.parametrize(
    "text",
    [
        "The fire board disputes that.",
        "MS. KALL: No.",
        "MR. DORN: Is that true?\nMS. KALL: No.",
        "Nothing of the sort happened.",
        "MR. DORN: The inspector says that the valves were open. Is that true?\nMR. DORN: I will wait.\nMS. KALL: No.",
    ],
)
def test_nothing_is_denied_that_nobody_said(text):
    assert all(claim.polarity == "affirmed" for claim in annotate(read(text.encode())).claims)
