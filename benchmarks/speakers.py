"""Whom he and she mean, whom a quotation belongs to, and how many sources come to a name.

Run: python benchmarks/speakers.py DATA_DIRECTORY [--part gum,gap,litbank,polnear] [--limit N]

DATA_DIRECTORY holds `names/` (gum_open, gap, litbank) and `polnear/`. Nothing of the corpora is copied. Counts:

GUM (news, interviews, speeches; rules and weights were made on train, so only dev measures): every third-person
singular pronoun of a person
("he" to "herself"). *Named* are those whose gold chain holds a name. An answer is *right* if most of its entity's
mentions, each taken with the smallest gold person around it, belong to the pronoun's chain, or if the words answered
(for people without a name) stand in a gold mention of the chain; *wrong* if any other answer is given; *open* if none.

GAP (its test part; Wikipedia, each pronoun with two names that could be meant): an answer says yes to a name if one of
its entity's mentions overlaps that name's marked words, and no to the other. F1 is over all labels, as the GAP
scorer has it, for he and for she, with their quotient; *right* are pronouns whose two labels both come out.

LitBank (old fiction): quotations whose gold speaker has a name. The quotation's speaker is found by the product from
the running text; right, wrong and open as above.

PolNeAR (dev; gold sources as spans): a gold source *comes to a name* if the source's speaker, resolved from the gold
span, is an entity with a name. By kind of source: a name in it, a pronoun, another phrase. The peer takes spaCy's
named entity (person, organisation, place) nearest to the gold cue. Whether it is right, the other corpora tell.
"""

import argparse
import gzip
import json
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from attribution import document_of
from onrecord.annotating.speakers import attribute_speakers
from onrecord.annotating.statements import find_statements
from onrecord.language.coreference import Referents
from onrecord.language.names import find_names
from onrecord.language.parsing import MODELS, Analysis, analyse
from onrecord.language.people import FEMALE, MALE
from onrecord.model.items import Entity, Statement
from onrecord.model.spans import Span, in_order

Row = dict[str, Any]
NEWS_LIKE = ("news", "interview", "speech")


def main() -> None:
    """Print a table a corpus."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--part", default="gum,gap,litbank,polnear")
    parser.add_argument("--limit", type=int, default=None)
    given = parser.parse_args()
    for part in given.part.split(","):
        PARTS[part](given.data, given.limit)


def gum(data: Path, limit: int | None) -> None:
    """He and she on GUM's news-like genres."""
    rows = [row for row in read_lines(data / "names/gum_open.jsonl.gz") if row["genre"] in NEWS_LIKE][:limit]
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        found = tally_gum(row, analyse(document_of(row)))
        for name in (f"{row['split']} {row['genre']}", f"{row['split']}, all"):
            counts.setdefault(name, Counter()).update(found)
    print(f"GUM: he and she\n{'':24}{'all':>6}{'right':>8}{'wrong':>8}{'open':>8}{'named':>8}{'right':>8}{'wrong':>8}")
    for name, count in sorted(counts.items()):
        every, named = sum(count[f"all {how}"] for how in HOW), sum(count[f"named {how}"] for how in HOW)
        shares = "".join(f"{100 * count[f'all {how}'] / max(1, every):8.1f}" for how in HOW)
        of_named = "".join(f"{100 * count[f'named {how}'] / max(1, named):8.1f}" for how in HOW[:2])
        print(f"{name:24}{every:6}{shares}{named:8}{of_named}")
    print()


HOW = ("right", "wrong", "open")


def tally_gum(row: Row, analysis: Analysis) -> Counter[str]:
    """Right, wrong and open of one document's pronouns."""
    entities = find_names(analysis)
    referents = Referents(analysis, entities)
    chains = Chains(row)
    counts: Counter[str] = Counter()
    for span, cluster in chains.pronouns():
        answer = chains.of_answer(referents.pronoun(span), referents.person_phrase(span))
        how = "open" if answer is None else "right" if answer == cluster else "wrong"
        counts[f"all {how}"] += 1
        if cluster in chains.named:
            counts[f"named {how}"] += 1
    return counts


