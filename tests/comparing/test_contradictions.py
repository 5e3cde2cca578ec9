"""Which two claims are set against each other, and which only look opposed.

A case is a name, two claims and what becomes of them: "listed" in the default list, "uncertain" below it,
"shift" where one speaker's answer changed between two days, or "silent". All disputes are invented.
"""

import pytest

from onrecord.comparing import DEFAULT_SCORE, compare


def C(text, predicate, **more):
    return text, predicate, more


def no(text, predicate, **more):
    return text, predicate, {"no": True, **more}


HOLT = {"by": "Dagny Holt", "party": "Velmark"}
MARAN = {"by": "Ilse Maran", "party": "Sorania"}
EKLUND = {"by": "Tomas Eklund Varga", "party": "Velmark"}

MERCURY = {"theme": "mercury", "place": "Velmark"}
MAKES_NONE = no("Velmark does not produce mercury.", "produce", agent="Velmark", **MERCURY, **EKLUND)
IS_MADE = C("Mercury is produced in Velmark.", "produce", **MERCURY, **MARAN)
SIGNED = {"agent": "Velmark", "theme": "Orra Treaty"}
DAM = {"theme": "Orra Dam"}
QUOTA = {"agent": "Sorania", "theme": "cod quota"}

OPPOSED = [
    ("a country denies, another affirms", MAKES_NONE, IS_MADE, "listed"),
    (
        "a gang makes it there",
        MAKES_NONE,
        C("The Harl cartel is producing mercury in Velmark.", "produce", agent="Harl cartel", **MERCURY, **MARAN),
        "listed",
    ),
    (
        "a denial of all covers one sort",
        MAKES_NONE,
        C("Raw mercury is produced in Velmark.", "produce", theme="raw mercury", place="Velmark", **MARAN),
        "listed",
    ),
    (
        "a colouring adjective changes nothing",
        MAKES_NONE,
        C("Illicit mercury is produced in Velmark.", "produce", theme="illicit mercury", place="Velmark", **MARAN),
        "listed",
    ),
    (
        "none found against some",
        no("In Velmark no smelters exist.", "exist", theme="smelter", place="Velmark", **EKLUND),
        C("There are smelters in Velmark.", "exist", theme="smelter", place="Velmark", **MARAN),
        "listed",
    ),
    (
        "soldiers said to have left and not to have left",
        C(
            "We have withdrawn our troops from Harl.",
            "withdraw",
            theme="troop",
            source="Harl",
            **HOLT,
        ),
        no("The troops have not left Harl.", "withdraw", agent="troop", theme="Harl", **MARAN),
        "listed",
    ),
    ("the report's own account", MAKES_NONE, C("Mercury is produced in Velmark.", "produce", **MERCURY), "listed"),
    (
        "taken for granted",
        MAKES_NONE,
        C("the furnaces where mercury is produced in Velmark", "produce", presupposed=True, **MERCURY, **MARAN),
        "listed",
    ),
    (
        "a deed denied the same day",
        no("Velmark did not sign the Orra Treaty.", "sign", **SIGNED, **HOLT),
        C("Velmark signed the Orra Treaty.", "sign", **SIGNED, **MARAN),
        "listed",
    ),
    (
        "support denied",
        no("Velmark does not support the Orra Treaty.", "support", **SIGNED, **HOLT),
        C("Velmark supports the Orra Treaty.", "support", **SIGNED, **MARAN),
        "listed",
    ),
    (
        "opposing is not supporting",
        C("Velmark opposes the Orra Treaty.", "oppose", **SIGNED, **MARAN),
        C("Velmark supports the Orra Treaty.", "support", **SIGNED, **HOLT),
        "listed",
    ),
    (
        "unsafe against safe",
        C("The Orra Dam is unsafe.", "dangerous", **DAM, **MARAN),
        C("The Orra Dam is safe.", "safe", **DAM, **HOLT),
        "listed",
    ),
    (
        "banned against allowed",
        C("Sorania bans deep-sea mining.", "ban", agent="Sorania", theme="deep-sea mining", **HOLT),
        C("Sorania allows deep-sea mining.", "allow", agent="Sorania", theme="deep-sea mining", **MARAN),
        "listed",
    ),
    (
        "one dated year",
        no("Sorania did not exceed the cod quota in 2023.", "exceed", about="2023", **QUOTA, **MARAN),
        C("Sorania exceeded the cod quota in 2023.", "exceed", about="2023", **QUOTA, **HOLT),
        "listed",
    ),
    (
        "a month within the year",
        no("Sorania never exceeded the cod quota in 2023.", "exceed", about="2023", **QUOTA, **MARAN),
        C("Sorania exceeded the cod quota in May.", "exceed", about="2023-05", **QUOTA, **HOLT),
        "listed",
    ),
    (
        "the same approval denied",
        no("The Lund agency has not approved Vaxil.", "approve", agent="Lund Agency", theme="Vaxil", **HOLT),
        C("The Lund agency has approved Vaxil.", "approve", agent="Lund Agency", theme="Vaxil", **MARAN),
        "listed",
    ),
    (
        "no contact at all",
        no("Holt never met Karel Brandt.", "meet", agent="Dagny Holt", theme="Karel Brandt", **HOLT),
        C("Holt met Karel Brandt.", "meet", agent="Dagny Holt", theme="Karel Brandt", **MARAN),
        "listed",
    ),
    (
        "the present a few months on",
        no("Velmark does not produce mercury.", "produce", said="2024-11-02", **MERCURY, **EKLUND),
        IS_MADE,
        "listed",
    ),
    (
        "an unnamed official",
        MAKES_NONE,
        C(
            "Mercury is being produced in Velmark.",
            "produce",
            by="a senior official",
            anonymous=True,
            party="Sorania",
            **MERCURY,
        ),
        "listed",
    ),
    (
        "a perfect against a present",
        no("Velmark has not produced mercury.", "produce", **MERCURY, **EKLUND),
        IS_MADE,
        "listed",
    ),
    (
        "two plans",
        no(
            "Velmark will not close the Lund Mine.",
            "close",
            modality="planned",
            agent="Velmark",
            theme="Lund Mine",
            **HOLT,
        ),
        C(
            "Velmark will close the Lund Mine.",
            "close",
            modality="planned",
            agent="Velmark",
            theme="Lund Mine",
            **MARAN,
        ),
        "listed",
    ),
    (
        "identity denied",
        no("Brandt is not a Velmark citizen.", "be", agent="Karel Brandt", attribute="Velmark citizen", **HOLT),
        C("Brandt is a Velmark citizen.", "be", agent="Karel Brandt", attribute="Velmark citizen", **MARAN),
        "listed",
    ),
    (
        "supplies",
        no(
            "Sorania did not supply drones to Halland.",
            "supply",
            agent="Sorania",
            theme="drone",
            recipient="Halland",
            **MARAN,
        ),
        C("Sorania supplied drones to Halland.", "supply", agent="Sorania", theme="drone", recipient="Halland", **HOLT),
        "listed",
    ),
    (
        "supplies to nobody covers one",
        no("Sorania did not supply drones.", "supply", agent="Sorania", theme="drone", **MARAN),
        C("Sorania supplied drones to Halland.", "supply", agent="Sorania", theme="drone", recipient="Halland", **HOLT),
        "listed",
    ),
    (
        "one speaker in one breath",
        no("Velmark does not produce mercury.", "produce", **MERCURY, **EKLUND),
        C("Some mercury is produced in Velmark.", "produce", quantity="some", **MERCURY, **EKLUND),
        "listed",
    ),
    (
        "no gas smelters, then some smelters",
        no("In Velmark we have no mercury smelters.", "exist", theme="mercury smelter", place="Velmark", **EKLUND),
        C("In Velmark we have some smelters.", "exist", theme="smelter", place="Velmark", quantity="some", **EKLUND),
        "listed",
    ),
]

