"""Countries, nationalities, cities and public bodies: which state a word stands for."""

import re
from functools import lru_cache
from importlib.resources import files

import msgspec

UNITED_STATES = "United States"

SUPRANATIONAL = frozenset({"European Union", "United Nations", "NATO"})
"""Parties of their own that are no country."""

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_PARTY_STATE = re.compile(r"\b(?:R|D|I|Rep|Dem|Republican|Democrat)\.?[-–—]\s?(?:[A-Z][\w.]+|[A-Z]\.[A-Z]\.)")
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’.\-–][^\W_]+)*")
_FOREIGN_POST = re.compile(r"\b(?:to|with|about|against|in|on|near|over)\s+(?:the\s+)?$", re.IGNORECASE)
_CONTINENTAL = frozenset(("Latin", "Central", "North", "South", "African", "Native", "Asian", "Mexican"))
"""Before "American" these make another word: "Latin American" is no citizen of the United States."""

_LONGEST_NAME = 7


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """A country or territory: display name, ISO 3166-1 code, other spellings, words for its people, capital."""

    code: str
    name: str
    alternatives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    independent: bool = True


class _State(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    postal: str
    abbreviations: tuple[str, ...] = ()


class _Places(msgspec.Struct, frozen=True, kw_only=True):
    us_states: tuple[_State, ...]
    within: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """Every country and territory, by name."""
    return msgspec.json.decode(_data("countries.json"), type=tuple[Country, ...])


def country_of(words: str) -> str | None:
    """The country that a name, abbreviation, adjective or word for its people stands for.

    "U.S.", "the United States", "American", "Americans" and "Mexico’s" all answer; a city or a state
    of a federation does not (see `country_containing`).
    """
    return _country_words().get(_normal(words))


def country_named(words: str) -> str | None:
    """The country, if the words are its name and not an adjective or its people."""
    return _country_names().get(_normal(words))


def is_spoken_of(country: str, text: str) -> bool:
    """Whether a text names a country of the lists, or who or what comes from there, in so many words."""
    return (pattern := _spoken().get(country)) is not None and pattern.search(text) is not None


def is_demonym(word: str) -> bool:
    """Whether the word is an adjective of a country or names its people."""
    key = _normal(word)
    return key in _country_words() and key not in _country_names()


def country_containing(words: str) -> str | None:
    """The country that a place lies in or is: "Texas", "Ala.", "Guadalajara", "Mexico"."""
    key = _normal(words)
    return _country_names().get(key) or _cities().get(key)


def is_place(words: str) -> bool:
    """Whether the words name a country, state, region or city of the lists."""
    return country_containing(words) is not None or words in _state_abbreviations()


def is_us_state(words: str) -> bool:
    """Whether the words name a state of the United States, in full or shortened ("Tex.", "TX")."""
    return words in _state_abbreviations() or words in _us_states()


def agency_country(words: str) -> str | None:
    """The state or union that a public body of the lists belongs to: "State Department", "Kremlin"."""
    return _agencies().get(_normal(words))


def agencies() -> frozenset[str]:
    """Every public body of the lists, as written in running text."""
    return frozenset(_agency_names())


def party_of(text: str) -> str | None:
    """The state or union that a phrase about a speaker points to, or `None`.

    The leftmost country word or agency decides; what stands behind "to", "against" or "in" does not, so
    that "U.S. ambassador to Mexico" speaks for the United States and "envoy to Mexico" for nobody known.
    """
    if _PARTY_STATE.search(text):
        return UNITED_STATES
    words = list(_WORD.finditer(text))
    for at, word in enumerate(words):
        if not word.group()[0].isupper() or _FOREIGN_POST.search(text, 0, word.start()):
            continue
        for size in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            phrase = text[word.start() : words[at + size - 1].end()]
            if size == 1 and at and words[at - 1].group() in _CONTINENTAL:
                continue
            found = country_of(phrase) or agency_country(phrase)
            if found:
                return found
            if phrase in _us_states():
                return UNITED_STATES
    return None


@lru_cache(maxsize=8192)
def _normal(words: str) -> str:
    words = " ".join(words.replace("’", "'").split())
    words = _ARTICLE.sub("", words)
    if words.endswith(("'s", "'")):
        words = _POSSESSIVE.sub("", words)
    if words.isupper() and len(words) > 4 and "." not in words:
        words = words.title()
    return words


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for country in countries():
        for name in (country.name, *country.alternatives):
            names.setdefault(_normal(name), country.name)
    return names


@lru_cache(maxsize=1)
def _country_words() -> dict[str, str]:
    words: dict[str, str] = {}
    for country in sorted(countries(), key=lambda c: not c.independent):
        for demonym in country.demonyms:
            words.setdefault(demonym, country.name)
            if not demonym.endswith(("s", "ese", "sh", "ch", "men")):
                words.setdefault(demonym + "s", country.name)
    return words | _country_names()


@lru_cache(maxsize=1)
def _spoken() -> dict[str, re.Pattern[str]]:
    return {
        country.name: re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, (country.name, *country.alternatives, *country.demonyms)))})(?!\w)"
        )
        for country in countries()
    }


@lru_cache(maxsize=1)
def _places() -> _Places:
    return msgspec.json.decode(_data("places.json"), type=_Places)


@lru_cache(maxsize=1)
def _us_states() -> frozenset[str]:
    return frozenset(state.name for state in _places().us_states)


@lru_cache(maxsize=1)
def _state_abbreviations() -> frozenset[str]:
    return frozenset(short for state in _places().us_states for short in (state.postal, *state.abbreviations))


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    cities = {_normal(city): country for country, names in _places().within.items() for city in names}
    return {_normal(state): UNITED_STATES for state in _us_states()} | cities


@lru_cache(maxsize=1)
def _agency_names() -> dict[str, str]:
    table = msgspec.json.decode(_data("agencies.json"), type=dict[str, tuple[str, ...]])
    return {name: country for country, names in table.items() for name in names}


@lru_cache(maxsize=1)
def _agencies() -> dict[str, str]:
    return {_normal(name): country for name, country in _agency_names().items()}


def _data(name: str) -> bytes:
    return (files("onrecord.language") / "data" / name).read_bytes()
