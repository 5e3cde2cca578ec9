"""A question with more claims than are read: what is sampled of it, and what every claim answers all the same.

The reply of each claim of a crowd is indexed once, when the claim comes, so an added document costs the reading
of a bounded number of claims, and a walk along one index. Which claims are sampled follows from the set of claims.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from onrecord.comparing.affiliations import GOVERNMENT
from onrecord.comparing.alternations import settled
from onrecord.comparing.keys import topic_of
from onrecord.comparing.replies import Reply, brought_together, read, reply_of
from onrecord.comparing.sides import Context
from onrecord.comparing.store import Store
from onrecord.model.identity import content_id
from onrecord.model.items import Claim

MOST_CLAIMS = 512
"""Claims of one scope that are read and judged: of each question, then of each voice and answer in turn, those with
the smallest ids."""

SAMPLED = "sampled"
"""The index of the claims that were judged of a crowd when it was looked at last."""


class Crowd(msgspec.Struct, frozen=True):
    """A crowded scope: the claims that are judged, those judged before, each question's claims and their replies."""

    sampled: tuple[str, ...]
    before: tuple[str, ...]
    members: Mapping[str, Sequence[str]]
    replies: Mapping[str, Sequence[Reply]]


def crowd_of(store: Store, context: Context, scope: str) -> Crowd:
    """What is known of a crowded scope; replies that are not indexed yet are worked out and indexed."""
    held = list(store.items_with_keys("claim", [scope]))
    kind = content_id("crowd", scope)
    lines = _lines(store, context, kind, held)
    members: dict[str, list[str]] = defaultdict(list)
    replied: list[tuple[str, Reply]] = []
    for key, claims in sorted(lines.items()):
        question, _, line = key.partition(" ")
        members[question].extend(claims)
        if line:
            replied.append((question, read(line, sorted(claims))))
    replies: dict[str, list[Reply]] = defaultdict(list)
    for (question, _), reply in zip(replied, brought_together([reply for _, reply in replied]), strict=True):
        replies[question].append(reply)
    sampled = sample(replied)
    known = tuple(store.items_with_keys(SAMPLED, [kind]))
    before = known if len(known) == MOST_CLAIMS else tuple(held)  # some left, or it was no crowd before
    gone, come = set(known) - set(sampled), set(sampled) - set(known)
    if gone or come:
        store.index_items(SAMPLED, dict.fromkeys(gone, ()) | dict.fromkeys(come, (kind,)))
    return Crowd(tuple(sampled), before, {name: sorted(claims) for name, claims in members.items()}, replies)


def disperse(store: Store, scope: str, claims: Sequence[str]) -> None:
    """Forget what was kept of a scope that lost claims and is no crowd any more."""
    for kind in (SAMPLED, content_id("crowd", scope)):
        kept = [claim for claim, keys in store.keys_of_items(kind, claims).items() if keys]
        if kept:
            store.index_items(kind, dict.fromkeys(kept, ()))


def sample(replied: Sequence[tuple[str, Reply]]) -> list[str]:
    """Of each question one claim, then of each voice and answer in turn, smallest ids first; no more than are read."""
    cells: dict[tuple[object, ...], list[str]] = defaultdict(list)
    first: dict[str, str] = {}
    for question, reply in replied:
        cells[question, *reply.cell].extend(reply.claims)
        least = min(reply.claims)
        first[question] = min(first.get(question, least), least)
    heads = set(first.values())
    ranked = [
        (claim not in heads, rank, claim)
        for claims in cells.values()
        for rank, claim in enumerate(sorted(claims)[:MOST_CLAIMS])
    ]
    return sorted(claim for *_, claim in sorted(ranked)[:MOST_CLAIMS])


def _lines(store: Store, context: Context, kind: str, held: Sequence[str]) -> dict[str, list[str]]:
    """The claims of a crowd by question and reply, as one line; those that take no side have no reply."""
    wanted = set(held)
    lines = {key: [claim for claim in claims if claim in wanted] for key, claims in store.index_of(kind).items()}
    missing = wanted.difference(*lines.values())
    if missing:
        claims = [settled(claim) for claim in store.items("claim", sorted(missing)) if isinstance(claim, Claim)]
        context.load((c.document for c in claims), (c.statement for c in claims if c.statement))
        keys = {claim.id: _key(context, claim) for claim in claims}
        store.index_items(kind, {claim: (key,) for claim, key in keys.items()})
        for claim, key in keys.items():
            lines.setdefault(key, []).append(claim)
    return lines


def _key(context: Context, claim: Claim) -> str:
    topic = topic_of(claim)
    alone = context.sides([claim], reprints=False)
    reply = reply_of(alone[0]) if alone else None
    if reply is not None and reply.party == GOVERNMENT:
        reply = msgspec.structs.replace(reply, party=None)  # whose, the other documents of a crowd need not agree on
    return f"{topic.question if topic else ''} {reply.line if reply is not None else ''}"
