"""How or where something stands, where a copula has neither noun nor adjective: "is on leave", "was at 64 per cent"."""

from typing import TYPE_CHECKING

from onrecord.annotating.participants import Voice, argument, names_something
from onrecord.model.items import Argument

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_STATES = frozenset(
    {"aboard", "above", "abroad", "ahead", "ashore", "away", "back", "behind", "below", "down", "home", "in", "indoors",
     "inside", "nearby", "off", "on", "onboard", "open", "out", "outside", "over", "overboard", "underground", "up"}
)  # fmt: skip
"""Adverbs that say by themselves how something stands: "the power is back"."""


def standing(head: "Token", voice: Voice) -> list[Argument]:
    """What a phrase or an adverb under a copula says of its subject."""
    for child in head.children:
        if child.dep_ == "prep" and child.i > head.i - 1:
            noun = next((c for c in child.children if c.dep_ == "pobj" and names_something(c)), None)
            if noun is not None and noun.ent_type_ not in {"DATE", "TIME"}:
                return [argument("attribute", noun, voice)]
        if child.dep_ in {"advmod", "prt"} and child.lower_ in _STATES:
            return standing(child, voice) or [Argument(role="attribute", text=child.text, key=child.lower_)]
    return []
