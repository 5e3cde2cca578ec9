"""Which forms of a name mean one person: full names, surnames, particles, accents, short forenames."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.language.gazetteers import is_forename, nicknames, words
from onrecord.model.identity import fold

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
POSTNOMINALS = frozenset(
    {"KC", "QC", "SC", "MP", "MSP", "MEP", "TD", "PhD", "MD", "OBE", "CBE", "MBE", "KBE", "DBE", "FRS", "Esq", "RN"}
)
"""Letters behind a name that are no part of it."""
MOST_BEARERS = 12
"""People of one surname looked at; beyond that the document is a list and nothing is joined."""


@lru_cache(maxsize=4096)
def parts(name: str) -> tuple[str, ...]:
    """The folded words of a name without initials and suffixes: what is compared."""
    folded = fold(name).split()
    kept = [word for word in folded if len(word) > 1 and word not in SUFFIXES]
    return tuple(kept) or tuple(folded)


def is_full(name: str) -> bool:
    """Whether a name has a forename and a surname."""
    own = is_forename(name.split(" ", 1)[0])
    pieces = [word for at, word in enumerate(parts(name)) if word not in words().particles or (own and not at)]
    return len(pieces) >= 2 and " " in name


def same_person(longer: str, shorter: str) -> bool:
    """Whether the shorter form can mean the bearer of the longer one."""
    long, short = parts(longer), parts(shorter)
    if not short or len(short) > len(long) or _generation(longer) != _generation(shorter) != "":
        return False
    surnames = _surnames(longer)
    if len(short) == 1:
        return short[0] in surnames
    if short[-1] not in surnames:
        return False
    if _ends_at_surname(long, short):
        return True
    if not _alike(long[0], short[0]):
        return False
    return _within(long[1:], short[1:])


def _generation(name: str) -> str:
    """The "Jr." or "III" at a name's end: two people of one name, unless the shorter form goes without."""
    last = name.rsplit(maxsplit=1)[-1].lower().strip(".,")
    return last if last in SUFFIXES else ""


def join(names: Iterable[str]) -> list[list[str]]:
    """Full names grouped by person, each group's longest first. A form that fits two people joins neither."""
    ordered = sorted(dict.fromkeys(names), key=lambda name: (-len(parts(name)), -len(name), name))
    groups: list[list[str]] = []
    bearers: dict[str, list[int]] = {}
    for name in ordered:
        near = sorted({group for word in _surnames(name) for group in bearers.get(word, ())})
        fits = [group for group in near if same_person(groups[group][0], name)] if len(near) <= MOST_BEARERS else []
        if len(fits) == 1:
            groups[fits[0]].append(name)
        elif not fits:
            groups.append([name])
            for word in _surnames(name):
                bearers.setdefault(word, []).append(len(groups) - 1)
    return groups


def surnames_of(name: str) -> tuple[str, ...]:
    """Folded words by which a person may be called alone."""
    return tuple(sorted(_surnames(name)))


@lru_cache(maxsize=4096)
def _surnames(name: str) -> frozenset[str]:
    pieces = parts(name)
    found = {pieces[-1]}
    hyphenated = fold(name.rsplit(maxsplit=1)[-1]).split() if "-" in name.rsplit(maxsplit=1)[-1] else []
    if len(hyphenated) > 1:
        return frozenset({pieces[-1], hyphenated[0]}) if len(hyphenated) == 2 else frozenset(found)
    bare = [word for word in pieces if word not in words().particles]
    if (len(bare) >= 3 and not is_forename(bare[-2].title())) or len(bare) >= 4:
        found.add(bare[-2])
    return frozenset(found - words().particles)


def _ends_at_surname(long: Sequence[str], short: Sequence[str]) -> bool:
    size = len(short)
    return any(tuple(long[at : at + size]) == tuple(short) for at in range(1, len(long) - size + 1))


def _alike(one: str, other: str) -> bool:
    return one == other or other in nicknames().get(one, ())


def _within(long: Sequence[str], short: Sequence[str]) -> bool:
    remaining = iter(long)
    return all(word in remaining for word in short)
