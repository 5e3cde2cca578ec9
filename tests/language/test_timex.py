"""TIMEX3 tags."""

from datetime import date

import pytest

from onrecord.language.timereading import Anchor
from onrecord.language.timex import find_timexes

ANCHOR = Anchor(date(2019, 6, 12))


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("from June to August 2017", [("June", "DATE", "2017-06"), ("August 2017", "DATE", "2017-08")]),
        ("on 22-24 June 2018", [("22", "DATE", "2018-06-22"), ("24 June 2018", "DATE", "2018-06-24")]),
        ("in 1942-43", [("1942", "DATE", "1942"), ("43", "DATE", "1943")]),
        ("for more than three years", [("more than three years", "DURATION", "P3Y")]),
        ("every week", [("every week", "SET", "XXXX")]),
        ("Thursday morning", [("Thursday morning", "TIME", "2019-06-13TMO")]),
        ("a recent report", [("recent", "DATE", "PAST_REF")]),
        ("the 3-year-old mill", [("3-year-old", "DURATION", "P3Y")]),
    ],
)
def test_each_end_and_each_qualifier_is_in_its_tag(text, tags):
    assert [(timex.text, timex.kind, timex.value) for timex in find_timexes(text, ANCHOR)] == tags


def test_a_tag_is_written_as_timeml_writes_it():
    (timex,) = find_timexes("about early May 2018", ANCHOR)
    assert timex.tagged(1) == '<TIMEX3 tid="t1" type="DATE" value="2018-05" mod="APPROX">about early May 2018</TIMEX3>'
