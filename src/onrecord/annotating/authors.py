"""Who stands behind a word for somebody: the sender of a letter, an office’s holder, the company, both sides."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.actors import COUNTRY_NOUNS
from onrecord.annotating.commitmentwords import ACTORS, WRITINGS
from onrecord.annotating.earlier import before
from onrecord.annotating.issuers import issuer_of
from onrecord.annotating.surroundings import NOUNS, Surroundings
from onrecord.language.numberwords import UNITS
from onrecord.language.parsing import ParsedBlock
from onrecord.language.places import country_of
from onrecord.model.items import Entity

if TYPE_CHECKING:
    from onrecord.language.trees import Token

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
_RANKS = frozenset(
    {"prime", "vice", "deputy", "foreign", "finance", "interior", "health", "defence", "defense", "justice", "trade",
     "education", "energy", "transport", "environment", "agriculture", "labour", "labor", "culture", "economy", "home",
     "chief", "first", "lieutenant", "assistant", "associate", "executive", "managing", "general"}
)  # fmt: skip
"""Words before an office that make it another: the prime minister is no foreign minister."""
_PAST = frozenset({"former", "ex", "late", "then"})
_BODIES = frozenset(
    {"company", "firm", "group", "organization", "organisation", "chain", "retailer", "airline", "carmaker", "union",
     "manufacturer", "charity", "corporation", "operator", "start-up", "startup", "nonprofit", "lender", "insurer",
     "utility", "agency", "producer", "bank", "federation", "association", "publisher", "network", "club"}
)  # fmt: skip
"""Nouns that take up a body named before."""
_OF_STATES = frozenset({"government", "country", "administration", "state", "nation", "cabinet"})
"""What those who speak for a state call it."""
_OWN_NAMES = frozenset({"company", "firm", "group", "corporation", "charity", "organisation", "organization"})
_SORTS = (
    frozenset(
        {"company", "firm", "group", "corporation", "chain", "retailer", "airline", "carmaker", "manufacturer",
         "operator", "start-up", "startup", "utility", "producer", "publisher", "ltd", "plc", "inc", "corp", "holdings",
         "foods", "steel", "motors", "industries", "mining", "airways", "metals", "shipyard", "brewery"}
    ),
    frozenset({"union", "federation", "guild", "brotherhood", "league", "association", "alliance", "society"}),
    frozenset({"bank", "lender"}),
    frozenset({"club", "fc"}),
    frozenset({"charity", "foundation", "nonprofit"}),
    frozenset(
        {"council", "chamber", "ministry", "commission", "court", "parliament", "police", "committee", "government",
         "department", "inspectorate", "university", "senate", "assembly", "party", "embassy", "tribunal"}
    ),
)  # fmt: skip
"""Words for bodies, in names too, by the sort that they tell; a noun of one sort takes up no body of another."""
_OF = re.compile(r"\s(?:of|for|in|at|on)\s")
_PEOPLE = frozenset({"leader", "president", "minister", "man", "woman", "senator", "candidate", "governor", "mayor"})
_JOINT = re.compile(r",\s|,?\sand\s")
_FAR = 1500
"""Characters before "the two organisations" in which they are named together."""


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
    told += [c for c in head.children if c.dep_ in {"compound", "amod", "nmod"} and c.lower_ in _RANKS]
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


def state_meant(around: Surroundings, parsed: ParsedBlock, head: "Token") -> str | None:
    """The state whose "his government" or "our country" is, where who says it speaks for one."""
    whose = next((c.lower_ for c in head.children if c.dep_ == "poss"), "")
    if head.lemma_.lower() not in _OF_STATES or whose not in {"his", "her", "my", "our", "their"}:
        return None
    statement = around.statement_at(parsed.token_span(head))
    return statement.speaker.party if statement is not None else None


def body_meant(around: Surroundings, parsed: ParsedBlock, head: "Token") -> str | None:
    """The body that "the company" or "the ministry" takes up: named in its sentence or those before, or by its kind."""
    if head.tag_ != "NN" or not _is_bare(head) or around.entity_at(parsed.offset + head.idx) is not None:
        return None
    if head.lemma_.lower() in _OWN_NAMES and (issuer := issuer_of(around)) and may_be_called(issuer[0], head.lower_):
        return issuer[0]  # "the company" in its own release
    if head.lemma_.lower() in _BODIES:
        statement = around.statement_at(parsed.token_span(head))
        party = statement.speaker.party if statement is not None and statement.manner != "direct" else None
        if party and country_of(party) is None:
            return party
        for block, sentence in ((parsed, parsed.doc[head.sent.start : head.i]), *before(around, parsed, head)):
            if any(t.lemma_ == head.lemma_ and t.dep_ in _ARGUMENTS and _is_bare(t) for t in sentence):
                again = next((t for t in sentence if t.lemma_ == head.lemma_ and t.dep_ in _SUBJECTS), None)
                whole = again is not None and _is_bare(again)
                return body_meant(around, block, again) if again is not None and whole else None  # "sued the union"
            for token in sentence:
                if token.dep_ not in {"nsubj", "nsubjpass"}:
                    continue
                entity = around.entity_at(block.offset + token.idx)
                if entity is not None and entity.kind == "organisation" and may_be_called(entity.name, head.lower_):
                    return entity.name
                if entity is not None and entity.kind == "person" and entity.party and not country_of(entity.party):
                    return entity.party  # "Rehn met the minister. The company …"
    if head.lemma_.lower() not in ACTORS:
        return None
    for block, sentence in before(around, parsed, head):
        for token in sentence:
            if (
                token.lemma_ == head.lemma_
                and token.tag_ in {"NN", "NNP"}
                and token.dep_ in _ARGUMENTS
                and _is_told_apart(token)
            ):
                return around.name_of(block, token)
    return None


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ARGUMENTS = _SUBJECTS | {"dobj", "pobj"}


def may_be_called(name: str, noun: str) -> bool:
    """Whether a name does not tell that its bearer is of another sort: the Audit Chamber is no company."""
    words = set(_OF.split(name.lower())[0].split())
    if noun in words:
        return True
    sorts = next((sort for sort in _SORTS if noun in sort), frozenset())
    return not any(words & sort for sort in _SORTS if sort is not sorts)


def _is_bare(head: "Token") -> bool:
    """Whether a noun stands with "the" and nothing else that tells which."""
    beside = [c for c in head.children if c.dep_ not in {"punct", "relcl", "case"}]
    return len(beside) == 1 and beside[0].lower_ == "the"


def _is_told_apart(noun: "Token") -> bool:
    return any(c.dep_ in {"compound", "amod"} and c.ent_type_ not in {"DATE", "TIME"} for c in noun.children)


def several_meant(around: Surroundings, parsed: ParsedBlock, head: "Token") -> tuple[str, ...]:
    """Those named together before whom "the two organisations" or "both men" takes up."""
    counts = [2 if c.lower_ == "both" else UNITS.get(c.lower_, 0) for c in head.children]
    number = max(counts, default=0)
    lemma = head.lemma_.lower()
    if head.tag_ != "NNS" or not 2 <= number <= 7 or lemma not in _BODIES | _PEOPLE | COUNTRY_NOUNS | ACTORS:
        return ()
    kinds = {"person"} if lemma in _PEOPLE else {"organisation", "place"}
    return named_together(around, parsed.offset + head.idx, number, kinds)


def named_together(around: Surroundings, end: int, number: int, kinds: set[str]) -> tuple[str, ...]:
    """The last names of some kinds before a place in the text that stand in one row of so many: "A, B and C"."""
    rows: list[list[str]] = []
    stop = -1
    for span, entity in around.entities_in(max(0, end - _FAR), end):
        joined = _JOINT.fullmatch(around.text[stop : span.start].replace(" the ", " ")) if stop >= 0 else None
        if joined is not None and rows and entity.kind in kinds:
            rows[-1].append(entity.name)
        elif entity.kind in kinds:
            rows.append([entity.name])
        stop = span.end if entity.kind in kinds else -1
    fitting = [row for row in rows if len(set(row)) == number]
    return tuple(fitting[-1]) if fitting else ()
