"""Time expressions: what their words mean, counted from Wednesday 12 June 2019 unless a row says otherwise."""

import time
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.timephrases import read_expression
from onrecord.language.timereading import Context
from onrecord.language.times import Anchor, find_times
from onrecord.language.timestarts import STARTS
from onrecord.language.tokens import Tokens

ANCHOR = Anchor(date(2019, 6, 12))

EXPRESSIONS = [
    # words, the expression found, start, end, precision
    ("They met on October 5, 2018.", "October 5, 2018", "2018-10-05", "2018-10-06", "day"),
    ("It opened Sept. 29, 2018, in the port.", "Sept. 29, 2018", "2018-09-29", "2018-09-30", "day"),
    ("It opened on the 8th of March 2018.", "the 8th of March 2018", "2018-03-08", "2018-03-09", "day"),
    ("Signed 5 October 2018", "5 October 2018", "2018-10-05", "2018-10-06", "day"),
    ("Signed 2018-10-05.", "2018-10-05", "2018-10-05", "2018-10-06", "day"),
    ("Signed 10/5/2018.", "10/5/2018", "2018-10-05", "2018-10-06", "day"),
    ("Signed 25/5/2018.", "25/5/2018", "2018-05-25", "2018-05-26", "day"),
    ("On Tuesday, October 9, 2018, it rained.", "Tuesday, October 9, 2018", "2018-10-09", "2018-10-10", "day"),
    ("The mayor said Monday that", "Monday", "2019-06-10", "2019-06-11", "day"),
    ("The mayor said Wednesday that", "Wednesday", "2019-06-12", "2019-06-13", "day"),
    ("The council will vote Friday", "Friday", "2019-06-14", "2019-06-15", "day"),
    ("She left on Friday.", "Friday", "2019-06-07", "2019-06-08", "day"),
    ("He spoke yesterday.", "yesterday", "2019-06-11", "2019-06-12", "day"),
    ("He speaks tomorrow.", "tomorrow", "2019-06-13", "2019-06-14", "day"),
    ("It fell last month.", "last month", "2019-05-01", "2019-06-01", "month"),
    ("It opens next year.", "next year", "2020-01-01", "2021-01-01", "year"),
    ("said in March that", "March", "2019-03-01", "2019-04-01", "month"),
    ("said in November that", "November", "2018-11-01", "2018-12-01", "month"),
    ("The port will open in March.", "March", "2020-03-01", "2020-04-01", "month"),
    ("On January 19, she resigned.", "January 19", "2019-01-19", "2019-01-20", "day"),
    ("He was there two weeks ago.", "two weeks ago", "2019-05-27", "2019-06-03", "week"),
    ("He was there “two years ago”.", "two years ago", "2017-01-01", "2018-01-01", "year"),
    ("The court ordered the firm to repay it within 48 hours.", "within 48 hours", "2019-06-12", "2019-06-15", "span"),
    ("The judge ordered Ms Falk to repay it within six months.", "within six months", "2019-06-12", "2019-12-13",
     "span"),
    ("He told them to leave, and on Monday it recalled its envoy.", "Monday", "2019-06-10", "2019-06-11", "day"),
    ("The court gave Mr Hale until July 20 to hand it over.", "until July 20", None, "2019-07-21", "day"),
    ("They agreed to open a line ahead of the games and to hold a drill in November.", "November", "2019-11-01",
     "2019-12-01", "month"),
    ("agreed to open a line before the winter", "before the winter", None, "2019-12-01", "season"),
    ("It cut its forecast for the year to March.", "the year to March", "2019-04-01", "2020-04-01", "span"),
    ("carried it far to the fort at Ost late on Monday, hours before a time set by Velm passed", "late on Monday",
     "2019-06-10", "2019-06-11", "day"),
    ("for the year to the end of January", "the year to the end of January", "2018-02-01", "2019-02-01", "span"),
    ("They agreed to swap the names of registered owners within six months.", "within six months", "2019-06-12",
     "2019-12-13", "span"),
    ("They promised to finish within six months.", "within six months", "2019-06-12", "2019-12-13", "span"),
    ("It must close by the end of 2027.", "by the end of 2027", None, "2028-01-01", "year"),
    ("to be paid by Dec. 31, 2027", "by Dec. 31, 2027", None, "2028-01-01", "day"),
    ("Through May of this year, the port", "Through May of this year", "2019-01-01", "2019-06-01", "span"),
    ("up 800% since 2015, the", "since 2015", "2015-01-01", None, "year"),
    ("in the first half of 2018", "the first half of 2018", "2018-01-01", "2018-07-01", "half"),
    ("in the third quarter of 2018", "the third quarter of 2018", "2018-07-01", "2018-10-01", "quarter"),
    ("Q3 2018 sales", "Q3 2018", "2018-07-01", "2018-10-01", "quarter"),
    ("in fiscal 2018", "fiscal 2018", "2017-10-01", "2018-10-01", "year"),
    ("On February 6th to 7th, they", "February 6th to 7th", "2019-02-06", "2019-02-08", "span"),
    ("from June to August 2017", "June to August 2017", "2017-06-01", "2017-09-01", "span"),
    ("the 2015–2018 drought", "2015–2018", "2015-01-01", "2019-01-01", "span"),
    ("in the 1990s", "the 1990s", "1990-01-01", "2000-01-01", "decade"),
    ("in the summer of 2016", "the summer of 2016", "2016-06-01", "2016-09-01", "season"),
    ("planned to gather once more in the autumn", "the autumn", "2019-09-01", "2019-12-01", "season"),
    ("earlier this year", "earlier this year", "2019-01-01", "2019-06-13", "year"),
    ("later this year", "later this year", "2019-06-12", "2020-01-01", "year"),
    ("over the past two years", "the past two years", "2017-06-12", "2019-06-13", "span"),
    ("in January of last year", "January of last year", "2018-01-01", "2018-02-01", "month"),
    ("Yesterday’s vote", "Yesterday", "2019-06-11", "2019-06-12", "day"),
    ("Yesterday's vote", "Yesterday", "2019-06-11", "2019-06-12", "day"),
    ("the day before yesterday", "the day before yesterday", "2019-06-10", "2019-06-11", "day"),
    ("on Christmas Day 2018", "Christmas Day 2018", "2018-12-25", "2018-12-26", "day"),
    ("at 9:06 A.M. EST", "9:06 A.M. EST", "2019-06-12T09:06:00-05:00", "2019-06-12T09:07:00-05:00", "minute"),
    ("left at 17.40, the log says", "17.40", "2019-06-12T17:40:00", "2019-06-12T17:41:00", "minute"),
    ("at 5 p.m. ET on Monday", "5 p.m. ET on Monday", "2019-06-10T17:00:00-04:00", "2019-06-10T18:00:00-04:00", "hour"),
    ("on 31 February 2019", "31 February 2019", None, None, "day"),
    ("on February 30, 2020", "February 30, 2020", None, None, "day"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "start", "end", "precision"), EXPRESSIONS)
