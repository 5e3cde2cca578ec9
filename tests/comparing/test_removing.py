"""A document that was removed, or read again in another way, leaves no trace: as if it had never been there."""

import random
import sys
from pathlib import Path
from zlib import crc32

import msgspec
import numpy as np
import pytest
from sqlalchemy import select

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from generating import annotated
from inventing import Shape
from onrecord.comparing import candidates, compare, comparison, crowds, figures, nearest, reconsider
from onrecord.comparing.judging import Judging
from onrecord.model.identity import content_id
from onrecord.record import Record
from onrecord.record.tables import POSTINGS, PROGRESS

SHAPE = Shape(seed=3, words=60, documents_per_dispute=10, issues_per_dispute=2, quotations=4)
DOCUMENTS = 10


def judge(pairs):
    """A model that says what it likes, always the same of the same words."""
    chances = [np.random.default_rng(crc32(" | ".join(pair).encode())).random(3) for pair in pairs]
    return np.array([chance / chance.sum() for chance in chances], dtype=np.float32)


@pytest.fixture(autouse=True)
def narrow(monkeypatch):
    """Bounds so narrow that a few documents press against them."""
    monkeypatch.setattr(candidates, "MOST_PARTNERS", 3)
    monkeypatch.setattr(nearest, "MOST_DOCUMENTS", 3)
    monkeypatch.setattr(comparison, "MOST_CLAIMS", 12)
    monkeypatch.setattr(crowds, "MOST_CLAIMS", 12)
    monkeypatch.setattr(comparison, "MOST_READ", 4)
    monkeypatch.setattr(figures, "MOST_FIGURES", 3)
    monkeypatch.setattr("onrecord.comparing.disagreements.LEAST_SCORE", 0.0)


def reprinted(one, number):
    """A document that says much the same words as another, as a paper that takes them over."""
    text = f"{one.document.text}Printed again in {number} papers.\n"
    name = content_id("document", text)
    swap = msgspec.json.encode(one).decode().replace(one.document.id, name)
    made = msgspec.json.decode(swap, type=type(one))
    document = msgspec.structs.replace(
        made.document, text=text, source=msgspec.structs.replace(one.document.source, uri=name, sha256=name)
    )
    fresh = {
        field: tuple(
            msgspec.structs.replace(item, id=content_id(item.id.split("_")[0].split("-")[0], name, item.id))
            for item in getattr(made, field)
        )
        for field in ("claims", "figures", "commitments")
    }
    return msgspec.structs.replace(made, document=document, statements=(), **{
        **fresh, "claims": tuple(msgspec.structs.replace(claim, statement=None) for claim in fresh["claims"]),
    })  # fmt: skip


def made():
    """Documents of one dispute, with two reprints."""
    documents = [annotated(number, SHAPE) for number in range(DOCUMENTS)]
    return [*documents, *(reprinted(each, number) for number, each in enumerate(documents[:4]))]


def add(record, each):
    """Keep and compare, as `onrecord add` does."""
    with record.transaction():
        kept = record.keep(each)
        compare(
            record, kept.document, questions=kept.questions, freed=kept.freed, reprints=kept.reprints,
            judging=Judging(judge, judge),
        )  # fmt: skip


def remove(record, each):
    """Take out and compare, as `onrecord remove` does."""
    with record.transaction():
        gone = record.remove(each.document.id)
        reconsider(
            record,
            gone.document,
            gone.questions,
            freed=gone.freed,
            reprints=gone.reprints,
            judging=Judging(judge, judge),
        )


def derived(record):
    """All that comparing keeps in a record."""
    with record._database.reading() as connection:
        postings = sorted(map(tuple, connection.execute(select(POSTINGS))))
        progress = sorted(map(tuple, connection.execute(select(PROGRESS))))
    return list(record.questions(by_id=True)), list(record.findings(by_id=True)), progress, postings


@pytest.mark.parametrize("seed", range(2))
def test_what_is_left_is_what_a_fresh_record_gives(tmp_path, seed):
    documents = made()
    chance = random.Random(seed)
    chance.shuffle(documents)
    gone = documents[:4]
    with Record.open(tmp_path / "long.db") as record, Record.open(tmp_path / "fresh.db") as fresh:
        for each in documents:
            add(record, each)
        for each in gone:
            remove(record, each)
        for each in sorted(documents[4:], key=lambda each: each.document.id):
            add(fresh, each)
        assert {finding.kind for finding in fresh.findings()} >= {"contradiction", "progress"}
        assert derived(record) == derived(fresh)
        for each in gone:
            add(record, each)
            add(fresh, each)
        assert derived(record) == derived(fresh)


def test_a_document_read_in_another_way_leaves_nothing_of_the_first_reading(tmp_path):
    documents = made()
    with Record.open(tmp_path / "long.db") as record, Record.open(tmp_path / "fresh.db") as fresh:
        for each in documents:
            add(record, each)
        again = [
            msgspec.structs.replace(each, version="generated/2", claims=each.claims[1:], figures=(), commitments=())
            for each in documents[:4]
        ]
        for each in again:
            add(record, each)
        for each in [*documents[4:], *again]:
            add(fresh, each)
        assert derived(record) == derived(fresh)