class Chains:
    """The gold persons of one document and their chains."""

    def __init__(self, row: Row, kinds: Iterable[str] = ("person", "PER")) -> None:
        self._text = row["text"]
        every = row["entities"]
        self._gold = sorted(
            (e["start"], e["end"], e["cluster"]) for e in every if e["type"] in kinds and e["form"] != "pronoun"
        )
        self._starts = [start for start, _, _ in self._gold]
        self._longest = max((end - start for start, end, _ in self._gold), default=0)
        self._pronouns = [(Span(e["start"], e["end"]), e["cluster"]) for e in every if e["type"] in kinds]
        self.named = {e["cluster"] for e in every if e["type"] in kinds and e["named"]}

    def pronouns(self) -> list[tuple[Span, int]]:
        """Every he and she with its chain."""
        return [(s, c) for s, c in sorted(self._pronouns) if s.of(self._text).lower() in MALE | FEMALE]

    def around(self, start: int, end: int) -> int | None:
        """The chain of the smallest gold person that holds these characters."""
        best: tuple[int, int] | None = None
        at = bisect_right(self._starts, start) - 1
        while at >= 0 and self._starts[at] >= end - self._longest:
            low, high, cluster = self._gold[at]
            if high >= end and (best is None or high - low < best[0]):
                best = high - low, cluster
            at -= 1
        return best[1] if best else None

    def of_entity(self, entity: Entity) -> int:
        """The chain that most of the entity's mentions stand in; -1 where most are no gold person."""
        counts = Counter(self.around(m.start, m.end) for m in entity.mentions)
        known = [(n, -c) for c, n in counts.items() if c is not None]
        return -max(known)[1] if known else -1

    def of_answer(self, entity: Entity | None, phrase: Span | None) -> int | None:
        """The chain of an answer, None where there is none."""
        if entity is not None:
            return self.of_entity(entity)
        if phrase is not None:
            around = self.around(*phrase)
            return -1 if around is None else around
        return None


def gap(data: Path, limit: int | None) -> None:
    """GAP's test part; the weights are fitted on the others."""
    counts: Counter[str] = Counter()
    rows = [row for row in read_lines(data / "names/gap.jsonl.gz") if row["split"] == "test"][:limit]
    for row in rows:
        counts.update(tally_gap(row, analyse(document_of(row))))
    both = f1(counts, "he") + f1(counts, "she")
    total = sum(counts[how] for how in HOW)
    shares = "  ".join(f"{how} {100 * counts[how] / max(1, total):.1f}" for how in HOW)
    print(f"GAP test: {total} pronouns\n{shares}")
    print(f"F1 {f1(counts, 'all'):.1f}  he {f1(counts, 'he'):.1f}  she {f1(counts, 'she'):.1f}", end="")
    print(f"  she by he {f1(counts, 'she') / max(f1(counts, 'he'), 1e-9):.2f}\n" if both else "\n")


def tally_gap(row: Row, analysis: Analysis) -> Counter[str]:
    """The labels of one pronoun: what is said of either name, and whether both are right."""
    span = Span(*row["pronoun"])
    entity = Referents(analysis, find_names(analysis)).pronoun(span)
    told = [_names(entity, *row[which]) for which in ("a", "b")]
    gold = [row["a_coref"], row["b_coref"]]
    sex = "she" if span.of(row["text"]).lower() in FEMALE else "he"
    counts = Counter({"right" if told == gold else "open" if entity is None else "wrong": 1})
    for said, true in zip(told, gold, strict=True):
        counts.update(f"{who} {what}" for who in ("all", sex) for what in _outcomes(said, true))
    return counts


def _names(entity: Entity | None, start: int, end: int) -> bool:
    return entity is not None and any(m.start < end and start < m.end for m in entity.mentions)


def _outcomes(said: bool, true: bool) -> list[str]:
    return ["said"] * said + ["true"] * true + ["hit"] * (said and true)


def f1(counts: Counter[str], who: str) -> float:
    """F1 in percent over the yes labels."""
    return 200 * counts[f"{who} hit"] / max(1, counts[f"{who} said"] + counts[f"{who} true"])


def litbank(data: Path, limit: int | None) -> None:
    """Quotations of LitBank."""
    counts: Counter[str] = Counter()
    for row in [row for row in read_lines(data / "names/litbank.jsonl.gz") if row["quotes"]][:limit]:
        counts.update(tally_quotes(row, analyse(document_of(row))))
    total = sum(counts.values())
    shares = "  ".join(f"{how} {100 * counts[how] / max(1, total):.1f}" for how in HOW)
    print(f"LitBank: {total} quotations of people with names\n{shares}\n")


