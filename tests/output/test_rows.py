"""Rows of lists: what a person reads of an item in one line."""

import pytest

from onrecord.model.items import Basis, Entity, Figure
from onrecord.model.spans import Span
from onrecord.model.times import Interval
from onrecord.output import rows

YEAR = Interval(start="2010-01-01", end="2011-01-01", precision="year", text="2010")


class NoSources:
    """What rows of figures ask of documents, where no figure needs it."""

    def words(self, document, spans):
        """No words."""
        return ""


@pytest.mark.parametrize(
    ("kind", "basis", "told"),
    [
        ("multiple", Basis(relation="multiple", period=YEAR), "lamps (multiple of 2010)"),
        ("multiple", Basis(relation="multiple", of="the fee"), "lamps (multiple of the fee)"),
        ("multiple", Basis(relation="multiple"), "lamps (multiple)"),
        ("percent_change", Basis(relation="increase", period=YEAR), "lamps (increase on 2010)"),
        ("share", Basis(relation="share_of", of="all lamps"), "lamps (share of all lamps)"),
        ("absolute", None, "lamps"),
    ],
)
def test_a_figure_tells_what_it_is_measured_against(kind, basis, told):
    figure = Figure(
        id="figure-1", document="document-1", spans=(Span(0, 5),), statement=None, low=2, high=2, modifier="exact",
        unit="1", kind=kind, measures="lamps", basis=basis,
    )  # fmt: skip
    assert [row[-1] for row in rows.figures([figure], NoSources())] == [told]


@pytest.mark.parametrize(
    ("kind", "name", "shown"),
    [
        ("person", "Ann Lee", "person"), ("person", "senior harbour official", "person"),
        ("person", "Kenyan officials", "people"), ("person", "ministers", "people"), ("person", "Ann Waters", "person"),
        ("organisation", "Harbour Officials Union", "organisation"),
    ],
)  # fmt: skip
def test_several_without_a_name_are_people(kind, name, shown):
    assert [row[2] for row in rows.entities([Entity(id="entity-1", kind=kind, name=name)])] == [shown]
