"""States that no list knows: a document that speaks of a place's ministers and embassies treats it as one."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from onrecord.language.gazetteers import (
    is_creed,
    is_day_or_month,
    is_forename,
    is_honorific,
    is_role_head,
    is_surname,
    opens_no_name,
)
from onrecord.language.places import country_containing, country_of
from onrecord.model.identity import fold

_WORD = r"[A-Z][^\W\d_]+"
_NAME = rf"{_WORD}(?:[ -]{_WORD})?"
_FIELD = (
    r"(?:prime|foreign|interior|defen[cs]e|finance|energy|trade|health|justice|environment|agriculture|transport|mining|"
    r"economy|fisheries|education|labou?r|culture)"
)
_DECISIVE = (
    rf"(?:{_FIELD} minist(?:er|ry)|ministry|embassy|ambassador|parliament|navy|air force|army|coast ?guard|"
    r"constitution|airspace|territorial waters|armed forces)"
)
"""What hardly anybody has but a state: one of these is enough."""
_HEADS = (
    rf"(?:{_DECISIVE}|government|president|minister|military|officials?|inspectors|police|authorities|side|"
    r"border|delegation|economy|capital|agency|authority|regulator|customs|central bank|territory|waters|citizens|"
    r"nationals|troops|soldiers|forces|coast|lawmakers|legislators|voters|diplomats?|envoys?|negotiators|state|"
    r"exports|imports|exporters|fishermen|courts?|prosecutors|currency|senate|elections?)"
)
_DECIDES = re.compile(rf"{_DECISIVE}$", re.IGNORECASE)
_BETWEEN = r"(?:[\w-]+ ){0,2}?"
_OWNED = re.compile(rf"(?<![\w’'-])(?P<name>{_NAME})['’]s?\s{_BETWEEN}(?P<head>(?i:{_HEADS}))\b")
_RULED = re.compile(
    r"\b(?:(?i:(?P<sure>(?:government|parliament|ambassador|embassy|republic|kingdom|federation|principality|sultanate))|"
    r"president|prime minister|minister|people|capital|border)\s(?:of|to|with))\s(?:the\s)?"
    rf"(?:(?:Republic|Kingdom)\sof\s(?:the\s)?)?(?P<name>{_NAME})"
)
_SEATED = re.compile(
    r"\b(?:Ministry|Department|Minister)\s(?:of|for)\s(?:the\s)?(?:[A-Z][a-z]+,?\s(?:and\s)?){1,4}of\s(?:the\s)?"
    rf"(?:(?:Republic|Kingdom|State|Federation)\sof\s(?:the\s)?)?(?P<name>{_NAME})"
)
_LARGEST = re.compile(
    rf"(?<![\w’'-])(?P<name>{_NAME})['’]s?\s(?:second-|third-)?(?:biggest|largest|longest|highest|oldest|busiest|northern|"
    r"southern|eastern|western|rural|national|wartime|independence)\s[a-z]"
)
_BEFORE_OFFICE = re.compile(
    rf"\b(?:(?i:the|an?|senior|top|several|two|three|four|with|from|by|and)\s)(?P<name>{_WORD})\s"
    rf"(?P<head>(?:deputy )?{_DECISIVE}|government|officials?|side|authorities|diplomats?|delegation)\b"
)
_ADJECTIVE = re.compile(
    rf"(?<![\w’'-])(?P<word>[A-Z][a-zà-ÿ]+(?:n|ish|ese|i|er|landic))\s{_BETWEEN}(?P<head>(?i:{_HEADS}))\b"
)
_CAPITAL = re.compile(
    rf"\b(?P<owner>{_WORD})(?:['’]s)?\s(?:\w+\s)?capital,?\s(?:city,?\s)?(?P<town>{_NAME})|"
    rf"\b(?P<seat>{_WORD}),\s(?:the\s(?:(?P<people>{_WORD})\s)?|{_WORD}['’]s\s)capital(?:\sof\s(?:the\s)?(?P<land>{_NAME}))?"
)
"""What tells which town a state is ruled from: "the Ruritanian capital, Strelsau"."""
_MINISTRY_IN = re.compile(
    rf"\b(?P<owner>{_WORD})(?:['’]s)?\s(?:(?i:{_FIELD} ministry|government|parliament))\sin\s(?P<town>{_NAME})\b"
)
_ANSWERED_FROM = re.compile(
    rf"(?:^|(?<=[.!?”\"]\s)|(?<=\n))(?P<owner>{_WORD})\s[a-z]+\b[^.\n“\"]{{0,160}}\.\s[“\"][^”\"\n]{{1,500}}[”\"],?\s"
    rf"the\s(?i:{_FIELD} ministry|government)\sin\s(?P<town>{_NAME})\s[a-z]"
)
"""Who answers from where: "Ruritania denied it. “No,” the foreign ministry in Strelsau said."."""
_CAPITALISED = re.compile(r"(?<![\w’'-])[A-Z][a-zà-ÿ]{3,}(?![\w-])")
_DEMONYM = re.compile(r"[A-Z][a-zà-ÿ]{2,}(?:ns?|ish|ese|is?|ers?|ic)")

SETTLED = 20.0
"""Evidence of a decisive phrase: more than labels and verbs of saying ever bring up against it."""

HINTED = 1.5
"""Evidence of one phrase that a firm, a town or somebody's cabinet could stand in too."""

