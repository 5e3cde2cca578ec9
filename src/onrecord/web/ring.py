"""A ring of names with the ties between them: where each stands, worked out without any trying."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model.identity import fold

SIZE = 960
HEIGHT = 620
RADIUS = 210
MOST = 28
"""Names around the ring: more cannot be read."""


class Node(NamedTuple):
    """A name on the ring; its label stands outside, turned with the ring's side."""

    name: str
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    size: float


class Edge(NamedTuple):
    """A tie from one name to another, bent towards the middle."""

    path: str
    weight: float
    title: str


class Ring(NamedTuple):
    """The drawing; `left` are names that have no room on it."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left: int


def ring(ties: Sequence[tuple[str, str, int]]) -> Ring | None:
    """The names with most ties around a ring, those tied to each other near each other."""
    names: dict[str, str] = {}
    weight: Counter[str] = Counter()
    for subject, object_, times in ties:
        for name in (subject, object_):
            names.setdefault(fold(name), name)
            weight[fold(name)] += times
    if len(names) < 2:
        return None
    chosen = _linked(ties, {key for key, _ in sorted(weight.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]})
    if not chosen:
        return None
    order = _order(ties, chosen, weight)
    place = {key: 2 * math.pi * n / len(order) - math.pi / 2 for n, key in enumerate(order)}
    heaviest = max(weight[key] for key in order)
    nodes = tuple(_node(names[key], place[key], weight[key] / heaviest) for key in order)
    edges = [
        _edge(names[fold(s)], names[fold(o)], place[fold(s)], place[fold(o)], times)
        for s, o, times in ties if fold(s) in place and fold(o) in place and fold(s) != fold(o)
    ]  # fmt: skip
    return Ring(SIZE, HEIGHT, nodes, tuple(edges), len(names) - len(order))


def _linked(ties: Sequence[tuple[str, str, int]], chosen: set[str]) -> set[str]:
    """Those of the names that are tied to another of them: a point without a line says nothing."""
    both = [{fold(subject), fold(other)} for subject, other, _ in ties]
    return {name for pair in both if len(pair) == 2 and pair <= chosen for name in pair}


def _order(ties: Sequence[tuple[str, str, int]], chosen: set[str], weight: Counter[str]) -> list[str]:
    """Names in a walk from the heaviest along its ties, so that neighbours stand together."""
    near: dict[str, set[str]] = {key: set() for key in chosen}
    for subject, object_, _ in ties:
        one, other = fold(subject), fold(object_)
        if one in near and other in near:
            near[one].add(other)
            near[other].add(one)
    order: list[str] = []
    for start in sorted(chosen, key=lambda key: (-weight[key], key)):
        waiting = [start]
        while waiting:
            key = waiting.pop()
            if key not in order:
                order.append(key)
                waiting += sorted(near[key] - set(order), key=lambda other: (weight[other], other))
    return order


def _node(name: str, angle: float, share: float) -> Node:
    x, y = _at(angle, RADIUS)
    label_x, label_y = _at(angle, RADIUS + 16)
    side = math.cos(angle)
    anchor = "middle" if abs(side) < 0.12 else "start" if side > 0 else "end"
    shift = (14 if math.sin(angle) > 0 else -4) if anchor == "middle" else 5
    return Node(name, x, y, label_x, round(label_y + shift, 1), anchor, round(4 + 6 * math.sqrt(share), 1))


def _edge(one: str, other: str, start: float, end: float, times: int) -> Edge:
    (x1, y1), (x2, y2) = _at(start, RADIUS), _at(end, RADIUS)
    cx, cy = SIZE / 2 + (x1 + x2 - SIZE) * 0.2, HEIGHT / 2 + (y1 + y2 - HEIGHT) * 0.2
    path = f"M{x1} {y1}Q{round(cx, 1)} {round(cy, 1)} {x2} {y2}"
    return Edge(path, round(1 + 1.6 * math.log2(times + 1), 1), f"{one} → {other}, {times} times")


def _at(angle: float, radius: float) -> tuple[float, float]:
    return round(SIZE / 2 + radius * math.cos(angle), 1), round(HEIGHT / 2 + radius * math.sin(angle), 1)
