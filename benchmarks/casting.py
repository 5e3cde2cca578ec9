"""Who takes part in an invented dispute: parties, their speakers, outsiders and outlets, named anew for each."""

import random
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from wordings import Issue, Templates, capital

OLDEST, NEWEST = date(2012, 1, 9), date(2024, 12, 2)
FEMALE, MALE = ("woman",), ("man",)


class Person(NamedTuple):
    """Somebody who speaks: `voice` names them in the answers, `party` is who they speak for."""

    voice: str
    first: str
    last: str
    role: str
    she: bool
    party: str
    adjective: str

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"

    @property
    def title(self) -> str:
        """The last word of the role, for "the minister"."""
        return self.role.split(" of ")[0].split(" at ")[0].split()[-1]


class Cast(NamedTuple):
    """Everybody in one dispute, and what fills the slots of its templates whatever the document."""

    people: Mapping[str, Person]
    parties: Mapping[str, str]
    outlets: tuple[str, ...]
    slots: Mapping[str, str]
    release_from: str
    short: str
    city: str
    began: date
    happened: date


def cast(chance: random.Random, issue: Issue, templates: Templates) -> Cast:
    """The cast of a dispute about an issue."""
    names = templates.names
    setting = names["settings"][issue.setting]
    countries = _countries(chance, names)
    towns = _towns(chance, names, 4)
    place, city = towns[0], towns[3]
    began = OLDEST + timedelta(days=chance.randrange((NEWEST - OLDEST).days))
    surnames = chance.sample(names["surnames"], 7)
    number = chance.randrange(40, 900)
    firms = chance.sample(names["firms"]["first"], 3)
    firm = [f"{first} {chance.choice(names['firms']['last'])}" for first in firms]
    x, y = (f"{chance.choice(names['forenames']['she'])} {surname}" for surname in surnames[5:])
    slots = {
        "P": place, "P2": towns[1], "City": city, "N": str(number),
        "N2": str(max(7, round(number * chance.uniform(0.2, 0.6)))), "year": str(began.year - 1),
        "old": str(began.year - chance.randrange(7, 14)), "X": x, "Y": y,
    }  # fmt: skip
    adjective = {"A": "", "B": "", "C": ""}
    if issue.setting == "states":
        slots |= {"A": countries[0][0], "Adj": countries[0][1], "B": countries[1][0], "D": countries[2][0]}
        adjective |= {"A": countries[0][1], "B": countries[1][1]}
    elif issue.setting == "company":
        slots |= {"A": firm[0], "D": firm[1], "E": firm[2]}
    else:
        slots |= {"A": chance.choice(setting["a_names"]).format(**slots), "D": f"the {towns[2]} authorities"}
    if "B" not in slots:
        slots["B"] = chance.choice(setting["b_names"]).format(**slots)
    parties = {"A": slots["A"], "B": slots["B"], "C": ""}
    roles = {
        "A1": chance.choice(setting["a_roles"]), "A2": chance.choice(setting["a_minor"]),
        "B1": chance.choice(setting["b_roles"]), "B2": chance.choice(setting["b_minor"]),
        "C1": chance.choice(setting["c_roles"]).format(**slots),
    }  # fmt: skip
    people = {
        voice: _person(
            chance, names, voice=voice, last=surname, role=role, party=parties[voice[0]], adjective=adjective[voice[0]]
        )
        for (voice, role), surname in zip(roles.items(), surnames, strict=False)
    }
    slots["A1"] = people["A1"].name
    return Cast(
        people=people,
        parties=parties,
        outlets=tuple(chance.sample(names["outlets"], 4)),
        slots=slots,
        release_from=setting["release_from"].format(**slots),
        short=setting["release_short"],
        city=city,
        began=began,
        happened=began - timedelta(days=chance.randrange(1, 6)),
    )


def _countries(chance: random.Random, names: Mapping[str, Any]) -> list[tuple[str, str]]:
    firsts = chance.sample(names["countries"]["first"], 3)
    lasts = [chance.choice(names["countries"]["last"]) for _ in firsts]
    return [(f"{first}{name}", f"{first}{adjective}") for first, (name, adjective) in zip(firsts, lasts, strict=True)]


def _towns(chance: random.Random, names: Mapping[str, Any], number: int) -> list[str]:
    firsts = chance.sample(names["towns"]["first"], number)
    return [f"{first}{chance.choice(names['towns']['last'])}" for first in firsts]


def _person(chance: random.Random, names: Mapping[str, Any], **known: str) -> Person:
    role = known["role"]
    she = role.endswith(FEMALE) or (not role.endswith(MALE) and chance.random() < 0.5)
    return Person(first=chance.choice(names["forenames"]["she" if she else "he"]), she=she, **known)


def first_named(person: Person, chance: random.Random) -> str:
    """A speaker as a text names them first, with a closing comma where one belongs."""
    name, role, party = person.name, person.role, person.party
    if not party:
        return f"{name}, {'an' if role[0] in 'aeio' else 'a'} {role},"
    if person.adjective:
        return chance.choice(
            (
                f"{party}'s {role}, {name},",
                f"{name}, the {person.adjective} {role},",
                f"{person.adjective} {' '.join(map(capital, role.split()))} {name}",
            )
        )
    if party.startswith("the ") or "man" in role:
        return f"{name}, {'a ' if 'spokes' in role else ''}{role} {'for' if 'spokes' in role else 'of'} {party},"
    return chance.choice((f"{name}, {role} of {party},", f"{party} {role} {name}"))


def again_named(person: Person, people: Mapping[str, Person], chance: random.Random) -> str:
    """A speaker who was named before: the last name, or the office where nobody else in the dispute has it."""
    alone = sum(other.title == person.title for other in people.values()) == 1
    return f"the {person.title}" if alone and person.party and chance.random() < 0.25 else person.last
