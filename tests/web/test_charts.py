"""Geometry of charts: everything inside the drawing, nothing hidden, days in order."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.web.bars import bars
from onrecord.web.charts import Dot, lanes
from onrecord.web.ring import MOST, ring
from onrecord.web.scatter import Point, scatter

FEW = settings(max_examples=40, deadline=None)
days = st.dates(date(1990, 1, 1), date(2050, 1, 1))
dots = st.builds(Dot, days, st.sampled_from(["yes", "no", "hedged", "both"]), st.just("#x"), st.integers(1, 9))


@FEW
@given(st.lists(st.tuples(st.text(max_size=8), st.lists(dots, max_size=8)), max_size=5))
def test_every_mark_lies_inside_the_chart_in_order_of_time(sides):
    chart = lanes(sides)
    if not any(found for _, found in sides):
        assert chart is None
        return
    for lane in chart.lanes:
        assert [mark.dot.day for mark in lane.marks] == sorted(mark.dot.day for mark in lane.marks)
        for mark in lane.marks:
            assert 0 <= mark.x <= chart.width
            assert 0 <= mark.y <= chart.height
    assert all(0 <= tick.x <= chart.width for tick in chart.ticks)


def test_marks_of_one_day_stand_apart():
    day = date(2025, 2, 13)
    chart = lanes([("Velmark", [Dot(day, "yes", "#a", 1), Dot(day, "no", "#b", 1)])])
    first, second = chart.lanes[0].marks
    assert (first.x, first.y) != (second.x, second.y)


def test_a_few_months_are_named_by_month_and_many_years_by_year():
    def labels(last):
        return [tick.label for tick in lanes([("A", [Dot(date(2025, 1, 1), "no", "#", 1), last])]).ticks]

    assert labels(Dot(date(2025, 4, 1), "no", "#", 1)) == ["Jan 2025", "Feb 2025", "Mar 2025", "Apr 2025"]
    assert labels(Dot(date(2029, 4, 1), "no", "#", 1)) == ["2025", "2026", "2027", "2028", "2029"]


numbers = st.none() | st.floats(-1e12, 1e12)
points = st.builds(Point, days, numbers, numbers, st.sampled_from("ABCDEFG"), st.just("9"), st.just("/"))


@FEW
@given(st.lists(points, max_size=10))
def test_figures_lie_inside_the_chart(found):
    drawn = scatter(found)
    for one in drawn.points if drawn else ():
        assert 0 <= one.x <= drawn.width
        assert -1 <= one.y <= drawn.height


def test_one_figure_makes_no_chart():
    assert scatter([Point(date(2025, 1, 1), 3, 3, "A", "3", "/")]) is None


def test_months_without_a_document_keep_their_place():
    chart = bars([("2024-11", 4), ("2025-02", 1)], "")
    assert [(bar.at, bar.documents) for bar in chart.bars] == [
        ("2024-11", 4), ("2024-12", 0), ("2025-01", 0), ("2025-02", 1),
    ]  # fmt: skip


def test_many_months_become_years_and_a_chosen_year_its_months():
    months = [((date(2000, 1, 1) + timedelta(days=31 * n)).isoformat()[:7], 2) for n in range(100)]
    assert [bar.label for bar in bars(months, "").bars][:2] == ["2000", "2001"]
    assert all(bar.at.startswith("2003-") for bar in bars(months, "2003-05").bars)
    assert [bar.at for bar in bars(months, "2003-05").bars if bar.chosen] == ["2003-05"]


def test_a_ring_holds_what_can_be_read_and_says_what_it_leaves():
    ties = [(f"Name {n}", "Hub", 1) for n in range(60)]
    drawn = ring(ties)
    assert len(drawn.nodes) == MOST
    assert drawn.left == 61 - MOST
    assert drawn == ring(ties)
    assert ring([("A", "A", 2)]) is None
    alone = [("A", "B", 9), ("C", "C", 3)]
    assert {node.name for node in ring(alone).nodes} == {"A", "B"}
