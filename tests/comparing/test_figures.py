"""Two figures that cannot both be right, and the many that only look so."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing import compare
from onrecord.comparing.amounts import bounds
from onrecord.comparing.conversion import base_unit
from onrecord.comparing.figures import figure_keys
from onrecord.model.items import Basis, Figure, Holder
from onrecord.model.spans import Span

YEAR = "2024"
BASE = {"value": 480, "unit": "kg", "measures": "mercury seized at the border", "place": "Velmark", "period": YEAR}

MISMATCH = [
    ("other amount", {"value": 310}),
    ("other unit, other amount", {"value": 500, "unit": "[lb_av]"}),
    ("more than", {"value": 600, "modifier": "more_than"}),
    ("plural and order of words", {"value": 310, "measures": "mercury seized at the borders"}),
]
SILENT = [
    ("same amount", {}),
    ("rounded", {"value": 500}),
    ("same amount in another unit", {"value": 1058, "unit": "[lb_av]"}),
    ("about", {"value": 450, "modifier": "about"}),
    ("at most", {"value": 600, "modifier": "at_most"}),
    ("another year", {"value": 310, "period": "2023"}),
    ("part of the year", {"value": 310, "period": "2024-05"}),
    ("no period", {"value": 310, "period": None}),
    ("another place", {"value": 310, "place": "Sorania"}),
    ("no place, another document", {"value": 310, "place": None}),
    ("another thing", {"value": 310, "measures": "lead seized at the border"}),
    ("no measure", {"value": 310, "measures": None}),
    ("another dimension", {"value": 310, "unit": "L"}),
    ("another kind", {"value": 31, "unit": "%", "kind": "percent_change"}),
    ("another basis", {"value": 310, "basis": Basis(relation="share_of", of="imports")}),
    ("too close to the period", {"value": 310, "published": "2025-01-03"}),
]


@pytest.fixture
def told(doc, when):
    def made(name, *figures, published="2025-06-01"):
        built = []
        base = doc(name, *[], published=published, outlet=name)
        for number, given_ in enumerate(figures):
            wanted = BASE | given_
            value, modifier = wanted["value"], wanted.get("modifier", "exact")
            built.append(
                Figure(
                    id=f"figure-{name}{number}",
                    document=base.document.id,
                    spans=(Span(number, number + 1),),
                    statement=None,
                    low=None if modifier == "at_most" else value,
                    high=None if modifier == "more_than" else value,
                    modifier=modifier,
                    unit=wanted["unit"],
                    kind=wanted.get("kind", "absolute"),
                    measures=wanted["measures"],
                    place=wanted["place"],
                    period=when(wanted["period"]),
                    basis=wanted.get("basis"),
                    holder=Holder(name=wanted.get("by")),
                )
            )
        return doc(name, published=published, outlet=name, figures=tuple(built))

    return made


def findings(record, *documents):
    for annotated in documents:
        record.keep(annotated)
        compare(record, annotated.document.id)
    return list(record.findings.values())


@pytest.mark.parametrize("changed", [c[1] for c in MISMATCH], ids=[c[0] for c in MISMATCH])
def test_mismatch(changed, record, told):
    (found,) = findings(record, told("A", {}), told("B", changed))
    assert found.kind == "figure_mismatch"
    assert "no value in common" in found.reason


@pytest.mark.parametrize("changed", [c[1] for c in SILENT], ids=[c[0] for c in SILENT])
def test_no_mismatch(changed, record, told):
    published = changed.pop("published", "2025-06-01") if "published" in changed else "2025-06-01"
    assert findings(record, told("A", {}), told("B", changed, published=published)) == []


def test_within_one_document_a_place_may_go_without_saying(record, told):
    both = told("A", {"place": None, "by": "Eva Holt"}, {"place": None, "value": 310, "by": "Ilse Maran"})
    (found,) = findings(record, both)
    assert found.checks.place == "unknown"


def test_without_period_or_measure_there_is_no_key(told):
    annotated = told("A", {"period": None}, {"measures": None}, {"measures": "people"}, {})
    assert [len(figure_keys(figure)) for figure in annotated.figures] == [0, 0, 0, 1]


@settings(max_examples=60, deadline=None)
@given(st.floats(min_value=0.01, max_value=1e9), st.sampled_from(["kg", "t", "[lb_av]", "km", "people", "USD"]))
def test_bounds_hold_the_value(value, unit):
    figure = Figure(
        id="f",
        document="d",
        spans=(),
        statement=None,
        low=value,
        high=value,
        modifier="exact",
        unit=unit,
        kind="absolute",
    )
    low, high = bounds(figure)
    assert low <= value * base_unit(unit)[1] <= high
