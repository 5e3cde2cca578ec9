"""The labelled disputes hold together, and the loader says where a set does not."""

import sys
from collections import Counter
from pathlib import Path
from typing import get_args

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from disputed import (
    FOLDER,
    Kind,
    Label,
    Pair,
    Part,
    Place,
    Temptation,
    Text,
    agreement,
    articles_of,
    check,
    load,
    read_clusters,
    read_pairs,
    read_texts,
)
from onrecord import read

TEXT = "The kiln ran in May. The kiln never ran."
ONE, OTHER = Place("kiln-1", 0, 19), Place("kiln-1", 21, 39)


def texts(**changes):
    fields = {"topic": "kiln", "part": "a", "outlet": "The Post", "date": "2030-05-01", "title": "Kiln", "text": TEXT}
    return {name: Text(id=name, **fields | changes.get(name, {})) for name in ("kiln-1", *changes)}


def pair(**changes):
    fields = {"topic": "kiln", "one": ONE, "other": OTHER, "label": "contradiction", "kind": "negation"}
    return Pair(**{"temptation": None, **fields, **changes})


def test_the_set_holds_together_without_the_corpora():
    disputes = load()
    assert {text.part for text in disputes.texts.values()} == set(get_args(Part))
    assert {pair.topic for pair in disputes.pairs} == {text.topic for text in disputes.texts.values()}
    assert {pair.label for pair in disputes.pairs} == set(get_args(Label))
    assert min(len(disputes.words(place)) for pair in disputes.pairs for place in (pair.one, pair.other)) > 1


def test_every_topic_has_true_pairs_and_tempting_ones():
    counts = Counter((pair.topic, pair.label in {"contradiction", "shift"}) for pair in load().pairs)
    for text in read_texts(FOLDER / "documents.jsonl"):
        assert counts[text.topic, True] >= 3, text.topic
        assert counts[text.topic, False] >= 8, text.topic


def test_every_kind_and_temptation_occurs():
    pairs = load().pairs
    assert {pair.temptation for pair in pairs} - {None} == set(get_args(Temptation))
    assert {pair.kind for pair in pairs} - {None} == set(get_args(Kind))


def test_reading_leaves_the_texts_as_they_are():
    for text in read_texts(FOLDER / "documents.jsonl"):
        assert read(text.text.encode(), uri=f"{text.id}.txt").text == text.text
        assert 120 <= len(text.text.split()) <= 900


def test_the_set_holds_no_words_of_the_corpus():
    names = {name for cluster in read_clusters(FOLDER / "polnear.jsonl") for name in cluster.articles}
    pairs = [pair for pair in read_pairs(FOLDER / "pairs.jsonl") if pair.topic.startswith("polnear")]
    assert {place.document for pair in pairs for place in (pair.one, pair.other)} == names
    assert max(len(pair.note) for pair in pairs) < 80


def test_both_passes_have_the_same_pairs():
    passes = [FOLDER / f"pairs{name}.jsonl" for name in ("", "-first", "-second")]
    keys = [{frozenset((pair.one, pair.other)) for pair in read_pairs(path)} for path in passes if path.exists()]
    assert all(key == keys[0] for key in keys)


@pytest.mark.parametrize(
    ("told", "pairs", "words"),
    [
        (texts(other={"part": "b"}), [], "kiln is in both parts"),
        (texts(), [pair(one=Place("kiln-2", 0, 19))], "kiln-2 is not a document of kiln"),
        (texts(other={"topic": "mill"}), [pair(one=Place("other", 0, 19))], "other is not a document of kiln"),
        (texts(), [pair(one=Place("kiln-1", 0, 400))], "holds"),
        (texts(), [pair(one=Place("kiln-1", 19, 19))], "holds ''"),
        (texts(), [pair(one=Place("kiln-1", 0, 21))], "holds 'The kiln ran in May. '"),
        (texts(), [pair(other=ONE)], "stands twice or with itself"),
        (texts(), [pair(), pair(one=OTHER, other=ONE)], "stands twice or with itself"),
        (texts(), [pair(kind=None)], "has the kind None"),
        (texts(), [pair(label="compatible", kind=None)], "has the temptation None"),
    ],
)
def test_what_does_not_hold_is_named(told, pairs, words):
    with pytest.raises(ValueError, match=words):
        check(told, pairs)


def test_a_line_that_is_no_pair_is_named(tmp_path):
    path = tmp_path / "pairs.jsonl"
    path.write_bytes(msgspec.json.encode(pair()) + b"\n" + msgspec.json.encode(pair()).replace(b"negation", b"noise"))
    with pytest.raises(ValueError, match=r"pairs.jsonl, line 2: .*noise"):
        read_pairs(path)


def test_a_corpus_without_an_article_is_refused(tmp_path):
    (tmp_path / "train.jsonl.gz").write_bytes(b"")
    with pytest.raises(ValueError, match="lacks"):
        list(articles_of(read_clusters(FOLDER / "polnear.jsonl"), tmp_path))


def test_agreement_is_counted_on_the_pairs_of_both():
    alike, other = pair(), pair(other=Place("kiln-1", 4, 39))
    changed = pair(other=other.other, label="agreement", kind=None)
    assert agreement([alike, other], [alike, other]) == (2, 1.0, 1.0)
    assert agreement([alike, changed], [other, alike]) == (2, 0.5, 0.0)
    assert agreement([alike], [other]) == (0, 0.0, 0.0)