_ENDINGS = ("n", "an", "ian", "ish", "ese", "i", "ic", "er")
_LEAST_NAME = 3
_LEAST_STEM = 4
"""Letters that an adjective and its state must share where the adjective drops letters of the name."""
_MOST_DROPPED = 3
_LEAST_COINED = 6

_NO_STATES = frozenset(
    {"Civilian", "Christian", "Guardian", "Librarian", "Presbyterian", "Libertarian", "Utopian", "Meridian",
     "Victorian", "Edwardian", "Orwellian", "Machiavellian", "Humanitarian", "Parliamentarian", "Indian", "Asian",
     "Authoritarian", "Veterinarian", "Vegetarian", "Agrarian", "Sectarian", "Keynesian", "Appalachian", "Alsatian",
     "Equestrian", "Pedestrian", "Galician", "Darwinian", "Lutheran", "Median", "Technician", "Politician", "Physician",
     "Custodian", "European", "African", "American", "Taliban", "Vatican", "Balkan", "Roman", "Republican", "Anglican",
     "Metropolitan", "Urban", "Suburban", "Veteran", "Human", "German", "Puritan", "Mediterranean", "Caribbean",
     "Scandinavian", "Eurasian", "Trojan", "Spartan", "Elizabethan", "Mohammedan", "Samaritan", "Caspian", "Arabian",
     "Persian", "Olympian", "Nissan", "Chairman", "Woman", "Townsman", "Layman", "Doberman", "Ottoman", "Norman"}
)  # fmt: skip
"""Words that end like what comes from a state and do not."""


NOTHING: Mapping[str, str] = {}


class States(NamedTuple):
    """What a text tells of states that no list knows."""

    hints: Mapping[str, float]
    """How much the text treats a folded name as a state."""
    words: Mapping[str, str]
    """Folded adjectives and words for a people, each with the name of the state behind it."""
    seats: Mapping[str, str]
    """Folded names of towns, each with the word beside it that says whose capital it is."""

    def of(self, word: str) -> str | None:
        """The state that an adjective or a word for a people means."""
        return self.words.get(fold(word))


@lru_cache(maxsize=4)
def states_told(text: str) -> States:
    """The states that a text speaks of as such: by what is their own, who rules them, who comes from there."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for pattern in (_OWNED, _RULED, _SEATED, _LARGEST):
        _count(pattern, text, counts, shown)
    spelt = {fold(word): word for word in _CAPITALISED.findall(text)}
    words = _adjectives(text, spelt, counts, shown)
    _count(_BEFORE_OFFICE, text, counts, shown, words)
    words = _people(words, spelt, counts, shown)
    seats = {
        fold(match["town"] or match["seat"]): match["owner"] or match["land"] or match["people"]
        for match in _CAPITAL.finditer(text)
    }
    for pattern in (_MINISTRY_IN, _ANSWERED_FROM):
        seats |= {fold(match["town"]): match["owner"] for match in pattern.finditer(text)}
    return States(
        {name: HINTED if count == 1 else SETTLED for name, count in counts.items()},
        words,
        {town: owner for town, owner in seats.items() if owner and fold(owner) != town},
    )


def _count(
    pattern: re.Pattern[str], text: str, counts: Counter[str], shown: dict[str, str], known: Mapping[str, str] = NOTHING
) -> None:
    """Count under each folded name what a pattern tells of it: a decisive phrase twice."""
    for match in pattern.finditer(text):
        name = _proper(match["name"])
        if (
            name is not None
            and country_of(name) is None
            and country_containing(name) is None
            and fold(name) not in known
        ):
            told = match.groupdict()
            shown.setdefault(fold(name), name)
            decisive = pattern is _SEATED or bool(told.get("sure")) or _DECIDES.search(told.get("head") or "")
            counts[fold(name)] += 2 if decisive else 1


def _proper(name: str) -> str | None:
    """The part of two capitalised words that can be a state's name: without what opens a sentence, and no person."""
    first, _, rest = name.partition(" ")
    if rest and (opens_no_name(first) or is_day_or_month(first)):
        name, first, rest = rest, rest, ""
    if opens_no_name(name) or is_day_or_month(name) or is_creed(name) or is_role_head(first) or is_honorific(first):
        return None
    return None if rest and (is_forename(first) or is_role_head(rest)) else name


