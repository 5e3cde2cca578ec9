"""Search takes any text for words, finds them without case or accents, and says where they stand."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generated import annotated, lines
from onrecord.model.identity import fold
from onrecord.record import Filters
from onrecord.record.phrases import highlights_in, phrases_of
from reports import told

TEXT = "The café in Saint-Martin closed.\n\nNo grain was shipped. Grain prices rose, grain merchants said."


def marked(hit):
    """A snippet with its highlights in brackets."""
    shown, last = "", 0
    for start, end in hit.highlights:
        shown += hit.snippet[last:start] + "[" + hit.snippet[start:end] + "]"
        last = end
    return shown + hit.snippet[last:]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("CAFE", ["The [café] in Saint-Martin closed."]),
        ("saint martin", ["The café in [Saint]-[Martin] closed."]),
        ("saint-martin", ["The café in [Saint-Martin] closed."]),
        ('"grain prices"', ["No grain was shipped. [Grain prices] rose, grain merchants said."]),
        ('"prices grain"', []),
        ("“grain prices”", ["No grain was shipped. [Grain prices] rose, grain merchants said."]),
        ("grain", ["No [grain] was shipped. [Grain] prices rose, [grain] merchants said."]),
        ("grain cafe", []),
        ("harbour", ["The [harbour] report"]),
        ("", []),
        ("* OR ( \" ' --", []),
        ('grain" OR "x', []),
        ("grain NEAR/2 prices", []),
        ("words:grain", []),
        ("%", []),
        ("shipp", []),
    ],
)
def test_a_query_finds(record, query, found):
    record.keep(told(TEXT, title="The harbour report"))
    assert [marked(hit) for hit in record.search(query)] == found


def test_better_hits_come_first_and_say_where_they_stand(record):
    often = told("Grain, grain, grain.", uri="often.txt")
    once = told("Somebody at the far end of the long harbour mentioned grain in passing, then left.", uri="once.txt")
    for each in (once, often):
        record.keep(each)
    hits = record.search("grain")
    assert [hit.document for hit in hits] == [often.document.id, once.document.id]
    for hit, each in zip(hits, (often, once), strict=True):
        text = each.document.text
        assert hit.span.of(text).find(hit.snippet) >= 0
        assert text[hit.start :].startswith(hit.snippet)
        assert {hit.snippet[a:b].casefold() for a, b in hit.highlights} == {"grain"}


def test_long_blocks_give_short_snippets_around_the_match(record):
    text = "word " * 30_000 + "needle " + "word " * 30_000
    record.keep(told(text))
    (hit,) = record.search("needle")
    assert len(hit.snippet) < 300
    assert marked(hit).count("[needle]") == 1
    assert text[hit.start :].startswith(hit.snippet)


def test_filters_narrow_a_search(record):
    record.keep(told("Ana Okoro said: “We do not ship grain to Sudonia.”", outlet="The Quay"))
    record.keep(told("Grain again.", uri="b.txt", outlet="Delta Post", day="2024-05-01"))
    assert len(record.search("grain")) == 2
    assert len(record.search("grain", Filters(outlet="delta"))) == 1
    assert len(record.search("grain", Filters(speaker="okoro"))) == 1
    assert len(record.search("grain", Filters(since="2024-05"))) == 1
    assert len(record.search("grain", Filters(limit=1))) == 1


def test_what_is_removed_is_not_found(record):
    kept = record.keep(told(TEXT))
    record.remove(kept.document)
    assert record.search("grain") == []


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(found=annotated(), query=lines, data=st.data())
def test_no_query_fails_and_every_highlight_holds_its_words(record, found, query, data):
    for document in record.documents():
        record.remove(document.id)
    record.keep(found)
    words = data.draw(st.sampled_from(fold(found.document.text).split() or ["x"]))
    for asked in (query, words, f'"{words}'):
        for hit in record.search(asked):
            for start, end in hit.highlights:
                highlighted = f" {fold(hit.snippet[start:end])} "
                assert any(f" {phrase} " in highlighted for phrase in phrases_of(asked))


@given(st.text(max_size=40))
def test_highlights_find_every_word_of_a_text(text):
    for word in fold(text).split():
        assert highlights_in(text, [word])