def tally_quotes(row: Row, analysis: Analysis) -> Counter[str]:
    """Right, wrong and open of one text's quotations."""
    named = find_names(analysis)
    statements, entities = attribute_speakers(analysis, named, find_statements(analysis, named))
    chains = Chains(row)
    chain_of = {e["grp"]: e["cluster"] for e in row["entities"]}
    by_id = {entity.id: entity for entity in entities}
    counts: Counter[str] = Counter()
    for quote in row["quotes"]:
        cluster = chain_of.get(quote["speaker_grp"])
        if cluster not in chains.named:
            continue
        found = max(statements, key=lambda s: sum(_shared(span, quote) for span in s.content), default=None)
        speaker = None
        if found is not None and any(_shared(span, quote) for span in found.content):
            speaker = by_id.get(found.speaker.entity or "")
        answer = chains.of_entity(speaker) if speaker is not None else None
        counts["open" if answer is None else "right" if answer == cluster else "wrong"] += 1
    return counts


def _shared(span: Span, quote: Row) -> int:
    return max(0, min(span.end, quote["end"]) - max(span.start, quote["start"]))


def polnear(data: Path, limit: int | None) -> None:
    """Gold sources of PolNeAR's dev part."""
    ours: Counter[str] = Counter()
    peer: Counter[str] = Counter()
    total: Counter[str] = Counter()
    names = spacy_names()
    for row in read_lines(data / "polnear/dev.jsonl.gz")[:limit]:
        analysis = analyse(document_of(row))
        gold = gold_statements(row)
        done, _ = attribute_speakers(analysis, find_names(analysis), gold)
        named = names(row["text"])
        for statement in done:
            sort = sort_of_source(row["text"], statement, named)
            total[sort] += 1
            ours[sort] += statement.speaker.name is not None
            peer[sort] += _near(named, statement) is not None
    print(f"PolNeAR dev: gold sources that come to a name\n{'':16}{'sources':>10}{'OnRecord':>10}{'nearest':>10}")
    for sort in (*sorted(total), "all"):
        share = [100 * (t[sort] if sort != "all" else t.total()) for t in (ours, peer)]
        many = total[sort] if sort != "all" else total.total()
        print(f"{sort:16}{many:10}{share[0] / max(1, many):10.1f}{share[1] / max(1, many):10.1f}")
    print()


def gold_statements(row: Row) -> list[Statement]:
    """The gold attributions of an article that have a source, as statements without a speaker."""
    made = []
    for gold in row["attributions"]:
        source, content = (in_order(Span(*piece) for piece in gold[part]) for part in ("source", "content"))
        if source and content:
            cue = in_order(Span(*piece) for piece in gold["cue"])
            made.append(
                Statement(id=f"statement-{gold['id']}", document=f"document-{row['id']}", content=content, cue=cue,
                          source=source, manner="indirect")
            )  # fmt: skip
    return made


def sort_of_source(text: str, statement: Statement, named: list[Span]) -> str:
    """What a source is: a pronoun, a phrase with a name in it, or another phrase."""
    words = statement.source[0].of(text).strip().lower()
    if words in PRONOUNS:
        return "he, she" if words in MALE | FEMALE else "other pronoun"
    return "with a name" if any(n.overlaps(s) for n in named for s in statement.source) else "without a name"


PRONOUNS = MALE | FEMALE | {"i", "we", "they", "it", "you", "who", "that", "which", "one", "my", "our", "their"}


def _near(named: list[Span], statement: Statement) -> Span | None:
    """The peer's answer: the name nearest to the cue, within two lines of text."""
    cue = (statement.cue or statement.source)[0]
    near = min(named, key=lambda n: max(n.start - cue.end, cue.start - n.end), default=None)
    return near if near is not None and max(near.start - cue.end, cue.start - near.end) <= NEAR else None


NEAR = 200
"""Characters from the cue within which the peer takes a name."""


def spacy_names() -> Callable[[str], list[Span]]:
    """The peer: people, bodies and places by spaCy's small English model with its own namer."""
    for model in MODELS:
        with suppress(ImportError):
            parse = import_module(model).load()
            break
    kinds = {"PERSON", "ORG", "GPE"}
    return lambda text: [Span(e.start_char, e.end_char) for e in parse(text).ents if e.label_ in kinds]


def read_lines(path: Path) -> list[Row]:
    """The objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


PARTS = {"gum": gum, "gap": gap, "litbank": litbank, "polnear": polnear}

if __name__ == "__main__":
    main()
