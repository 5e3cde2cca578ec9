"""Short names of bodies: those the world knows, and those a document's own full names spell out."""

import re
from collections import Counter

from onrecord.language.gazetteers import is_forename, is_honorific, is_role_head, is_surname
from onrecord.language.groups import Group
from onrecord.language.places import is_demonym, is_place
from onrecord.model.identity import fold

_KNOWN = {
    "un": "united nations", "eu": "european union", "au": "african union", "who": "world health organization",
    "imf": "international monetary fund", "wto": "world trade organization", "icc": "international criminal court",
    "nato": "north atlantic treaty organization", "ecb": "european central bank",
    "opec": "organization of the petroleum exporting countries",
}  # fmt: skip
LEAST_LETTERS = 3
"""Initials that a document's own name must have to be known by them without saying so."""

_OWN_SORT = frozenset(
    {
        "Foundation", "Institute", "Center", "Centre", "School", "Library", "Hospital", "Prize", "Award", "College",
        "Trust", "Campaign", "Administration", "Commission", "Committee", "Report", "Act", "Law", "Clinic", "Museum",
        "Church", "Council", "Board", "Authority", "Ministry", "Department", "Police", "Government", "Court",
        "Street", "Party",
    }
)  # fmt: skip
"""What ends the name of a body whose first word is somebody or some place, and no short name of the body."""

_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "to", "&"})


def join_short(text: str, groups: list[Group]) -> list[Group]:
    """The groups with a business's first word, used alone, joined to it: "Brell" is Brell Minerals."""
    owners: dict[str, list[Group]] = {}
    words: Counter[str] = Counter(word for group in groups for word in set(group.name.split()))
    for group in groups:
        pieces = group.name.split()
        if group.kind == "organisation" and len(pieces) > 1 and pieces[-1] not in _OWN_SORT:
            owners.setdefault(pieces[0], []).append(group)
    gone: set[int] = set()
    for group in groups:
        name = group.name
        owner = owners.get(name, [])
        free = len(name) > 2 and not (is_forename(name) or is_surname(name) or is_place(name) or is_demonym(name))
        if group.kind in {"person", "organisation"} and len(owner) == 1 and free and words[name] == 2:
            titles = (match.group(1) for match in re.finditer(rf"(\w+)\.?\s{re.escape(name)}\b", text))
            if not any(title[:1].isupper() and (is_honorific(title) or is_role_head(title)) for title in titles):
                owner[0].forms.update(group.forms)
                gone.add(id(group))
    return [group for group in groups if id(group) not in gone]


def join_acronyms(groups: list[Group]) -> list[Group]:
    """The groups with a body's short name joined to the one body whose full name it stands for."""
    bodies = [group for group in groups if group.kind == "organisation"]
    full: dict[str, list[Group]] = {}
    for group in bodies:
        words = [word for word in group.name.split() if word.lower() not in _SMALL]
        if len(words) >= 2:
            full.setdefault(fold(group.name), []).append(group)
            if len(words) >= LEAST_LETTERS:
                full.setdefault("".join(word[0] for word in words).upper(), []).append(group)
    gone: set[int] = set()
    for group in bodies:
        short = group.name.replace(".", "")
        if " " in short or not short.isupper() or not 2 <= len(short) <= 6:
            continue
        known = _KNOWN.get(short.lower())
        owners = full.get(known or "", []) or full.get(short, [])
        if len(owners) == 1 and owners[0] is not group:
            owners[0].forms.update(group.forms)
            gone.add(id(group))
    return [group for group in groups if id(group) not in gone]