WEAK = [
    (
        "said with reserve",
        MAKES_NONE,
        C("Mercury may be produced in Velmark.", "produce", modality="possible", **MERCURY, **MARAN),
        "uncertain",
    ),
    (
        "hedged",
        MAKES_NONE,
        C("Mercury is probably produced in Velmark.", "produce", hedge="probably", **MERCURY, **MARAN),
        "uncertain",
    ),
    (
        "two opinions",
        C("The Orra Treaty is bad.", "bad", theme="Orra Treaty", **HOLT),
        C("The Orra Treaty is good.", "good", theme="Orra Treaty", **MARAN),
        "uncertain",
    ),
    (
        "one report against itself",
        no("Velmark does not produce mercury.", "produce", **MERCURY),
        C("Velmark produces mercury.", "produce", **MERCURY),
        "uncertain",
    ),
]

SILENT = [
    ("the same answer", IS_MADE, C("Velmark produces mercury.", "produce", agent="Velmark", **MERCURY, **HOLT)),
    (
        "another place",
        MAKES_NONE,
        C("Mercury is produced in Sorania.", "produce", theme="mercury", place="Sorania", **HOLT),
    ),
    ("another thing", MAKES_NONE, C("Lead is produced in Velmark.", "produce", theme="lead", place="Velmark", **MARAN)),
    (
        "the thing's precursor",
        no(
            "Velmark does not produce mercury precursors.",
            "produce",
            theme="mercury precursor",
            place="Velmark",
            **EKLUND,
        ),
        IS_MADE,
    ),
    (
        "one sort denied, another told",
        no("Velmark does not produce raw mercury.", "produce", theme="raw mercury", place="Velmark", **EKLUND),
        C("Refined mercury is produced in Velmark.", "produce", theme="refined mercury", place="Velmark", **MARAN),
    ),
    (
        "one sort denied, the whole told by another",
        no("In Velmark there are no mercury smelters.", "exist", theme="mercury smelter", place="Velmark", **EKLUND),
        C("There are smelters in Velmark.", "exist", theme="smelter", place="Velmark", **MARAN),
    ),
    (
        "another year",
        no("Sorania did not exceed the cod quota in 2022.", "exceed", about="2022", **QUOTA, **MARAN),
        C("Sorania exceeded the cod quota in 2023.", "exceed", about="2023", **QUOTA, **HOLT),
    ),
    (
        "years back against now",
        no("Velmark does not produce mercury.", "produce", **MERCURY, **EKLUND),
        C("Mercury was produced in Velmark in 1998.", "produce", about="1998", **MERCURY, **MARAN),
    ),
    (
        "past against present",
        no("Velmark does not produce mercury.", "produce", **MERCURY, **EKLUND),
        C("Velmark produced mercury.", "produce", said="2024-12-01", agent="Velmark", **MERCURY, **MARAN),
    ),
    (
        "four years apart",
        no("Velmark does not produce mercury.", "produce", said="2020-05-05", **MERCURY, **EKLUND),
        IS_MADE,
    ),
    (
        "not yet, and then done",
        no("Velmark has not signed the Orra Treaty.", "sign", said="2025-01-10", **SIGNED, **HOLT),
        C("Velmark signed the Orra Treaty.", "sign", said="2025-02-11", **SIGNED, **MARAN),
    ),
    (
        "planned, then not done",
        C("Velmark will sign the Orra Treaty.", "sign", modality="planned", **SIGNED, **HOLT),
        no("Velmark did not sign the Orra Treaty.", "sign", **SIGNED, **MARAN),
    ),
    (
        "a future tense against a past",
        C("Velmark will sign the Orra Treaty.", "sign", **SIGNED, **HOLT),
        no("Velmark did not sign the Orra Treaty.", "sign", **SIGNED, **MARAN),
    ),
    (
        "demanded, and not so",
        C("Velmark should sign the Orra Treaty.", "sign", modality="demanded", **SIGNED, **MARAN),
        no("Velmark did not sign the Orra Treaty.", "sign", **SIGNED, **HOLT),
    ),
    (
        "two demands",
        C("Velmark should sign the Orra Treaty.", "sign", modality="demanded", **SIGNED, **MARAN),
        no("Velmark should not sign the Orra Treaty.", "sign", modality="demanded", **SIGNED, **HOLT),
    ),
    (
        "a wall that should be built",
        C("Sorania must build the Lund Wall.", "build", agent="Sorania", theme="Lund Wall", **HOLT),
        no("Sorania does not build the Lund Wall.", "build", agent="Sorania", theme="Lund Wall", **MARAN),
    ),
    ("a question", C("Does Velmark produce mercury?", "produce", modality="asked", **MERCURY, **MARAN), MAKES_NONE),
    (
        "a condition",
        C("If prices rise Velmark produces mercury.", "produce", modality="conditional", **MERCURY, **MARAN),
        MAKES_NONE,
    ),
    (
        "a condition the claim layer missed",
        C("Velmark produces mercury if prices rise.", "produce", **MERCURY, **MARAN),
        MAKES_NONE,
    ),
    ("unless", no("Velmark does not produce mercury unless asked.", "produce", **MERCURY, **EKLUND), IS_MADE),
    ("would", C("Velmark would produce mercury.", "produce", **MERCURY, **MARAN), MAKES_NONE),
    ("not only", no("Velmark does not only produce mercury.", "produce", **MERCURY, **EKLUND), IS_MADE),
    (
        "not all",
        no("Not all smelters exist in Velmark.", "exist", theme="smelter", place="Velmark", **EKLUND),
        C("There are smelters in Velmark.", "exist", theme="smelter", place="Velmark", **MARAN),
    ),
    ("not the largest", no("Velmark is not the largest producer of mercury.", "produce", **MERCURY, **EKLUND), IS_MADE),
    (
        "not much",
        no("Velmark does not produce much mercury.", "produce", quantity="much", **MERCURY, **EKLUND),
        IS_MADE,
    ),
    (
        "not that amount",
        no("Velmark did not produce 480 tons of mercury.", "produce", quantity="480 tons", **MERCURY, **EKLUND),
        C("Velmark produced 200 tons of mercury.", "produce", quantity="200 tons", **MERCURY, **MARAN),
    ),
    (
        "another receiver",
        no(
            "Sorania did not supply drones to Halland.",
            "supply",
            agent="Sorania",
            theme="drone",
            recipient="Halland",
            **MARAN,
        ),
        C("Sorania supplied drones to Ostia.", "supply", agent="Sorania", theme="drone", recipient="Ostia", **HOLT),
    ),
    (
        "no receiver named",
        no(
            "Sorania did not supply drones to Halland.",
            "supply",
            agent="Sorania",
            theme="drone",
            recipient="Halland",
            **MARAN,
        ),
        C("Sorania supplied drones.", "supply", agent="Sorania", theme="drone", **HOLT),
    ),
    (
        "another doer",
        no("Velmark did not sign the Orra Treaty.", "sign", **SIGNED, **HOLT),
        C("Sorania signed the Orra Treaty.", "sign", agent="Sorania", theme="Orra Treaty", **MARAN),
    ),
    (
        "one maker denied, another told",
        no("The state does not produce mercury in Velmark.", "produce", agent="Norsk Metall", **MERCURY, **EKLUND),
        C("The Harl cartel produces mercury in Velmark.", "produce", agent="Harl cartel", **MERCURY, **MARAN),
    ),
    (
        "the deed in a city elsewhere",
        no("Holt did not meet Brandt in Lund.", "meet", agent="Dagny Holt", theme="Karel Brandt", place="Lund", **HOLT),
        C(
            "Holt met Brandt in Halmstead.",
            "meet",
            agent="Dagny Holt",
            theme="Karel Brandt",
            place="Halmstead",
            **MARAN,
        ),
    ),
    (
        "a city free of it, the country not",
        no("Mercury is not produced in Guadalajara.", "produce", theme="mercury", place="Guadalajara", **EKLUND),
        C("Mercury is produced in Mexico.", "produce", theme="mercury", place="Mexico", **MARAN),
    ),
    (
        "a pronoun",
        no("They did not sign it.", "sign", agent="they", theme="it", **HOLT),
        C("They signed it.", "sign", agent="they", theme="it", **MARAN),
    ),
    (
        "prices did not fall, and did not rise",
        no("Lund Oil shares did not fall.", "decrease", theme="Lund Oil shares", **HOLT),
        no("Lund Oil shares did not rise.", "increase", theme="Lund Oil shares", **MARAN),
    ),
    (
        "only somebody's belief",
        C("Holt believes Brandt.", "believe", agent="Dagny Holt", theme="Karel Brandt", **MARAN),
        no("Holt does not believe Brandt.", "believe", agent="Dagny Holt", theme="Karel Brandt", **HOLT),
    ),
    (
        "only somebody's saying",
        C("Holt said that.", "say", agent="Dagny Holt", theme="Orra Treaty", **MARAN),
        no("Holt did not say that.", "say", agent="Dagny Holt", theme="Orra Treaty", **HOLT),
    ),
    (
        "both with reserve",
        no("Velmark may not produce mercury.", "produce", modality="possible", **MERCURY, **EKLUND),
        C("Velmark may produce mercury.", "produce", modality="possible", **MERCURY, **MARAN),
    ),
    (
        "a light verb alone",
        no("Velmark did not do it.", "do", agent="Velmark", **HOLT),
        C("Velmark did.", "do", agent="Velmark", **MARAN),
    ),
]


