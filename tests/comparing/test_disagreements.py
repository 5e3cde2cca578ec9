"""Pairs without a shared proposition: who meets, what the gates turn away, and what the model's word makes of the rest.

The model is a stand-in that finds a contradiction where one text says "no" or "not" and the other does not. All
disputes are invented.
"""

import msgspec
import numpy as np
import pytest

from onrecord.comparing import DEFAULT_SCORE, compare
from onrecord.comparing.disagreements import MOST_GLANCED, MOST_READ, pairs_of
from onrecord.comparing.judging import Judging
from onrecord.comparing.keys import loose_topic
from onrecord.comparing.sides import Context

HOLT = {"by": "Dagny Holt", "party": "Velmark"}
MARAN = {"by": "Ilse Maran", "party": "Sorania"}
REST = "The Orra smelter near Lundby was discussed by the Velmark committee and the Sorania delegation."


def denies(text):
    return bool({"no", "not", "never"} & set(text.lower().rstrip(".").split()))


def judge(pairs):
    sure, unlike = (0.02, 0.03, 0.95), (0.1, 0.85, 0.05)
    rows = [sure if denies(one) != denies(other) else unlike for one, other in pairs]
    return np.array(rows, dtype=np.float32).reshape(-1, 3)


def always(row):
    def said(pairs):
        return np.array([row] * len(pairs))

    return Judging(said, said)


def two(doc, says, one, other, **more):
    """Two documents on one matter, each with its claim and a sentence that says what the matter is."""
    setting = says(REST, "discuss", agent="Velmark committee", theme="Orra smelter", modality="demanded")
    first, second = says(one[0], one[1], **one[2]), says(other[0], other[1], **other[2])
    return doc("a", setting, first), doc("b", setting, second, **more)


def found(memory, made, judging=None):
    record = memory()
    for each in made:
        record.keep(each)
        compare(record, each.document.id, judging=judging or Judging(judge, judge))
    return [f for f in record.findings.values() if f.method == "entailment"]


TAKEN = [
    (
        "nothing but the words in common",
        ("The furnace of the Orra smelter was cold all winter.", "cold", {"theme": "furnace", **HOLT}),
        ("The Orra smelter did not stop its furnace.", "stop", {"no": True, "agent": "smelter", **MARAN}),
    ),
    (
        "what a speaker says and the report tells",
        ("Nobody warned the Orra smelter, not once.", "warn", {"no": True, "theme": "smelter", **HOLT}),
        ("Three letters warned the Orra smelter.", "alert", {"agent": "letter", "theme": "smelter"}),
    ),
]

TURNED_AWAY = [
    (
        "the deed denied the other way round",
        ("The Orra smelter owes the Harl grid 40 crowns.", "owe", {"agent": "smelter", "recipient": "grid", **HOLT}),
        (
            "The Harl grid does not owe the Orra smelter a crown.",
            "owe",
            {"no": True, "agent": "grid", "recipient": "smelter", **MARAN},
        ),
    ),
    (
        "a demand",
        ("The furnace of the Orra smelter was cold all winter.", "cold", {"theme": "furnace", **HOLT}),
        ("The Orra smelter must not stop its furnace.", "stop", {"modality": "demanded", "no": True, **MARAN}),
    ),
    (
        "another year",
        ("The Orra smelter ran its furnace in 2019.", "run", {"about": "2019", "theme": "furnace", **HOLT}),
        ("The Orra smelter did not run its furnace in 2024.", "stop", {"about": "2024", "no": True, **MARAN}),
    ),
    (
        "another place",
        ("The smelter furnace at Lundby is cold.", "cold", {"theme": "furnace", "place": "Lundby", **HOLT}),
        ("The smelter furnace at Harl is not cold.", "warm", {"place": "Harl", "no": True, **MARAN}),
    ),
    (
        "another voice's hedge",
        ("The Orra smelter may stop its furnace.", "stop", {"modality": "possible", "hedge": "may", **HOLT}),
        ("The Orra smelter did not cool its furnace.", "cool", {"no": True, **MARAN}),
    ),
    (
        "a question",
        ("Is the furnace of the Orra smelter not cold?", "cold", {"modality": "asked", "no": True, **HOLT}),
        ("The Orra smelter let its furnace go cold.", "let", MARAN),
    ),
    (
        "two stretches taken for one",
        ("The smelter furnace went cold — to buyers all winter.", "cold", HOLT),
        ("The Orra smelter did not let its furnace go cold.", "let", {"no": True, **MARAN}),
    ),
    (
        "what only the words before tell",
        ("The Orra smelter does not have that.", "have", {"no": True, **HOLT}),
        ("The Orra smelter let its furnace go cold.", "let", MARAN),
    ),
]


