"""Whether a told deed is that of who undertook it: by name, by the body or state he stands for, or in his own words."""

import re

from onrecord.comparing.bearers import STYLED
from onrecord.comparing.belonging import is_of_body
from onrecord.comparing.keys import place_key
from onrecord.language.gazetteers import is_role_head
from onrecord.language.places import country_of
from onrecord.model.documents import Document
from onrecord.model.identity import fold
from onrecord.model.items import Argument, Claim, Commitment

_NAME_JOINTS = frozenset({"the", "of", "s", "for"})
_NEAR = 200
"""Characters before a deed in which a party stands for whom "it" may mean."""
_NAME = re.compile(r"\b[A-Z][\w-]+")
_SIDES = re.compile(
    r"(?:the |both |all )*(?:two |three |four )?(?:sides|parties|governments|countries|states|nations|delegations)",
    re.I,
)
_SHORTEST = 3
"""Letters of a name at least that may stand for a longer one."""
_FIELD = 2
"""Words of a body's name with its field."""
_OURSELVES = frozenset({"we", "i", "us", "our"})


def done_by_party(commitment: Commitment, claim: Claim, document: Document, later: Document) -> bool:
    """Whether a deed is a party's, or that of the state that the document says a party belongs to.

    A deed that is told without a doer is a party's where the telling names one.
    """
    agent = claim.proposition.argument("agent")
    names = (*commitment.parties, *commitment.counterparts)
    if by_untold(claim):
        near = later.text[max(0, claim.spans[0].start - _NEAR) : claim.spans[-1].end]
        called = {name for name in _NAME.findall(near) if len(name) > _SHORTEST}
        return any(
            is_named(party, fold(near)) or any(is_of_body(party, name, later.text) for name in called)
            for party in commitment.parties
        )
    if agent is not None:
        return _are_those_who_agreed(agent, commitment) or is_party(commitment, claim, document, later)
    text = fold(later.text)
    return not names or any(is_named(name, text) or _is_called(name, text) for name in names)


def _are_those_who_agreed(agent: Argument, commitment: Commitment) -> bool:
    """Whether a deed is of "the two sides" of what several have agreed, or nobody is told to have agreed alone."""
    return commitment.kind == "agreement" and len(commitment.parties) != 1 and _SIDES.fullmatch(agent.text) is not None


def is_named(party: str, folded: str) -> bool:
    """Whether a folded text names a party; a ministry also by its minister."""
    name = fold(party)
    return name in folded or (name.endswith(" ministry") and f"{name.removesuffix('ry')}er" in folded)


def _is_called(party: str, folded: str) -> bool:
    """Whether a folded text calls a body by what it is: "the council" for "Harl council"; a state has no such name."""
    *named, last = party.split()
    return bool(named) and last.islower() and f"the {last} " in f"{folded} "


def by_untold(claim: Claim) -> bool:
    """Whether a deed's doer is a pronoun that nothing tells: "the envoys it expelled"."""
    agent = claim.proposition.argument("agent")
    return agent is not None and agent.entity is None and agent.text.lower() in {"it", "they"}


def in_first_person(claim: Claim) -> bool:
    """Whether who tells a deed tells it of himself or his own: "we have set up the fund"."""
    agent = claim.proposition.argument("agent")
    return agent is not None and agent.text.lower() in _OURSELVES


def is_party(commitment: Commitment, claim: Claim, document: Document, later: Document) -> bool:
    """Whether the doer of a deed is one of those who undertook it; `later` is the document that tells the deed."""
    agent = claim.proposition.argument("agent")
    if agent is None:
        return False
    names = (*commitment.parties, *commitment.counterparts)
    if in_first_person(claim):
        return _is_tellers(commitment, claim, document, later)
    if place_key(agent) in {fold(name) for name in names} or any(_same_body(agent.text, name) for name in names):
        return True
    if any(_is_short(agent, name, document, later) or _is_body_of(agent, name, document) for name in names):
        return True
    if any(_is_surname(agent, name, later) for name in commitment.parties):
        return True
    if any(is_of_body(who, agent.text, text) for who in commitment.parties for text in (document.text, later.text)):
        return True
    return any(
        f"{party} of {agent.text}" in document.text or f"{agent.text}'s {party}" in document.text
        for party in commitment.parties
    )


def _is_title(word: str) -> bool:
    """Whether a word stands before the last name of somebody whose first name is not told: "Mr", "President"."""
    return word.rstrip(".") in STYLED or is_role_head(word)


def _is_tellers(commitment: Commitment, claim: Claim, document: Document, later: Document) -> bool:
    """Whether "we" of a told deed are who undertook it: the teller, the body that he speaks for, or a release's own."""
    tellers = [name for name in (claim.holder.name, claim.holder.party) if name]
    tellers += [later.outlet] if later.genre == "release" and later.outlet else []
    return any(
        fold(teller) == fold(party) or _same_body(teller, party)
        or any(is_of_body(teller, party, text) for text in (later.text, document.text))
        for teller in tellers
        for party in commitment.parties
    )  # fmt: skip


def _same_body(one: str, other: str) -> bool:
    """Whether two names are one in other order: "Norland's central bank", "the central bank of Norland"."""
    mine, theirs = ({word for word in fold(name).split() if word not in _NAME_JOINTS} for name in (one, other))
    return len(mine) > 1 and mine == theirs


def _is_body_of(agent: Argument, name: str, document: Document) -> bool:
    """Whether a body that the promise calls in short is told by its field: "the ministry", "the transport ministry"."""
    words = agent.text.lower().removeprefix("the ").split()
    if name != name.lower() or " " in name or len(words) < _FIELD or words[-1] != name:
        return False
    text = document.text.lower()
    return all(word in text for word in words[:-1])


def _is_short(agent: Argument, name: str, document: Document, later: Document) -> bool:
    """Whether a doer's name is the beginning of a party's, which both documents write: "Torv" of "Torv Metals"."""
    short = agent.text.removeprefix("The ").removeprefix("the ")
    begins = name.startswith(f"{short} ") or short.startswith(f"{name} ")
    if not begins or not short[:1].isupper() or min(len(short), len(name)) < _SHORTEST:
        return False
    longer = max(short, name, key=len)
    return country_of(min(short, name, key=len)) is None and longer in document.text and longer in later.text


def _is_surname(agent: Argument, name: str, later: Document) -> bool:
    """Whether a doer is told by the last name of a party, which nobody else has there: "Mr Lee" for "Ann Lee"."""
    first, *rest = name.split()
    if len(rest) != 1 or not (first[:1].isupper() and rest[0][:1].isupper()) or _is_title(first):
        return False
    words = [word for word in agent.text.split() if not _is_title(word)]
    if words != rest:
        return False
    called = re.findall(rf"\b([A-Z][\w’'-]*)\.? {re.escape(rest[0])}\b(?! [A-Z])", later.text)
    return called != [] and all(map(_is_title, called))