def judge(one, other, memory, says, doc):
    record = memory()
    (text, predicate, more), (text_b, predicate_b, more_b) = one, other
    record.keep(doc("a", says(text, predicate, **more), says(text_b, predicate_b, **more_b), outlet="River Courier"))
    for annotated in list(record.kept.values()):
        compare(record, annotated.document.id)
    return [f for f in record.findings.values() if f.kind in {"contradiction", "shift"}]


@pytest.mark.parametrize(
    ("one", "other", "expected"), [c[1:] for c in OPPOSED + WEAK], ids=[c[0] for c in OPPOSED + WEAK]
)
def test_opposed(one, other, expected, memory, says, doc):
    (finding,) = judge(one, other, memory, says, doc)
    assert ("listed" if finding.score >= DEFAULT_SCORE else "uncertain") == expected
    assert judge(other, one, memory, says, doc)[0].score == finding.score


@pytest.mark.parametrize(("one", "other"), [c[1:] for c in SILENT], ids=[c[0] for c in SILENT])
def test_only_looks_opposed(one, other, memory, says, doc):
    assert judge(one, other, memory, says, doc) == []


COMMON = [
    (
        "the company",
        no("The company did not pay taxes.", "pay", agent="the company", theme="taxes", **HOLT),
        C("The company paid taxes.", "pay", agent="the company", theme="taxes", **MARAN),
    ),
    (
        "police and a man",
        no("Police did not arrest the suspect.", "arrest", agent="police", theme="suspect"),
        C("Police arrested the suspect.", "arrest", agent="police", theme="suspect"),
    ),
    (
        "the bill",
        no("The bill was not passed.", "pass", theme="bill", **HOLT),
        C("The bill was passed.", "pass", theme="bill", **MARAN),
    ),
]


