# ruff: noqa: E501 - tables of cases
"""Units, signs and ellipses around numbers; ranks."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing.conversion import converted
from onrecord.language.numbers import find_quantities
from onrecord.language.ranks import find_ranks
from onrecord.language.unittable import pint_name, unit_names, unit_table

READ = [
    # text, value, unit
    ("a 640bhp engine", 640, "[HP]"), ("256GB of storage", 256, "GBy"), ("radios at 2.4GHz here", 2.4, "GHz"),
    ("8.90 ksi at most", 8.9, "k[psi]"), ("fields of 10 kV/cm here", 10, "kV/cm"), ("50mL of acid", 50, "mL"),
    ("a 570 sq m hall", 570, "m2"), ("4 km^2 of land", 4, "km2"), ("29 mpg in town", 29, "[mi_us]/[gal_us]"),
    ("a 5 W USB charger", 5, "W"), ("minus 260 degrees Fahrenheit", -260, "[degF]"), ("-5 °C at night", -5, "Cel"),
    ("420 million finnish markka", 420_000_000, "FIM"), ("for 1,200€ in all", 1200, "EUR"), ("Rs. 500 each", 500, "INR"),
    ("about $US113 trillion", 113 * 10**12, "USD"), ("RM79 a month", 79, "MYR"), ("shares at 118.5p, up", 118.5, "{penny}"),
    ("3 dollars 50 cents", 3.5, "USD"), ("he is 5 ft 2 in, tall", 5 + 2 / 12, "[ft_i]"), ("15.3 ppg", 15.3, "{point}/{game}"),
    ("37m-long skeleton", 37, "m"), ("37m people came", 37_000_000, "people"), ("half a mile away", 0.5, "[mi_i]"),
    ("They paid 5 pounds for it", 5, "GBP"), ("They lost 5 pounds in weight", 5, "[lb_av]"),
    ("one million and a half boats", 1_500_000, "boat"), ("40 000 boats", 40000, "boat"), ("1,00,000 boats", 100000, "boat"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "unit"), READ)
def test_a_unit_is_read_by_its_word_sign_or_abbreviation(text, value, unit):
    (quantity,) = [q for q in find_quantities(text) if q.sort != "member"]
    assert quantity.low == pytest.approx(value)
    assert quantity.unit == unit


SHARED = [
    ("He fell from 208 pounds to 193 by walking.", ["[lb_av]", "[lb_av]"]),
    ("The highest bid is 84.75 cents, while the lowest is 74.07.", ["{US cent}", "{US cent}"]),
    ("They raised 280 million of the 1.5 billion shekels needed.", ["ILS", "ILS"]),
    ("a 7- or 8-inch screen", ["[in_i]", "[in_i]"]),
    ("Shares rose 0.65 per cent to end at 27,349.19, he said.", ["%", "1"]),
]


@pytest.mark.parametrize(("text", "units"), SHARED)
def test_a_unit_left_out_is_its_neighbours_where_the_words_leave_no_doubt(text, units):
    assert [quantity.unit for quantity in find_quantities(text)] == units


@pytest.mark.parametrize("text", ["the S&P 500 fell", "the new 787 Dreamliner", "the base iPhone 11 phone", "in ZIP 90049 ZIP",
                                  "KTLA Channel 5s news", "Lee leads Park 48 percent to 52 percent"])  # fmt: skip
def test_a_name_with_digits_is_no_quantity_and_a_race_no_range(text):
    assert all(quantity.sort == "percent" and quantity.low == quantity.high for quantity in find_quantities(text))


RANKS = [
    ("Norland is the third-largest producer of tin.", 3, "largest producer", None),
    ("It ranked second among ports.", 2, None, "among ports"),
    ("the highest monthly total this year", 1, "highest monthly total", "this year"),
]


@pytest.mark.parametrize(("text", "place", "measures", "among"), RANKS)
def test_a_rank_is_told_with_what_is_ranked(text, place, measures, among):
    (rank,) = find_ranks(text)
    assert (rank.place, rank.measures, rank.among) == (place, measures, among)


PHYSICAL = sorted(
    code for code in unit_table().rows if pint_name(code) and code not in {"Cel", "[degF]", "deg", "K", "[lbf_av]"}
)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(PHYSICAL), st.integers(1, 999))
def test_every_rendering_of_a_unit_parses_back(code, number):
    name = unit_names(code)[0]
    found = find_quantities(f"They measured {number} {name} there.")
    assert [quantity.low for quantity in found] == [number]
    assert found[0].unit in {code, *(other for other in PHYSICAL if name in unit_names(other))}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PHYSICAL), st.sampled_from(PHYSICAL), st.floats(0.001, 10**6))
def test_a_conversion_goes_there_and_back(one, other, value):
    there = converted(value, one, other)
    if there is not None:
        assert converted(there, other, one) == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize("piece", ["7 ", "12 345 ", "1,00,", "5 pounds ", "- 4 ", "from 3 to ", "7- or ", "10 Model "])
def test_a_megabyte_is_read_in_linear_time(piece):
    seconds = []
    for size in (10_000, 50_000):
        begun = time.perf_counter()
        find_quantities(piece * (size // len(piece)))
        find_ranks(piece * (size // len(piece)))
        seconds.append(time.perf_counter() - begun)
    assert seconds[1] < 20 * max(seconds[0], 0.02)
