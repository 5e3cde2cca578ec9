"""Whether two documents' accounts are of one event: by sort, time, place and who took part, never by a score."""

import re
from datetime import date

from onrecord.annotating.eventsides import BETWEEN, PAIR
from onrecord.annotating.eventwords import DOCUMENTS, LAWS, NOUNS, SIGNABLE, VERBS, words
from onrecord.comparing.eventaccounts import ONCE, Account, only_day
from onrecord.comparing.words import stem
from onrecord.language.calendar import contains, overlaps
from onrecord.language.places import country_of
from onrecord.model.identity import fold, shared_names

OF_PLACES = frozenset({"accident", "attack", "disaster", "death", "protest", "vote", "agreement", "meeting"})
"""Sorts of which one place sees one a day."""
OF_STATES = frozenset({"meeting", "press_conference", "call", "agreement"})
"""Sorts that are one when they bring the same two states together on one day, and only one account names persons."""
_AMOUNT = re.compile(r"\b(\d[\d,.]*\d|\d)\s(?:million\s|billion\s|thousand\s)?([a-z]{2,})")
_UNITS = {"kilo": "kilogram", "kg": "kilogram", "kgs": "kilogram", "ton": "tonne", "lb": "pound", "lbs": "pound"}
_ROUNDED = 0.1
"""By how much two tellings of one amount may differ, as a share of the larger."""
OF_THINGS = frozenset({"agreement", "sanction", "lawsuit"})
"""Sorts of which somebody may do two a day: names besides those of who takes part tell one from the other."""
OF_ONE_DAY = frozenset({"death", "arrest", "extradition", "resignation"})
"""What befalls a person once, so that of two days next to each other one is told wrongly."""
OF_PATIENTS = frozenset({"ruling", "sanction", "lawsuit"})
"""Sorts told apart by whom they befall, body or person."""
OF_WORKS = frozenset({"ruling", "sanction", "announcement", "speech", "agreement", "vote", "appointment"})
"""Sorts told apart by what was said, signed, fined or decided: one court or ministry does several a day."""
OF_SITES = frozenset({"accident", "attack"})
"""Sorts told apart by what was hit: one town sees two fires a night."""
_OF_ANY = (
    "court foreign minister ministry new people say tell injure wound hurt kill die dead leave least toll man men "
    "woman women person police officer rescuer official hospital suspect suspicion number early late hour morning "
    "night evening struck held reached signed made took caught broke near two three four five six"
)
_ANY_WORK = frozenset(
    stem(word)
    for word in DOCUMENTS | LAWS | SIGNABLE | words(_OF_ANY)
    | NOUNS.keys() | VERBS.keys()
)  # fmt: skip
"""Nouns that any such deed has."""
_STEM = 4
"""Letters of a stem at least that may begin another of the same root."""
_TELLING = 2
"""Words in common that tell what was done where one account names nobody."""


def one_event(one: Account, other: Account) -> bool:
    """Whether two accounts tell of one event, by each of the rules that `happenings` states."""
    if one.documents & other.documents:
        return False  # one document has merged its own
    if one.kind.startswith("other:"):
        return _one_deed(one, other)
    timed = _timed(one, other)
    if timed is None:
        return bool(one.people & other.people) or (one.of_person(other) and one.is_told_near(other))
    if not timed or elsewhere(one.event.place, other.event.place):
        return False
    mine, theirs = one.people or one.personal, other.people or other.personal
    if one.kind in ONCE and mine and theirs and not (mine & theirs or one.of_person(other)):
        return False  # whom it befell tells one arrest from the next, not who made it
    if one.kind in OF_THINGS and _differ(one.things_beside(other), other.things_beside(one)):
        return False
    if one.kind in BETWEEN and one.without(other) and other.without(one):
        return len(one.people & other.people) >= PAIR  # else she met one and the other
    equal = _same_amount(one.event.text, other.event.text) if one.kind == "seizure" else None
    if equal is not None and (not equal or _there(one, other) or _there(other, one)):
        return equal
    if one.kind == "announcement" and one.told and other.told and not one.told & other.told:
        return False
    return _meet(one, other) and not _is_of_another(one, other)


def _meet(one: Account, other: Account) -> bool:
    """Whether two accounts of one time and place have somebody, something or the place itself in common."""
    if shared_names(one.names, other.names):
        return True
    if one.kind in OF_WORKS | OF_SITES and (_names_and_tells(one, other) or _names_and_tells(other, one)):
        return True
    if _same_unnamed(one, other):
        return True
    if one.people and other.people:
        return False
    if one.kind in OF_STATES and len(_states(one, other) & _states(other, one)) > 1:
        return True
    if one.kind == "vote" and (_votes_there(one, other) or _votes_there(other, one)):
        return True
    there = _there(one, other) or _there(other, one)
    if one.kind == "agreement" and there and not country_of(one.event.place or ""):
        return True
    return one.kind in OF_PLACES and there and not (one.names and other.names)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one - other and other - one)


def _is_of_another(one: Account, other: Account) -> bool:
    """Whether accounts tell of two deeds of a sort of which courts and ministries do several a day."""
    if one.kind in OF_PATIENTS and not one.of_person(other):
        mine = one.called_names - shared_names(one.called_names, other.called_names)
        theirs = other.called_names - shared_names(other.called_names, one.called_names)
        if mine and theirs:
            return True
    only_by_office = one.kind in ONCE and bool(one.called_names or one.others) and not one.of_person(other)
    return (one.kind in OF_WORKS | OF_SITES or only_by_office) and _tells_others(one, other)


