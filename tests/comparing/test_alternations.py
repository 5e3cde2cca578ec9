"""What is put in several ways is compared in one."""

import pytest

from onrecord.comparing.alternations import settled
from onrecord.model.items import Argument, Claim, Holder, Proposition


def claim(predicate, **arguments):
    return Claim(
        id="claim-1", document="document-1", statement=None, spans=(), text="", polarity="affirmed",
        modality="asserted", holder=Holder(),
        proposition=Proposition(
            predicate=predicate,
            arguments=tuple(Argument(role=role, text=text, key=key) for role, (text, key) in arguments.items()),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("put", "predicate", "theme", "place"),
    [
        (claim("withdraw", agent=("Kenya", "kenya"), theme=("its soldiers", "soldier"), source=("Harl", "harl")),
         "withdraw", "kenya soldier", "harl"),
        (claim("withdraw", agent=("Kenyan soldiers", "soldier"), theme=("Harl", "harl")),
         "withdraw", "kenya soldier", "harl"),
        (claim("withdraw", agent=("Kenya's soldiers", "soldier"), source=("Harl", "harl")),
         "withdraw", "kenya soldier", "harl"),
        (claim("withdraw", agent=("the tug", "tug"), theme=("the port of Harl", "port")), "withdraw", "tug", "harl"),
        (claim("withdraw", agent=("the tug", "tug"), theme=("port", "port")), "withdraw", "tug", "port"),
        (claim("be", agent=("the boats", "boat"), place=("Harl", "harl")), "exist", "boat", "harl"),
        (claim("exist", theme=("French boats", "boat"), place=("Harl", "harl")), "exist", "france boat", "harl"),
        (claim("exist", theme=("French boats", "boat"), place=("France", "france")), "exist", "boat", "france"),
    ],
)  # fmt: skip
def test_who_is_where_has_one_form(put, predicate, theme, place):
    proposition = settled(put).proposition
    assert proposition.predicate == predicate
    assert proposition.argument("theme").key == theme
    assert proposition.argument("place").key == place
    assert proposition.argument("agent") is None


@pytest.mark.parametrize(
    "put",
    [
        claim("withdraw", agent=("Kenya", "kenya"), theme=("its offer", "offer")),
        claim("be", agent=("the river", "river"), attribute=("border", "border"), place=("Harl", "harl")),
        claim("produce", agent=("Kenya", "kenya"), theme=("tea", "tea")),
    ],
)
def test_what_moves_nobody_stays_as_it_is(put):
    assert settled(put) == put
