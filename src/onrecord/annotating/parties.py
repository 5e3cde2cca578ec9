"""Parties of an undertaking: names for "we", "our three countries", "the two sides", and for coordinated subjects."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.actors import can_undertake
from onrecord.annotating.authors import body_meant, holder_of, is_writing, sender_of, several_meant, state_meant
from onrecord.annotating.commitmentwords import FUTURE, SELECTING
from onrecord.annotating.earlier import before, officer_before, pair_before, subject_before
from onrecord.annotating.issuers import issuer_called, issuer_of
from onrecord.annotating.jointly import is_before_name, is_title, joined, spelt_after
from onrecord.annotating.sides import are_two, countries_meant, is_definite, sides_named, stands_for_several
from onrecord.annotating.surroundings import NOUNS, OFFICIAL_HEADS, PRONOUNS, Surroundings, coordinated
from onrecord.annotating.voices import speaks_for_state
from onrecord.language.parsing import ParsedBlock
from onrecord.language.places import country_of
from onrecord.language.pronounwords import HE_OR_SHE, is_own
from onrecord.model.items import Statement

if TYPE_CHECKING:
    from onrecord.language.trees import Token

THIRD_PERSON = frozenset({"he", "she", "they", "it", "who", "which", "his", "her", "its", "their"})
_COUNTED = re.compile(r"^(?:(?:a )?(?:number|handful|range|series|couple)|dozens|hundreds|thousands) of (?:the )?")
"""What counts people in a name and does not tell who they are."""
_SOME = frozenset({"most", "many", "some", "several", "all", "one", "both", "each", "dozens", "members"})
_PRESENT = frozenset({"VBZ", "VBP"})
"""Tenses in which a speaker tells what is arranged."""
_NAMED_LAST = re.compile(r"^[a-z]\w* .*, (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3})$")
"""The name after what somebody is: "head of the port, Ann Lee"."""
_DESCRIBED = re.compile(r",? (?:who|whose|which|that) ")
"""What opens a clause about who is named."""


def parties_of(around: Surroundings, parsed: ParsedBlock, subject: "Token | None", trigger: "Token") -> tuple[str, ...]:
    """Who undertakes, as names a person reads; nothing where the text does not tell."""
    named = _parties(around, parsed, subject, trigger)
    return tuple(_NAMED_LAST.sub(r"\g<name>", name) for name in named)


def _parties(around: Surroundings, parsed: ParsedBlock, subject: "Token | None", trigger: "Token") -> tuple[str, ...]:
    if subject is None:
        voiced = around.cued_by(parsed.token_span(trigger))
        if voiced is None and (trigger.lower_ in FUTURE | {"is", "are", "going"} or trigger.tag_ in _PRESENT):
            return _speaker(around, parsed, trigger)  # of whom the clause says nothing
        return (voiced.speaker.name,) if voiced is not None and voiced.speaker.name else ()
    if is_writing(subject):
        sender = sender_of(around, parsed, subject) or around.name_of(parsed, subject)
        return (sender,) if sender is not None else ()
    if is_own(subject.text):
        joint = joint_parties(around, parsed, subject)
        return joint or _speaker(around, parsed, trigger)
    if subject.lower_ in {"they", "their"} or subject.lower_ in {"sides", "parties"}:
        told = _joined_tellers(around, parsed, subject) if subject.pos_ == "PRON" else ()
        joint = told or (pair_taken_up(around, parsed, subject) if subject.pos_ == "PRON" or are_two(subject) else ())
        if len(joint) > 1 and (subject.pos_ == "PRON" or len(set(joint)) == 2):
            return joint
    if subject.lower_ == "both" and (pair := pair_before(around, parsed, subject)):
        return pair
    if subject.lower_ in THIRD_PERSON:
        body = subject_before(around, parsed, subject) if subject.lower_ == "it" else None
        cued = around.cued_by(parsed.token_span(trigger)) if body is not None else None
        name = body if cued is None else None
        name = name or _told_by(around, parsed, subject, trigger) or _antecedent(around, parsed, subject)
        others = [_party_name(around, parsed, head) for head in coordinated(subject)[1:] if subject.lower_ in HE_OR_SHE]
        named = (name, *(one for one in others if one and one.split()[0].lower() not in THIRD_PERSON))
        return tuple(dict.fromkeys(one for one in named if one))
    counted = countries_meant(around, subject) or _countries_led(around, subject)
    counted = counted or several_meant(around, parsed, subject)
    if not counted and stands_for_several(subject):
        counted = sides_named(around, parsed.offset + subject.idx)
    if counted or stands_for_several(subject):
        return counted
    names: list[str] = []
    if beside := _named_beside(around, parsed, subject):
        return beside
    if several := spelt_after(around, parsed, subject):
        return several
    heads = joined(around, parsed, _bearer(around, parsed, subject))
    for head in heads:
        if len(heads) > 1 and (is_title(around, parsed, head) or is_before_name(around, parsed, head)):
            continue
        able = can_undertake(around, parsed, head) or (
            trigger.lemma_ in SELECTING and head.pos_ == "NOUN" and len(head) > 2
        )
        able = able or (trigger.lower_ in FUTURE and head.text[:1].isupper() and head.i > head.sent.start)
        definite = head.pos_ in NOUNS and is_definite(head)
        name = issuer_called(around, head.lower_) if definite else None
        name = name or (_party_name(around, parsed, head) if able else None)
        if definite and head.pos_ == "NOUN" and (name is None or name == head.text):
            name = around.body_called(head.lower_) or name
        if name and name not in names:
            names.append(name)
    twin = next((c for c in subject.children if c.dep_ == "appos"), None) if not names else None
    if twin is not None:
        spelt = around.entity_at(parsed.offset + twin.idx)
        names = [spelt.name] if spelt is not None else []  # "one of them, the Harbour Bank"
    if not names and (statement := around.cued_by(parsed.token_span(trigger))) is not None:
        teller = statement.speaker.name or statement.speaker.description
        teller = _readable(teller) if teller else None
        return (teller,) if teller and teller.lower() not in PRONOUNS else ()
    return tuple(names)


def _named_beside(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> tuple[str, ...]:
    """The body that a plural is, named between commas right after it: "the owners, Moll & Sons, intend to"."""
    twin = next((c for c in subject.children if c.dep_ == "appos"), None)
    if subject.tag_ != "NNS" or twin is None or twin.left_edge.i != subject.i + 2:
        return ()
    named = around.entity_at(parsed.offset + twin.idx)
    return (named.name,) if named is not None and named.kind == "organisation" else ()


def _readable(description: str) -> str:
    """Who is described: the name that ends a description, else the description without its clauses and counts."""
    named = _NAMED_LAST.search(description)
    return named["name"] if named is not None else _DESCRIBED.split(_COUNTED.sub("", description))[0]


def _joined_tellers(around: Surroundings, parsed: ParsedBlock, pronoun: "Token") -> tuple[str, ...]:
    """Who "they" are in what two of them say: "Lee and Marsh announced they will"."""
    clause = pronoun.head
    while clause.head != clause and (
        clause.dep_ in {"ccomp", "xcomp", "conj"}
        or (pronoun.lower_ == "their" and clause.dep_ in {"dobj", "pobj", "prep"})
    ):
        clause = clause.head
        subject = next((c for c in clause.children if c.dep_ == "nsubj" and c.i < pronoun.i), None)
        if subject is not None and subject.pos_ in {"NOUN", "PROPN"}:
            twin = next((c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
            several = joined(around, parsed, subject)
            if len(several) == 1 and twin is not None and subject.tag_ == "NNS":
                several = coordinated(twin)  # "two members, Ann Lee and Bo Falk, said they would"
            names = [_party_name(around, parsed, head) for head in several]
            return tuple(dict.fromkeys(name for name in names if name))
    return ()


def pair_taken_up(around: Surroundings, parsed: ParsedBlock, pronoun: "Token") -> tuple[str, ...]:
    """Who "they" are after sentences about two: "Norland and the union signed an accord. They agreed to …".

    What one of the two does by itself, or somebody whom a pronoun means, may stand between.
    """
    if pronoun.dep_ not in {"nsubj", "nsubjpass"}:
        return ()
    between: list[str] = []
    for block, sentence in before(around, parsed, pronoun):
        subject = next((t for t in sentence if t.dep_ in {"nsubj", "nsubjpass"} and t.head.dep_ == "ROOT"), None)
        if subject is None:
            continue
        names = countries_meant(around, subject) or several_meant(around, block, subject)
        names = names or tuple(_party_name(around, block, head) or "" for head in joined(around, block, subject))
        if len(names) > 1 and all(names):
            return names if all(one in names for one in between) else ()
        if subject.tag_ in {"NNS", "NNPS"}:
            return ()
        named = around.entity_at(block.offset + subject.idx)
        state = subject.lemma_ == "side" or (named is not None and named.kind == "place")
        if subject.pos_ != "PRON" and not state:
            between.append(names[0] if names else "")
    return ()


def _countries_led(around: Surroundings, head: "Token") -> tuple[str, ...]:
    """The countries of "the leaders of Norland and Sudmark", where all of them are known."""
    joint = next((c for c in head.children if c.dep_ == "prep" and c.lower_ in {"of", "from"}), None)
    led = next((c for c in joint.children if c.dep_ == "pobj"), None) if joint is not None else None
    if head.lower_ not in OFFICIAL_HEADS | {"leaders", "presidents", "governments"} or led is None:
        return ()
    if meant := countries_meant(around, led):
        return meant
    names = [country_of(" ".join(t.text for t in (*one.lefts, one) if t.pos_ == "PROPN")) for one in coordinated(led)]
    return tuple(name for name in names if name) if all(names) else ()


def _party_name(around: Surroundings, parsed: ParsedBlock, head: "Token") -> str | None:
    """A party's name: the country of "Norland’s officials" even where they are written together with another's."""
    officials = head.lower_ in OFFICIAL_HEADS and not any(c.dep_ in {"conj", "cc"} for c in head.children)
    own = [c for c in head.children if c.dep_ in {"amod", "compound", "poss", "nmod"}]
    if officials and len(own) == 1 and not any(c.dep_ in {"conj", "cc"} for c in own[0].children):
        words = " ".join(token.text for token in own[0].subtree if token.pos_ in {"PROPN", "ADJ"})
        country = country_of(words) or country_of(own[0].text)
        if country is not None:
            return country
    name = (
        state_meant(around, parsed, head)
        or _spelt_out(around, parsed, head)
        or holder_of(around, parsed, head)
        or body_meant(around, parsed, head)
    )
    name = name or around.name_of(parsed, head)
    if name is not None and " " not in name and (named := around.entity_at(parsed.offset + head.idx)) is not None:
        whole = around.body_called(name.lower()) if named.kind == "organisation" else None
        name = whole if whole is not None and whole.endswith(name) else name  # "the Authority"
    return _COUNTED.sub("", name.removesuffix("'s").removesuffix("’s").rstrip("'’")) if name else None


def _spelt_out(around: Surroundings, parsed: ParsedBlock, head: "Token") -> str | None:
    """The name right after the noun that says what it is: "the ferry operator Northline", "carmaker Torv"."""
    doc, at = parsed.doc, head.i + 1
    if head.tag_ != "NN" or around.entity_at(parsed.offset + head.idx) is not None:
        return None
    twin = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    spelt = around.entity_at(parsed.offset + twin.idx) if twin is not None else None
    if spelt is not None and spelt.kind in {"person", "organisation"}:
        return spelt.name  # "one group, Partners for the Bay"
    if at >= len(doc) or doc[at].pos_ != "PROPN" or doc[at].sent != head.sent:
        return None
    if (named := around.entity_at(parsed.offset + doc[at].idx)) is not None:
        return named.name
    end = at
    while end + 1 < len(doc) and doc[end + 1].pos_ == "PROPN":
        end += 1
    return str(doc[at : end + 1].text)


def _bearer(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> "Token":
    """Who undertakes where the parse gives a thing of theirs: the candidates in "candidates for the post calling …"."""
    described = subject
    while described.dep_ == "conj" and described.pos_ == "NOUN" and described.head.pos_ == "NOUN":
        described = described.head
    if described.dep_ == "appos" and described is not subject and described.head.pos_ == "PROPN":
        return described.head  # "Ann Lee, a pilot and influential member who said she would"
    current = subject
    if subject.pos_ == "NUM" or subject.lower_ in _SOME:
        joint = next((c for c in subject.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        whom = next((g for g in joint.children if g.dep_ == "pobj"), None) if joint is not None else None
        if whom is not None and whom.pos_ in {"NOUN", "PROPN"} and subject.lower_ != "members":
            return whom
    for _ in range(3):
        if can_undertake(around, parsed, current) or current.dep_ not in {"pobj", "conj"}:
            return current
        above = current.head.head if current.dep_ == "pobj" else current.head
        if above.pos_ not in {"NOUN", "PROPN"}:
            return current
        current = above
    return current


def joint_parties(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> tuple[str, ...]:
    """The parties of a joint "we all agreed" where the sentence or the one before names their number."""
    sentence = subject.sent
    start = max(0, sentence.start - 45)
    joint = any(child.lower_ in {"all", "both"} for child in subject.children) or any(
        token.lower_ == "all" and token.i - subject.i in {1, 2} for token in parsed.doc[subject.i : subject.i + 3]
    )
    for token in reversed(parsed.doc[start : sentence.end]):
        found = countries_meant(around, token)
        if found and (joint or token.i >= sentence.start):
            return found
    return ()


def _speaker(around: Surroundings, parsed: ParsedBlock, trigger: "Token") -> tuple[str, ...]:
    statement = around.statement_at(parsed.token_span(trigger))
    if statement is None:
        return issuer_of(around)
    if statement.speaker.entity is None and (voice := around.voice_at(parsed.token_span(trigger))) is not None:
        statement = voice  # "if the review shows …, we will": who speaks, not what shows
    speaker = statement.speaker
    subject = next((c for c in trigger.children if c.dep_ == "nsubj"), None)
    if subject is None:
        subject = next((c for c in trigger.head.children if c.dep_ == "nsubj"), None)
    personal = subject is not None and subject.lower_ in {"i", "my"}
    own = personal or not speaks_for_state(around, speaker)
    name = (speaker.name or speaker.party) if own else (speaker.party or speaker.name)
    if not personal and speaker.party and around.document.genre == "release" and (issuer := issuer_of(around)):
        name = issuer[0] if name == speaker.party else name  # "we" of whoever signs for the body
    name = name or speaker.description
    if name is None and (teller := _told_after(parsed, statement)) is not None:
        meant = around.meant_by(parsed, teller)
        name = meant.name if meant is not None else subject_before(around, parsed, teller)
    return (name,) if name else ()


def _told_after(parsed: ParsedBlock, statement: Statement) -> "Token | None":
    """The "he" or "she" that a statement's source is, in the same block."""
    for span in statement.source:
        found = parsed.piece_at(span, "strict")
        if found is not None and len(found) == 1:
            return found[0]
    return None


