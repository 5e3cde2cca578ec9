"""Near-duplicates are linked by their words alone, whatever order they come in."""

import random

import pytest

from reports import told

VOCABULARY = [
    f"{a}{b}" for a in ("har", "gra", "ves", "qua", "tol", "mer") for b in ("bour", "in", "sel", "y", "ls", "chant")
]


def prose(seed, words):
    chance = random.Random(seed)
    return " ".join(chance.choice(VOCABULARY) + str(chance.randrange(30)) for _ in range(words))


def edited(text, every):
    """A copy with one word changed in so many."""
    return " ".join(f"other{n}" if n % every == every // 2 else word for n, word in enumerate(text.split()))


WIRE = prose(1, 400)

CASES = [
    ("a syndicated copy under another head", "Delta Post - " + WIRE, True),
    ("a copy with a word in eighty changed", edited(WIRE, 80), True),
    ("a copy with a word in ten changed", edited(WIRE, 10), False),
    ("the first half alone", " ".join(WIRE.split()[:200]), True),
    ("a third from the middle", " ".join(WIRE.split()[130:260]), True),
    ("the wire inside a report twice as long", prose(2, 400) + "\n\n" + WIRE, True),
    ("a report that quotes sixty of its words", prose(3, 400) + " ".join(WIRE.split()[:60]), False),
    ("another report", prose(4, 400), False),
]


@pytest.mark.parametrize(("what", "text", "linked"), CASES, ids=[case[0] for case in CASES])
def test_a_copy_is_linked(record, what, text, linked):
    one, other = told(WIRE, uri="one.txt"), told(text, uri="other.txt")
    for pair in ((one, other), (other, one)):
        for each in pair:
            record.keep(each)
        found = record.duplicates_of(one.document.id)
        assert [duplicate.document for duplicate in found] == ([other.document.id] if linked else [])
        assert bool(record.duplicates_of(other.document.id)) == linked
        for each in pair:
            record.remove(each.document.id)
        assert record.counts()["document"] == 0


def test_the_likeness_is_that_of_the_words(record):
    record.keep(told(WIRE, uri="one.txt"))
    half = told(" ".join(WIRE.split()[:200]), uri="half.txt")
    record.keep(half)
    (duplicate,) = record.duplicates_of(half.document.id)
    assert duplicate.containment == 1.0
    assert duplicate.jaccard == pytest.approx(196 / 396, abs=1e-6)


def test_pairs_are_told_among_the_documents_asked_for(record):
    one, half, alone = told(WIRE, uri="a"), told(" ".join(WIRE.split()[:200]), uri="b"), told(prose(4, 400), uri="c")
    for each in (one, half, alone):
        record.keep(each)
    pair = tuple(sorted((one.document.id, half.document.id)))
    assert record.duplicates_among([alone.document.id, half.document.id, one.document.id]) == [pair]
    assert record.duplicates_among([alone.document.id, one.document.id]) == []
    assert record.duplicates_among([]) == []


def test_boilerplate_under_everything_links_nothing(record):
    notice = prose(9, 60)
    for number in range(6):
        record.keep(told(prose(10 + number, 300) + "\n\n" + notice, uri=f"{number}.txt"))
    assert all(record.duplicates_of(document.id) == [] for document in record.documents())


@pytest.mark.parametrize("text", ["One.", "Two words.", "…", "a b c d e"])
def test_the_shortest_texts_are_compared_too(record, text):
    record.keep(told(text, uri="one.txt"))
    other = told(text + " ", uri="two.txt")
    record.keep(other)
    assert len(record.duplicates_of(other.document.id)) == 1


def test_re_annotation_keeps_the_links(record):
    one, other = told(WIRE, uri="one.txt"), told("Delta Post - " + WIRE, uri="other.txt")
    record.keep(one)
    record.keep(other)
    before = record.duplicates_of(one.document.id)
    assert record.keep(told(WIRE, uri="one.txt", version="made/2")).outcome == "updated"
    assert record.duplicates_of(one.document.id) == before
