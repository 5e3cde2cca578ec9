"""Undertakings: their kind, parties, action, deadline, and what only looks like one."""

import msgspec
import pytest

from onrecord.annotating.commitments import find_commitments
from onrecord.language.parsing import Analysis, ParsedBlock

CASES = [
    # text, kind, parties, action
    ("Ann Lee promised to open the port.", "pledge", ("Ann Lee",), "open the port"),
    (
        "Ann Lee vowed to close the bridge by the end of 2027.",
        "pledge",
        ("Ann Lee",),
        "close the bridge by the end of 2027",
    ),
    (
        "Norland and Sudmark agreed to share harbour records.",
        "agreement",
        ("Norland", "Sudmark"),
        "share harbour records",
    ),
    ("Norland agreed to a joint inspection programme.", "agreement", ("Norland",), "a joint inspection programme"),
    (
        "The ministry will start expelling smugglers, officials said Tuesday.",
        "plan",
        ("ministry",),
        "start expelling smugglers",
    ),
    ("The council is expected to vote on the levy.", "plan", ("council",), "vote on the levy"),
    ("Ann Lee urged Sudmark to release the crew.", "call_for", ("Ann Lee",), "release the crew"),
    ("Ann Lee called for a summit on the strait.", "call_for", ("Ann Lee",), "a summit on the strait"),
    ("Ann Lee ordered the navy to search the ferries.", "order", ("Ann Lee",), "search the ferries"),
    ("Ann Lee said she would open the port.", "pledge", ("Ann Lee",), "open the port"),
    ("Ann Lee ordered that the files be released.", "order", ("Ann Lee",), "the files be released"),
    ("Ann Lee called for Sudmark to release the crew.", "call_for", ("Ann Lee",), "release the crew"),
    ("Ann Lee called on Sudmark to release the crew.", "call_for", ("Ann Lee",), "release the crew"),
    ("Crews recalled Ann Lee’s vow to widen the strait.", "pledge", ("Ann Lee",), "widen the strait"),
    ("Ann Lee announced plans to widen the strait.", "plan", ("Ann Lee",), "widen the strait"),
    ("Ann Lee went home with plans to widen the strait.", "plan", ("Ann Lee",), "widen the strait"),
    ("Most of the ministers vowed to widen the strait.", "pledge", ("ministers",), "widen the strait"),
    ("Ann Lee told the crews to leave the port.", "order", ("Ann Lee",), "leave the port"),
    ("Ann Lee proposed closing the port.", "call_for", ("Ann Lee",), "closing the port"),
    ("Ann Lee promised that the tolls will not be raised.", "pledge", ("Ann Lee",), "the tolls will not be raised"),
]


@pytest.mark.parametrize(("text", "kind", "parties", "action"), CASES)
def test_an_undertaking(undertaken, text, kind, parties, action):
    (found,) = undertaken(text, find_commitments, people="Ann Lee", places="Norland|Sudmark")
    assert (found.kind, found.parties, found.action) == (kind, parties, action)
    assert found.history[0].status == "announced"
    assert found.history[0].spans == found.spans


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee opened the port.", "Ann Lee refused to open the port.", "Ann Lee did not promise to open the port.",
        "Will Ann Lee open the port?", "If Ann Lee promised to open the port, nobody heard it.", "It will rain.",
        "Ann Lee could agree to open the port.", "The price will rise.", "Ann Lee hopes to win.",
        "The port will be busy.", "The nomination promised to bring trouble.", "Ann Lee demanded to know the price.",
        "Ann Lee said Bo Falk will sink the ferry.", "Ann Lee said it would take two months.",
        "Two thirds of voters say they will vote.", "Many fear Ann Lee will close the port.",
        "Ann Lee agreed to talk on condition of anonymity.", "Ann Lee won’t rule out a tunnel.",
        "The strike lasted longer than Ann Lee had planned to wait.",
        "They are no longer urging sailors to stay.",
    ],
)  # fmt: skip
def test_what_only_looks_like_one(undertaken, text):
    assert not undertaken(text, find_commitments, people="Ann Lee")


def test_a_first_person_pledge_is_the_speakers(undertaken):
    text = "“We will rebuild the harbour within six months,” said Ann Lee."
    (found,) = undertaken(
        text,
        find_commitments,
        people="Ann Lee",
        quotes=[("We will rebuild the harbour within six months,", "Ann Lee", "Norland")],
    )
    assert (found.kind, found.parties, found.statement) == ("pledge", ("Norland",), "statement-0")
    assert (found.deadline.start, found.deadline.end, found.deadline.text) == (
        "2019-06-12",
        "2019-12-13",
        "within six months",
    )