def _told_by(around: Surroundings, parsed: ParsedBlock, pronoun: "Token", trigger: "Token") -> str | None:
    """Who says the verb that undertakes ("she vowed"), else whom the pronoun means."""
    if pronoun.lower_ in {"who", "which"}:
        return None
    statement = around.cued_by(parsed.token_span(trigger)) if pronoun.dep_ in {"nsubj", "nsubjpass"} else None
    name = (statement.speaker.name or statement.speaker.description) if statement is not None else None
    if name and name.split()[0].lower() not in THIRD_PERSON:
        return _readable(name)
    entity = around.meant_by(parsed, pronoun) if pronoun.lower_ in HE_OR_SHE | {"it", "its"} else None
    if pronoun.lower_ in {"his", "her", "its", "their"} and (local := _owner_in_clause(around, parsed, pronoun)):
        other = entity is not None and pronoun.lower_ in {"his", "her"} and _is_apart(pronoun)
        told = around.statement_at(parsed.token_span(pronoun)) if other else None
        if told is not None and told.manner != "direct" and told.speaker.name:
            return told.speaker.name
        return entity.name if entity is not None and other else local
    return entity.name if entity is not None else None


def _is_apart(pronoun: "Token") -> bool:
    """Whether the clause of a possessive speaks of a second person by pronoun: "a judge would not treat him … his"."""
    top = pronoun.head
    while top.pos_ not in {"VERB", "AUX"} and top.head != top:
        top = top.head
    return any(c.dep_ in {"dobj", "dative"} and c.lower_ in {"him", "her"} and c.i < pronoun.i for c in top.children)