@pytest.mark.parametrize(("name", "one", "other"), TAKEN, ids=[case[0] for case in TAKEN])
def test_taken(memory, says, doc, name, one, other):
    (finding,) = found(memory, two(doc, says, one, other))
    assert finding.kind == "contradiction"
    assert finding.entailment.contradicts == (0.95, 0.95)
    assert finding.reason.count("“") == 2
    assert "differ" not in {finding.checks.time, finding.checks.place, finding.checks.referent}


def test_one_kind_of_deed_to_another_thing_stands_in_no_default_list(memory, says, doc):
    one = ("The Orra smelter stores mercury.", "store", {"agent": "Orra smelter", "theme": "mercury", **HOLT})
    other = ("The Orra smelter does not store zinc.", "store", {"theme": "zinc", "no": True, **MARAN})
    assert all(finding.score < DEFAULT_SCORE for finding in found(memory, two(doc, says, one, other)))


@pytest.mark.parametrize(("name", "one", "other"), TURNED_AWAY, ids=[case[0] for case in TURNED_AWAY])
def test_turned_away_before_the_model_is_asked(memory, says, doc, name, one, other):
    asked = []

    def listening(pairs):
        asked.extend(pairs)
        return judge(pairs)

    assert found(memory, two(doc, says, one, other), Judging(listening, judge)) == []
    assert not any({one[0], other[0]} == set(pair) for pair in asked)


def test_a_date_against_another_tense_is_told_and_never_in_the_default_list(memory, says, doc):
    now = ("The Orra smelter runs its furnace.", "run", {"theme": "furnace", **HOLT})
    then = ("In 2009 the Orra smelter did not run its furnace.", "stop", {"about": "2009", "no": True, **MARAN})
    (finding,) = found(memory, two(doc, says, now, then))
    assert finding.checks.time == "differ"
    assert finding.score < DEFAULT_SCORE
    assert "though they may speak of two times" in finding.reason


def test_another_deed_of_what_is_only_called_by_the_thing_denied_is_never_in_the_default_list(memory, says, doc):
    scrap = ("Orra mills sell mercury scrap to Sorania.", "sell", {"agent": "mill", "theme": "mercury scrap", **HOLT})
    none = (
        "The Orra mills do not refine mercury.",
        "refine",
        {"agent": "mill", "theme": "mercury", "no": True, **MARAN},
    )
    (finding,) = found(memory, two(doc, says, scrap, none))
    assert finding.score < DEFAULT_SCORE
    itself = ("Orra mills sell mercury to Sorania.", "sell", {"agent": "mill", "theme": "mercury", **HOLT})
    (other,) = found(memory, two(doc, says, itself, none))
    assert other.score >= DEFAULT_SCORE


