"""Sums over what texts tell: shares of totals, earlier values and their changes, on invented sentences."""

import re

import msgspec
import pytest

from onrecord.annotating.figures import find_figures
from onrecord.comparing.derived import derived_pairs
from onrecord.comparing.measured import pairs
from onrecord.comparing.pairs import Cited
from onrecord.language.parsing import analyse
from onrecord.model.documents import Block, Document, Source
from onrecord.model.items import Entity, Mention
from onrecord.model.spans import words_of
from onrecord.model.times import Published


def figures_of(*texts):
    """The figures of invented reports, annotated as any are, with their sentences."""
    found = []
    for number, text in enumerate(texts):
        document = Document(
            id=f"document-{number}", text=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),),
            source=Source(uri="x", sha256="0", media_type="text/plain", read_at="2020-06-13T00:00:00Z"),
            published=Published(start="2020-06-12", end=None, precision="day", text="", known_by="given"),
        )  # fmt: skip
        places = tuple(
            Entity(id=f"entity-{name}", kind="place", name=name,
                   mentions=tuple(Mention(document=document.id, start=m.start(), end=m.end())
                                  for m in re.finditer(name, text)))
            for name in ("Norland", "Velmark") if name in text
        )  # fmt: skip
        for one in find_figures(analyse(document), places, ()):
            figure = msgspec.structs.replace(one, id=f"figure-{len(found)}")
            sentence = next(s for s in re.finditer(r"[^.]*(?:\.\d[^.]*)*\.", text) if figure.spans[0].end <= s.end())
            words = words_of(text, figure.spans)
            found.append(Cited(figure=figure, words=words, published="2020-06-12", sentence=sentence[0]))
    return found


def told(cited, made):
    return {(one.words, other.words): (found.standing, " ".join(found.arithmetic)) for one, other, found in made(cited)}


SHARE = (
    "In Norland 1,200 deaths from drug overdoses were counted in 2018. "
    "About two-thirds of the 1,200 deaths in 2018 involved opioids. "
)


def test_a_share_of_a_total_is_worked_out():
    found = told(figures_of(SHARE), derived_pairs)
    (standing, arithmetic), *more = found.values()
    assert (standing, more) == ("consistent", [])
    assert "“1,200 deaths” × “About two-thirds” = 690.0 to 916.7 deaths" in arithmetic


@pytest.mark.parametrize(
    ("part", "standing"),
    [
        ("In Norland 810 deaths from opioid overdoses were counted in 2018.", "consistent"),
        ("In Norland 310 deaths from opioid overdoses were counted in 2018.", "not comparable"),
        ("In Norland 810 deaths from cocaine overdoses were counted in 2018.", None),
        ("In Norland 810 deaths from opioid overdoses were counted in 2016.", None),
        ("In Velmark 310 deaths from opioid overdoses were counted in 2018.", None),
    ],
)
def test_the_part_that_the_share_names(part, standing):
    number = part.split()[2]
    found = told(figures_of(SHARE + part), derived_pairs)
    sums = [result for (_, other), result in found.items() if other.startswith(number)]
    assert [result[0] for result in sums] == ([standing] if standing else [])
    assert all("×" in result[1] for result in sums)


def test_of_two_shares_in_a_sentence_the_one_that_comes_out_is_meant():
    cited = figures_of(
        "Norland counted 1,200 drug overdose deaths in Norland in 2018. About 20% of the 1,200 deaths in 2018 "
        "involved cocaine, and 68% of the 1,200 deaths in 2018 involved heroin. "
        "In Norland 816 deaths from heroin overdoses were counted in 2018."
    )
    found = told(cited, derived_pairs)
    assert "inconsistent" not in {standing for standing, _ in found.values()}
    assert [standing for (_, other), (standing, _) in found.items() if other.startswith("816")] == ["consistent"]


CHANGE = (
    "Norland exported 400 tonnes of saffron in 2017. "
    "Saffron exports from Norland rose 25% in 2018, compared with 2017. "
)


@pytest.mark.parametrize(
    ("later", "standing"),
    [("500 tonnes", "consistent"), ("1.1 million pounds", "consistent"), ("900 tonnes", "not comparable")],
)
def test_an_earlier_value_and_its_change(later, standing):
    found = told(figures_of(f"{CHANGE}Norland exported {later} of saffron in 2018."), derived_pairs)
    ((result, arithmetic),) = [sums for (_, other), sums in found.items() if other == later]
    assert (result, "“400 tonnes” + “25%” =" in arithmetic) == (standing, True)


def test_a_change_of_another_place_is_left():
    cited = figures_of(
        CHANGE, "Velmark exported 3,000 tonnes of saffron from Velmark in 2018.",
    )  # fmt: skip
    assert not any(other.startswith("3,000") for _, other in told(cited, derived_pairs))


@pytest.mark.parametrize(
    "text",
    [
        SHARE + "In Norland 310 deaths from opioid overdoses were counted in 2018.",
        CHANGE + "Norland exported 900 tonnes of saffron in 2018.",
        "There were 2,500 apprehensions of migrants at the Norland border in 2018. "
        "There were 4,000 apprehensions of Velmarkers at the Norland border in 2018.",
        "In 2018 there were 40,000 workers in the mines of Norland, of whom 30 percent were women. "
        "In 2018 there were 26,000 female workers in the mines of Norland.",
    ],
)
def test_no_sum_is_an_alarm(text):
    assert "inconsistent" not in {standing for standing, _ in told(figures_of(text), pairs).values()}


def test_people_of_one_nation_among_migrants():
    found = told(
        figures_of(
            "There were 2,500 apprehensions of migrants at the Norland border in 2018. "
            "There were 900 apprehensions of Velmarkers at the Norland border in 2018."
        ),
        pairs,
    )
    ((standing, arithmetic),) = found.values()
    assert standing == "consistent"
    assert "allows" in arithmetic


def test_a_percentage_of_people_stays_a_percentage():
    (share,) = (
        one.figure
        for one in figures_of(
            "In 2018 there were 40,000 workers in the mines of Norland, of whom 30 percent were women."
        )
        if one.figure.kind == "share"
    )
    assert (share.low, share.unit) == (30, "%")