def _owner_in_clause(around: Surroundings, parsed: ParsedBlock, pronoun: "Token") -> str | None:
    """The subject of the clause that a possessive stands in: "the candidate repeated his promise"."""
    top = pronoun.head
    while top.pos_ not in {"VERB", "AUX"} and top.head != top:
        top = top.head
    subject = next((c for c in top.children if c.dep_ == "nsubj" and c.i < pronoun.i), None)
    faulted = next((c for c in top.children if c.dep_ == "dobj" and c.ent_type_ == "PERSON" and c.i < pronoun.i), None)
    if faulted is not None and pronoun.lower_ in HE_OR_SHE and _is_over(pronoun, top):
        blamed = around.entity_at(parsed.offset + faulted.idx)
        if blamed is not None and around.may_be(pronoun, blamed):
            return blamed.name
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or not can_undertake(around, parsed, subject):
        return None
    named = around.entity_at(parsed.offset + subject.idx)
    if named is not None and pronoun.lower_ in HE_OR_SHE:
        return named.name if around.may_be(pronoun, named) else None
    if (
        named is not None
        and pronoun.lower_ == "its"
        and (named.kind != "person" or not (named.roles or " " in named.name))
    ):
        return named.name
    if (pronoun.lower_ in HE_OR_SHE) != (
        subject.ent_type_ not in {"ORG", "GPE", "NORP"} and subject.tag_ not in {"NNS"}
    ):
        return None
    return around.name_of(parsed, subject)


