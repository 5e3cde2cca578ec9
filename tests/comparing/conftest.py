"""A record held in memory, and a notation for documents with claims in them."""

import sys
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from onrecord.model.documents import Block, Document, Source
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Annotated, Argument, Claim, Holder, Proposition, Speaker, Statement
from onrecord.model.spans import Span
from onrecord.model.times import Interval, Published

sys.path.insert(0, str(Path(__file__).parents[1]))


class MemoryRecord:
    """The part of a record that comparing uses, as dictionaries."""

    def __init__(self, duplicates=()):
        self.kept = {}
        self.postings = defaultdict(dict)
        self.questions = {}
        self.findings = {}
        self.progress = {}
        self.pairs = {frozenset(pair) for pair in duplicates}

    def keep(self, annotated):
        """Put a document in."""
        self.kept[annotated.document.id] = annotated

    def annotated(self, document):
        """A document with its items."""
        return self.kept[document]

    def items(self, kind, ids):
        """Items by id."""
        wanted = set(ids)
        if kind == "question":
            found = [q for q in self.questions.values() if q.id in wanted]
        elif kind == "document":
            found = [self.kept[d].document for d in wanted if d in self.kept]
        else:
            found = [i for a in self.kept.values() for i in getattr(a, f"{kind}s") if i.id in wanted]
        return sorted(found, key=lambda item: item.id)

    def items_of(self, kind, documents):
        """Items by document."""
        field = "entities" if kind == "entity" else f"{kind}s"
        found = [i for d in set(documents) if d in self.kept for i in getattr(self.kept[d], field)]
        return sorted(found, key=lambda item: item.id)

    def near_duplicates(self, documents):
        """Reprints of each."""
        twins = {d: tuple(sorted(t for p in self.pairs if d in p for t in p if t != d)) for d in documents}
        return {d: found for d, found in twins.items() if found}

    def index_items(self, kind, keys_of):
        """Index items."""
        self.postings[kind].update({item: tuple(keys) for item, keys in keys_of.items()})

    def items_with_keys(self, kind, keys):
        """Look items up."""
        wanted = set(keys)
        shared = {item: tuple(k for k in held if k in wanted) for item, held in sorted(self.postings[kind].items())}
        return {item: keys for item, keys in shared.items() if keys}

    def first_with_keys(self, kind, keys, most):
        """The first items under each key."""
        held = sorted(self.postings[kind].items())
        under = {key: [item for item, shared in held if key in shared][:most] for key in keys}
        return {key: items for key, items in under.items() if items}

    def index_of(self, kind):
        """A whole index."""
        under = defaultdict(list)
        for item, held in sorted(self.postings[kind].items()):
            for key in held:
                under[key].append(item)
        return dict(under)

    def alike(self, kind, keys, reach, most):
        """What is alike; all of it."""
        wanted = set(keys)
        told = {item: sum(int(key[16:]) for key in held if key in wanted) for item, held in self.postings[kind].items()}
        last = self.postings[reach]
        return {item: (weight, min(last.get(item, ()), default=None)) for item, weight in told.items() if weight}

    def keys_of_items(self, kind, items):
        """The keys of items."""
        return {item: tuple(sorted(self.postings[kind].get(item, ()))) for item in sorted(set(items))}

    def put_questions(self, questions):
        """Put questions."""
        self.questions.update({q.id: q for q in questions})

    def put_findings(self, findings):
        """Put findings."""
        self.findings.update({f.id: f for f in findings})

    def drop_questions(self, ids):
        """Drop questions."""
        for question in ids:
            self.questions.pop(question, None)

    def drop_findings(self, ids):
        """Drop findings, each of which must be there."""
        for finding in ids:
            del self.findings[finding]

    def findings_on(self, items):
        """Findings on items."""
        wanted = set(items)
        return [f for _, f in sorted(self.findings.items()) if wanted.intersection(f.items)]

    def put_progress(self, document, changes):
        """Put what one document tells."""
        self.progress[document] = {commitment: tuple(steps) for commitment, steps in sorted(changes.items())}

    def duplicates_among(self, documents):
        """Reprints."""
        wanted = set(documents)
        return sorted(tuple(sorted(pair)) for pair in self.pairs if wanted.issuperset(pair))

    @property
    def derived(self):
        """Everything comparing derived, for setting two records side by side."""
        told = {document: steps for document, steps in sorted(self.progress.items()) if steps}
        return dict(sorted(self.questions.items())), dict(sorted(self.findings.items())), told


