"""Sources told by others: one out of a group ("one of the officials", "another"), and somebody's own ("her deputy")."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.annotating.lastspeaker import NOBODY, LastSpeaker
from onrecord.annotating.sources import Unnamed, described, head_of, head_phrase
from onrecord.language.coreference import Referents
from onrecord.language.gazetteers import is_role_head
from onrecord.language.people import FEMALE, MALE
from onrecord.model.identity import fold
from onrecord.model.items import Entity
from onrecord.model.spans import Span

_OUT_OF = re.compile(
    r"(?P<which>one|another|a (?:second|third|fourth)|the (?:other|first|second|third))"
    r"(?:\sof\s(?:(?:the|these|those|its|their|his|her|our)\s(?P<nouns>[^,;]+)|them|whom))?$",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"(?:a|an|the|one)?\s?\b(?:first|second|third|fourth|other|another|fifth)\s(?P<nouns>[\w -]+)$", re.IGNORECASE
)
_OWN = re.compile(r"(?P<owner>his|her|its)\s(?P<what>\S.*)$", re.IGNORECASE | re.DOTALL)
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "allies": "ally"}
_SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "deputy", "office", "secretary", "successor"})
"""Who speaks for the same state as the one whose own he or she is."""


class Member(msgspec.Struct, frozen=True):
    """One out of a group: what to call the source, and the group's party."""

    description: str
    party: str | None
    group: str | None = None
    """The entity that the members are together."""


def out_of_group(phrase: str, unnamed: Unnamed) -> Member | None:
    """The one person that a phrase takes out of the unnamed people who spoke before, or whom it names itself."""
    words = " ".join(head_phrase(phrase).split())
    match = _OUT_OF.match(words)
    if match is not None:
        nouns = match["nouns"]
        head = head_of(nouns) if nouns else None
        if head is not None and not head.endswith("s") and head not in _IRREGULAR:
            return None
        group = unnamed.group(head)
        if group is not None and (nouns is None or len(described(nouns).split()) <= len(group.name.split())):
            return Member(_singular(group.name), group.party, group.id)
        return Member(_singular(described(nouns)), None) if nouns else None
    match = _FURTHER.match(words)
    group = unnamed.group(_plural(head_of(match["nouns"]))) if match is not None else None
    return Member(_singular(group.name), group.party, group.id) if group is not None else None


def _singular(description: str) -> str:
    """The description of several people as that of one: "senior officials at the ministry"."""
    head = head_of(description)
    one = _IRREGULAR.get(head, head.removesuffix("s"))
    return re.sub(rf"\b{re.escape(head)}\b", one, description, count=1, flags=re.IGNORECASE)


def _plural(head: str) -> str:
    return head if head.endswith("s") else f"{head}s"


class Owned(msgspec.Struct, frozen=True):
    """Somebody's own: what to call the source, whom it speaks for, and the one person whom the text names so."""

    description: str
    party: str | None
    holder: Entity | None


def owned(
    phrase: str, span: Span, referents: Referents, people: Sequence[Entity], last: LastSpeaker = NOBODY
) -> Owned | None:
    """What "her deputy" is: the owner by name, where the pronoun's person is known; None for other phrases."""
    match = _OWN.match(phrase)
    if match is None:
        return None
    what = described(match["what"])
    if not (what and (is_role_head(head_of(what)) or head_of(what) in _SPEAKS_FOR)):
        return None
    pronoun = Span(span.start, span.start + len(match["owner"]))
    owner = referents.pronoun(pronoun)
    if owner is None and match["owner"].lower() in MALE | FEMALE:
        spoke = last.meant_by_pronoun(pronoun, match["owner"].lower(), referents)
        owner = last.entity if spoke is not None else None
    if owner is None:
        return Owned(what, None, None)
    surname = fold(owner.name.split()[-1])
    holders = [
        person
        for person in people
        if person.id != owner.id
        and any(
            head_of(role.title) == head_of(what) and surname in fold(f"{role.title} {role.organisation or ''}").split()
            for role in person.roles
        )
    ]
    party = owner.party if head_of(what) in _SPEAKS_FOR or owner.kind == "organisation" else None
    return Owned(f"{owner.name}’s {what}", party, holders[0] if len(holders) == 1 else None)
