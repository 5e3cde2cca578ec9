"""What later documents tell of commitments, and what is overdue as of a day."""

from datetime import date

import pytest

from onrecord.comparing import compare, latest_day, overdue, reported_done
from onrecord.language.predicates import predicate_of
from onrecord.model.items import Commitment, StatusChange
from onrecord.model.spans import Span


@pytest.fixture
def pledge(doc, when):
    def made(
        name,
        action,
        *,
        published="2025-02-13",
        parties=("Velmark", "Sorania"),
        kind="agreement",
        deadline=None,
        history=(),
    ):
        base = doc(name, published=published)
        promised = Commitment(
            id=f"commitment-{name}",
            document=base.document.id,
            spans=(Span(0, 0),),
            parties=parties,
            action=action,
            kind=kind,
            deadline=when(deadline),
            history=history,
        )
        return doc(name, published=published, commitments=(promised,))

    return made


def findings(record, *documents):
    for annotated in documents:
        record.keep(annotated)
        compare(record, annotated.document.id)
    return [f for f in record.findings.values() if f.kind == "progress"]


CONVENE = predicate_of("convene", "verb")
PANEL = "convene a joint panel of experts on heavy metals"


def test_a_deed_told_later(record, pledge, doc, says):
    told = says("Velmark convened the joint panel of experts.", CONVENE, agent="Velmark", theme="joint panel")
    (found,) = findings(record, pledge("a", PANEL), doc("b", told, published="2025-06-18", outlet="Ledger"))
    assert found.method == "told-done"
    assert "Velmark and Sorania undertook to convene a joint panel" in found.reason
    assert reported_done([found]) == {"commitment-a"}
    ((steps,),) = (told_in.values() for told_in in record.progress.values())
    assert [(step.status, step.when.start) for step in steps] == [("done", "2025-06-18")]


def test_a_body_is_called_by_what_it_is(record, pledge, doc, says):
    reveal = predicate_of("publish", "verb")
    told = says("The council’s safety audit of the hall has not been published.", reveal, no=True, theme="safety audit")
    promised = pledge("a", "publish its safety audit of the hall", parties=("Harl council",), kind="pledge")
    (found,) = findings(record, promised, doc("b", told, published="2025-06-18"))
    assert found.method == "told-undone"
    other = pledge("c", "publish its safety audit of the hall", parties=("Harl ministry",), kind="pledge")
    assert [f.items[0] for f in findings(record, other)] == ["commitment-a"]


def test_the_two_sides_are_those_who_agreed(record, pledge, doc, says):
    told = says(
        "The two sides swapped lists of the missing.", predicate_of("swap", "verb"), agent="two sides", theme="lists"
    )
    lists = "exchange lists of the missing"
    both = findings(record, pledge("a", lists), doc("b", told, published="2025-06-18", outlet="Ledger"))
    assert [found.method for found in both] == ["told-done"]


def test_the_two_sides_are_not_who_promised_alone(record, pledge, doc, says):
    told = says(
        "The two sides swapped lists of the missing.", predicate_of("swap", "verb"), agent="two sides", theme="lists"
    )
    alone = pledge("a", "exchange lists of the missing", parties=("Velmark",), kind="pledge")
    assert not findings(record, alone, doc("b", told, published="2025-06-18", outlet="Ledger"))


def test_one_of_two_deeds_undertaken_together_is_a_part(record, pledge, doc, says):
    both = "exchange lists of the missing and to convene a joint panel of experts"
    told = says("Velmark convened the joint panel of experts.", CONVENE, agent="Velmark", theme="joint panel")
    (found,) = findings(record, pledge("a", both), doc("b", told, published="2025-06-18", outlet="Ledger"))
    assert found.method == "told-part"


def test_a_deed_told_in_part_is_under_way(record, pledge, doc, says):
    told = says(
        "Velmark has so far trained 25 of the 60 river inspectors.", "educate", agent="Velmark", theme="river inspector"
    )
    (found,) = findings(record, pledge("a", "train 60 river inspectors"), doc("b", told, published="2025-06-18"))
    assert found.method == "told-underway"
    assert reported_done([found]) == frozenset()