@pytest.mark.parametrize(
    ("there", "count"),
    [
        ("Orra and the boards of Ulm, Fenn and Sall", 1),
        ("Tarn and the boards of Ulm, Fenn and Sall's mill", 0),
        ("Tarn", 1),  # who names little is not set apart by it
    ],
)
def test_two_quarrels_over_like_things_are_one_matter_only_with_a_name_in_common(memory, says, doc, there, count):
    setting = "The smelter furnace at {} was discussed with the smelter crew."
    here = "Orra and the boards of Kell, Marn and Iver"
    one = says("The smelter furnace was cold all winter.", "cold", theme="furnace", **HOLT)
    other = says("The smelter did not stop its furnace.", "stop", no=True, agent="smelter", **MARAN)
    rest = [says(setting.format(name), "discuss", theme="furnace", modality="demanded") for name in (here, there)]
    assert len(found(memory, [doc("a", rest[0], one), doc("b", rest[1], other)])) == count


def test_one_speaker_on_two_days_has_shifted(memory, says, doc):
    one = ("The furnace of the Orra smelter was cold.", "cold", {"said": "2025-01-10", **HOLT})
    other = ("The Orra smelter did not stop its furnace.", "stop", {"said": "2025-02-10", "no": True, **HOLT})
    (finding,) = found(memory, two(doc, says, one, other))
    assert (finding.kind, finding.same_speaker) == ("shift", True)


def test_two_voices_of_one_party_on_two_days_have_shifted(memory, says, doc):
    one = ("The furnace of the Orra smelter was cold.", "cold", {"said": "2025-01-10", **HOLT})
    spokesman = {"by": "Anders Brule", "party": "Velmark"}
    other = ("The Orra smelter did not stop its furnace.", "stop", {"said": "2025-02-10", "no": True, **spokesman})
    (finding,) = found(memory, two(doc, says, one, other))
    assert (finding.kind, finding.same_speaker) == ("shift", False)


def test_without_a_model_structure_alone_decides(memory, says, doc):
    record = memory()
    for each in two(doc, says, *TAKEN[0][1:]):
        record.keep(each)
        compare(record, each.document.id)
    assert not record.findings


def test_the_models_word_stands_beside_a_structural_finding_and_leaves_its_score(memory, says, doc):
    mercury = {"theme": "mercury", "place": "Velmark"}
    made = [
        doc("a", says("Velmark does not produce mercury.", "produce", no=True, agent="Velmark", **mercury, **HOLT)),
        doc("b", says("Mercury is produced in Velmark.", "produce", **mercury, **MARAN)),
    ]

    def found_when(contradiction):
        record = memory()
        row = (0.0, 1 - contradiction, contradiction)
        for each in made:
            record.keep(each)
            compare(record, each.document.id, judging=always(row))
        (finding,) = record.findings.values()
        assert (finding.method, finding.how) == ("proposition", "negation")
        return finding

    sure, unsure = found_when(0.97), found_when(0.02)
    assert (sure.entailment.contradicts, unsure.entailment.contradicts) == ((0.97, 0.97), (0.02, 0.02))
    assert sure.score == unsure.score >= DEFAULT_SCORE


@pytest.mark.parametrize(("hedge", "raised"), [(None, True), ("perhaps", False)], ids=["firm", "with a reserve"])
def test_the_models_word_raises_what_the_checks_leave_low(memory, says, doc, hedge, raised):
    mercury = {"theme": "mercury", "place": "Velmark"}
    made = [
        doc("a", says("Mercury is produced in Velmark.", "produce", score=0.45, hedge=hedge, **mercury, **MARAN)),
        doc("b", says("Velmark does not produce mercury.", "produce", no=True, agent="Velmark", **mercury, **HOLT)),
    ]

    def score_when(contradiction):
        record = memory()
        row = (0.0, 1 - contradiction, contradiction)
        for each in made:
            record.keep(each)
            compare(record, each.document.id, judging=always(row))
        (finding,) = record.findings.values()
        assert finding.method == "proposition"
        return finding.score

    assert score_when(0.02) < DEFAULT_SCORE
    assert (score_when(0.97) > score_when(0.02)) == raised


