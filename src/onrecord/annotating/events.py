"""Events: meetings, arrests, charges, votes and the like, with time, place and participants, each once a document."""

from typing import TYPE_CHECKING

from onrecord.annotating.commitmentwords import ACTORS
from onrecord.annotating.eventwords import (
    BODIES,
    DATED,
    FILED,
    LOOSE,
    MEETING_OBJECTS,
    NOUNS,
    TOPICS,
    TWO_WORDS,
    VERBS,
)
from onrecord.annotating.parties import countries_meant, stands_for_several
from onrecord.annotating.surroundings import (
    THROUGH,
    Surroundings,
    clause_of,
    coordinated,
    interval_of,
    negated,
    subject_of,
)
from onrecord.language.calendar import contains, known, overlaps
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.language.quantitywords import singular
from onrecord.model.identity import content_id
from onrecord.model.items import Entity, Event, Statement
from onrecord.model.spans import Evidence, Span, in_order

if TYPE_CHECKING:
    from spacy.tokens import Token

VERSION = "events/3"
LONGEST_TEXT = 40
"""Words of an event's text at most."""
PAIRED = frozenset({"meeting", "call", "press_conference", "signing", "agreement"})
"""Sorts whose mentions are one event when they share a day and a participant."""


THINGS_COUNT = frozenset(
    {"seizure", "arrest", "extradition", "death", "attack", "charge", "conviction", "closure", "meeting"}
)
"""Sorts in which common nouns take part: "laboratories", "two officers"."""
TELLING_ALONE = frozenset({"seizure", "arrest", "extradition", "conviction", "death", "meeting"})
"""Sorts told of without a day or a name."""
UNLIKE = frozenset({"attack", "resignation", "protest", "visit", "death", "return"})
"""Sorts whose verbs mean something else with a particle ("fired back", "shelled out")."""


class Draft:
    """An event while its mentions are gathered."""

    __slots__ = ("kind", "participants", "place", "score", "spans", "text", "trigger", "when")

    def __init__(self, kind: str, span: Span, text: str, trigger: str) -> None:
        self.kind = kind
        self.spans = [span]
        self.text = text
        self.trigger = trigger
        self.when = interval_of(None)
        self.place: str | None = None
        self.participants: list[str] = []
        self.score = 0.5


def find_events(
    analysis: Analysis, entities: tuple[Entity, ...], statements: tuple[Statement, ...]
) -> tuple[Event, ...]:
    """Every event that a document tells of, in text order, its mentions merged."""
    around = Surroundings(analysis, entities, statements)
    drafts: list[Draft] = []
    for parsed in analysis.blocks:
        for token in parsed.doc:
            draft = _draft(around, parsed, token)
            if draft is not None:
                _merge(drafts, draft)
    document = analysis.document.id
    return tuple(
        Event(
            id=content_id("event", document, draft.kind, draft.spans[0]), kind=draft.kind,
            mentions=(Evidence(document=document, spans=in_order(draft.spans)),), text=draft.text, when=draft.when,
            place=draft.place, participants=tuple(draft.participants), score=round(draft.score, 3),
        )
        for draft in drafts
    )  # fmt: skip


def _draft(around: Surroundings, parsed: ParsedBlock, token: "Token") -> Draft | None:
    verbal = token.pos_ == "VERB"
    if verbal:
        kind = VERBS.get(token.lemma_)
        if kind is None or not _happens(token) or not _literal(token, kind):
            return None
    elif token.pos_ in {"NOUN", "PROPN"}:
        kind = NOUNS.get(token.lemma_.lower()) or NOUNS.get(token.lower_)
        if kind is None or token.dep_ in {"compound", "amod", "npadvmod"}:
            return None
        pair = f"{parsed.doc[token.i - 1].lower_} {token.lower_}" if token.i else ""
        kind = NOUNS[pair] if pair in TWO_WORDS else kind
        if not _definite(token) or _is_body(around, parsed, token):
            return None
    else:
        return None
    mention = around.when(parsed, token)
    if mention is None and (token.lemma_.lower() in DATED or _indefinite(token)):
        return None
    participants = _participants(around, parsed, token, verbal=verbal)
    loose = token.lemma_.lower() in LOOSE
    if not participants and (mention is None or not verbal or loose):
        return None
    participants = [
        name
        for name in participants
        if kind in THINGS_COUNT or any(c.isupper() for c in name) or singular(name.split()[-1]) in ACTORS
    ]
    if not participants and (mention is None or not verbal or loose):
        return None
    if mention is None and kind not in TELLING_ALONE and not _named(around, participants):
        return None
    if loose and verbal and mention is None and not _named(around, participants):
        return None
    if loose and not verbal and (mention is None or not participants):
        return None
    span, text = _told(around, parsed, token)
    draft = Draft(kind, span, text, token.lemma_.lower())
    draft.when = interval_of(mention)
    draft.place = around.place_of(parsed, token)
    draft.participants = participants
    draft.score = 0.45 + 0.15 * bool(participants) + 0.2 * (mention is not None) + 0.1 * verbal
    return draft