def test_talking_about_the_talk_is_no_pledge(undertaken):
    text = "I’ll turn it over to my colleague. I’ll say this. We’ll go to the next question."
    assert not undertaken(text, find_commitments, quotes=[(text, "official", "Norland")], kind="turn")


def test_counterparts_and_condition(undertaken):
    (found,) = undertaken(
        "Ann Lee pledged to meet with Bo Falk if the crew is freed.", find_commitments, people="Ann Lee|Bo Falk"
    )
    assert found.counterparts == ("Bo Falk",)
    assert found.condition == "if the crew is freed"


def test_who_is_urged_is_the_counterpart(undertaken):
    (found,) = undertaken(
        "Ann Lee urged Sudmark to release the crew.", find_commitments, people="Ann Lee", places="Sudmark"
    )
    assert found.counterparts == ("Sudmark",)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_list_gives_one_commitment_an_item_with_common_parties(undertaken, between):
    text = (
        "France, Spain and Portugal met. I’ll go over the steps our three countries committed to.\n"
        "So, first, we committed to widening the channel.\n"
        "Second, we agreed to review the tolls by the end of 2027.\n"
        "Fourth, to share the pilots’ records.\n"
        "Five, to commit to building a joint tower.\n"
        "And finally, sixth, both Spain and Portugal committed to post officers at the lock.\n"
        "And lastly, the group committed to gather once more in the autumn."
    )
    text = text.replace("\n", between)
    found = undertaken(text, find_commitments, places="France|Spain|Portugal", kind="turn")
    everyone = ("France", "Portugal", "Spain")
    assert [(c.action, c.parties) for c in found] == [
        ("widening the channel", everyone),
        ("review the tolls by the end of 2027", everyone),
        ("share the pilots’ records", everyone),
        ("building a joint tower", everyone),
        ("post officers at the lock", ("Spain", "Portugal")),
        ("gather once more in the autumn", everyone),
    ]
    assert found[1].deadline.end == "2028-01-01"
    assert (found[5].deadline.start, found[5].deadline.precision) == ("2019-09-01", "season")
    assert all(span.of(text) for c in found for span in c.spans)


def test_steps_after_a_colon(undertaken):
    text = "We agreed to two measures: to share the records of the port; and agreed to a set of dates for the work."
    found = undertaken(text, find_commitments, quotes=[(text, "official", "Norland")])
    assert [c.action for c in found] == ["share the records of the port", "a set of dates for the work"]


def test_a_recalled_promise_is_not_announced_again(undertaken):
    text = "The panel met without the logs that Ann Lee had promised to publish by the end of March."
    (found,) = undertaken(text, find_commitments, people="Ann Lee")
    assert (found.action, found.announced) == ("publish the logs by the end of March", None)
    assert found.deadline.end == "2019-04-01"


def test_a_recalled_promise_keeps_the_time_it_was_made(undertaken):
    (found,) = undertaken(
        "Ann Lee had promised in May to publish the logs by July.", find_commitments, people="Ann Lee"
    )
    assert (found.announced.start, found.deadline.end) == ("2019-05-01", "2019-08-01")


def states(analysis, entities, statements):
    entities = tuple(msgspec.structs.replace(e, party=e.name) if e.kind == "place" else e for e in entities)
    return find_commitments(analysis, entities, statements)


@pytest.mark.parametrize(
    "subject", ["The two countries", "Both governments", "The delegations", "Our two nations", "The two sides"]
)
def test_sides_are_the_countries_the_document_is_about(undertaken, subject):
    text = f"Norland and Sudmark met. {subject} agreed to open the port."
    (found,) = undertaken(text, states, places="Norland|Sudmark")
    assert found.parties == ("Norland", "Sudmark")


def test_sides_that_nothing_names_stay_unnamed(undertaken):
    (found,) = undertaken("The two countries agreed to open the port.", states, places="Norland")
    assert found.parties == ()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Ministry of Mines met. The ministry promised to open the port.", ("Ministry of Mines",)),
        ("Several candidates for the nomination demanding a truce left.", ("candidates for the nomination",)),
        ("The workers vowed to block the port.", ("workers",)),
    ],
)
def test_only_those_who_can_bind_themselves_are_parties(undertaken, text, parties):
    (found,) = undertaken(text, find_commitments, bodies="Ministry of Mines")
    assert found.parties == parties


