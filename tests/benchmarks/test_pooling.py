"""A judged sheet goes into the labels but for what is of other matters; one that is not judged is refused."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import pooling
from disputed import read_pairs


def sheet(folder: Path, *labels: str | None, kind: str | None = "negation") -> Path:
    side = {"document": "d-1", "start": 3, "end": 9, "words": "closed", "around": "was closed on"}
    opposed = {"contradiction", "shift"}
    rows = [
        {"topic": "d", "one": side, "other": side | {"document": f"d-{number}"}, "label": label,
         "kind": kind if label in opposed else None}
        for number, label in enumerate(labels, 2)
    ]  # fmt: skip
    path = folder / "sheet.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def labels(tmp_path, monkeypatch):
    monkeypatch.setattr(pooling, "FOLDER", tmp_path)
    path = tmp_path / "pairs.jsonl"
    path.write_text("", encoding="utf-8")
    return path


def test_what_is_judged_is_added_but_for_other_matters(labels, tmp_path):
    assert pooling.take(sheet(tmp_path, "contradiction", "none", "compatible")) == 2
    told = read_pairs(labels)
    assert [(pair.label, pair.note) for pair in told] == [("contradiction", "pooled"), ("compatible", "pooled")]
    assert told[0].other.document == "d-2"


def test_what_is_not_judged_is_refused_and_nothing_added(labels, tmp_path):
    with pytest.raises(SystemExit, match="line 2"):
        pooling.take(sheet(tmp_path, "shift", None))
    assert labels.read_text(encoding="utf-8") == ""


def test_a_contradiction_without_a_kind_and_what_stands_there_already_are_refused(labels, tmp_path):
    with pytest.raises(SystemExit, match=r"line 1.*kind"):
        pooling.take(sheet(tmp_path, "contradiction", kind=None))
    pooling.take(sheet(tmp_path, "agreement"))
    with pytest.raises(SystemExit, match="twice"):
        pooling.take(sheet(tmp_path, "agreement"))
    assert len(read_pairs(labels)) == 1