@pytest.mark.parametrize(("one", "other"), [c[1:] for c in COMMON], ids=[c[0] for c in COMMON])
def test_words_without_a_name_mean_another_thing_in_another_document(one, other, record, says, doc):
    for name, (text, predicate, more) in (("a", one), ("b", other)):
        record.keep(doc(name, says(text, predicate, **more), outlet=name))
    for annotated in list(record.kept.values()):
        compare(record, annotated.document.id)
    assert record.findings == {}


def test_a_speakers_changed_answer_is_a_shift_from_the_earlier_to_the_later(record, says, doc):
    record.keep(doc("a", says("Velmark does not produce mercury.", "produce", no=True, **MERCURY, **EKLUND)))
    later = says("Mercury is produced in Velmark.", "produce", by="Tomas Eklund", party="Velmark", **MERCURY)
    record.keep(doc("b", later, published="2025-06-18"))
    for name in sorted(record.kept):
        compare(record, name)
    (finding,) = record.findings.values()
    assert (finding.kind, finding.same_speaker) == ("shift", True)
    assert [e.document for e in finding.evidence] == [a.document.id for a in record.kept.values()]
    assert finding.reason == (
        "Tomas Eklund Varga (Velmark) denied on 13 February 2025 that mercury is produced in Velmark "
        "(“not produce”), and on 18 June 2025 said the opposite (“produced”)."
    )


