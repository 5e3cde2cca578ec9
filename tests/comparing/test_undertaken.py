"""What an undertaking is about, part by part."""

import msgspec
import pytest

from onrecord.comparing.undertaken import numbers_in, parts_of
from onrecord.model.items import Commitment
from onrecord.model.spans import Span


@pytest.fixture
def parts(doc):
    def made(action, said=None):
        text = said or f"The Harl Port Board will {action}."
        base = msgspec.structs.replace(doc("a").document, text=text)
        start = text.index(action)
        commitment = Commitment(
            id="commitment-a", document=base.id, spans=(Span(start, start + len(action)),),
            parties=("Harl Port Board",), action=action, kind="pledge",
        )  # fmt: skip
        return parts_of(commitment, base)

    return made


def test_deeds_joined_under_one_trigger_are_parts(parts):
    found = parts("dredge the inner basin, to repair the eastern pier and to hire forty lock keepers")
    assert [part.action.split()[0] for part in found] == ["dredge", "repair", "hire"]
    assert not any(part.whole for part in found)
    assert "pier" in found[1].words
    assert "pier" not in found[0].words or found[0].words["pier"] < found[1].words["pier"]
    assert found[2].numbers == {40.0}


def test_what_others_are_to_be_asked_is_one_part(parts):
    (part,) = parts("ask the ports to hire guards and close the gates")
    assert part.verb == "ask"
    assert part.whole


def test_nouns_joined_by_and_are_one_part(parts):
    (part,) = parts("repair the pier and the breakwater")
    assert part.whole
    assert {"pier", "breakwater"} <= part.words.keys()


def test_what_is_left_alone_is_kept_from(parts):
    (part,) = parts("not raise the mooring fees")
    assert part.kept_from
    assert part.action == "raise the mooring fees"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("forty inspectors", {40.0}),
        ("twenty-two diesel sets", {22.0}),
        ("four hundred stewards", {400.0}),
        ("1,200 beds by 2031", {1200.0}),
        ("one new bridge", set()),
        ("three million crowns", {3_000_000.0}),
    ],
)
def test_numbers(words, told):
    assert numbers_in(words) == told


@pytest.mark.parametrize(
    ("action", "verb", "held"),
    [
        ("turnstiles at all grounds are to be fitted with counters", "fitted", {"turnstile", "counter"}),
        ("an inquiry will report on the crush", "report", {"inquiry", "crush"}),
    ],
)
def test_a_promise_told_as_a_clause_is_about_its_subject(parts, action, verb, held):
    (part,) = parts(action, f"{action}.")
    assert part.action.startswith(verb)
    assert {one for one in held if any(word.startswith(one[:6]) for word in part.words)} == held


def test_names_and_the_party_tell_less_than_things(parts):
    (part,) = parts("repair the Drovia pier of the Harl Port Board")
    assert part.words["pier"] > part.words["drovia"] > part.words["harl"]