def test_company_is_no_undertaking(undertaken):
    assert not undertaken("Ann Lee will be joined by Bo Falk.", find_commitments, people="Ann Lee|Bo Falk")


def test_a_list_of_its_own_gives_one_commitment_an_item(undertaken):
    opening = "The Ministry of Mines agreed to the following steps:"
    items = ["to train 60 guards by the end of 2027;", "to convene a panel with Norland by 30 April 2027; and",
             "to publish its logs."]  # fmt: skip
    text = "\n\n".join([opening, *items])

    def listed(analysis, entities, statements):
        blocks = [
            ParsedBlock(number, msgspec.structs.replace(one.block, kind="list_item"), one.offset, one.doc)
            if number
            else one
            for number, one in enumerate(analysis.blocks)
        ]
        return find_commitments(Analysis(analysis.document, tuple(blocks), analysis.encoded), entities, statements)

    found = undertaken(text, listed, bodies="Ministry of Mines")
    assert [(c.action, c.kind, c.parties) for c in found] == [
        ("train 60 guards by the end of 2027", "agreement", ("Ministry of Mines",)),
        ("convene a panel with Norland by 30 April 2027", "agreement", ("Ministry of Mines",)),
        ("publish its logs", "agreement", ("Ministry of Mines",)),
    ]
    assert found[0].deadline.end == "2028-01-01"


def test_when_a_thing_is_done_by_is_nobody_who_does_it(undertaken):
    made = undertaken("A joint panel of six experts, three from each side, will be appointed by 22 March.")
    assert not [party for one in made for party in one.parties if "March" in party]


def test_an_impossible_deadline_is_kept_as_written(undertaken):
    (found,) = undertaken("Ann Lee promised to open the port on 31 February.", find_commitments, people="Ann Lee")
    assert "31 February" in found.action
    assert found.deadline is None or found.deadline.start is None


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("Ann Lee promised to open the port on 31 February.", ("impossible_date",)),
        ("Ann Lee promised to open the port by May 2018.", ("due_before_announced",)),
        ("Ann Lee promised to open the port by May 3, 2020 or by June 2, 2020.", ("contradictory_dates",)),
        ("Ann Lee promised to open the port by May 2021.", ()),
    ],
)
def test_dates_that_do_not_add_up_are_flagged_and_stand_as_written(undertaken, text, doubts):
    (found,) = undertaken(text, find_commitments, people="Ann Lee")
    assert found.doubts == doubts
    assert found.deadline.text in text


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Ann Lee vowed to open the port.", "firm"),
        ("Ann Lee promised to try to open the port.", "soft"),
        ("Ann Lee urged Bo Falk to open the port.", "call"),
    ],
)
def test_how_far_words_bind(undertaken, text, strength):
    (found,) = undertaken(text, find_commitments, people="Ann Lee|Bo Falk")
    assert found.strength == strength


def test_a_deadline_may_stand_after_the_verb_that_takes_a_thing(undertaken):
    (found,) = undertaken("Ann Lee ordered a review by Friday.", find_commitments, people="Ann Lee")
    assert found.deadline.text == "by Friday"


def test_a_time_in_a_clause_of_the_action_is_no_deadline(undertaken):
    text = "Ann Lee promised to open the port after the ferry sank in May 2018."
    (found,) = undertaken(text, find_commitments, people="Ann Lee")
    assert found.deadline is None


def test_who_says_it_is_who_a_pronoun_means(undertaken):
    text = "Ann Lee met Bo Falk. She said she would open the port, and Falk left. He promised nothing."
    found = undertaken(text, find_commitments, people="Ann Lee|Bo Falk")
    assert [(c.parties, c.action) for c in found] == [(("Ann Lee",), "open the port")]