def on(day):
    """A day, month or year as an interval."""
    if day is None:
        return None
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 3:
        start, end, precision = date(*parts), date(*parts) + timedelta(days=1), "day"
    elif len(parts) == 2:
        start = date(*parts, 1)
        end, precision = (start + timedelta(days=32)).replace(day=1), "month"
    else:
        start, end, precision = date(parts[0], 1, 1), date(parts[0] + 1, 1, 1), "year"
    return Interval(start=start.isoformat(), end=end.isoformat(), precision=precision, text=day)


class Says:
    """One claim to be put into a document: its words, its predicate and participants, and who holds it."""

    def __init__(
        self,
        text,
        predicate,
        *,
        by=None,
        party=None,
        no=False,
        modality="asserted",
        about=None,
        said=None,
        presupposed=False,
        hedge=None,
        quantity=None,
        anonymous=False,
        unknown=False,
        asking=False,
        score=1.0,
        **arguments,
    ):
        self.text, self.predicate, self.by, self.party, self.no = text, predicate, by, party, no
        self.modality, self.about, self.said, self.presupposed = modality, about, said, presupposed
        self.hedge, self.quantity, self.score = hedge, quantity, score
        self.anonymous, self.unknown, self.asking = anonymous, unknown, asking
        self.arguments = arguments


def document(name, *claims, published="2025-02-13", outlet=None, **more):
    """A document whose sentences are its claims, each within a statement of its holder, or the report's own."""
    identity = content_id("document", name)
    text, statements, made = "", [], []
    for number, says in enumerate(claims):
        span = Span(len(text), len(text) + len(says.text))
        text += says.text + "\n"
        statement = None
        if says.by or says.party or says.unknown:
            entity = content_id("entity", identity if says.anonymous else "", says.by)
            statement = Statement(
                id=content_id("statement", identity, number),
                document=identity,
                content=(span,),
                manner="turn" if says.asking else "direct",
                stance="asks" if says.asking else "asserts",
                speaker=Speaker(
                    entity=entity if says.by else None,
                    name=None if says.anonymous else says.by,
                    description=says.by if says.anonymous else None,
                    anonymous=says.anonymous,
                    party=says.party,
                ),
                uttered=on(says.said),
            )
            statements.append(statement)
        holder = Holder()
        if statement is not None:
            holder = Holder(entity=statement.speaker.entity, name=statement.speaker.name, party=says.party)
        made.append(
            Claim(
                id=content_id("claim", identity, number),
                document=identity,
                statement=statement.id if statement else None,
                spans=(span,),
                text=says.text,
                polarity="negated" if says.no else "affirmed",
                modality=says.modality,
                holder=holder,
                proposition=Proposition(
                    predicate=says.predicate,
                    arguments=tuple(
                        Argument(role=role, text=words, key=fold(words).removeprefix("the ").removeprefix("a "))
                        for role, words in says.arguments.items()
                    ),
                ),
                about=on(says.about),
                presupposed=says.presupposed,
                hedge=says.hedge,
                quantity=says.quantity,
                score=says.score,
            )
        )
    published = on(published)
    return Annotated(
        document=Document(
            id=identity,
            source=Source(uri=name, sha256=name, media_type="text/plain", read_at="2025-01-01T00:00:00Z"),
            text=text,
            outlet=outlet,
            published=published
            and Published(
                start=published.start,
                end=published.end,
                precision=published.precision,
                text=published.text,
                known_by="given",
            ),
            blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        ),
        version="test/1",
        statements=tuple(statements),
        claims=tuple(made),
        **more,
    )


@pytest.fixture
def record():
    return MemoryRecord()


@pytest.fixture
def memory():
    return MemoryRecord


@pytest.fixture
def says():
    return Says


@pytest.fixture
def doc():
    return document


@pytest.fixture
def when():
    return on


@pytest.fixture(autouse=True)
def no_model(monkeypatch):
    """What structure makes of claims is tested without the entailment model; tests that want one bring their own."""
    monkeypatch.setattr("onrecord.comparing.comparison.shipped", lambda: None)
