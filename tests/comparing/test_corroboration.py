"""Two voices that say the same: whose words count twice, and what is only alike.

The model is a stand-in that finds that any text follows from any other: what is left out is left out by structure. All
names are invented.
"""

import numpy as np
import pytest

from onrecord.comparing import compare
from onrecord.comparing.corroboration import VERSION
from onrecord.comparing.judging import Judging

HOLT = {"by": "Dagny Holt", "party": "Velmark"}
MARAN = {"by": "Ilse Maran", "party": "Sorania"}
REST = "The Orra smelter near Lundby was discussed by the Velmark committee and the Sorania delegation."
SAID = "The Orra smelter emptied its mercury tanks in spring."


def follows(pairs):
    return np.array([(0.9, 0.08, 0.02)] * len(pairs), dtype=np.float32).reshape(-1, 3)


def follows_not(pairs):
    return np.array([(0.05, 0.93, 0.02)] * len(pairs), dtype=np.float32).reshape(-1, 3)


def confirmed(memory, doc, says, one, other, judge=follows, duplicates=()):
    """The corroborations of two documents on one matter."""
    record = memory(duplicates) if duplicates else memory()
    setting = says(REST, "discuss", agent="Velmark committee", theme="Orra smelter", modality="demanded")
    for name, (text, verb, told) in (("a", one), ("b", other)):
        made = doc(name, setting, says(text, verb, **told))
        record.keep(made)
        compare(record, made.document.id, judging=Judging(judge, judge))
    return [f for f in record.findings.values() if f.version == VERSION]


def emptied(text, **told):
    return (text, "empty", {"agent": "smelter", "theme": "mercury tank", **told})


def test_two_parties_that_say_the_same(memory, doc, says):
    one = emptied(SAID, **HOLT)
    (finding,) = confirmed(
        memory, doc, says, one, emptied("In spring the smelter at Orra emptied its mercury tanks.", **MARAN)
    )
    assert (finding.kind, finding.same_speaker, len(finding.evidence)) == ("agreement", False, 2)
    assert "Dagny Holt" in finding.reason
    assert "Ilse Maran" in finding.reason


ALIKE_ONLY = [
    ("one party twice", HOLT, {"by": "Per Lind", "party": "Velmark"}, "The Orra smelter emptied its mercury tanks."),
    (
        "one person by a shorter name",
        {"by": "Dagny Holt"},
        {"by": "Holt"},
        "The Orra smelter emptied its mercury tanks.",
    ),
    ("somebody unknown", HOLT, {"unknown": True}, "The Orra smelter emptied its mercury tanks."),
    ("a denial", HOLT, {**MARAN, "no": True}, "The Orra smelter did not empty its mercury tanks."),
    ("a demand", HOLT, {**MARAN, "modality": "demanded"}, "The Orra smelter must empty its mercury tanks."),
    ("what may be", HOLT, {**MARAN, "modality": "possible"}, "The Orra smelter may have emptied its mercury tanks."),
    (
        "another year",
        {**HOLT, "about": "2019"},
        {**MARAN, "about": "2024"},
        "The Orra smelter emptied its mercury tanks.",
    ),
]


@pytest.mark.parametrize(("name", "first", "second", "text"), ALIKE_ONLY, ids=[case[0] for case in ALIKE_ONLY])
def test_what_confirms_nothing(memory, doc, says, name, first, second, text):
    one = emptied(SAID, **first)
    assert confirmed(memory, doc, says, one, emptied(text, **second)) == []


def test_the_model_has_a_veto(memory, doc, says):
    one = emptied(SAID, **HOLT)
    two = emptied("The Orra smelter emptied its mercury tanks.", **MARAN)
    assert confirmed(memory, doc, says, one, two, follows_not) == []