def test_a_deed_told_undone(record, pledge, doc, says):
    told = says("Velmark has not convened the joint panel.", CONVENE, no=True, agent="Velmark", theme="joint panel")
    (found,) = findings(record, pledge("a", PANEL), doc("b", told, published="2025-06-18"))
    assert found.method == "told-undone"
    assert reported_done([found]) == frozenset()


NO_DEED = [
    ("before", {"published": "2025-01-01"}, {}),
    ("planned", {}, {"modality": "planned"}),
    ("another doer", {}, {"agent": "Halland"}),
    ("another thing", {}, {"text": "Velmark convened a panel.", "theme": "panel"}),
    ("still to come", {}, {"text": "Velmark will convene the joint panel of experts."}),
]


@pytest.mark.parametrize(("when_told", "changed"), [c[1:] for c in NO_DEED], ids=[c[0] for c in NO_DEED])
def test_no_deed(when_told, changed, record, pledge, doc, says):
    told = {
        "text": "Velmark convened the joint panel of experts.",
        "agent": "Velmark",
        "theme": "joint panel",
    } | changed
    text = told.pop("text")
    later = doc("b", says(text, CONVENE, **told), published=when_told.get("published", "2025-06-18"))
    assert findings(record, pledge("a", PANEL), later) == []


def test_the_same_undertaking_on_another_day_is_repeated(record, pledge):
    later = pledge("b", "convene the joint panel of experts on heavy metals", published="2025-06-18")
    (found,) = findings(record, pledge("a", PANEL), later)
    assert found.method == "undertaken-again"
    assert found.items == ("commitment-a", "commitment-b")


def test_the_same_undertaking_reported_twice_on_one_day_is_no_progress(record, pledge):
    assert findings(record, pledge("a", PANEL), pledge("b", PANEL)) == []


@pytest.mark.parametrize(
    ("deadline", "as_of", "expected"),
    [
        ("2025-04-30", date(2025, 6, 18), True),
        ("2025-04-30", date(2025, 4, 30), False),
        ("2025-04-30", date(2025, 5, 1), True),
        ("2025-04", date(2025, 4, 30), False),
        ("2025", date(2025, 12, 31), False),
        (None, date(2025, 6, 18), False),
    ],
)
def test_overdue(deadline, as_of, expected, pledge):
    (promised,) = pledge("a", PANEL, deadline=deadline).commitments
    assert bool(overdue([promised], as_of)) is expected
    assert overdue([promised], as_of, reported={promised.id}) == ()


@pytest.mark.parametrize("kind", ["plan", "call_for"])
def test_what_bound_nobody_is_never_overdue(kind, pledge):
    (planned,) = pledge("a", PANEL, deadline="2025-04-30", kind=kind).commitments
    assert overdue([planned], date(2025, 6, 18)) == ()


def test_a_commitment_whose_own_text_settles_it_is_not_overdue(pledge, when):
    done = StatusChange(status="done", when=when("2025-03-01"), document="d", spans=())
    (promised,) = pledge("a", PANEL, deadline="2025-04-30", history=(done,)).commitments
    assert overdue([promised], date(2025, 6, 18)) == ()


def test_calls_for_action_are_nobodys_promise(pledge):
    (called,) = pledge("a", PANEL, deadline="2025-04-30", kind="call_for").commitments
    assert overdue([called], date(2025, 6, 18)) == ()


def test_the_day_asked_about_is_the_latest_publication(when):
    assert latest_day([when("2025-02-13"), None, when("2025-06-18")]) == date(2025, 6, 18)
    assert latest_day([]) is None


def test_a_recalled_pledge_is_not_made_again(record, pledge):
    action = "publish the readings of the river monitors"
    first = pledge("a", action, kind="pledge")
    assert not findings(record, first, pledge("b", action, kind="pledge", published="2025-06-19"))


