"""Events: on passages that we labelled, and on SemEval-2015 Task 4 (timelines over three corpora of news).

Run: python benchmarks/events.py DATA_DIRECTORY [--polnear DIRECTORY] [--part tune|held] [--only PART]
     python benchmarks/events.py DATA_DIRECTORY --polnear DIRECTORY --agreement
The labels, in `benchmarks/labelled/`, are of documents that we wrote and of PolNeAR's train part (`train.jsonl.gz` in
the folder of `--polnear`); how they were made stands in GUIDELINE-events.md there. `--only merging` is of pairs of
accounts in short documents of ours, which are one event or only look so. DATA_DIRECTORY holds
semeval2015_task4_docs.jsonl.gz and semeval2015_task4_timelines.jsonl.gz (CC BY). There a gold event is a word of a
sentence with a date; one of ours is it when its words hold that word and it is of a sort that the word tells of, or of
no listed sort and told by that verb. The last line is the task's micro-F1 by its definition (links between neighbours
in one timeline, checked against the order in the other), written anew here; the timeline of an entity holds our dated
events that name it.
"""

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

import event_labels  # noqa: E402 (a script beside this one, found by the line above)
import event_merging  # noqa: E402
import event_passes  # noqa: E402
from event_labels import events_of, passages  # noqa: E402
from onrecord.annotating.eventwords import NOUNS, VERBS  # noqa: E402
from onrecord.annotating.occurrences import KIND  # noqa: E402
from onrecord.comparing.words import stem  # noqa: E402
from onrecord.model.documents import Block, Document, Source  # noqa: E402
from onrecord.model.identity import fold  # noqa: E402
from onrecord.model.items import Event  # noqa: E402
from onrecord.model.times import Interval, Published  # noqa: E402
from rows import read_rows  # noqa: E402

_JOIN = re.compile(r"(?<=[.!?\"'”\]])(?=[A-Z`\"“\[])")
"""Where the corpus runs two sentences together."""
_SORTS = {stem(word): sort for words in (NOUNS, VERBS) for word, sort in words.items()}

Place = tuple[str, int, str]
"""A gold event: its document, sentence and word."""


class Article(NamedTuple):
    """A document with its sentences and the events found in it."""

    sentences: list[tuple[int, int]]
    text: str
    day: str
    events: tuple[Event, ...]


