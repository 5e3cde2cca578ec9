"""Each party's answer to a question, over time."""

import pytest

from onrecord.comparing import compare

MERCURY = {"theme": "mercury", "place": "Velmark"}


def yes(says, **more):
    return says("Mercury is produced in Velmark.", "produce", **MERCURY, **more)


def nay(says, **more):
    return says("Mercury is not produced in Velmark.", "produce", no=True, **MERCURY, **more)


def maybe(says, **more):
    return says("Mercury may be produced in Velmark.", "produce", modality="possible", **MERCURY, **more)


def asked(record, *documents):
    for annotated in documents:
        record.keep(annotated)
    for annotated in documents:
        compare(record, annotated.document.id)
    (question,) = record.questions.values()
    return [
        (p.party, p.holder, p.answer, p.since and p.since.start, p.shifted_from) for p in question.positions
    ]  # fmt: skip


def test_two_governments(record, says, doc):
    claims = [nay(says, by="Eva Holt", party="Velmark"), yes(says, by="Ilse Maran", party="Sorania")]
    assert asked(record, doc("a", *claims)) == [
        ("Sorania", "Ilse Maran", "yes", "2025-02-13", None),
        ("Velmark", "Eva Holt", "no", "2025-02-13", None),
    ]


def test_who_asks_takes_no_side(record, says, doc):
    claims = [nay(says, by="Eva Holt", party="Velmark"), yes(says, by="Ilse Maran", party="Sorania")]
    reporter = yes(says, by="Per Lind", asking=True)
    assert asked(record, doc("a", *claims, reporter)) == [
        ("Sorania", "Ilse Maran", "yes", "2025-02-13", None),
        ("Velmark", "Eva Holt", "no", "2025-02-13", None),
    ]


def test_a_party_that_changes_its_answer(record, says, doc):
    first = doc("a", nay(says, by="Eva Holt", party="Velmark"))
    second = doc("b", yes(says, by="Jon Berg", party="Velmark"), published="2025-06-01")
    assert asked(record, first, second) == [
        ("Velmark", "Eva Holt", "no", "2025-02-13", None),
        ("Velmark", "Jon Berg", "yes", "2025-06-01", "no"),
    ]


def test_two_ministers_of_one_party_who_differ_on_one_day_stay_apart(record, says, doc):
    claims = [nay(says, by="Eva Holt", party="Velmark"), yes(says, by="Jon Berg", party="Velmark")]
    assert asked(record, doc("a", *claims)) == [
        ("Velmark", "Eva Holt", "no", "2025-02-13", None),
        ("Velmark", "Jon Berg", "yes", "2025-02-13", None),
    ]


@pytest.mark.parametrize(
    ("told", "answer"),
    [((yes, nay), "both"), ((nay, maybe), "hedged"), ((yes, maybe), "yes"), ((maybe, maybe), "hedged")],
)
def test_one_speaker_on_one_day(told, answer, record, says, doc):
    claims = [make(says, by="Eva Holt", party="Velmark") for make in told]
    other = yes(says, by="Ilse Maran", party="Sorania")
    assert asked(record, doc("a", *claims, other))[1][2] == answer


def test_the_reports_own_account_has_no_party(record, says, doc):
    claims = [nay(says, by="Eva Holt", party="Velmark"), yes(says)]
    assert asked(record, doc("a", *claims, outlet="River Courier")) == [
        ("Velmark", "Eva Holt", "no", "2025-02-13", None),
        (None, "River Courier", "yes", "2025-02-13", None),
    ]


def test_the_time_is_that_of_the_words(record, says, doc):
    claims = [nay(says, by="Eva Holt", party="Velmark", said="2025-01"), yes(says, by="Ilse Maran", party="Sorania")]
    assert asked(record, doc("a", *claims))[1][3] == "2025-01-01"


def test_one_claim_and_its_reprint_ask_no_question(memory, says, doc):
    one, reprint = doc("a", yes(says), outlet="A"), doc("b", yes(says), outlet="A")
    record = memory(duplicates=[(one.document.id, reprint.document.id)])
    for annotated in (one, reprint):
        record.keep(annotated)
        compare(record, annotated.document.id)
    assert record.questions == {}


def test_agreement_needs_voices_that_do_not_repeat_each_other(memory, says, doc):
    parties = doc("a", yes(says, by="Eva Holt", party="Velmark"), yes(says, by="Ilse Maran", party="Sorania"))
    colleagues = doc("b", yes(says, by="Eva Holt", party="Velmark"), yes(says, by="Jon Berg", party="Velmark"))
    quoting = doc("c", yes(says, by="Eva Holt", party="Velmark"), yes(says), outlet="C")
    for documents, expected in (([parties], 1), ([colleagues], 0), ([quoting], 0)):
        record = memory()
        for annotated in documents:
            record.keep(annotated)
            compare(record, annotated.document.id)
        assert len(record.findings) == expected
    outlets = [doc("d", yes(says), outlet="D"), doc("e", yes(says), outlet="E")]
    for linked, expected in ((False, 1), (True, 0)):
        record = memory(duplicates=[tuple(d.document.id for d in outlets)] if linked else [])
        for annotated in outlets:
            record.keep(annotated)
            compare(record, annotated.document.id)
        assert len(record.findings) == expected


def test_agreement_reason(record, says, doc):
    record.keep(doc("a", nay(says, by="Eva Holt", party="Velmark"), nay(says, by="Ilse Maran", party="Sorania")))
    compare(record, next(iter(record.kept)))
    (finding,) = record.findings.values()
    assert finding.reason in {
        f"{first} and {second} deny, independently of each other, that mercury is produced in Velmark."
        for first, second in (
            ("Eva Holt (Velmark)", "Ilse Maran (Sorania)"),
            ("Ilse Maran (Sorania)", "Eva Holt (Velmark)"),
        )
    }