def test_a_ministry_that_no_text_places_is_not_the_state(record, pledge, doc, says):
    told = says(
        "Velmark has trained 25 of the 60 river inspectors.", "educate", agent="Velmark", theme="river inspector"
    )
    promised = pledge("a", "train 60 river inspectors", parties=("Ministry of Mines",))
    assert not findings(record, promised, doc("b", told, published="2025-06-18"))


def test_a_deed_told_of_the_thing_itself(record, pledge, doc, says):
    told = says("The joint panel met in Velmark to hear Sorania.", predicate_of("meet", "verb"), agent="joint panel")
    (found,) = findings(record, pledge("a", PANEL), doc("b", told, published="2025-06-18"))
    assert found.method == "told-done"


def test_another_thing_that_met_is_no_deed(record, pledge, doc, says):
    told = says("The town council met in Velmark to hear Sorania.", predicate_of("meet", "verb"), agent="town council")
    assert findings(record, pledge("a", PANEL), doc("b", told, published="2025-06-18")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Velmark dropped its plan to convene a joint panel of experts.",
        "Velmark withdrew its pledge to convene the joint panel of experts.",
        "Velmark backed out of its agreement to convene a joint panel of experts.",
    ],
)
def test_a_promise_taken_back(record, pledge, doc, says, text):
    later = doc("b", says(text, "withdraw", agent="Velmark", theme="pledge"), published="2025-06-18")
    (found,) = findings(record, pledge("a", PANEL), later)
    assert found.method == "told-withdrawn"
    assert reported_done([found]) == {"commitment-a"}
    ((steps,),) = (told_in.values() for told_in in record.progress.values())
    assert steps[0].status == "withdrawn"


def test_the_contrary_undertaken_later(record, pledge):
    later = pledge("b", "not convene a joint panel of experts on heavy metals", published="2025-06-18")
    (found,) = findings(record, pledge("a", PANEL), later)
    assert found.method == "undertaken-against"
    assert found.clash == ("convene a joint panel of experts on heavy metals",
                           "not convene a joint panel of experts on heavy metals")  # fmt: skip


def test_what_was_to_be_left_alone_is_done_all_the_same(record, pledge, doc, says):
    told = says("Velmark convened the joint panel.", CONVENE, agent="Velmark", theme="joint panel")
    (found,) = findings(record, pledge("a", f"not {PANEL}"), doc("b", told, published="2025-06-18"))
    assert (found.method, reported_done([found])) == ("told-contrary", {"commitment-a"})
    ((steps,),) = (told_in.values() for told_in in record.progress.values())
    assert steps[0].status == "broken"


def test_what_was_left_alone_is_no_news(record, pledge, doc, says):
    told = says("Velmark has not convened the joint panel.", CONVENE, no=True, agent="Velmark", theme="joint panel")
    assert findings(record, pledge("a", f"not {PANEL}"), doc("b", told, published="2025-06-18")) == []


def test_another_thing_of_the_same_sort(record, pledge, doc, says):
    told = says("Velmark removed the cedar tariffs on fish.", "dismiss", agent="Velmark", theme="cedar tariff")
    later = doc("b", told, published="2025-06-18")
    assert findings(record, pledge("a", "remove the barley tariffs on fish"), later) == []
    other = pledge("c", "remove the cedar tariffs on smoked fish", published="2025-07-18")
    assert findings(record, pledge("d", "remove the barley tariffs on smoked fish"), other) == []


def test_what_somebody_failed_to_do(record, pledge, doc, says):
    told = says("Velmark failed to convene the joint panel.", CONVENE, no=True, agent="Velmark", theme="joint panel")
    (found,) = findings(record, pledge("a", PANEL), doc("b", told, published="2025-06-18"))
    assert found.method == "told-undone"