@pytest.mark.parametrize(("later", "listed"), [("2025-06-18", True), ("2025-02-13", False)])
def test_a_party_that_retreats_to_a_hedge_on_another_day_has_shifted(record, says, doc, later, listed):
    record.keep(doc("a", says("Velmark does not produce mercury.", "produce", no=True, **MERCURY, **EKLUND)))
    hedged = says(
        "Mercury may be produced in Velmark.", "produce", modality="possible", by="Ida Holm", party="Velmark", **MERCURY
    )
    record.keep(doc("b", hedged, published=later))
    for name in sorted(record.kept):
        compare(record, name)
    found = [finding for finding in record.findings.values() if finding.score >= DEFAULT_SCORE]
    assert [finding.kind for finding in found] == (["shift"] if listed else [])


def test_the_reason_names_speakers_days_clashing_words_and_checks(memory, says, doc):
    (finding,) = judge(MAKES_NONE, IS_MADE, memory, says, doc)
    assert finding.reason == (
        "Tomas Eklund Varga (Velmark) denied on 13 February 2025 that mercury is produced in Velmark (“not produce”), "
        "but Ilse Maran (Sorania) affirmed it the same day (“produced”): both speak of the same time, the same place "
        "and the same things."
    )
    assert finding.clash == ("not produce", "produced")
    assert finding.checks.modality == finding.checks.measure == "agree"


def test_reprints_add_no_second_contradiction(memory, says, doc):
    denied, affirmed = (says(text, predicate, **more) for text, predicate, more in (MAKES_NONE, IS_MADE))
    one, reprint = doc("a", denied, affirmed, outlet="A"), doc("b", denied, affirmed, outlet="B")
    record = memory(duplicates=[(one.document.id, reprint.document.id)])
    for annotated in (one, reprint):
        record.keep(annotated)
        compare(record, annotated.document.id)
    assert len(record.findings) == 1


def test_a_question_with_thousands_of_claims_is_bounded(memory, says, doc):
    record = memory()
    claims = [
        says("Mercury is produced in Velmark.", "produce", no=bool(n % 2), by=f"Person Number{n}", **MERCURY)
        for n in range(3000)
    ]
    record.keep(doc("crowd", *claims))
    compare(record, next(iter(record.kept)))
    assert 0 < sum(f.kind == "contradiction" for f in record.findings.values()) <= 16 * 16
    (question,) = record.questions.values()
    assert len(question.claims) == 3000
