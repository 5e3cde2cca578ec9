"""What a claim answers to its question, without the claim: whose answer, which way, how firmly, when.

Positions are built of replies, so a crowded question needs none of its claims read again: the reply of each is kept
with the record, in a line of text.
"""

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.comparing.identities import clusters
from onrecord.comparing.sides import Side
from onrecord.model.identity import fold
from onrecord.model.times import Interval

LONGEST = 160
"""Characters of a name in a line; a description that is longer is a slip of the parser."""

MOST_READINGS = 4
"""Meanings of a time in a line."""


class Reply(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one claim answers, or several that answer alike.

    `named` is the speaker's name as written, by which replies of one person are brought together. `affirms` and
    `denies` say whether it answers the question asked with the axis, and with its opposite. `before` marks what a text
    gives as said before its own time, of which `said` is the last day.
    """

    voice: str
    name: str
    named: str | None = None
    party: str | None = None
    own: bool = False
    sign: int = 1
    affirms: bool = True
    denies: bool = True
    firm: bool = True
    presupposed: bool = False
    before: bool = False
    said: Interval | None = None
    claims: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The reply as text of bounded length, its claims left out."""
        said = self.said
        if said is not None and (len(said.text) > LONGEST or len(said.readings) > MOST_READINGS):
            said = msgspec.structs.replace(said, text=said.text[:LONGEST], readings=said.readings[:MOST_READINGS])
        names = {
            "name": self.name[:LONGEST],
            "named": self.named and self.named[:LONGEST],
            "voice": self.voice[:LONGEST],
        }
        kept = msgspec.structs.replace(self, claims=(), said=said, party=self.party and self.party[:LONGEST], **names)
        return msgspec.json.encode(kept).decode()

    @property
    def cell(self) -> tuple[str, int, bool]:
        """What replies are counted by: nobody knows of two unknown speakers whether they are one."""
        return (self.voice.split(" ", 1)[0] if self.voice.startswith("unknown") else self.voice, self.sign, self.firm)


def reply_of(side: Side) -> Reply:
    """The reply that a side gives."""
    named = side.claim.holder.name if side.voice.startswith("name ") else None
    said = side.said
    if said is not None:  # a document's date is a subclass with more to it
        said = Interval(
            start=said.start, end=said.end, precision=said.precision, text=said.text, readings=said.readings
        )
    return Reply(
        voice=side.voice,
        name=side.name,
        named=named,
        party=side.party,
        own=side.own,
        sign=side.sign,
        affirms=side.answers(1),
        denies=side.answers(-1),
        firm=side.firm,
        presupposed=side.claim.presupposed,
        before=side.before,
        said=said,
        claims=(side.claim.id,),
    )


def read(line: str, claims: Iterable[str]) -> Reply:
    """The reply of a line, given by these claims."""
    return msgspec.structs.replace(msgspec.json.decode(line, type=Reply), claims=tuple(claims))


def brought_together(replies: Sequence[Reply]) -> list[Reply]:
    """Replies each read alone, with those of one person under one voice, and a speaker's one known party given to all.

    The same that `Context.sides` makes of sides that are read together.
    """
    people = clusters(reply.named for reply in replies if reply.named)
    known = [_renamed(reply, people[reply.named]) if reply.named in people else reply for reply in replies]
    parties: dict[str, set[str]] = {}
    for reply in known:
        if reply.party and not reply.own:
            parties.setdefault(reply.voice, set()).add(reply.party)
    only = {voice: next(iter(found)) for voice, found in parties.items() if len(found) == 1}
    return [
        msgspec.structs.replace(reply, party=only[reply.voice]) if not reply.party and reply.voice in only else reply
        for reply in known
    ]


def _renamed(reply: Reply, name: str) -> Reply:
    return reply if name == reply.named else msgspec.structs.replace(reply, voice=f"name {fold(name)}", name=name)