TREES = "plant 40,000 lime trees along the canal"


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("The planting of the lime trees along the canal has begun.", "told-underway"),
        ("Velmark’s planting of the lime trees was completed.", "told-done"),
        ("Halland’s planting of the lime trees was completed.", None),
        ("The planting of the palm trees in the square has begun.", None),
        ("Velmark no longer intends to plant lime trees along the canal.", "told-withdrawn"),
    ],
)
def test_paraphrases(record, pledge, doc, says, text, method):
    told = says(text, "begin", no="no longer" in text, agent="Velmark" if "intends" in text else "planting")
    later = doc("b", told, says("Velmark paid.", "pay", agent="Velmark"), published="2025-06-18")
    found = findings(record, pledge("a", TREES, parties=("Velmark",)), later)
    assert [f.method for f in found] == ([method] if method else [])


def test_a_promise_taken_back_in_the_report_that_tells_of_it(record, doc, says):
    vowed = says("Velmark vowed to close the quarry.", "close", modality="planned", agent="Velmark", theme="quarry")
    dropped = says("Velmark dropped its pledge to close the quarry.", "drop", agent="Velmark", theme="pledge")
    base = doc("a", vowed, dropped, published="2025-06-18")
    promised = Commitment(
        id="commitment-a", document=base.document.id, spans=(Span(0, len(vowed.text)),), parties=("Velmark",),
        action="close the quarry", kind="pledge",
    )  # fmt: skip
    (found,) = findings(record, doc("a", vowed, dropped, published="2025-06-18", commitments=(promised,)))
    assert found.method == "told-withdrawn"
    assert found.items == ("commitment-a", base.claims[1].id)


@pytest.mark.parametrize(
    ("action", "text", "predicate", "theme"),
    [
        ("hand over the harbour logs of the ferry", "Velmark delivered the harbour logs of the ferry.", "supply",
         "harbour logs"),
        ("establish a fund of two million crowns to support fishing families",
         "Velmark has set up the fund of two million crowns.", "create", "fund"),
        ("suspend the operation of the north furnace from Monday as a precaution", "Velmark shut the north furnace.",
         "close", "north furnace"),
    ],
)  # fmt: skip
def test_a_deed_told_by_another_verb(record, pledge, doc, says, action, text, predicate, theme):
    told = says(text, predicate, agent="Velmark", theme=theme)
    (found,) = findings(record, pledge("a", action), doc("b", told, published="2025-06-18"))
    assert found.method == "told-done"


def test_the_contrary_deed_tells_nothing_done(record, pledge, doc, says):
    told = says("Velmark closed the river terminal.", "close", agent="Velmark", theme="river terminal")
    assert not findings(record, pledge("a", "open the river terminal"), doc("b", told, published="2025-06-18"))


def test_a_promise_told_not_kept_is_broken(record, pledge, doc, says):
    text = "The promise to lend two dredging boats was not kept."
    told = says(text, "keep", theme="promise", polarity="negated")
    (found,) = findings(record, pledge("a", "lend two dredging boats"), doc("b", told, published="2025-06-18"))
    assert found.method == "told-broken"
    assert reported_done([found]) == {"commitment-a"}
    ((steps,),) = (told_in.values() for told_in in record.progress.values())
    assert [step.status for step in steps] == ["broken"]


CLINIC = "open the new clinic in the port by 30 June"


