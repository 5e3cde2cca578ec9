"""Word lists for names: forenames with their sex, surnames, words for offices, bodies, places and substances."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec

from onrecord.model.identity import fold

Gender = Literal["female", "male"]


class NameWords(msgspec.Struct, frozen=True, kw_only=True):
    """Words that tell what a name is; see `data/roles.json`."""

    role_heads: frozenset[str]
    honorifics: frozenset[str]
    role_modifiers: frozenset[str]
    office_complements: frozenset[str]
    organisation_words: frozenset[str]
    organisation_nouns: frozenset[str]
    place_words: frozenset[str]
    event_words: frozenset[str]
    law_words: frozenset[str]
    particles: frozenset[str]
    female_words: frozenset[str]
    male_words: frozenset[str]
    nicknames: tuple[tuple[str, ...], ...]
    days_and_months: frozenset[str]
    creeds: frozenset[str]
    function_words: frozenset[str]
    opener_words: frozenset[str]
    private_words: frozenset[str]
    saying_words: frozenset[str]


@lru_cache(maxsize=1)
def words() -> NameWords:
    """The lists of words, read once."""
    return msgspec.json.decode(_data("roles.json"), type=NameWords)


def is_day_or_month(word: str) -> bool:
    """Whether the word is capitalised and names a time, nobody and no place."""
    return word in words().days_and_months


def is_creed(word: str) -> bool:
    """Whether the word is for a group or a creed ("Democrats", "Catholic"): it names nothing by itself."""
    return word in words().creeds


def is_function_word(word: str) -> bool:
    """Whether the word is an article, a pronoun, a conjunction …: no part of a name, though capitalised."""
    low = word.lower()
    return low in words().function_words or _CONTRACTED.search(low) is not None


def opens_no_name(word: str) -> bool:
    """Whether the word opens sentences and no names: "The", "Asked", "Critics"; it may stand inside one."""
    return is_function_word(word) or word.lower() in words().opener_words


_CONTRACTED = re.compile(r"^(?:i|you|he|she|it|we|they|that|there|who|what|here|let)['’](?:m|s|re|ve|ll|d)$|n['’]t$")
"""A pronoun with its verb, or a verb with "not": "I’m", "Don’t"."""


@lru_cache(maxsize=1)
def _forenames() -> dict[str, str]:
    table = msgspec.json.decode(_data("forenames.json"), type=dict[str, str])
    return {fold(name): sex for sex in ("either", "m", "f") for name in table[sex].split()}


@lru_cache(maxsize=1)
def _sexes() -> dict[str, str]:
    """The sex of forenames, also of rarer ones, which by themselves are too weak a sign of a person."""
    table = msgspec.json.decode(_data("more_forenames.json"), type=dict[str, str])
    return {fold(name): sex for sex, names in table.items() for name in names.split()} | _forenames()


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(fold(name) for name in msgspec.json.decode(_data("surnames.json"), type=str).split())


@lru_cache(maxsize=8192)
def is_forename(word: str) -> bool:
    """Whether people are called so; accents do not matter."""
    return bool(word) and word[0].isupper() and fold(word).split(" ")[0] in _forenames()


@lru_cache(maxsize=8192)
def is_surname(word: str) -> bool:
    """Whether the word is a common family name."""
    return bool(word) and word[0].isupper() and fold(word) in _surnames()


def gender_of_forename(word: str) -> Gender | None:
    """The sex that a forename tells, or `None` where it is given to both or unknown."""
    sex = _sexes().get(fold(word).split(" ")[0] if word else "")
    return "female" if sex == "f" else "male" if sex == "m" else None


def gender_of_words(phrase: str) -> Gender | None:
    """The sex that a title or noun in the phrase tells: "Mrs.", "the congresswoman"."""
    tokens = {token.strip(".").lower() for token in phrase.split()}
    female, male = bool(tokens & words().female_words), bool(tokens & words().male_words)
    return "female" if female and not male else "male" if male and not female else None


@lru_cache(maxsize=8192)
def is_role_head(word: str) -> bool:
    """Whether the word, or its singular, is the head of an office or a trade: "minister", "spokeswoman"."""
    low = word.lower().strip(".")
    heads = words().role_heads
    plural = low.endswith("s") and not low.endswith("ss")
    return low in heads or (plural and low[:-1] in heads) or ("-" in low and low.rsplit("-", 1)[1] in heads)


def is_honorific(word: str) -> bool:
    """Whether the word goes before a name: "Mr.", "Dr.", "Sen."."""
    return word in words().honorifics


def is_organisation_word(word: str) -> bool:
    """Whether a capitalised word makes the name it ends an organisation's: "Ministry", "Corp."."""
    return word in words().organisation_words


@lru_cache(maxsize=1)
def known_organisations() -> frozenset[str]:
    """Bodies, companies and papers that the world knows by one name."""
    return frozenset(name for names in _organisations() for name in names)


@lru_cache(maxsize=1)
def known_papers() -> frozenset[str]:
    """Newspapers, agencies and stations that the world knows by one name."""
    return frozenset(_organisations()[0])


@lru_cache(maxsize=1)
def _organisations() -> list[list[str]]:
    lines = _data("organisations.txt").decode().splitlines()
    return [[name.strip() for name in line.split(";")] for line in lines if not line.startswith("#")]


@lru_cache(maxsize=1)
def nicknames() -> dict[str, frozenset[str]]:
    """Each folded short forename with the folded forenames it stands for, both ways."""
    pairs: dict[str, set[str]] = {}
    for short, *fulls in words().nicknames:
        for full in fulls:
            pairs.setdefault(fold(short), set()).add(fold(full))
            pairs.setdefault(fold(full), set()).add(fold(short))
    return {name: frozenset(others) for name, others in pairs.items()}


@lru_cache(maxsize=1)
def substances() -> frozenset[str]:
    """Drugs, chemicals, metals, fuels and traded goods, in the case they are written in running text."""
    table = msgspec.json.decode(_data("substances.json"), type=dict[str, tuple[str, ...]])
    return frozenset(name for names in table.values() for name in names)


@lru_cache(maxsize=1)
def substance_pattern() -> re.Pattern[str]:
    """Matches a substance in lower case or as listed, longest first, plural allowed."""
    listed = sorted(substances(), key=lambda name: (-len(name), name))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(_either_case, listed)) + r")s?(?![\w-])")


def _either_case(name: str) -> str:
    first = name[0]
    head = f"[{first.upper()}{first}]" if first.islower() else re.escape(first)
    return head + re.escape(name[1:])


def _data(name: str) -> bytes:
    return (files("onrecord.language") / "data" / name).read_bytes()