def test_what_an_expression_means(text, words, start, end, precision):
    (mention,) = find_times(text, ANCHOR)
    assert mention.span.of(text) == words
    assert mention.interval.text == words
    assert (mention.interval.start, mention.interval.end, mention.interval.precision) == (start, end, precision)


def test_the_same_period_moves_the_one_before():
    text = "Through May of this year the port shipped more than in the same period last year."
    first, second = find_times(text, ANCHOR)
    assert (first.interval.start, first.interval.end) == ("2019-01-01", "2019-06-01")
    assert (second.interval.start, second.interval.end) == ("2018-01-01", "2018-06-01")


@pytest.mark.parametrize(
    ("text", "day", "end"),
    [
        ("The mine opened in 1999. They plan a review during the year.", date(2019, 6, 12), "2020-01-01"),
        ("The mine opened in 1999. They will pay before the end of the year.", None, None),
        ("In 1999 the mine opened. It closed before the end of the year.", None, "2000-01-01"),
    ],
)
def test_a_year_told_before_is_not_the_one_that_lies_ahead(text, day, end):
    assert find_times(text, Anchor(day))[-1].interval.end == end


def test_a_verb_behind_a_time_does_not_move_it_ahead():
    (may, month) = find_times("Jobs rose in May, with 150 added in ports during the month, as you would know.", ANCHOR)
    assert (may.interval.start, month.interval.start) == ("2019-05-01", "2019-05-01")


def test_how_much_later_than_planned_is_a_length():
    (end, length) = find_times("It ends on July 12, two weeks later than planned.", ANCHOR, every=True)
    assert (end.interval.start, length.sort) == ("2019-07-12", "duration")


def test_the_year_before_a_business_year_is_one_too():
    (_, before) = find_times("Profit was 86 for the year to the end of March, up from 71 the year before.", ANCHOR)
    assert (before.interval.start, before.interval.end) == ("2017-04-01", "2018-04-01")


