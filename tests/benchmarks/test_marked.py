"""Marked texts: the marks go, the spans stay, and what does not hold is told with the file's name."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from marked import read_marked

WHOLE = """# topic: kiln
## 2031-03-04 | Velmara Wire | The kiln
SORBY — {1:The kiln ran {2:in March}}, residents said.

“{3:It never ran},” the works said.

## 2031-03-06 | Sorby Ceramics | Statement
{4:Nobody fired it}.

### pairs
contradiction negation 1 3,4
compatible time 2 4
"""


def words(marked, number):
    mark = marked.marks[number]
    return marked.documents[mark.document].text[mark.start : mark.end]


def written(tmp_path, text):
    path = tmp_path / "kiln.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_documents_are_read_without_their_marks(tmp_path):
    marked = read_marked(written(tmp_path, WHOLE))
    assert marked.name == "kiln"
    assert [(one.date, one.outlet, one.title) for one in marked.documents] == [
        ("2031-03-04", "Velmara Wire", "The kiln"),
        ("2031-03-06", "Sorby Ceramics", "Statement"),
    ]
    first, second = (one.text for one in marked.documents)
    assert first == "SORBY — The kiln ran in March, residents said.\n\n“It never ran,” the works said."
    assert second == "Nobody fired it."


def test_spans_stand_where_their_words_stand_one_within_another_too(tmp_path):
    marked = read_marked(written(tmp_path, WHOLE))
    assert [words(marked, number) for number in (1, 2, 3, 4)] == [
        "The kiln ran in March", "in March", "It never ran", "Nobody fired it",
    ]  # fmt: skip


def test_each_of_the_left_is_set_against_each_of_the_right(tmp_path):
    assert read_marked(written(tmp_path, WHOLE)).labels == (
        (("contradiction", "negation"), 1, 3),
        (("contradiction", "negation"), 1, 4),
        (("compatible", "time"), 2, 4),
    )


@pytest.mark.parametrize(
    ("changed", "into", "says"),
    [
        ("{2:in March}}", "{2:in March}", "span 1 is not closed"),
        ("{4:Nobody fired it}", "{3:Nobody fired it}", "span 3 stands twice"),
        ("{4:Nobody fired it}.", "{4:Nobody fired it}}.", "nothing is open"),
        ("{4:Nobody fired it}", "{4:}", "is empty"),
        ("2 4\n", "2 5\n", "not marked"),
        ("2031-03-06 | Sorby", "6 March | Sorby", "no 'date"),
    ],
)
def test_what_does_not_hold_is_told_with_the_file(tmp_path, changed, into, says):
    assert changed in WHOLE
    with pytest.raises(ValueError, match=f"kiln.txt: .*{says}"):
        read_marked(written(tmp_path, WHOLE.replace(changed, into)))


@given(st.lists(st.tuples(st.text("aé😀 .", max_size=5), st.text("bö̈👩 ", min_size=1, max_size=5)), min_size=1))
def test_marks_are_code_points_of_the_text_that_is_left(tmp_path_factory, pieces):
    body = "x" + "".join(f"{plain}{{{n}:{told}}}" for n, (plain, told) in enumerate(pieces)) + "x"
    text = f"# topic: any\n## 2031-01-01 | A | B\n{body}\n\n### pairs\n"
    marked = read_marked(written(tmp_path_factory.mktemp("any"), text))
    assert marked.documents[0].text == "x" + "".join(plain + told for plain, told in pieces) + "x"
    assert [words(marked, number) for number in range(len(pieces))] == [told for _, told in pieces]