def main() -> None:
    """Annotate the articles, score and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--polnear", type=Path, help="the folder of PolNeAR's train.jsonl.gz")
    parser.add_argument("--part", choices=("tune", "held"))
    parser.add_argument("--only", choices=("labels", "merging", "timelines"))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--agreement", action="store_true", help="how far the two passes agree, and no more")
    given = parser.parse_args()
    if given.agreement:
        _agreement(given.polnear, given.part, given.errors)
        return
    if given.only in {None, "labels"}:
        _labelled(given.polnear, given.part, given.errors)
    if given.only in {None, "merging"}:
        for part in event_merging.PARTS:
            if given.part is None or part.endswith(given.part):
                event_merging.show(part, errors=bool(given.errors))
    if given.only in {None, "timelines"}:
        _timelines(given.data, given.errors)


def _agreement(polnear: Path | None, part: str | None, errors: int) -> None:
    """How far the two passes over the labelled passages agree; with `errors`, where they do not."""
    texts = {event_passes.name_of(label): document.text for label, document in passages(polnear)}
    pairings = [p for p in event_passes.paired(texts) if part in {None, p.passage["part"]}]
    print(f"{len(pairings)} passages, two passes")
    print(*event_passes.agreement(pairings), sep="\n")
    for pairing in pairings if errors else []:
        print(
            event_passes.name_of(pairing.passage),
            *(f"  {line}" for line in event_passes.disagreements(pairing)),
            sep="\n",
        )


def _labelled(polnear: Path | None, part: str | None, errors: int) -> None:
    """The passages that we labelled, each part by itself; errors are shown of the part to tune on alone."""
    outcomes = [
        event_labels.judged(label, document, [e for e in events_of(document) if e.kind != KIND])
        for label, document in passages(polnear)
        if part in {None, label["part"]}
    ]
    for name in ("tune", "held"):
        of_part = [outcome for outcome in outcomes if outcome.passage["part"] == name]
        if of_part:
            event_labels.show(f"{name} ({len(of_part)} passages)", event_labels.totals(of_part))
            merged = event_labels.together(of_part)
            print(f"  accounts of one event in two documents: {merged['labelled']} pairs among those found, "
                  f"{merged['told']} told as one, {merged['right']} rightly")  # fmt: skip
    if polnear is not None and part is None:
        told = event_labels.others_in(polnear)
        judged = told["found"] - told["optional"]
        print(f"of no listed sort, {told['sentences']} sentences with a date: {told['right']} of {judged} right, "
              f"{told['labelled']} labelled; {told['optional']} more are left to choice")  # fmt: skip
    for outcome in [o for o in outcomes if o.passage["part"] == "tune"] if errors else []:
        lines = event_labels.explained(outcome)
        if lines:
            print(outcome.passage.get("article") or outcome.passage["document"], *lines, sep="\n")


def _timelines(data: Path, errors: int) -> None:
    """The timelines of SemEval-2015 Task 4."""
    rows, timelines = (list(read_rows(data / f"semeval2015_task4_{name}.jsonl.gz")) for name in ("docs", "timelines"))
    begun = time.perf_counter()
    articles = {row["doc"].split("_", 1)[0]: _article(row) for row in rows}
    seconds = time.perf_counter() - begun
    links = Counter[str]()
    counts = Counter[str]()
    missed: list[str] = []
    of_corpus: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        of_corpus[row["corpus"]].append(row["doc"].split("_", 1)[0])
    for timeline in timelines:
        gold = _gold(timeline["lines"])
        ours = _ours(
            timeline["lines"][0], [(name, articles[name]) for name in sorted(of_corpus[timeline["corpus"]])], gold
        )
        _count(gold, articles, counts, missed)
        links += _links(gold, ours)
    _show(counts, links, len(articles), seconds)
    for line in missed[:errors]:
        print(line)


def _article(row: dict[str, Any]) -> Article:
    iso = row["dct"] if row["dct"][:4].isdigit() else "-".join(reversed(row["dct"].split("-")))
    day = date.fromisoformat(iso)
    written = re.search(rf"{day:%B} {day.day:02} , {day.year}", row["text"])
    start = written.end() if written else 0
    cuts = [*((written.start(), start) if written else ()), *(m.start() for m in _JOIN.finditer(row["text"], start))]
    text, sentences = "", []
    for begin, end in zip([0, *cuts], [*cuts, len(row["text"])], strict=True):
        if row["text"][begin:end].strip():
            sentences.append((len(text), len(text) + end - begin))
            text += row["text"][begin:end] + "\n"
    blocks = tuple(
        Block(kind="title" if number == 0 else "paragraph", start=begin, end=end)
        for number, (begin, end) in enumerate(sentences)
    )
    published = Published(
        start=day.isoformat(), end=(day + timedelta(1)).isoformat(), precision="day", text=row["dct"], known_by="given"
    )
    source = Source(uri=row["doc"], sha256="", media_type="text/plain", read_at="")
    document = Document(id=f"document-{row['doc']}", source=source, text=text, blocks=blocks, published=published)
    return Article(sentences, text, day.isoformat(), events_of(document))


def _gold(lines: list[str]) -> dict[Place, tuple[int, str]]:
    """Each event of a gold timeline with its rank and its date."""
    found = {}
    for line in lines[1:]:
        rank, day, *events = line.split("\t")
        for event in events:
            parts = event.strip().split("-", 2)
            if len(parts) == 3 and parts[1].isdigit():
                found[parts[0], int(parts[1]), parts[2].split("-")[-1].lower()] = (int(rank), day)
    return found


def _match(place: Place, article: Article) -> Event | None:
    """Our event on a gold word; of several, one with a date."""
    _, number, word = place
    if number >= len(article.sentences):
        return None
    begin, end = article.sentences[number]
    spots = [m.start() for m in re.finditer(rf"\b{re.escape(word)}\b", article.text[begin:end].lower())]
    sort = _SORTS.get(stem(word))
    fits = [
        event
        for event in article.events
        if (event.kind == sort or (event.kind == KIND and stem(event.trigger or "") == stem(word)))
        and any(s.start <= begin + spot < s.end for m in event.mentions for s in m.spans for spot in spots)
    ]
    return max(fits, key=lambda event: (_dated(event), event.id), default=None)


def _dated(event: Event) -> bool:
    return event.when is not None and event.when.start is not None


def _agrees(when: Interval | None, day: str) -> bool:
    """Whether our first day lies in the gold date ("2005-02-XX" is all of February), or ours holds it."""
    if when is None or when.start is None:
        return False
    known = day.partition("-XX")[0]
    return when.start.startswith(known) or (when.end is not None and when.start[:10] <= day <= when.end[:10])


def _count(
    gold: dict[Place, tuple[int, str]], articles: dict[str, Article], counts: Counter[str], missed: list[str]
) -> None:
    for place, (_, day) in sorted(gold.items()):
        article = articles.get(place[0])
        if day.startswith("XXXX") or article is None:
            continue
        counts["dated"] += 1
        told = _SORTS.get(stem(place[2])) is not None
        counts["of our sorts"] += told
        event = _match(place, article)
        counts["found"] += event is not None
        counts["found with a date"] += event is not None and _dated(event)
        counts["date right"] += event is not None and _agrees(event.when, day)
        reported = Interval(start=article.day, end=article.day, precision="day", text="")
        counts["right if reported"] += event is not None and _agrees(event.when if _dated(event) else reported, day)
        if told and place[1] < len(article.sentences) and (event is None or not _agrees(event.when, day)):
            sentence = article.text[slice(*article.sentences[place[1]])]
            missed.append(f"{day} {place[2]!r} {event.when.start if event and event.when else None}: {sentence}")


def _ours(
    entity: str, articles: list[tuple[str, Article]], gold: dict[Place, tuple[int, str]]
) -> dict[object, tuple[str, str]]:
    """Our dated events that name an entity, in order; those on a gold word bear its name."""
    found: dict[object, tuple[str, str]] = {}
    on_gold = {
        (name, event.id): place
        for name, article in articles
        for place in gold
        if place[0] == name and (event := _match(place, article)) is not None
    }
    words = set(fold(entity).split())
    for name, article in articles:
        for event in article.events:
            told = {word for text in (*event.participants, event.text) for word in fold(text).split()}
            if _dated(event) and words <= told and event.when is not None and event.when.start is not None:
                found[on_gold.get((name, event.id), (name, event.id))] = (event.when.start, event.when.end or "")
    return found


def _links(gold: dict[Place, tuple[int, str]], ours: dict[object, tuple[str, str]]) -> Counter[str]:
    """Neighbouring links of each timeline, and how many the other bears out."""
    theirs = {place: (rank,) for place, (rank, day) in gold.items() if rank > 0 or not day.startswith("XXXX")}
    mine, other = _neighbours(ours), _neighbours(theirs)
    return Counter(
        ours=len(mine),
        gold=len(other),
        ours_right=sum(a in theirs and b in theirs and _relation(theirs[a], theirs[b]) == r for a, b, r in mine),
        gold_right=sum(a in ours and b in ours and _relation(ours[a], ours[b]) == r for a, b, r in other),
    )


def _neighbours(ranks: Any) -> list[tuple[Any, Any, str]]:  # noqa: ANN401 - ranks of either timeline
    steps: dict[Any, list[Any]] = defaultdict(list)
    for event, rank in ranks.items():
        steps[rank].append(event)
    ordered = [sorted(steps[rank], key=str) for rank in sorted(steps)]
    links = [(a, b, "=") for step in ordered for a, b in pairwise(step)]
    links += [(a, b, "<") for one, two in pairwise(ordered) for a in one for b in two]
    return links


def _relation(one: tuple[Any, ...], two: tuple[Any, ...]) -> str:
    return "=" if one == two else "<" if one < two else ">"


def _show(counts: Counter[str], links: Counter[str], articles: int, seconds: float) -> None:
    dated = max(counts["dated"], 1)
    for name in ("of our sorts", "found", "found with a date", "date right"):
        print(f"{name:20} {counts[name]:4} of {counts['dated']} dated gold events ({100 * counts[name] / dated:.1f} %)")
    print(f"{'or by the report':20} {counts['right if reported']:4}: undated ones taken for the day of the report")
    share = 100 * counts["date right"] / max(counts["found with a date"], 1)
    print(f"dates right, of those found with one: {share:.1f} %")
    precision = links["ours_right"] / max(links["ours"], 1)
    recall = links["gold_right"] / max(links["gold"], 1)
    score = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"timeline links: P {100 * precision:.1f}  R {100 * recall:.1f}  micro-F1 {100 * score:.1f}")
    print(f"{articles} articles in {seconds:.0f} s")


if __name__ == "__main__":
    main()
