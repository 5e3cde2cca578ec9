"""Who stands behind a word for somebody: the sender of a letter, the one person whom an office names."""

from typing import TYPE_CHECKING

from onrecord.annotating.commitmentwords import WRITINGS
from onrecord.annotating.earlier import before
from onrecord.annotating.surroundings import NOUNS, Surroundings
from onrecord.language.parsing import ParsedBlock
from onrecord.model.items import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token

_PUTTING_OUT = frozenset(
    {"air", "release", "issue", "run", "send", "write", "publish", "post", "file", "sign", "launch", "circulate",
     "email", "deliver", "mail", "submit", "tweet", "unveil", "broadcast", "read"}
)  # fmt: skip
_ALIKE = {
    "congressman": "rep", "congresswoman": "rep", "representative": "rep", "senator": "sen", "governor": "gov",
    "lawmaker": "rep", "front-runner": "candidate", "frontrunner": "candidate", "nominee": "candidate",
    "contender": "candidate", "hopeful": "candidate", "premier": "prime minister",
}  # fmt: skip
"""Words for an office by the one form in which they are compared."""
_OFFICES = frozenset(_ALIKE) | {
    "candidate", "president", "minister", "secretary", "mayor", "chancellor", "chairman", "chairwoman", "chair",
    "director", "commissioner", "ambassador", "speaker", "judge", "sheriff", "attorney", "pope", "king", "queen",
    "prosecutor", "spokesman", "spokeswoman", "spokesperson", "founder", "executive", "chief", "councillor",
}  # fmt: skip
"""Nouns for an office that one person in a text may hold."""
_BACK = 6000
"""Characters before a noun in which the person who holds its office is looked for."""
_PAST = frozenset({"former", "ex", "late", "then"})


def sender_of(around: Surroundings, parsed: ParsedBlock, writing: "Token") -> str | None:
    """Whose a letter, lawsuit or advertisement is: its possessor, whom it comes from, or who puts it out."""
    own = _sender_here(around, parsed, writing)
    if own is not None:
        return own
    lemma = writing.lemma_.lower()
    for block, sentence in before(around, parsed, writing):
        for token in sentence:
            if token.lemma_.lower() == lemma and (named := _sender_here(around, block, token)) is not None:
                return named
    return None


def is_writing(head: "Token") -> bool:
    """Whether a noun is something written or shown, that speaks for its author."""
    return head.pos_ == "NOUN" and head.lemma_.lower() in WRITINGS


def _sender_here(around: Surroundings, parsed: ParsedBlock, writing: "Token") -> str | None:
    for child in writing.children:
        given = child.dep_ in {"prep", "agent"} and child.lower_ in {"from", "by"}
        whose = child if child.dep_ == "poss" else None
        if given or (child.dep_ == "acl" and child.lemma_ in _PUTTING_OUT):
            whose = next((g for g in child.subtree if g.dep_ == "pobj" and g.head.lower_ in {"from", "by"}), None)
        elif child.dep_ == "relcl":
            whose = next((g for g in child.children if g.dep_ == "nsubj" and g.pos_ in NOUNS and g.i < child.i), None)
        elif child.dep_ in {"compound", "nmod", "amod"} and child.ent_type_ in {"PERSON", "ORG"}:
            whose = child
        if whose is not None and whose.pos_ in NOUNS and (name := around.name_of(parsed, whose)) is not None:
            return name
    verb = writing.head
    if writing.dep_ == "dobj" and verb.lemma_ in _PUTTING_OUT:
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i and c.pos_ in NOUNS), None)
        return around.name_of(parsed, subject) if subject is not None else None
    return None


def holder_of(around: Surroundings, parsed: ParsedBlock, head: "Token") -> str | None:
    """The one person whom a definite office names: "the Norland congressman" where the text tells of Rep. Lee."""
    if head.tag_ not in {"NN", "NNP"} or head.lemma_.lower() not in _OFFICES:
        return None
    if not any(c.lower_ == "the" for c in head.children) or any(c.dep_ in {"poss", "appos"} for c in head.children):
        return None
    if around.entity_at(parsed.offset + head.idx) is not None:
        return None
    statement = around.statement_at(parsed.token_span(head))
    teller = around.entity_of(statement.speaker.entity) if statement is not None else None
    if teller is not None and statement is not None and statement.manner == "indirect" and _holds(teller, head):
        return teller.name
    at = parsed.offset + head.idx
    fitting = {e.name: None for _, e in around.entities_in(max(0, at - _BACK), at) if _holds(e, head)}
    return next(iter(fitting)) if len(fitting) == 1 else None


def _holds(entity: Entity, head: "Token") -> bool:
    """Whether a person has a role of the noun's office, with the words before the noun that tell which."""
    if entity.kind != "person":
        return False
    office = _office(head.lemma_)
    past = any(c.lower_ in _PAST for c in head.children)
    told = [
        c for c in head.children if c.dep_ in {"compound", "amod", "nmod"} and c.ent_type_ in {"GPE", "NORP", "ORG"}
    ]
    for role in entity.roles:
        words = [word.strip(".,").lower() for word in role.title.split()]
        if not words or _office(words[-1]) != office or bool(set(words) & _PAST) != past:
            continue
        about = f"{role.title} {role.organisation or ''} {entity.party or ''}".lower()
        if all(child.lower_ in about for child in told):
            return True
    return False


def _office(word: str) -> str:
    word = word.lower().strip(".")
    return _ALIKE.get(word, word)
