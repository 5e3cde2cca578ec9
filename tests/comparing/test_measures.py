"""What is counted: which measures are one, which a part of another, which apart, and which left open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing.measures import alike, canonical, measure_of
from onrecord.model.series import MeasureRule

TABLE = [
    # one, its unit, other, its unit, place, likeness
    ("deaths from opioid overdoses", "death", "opioid overdose deaths", "death", None, "same"),
    ("fatalities from malaria", "fatality", "deaths from malaria", "death", None, "same"),
    ("lives claimed by cholera", "1", "cholera deaths", "death", None, "same"),
    ("mercury seized", "kg", "mercury confiscated", "[lb_av]", None, "same"),
    ("deaths in Norland", "death", "deaths", "death", "Norland", "same"),
    ("deaths from heroin overdoses", "death", "deaths from drug overdoses", "death", None, "narrower"),
    ("barley exported", "t", "grain exported", "t", None, "narrower"),
    ("female teachers", "teacher", "teachers", "teacher", None, "narrower"),
    ("grain exported", "t", "wheat exported", "t", None, "wider"),
    ("apprehensions of Velmarkers", "apprehension", "apprehensions of migrants", "apprehension", None, "narrower"),
    ("apprehensions of migrants", "apprehension", "apprehensions of Canadians", "apprehension", None, "wider"),
    ("encounters with Danish nationals", "encounter", "encounters with migrants", "encounter", None, "narrower"),
    ("apprehensions of Danes", "apprehension", "apprehensions of Velmarkers", "apprehension", None, "apart"),
    ("wheat exported", "t", "rice exported", "t", None, "apart"),
    ("wheat exported", "t", "wheat imported", "t", None, "apart"),
    ("people convicted", "people", "people charged", "people", None, "apart"),
    ("encounters", "encounter", "apprehensions", "apprehension", None, "apart"),
    ("seizures of mercury", "seizure", "mercury seized", "kg", None, "apart"),
    ("spending on schools", "USD", "spending on schools", "EUR", None, "apart"),
    ("rural schools", "school", "private schools", "school", None, "unclear"),
    # nothing says that these are migrants
    ("arrests of Danes", "arrest", "arrests of migrants", "arrest", None, "unclear"),
    ("apprehensions of Norlanders", "apprehension", "apprehensions of migrants", "apprehension", "Norland", "unclear"),
    ("apprehensions of Danes", "apprehension", "apprehensions of migrants", "apprehension", "Denmark", "unclear"),
    ("apprehensions of smugglers", "apprehension", "apprehensions of migrants", "apprehension", None, "unclear"),
]


@pytest.mark.parametrize(("one", "unit", "other", "its", "place", "likeness"), TABLE)
def test_how_two_measures_stand(one, unit, other, its, place, likeness):
    found = alike(measure_of(one, unit, place=place), measure_of(other, its, place=place))
    assert (found.likeness, bool(found.reason)) == (likeness, True)
    turned = alike(measure_of(other, its, place=place), measure_of(one, unit, place=place))
    assert turned.likeness == {"narrower": "wider", "wider": "narrower"}.get(likeness, likeness)


def test_a_nation_among_migrants_is_only_inferred():
    whole = measure_of("apprehensions of migrants", "apprehension")
    assert alike(measure_of("apprehensions of Danes", "apprehension"), whole).inferred
    assert not alike(measure_of("apprehensions of Danish migrants", "apprehension"), whole).inferred


@pytest.mark.parametrize(
    ("relation", "likeness"), [("same", "same"), ("apart", "apart"), ("part", "narrower"), (None, "apart")]
)
def test_a_rule_comes_first(relation, likeness):
    rules = [MeasureRule(one="boats stopped", other="boats turned back", relation=relation)] if relation else []
    one, other = (measure_of(words, "boat", rules=rules) for words in ("boats stopped", "boats turned back"))
    found = alike(one, other, rules).likeness
    assert found == likeness if relation else found != "same"


def test_the_reason_of_a_rule_is_told():
    rules = [MeasureRule(one="visits", other="visitors", relation="apart", reason="some come twice")]
    found = alike(measure_of("visits", "visit"), measure_of("visitors", "visitor"), rules)
    assert "some come twice" in found.reason


@settings(max_examples=60, deadline=None)
@given(st.permutations(["heroin", "overdose", "deaths", "rural", "teenager"]))
def test_the_order_of_words_does_not_count(words):
    told = measure_of(" ".join(words), "death")
    assert canonical(told) == canonical(measure_of("rural teenager heroin overdose deaths", "death"))
    assert alike(told, told).likeness == "same"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40), st.sampled_from(["1", "%", "kg", "USD", "people"]))
def test_any_words_are_like_themselves(words, unit):
    assert alike(measure_of(words, unit), measure_of(words, unit)).likeness == "same"