def _is_body(around: Surroundings, parsed: ParsedBlock, noun: "Token") -> bool:
    """Whether a noun is part of a body's name: "the Norland Conference of Bishops"."""
    entity = around.entity_at(parsed.offset + noun.idx)
    if noun.pos_ != "PROPN" or noun.lower_ not in BODIES:
        return False
    if entity is not None and entity.kind == "organisation":
        return True
    return any(
        child.lower_ in {"of", "on", "for"} and any(g.pos_ == "PROPN" and g.dep_ == "pobj" for g in child.children)
        for child in noun.children
    )


def _indefinite(noun: "Token") -> bool:
    """Whether an undated noun names only some event that may be ("an invasion of …"), and is not held or filed."""
    if noun.pos_ != "NOUN" or noun.head.lemma_ in FILED | {"have", "hold", "attend", "lead", "join", "survive"}:
        return False
    return any(child.lower_ in {"a", "an"} for child in noun.children)


def _happens(verb: "Token") -> bool:
    """Whether a verb tells of something that took or takes place, and is no wish, denial or condition."""
    if negated(verb) or verb.dep_ == "amod":
        return False
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if auxiliaries & {"could", "would", "should", "might", "may", "can", "must", "do", "does"}:
        return False
    if any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in verb.children):
        return False
    if verb.lemma_ == "meet" and any(c.dep_ == "dobj" and c.lemma_ in MEETING_OBJECTS for c in verb.children):
        return False
    if verb.tag_ == "VB":
        planned = verb.dep_ == "xcomp" and verb.head.lemma_ in {"set", "schedule", "agree", "plan", "expect", "commit"}
        return bool(auxiliaries & {"will", "’ll", "'ll", "to"}) and ("to" not in auxiliaries or planned)
    if verb.tag_ == "VBG":
        if verb.dep_ == "pcomp":
            return verb.head.lower_ in {"for", "after", "since", "upon", "following"}
        return bool(auxiliaries & {"is", "are", "was", "were", "been", "having"}) or verb.dep_ in {"acl", "advcl"}
    return verb.tag_ in {"VBD", "VBN"} or (verb.tag_ in {"VBP", "VBZ"} and bool(auxiliaries))


def _literal(verb: "Token", kind: str) -> bool:
    """Whether a verb is meant as its sort: no particle, no price, no plan that is "executed"."""
    for child in verb.children:
        if kind == "closure" and child.dep_ in {"dobj", "nsubjpass", "nsubj"} and child.lemma_ in TOPICS:
            return False
        if child.dep_ == "prt" and kind in UNLIKE:
            return False
        if kind == "charge" and child.dep_ != "prep" and any(t.text in {"$", "£", "€"} for t in child.subtree):
            return False
        if child.dep_ in {"dobj", "nsubjpass"}:
            if kind == "charge" and (child.ent_type_ == "MONEY" or any(g.ent_type_ == "MONEY" for g in child.children)):
                return False
            if verb.lemma_ in {"execute", "storm", "demonstrate", "march"} and child.ent_type_ not in {
                "PERSON",
                "NORP",
            }:
                return child.tag_ == "NNS" and verb.lemma_ == "execute"
    return True


def _definite(noun: "Token") -> bool:
    """Whether a noun points to one event: with an article, a possessor, an ordinal or a date."""
    if any(
        child.lower_ in {"no", "any", "every", "more", "many", "further", "some", "such", "all"}
        for child in noun.children
    ):
        return False
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in FILED and not negated(noun.head):
        return True
    if noun.tag_ in {"NNS", "NNPS"} and noun.lower_ not in {"talks", "remarks", "elections"}:
        return any(child.dep_ in {"poss"} for child in noun.children)
    return any(child.dep_ in {"det", "poss", "amod", "nmod", "compound"} for child in noun.children)