def test_two_times_set_beside_one_figure_count_from_its_own():
    text = "It was 7.4% in the first quarter of 2031, up from 6.9% in the previous quarter and 6.1% a year earlier."
    first, previous, earlier = (mention.interval for mention in find_times(text, ANCHOR))
    assert (first.start, previous.start, earlier.start) == ("2031-01-01", "2030-10-01", "2030-01-01")


def test_a_later_year_supplies_the_first_month():
    first, second = find_times("in June and August 2017", ANCHOR)
    assert (first.interval.start, second.interval.start) == ("2017-06-01", "2017-08-01")


def test_two_days_later_counts_from_the_day_told():
    _, second = find_times("They left on March 3, 2018. Two days later they came back.", ANCHOR)
    assert second.interval.start == "2018-03-05"


@pytest.mark.parametrize(
    "text",
    [
        "He may march on.", "They sat in the sun.", "It cost 2000 dollars.", "Flight 1999 miles", "2000 people came",
        "Section 12 of the act", "a score of 3-2", "at the fall of the wall", "She will spring a surprise",
    ],
)  # fmt: skip
def test_what_is_no_time(text):
    assert not find_times(text, ANCHOR)


@pytest.mark.parametrize("text", ["yesterday", "last month", "on Friday", "two weeks ago", "in March"])
def test_without_an_anchor_nothing_is_guessed(text):
    (mention,) = find_times(text, Anchor(None))
    assert mention.interval.start is None
    assert mention.interval.end is None


def test_lengths_and_repetitions_only_when_asked():
    text = "For three months they met every week."
    assert not find_times(text, ANCHOR)
    assert [m.sort for m in find_times(text, ANCHOR, every=True)] == ["duration", "set"]


MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
RENDERINGS = [
    "{month} {day}, {year}", "{day} {month} {year}", "{short} {day}, {year}", "{year:04d}-{number:02d}-{day:02d}",
    "the {day}{suffix} of {month}, {year}", "{month} {day}{suffix}, {year}", "{number}/{day}/{year}",
]  # fmt: skip


@settings(max_examples=120)
@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 12, 31)), st.sampled_from(RENDERINGS))
def test_every_rendering_of_a_date_parses_back(day, rendering):
    month = MONTHS[day.month - 1]
    short = month if len(month) < 5 else "Sept." if month == "September" else month[:3] + "."
    suffix = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    words = rendering.format(month=month, short=short, number=day.month, day=day.day, year=day.year, suffix=suffix)
    text = f"It was agreed on {words} at last."
    (mention,) = find_times(text, Anchor(None))
    assert mention.interval.start == day.isoformat()
    assert mention.core.of(text).removeprefix("the ") == words.removeprefix("the ")


@settings(max_examples=80)
@given(st.text(alphabet="0123456789 ,.-/:’'–MarchJuneof thelstwo weeksagoyrFriday\n", max_size=120), st.integers(0, 50))
def test_spans_lie_in_the_text_in_order(text, offset):
    mentions = find_times(text, ANCHOR, offset=offset, every=True)
    for before, after in pairwise(mentions):
        assert before.core.end <= after.core.start
    for mention in mentions:
        assert 0 <= mention.span.start - offset <= mention.core.start - offset < mention.core.end - offset <= len(text)
        assert text[mention.span.start - offset : mention.span.end - offset] == mention.interval.text


@pytest.mark.parametrize("unit", ["7 ", "1234567890", "1, ", "2019 ", "in ", "the ", "\n", "May 3 ", "3-"])
def test_time_taken_is_linear(unit):
    def seconds(size):
        begun = time.process_time()
        find_times(unit * (size // len(unit)), ANCHOR)
        return time.process_time() - begun

    short, long = (min(seconds(size) for _ in range(3)) for size in (4_000, 24_000))
    assert long < 30 * max(short, 0.005)


SPANS = [
    # how two days of one year are written, and whether they must lie in one month
    ("{first} {month}–{last} {later} {year}", False), ("{month} {first} to {later} {last}, {year}", False),
    ("{month} {first} through {later} {last}, {year}", False), ("{month} {first}–{last}, {year}", True),
    ("{first}–{last} {month} {year}", True), ("{first} to {last} {month} {year}", True),
    ("{month} {first} to {last}, {year}", True),
]  # fmt: skip


@settings(max_examples=120)
@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2090, 12, 30)), st.integers(1, 200), st.sampled_from(SPANS))
def test_every_rendering_of_a_stretch_of_days_parses_back(first, length, rendering):
    words, one_month = rendering
    last = min(first + timedelta(days=length), date(first.year, 12, 31))
    if one_month:
        last = min(last, first.replace(day=28)) if first.day < 28 else last
    if last <= first or (one_month and last.month != first.month):
        return
    written = words.format(
        first=first.day, last=last.day, month=MONTHS[first.month - 1], later=MONTHS[last.month - 1], year=first.year
    )
    text = f"It rained from {written}, without an end."
    (mention,) = find_times(text, Anchor(None))
    assert mention.core.of(text) == written
    assert (mention.interval.start, mention.interval.end) == (first.isoformat(), (last + timedelta(days=1)).isoformat())
    assert [value for _, value in mention.ends] == [first.isoformat(), last.isoformat()]


