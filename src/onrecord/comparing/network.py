"""Who acts on whom, over the whole record: relations between the same two told together, and the chains they make."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from onrecord.model.identity import content_id, fold
from onrecord.model.items import Entity, EntityKind, Polarity, Relation
from onrecord.model.spans import Evidence

FLOWS = frozenset(
    {"supply", "ship", "export", "sell", "send", "deliver", "provide", "transport", "traffic", "smuggle", "produce",
     "make", "manufacture", "fund", "finance", "pay", "arm", "equip", "transfer", "distribute", "process", "buy",
     "import", "recruit", "launder", "move"}
)  # fmt: skip
"""Predicates along which something passes on: what makes a chain."""

LONGEST_CHAIN = 6
MOST_CHAINS = 200


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """An actor or thing: its name, sort, and entity where the record knows one."""

    id: str
    name: str
    kind: EntityKind | None = None
    entity: str | None = None
    party: str | None = None


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """What one does to another, as all the relations that say so, each with its words."""

    id: str
    subject: str
    predicate: str
    object: str
    polarity: Polarity
    relations: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    holders: tuple[str, ...]
    since: str | None = None
    until: str | None = None
    score: float = 1.0


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """Nodes and the ties between them, both in order of their ids."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]


def network(relations: Iterable[Relation], called: Mapping[str, Entity]) -> Network:
    """The network of relations; `called` gives the entity behind a folded name."""
    nodes: dict[str, Node] = {}
    told: dict[tuple[str, str, str, Polarity], list[Relation]] = defaultdict(list)
    for relation in relations:
        subject, thing = (_node(name, called) for name in (relation.subject, relation.object))
        if subject.id == thing.id:
            continue
        nodes |= {subject.id: subject, thing.id: thing}
        told[subject.id, relation.predicate, thing.id, relation.polarity].append(relation)
    ties = [_tie(key, sorted(same, key=lambda r: (r.document, r.spans, r.id))) for key, same in told.items()]
    return Network(nodes=tuple(nodes[name] for name in sorted(nodes)), ties=tuple(sorted(ties, key=lambda tie: tie.id)))


def around(whole: Network, name: str, *, steps: int = 1) -> Network:
    """The part of a network within some steps of the nodes whose names hold the words of `name`."""
    words = set(fold(name).split())
    inside = {node.id for node in whole.nodes if words <= set(fold(node.name).split())}
    for _ in range(steps):
        touched = {end for tie in whole.ties if {tie.subject, tie.object} & inside for end in (tie.subject, tie.object)}
        if touched <= inside:
            break
        inside |= touched
    ties = tuple(tie for tie in whole.ties if {tie.subject, tie.object} <= inside)
    linked = {end for tie in ties for end in (tie.subject, tie.object)}
    return Network(nodes=tuple(node for node in whole.nodes if node.id in linked), ties=ties)


def chains(whole: Network) -> list[tuple[Tie, ...]]:
    """Ways along which something passes on through two ties or more, longest first; no node twice."""
    after: dict[str, list[Tie]] = defaultdict(list)
    for tie in whole.ties:
        if tie.polarity == "affirmed" and tie.predicate.partition("_")[0] in FLOWS:
            after[tie.subject].append(tie)
    reached = {tie.object for ties in after.values() for tie in ties}
    starts = sorted(set(after) - reached) or sorted(after)
    found: list[tuple[Tie, ...]] = []
    for start in starts:
        for chain in _ways(start, after):
            found.append(chain)
            if len(found) >= 50 * MOST_CHAINS:
                break
    found.sort(key=lambda chain: (-len(chain), tuple(tie.id for tie in chain)))
    return found[:MOST_CHAINS]


def _ways(start: str, after: Mapping[str, list[Tie]]) -> Iterator[tuple[Tie, ...]]:
    """The longest chains from a node, each tried once and none beyond a number of steps."""
    stack: list[tuple[str, tuple[Tie, ...]]] = [(start, ())]
    given = 0
    while stack and given < MOST_CHAINS:
        at, chain = stack.pop()
        seen = {start, *(tie.object for tie in chain)}
        onward = [tie for tie in after.get(at, ()) if tie.object not in seen] if len(chain) < LONGEST_CHAIN else []
        stack.extend((tie.object, (*chain, tie)) for tie in onward[:20])
        if not onward and len(chain) > 1:
            given += 1
            yield chain


def _node(name: str, called: Mapping[str, Entity]) -> Node:
    entity = called.get(fold(name))
    if entity is None:
        return Node(id=content_id("node", fold(name)), name=name)
    return Node(
        id=content_id("node", entity.id), name=entity.name, kind=entity.kind, entity=entity.id, party=entity.party
    )


def _tie(key: tuple[str, str, str, Polarity], told: list[Relation]) -> Tie:
    subject, predicate, thing, polarity = key
    first = sorted(r.when.start for r in told if r.when and r.when.start)
    last = sorted(day.isoformat() for r in told if r.when and (day := r.when.last_day or r.when.first_day))
    unlikely = 1.0
    for score in {relation.document: relation.score for relation in told}.values():
        unlikely *= 1 - score
    return Tie(
        id=content_id("tie", *key), subject=subject, predicate=predicate, object=thing, polarity=polarity,
        relations=tuple(relation.id for relation in told),
        evidence=tuple(dict.fromkeys(Evidence(document=r.document, spans=r.spans) for r in told)),
        holders=tuple(sorted({r.holder.name or r.holder.party or "the report itself" for r in told})),
        since=first[0] if first else None, until=last[-1] if last else None, score=round(1 - unlikely, 3),
    )  # fmt: skip
