"""Whose a document is: releases, and the minutes of meetings."""

import pytest

from onrecord.annotating.issuers import are_minutes, assembly_of, issuer_called, issuer_of
from onrecord.annotating.surroundings import Surroundings


@pytest.fixture
def told(undertaken):
    """What one of the functions says of a text."""

    def of(function, text, *more, **given):
        return undertaken(text, lambda a, e, s: function(Surroundings(a, e, s), *more), **given)

    return of


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Minutes of the meeting of Vell Parish Council held on 3 June.", "Vell Parish Council"),
        ("MINUTES of the Licensing Committee of Tarn, 6 September", "Licensing Committee of Tarn"),
        ("Action points from the Harbour Users' Forum, 14 December", "Harbour Users' Forum"),
    ],
)
def test_minutes_name_who_met(told, text, body):
    assert told(are_minutes, text)
    assert told(assembly_of, text) == (body,)


def test_a_report_is_nobodys(told):
    text = "Torv Marine closed the yard in minutes. Torv Marine is large. Torv Marine is old."
    assert not told(are_minutes, text)
    assert told(issuer_of, text, bodies="Torv Marine") == ()


def test_a_release_is_of_the_body_that_it_is_about(told):
    text = "Torv Marine opens a yard. Torv Marine hires. Torv Marine and the Tarn Guild met."
    assert told(issuer_of, text, bodies="Torv Marine|Tarn Guild", genre="release") == ("Torv Marine",)
    assert told(issuer_of, text, bodies="Tarn Guild", genre="release") == ()
    assert told(issuer_of, text, genre="release", outlet="Tarn Guild") == ("Tarn Guild",)


@pytest.mark.parametrize(("noun", "name"), [("federation", "Tarn Federation of Crews"), ("crews", None)])
def test_an_issuer_is_called_by_its_noun(told, noun, name):
    assert told(issuer_called, "x", noun, genre="release", outlet="Tarn Federation of Crews") == name


@pytest.mark.parametrize(
    ("outlet", "own"), [("Town of Vell", True), ("Vell Town Crier", False), ("City Herald", False)]
)
def test_a_place_puts_out_papers_of_its_own(told, outlet, own):
    assert bool(told(issuer_of, "x", outlet=outlet)) is own


@pytest.mark.parametrize(
    ("outlet", "text", "own"),
    [
        ("Vell County Water", "We will mend our pipes by May.", True),
        ("Vell County Water", "The county will mend its pipes by May.", False),
        ("Vell County Water", "“We will mend our pipes, and ours alone,” said Ann Lee.", False),
        ("Vell Sun", "We sent our reporter to the pipes.", False),
        ("Pipes", "We will mend our pipes by May.", False),
        ("Coastguard Service of Vell", "Two officers will be hired.", True),
    ],
)
def test_a_body_speaks_of_us_in_its_own_text(told, outlet, text, own):
    assert bool(told(issuer_of, text, outlet=outlet)) is own


def test_what_two_put_out_together_is_of_both(told):
    outlet = "Joint release of Vell Rail and the Crews' League"
    assert told(issuer_of, "x", genre="release", outlet=outlet) == ("Vell Rail", "Crews' League")


def test_minutes_are_told_by_their_title_too(told):
    given = {"title": "Minutes, actions agreed", "outlet": "Vell Port Users' Association"}
    assert told(are_minutes, "Harbour master to mark the wreck.", **given)
    assert told(assembly_of, "Harbour master to mark the wreck.", **given) == ("Vell Port Users' Association",)
