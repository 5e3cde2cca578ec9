"""The labelled disputes: documents that we wrote, clusters of PolNeAR articles, and pairs of spans in them.

Run: python benchmarks/disputed.py [--polnear FOLDER]
Prints what the set holds and how far the two passes agree. FOLDER holds PolNeAR (`train.jsonl.gz`), of whose articles
the set has ids and offsets and no words; without it the pairs in them are left out. What the labels mean stands in
`labelled/contradictions/GUIDELINE.md`.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

import msgspec

from marked import Mark, Marked, read_marked
from rows import read_rows

FOLDER = Path(__file__).resolve().parent / "labelled" / "contradictions"

Part = Literal["a", "b", "c", "d", "e", "f", "g", "h", "i"]
ONE_READER = frozenset({"c", "d"})
"""Parts of which one person gave both passes."""
MARKED: tuple[Part, ...] = ("e", "f", "g", "h", "i")
"""Parts whose labels stand in the texts, a file a topic in the folder of the part's name, of one pass."""

OPEN: tuple[Part, ...] = ("a", "c", "e", "f", "h")
"""Parts whose errors may be looked at and that may be tuned on; of the others only totals are."""
POOLED = "pooled"
"""The note of pairs that OnRecord found and readers judged later."""

Label = Literal["contradiction", "shift", "agreement", "compatible"]
Kind = Literal["negation", "antonym", "numeric", "existence", "attribution", "factive", "self", "role"]
Temptation = Literal[
    "time", "referent", "measure", "place", "part", "bounds", "update", "reported", "normative", "hypothetical",
    "question", "hedge", "plan", "forecast", "opinion", "scope", "sense", "unrelated",
]  # fmt: skip


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A document of the set, ours or an article of PolNeAR."""

    id: str
    topic: str
    part: Part
    outlet: str
    date: str
    title: str
    text: str


class Cluster(msgspec.Struct, frozen=True, kw_only=True):
    """Articles of PolNeAR on one matter, by their ids."""

    topic: str
    part: Part
    articles: tuple[str, ...]


class Place(msgspec.Struct, frozen=True):
    """A span of a document: code points of its text."""

    document: str
    start: int
    end: int


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two spans of one topic and what they are to each other."""

    topic: str
    one: Place
    other: Place
    label: Label
    kind: Kind | None
    temptation: Temptation | None
    note: str = ""


class Disputes(NamedTuple):
    """A set that holds together: its texts by id, and the pairs that stand in them."""

    texts: dict[str, Text]
    pairs: tuple[Pair, ...]

    def words(self, place: Place) -> str:
        """The words of a span."""
        return self.texts[place.document].text[place.start : place.end]


class Agreement(NamedTuple):
    """How far two passes over the same pairs agree: how many pairs, the share of equal labels, and Cohen's kappa."""

    pairs: int
    observed: float
    kappa: float


def load(polnear: Path | None = None, folder: Path = FOLDER) -> Disputes:
    """The set with its settled labels; pairs in PolNeAR only where the folder of that corpus is given.

    Raises ValueError when a pair or a part does not hold: see `check`.
    """
    texts = {text.id: text for text in read_texts(folder / "documents.jsonl")}
    pairs = read_pairs(folder / "pairs.jsonl")
    for part in MARKED:
        for path in sorted((folder / part).glob("*.txt")):
            told, labelled = read_topic(path, part)
            texts |= {text.id: text for text in told}
            pairs += labelled
    clusters = read_clusters(folder / "polnear.jsonl")
    if polnear is not None:
        texts |= {text.id: text for text in articles_of(clusters, polnear)}
    else:
        absent = {name for cluster in clusters for name in cluster.articles}
        pairs = tuple(pair for pair in pairs if not {pair.one.document, pair.other.document} & absent)
    check(texts, pairs)
    return Disputes(texts, pairs)


def read_texts(path: Path) -> tuple[Text, ...]:
    """Documents that we wrote, a line each."""
    return tuple(_rows(path, Text))


def read_clusters(path: Path) -> tuple[Cluster, ...]:
    """Clusters of PolNeAR, a line each."""
    return tuple(_rows(path, Cluster))


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """Labelled pairs, a line each."""
    return tuple(_rows(path, Pair))


def read_topic(path: Path, part: Part) -> tuple[tuple[Text, ...], tuple[Pair, ...]]:
    """The documents and pairs of a file's topic, whose labels stand in its texts."""
    return texts_and_pairs(read_marked(path), part)


def texts_and_pairs(marked: Marked, part: Part) -> tuple[tuple[Text, ...], tuple[Pair, ...]]:
    """The documents and pairs of a topic whose labels stand in its texts."""
    topic = marked.name
    texts = tuple(
        Text(id=f"{topic}-{number}", topic=topic, part=part, **document._asdict())
        for number, document in enumerate(marked.documents, 1)
    )

    def place(mark: Mark) -> Place:
        return Place(texts[mark.document].id, mark.start, mark.end)

    pairs = []
    for (label, kind), left, right in marked.labels:
        fields = {"kind": None, "temptation": None}
        fields |= {"temptation": kind} if label == "compatible" else {"kind": kind} if kind != "-" else {}
        told = {"topic": topic, "one": place(marked.marks[left]), "other": place(marked.marks[right]), "label": label}
        try:
            pairs.append(msgspec.convert(told | fields, Pair))
        except msgspec.ValidationError as error:
            raise ValueError(f"{topic}: {label} {kind} {left} {right}: {error}") from error
    return texts, tuple(pairs)