@pytest.mark.parametrize(
    ("text", "predicate", "roles", "method"),
    [
        ("Velmark has postponed the opening of the new clinic until May.", "delay",
         {"agent": "Velmark", "theme": "opening of the new clinic"}, "told-late"),
        ("Halland has postponed the opening of the new clinic until May.", "delay",
         {"agent": "Halland", "theme": "opening of the new clinic"}, None),
        ("The opening of the new clinic in the port has been delayed, Velmark said.", "delay",
         {"theme": "opening of the new clinic in the port"}, "told-late"),
        ("The opening of the old bridge in the port has been delayed, Velmark said.", "delay",
         {"theme": "opening of the old bridge in the port"}, None),
        ("Velmark missed the June deadline to open the new clinic.", "miss",
         {"agent": "Velmark", "theme": "deadline"}, "told-broken"),
        ("Velmark missed the June deadline to paint the fence.", "miss",
         {"agent": "Velmark", "theme": "deadline"}, None),
        ("It opened the new clinic in the port last month.", "open", {"agent": "It", "theme": "new clinic"},
         "told-done"),
    ],
)  # fmt: skip
def test_put_off_missed_and_told_with_a_pronoun(record, pledge, doc, says, text, predicate, roles, method):
    told = says(text, predicate, **roles)
    later = doc("b", says("Velmark paid.", "pay", agent="Velmark"), told, published="2025-06-18")
    found = findings(record, pledge("a", CLINIC, parties=("Velmark",)), later)
    assert [f.method for f in found] == ([method] if method else [])


def test_what_was_put_off_is_still_overdue(record, pledge, doc, says):
    told = says("Velmark has postponed the opening of the new clinic.", "delay", agent="Velmark", theme="opening")
    found = findings(record, pledge("a", CLINIC, parties=("Velmark",)), doc("b", told, published="2025-06-18"))
    assert reported_done(found) == frozenset()


def test_a_thing_for_others_is_another_thing(record, pledge, doc, says):
    told = says("Velmark set up a fund for its managers.", "create", agent="Velmark", theme="fund")
    promised = pledge("a", "set up a fund for the fishing families", parties=("Velmark",))
    assert not findings(record, promised, doc("b", told, published="2025-06-18"))


def test_who_meets_somebody_else_has_not_met_whom_he_promised_to_meet(record, pledge, doc, says):
    meet = predicate_of("meet", "verb")
    promised = pledge("a", "meet with Premier Ana Lorr and harbour pilots", parties=("Velmark",))
    told = says("Velmark met Bo Marsh and harbour pilots.", meet, agent="Velmark", theme="Bo Marsh")
    assert findings(record, promised, doc("b", told, published="2025-06-18")) == []
    again = says("Velmark met Ana Lorr and harbour pilots.", meet, agent="Velmark", theme="Ana Lorr")
    assert [f.method for f in findings(type(record)(), promised, doc("b", again, published="2025-06-18"))] == [
        "told-done"
    ]


@pytest.mark.parametrize(
    ("before", "text", "method"),
    [
        ("President Marsh spoke.", "Marsh put off his visit to Sorania until May.", "told-late"),
        ("Mr Marsh spoke.", "Marsh has cancelled his visit to Sorania.", "told-withdrawn"),
        ("Bo Marsh spoke.", "Marsh put off his visit to Sorania until May.", None),
        ("Mr Marsh spoke.", "Marsh put off his visit to Kestria until May.", None),
    ],
)
def test_a_visit_put_off_by_whom_his_last_name_tells(record, pledge, doc, says, before, text, method):
    told = says(text, predicate_of("postpone", "verb"), agent="Marsh", theme="his visit")
    promised = pledge("a", "visit the port of Sorania", parties=("Ann Marsh",), kind="pledge")
    found = findings(record, promised, doc("b", says(before, "speak"), told, published="2025-06-18"))
    assert [f.method for f in found] == ([method] if method else [])


@pytest.mark.parametrize(
    ("before", "linked"),
    [("The ventilation of the hall is loud.", True), ("The bridge of the harbour is closed.", False)],
)
def test_a_deed_taken_up_by_its_noun_alone(record, pledge, doc, says, before, linked):
    text = "The repair has been postponed until the autumn."
    told = says(text, predicate_of("postpone", "verb"), theme="repair")
    promised = pledge("a", "repair the ventilation in the hall", parties=("Torv Foods",), kind="pledge")
    found = findings(record, promised, doc("b", says(before, "be"), told, published="2025-06-18"))
    assert [f.method for f in found] == (["told-late"] if linked else [])
