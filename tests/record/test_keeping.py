"""Keeping is idempotent, independent of order, and gives back exactly what was kept."""

from itertools import permutations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generated import annotated, corpora, derived, documents
from onrecord.model.errors import AnnotatingError
from onrecord.model.identity import content_id
from onrecord.model.items import Annotated, Statement
from onrecord.model.spans import Span
from onrecord.record import Filters, Record
from reports import told

FEW = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


def contents(record):
    """All that an export would show, times of reading left out."""
    everything = {}
    for kind in ("documents", "statements", "claims", "figures", "commitments", "relations", "entities", "events"):
        items = list(getattr(record, kind)(by_id=True))
        if kind == "documents":
            items = [msgspec.structs.replace(d, source=msgspec.structs.replace(d.source, read_at="")) for d in items]
        everything[kind] = items
    everything["duplicates"] = [record.duplicates_of(d.id) for d in everything["documents"]]
    everything["sources"] = [[s.uri for s in record.sources(d.id)] for d in everything["documents"]]
    return everything


def at(found, uri, **changes):
    """The same document, read elsewhere."""
    source = msgspec.structs.replace(found.document.source, uri=uri, **changes)
    return msgspec.structs.replace(found, document=msgspec.structs.replace(found.document, source=source))


def emptied(record):
    for document in list(record.documents()):
        record.remove(document.id)
    return record


@FEW
@given(corpus=corpora())
def test_what_was_kept_comes_back_whole(record, corpus):
    emptied(record)
    for each in corpus:
        assert record.keep(each).outcome == "added"
    for each in corpus:
        back = record.annotated(each.document.id)
        assert back.document == each.document
        for kind in ("statements", "claims", "figures", "commitments", "relations", "entities", "events"):
            assert {item.id: item for item in getattr(back, kind)} == {item.id: item for item in getattr(each, kind)}
    assert list(record.verify()) == []


@FEW
@given(corpus=corpora(most=3), data=st.data())
def test_adding_in_any_order_and_twice_gives_the_same_record(record, corpus, data):
    copies = [at(each, "0-earlier.txt") for each in corpus[:2]]
    readings = [*corpus, *copies]
    expected = None
    for order in data.draw(st.lists(st.sampled_from(list(permutations(readings))), min_size=2, max_size=3)):
        emptied(record)
        for each in (*order, *order[:2]):
            record.keep(each)
        expected = expected or contents(record)
        assert contents(record) == expected


@FEW
@given(found=annotated())
def test_the_same_bytes_at_two_paths_are_one_document(record, found):
    emptied(record)
    late = at(found, "z.txt", read_at="2024-06-01T00:00:00Z")
    assert record.keep(late).outcome == "added"
    assert record.keep(at(found, "a.txt", read_at="2024-07-01T00:00:00Z")).outcome == "unchanged"
    assert record.keep(at(found, "a.txt", read_at="2024-08-01T00:00:00Z")).outcome == "unchanged"
    (document,) = record.documents()
    assert (document.source.uri, document.source.read_at) == ("a.txt", "2024-07-01T00:00:00Z")
    assert [source.uri for source in record.sources(document.id)] == ["a.txt", "z.txt"]
    assert record.is_current(document.source.sha256, found.version, "z.txt")
    assert not record.is_current(document.source.sha256, found.version, "m.txt")
    assert list(record.verify()) == []


def test_the_reading_from_the_smallest_uri_is_the_one_shown(record, plain):
    as_page = msgspec.structs.replace(plain, document=msgspec.structs.replace(plain.document, title="From the page"))
    for order in ((at(plain, "a.txt"), at(as_page, "b.html")), (at(as_page, "b.html"), at(plain, "a.txt"))):
        emptied(record)
        for each in order:
            record.keep(each)
        assert record.document(plain.document.id) == at(plain, "a.txt").document


def test_a_newer_annotation_takes_the_place_of_the_older_and_is_current(record, plain):
    record.keep(plain)
    newer = msgspec.structs.replace(plain, version="made/2", statements=())
    assert record.keep(newer).outcome == "updated"
    assert record.annotated(plain.document.id) == newer
    assert record.counts()["statement"] == 0
    assert record.is_current(plain.document.source.sha256, "made/2")
    assert not record.is_current(plain.document.source.sha256, "made/1")
    assert list(record.verify()) == []