def articles_of(clusters: Sequence[Cluster], polnear: Path) -> Iterator[Text]:
    """The articles of clusters, as the corpus in a folder has them."""
    wanted = {name: cluster for cluster in clusters for name in cluster.articles}
    for row in read_rows(polnear / "train.jsonl.gz"):
        cluster = wanted.pop(row["id"], None)
        if cluster is not None:
            fields = {"topic": cluster.topic, "part": cluster.part, "outlet": row["publisher"]}
            yield Text(id=row["id"], date=row["date"], title=row["title"], text=row["text"], **fields)
    if wanted:
        raise ValueError(f"{polnear} lacks {', '.join(sorted(wanted))}")


def check(texts: Mapping[str, Text], pairs: Sequence[Pair]) -> None:
    """Raise ValueError for the first thing that does not hold.

    A topic is whole in one part; a span stands in a document of the pair's topic, holds words and begins and ends with
    one of them; no pair stands twice; a contradiction or shift has a kind, and a compatible pair a temptation, unless
    it was pooled.
    """
    parts: dict[str, Part] = {}
    for text in texts.values():
        if parts.setdefault(text.topic, text.part) != text.part:
            raise ValueError(f"topic {text.topic} is in both parts")
    seen: set[frozenset[Place]] = set()
    for pair in pairs:
        for place in (pair.one, pair.other):
            _check_place(place, pair.topic, texts)
        if (fault := fault_of(pair, seen)) is not None:
            raise ValueError(fault)
        seen.add(frozenset((pair.one, pair.other)))


def fault_of(pair: Pair, seen: Set[frozenset[Place]]) -> str | None:
    """What a pair's labels lack, or that its two places were seen together; `None` where nothing is wrong."""
    key = frozenset((pair.one, pair.other))
    if len(key) < 2 or key in seen:
        return f"a pair of {pair.topic} stands twice or with itself: {pair.one} {pair.other}"
    if (pair.kind is not None) != (pair.label in {"contradiction", "shift"}):
        return f"a {pair.label} of {pair.topic} has the kind {pair.kind}: {pair.one} {pair.other}"
    tempts = pair.label == "compatible"
    if (pair.temptation is not None) != tempts and not (tempts and pair.note == POOLED):
        return f"a {pair.label} of {pair.topic} has the temptation {pair.temptation}: {pair.one}"
    return None


def agreement(first: Sequence[Pair], second: Sequence[Pair]) -> Agreement:
    """How far the labels of two passes agree on the pairs that both have."""
    others = {frozenset((pair.one, pair.other)): pair.label for pair in second}
    labels = [(pair.label, others[key]) for pair in first if (key := frozenset((pair.one, pair.other))) in others]
    if not labels:
        return Agreement(0, 0.0, 0.0)
    observed = sum(one == other for one, other in labels) / len(labels)
    counts = [Counter(pair[side] for pair in labels) for side in (0, 1)]
    chance = sum(counts[0][label] * counts[1][label] for label in get_args(Label)) / len(labels) ** 2
    return Agreement(len(labels), observed, (observed - chance) / (1 - chance) if chance < 1 else 1.0)


def main() -> None:
    """Print what the set holds and how far the passes agree."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--polnear", type=Path, help="the folder of the PolNeAR corpus")
    given = parser.parse_args()
    disputes = load(given.polnear)
    for part in get_args(Part):
        texts = [text for text in disputes.texts.values() if text.part == part]
        pairs = [pair for pair in disputes.pairs if disputes.texts[pair.one.document].part == part]
        labels = Counter(pair.label for pair in pairs)
        print(
            f"part {part}: {len({text.topic for text in texts})} topics, {len(texts)} documents, {len(pairs)} pairs: "
            + ", ".join(f"{labels[label]} {label}" for label in get_args(Label))
        )
    for name in ("kind", "temptation"):
        counts = Counter(value for pair in disputes.pairs if (value := getattr(pair, name)))
        print(f"{name}s: " + ", ".join(f"{number} {value}" for value, number in counts.most_common()))
    first, second = (FOLDER / f"pairs-{number}.jsonl" for number in ("first", "second"))
    if second.exists():
        told = (read_pairs(first), read_pairs(second))
        once = {text.topic for text in read_texts(FOLDER / "documents.jsonl") if text.part in ONE_READER}
        groups: dict[str, Callable[[Pair], bool]] = {
            "two readers": lambda pair: pair.note != POOLED and pair.topic not in once,
            "one reader twice": lambda pair: pair.note != POOLED and pair.topic in once,
            "two readers of what was pooled, other matters left out": lambda pair: pair.note == POOLED,
        }
        for name, belongs in groups.items():
            passes = agreement(*(list(filter(belongs, pairs)) for pairs in told))
            words = f"{100 * passes.observed:.1f} % alike, kappa {passes.kappa:.2f}"
            print(f"two passes over {passes.pairs} pairs, {name}: {words}")


def _check_place(place: Place, topic: str, texts: Mapping[str, Text]) -> None:
    text = texts.get(place.document)
    if text is None or text.topic != topic:
        raise ValueError(f"{place.document} is not a document of {topic}")
    words = text.text[place.start : place.end]
    if not 0 <= place.start < place.end <= len(text.text) or words != words.strip():
        raise ValueError(f"{place} of {topic} holds {words!r}")


def _rows(path: Path, kind: type[Any]) -> Iterator[Any]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield msgspec.json.decode(line, type=kind)
        except msgspec.MsgspecError as error:
            raise ValueError(f"{path.name}, line {number}: {error}") from error


if __name__ == "__main__":
    main()