def _is_over(pronoun: "Token", verb: "Token") -> bool:
    """Whether a possessive stands in what somebody is praised or blamed for: "criticised Lee over his call"."""
    current = pronoun.head
    while current.head not in {verb, current}:
        current = current.head
    return current.dep_ == "prep" and current.lower_ in {"over", "for", "about"}


def _antecedent(around: Surroundings, parsed: ParsedBlock, pronoun: "Token") -> str | None:
    """Whom a pronoun stands for: the speaker in an indirect statement, else the one fitting name just before."""
    statement = around.statement_at(parsed.token_span(pronoun))
    if statement is not None and statement.manner not in {"direct", "turn"}:
        teller = statement.speaker.name or (statement.speaker.description if pronoun.lower_ == "they" else None)
        if teller and pronoun.lower_ in HE_OR_SHE | {"they"}:
            return teller
    start = parsed.offset + max(0, pronoun.sent.start_char - 250)
    fitting = (
        {"person"}
        if pronoun.lower_ in {"he", "she"}
        else {"organisation", "place"}
        if pronoun.lower_ == "it"
        else set()
    )
    names = [
        entity.name for _, entity in around.entities_in(start, parsed.offset + pronoun.idx) if entity.kind in fitting
    ]
    subjects = [
        name for child in pronoun.sent if child.dep_ in {"nsubj", "nsubjpass"} and child.i < pronoun.i
        and (entity := around.entity_at(parsed.offset + child.idx)) and entity.kind in fitting and (name := entity.name)
    ]  # fmt: skip
    if subjects:
        return subjects[-1]
    if (named_next := _named_next(around, parsed, pronoun)) is not None:
        return named_next
    if pronoun.lower_ in {"he", "she"} and (officer := officer_before(around, parsed, pronoun)) is not None:
        return _party_name(around, *officer)
    distinct = list(dict.fromkeys(names))
    return distinct[0] if len(distinct) == 1 else subject_before(around, parsed, pronoun)


def _named_next(around: Surroundings, parsed: ParsedBlock, pronoun: "Token") -> str | None:
    """The subject of the main clause, for a pronoun of the clause before it: "after it promised aid, the party …"."""
    clause = pronoun.head
    while clause.dep_ in {"ccomp", "xcomp", "conj", "pcomp", "prep"} and clause.head != clause:
        clause = clause.head
    if clause.dep_ != "advcl" or clause.i > clause.head.i:
        return None
    main = next((c for c in clause.head.children if c.dep_ == "nsubj" and c.i > clause.i and c.pos_ in NOUNS), None)
    if main is None or not can_undertake(around, parsed, main):
        return None
    named = around.entity_at(parsed.offset + main.idx)
    person = named.kind == "person" if named is not None else main.ent_type_ == "PERSON"
    return _party_name(around, parsed, main) if person == (pronoun.lower_ in HE_OR_SHE) else None