@settings(max_examples=120)
@given(st.integers(1850, 2090), st.integers(1, 12), st.integers(1, 11), st.data())
def test_every_rendering_of_a_longer_stretch_parses_back(year, month, length, data):
    after = date(year + (month + length) // 12, (month + length) % 12 + 1, 1)
    last = after - timedelta(days=1)
    quarter, half = (month + 2) // 3, (month + 5) // 6
    following = date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
    stretches = {
        f"{MONTHS[month - 1]} {year} to {MONTHS[last.month - 1]} {last.year}": (date(year, month, 1), after),
        f"{MONTHS[month - 1]} {year}": (date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)),
        f"{year}–{year + length}": (date(year, 1, 1), date(year + length + 1, 1, 1)),
        f"Q{quarter} {year}": (date(year, 3 * quarter - 2, 1), following),
        f"{quarter}Q{year}": (date(year, 3 * quarter - 2, 1), following),
        f"the {['first', 'second', 'third', 'fourth'][quarter - 1]} quarter of {year}": (
            date(year, 3 * quarter - 2, 1), following,
        ),
        f"the {['first', 'second'][half - 1]} half of {year}": (
            date(year, 6 * half - 5, 1), date(year + half // 2, half % 2 * 6 + 1, 1),
        ),
        f"the {year - year % 10}s" if year % 100 >= 10 else "the 1990s": (
            date(year - year % 10 if year % 100 >= 10 else 1990, 1, 1),
            date((year - year % 10 if year % 100 >= 10 else 1990) + 10, 1, 1),
        ),
        f"fiscal {year}": (date(year - 1, 10, 1), date(year, 10, 1)),
    }  # fmt: skip
    words = data.draw(st.sampled_from(sorted(stretches)))
    start, end = stretches[words]
    text = f"It happened in {words} at last."
    (mention,) = find_times(text, Anchor(None, country="United States"))
    assert mention.core.of(text) == words
    assert (mention.interval.start, mention.interval.end) == (start.isoformat(), end.isoformat())


@settings(max_examples=60)
@given(st.text(alphabet="0123456789 ,.-/:’'–MarchJuneof thelstwo weeksagoyrFriday\n", max_size=120))
def test_readings_are_weighed_and_the_likeliest_is_first(text):
    for mention in find_times(text, ANCHOR, every=True):
        readings = mention.interval.readings
        if readings:
            assert sum(reading.weight for reading in readings) == pytest.approx(1)
            assert (readings[0].start, readings[0].end) == (mention.interval.start, mention.interval.end)
            assert [r.weight for r in readings] == sorted((r.weight for r in readings), reverse=True)


def test_words_that_begin_no_expression_are_passed_over_without_loss():
    words = "very early on May 2 half a year ago its first week of June in the 1990s noon Christmas day two Q3 2018"
    text = (
        " ".join(words.split()) + " at 9 a.m. and ’90s prices, fiscal 2018, final days of March, sixties, latter 2017"
    )
    tokens = Tokens(text)
    for index, word in enumerate(tokens.words):
        if word not in STARTS and not word[0].isdigit():
            assert read_expression(Context(tokens, ANCHOR), index) is None, word


@pytest.mark.parametrize("unit", ["1234567890", "12345678901234567890 ", " ", "7                   "])
def test_a_megabyte_takes_about_ten_times_as_long_as_a_tenth_of_it(unit):
    seconds = []
    for size in (100_000, 1_000_000):
        begun = time.process_time()
        find_times(unit * (size // len(unit)), ANCHOR)
        seconds.append(time.process_time() - begun)
    assert seconds[1] < 25 * max(seconds[0], 0.01)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29)])
@pytest.mark.parametrize("narrative", [False, True])
def test_no_anchor_and_no_year_is_too_far_off(day, narrative):
    text = (
        "last month, this spring, on Friday, yesterday, two centuries ago; in 1 BC, the year before, in 9999 AD, 5000 "
        "years later, over the past decade, in March, the third quarter, the next day, at 9 a.m., 31/12/9999"
    )
    assert find_times(text, Anchor(day, narrative=narrative), every=True)
