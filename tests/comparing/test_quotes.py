"""The same words reported with a difference, and the many ways of quoting that are none."""

import msgspec
import pytest

from onrecord.comparing import DEFAULT_SCORE
from onrecord.comparing.quotes import quote_keys, quote_variance
from onrecord.model.items import Annotated, Speaker, Statement
from onrecord.model.spans import Span

FULL = (
    "We will open our monitoring stations to Soranian inspectors, provided that they announce each visit a week ahead."
)

VARIANCE = [
    (
        "a condition cut off",
        FULL,
        "We will open our monitoring stations to Soranian inspectors.",
        "trimmed",
        "provided that they announce each visit a week ahead",
        "",
    ),
    (
        "a word dropped inside",
        "We did not close any of the mines in the north.",
        "We did close any of the mines in the north.",
        "trimmed",
        "not",
        "",
    ),
    (
        "a word changed",
        "We will close most of the mines in the north.",
        "We will close all of the mines in the north.",
        "altered",
        "most",
        "all",
    ),
    (
        "a number changed",
        "We closed 12 of the mines in the north last year.",
        "We closed 21 of the mines in the north last year.",
        "altered",
        "12",
        "21",
    ),
    (
        "the last word changed",
        "The dam above the town is entirely unsafe.",
        "The dam above the town is entirely safe.",
        "altered",
        "unsafe",
        "safe",
    ),
    (
        "two parts said apart",
        "The dam is safe in every respect. "
        + "We looked at it for weeks with people from three ministries and two banks. "
        + "It will hold for a hundred years.",
        "The dam is safe in every respect. It will hold for a hundred years.",
        "joined",
        "We looked at it for weeks with people from three ministries and two banks",
        "",
    ),
    (
        "a leading if",
        "If the rain stops in May, the dam will hold for a hundred years.",
        "The dam will hold for a hundred years.",
        "trimmed",
        "If the rain stops in May",
        "",
    ),
]

NONE = [
    ("equal", FULL, FULL),
    ("typography", "We don’t close the mines in the north – never.", "We don't close the mines in the north - never."),
    ("contractions", "We don’t close any mines in the north.", "We do not close any mines in the north."),
    ("spelling", "We will organise a meeting in the new centre.", "We will organize a meeting in the new center."),
    (
        "one sentence of two",
        "The dam is safe in every respect. It will hold for a hundred years.",
        "It will hold for a hundred years.",
    ),
    (
        "a marked omission",
        "We will close most of the mines in the cold north.",
        "We will close … the mines in the cold north.",
    ),
    (
        "a bracketed word",
        "They will close most of the mines in the north.",
        "[The owners] will close most of the mines in the north.",
    ),
    ("two utterances", "We will close most of the mines in the north.", "We will open most of the ports in the south."),
    ("too short", "We do not know.", "We now know."),
    (
        "a shorter start of one sentence",
        "We will open our monitoring stations to the inspectors of Sorania this week.",
        "We will open our monitoring stations to the inspectors",
    ),
    ("fillers", "The dam, uh, will hold for a hundred years.", "The dam will hold for a hundred years."),
]


@pytest.fixture
def quote(doc):
    def made(text, outlet, *, name="Dagny Holt", day="2025-02-13", manner="direct", inside=None):
        base = doc(outlet, published=day, outlet=outlet)
        whole = f"“{text}” said the minister."
        span = Span(1, 1 + len(text)) if inside is None else Span(0, len(whole))
        statement = Statement(
            id=f"statement-{outlet}",
            document=base.document.id,
            content=(span,),
            manner=manner,
            speaker=Speaker(name=name),
        )
        document = msgspec.structs.replace(base.document, text=whole)
        return Annotated(document=document, version="test/1", statements=(statement,))

    return made


def variance(one, other):
    documents = {a.document.id: a.document for a in (one, other)}
    return quote_variance(one.statements[0], other.statements[0], documents)


def shares_a_key(one, other):
    keys = [set(quote_keys(a.statements[0], a.document.text)) for a in (one, other)]
    return bool(keys[0] & keys[1])


@pytest.mark.parametrize(
    ("full", "other", "sort", "lost", "put"), [c[1:] for c in VARIANCE], ids=[c[0] for c in VARIANCE]
)
def test_variance(full, other, sort, lost, put, quote):
    one, two = quote(full, "A"), quote(other, "B")
    found = variance(one, two)
    assert found.clash == (lost, put)
    assert found.score >= DEFAULT_SCORE
    assert {"trimmed": "leaves out", "altered": "is quoted with", "joined": "joins"}[sort] in found.reason
    assert variance(two, one) == found


def test_a_report_of_no_outlet_is_called_by_its_title_in_quotation_marks(quote):
    one, two = quote(FULL, "A"), quote("We will open our monitoring stations to Soranian inspectors.", "B")
    untold = msgspec.structs.replace(two.document, outlet=None, title="Ministers agree on the river")
    found = variance(one, msgspec.structs.replace(two, document=untold))
    assert found.reason.startswith("“Ministers agree on the river” leaves out “provided that ")


@pytest.mark.parametrize(("one", "other"), [c[1:] for c in NONE], ids=[c[0] for c in NONE])
def test_no_variance(one, other, quote):
    assert variance(quote(one, "A"), quote(other, "B")) is None


def test_another_speaker_or_another_week_is_another_utterance(quote):
    trimmed = "We will open our monitoring stations to Soranian inspectors."
    assert variance(quote(FULL, "A"), quote(trimmed, "B", name="Karel Brandt")) is None
    assert variance(quote(FULL, "A"), quote(trimmed, "B", day="2025-03-13")) is None
    assert variance(quote(FULL, "A"), quote(trimmed, "B", name=None)).same_speaker is False


def test_quotations_that_share_seven_words_in_a_row_share_a_key(quote):
    for case in VARIANCE:
        if case[0] in {"a condition cut off", "the last word changed", "two parts said apart"}:
            assert shares_a_key(quote(case[1], "A"), quote(case[2], "B"))


def test_only_the_quoted_part_of_a_mixed_statement_counts(quote):
    mixed, direct = quote(FULL, "A", manner="mixed", inside=True), quote(FULL, "B")
    keys = [quote_keys(a.statements[0], a.document.text) for a in (mixed, direct)]
    assert keys[0] == keys[1] != ()
    indirect = quote(FULL, "C", manner="indirect")
    assert quote_keys(indirect.statements[0], indirect.document.text) == ()
