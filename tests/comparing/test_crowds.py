"""A question with more claims than are read loses none of them, and costs no more than a bounded reading."""

import random

import numpy as np
import pytest

from onrecord.comparing import candidates, compare, comparison, crowds
from onrecord.comparing.judging import LONGEST, Judging
from onrecord.comparing.replies import Reply
from onrecord.comparing.sides import Context

PEOPLE = (
    ("Ana Ruiz", "Velmark"),
    ("Ana Ruiz Soler", "Velmark"),
    ("Ilse Maran", "Sorania"),
    ("Ilse Maran", None),
    ("a diplomat", None),
    (None, None),
)
DAYS = ("2025-02-13", "2025-02-14", "2025-06-01", None)


class Counted:
    """A record that counts the claims read from it since it was asked last."""

    def __init__(self, record):
        self._record = record
        self.read = 0

    def __getattr__(self, name):
        return getattr(self._record, name)

    def items(self, kind, ids):
        """Items by id."""
        found = self._record.items(kind, ids)
        self.read += len(found) * (kind == "claim")
        return found


def told(says, doc, number, claims=4):
    """One document with answers to one question, of several speakers, sides and moods."""
    chance = random.Random(number)
    made = []
    for _ in range(claims):
        no, (by, party) = chance.random() < 0.5, chance.choice(PEOPLE)
        perhaps, unsure = "perhaps " * (chance.random() < 0.2), chance.random() < 0.1
        made.append(
            says(
                f"Mercury is {perhaps}{'not ' * no}produced in Velmark.",
                "produce",
                no=no,
                by=by,
                party=party,
                anonymous=by == "a diplomat",
                presupposed=unsure,
                theme="mercury",
                place="Velmark",
            )
        )
    return doc(f"d{number}", *made, published=chance.choice(DAYS), outlet=chance.choice(("A", "B")))


def narrow(monkeypatch, most):
    monkeypatch.setattr(comparison, "MOST_CLAIMS", most)
    monkeypatch.setattr(crowds, "MOST_CLAIMS", most)


def add(record, documents):
    for each in documents:
        record.keep(each)
        compare(record, each.document.id)
    return record


def test_each_claim_of_a_crowd_stands_in_the_position_that_it_would_have_without_a_bound(
    memory, says, doc, monkeypatch
):
    documents = [told(says, doc, number) for number in range(30)]
    (whole,) = add(memory(), documents).questions.values()
    narrow(monkeypatch, 16)
    (crowded,) = add(memory(), documents).questions.values()
    assert len(whole.claims) == 120
    assert crowded == whole
    assert {claim for position in crowded.positions for claim in position.claims} == set(crowded.claims)


def test_the_order_of_adding_does_not_show_in_a_crowd(memory, says, doc, monkeypatch):
    narrow(monkeypatch, 16)
    documents = [told(says, doc, number) for number in range(12)]
    first = add(memory(), documents).derived
    for seed in range(3):
        random.Random(seed).shuffle(documents)
        assert add(memory(), documents).derived == first


def test_what_is_read_for_one_more_document_does_not_grow_with_its_question(memory, says, doc, monkeypatch):
    narrow(monkeypatch, 16)
    monkeypatch.setattr(candidates, "MOST_PARTNERS", 1)  # undertakings have a bound of their own
    record = Counted(memory())
    read = []
    for number in range(60):
        record.read = 0
        add(record, [told(says, doc, number)])
        read.append(record.read)
    sampled, own, under_one_key = 16, 4, 2
    assert max(read[10:]) <= sampled + own + own * under_one_key
    assert len(crowds.crowd_of(record, Context(record), "fact|produce|mercury|velmark|").before) == sampled


def test_a_claim_that_takes_no_side_stays_with_its_question(memory, says, doc, monkeypatch):
    narrow(monkeypatch, 4)
    asked = says(
        "If the dam holds, mercury is produced in Velmark.", "produce", by="Ana Ruiz", theme="mercury", place="Velmark"
    )
    documents = [*(told(says, doc, number) for number in range(3)), doc("if", asked, published="2025-02-20")]
    (question,) = add(memory(), documents).questions.values()
    left = set(question.claims) - {claim for position in question.positions for claim in position.claims}
    assert left == {documents[-1].claims[0].id}


@pytest.mark.parametrize("most", [3, 5, 8])
def test_of_a_crowd_each_question_and_voice_is_sampled_before_any_is_twice(most, monkeypatch):
    narrow(monkeypatch, most)
    loud = Reply(voice="name ana", name="Ana", claims=tuple(f"claim-0{number}" for number in range(9)))
    quiet = Reply(voice="name ilse", name="Ilse", sign=-1, claims=("claim-50",))
    other = Reply(voice="name ana", name="Ana", claims=("claim-90",))
    chosen = crowds.sample([("question-1", loud), ("question-1", quiet), ("question-2", other)])
    assert len(chosen) == most
    assert {"claim-00", "claim-50", "claim-90"} <= set(chosen)


def test_a_line_brings_a_reply_back_and_is_never_long():
    reply = Reply(voice="name ana", name="Ana" * 500, named="Ana" * 500, party="Velmark", sign=-1, firm=False)
    assert len(reply.line) < 1_000
    assert crowds.read(reply.line, ["claim-1"]).sign == -1


@pytest.mark.parametrize("words", [0, 1_000])
def test_claims_without_words_and_of_a_thousand_are_compared_and_kept(memory, says, doc, words):
    asked = []

    def judge(pairs):
        asked.extend(pairs)
        return np.full((len(pairs), 3), 1 / 3, dtype=np.float32)

    nouns = ("dam", "harbour", "lithium", "velmark", "mine", "river", "council", "plant")
    chance = random.Random(words)
    documents = [
        doc(
            f"d{number}",
            *(
                says(
                    " ".join([*["Velmark does not produce"] * bool(words), *chance.choices(nouns, k=words)]),
                    "produce",
                    no=True,
                    by="Ana Ruiz",
                    agent="Velmark",
                    theme="lithium",
                ),
                says("Velmark produces lithium.", "produce", by="Ilse Maran", agent="Velmark", theme="lithium"),
            ),
        )
        for number in range(4)
    ]
    record = memory()
    for each in documents:
        record.keep(each)
        compare(record, each.document.id, judging=Judging(judge, judge))
    (question,) = record.questions.values()
    assert len(question.claims) == 8
    assert {claim for position in question.positions for claim in position.claims} == set(question.claims)
    assert all(len(text) <= LONGEST for pair in asked for text in pair)
    assert all(len(word) <= 100 for finding in record.findings.values() for word in finding.clash)