def _adjectives(text: str, spelt: Mapping[str, str], counts: Counter[str], shown: dict[str, str]) -> dict[str, str]:
    """The adjectives before what is a state's; a state that only these tell of is counted too."""
    told: Counter[str] = Counter()
    for match in _ADJECTIVE.finditer(text):
        told[match["word"]] += 2 if _DECIDES.search(match["head"]) else 1
    found: dict[str, str] = {}
    for word, count in sorted(told.items()):
        if country_of(word) is not None or is_creed(word) or word in _NO_STATES:
            continue
        behind = names_behind(word, spelt)
        if behind and (behind[0] in counts or not (is_forename(behind[0]) or is_surname(behind[0]))):
            counts[behind[0]] += count + 1  # the name and what comes from it, both in one text
            shown.setdefault(behind[0], spelt[behind[0]])
            found[fold(word)] = shown[behind[0]]
        elif not behind and (coined := _coined(word, spelt, count)):
            found[fold(word)] = coined
    return found


def _people(
    words: Mapping[str, str], spelt: Mapping[str, str], counts: Counter[str], shown: Mapping[str, str]
) -> dict[str, str]:
    """All words of a text for who and what comes from its states: adjectives, and their plurals."""
    found = dict(words)
    for word in sorted({word for word in spelt.values() if _DEMONYM.fullmatch(word)}):
        single = fold(word[:-1]) if word.endswith(("ns", "rs")) else fold(word)
        behind = names_behind(word, counts) or names_like(word, counts)
        state = found.get(single) or (shown[behind[0]] if behind else None)
        if state is not None and country_of(word) is None and not (fold(word) in counts and fold(word) != single):
            found[fold(word)] = state
    for word in found:
        counts.pop(word, None)
    return found


def _coined(word: str, spelt: Mapping[str, str], count: int) -> str | None:
    """The name of a state behind an adjective alone: "Ruritanian" is of Ruritania.

    Several things of a state must be told of with it, or what is a state's alone, or its people beside them.
    """
    told = count + (fold(f"{word}s") in spelt)
    if told < 2 or not word.endswith("an") or len(word) < _LEAST_COINED or is_forename(word) or is_surname(word):
        return None
    return None if country_containing(word) or country_containing(word[:-1]) else word[:-1]


def names_behind(adjective: str, names: Iterable[str]) -> list[str]:
    """The folded name that an adjective is made from: "Ruritanian" from "ruritania", and not from "ruritan" beside it.

    Only the name that shares most with the adjective counts, so that nothing Nigerian is Niger's.
    """
    known = names if isinstance(names, (Mapping, set, frozenset)) else set(names)
    folded = fold(adjective)
    folded = folded[:-1] if folded.endswith(("ns", "rs")) else folded
    found: set[str] = set()
    for ending in _ENDINGS:
        if folded.endswith(ending):
            stem = folded[: -len(ending)]
            if len(stem) >= _LEAST_NAME:
                found.update(
                    name for name in (stem, *(stem + end for end in ("a", "ia", "e", "y", "o"))) if name in known
                )
    found.discard(folded)
    return sorted(found, key=lambda name: (-_shared(name, folded), name))[:1]


def _shared(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def names_like(adjective: str, names: Iterable[str]) -> list[str]:
    """The one folded name that an adjective drops the end of: "Velmish" of "velmar"; nothing where two could be."""
    folded = fold(adjective)
    folded = folded[:-1] if folded.endswith(("ns", "rs")) else folded
    for ending in sorted(_ENDINGS, key=len, reverse=True):
        stem = folded.removesuffix(ending)
        if stem != folded and len(stem) >= _LEAST_STEM:
            found = [n for n in names if n.startswith(stem) and len(n) - len(stem) <= _MOST_DROPPED and n != folded]
            if found:
                return found if len(found) == 1 else []
    return []
