"""Which state a word or phrase of one document stands for: those of the lists, and those that the document tells of."""

import re
from collections.abc import Iterable
from typing import Protocol

from onrecord.language.places import country_of
from onrecord.language.states import SETTLED, States
from onrecord.model.identity import fold
from onrecord.model.items import EntityKind

_CAPITALISED = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][^\W\d_]*(?:-[A-Z][^\W\d_]*)?")
_ABROAD = re.compile(r"\b(?:to|with|about|against|on|near|over)\s+(?:the\s+)?$")
"""What stands before the country that somebody deals with and does not speak for."""

MOST_WORDS = 3


class Told(Protocol):
    """What is needed of a name here, be it an entity or still in the making."""

    @property
    def kind(self) -> EntityKind:
        """What kind of thing it is."""
        ...

    @property
    def name(self) -> str:
        """What it is called."""
        ...


class Nations:
    """The states of a document that no list knows, by every word that means one: names, adjectives, capitals."""

    def __init__(self, told: States, named: Iterable[Told]) -> None:
        places = {fold(group.name): group.name for group in named if group.kind == "place"}
        self._seats = {town: owner for town, owner in told.seats.items() if town in places}
        self._states = {
            name: places[name]
            for name, hint in told.hints.items()
            if name in places and (hint >= SETTLED or name not in self._seats)
        }
        self._words = {word: state for word, state in told.words.items() if fold(state) not in self._seats}

    def __bool__(self) -> bool:
        return bool(self._states or self._words or self._seats)

    def is_state(self, name: str) -> bool:
        """Whether the document treats a name as a state that no list knows."""
        return fold(name) in self._states and fold(name) not in self._seats

    def own(self, word: str) -> str | None:
        """The state of the document's own that a word means: its name, its people's, its capital's."""
        key = fold(_bare(word))
        if key in self._seats:
            owner = self._seats[key]
            return country_of(owner) or self._words.get(fold(owner)) or self._states.get(fold(owner))
        return self._words.get(key) or self._states.get(key)

    def of(self, word: str) -> str | None:
        """The state that a word means, from the lists or from the document."""
        return country_of(word) or self.own(word)

    def within(self, phrase: str) -> str | None:
        """The state of its own that a phrase names first, but for one that is only dealt with."""
        found = list(_CAPITALISED.finditer(phrase))
        for at, match in enumerate(found):
            if _ABROAD.search(phrase, 0, match.start()):
                continue
            for size in range(min(MOST_WORDS, len(found) - at), 0, -1):
                state = self.own(phrase[match.start() : found[at + size - 1].end()])
                if state is not None:
                    return state
        return None


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)
