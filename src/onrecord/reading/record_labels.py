"""Labels of official records, which end in a full stop: "Mr. VANCE. I thank the chair.", "The CHAIR. Order."."""

import re
from collections import Counter
from typing import NamedTuple

_TITLE = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sen|Rep|Gen|Lt|Maj|Adm|Col|Capt|Gov|Amb|Hon|Rev|Cllr)\.?|Professor|Sir|Dame|Lord"
    r"|Lady|Baroness|Senator|Representative|Congress(?:man|woman)|Delegate|Chair(?:man|woman|person)?|Ranking Member"
    r"|Secretary|Director|Commissioner|Administrator|Minister|Ambassador|General|Admiral|Colonel|Judge|Justice|Governor"
    r"|Mayor|Chief|President|Speaker|Premier|Councill?or|(?:Inspector|Attorney|Solicitor) General)"
)
_SURNAME = r"(?:(?:de|von|van|der|la|del|al|el|bin|St\.)\s)?[A-ZÀ-Þ][\w'’\-]+"
_NAMED = rf"(?:(?:Vice|Deputy|Acting|Under|Assistant)\s)?{_TITLE}\s{_SURNAME}(?:\s{_SURNAME}){{0,2}}"
_STATE = r"(?:\sof\s(?:[A-ZÀ-Þ]\w+\s?){1,3})?"
_OFFICE = (
    r"The\s(?:(?:[A-ZÀ-Þ]{2,}\s){0,2}(?:CHAIR|CHAIRMAN|CHAIRWOMAN|CHAIRPERSON|PRESIDENT|SPEAKER|PRESIDING OFFICER|CLERK"
    r"|WITNESS|INTERPRETER|CONVENER|SECRETARY|MINISTER|PREMIER|JUDGE)|(?:(?:Vice|Deputy|Acting)\s)?(?:Chair(?:man|woman"
    r"|person)?|Presiding Officer|Speaker|Witness|Clerk|Interpreter|Convener))"
)
_LABEL = re.compile(
    rf"(?P<label>(?:{_OFFICE}|{_NAMED}{_STATE})(?:\s?[(\[][^)\]\n]{{1,60}}[)\]])?)\.\s+(?=[\[(“\"‘'$\dA-ZÀ-Þ])"
)
LEAST_LABELS = 4
"""How many lines of a record must open so; a single "Mr. Hale." may be the end of a sentence set apart."""


class RecordLabel(NamedTuple):
    """A label at the beginning of a line, and where the words behind it begin."""

    label: str
    words: int


def record_label(text: str, start: int, end: int) -> RecordLabel | None:
    """The label that a line opens with, if it is a title and a surname, or an office of a sitting, and a full stop."""
    match = _LABEL.match(text, start, end)
    return RecordLabel(" ".join(match["label"].split()), match.end()) if match else None


def is_record(labels: list[str]) -> bool:
    """Whether so many lines open with such labels that a text is a record: two speakers at least, and they come back.

    Two more are wanted where the surnames are not set in capitals, as names in running text are not either.
    """
    counts = Counter(label.casefold() for label in labels)
    capitals = sum(_in_capitals(label) for label in labels)
    least = LEAST_LABELS if capitals >= len(labels) / 2 else LEAST_LABELS + 2
    return len(counts) >= 2 and len(labels) >= least and sum(times >= 2 for times in counts.values()) >= 2


def _in_capitals(label: str) -> bool:
    return len(last := re.split(r"[\s(\[]", label.partition(" of ")[0])[-1].strip(")]")) > 1 and last.isupper()
