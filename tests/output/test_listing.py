"""Tables that fit a terminal, and plain lines for pipes."""

from itertools import count, islice

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.output.listing import Column, table, width_of
from onrecord.output.painting import ansi

COLUMNS = (Column("id"), Column("n", right=True), Column("words", wide=True))


def test_columns_align_and_a_pipe_gets_one_line_a_row():
    lines = list(table(COLUMNS, [("a-1", "5", "short"), ("a-22", "1,000", "a long text " * 30)]))
    assert lines[0] == "id        n  words"
    assert lines[1] == "a-1       5  short"
    assert len(lines) == 3
    assert lines[2].startswith("a-22  1,000  a long text")


def test_a_terminal_gets_the_last_column_wrapped_under_itself():
    lines = list(table(COLUMNS, [("a-1", "5", "these words need more than one line of the terminal")], width=50))
    assert lines[1] == "a-1  5  these words need more than one line of the"
    assert lines[2] == "        terminal"


def test_a_narrow_terminal_gets_rows_stacked():
    lines = list(table(COLUMNS, [("statement-1", "5", "these words need more than one line here")], width=30))
    assert lines == ["statement-1  5", "    these words need more than", "    one line here", ""]


def test_no_rows_give_no_lines():
    assert list(table(COLUMNS, [], width=80)) == []


def test_rows_are_taken_as_they_are_printed():
    endless = ((f"a-{n}", str(n), "words") for n in count())
    assert len(list(islice(table(COLUMNS, endless), 5))) == 5


def test_line_ends_and_steering_characters_of_a_source_do_no_harm():
    (_, line) = table((Column("words", wide=True),), [("one\ntwo\x1b[31m \u202ereversed",)])
    assert line == "one two\ufffd[31m \ufffdreversed"


def test_wide_characters_and_colours_count_as_a_terminal_shows_them():
    assert [width_of(text) for text in ("abc", "日本", "e\u0301", ansi("abc", "bad"))] == [3, 4, 1, 3]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=200)), min_size=1, max_size=5), st.integers(60, 120))
def test_no_line_is_wider_than_the_terminal(rows, width):
    columns = (Column("id"), Column("words", wide=True))
    longest = max(len(part) for _, text in rows for part in (text.split() or [""]))
    for line in table(columns, rows, width=width):
        assert len(line) <= max(width, longest + 40)
