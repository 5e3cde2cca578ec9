"""For whom a described speaker says "we": "a spokesman for Orrin Steel", "the head of the Harl Fire Service"."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_SPEAKING_FOR = re.compile(
    r"(?:\b(?:spokes(?:man|woman|person|people)|representative|delegate)s? (?:for|of|from|at|with)"
    r"|\b(?:official|director|head|chief|chief executive|manager|chair(?:man|woman)?|president|owner|captain|engineer)"
    r"s? (?:of|at|from|with)) (?:the )?(?P<body>[A-Z][\w’'&.-]*(?: (?:[A-Z][\w’'&.-]*|of|the|for|and|&))*)\Z"
)
_MOUTHPIECE = re.compile(
    r"(?:an? |the )?(?:[\w-]+ )?(?:spokes(?:man|woman|person)|representative|press officer) (?:for|of|from|at) "
    r"(?:the )?(?P<body>[\w’'&.\- ]+)\Z",
    re.IGNORECASE,
)
LONGEST = 160
_CLAUSES_UP = 3


def spoken_for(description: str | None) -> str | None:
    """The named body that a description says its speaker belongs to, or `None`."""
    if description is None or len(description) > LONGEST:
        return None
    found = _SPEAKING_FOR.search(description)
    return found["body"] if found else None


def mouthpiece_of(description: str | None) -> str | None:
    """The body for which somebody called its spokesman speaks, named or not: "the water board"."""
    if description is None or len(description) > LONGEST:
        return None
    found = _MOUTHPIECE.match(description)
    return found["body"] if found else None


def represented(pronoun: "Token") -> "Token | None":
    """The owner of a spokesman whose words a pronoun's clause reports: of "the line's spokesman said it", the line."""
    clause = pronoun.head
    for _ in range(_CLAUSES_UP):
        if clause.dep_ == "conj":
            clause = clause.head
    speech = clause.head
    if clause.dep_ != "ccomp" or clause.i < speech.i:
        return None
    teller = next((c for c in speech.children if c.dep_ == "nsubj"), None)
    if teller is None:
        return None
    if any(t.dep_ in {"nsubj", "nsubjpass"} and t.i != teller.i for t in pronoun.doc[speech.i : pronoun.i]):
        return None
    beside = (c for c in teller.children if c.dep_ == "appos")
    office = next((noun for noun in (teller, *beside) if _is_mouthpiece(noun)), None)
    if office is None:
        return None
    owners = [c for c in office.children if c.i < office.i and c.dep_ in {"poss", "compound"}]
    links = [
        c for c in office.children if c.dep_ == "prep" and c.lower_ in {"for", "of", "at"} and office is not teller
    ]
    owners += [c for link in links for c in link.children if c.dep_ == "pobj"]
    return next((c for c in owners if c.pos_ in {"NOUN", "PROPN"} and c.lower_ != "chief"), None)


def _is_mouthpiece(noun: "Token") -> bool:
    """Whether whoever bears an office says "it" of the body: a spokesman, a chief executive."""
    lemma = noun.lemma_.lower()
    chief = lemma == "executive" and any(c.lower_ == "chief" for c in noun.children)
    return lemma.startswith("spokes") or chief
