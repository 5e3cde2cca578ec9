"""Short names of bodies: those the world knows, and those a document's own full names spell out."""

from onrecord.language.groups import Group
from onrecord.model.identity import fold

_KNOWN = {
    "un": "united nations", "eu": "european union", "au": "african union", "who": "world health organization",
    "imf": "international monetary fund", "wto": "world trade organization", "icc": "international criminal court",
    "nato": "north atlantic treaty organization", "ecb": "european central bank",
    "opec": "organization of the petroleum exporting countries",
}  # fmt: skip
LEAST_LETTERS = 3
"""Initials that a document's own name must have to be known by them without saying so."""

_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "to", "&"})


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
