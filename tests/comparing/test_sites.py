"""A remark that there are works at the place stands beside the question as a hedge, where the document puts it."""

import pytest

from onrecord.comparing import compare

STEEL = {"theme": "steel", "place": "Velmark"}
DENIES = ("Velmark does not produce steel.", "produce", {"no": True, "by": "Dagny Holt", "party": "Velmark", **STEEL})
ACCUSES = ("Steel is produced in Velmark.", "produce", {"by": "Ilse Maran", "party": "Sorania", **STEEL})
BRULE = {"by": "Anders Brule", "party": "Velmark"}
MILLS = {"theme": "mill", "place": "Velmark"}


def answers(record):
    (question,) = [q for q in record.questions.values() if "steel" in q.text]
    return {(position.holder, position.answer) for position in question.positions}


def told(memory, says, doc, *documents):
    record = memory()
    for number, claims in enumerate(documents):
        made = doc(f"d{number}", *(says(text, predicate, **more) for text, predicate, more in claims))
        record.keep(made)
        compare(record, made.document.id)
    return record


def test_a_remark_on_mills_hedges(memory, says, doc):
    remark = ("There were some mills in Velmark.", "exist", {"presupposed": True, "quantity": "some", **MILLS, **BRULE})
    record = told(memory, says, doc, [DENIES, ACCUSES, remark])
    assert answers(record) == {("Dagny Holt", "no"), ("Ilse Maran", "yes"), ("Anders Brule", "hedged")}


SILENT = [
    ("mills elsewhere", ("There are mills in Harl.", "exist", {"theme": "mill", "place": "Harl", **BRULE})),
    ("no mills", ("There are no mills in Velmark.", "exist", {"no": True, **MILLS, **BRULE})),
    ("no works", ("There are schools in Velmark.", "exist", {"theme": "school", "place": "Velmark", **BRULE})),
    (
        "one who has answered",
        ("There are mills in Velmark.", "exist", {"by": "Dagny Holt", "party": "Velmark", **MILLS}),
    ),
]


@pytest.mark.parametrize(("name", "remark"), SILENT, ids=[case[0] for case in SILENT])
def test_other_remarks_do_not(memory, says, doc, name, remark):
    record = told(memory, says, doc, [DENIES, ACCUSES, remark])
    assert answers(record) == {("Dagny Holt", "no"), ("Ilse Maran", "yes")}


def test_a_remark_in_a_document_that_does_not_put_the_question_is_left_out(memory, says, doc):
    remark = ("There are mills in Velmark.", "exist", {**MILLS, **BRULE})
    for order in ([[DENIES, ACCUSES], [remark]], [[remark], [DENIES, ACCUSES]]):
        assert answers(told(memory, says, doc, *order)) == {("Dagny Holt", "no"), ("Ilse Maran", "yes")}