def _tells_others(one: Account, other: Account) -> bool:
    """Whether both accounts tell what was done, and nothing of it in common."""
    mine, theirs = _work(one, other), _work(other, one)
    return bool(mine and theirs) and not _akin(mine, theirs)


def _akin(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of stems have one in common, or one that another begins with: "fish" and "fishery"."""
    return any(a == b or (min(len(a), len(b)) >= _STEM and (a.startswith(b) or b.startswith(a)))
               for a in one for b in other)  # fmt: skip


def same_work(one: Account, other: Account) -> bool:
    """Whether two accounts tell the same thing as done, as far as they tell any more than the other."""
    less, more = sorted((_work(one, other), _work(other, one)), key=len)
    return bool(less) and all(_akin(frozenset({word}), more) for word in less)


def _names_and_tells(one: Account, other: Account) -> bool:
    """Whether an account's words name all who took part by the other, and what was done, with no more to either.

    Of one that gives nobody a part, a word in common is enough.
    """
    if not one.names_all_of(other):
        return False
    mine, theirs = _work(one, other), _work(other, one)
    if not one.called_names:
        return _akin(mine, theirs) or (not theirs and len(other.called_names) >= PAIR)
    return same_work(one, other)


def _work(one: Account, other: Account) -> frozenset[str]:
    """The stems of an account that tell what was done: not where, not who by the other account, no noun of any deed."""
    beside = (one.event.place or "", other.event.place or "", *other.names, *other.parties, *one.parties)
    told = one.told - {stem(word) for name in beside for word in fold(name).split()}
    if one.kind in OF_SITES:  # what was hit takes part
        told |= {stem(word) for name in one.event.participants for word in fold(name).split()}
    return told - _ANY_WORK


def _same_unnamed(one: Account, other: Account) -> bool:
    """Whether accounts of one sort share somebody without a name, and something else that they tell.

    Police who arrest some and police who arrest others, miners who walk out and miners who march, are two.
    """
    if one.event.kind != other.event.kind:
        return False
    if not shared_names(one.others, other.others | other.names) and not shared_names(one.names, other.others):
        return False
    return not one.told or not other.told or _alike(one, other)


def _alike(one: Account, other: Account) -> bool:
    """Whether two accounts have words or a place in common, besides who took part."""
    return bool(one.told & other.told) or _there(one, other) or _there(other, one)


def _one_deed(one: Account, other: Account) -> bool:
    """Whether two accounts of no listed sort tell one deed: the same verb and day, somebody and a thing in common."""
    if one.when is None or other.when is None or only_day(one) is None or only_day(one) != only_day(other):
        return False
    if elsewhere(one.event.place, other.event.place):
        return False
    things = one.told & other.told
    if one.things - other.things and other.things - one.things:
        return False
    if one.names and other.names:
        return bool(shared_names(one.names, other.names)) and bool(things)
    return len(things) >= _TELLING


def _same_amount(one: str, other: str) -> bool | None:
    """Whether two texts that count in one unit give one amount, but for rounding; nothing where they share no unit."""
    amounts = [
        {_unit(unit): float(number.replace(",", "")) for number, unit in _AMOUNT.findall(text) if number.count(".") < 2}
        for text in (one, other)
    ]
    units = amounts[0].keys() & amounts[1].keys()
    if not units:
        return None
    pairs = [sorted((amounts[0][unit], amounts[1][unit])) for unit in units]
    return all(more - less <= _ROUNDED * more for less, more in pairs)


def _states(one: Account, other: Account) -> set[str]:
    """The parties of an account, with those of the other that its words name: "his Norland counterpart"."""
    return one.parties | {party for party in other.parties if set(party.split()) <= one.things}


def _unit(word: str) -> str:
    """One word for a unit: "kilos" are kilograms, "tons" are told as tonnes."""
    return _UNITS.get(stem(word), stem(word))


def _there(one: Account, other: Account) -> bool:
    """Whether one account has a place, and the other has one too or names that place in its words."""
    place, beside = one.event.place, other.event.place
    if place is None:
        return False
    if beside is None:
        return bool(other.things & set(fold(place).split()))
    named = place != place.lower() or beside != beside.lower()
    return named or bool(set(fold(place).split()) & set(fold(beside).split()))  # not "the town" and "the pits"


def _votes_there(one: Account, other: Account) -> bool:
    """Whether one account names the place of a vote and the other those of that place who cast it."""
    place = set(fold(one.event.place or "").split())
    return bool(place) and any(place < set(fold(name).split()) for name in other.event.participants)


def _timed(one: Account, other: Account) -> bool | None:
    """Whether two times are one; nothing where one of the two has no day and the sort needs none."""
    if one.when is not None and other.when is not None:
        if not overlaps(one.when, other.when):
            return one.kind in OF_ONE_DAY and _a_day_apart(one, other) and bool(one.people & other.people)
        return contains(one.when, other.when) or contains(other.when, one.when)
    return None if one.kind in ONCE and one.event.status == other.event.status else False


def _a_day_apart(one: Account, other: Account) -> bool:
    """Whether two accounts give days next to each other: of what befalls somebody once, one report is wrong."""
    days = [day for account in (one, other) if (day := only_day(account)) is not None]
    return len(days) == 2 and abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) == 1


def elsewhere(one: str | None, other: str | None) -> bool:
    """Whether two places exclude each other: neither is part of the other's name, and neither is a whole country."""
    if one is None or other is None or one == one.lower() or other == other.lower():
        return False
    words, others = set(fold(one).split()), set(fold(other).split())
    return not (words <= others or others <= words or country_of(one) or country_of(other))