def test_order_never_shows(memory, says, doc):
    setting = says(REST, "discuss", agent="Velmark committee", theme="Orra smelter", modality="demanded")
    told = [
        says("The furnace of the Orra smelter was cold all winter.", "cold", theme="furnace", **HOLT),
        says("The Orra smelter did not stop its furnace.", "stop", no=True, agent="smelter", **MARAN),
        says("The smelter stopped its furnace twice.", "halt", agent="smelter"),
        says("No furnace of the smelter went out.", "extinguish", no=True, by="Eva Brand"),
    ]
    made = [doc(f"d{n}", setting, claim) for n, claim in enumerate(told)]
    links = [(made[0].document.id, made[3].document.id)]

    def derived(order):
        record = memory(links)
        for each in order:
            record.keep(each)
            compare(record, each.document.id, judging=Judging(judge, judge))
        return record.derived

    assert derived(made)[1]
    assert derived(made) == derived(made[::-1]) == derived(made[2:] + made[:2])


def test_a_reprint_adds_nothing(memory, says, doc):
    setting = says(REST, "discuss", agent="Velmark committee", theme="Orra smelter", modality="demanded")
    one = says("The furnace of the Orra smelter was cold all winter.", "cold", theme="furnace", **HOLT)
    other = says("The Orra smelter did not stop its furnace.", "stop", no=True, agent="smelter", **MARAN)
    made = [doc("a", setting, one), doc("b", setting, other), doc("copy of b", setting, other)]
    link = (made[1].document.id, made[2].document.id)
    for order in (made, made[::-1]):
        record = memory([link])
        for each in order:
            record.keep(each)
            compare(record, each.document.id, judging=Judging(judge, judge))
        (finding,) = record.findings.values()
        assert min(link) in {evidence.document for evidence in finding.evidence}


def test_the_pairs_of_two_documents_that_are_judged_are_bounded(memory, says, doc):
    asked, read = [], []

    def listening(pairs):
        asked.extend(pairs)
        return judge(pairs)

    def reading(pairs):
        read.extend(pairs)
        return judge(pairs)

    many = [
        says(f"The Orra smelter furnace {word} was {state}.", "be", theme="furnace", by=f"Speaker {word}")
        for word in ("north", "south", "east", "west", "upper", "lower", "inner", "outer")
        for state in ("cold", "not cold", "lit", "not lit")
    ]
    found(memory, [doc("a", *many), doc("b", *many[::-1])], Judging(listening, reading))
    beside = 3  # of the two documents, and each with itself
    assert 0 < len(read) == len(set(read)) <= beside * MOST_READ
    assert len(asked) == len(set(asked)) <= beside * (MOST_GLANCED + MOST_READ)  # the other way of what is kept


@pytest.mark.parametrize("text", ["", " ", "word " * 1000, "no " * 5000, "?" * 3000, "\x00�"])
def test_odd_claims_are_compared_all_the_same(memory, says, doc, text):
    rest = says(REST, "discuss", agent="Velmark committee", theme="Orra smelter", modality="demanded")
    odd = says(text or "x", "say", theme=text or "x", **HOLT)
    made = [doc("a", rest, odd), doc("b", rest, odd, says("No smelter furnace ran.", "run", no=True, **MARAN))]
    found(memory, made)


def test_what_one_voice_tells_in_one_sentence_is_not_set_against_itself(memory, says, doc):
    _, (one, predicate, more), (other, beside, others) = TAKEN[0]
    own = {name: value for name, value in (more | others).items() if name not in {"by", "party"}}
    made = doc("a", says(one, predicate, theme="furnace"), says(other, beside, no=True, agent=own["agent"]))
    record = memory()
    record.keep(made)
    cold, stopped = Context(record).sides(made.claims, loose_topic)
    assert len(pairs_of([(cold, stopped, 1.0)], {})) == 1
    together = msgspec.structs.replace(stopped, sentence=cold.sentence)
    assert pairs_of([(cold, together, 1.0)], {}) == []
    another = msgspec.structs.replace(together, voice="name holt")
    assert len(pairs_of([(cold, another, 1.0)], {})) == 1
