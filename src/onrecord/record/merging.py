"""What several documents say of one entity or event, as one: a function of the set of parts, never of their order."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.model.items import Entity, Event, Role
from onrecord.model.spans import Evidence, Spans


def merged_entity(parts: Sequence[Entity]) -> Entity:
    """One entity of the parts of one id; the name and party that most documents use, all aliases, roles, mentions."""
    if len(parts) == 1:
        return parts[0]
    return msgspec.structs.replace(
        parts[0],
        name=_most_used(part.name for part in parts) or parts[0].name,
        aliases=tuple(sorted({alias for part in parts for alias in part.aliases})),
        roles=_offices({role for part in parts for role in part.roles}),
        party=_most_used(part.party for part in parts if part.party),
        mentions=tuple(
            sorted({m for part in parts for m in part.mentions}, key=lambda m: (m.document, m.start, m.end))
        ),
    )


def _offices(roles: set[Role]) -> tuple[Role, ...]:
    """Offices in order; one that a document dates takes in the same one without dates."""
    dated = {(role.title, role.organisation) for role in roles if role.since or role.until}
    kept = {r for r in roles if r.since or r.until or (r.title, r.organisation) not in dated}
    return tuple(sorted(kept, key=lambda r: (r.title, r.organisation or "", r.since or "", r.until or "")))


def merged_event(parts: Sequence[Event]) -> Event:
    """One event of the parts of one id: the words of the first document by id that has them, all mentions."""
    if len(parts) == 1:
        return parts[0]
    in_order = sorted(parts, key=lambda part: [_place(mention) for mention in part.mentions])
    mentions = {mention for part in parts for mention in part.mentions}
    return msgspec.structs.replace(
        in_order[0],
        mentions=tuple(sorted(mentions, key=_place)),
        when=next((part.when for part in in_order if part.when), None),
        place=next((part.place for part in in_order if part.place), None),
        participants=tuple(sorted({name for part in parts for name in part.participants})),
        doubts=tuple(sorted({doubt for part in parts for doubt in part.doubts})),
        score=max(part.score for part in parts),
    )


def _place(evidence: Evidence) -> tuple[str, Spans]:
    return (evidence.document, evidence.spans)


def _most_used(names: Iterable[str]) -> str | None:
    counted = Counter(names)
    return min(counted, key=lambda name: (-counted[name], name), default=None)
