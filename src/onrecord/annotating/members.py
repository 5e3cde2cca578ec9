"""Sources told by others: one out of a group ("one of the officials", "another"), and somebody's own ("her deputy")."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.annotating.lastspeaker import NOBODY, LastSpeaker
from onrecord.annotating.sources import Unnamed, described, head_of, head_phrase, is_plural
from onrecord.language.coreference import Referents
from onrecord.language.descriptions import is_body_noun
from onrecord.language.gazetteers import is_role_head
from onrecord.language.people import FEMALE, MALE
from onrecord.model.identity import fold
from onrecord.model.items import Entity, Speaker, Statement
from onrecord.model.spans import Span

_OUT_OF = re.compile(
    r"(?P<which>one|another|a (?:second|third|fourth)|the (?:other|first|second|third))"
    r"(?:\sof\s(?:(?:the|these|those|its|their|his|her|our)\s(?P<nouns>[^,;]+)|them|whom))?$",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"(?:a|an|the|one)?\s?\b(?:first|second|third|fourth|other|another|fifth)\s(?P<nouns>[\w -]+)$", re.IGNORECASE
)
_OWN = re.compile(r"(?P<owner>his|her|its|my|our|your)\s(?P<what>\S.*)$", re.IGNORECASE | re.DOTALL)
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "allies": "ally"}
_SEVERAL = {one: several for several, one in _IRREGULAR.items()}
_SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "deputy", "office", "secretary", "successor"})
"""Who speaks for the same state as the one whose own he or she is."""


class Member(msgspec.Struct, frozen=True):
    """One out of a group: what to call the source, and the group's party."""

    description: str
    party: str | None
    group: str | None = None
    """The entity that the members are together."""


def out_of_group(phrase: str, unnamed: Unnamed, nearer: str | None = None, last: str | None = None) -> Member | None:
    """The one person that a phrase takes out of the unnamed people who spoke before, or whom it names itself.

    `nearer` are people spoken of since then: "relatives gathered … one of them said"; `last` is the unnamed source that
    spoke last: "one shareholder said … another said".
    """
    words = " ".join(head_phrase(phrase).split())
    match = _OUT_OF.match(words)
    if match is not None:
        nouns = match["nouns"]
        head = head_of(nouns) if nouns else None
        if head is not None and not is_plural(head):
            return None
        alone = words.lower() in {"another", "a second", "the other"} and last is not None
        if alone and last is not None and not is_plural(last):
            return Member(last, None)
        if head is None and nearer is not None:
            return Member(_singular(described(nearer)), None)
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
    one = _IRREGULAR.get(head, f"{head[:-3]}y" if head.endswith("ies") else head.removesuffix("s"))
    return re.sub(rf"\b{re.escape(head)}\b", one, description, count=1, flags=re.IGNORECASE)


def _plural(head: str) -> str:
    return head if is_plural(head) else _SEVERAL.get(head, f"{head}s")


class Owned(msgspec.Struct, frozen=True):
    """Somebody's own: what to call the source, whom it speaks for, and the one person whom the text names so."""

    description: str
    party: str | None
    holder: Entity | None


def owned(
    phrase: str,
    span: Span,
    referents: Referents,
    people: Sequence[Entity],
    *,
    last: LastSpeaker = NOBODY,
    holder: Statement | None = None,
    addressed: Speaker | None = None,
) -> Owned | None:
    """What "her deputy" is: the owner by name, where the pronoun's person is known; None for other phrases.

    `holder` is the statement in whose words the phrase stands: whose "my" and "our" are; "your" is of who is
    `addressed` there.
    """
    match = _OWN.match(phrase)
    if match is None:
        return None
    what = described(match["what"])
    if match["owner"].lower() == "your":
        body = is_body_noun(head_of(what)) and addressed is not None and addressed.name is not None
        return Owned(f"{addressed.name}’s {what}", addressed.party, None) if body and addressed is not None else None
    if not (what and (is_role_head(head_of(what)) or head_of(what) in _SPEAKS_FOR)):
        return None
    if match["owner"].lower() in {"my", "our"}:
        name = holder.speaker.name if holder is not None else None
        return Owned(f"{name}’s {what}" if name else what, None, None) if holder is not None else None
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
