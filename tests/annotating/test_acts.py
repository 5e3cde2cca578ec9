"""A threat, an offer, an order are claims beside what is threatened, offered or ordered; a denial denies them."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


def noted(text: str) -> list[tuple[str, str, str]]:
    """Polarity, modality and predicate of every claim."""
    return [(c.polarity, c.modality, c.proposition.predicate) for c in annotate(read(text.encode())).claims]


@pytest.mark.parametrize(
    ("text", "act", "deed"),
    [
        ("The army threatened to shell the port.",
         ("affirmed", "asserted", "threaten"), ("affirmed", "planned", "attack")),
        ("Kelland has offered to rebuild the dam.",
         ("affirmed", "asserted", "offer"), ("affirmed", "planned", "rebuild")),
        ("The bank never offered to help.", ("negated", "asserted", "offer"), ("negated", "planned", "help")),
        ("The court ordered the firm to clean the river.",
         ("affirmed", "asserted", "order"), ("affirmed", "demanded", "clean")),
        ("The clerk was ordered to burn the files.",
         ("affirmed", "asserted", "order"), ("affirmed", "demanded", "burn")),
        ("The ministry denied that it had threatened to close the strait.",
         ("negated", "asserted", "threaten"), ("negated", "planned", "close")),
    ],
)  # fmt: skip
def test_the_act_is_asserted_and_its_deed_is_not(text, act, deed):
    assert {act, deed} <= set(noted(text))


@pytest.mark.parametrize(
    "text",
    [
        "The army may threaten to shell the port.",
        "The bank will offer to help.",
        "If the court ordered the firm to pay, it would close.",
        "Did the bank offer to help?",
        "The firm plans to close the mill.",
    ],
)
def test_what_was_not_done_is_no_act(text):
    acts = {"threaten", "offer", "order", "plan"}
    assert not any(modality == "asserted" and name in acts for _, modality, name in noted(text))


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The firm expects to finish the tower in May.", "planned"),
        ("The firm is expected to finish the tower in May.", "possible"),
        ("They expect the tower to fall.", "possible"),
    ],
)
def test_who_expects_to_do_something_plans_it(text, modality):
    assert [kind for _, kind, _ in noted(text)] == [modality]
