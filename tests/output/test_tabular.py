"""The CSV export reads back as written, and no cell is taken for a formula."""

import csv

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generated import corpora, derived
from onrecord.output import export_csv
from onrecord.output.deadlines import lapsed
from onrecord.output.tabular import TABLES, safe
from onrecord.record import Filters
from reports import told


def rows_of(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-5 ships", "'-5 ships"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\n=1", "'\n=1"),
        ("harbour = port", "harbour = port"),
        (-5, -5),
        (None, None),
    ],
)
def test_text_that_begins_like_a_formula_gets_an_apostrophe(cell, written):
    assert safe(cell) == written


def test_a_row_an_item_with_its_words(record, tmp_path):
    found = told("Ana Okoro said: “We do not ship grain to Sudonia.”", title="=HYPERLINK(1)")
    record.keep(found)
    counts = export_csv(record, tmp_path / "out")
    assert set(counts) == set(TABLES)
    (document,) = rows_of(tmp_path / "out", "documents")
    (statement,) = rows_of(tmp_path / "out", "statements")
    assert (tmp_path / "out" / "documents.csv").read_bytes().startswith(b"\xef\xbb\xbfid,title,")
    assert document["title"] == "'=HYPERLINK(1)"
    assert statement["words"] == "We do not ship grain to Sudonia."
    assert (statement["speaker"], statement["speaker_party"], statement["stance"]) == ("Ana Okoro", "Norland", "denies")


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(corpus=corpora(most=2), data=st.data())
def test_every_item_has_its_row(fresh, tmp_path, corpus, data):
    questions, findings = data.draw(derived(corpus))
    with fresh() as record:
        for each in corpus:
            record.keep(each)
        record.put_questions(questions)
        record.put_findings(findings)
        counts = export_csv(record, tmp_path / "out")
        for kind, count in record.counts().items():
            name = {"entity": "entities"}.get(kind, f"{kind}s")
            if name in counts and kind != "question":
                late = len(lapsed(record, Filters())) if kind == "finding" else 0  # worked out, not stored
                assert counts[name] == count + late
        for name in ("claims", "statements"):
            ids = {row["id"] for row in rows_of(tmp_path / "out", name)}
            assert ids == {item.id for item in getattr(record, name)()}


def test_columns_and_rows_agree(record, tmp_path):
    found = told(
        "The harbour minister of Norland, Ana Okoro, said: “We do not ship grain to Sudonia.”\n\n"
        "She promised to open the books by June. Sudonia counts 40 ships a month."
    )
    record.keep(msgspec.structs.replace(found))
    export_csv(record, tmp_path / "out")
    for name in ("documents", "statements", "claims", "figures", "commitments", "events", "entities", "relations"):
        (row,) = rows_of(tmp_path / "out", name)
        assert tuple(row) == TABLES[name][0]
        assert None not in row.values()
