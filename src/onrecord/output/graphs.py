"""The network as text, as GraphML, and as entities in the manner of FollowTheMoney."""

import json
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from onrecord.comparing.network import Network, Tie
from onrecord.output.listing import Column
from onrecord.output.painting import harmless
from onrecord.output.rows import ID, Rows
from onrecord.output.sources import Sources, short

COLUMNS = (
    ID,
    Column("documents", right=True),
    Column("who", "name"),
    Column("does"),
    Column("to whom", "name"),
    Column("words", wide=True),
)
GRAPHML = "http://graphml.graphdrawing.org/xmlns"
SCHEMATA = {"person": "Person", "organisation": "Organization", "place": "Address", "substance": "Asset"}
"""FollowTheMoney's schema of an entity, by our kind; everything else is a LegalEntity or a thing of no schema."""


def rows(found: Network, sources: Sources) -> Rows:
    """A row a tie: those that most documents tell first, each with the words of its first relation."""
    names = {node.id: node.name for node in found.nodes}
    for tie in _by_documents(found.ties):
        verb = tie.predicate.replace("_", " ")
        does = f"does not {verb}" if tie.polarity == "negated" else verb
        first = tie.evidence[0]
        documents = len({evidence.document for evidence in tie.evidence})
        yield (
            short(tie.relations[0]), str(documents), names[tie.subject], does, names[tie.object],
            sources.words(first.document, first.spans),
        )  # fmt: skip


def chain_lines(found: Iterable[tuple[Tie, ...]], whole: Network) -> Iterator[str]:
    """A line a chain: "A supplies X → X …"."""
    names = {node.id: node.name for node in whole.nodes}
    for chain in found:
        steps = "".join(f" —{tie.predicate.replace('_', ' ')}→ {names[tie.object]}" for tie in chain)
        yield harmless(f"{names[chain[0].subject]}{steps}")


def graphml(found: Network, sources: Sources) -> bytes:
    """The network as GraphML; each edge holds its words and the ids of its relations and documents."""
    root = Element("graphml", {"xmlns": GRAPHML})
    for name, target, kind in _KEYS:
        SubElement(root, "key", {"id": f"{target}-{name}", "for": target, "attr.name": name, "attr.type": kind})
    graph = SubElement(root, "graph", {"id": "onrecord", "edgedefault": "directed"})
    for node in found.nodes:
        element = SubElement(graph, "node", {"id": node.id})
        _data(element, "node", {"label": node.name, "kind": node.kind, "entity": node.entity, "party": node.party})
    for tie in found.ties:
        element = SubElement(graph, "edge", {"id": tie.id, "source": tie.subject, "target": tie.object})
        words = [sources.words(evidence.document, evidence.spans) for evidence in tie.evidence]
        _data(
            element,
            "edge",
            {
                "label": tie.predicate, "polarity": tie.polarity, "since": tie.since, "until": tie.until,
                "weight": str(len({evidence.document for evidence in tie.evidence})), "score": str(tie.score),
                "holders": "; ".join(tie.holders), "relations": " ".join(tie.relations),
                "documents": " ".join(sorted({evidence.document for evidence in tie.evidence})),
                "words": "\n".join(words),
            },
        )  # fmt: skip
    written: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + written + b"\n"


def follow_the_money(found: Network, sources: Sources) -> Iterator[str]:
    """JSON Lines in the manner of FollowTheMoney: an entity a node, an `UnknownLink` a tie, its words in `summary`."""
    for node in found.nodes:
        properties = {"name": [node.name], **({"country": [node.party]} if node.party else {})}
        schema = SCHEMATA.get(node.kind or "", "LegalEntity")
        yield _line({"id": node.id, "schema": schema, "properties": properties})
    for tie in found.ties:
        role = f"not {tie.predicate}" if tie.polarity == "negated" else tie.predicate
        properties = {
            "subject": [tie.subject],
            "object": [tie.object],
            "role": [role.replace("_", " ")],
            "summary": [sources.words(evidence.document, evidence.spans) for evidence in tie.evidence],
            "publisher": sorted({sources.name(evidence.document) for evidence in tie.evidence}),
            "recordId": list(tie.relations),
        }
        if tie.since:
            properties["startDate"] = [tie.since[:10]]
        if tie.until:
            properties["endDate"] = [tie.until[:10]]
        yield _line({"id": tie.id, "schema": "UnknownLink", "properties": properties})


_KEYS = [
    *((name, "node", "string") for name in ("label", "kind", "entity", "party")),
    *((name, "edge", "string") for name in (
        "label", "polarity", "since", "until", "holders", "relations", "documents", "words")),
    ("weight", "edge", "int"),
    ("score", "edge", "double"),
]  # fmt: skip


def _data(parent: Element, target: str, values: dict[str, str | None]) -> None:
    for name, value in values.items():
        if value is not None:
            SubElement(parent, "data", {"key": f"{target}-{name}"}).text = _storable(value)


def _storable(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return "".join(c if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff") else " "
                   for c in text)  # fmt: skip


def _by_documents(ties: Iterable[Tie]) -> list[Tie]:
    return sorted(ties, key=lambda tie: (-len({e.document for e in tie.evidence}), -len(tie.relations), tie.id))


def _line(value: dict[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