@FEW
@given(data=st.data())
def test_what_rests_on_a_removed_document_goes_with_it(record, data):
    emptied(record)
    corpus = data.draw(corpora(most=3))
    questions, findings = data.draw(derived(corpus))
    with record.transaction():
        for each in corpus:
            record.keep(each)
            record.index_items("claim", {claim.id: ["all"] for claim in each.claims})
        record.put_questions(questions)
        record.put_findings(findings)
    assert list(record.verify()) == []
    gone = corpus[0]
    kept = record.remove(gone.document.id)
    lost = {claim.id for claim in gone.claims}
    assert kept.questions == tuple(q.id for q in questions if lost & set(q.claims))
    assert list(record.verify()) == []
    assert not lost & set(record.items_with_keys("claim", ["all"]))
    assert all(not lost & set(question.claims) for question in record.questions())
    assert all(not lost & set(finding.items) for finding in record.findings())
    assert record.counts()["document"] == len(corpus) - 1


@FEW
@given(documents(), st.integers(-3, 400), st.integers(-3, 400))
def test_an_item_outside_its_text_is_refused(record, document, start, end):
    found = annotated_at(document, Span(start, end))
    if 0 <= start < end <= len(document.text):
        record.keep(found)
    else:
        with pytest.raises(AnnotatingError, match="E203"):
            record.keep(found)


def test_a_failed_keep_leaves_nothing(record, plain):
    other = msgspec.structs.replace(plain.document, id="document-" + "0" * 24)  # the same bytes under another id
    record.keep(plain)
    before = contents(record)
    with pytest.raises(AnnotatingError, match="E204"):
        record.keep(Annotated(document=other, version="made/1"))
    assert contents(record) == before
    assert list(record.verify()) == []


def test_what_is_removed_is_gone_from_the_file(tmp_path, plain):
    location = tmp_path / "onrecord.db"
    with Record.open(location) as record:
        for number in range(20):
            record.keep(told(f"Another report, number {number}. " * 20, uri=f"{number}.txt"))
        record.keep(plain)
        record.remove(plain.document.id)
    raw = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"Another report, number 3." in raw
    for word in ("Okoro", "okoro", "Norland", "report.txt"):
        assert word.encode() not in raw


def test_transactions_join_and_roll_back_whole(record, plain):
    def keep_and_fail():
        with record.transaction():
            record.keep(plain)
            assert record.counts()["document"] == 1
            raise RuntimeError("after the keep")

    with pytest.raises(RuntimeError, match="after the keep"):
        keep_and_fail()
    assert record.counts()["document"] == 0
    assert record.keep(plain).outcome == "added"


def test_a_snapshot_shows_one_moment(location, plain):
    with Record.open(location) as reader, Record.open(location) as writer:
        with reader.snapshot():
            assert list(reader.documents()) == []
            writer.keep(plain)
            assert list(reader.documents()) == []
        assert len(list(reader.documents())) == 1


def test_numbers_that_json_cannot_hold_are_kept_as_it_can(record, plain):
    (figure,) = plain.figures
    huge = msgspec.structs.replace(figure, low=10**30, high=float("inf"))
    record.keep(msgspec.structs.replace(plain, figures=(huge,)))
    (back,) = record.figures()
    assert (back.low, back.high) == (1e30, None)
    assert list(record.verify()) == []


def test_a_file_name_that_is_not_unicode_is_shown_escaped(record, plain):
    record.keep(at(plain, "caf\udce9.txt"))
    assert record.document(plain.document.id).source.uri == "caf\\udce9.txt"
    assert record.is_current(plain.document.source.sha256, "made/1", "caf\udce9.txt")


def test_a_text_that_is_not_unicode_fails_alone(record, plain):
    broken = msgspec.structs.replace(plain.document, title="caf\udce9")
    with pytest.raises(AnnotatingError, match="E202"):
        record.keep(msgspec.structs.replace(plain, document=broken))
    assert record.counts()["document"] == 0


def test_streams_can_be_read_while_writing(record, plain):
    record.keep(plain)
    with record.transaction():
        for claim in record.claims():
            record.index_items("claim", {claim.id: ["k"]})
            record.drop_findings(["finding-none"])
    assert list(record.items_with_keys("claim", ["k"])) == [claim.id for claim in plain.claims]
    assert [c.id for c in record.claims(Filters(limit=1))] == [plain.claims[0].id]


def annotated_at(document, span):
    """A document with one statement on a span."""
    made = Statement(
        id=content_id("statement", document.id, span), document=document.id, content=(span,), manner="direct"
    )
    return Annotated(document=document, version="made/1", statements=(made,))