def _participants(around: Surroundings, parsed: ParsedBlock, trigger: "Token", *, verbal: bool) -> list[str]:
    heads: list[Token] = []
    if verbal:
        subject = subject_of(trigger)
        if subject is not None:
            heads.extend(coordinated(subject))
        for child in trigger.children:
            if child.dep_ in {"dobj", "nsubjpass", "dative"}:
                heads.extend(coordinated(child))
            elif child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in {"with", "by", "against"}):
                heads.extend(g for c in child.children if c.dep_ == "pobj" for g in coordinated(c))
    else:
        for child in trigger.children:
            if child.dep_ == "poss":
                heads.append(child)
            elif child.dep_ == "prep" and child.lower_ in {"with", "between", "of", "by", "among", "against"}:
                heads.extend(g for c in child.children if c.dep_ == "pobj" for g in coordinated(c))
        head = trigger.head
        if trigger.dep_ in {"dobj", "nsubjpass"} and head.lemma_ in FILED:
            for child in head.children:
                if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in {"against", "with"}):
                    heads.extend(g for c in child.children if c.dep_ == "pobj" for g in coordinated(c))
        if trigger.dep_ == "dobj" and head.lemma_ in {
            "hold",
            "have",
            "attend",
            "host",
            "lead",
            "join",
            "begin",
            "call",
            "cast",
            "win",
            "chair",
            "conduct",
        }:
            subject = subject_of(head)
            heads.extend(coordinated(subject) if subject is not None else [])
    names = _pictured(around, parsed, trigger) if parsed.block.kind == "caption" else []
    for head in heads if not names else ():
        if head.lemma_.lower() in THROUGH - {"group", "part"}:
            continue
        if stands_for_several(head):
            names.extend(name for name in countries_meant(around, head) if name not in names)
            continue
        entity = around.entity_at(parsed.offset + head.idx)
        if entity is not None and entity.kind in {"law", "event"}:
            continue
        if entity is None and head.pos_ == "NOUN" and not verbal and not head.ent_type_:
            continue
        name = around.name_of(parsed, head)
        if name and name not in names and not name[:1].isdigit() and head.ent_type_ not in {"DATE", "TIME"}:
            names.append(name)
    return names[:8]


def _pictured(around: Surroundings, parsed: ParsedBlock, trigger: "Token") -> list[str]:
    """The persons that a caption names before what they do, without the offices between their names."""
    start = parsed.offset + trigger.sent.start_char
    named = [e.name for _, e in around.entities_in(start, parsed.offset + trigger.idx) if e.kind == "person"]
    return list(dict.fromkeys(named))


def _named(around: Surroundings, participants: list[str]) -> bool:
    return any(name[:1].isupper() for name in participants)


def _told(around: Surroundings, parsed: ParsedBlock, trigger: "Token") -> tuple[Span, str]:
    """The words that tell of the event: its clause, within bounds, else the trigger's own phrase."""
    left, right = clause_of(trigger)
    piece = parsed.doc.char_span(left, right, alignment_mode="contract")
    if piece is None or len(piece) > LONGEST_TEXT or trigger.pos_ != "VERB":
        first = max(trigger.left_edge.i, trigger.i - 15)
        last = min(trigger.right_edge.i, trigger.i + 24)
        if trigger.pos_ == "VERB":
            subject = subject_of(trigger)
            first = max(
                min(first, subject.left_edge.i) if subject is not None else first, trigger.i - 20, trigger.sent.start
            )
        piece = parsed.doc[first : last + 1]
    while len(piece) > 1 and (piece[-1].is_punct or piece[-1].is_space):
        piece = piece[:-1]
    while len(piece) > 1 and (piece[0].is_punct or piece[0].is_space or piece[0].dep_ in {"cc", "mark"}):
        piece = piece[1:]
    return parsed.span_of(piece), " ".join(piece.text.split())


def _merge(drafts: list[Draft], draft: Draft) -> None:
    """Join a draft to the event it repeats: same sort, times that agree, a shared participant (or none named)."""
    for other in drafts:
        if other.kind != draft.kind:
            continue
        if any(span.overlaps(draft.spans[0]) for span in other.spans) and other.trigger == draft.trigger:
            _join(other, draft)
            return
        shared = set(other.participants) & set(draft.participants)
        if not shared and _repeats(other, draft):
            _join(other, draft)
            return
        if known(other.when) and known(draft.when) and other.when and draft.when:
            agree = overlaps(other.when, draft.when) and (
                contains(other.when, draft.when) or contains(draft.when, other.when)
            )
            if agree and shared and (len(shared) > 1 or draft.kind in PAIRED or other.trigger == draft.trigger):
                _join(other, draft)
                return
        elif len(shared) > 1 or (
            shared and not known(draft.when) and len(draft.participants) == 1 and other.trigger == draft.trigger
        ):
            _join(other, draft)
            return
    drafts.append(draft)


def _repeats(other: Draft, draft: Draft) -> bool:
    """Whether a mention that names nobody tells of the same deed on the same day."""
    if other.trigger != draft.trigger or (other.participants and draft.participants):
        return False
    one, two = other.when, draft.when
    same = one is not None and two is not None and known(one) and (one.start, one.end) == (two.start, two.end)
    return same and (other.place == draft.place or not (other.place and draft.place))


def _join(other: Draft, draft: Draft) -> None:
    other.spans.extend(draft.spans)
    if not known(other.when) or (known(draft.when) and other.when and draft.when and contains(other.when, draft.when)):
        other.when = draft.when
    other.place = other.place or draft.place
    other.participants.extend(name for name in draft.participants if name not in other.participants)
    other.score = min(0.95, max(other.score, draft.score) + 0.05)