@pytest.mark.parametrize(
    ("text", "parties", "action"),
    [
        (
            "Growers want Norland to act and have called on the ministry to hold a hearing.",
            ("Growers",), "hold a hearing",
        ),
        ("The union’s demand that the pit be closed was heard.", ("union",), "the pit be closed"),
        ("Ann Lee wrote to the press and the families planned to leave the island.", ("families",), "leave the island"),
        ("The fair closed after Norland and nine unions called for a boycott.", ("Norland", "unions"), "a boycott"),
        ("The agency gave the firms 90 days to file a plan.", ("agency",), "file a plan"),
        ("Under the deal, Norland will release the crew, according to the ministry.", ("Norland",), "release the crew"),
        ("Ann Lee gave her word that she would open the port.", ("Ann Lee",), "open the port"),
    ],
)  # fmt: skip
def test_whose_it_is_where_the_clause_is_built_otherwise(undertaken, text, parties, action):
    (found,) = undertaken(text, find_commitments, people="Ann Lee", places="Norland|Sudmark")
    assert (found.parties, found.action) == (parties, action)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee backed away from his claim that Norland had threatened to close the port.",
        "The level at which the agency recommends action is low.",
        "We have to be ready to stop the ferry, Ann Lee said.",
        "Ann Lee had the last word to say.",
    ],
)
def test_what_is_said_of_another_or_needed_is_none(undertaken, text):
    assert not undertaken(text, find_commitments, people="Ann Lee", places="Norland|Sudmark")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Norland pledged to open the port no later than 4 May 2031.", [(None, "2031-05-05")]),
        ("Norland pledged to open the port prior to 4 May 2031.", [(None, "2031-05-04")]),
        (
            "Norland pledged to open the port by 4 May 2031 and to hold a fair before 9 June 2031.",
            [(None, "2031-05-05"), (None, "2031-06-09")],
        ),
        ("Norland will allow the crews it held last year to return by 4 May 2031.", [(None, "2031-05-05")]),
        ("Norland pledged to open the port and hold a fair by 4 May 2031.", [(None, "2031-05-05")]),
    ],
)
def test_each_deed_falls_due_by_its_own_words(undertaken, text, due):
    found = undertaken(text, find_commitments, places="Norland|Sudmark")
    assert [(c.deadline.start, c.deadline.end) for c in found] == due


def test_they_are_those_two_whom_a_sentence_before_the_last_was_about(undertaken):
    text = "Ann Lee and Bo Falk met on the quay. It was cold. They agreed to dredge the strait."
    (found,) = undertaken(text, find_commitments, people="Ann Lee|Bo Falk")
    assert found.parties == ("Ann Lee", "Bo Falk")


def test_a_list_may_go_on_a_sentence_without_a_verb(undertaken):
    text = "In good faith, the Ministry of Mines:\n\nwill lend two boats to the port;\n\nundertakes to warn the crews."

    def listed(analysis, entities, statements):
        blocks = [
            ParsedBlock(number, msgspec.structs.replace(one.block, kind="list_item"), one.offset, one.doc)
            if number
            else one
            for number, one in enumerate(analysis.blocks)
        ]
        return find_commitments(Analysis(analysis.document, tuple(blocks), analysis.encoded), entities, statements)

    found = undertaken(text, listed, bodies="Ministry of Mines")
    assert [(c.action, c.kind, c.parties) for c in found] == [
        ("lend two boats to the port", "pledge", ("Ministry of Mines",)),
        ("warn the crews", "pledge", ("Ministry of Mines",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kell Ltd gave the union an assurance that no job would go.",
        "Kell Ltd made a promise to the union to keep the mill open.",
        "Kell Ltd assured the union that it would keep the mill open.",
        "Kell Ltd agreed with the union to keep the mill open.",
    ],
)
def test_to_whom_a_promise_is_made_is_its_counterpart(undertaken, text):
    (found,) = undertaken(text, bodies="Kell Ltd")
    assert (found.parties, found.counterparts) == (("Kell Ltd",), ("union",))


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (
            "The ministry will repair the roof and will repaint its doors by May.",
            ["repair the roof", "repaint its doors by May"],
        ),
        (
            "The council agreed to repair the roof damaged in the storm and will paint the doors.",
            ["repair the roof damaged in the storm", "paint the doors"],
        ),
    ],
)
def test_what_a_second_will_undertakes_stands_apart(undertaken, text, actions):
    found = undertaken(text)
    assert [c.action for c in found] == actions
    assert not found[0].spans[0].overlaps(found[1].spans[0])
    assert found[0].parties == found[1].parties


def test_a_condition_ends_where_the_quotation_ends(undertaken):
    text = 'Ann Lee spoke. "We will open the port as long as the talks go on," she added.'
    (found,) = undertaken(text, people="Ann Lee", quotes=[("We will open the port as long", "Ann Lee", None)])
    assert found.condition == "as long as the talks go on"
