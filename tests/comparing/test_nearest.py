"""Who meets whom is bounded, follows from the documents alone, and what is least alike is lost first."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.comparing import nearest
from onrecord.comparing.nearest import partners_of, take_place
from onrecord.record import Record

SHARED = st.dictionaries(
    st.sampled_from([f"document-{letter}" for letter in "abcdefg"]),
    st.sets(st.sampled_from([f"{number:016x}{1 + number % 9}" for number in range(9)]), min_size=1),
    min_size=2,
)


def meetings(record, documents):
    """The pairs that meet once all documents took their places, in this order."""
    for name, keys in documents:
        take_place(record, name, keys)
    return {name: partners_of(record, name) for name in sorted(dict(documents))}


def fresh(documents, most):
    """The same worked out from the definition: each within the other's list of the most alike."""
    likeness = {
        (one, other): sum(int(key[16:]) for key in documents[one] & documents[other])
        for one in documents
        for other in documents
        if one != other
    }
    lists = {
        one: sorted((-told, other) for (mine, other), told in likeness.items() if mine == one and told)[:most]
        for one in documents
    }
    listed = {one: {other for _, other in held} for one, held in lists.items()}
    return {one: tuple(sorted(o for o in listed[one] if one in listed[o])) for one in sorted(documents)}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents=SHARED, most=st.integers(1, 4), chance=st.randoms(use_true_random=False))
def test_lists_are_a_function_of_the_documents_and_not_of_their_order(memory, documents, most, chance):
    order = list(documents.items())
    chance.shuffle(order)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nearest, "MOST_DOCUMENTS", most)
        assert meetings(memory(), order) == fresh(documents, most)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents=SHARED, most=st.integers(1, 3), chance=st.randoms(use_true_random=False))
def test_whoever_meets_no_longer_is_told_even_where_both_drop_each_other_at_once(memory, documents, most, chance):
    order = list(documents.items())
    chance.shuffle(order)
    store, told = memory(), set()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nearest, "MOST_DOCUMENTS", most)
        for name, keys in order:
            met = take_place(store, name, keys)
            told |= {tuple(sorted((name, other))) for other in met.partners}
            told -= set(met.parted)
        meeting = {tuple(sorted((one, other))) for one in documents for other in partners_of(store, one)}
    assert told == meeting


@pytest.mark.parametrize("backwards", [False, True])
def test_the_database_counts_as_the_definition_does(tmp_path, monkeypatch, backwards):
    monkeypatch.setattr(nearest, "MOST_DOCUMENTS", 3)
    keys = [f"{number:016x}{1 + number % 9}" for number in range(40)]
    documents = {
        f"document-{n:02}": {key for at, key in enumerate(keys) if (at * n + at // 3) % 7 < 3} for n in range(14)
    }
    with Record.open(tmp_path / "lists.db") as record:
        met = meetings(record, sorted(documents.items(), reverse=backwards))
    assert met == fresh(documents, 3)
    assert max(map(len, met.values())) <= 3


def test_a_pair_that_others_push_apart_is_told(record, monkeypatch):
    monkeypatch.setattr(nearest, "MOST_DOCUMENTS", 1)
    a, b, c = (f"{number:016x}9" for number in range(3))
    assert take_place(record, "document-a", [a, b]).partners == ()
    assert take_place(record, "document-b", [a]).partners == ("document-a",)
    pushed = take_place(record, "document-c", [a, b, c])
    assert pushed.partners == ("document-a",)
    assert pushed.parted == (("document-a", "document-b"),)
    assert partners_of(record, "document-b") == ()


def test_what_reprints_a_document_takes_no_place_in_its_list(memory, monkeypatch):
    monkeypatch.setattr(nearest, "MOST_DOCUMENTS", 1)
    record = memory(duplicates=[("document-a", "document-b")])
    a, b = (f"{number:016x}9" for number in range(2))
    meetings(record, [("document-a", [a, b]), ("document-b", [a, b]), ("document-c", [a])])
    assert partners_of(record, "document-a") == ("document-c",)
    assert partners_of(record, "document-b") == ()
