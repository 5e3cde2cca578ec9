"""Commitments: pledges, agreements, plans, orders and calls for action, with parties, deadline and condition."""

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from onrecord.annotating.commitmentwords import (
    ADDRESSING,
    AGENTLESS,
    BINDABLE,
    CHAIRING,
    CONDITIONS,
    FINITE,
    NOUN_OBJECTS,
    NOUN_TRIGGERS,
    PASSIVE_PLANS,
    READY,
    TALKING,
    TRIGGERS,
)
from onrecord.annotating.enumerations import listed_items
from onrecord.annotating.parties import parties_of
from onrecord.annotating.surroundings import Surroundings, coordinated, negated, subject_of
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Commitment, CommitmentKind, Entity, Statement, StatusChange
from onrecord.model.spans import Span
from onrecord.model.times import Interval

if TYPE_CHECKING:
    from spacy.tokens import Token

VERSION = "commitments/1"
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
LONGEST_ACTION = 60
"""Words of an action at most; what runs longer is cut at its last comma before that."""


class Found(NamedTuple):
    """An undertaking found in the parse: its kind, trigger, the head and words of its action, and how sure."""

    kind: CommitmentKind
    trigger: "Token"
    action: "Token"
    first: int
    last: int
    addressed: "Token | None"
    score: float


def find_commitments(
    analysis: Analysis, entities: tuple[Entity, ...], statements: tuple[Statement, ...]
) -> tuple[Commitment, ...]:
    """Every undertaking of a document, in text order, each action once."""
    around = Surroundings(analysis, entities, statements)
    found: list[Commitment] = []
    for parsed in analysis.blocks:
        if parsed.block.kind in {"title", "heading", "caption", "table"}:
            continue
        if fold(parsed.block.label or "") in CHAIRING:
            continue
        items = listed_items(around, parsed)
        found.extend(items)
        taken = [span for item in items for span in item.spans]
        for token in parsed.doc:
            if not _may_trigger(token):
                continue
            for one in _found_at(around, parsed, token):
                commitment = _commitment(around, parsed, one)
                if commitment is None or any(commitment.spans[0].overlaps(span) for span in taken):
                    continue
                taken.append(commitment.spans[0])
                found.append(commitment)
    return tuple(_distinct(found))


def _may_trigger(token: "Token") -> bool:
    if token.pos_ in {"VERB", "AUX", "ADJ"}:
        return (
            token.lemma_ in TRIGGERS
            or token.lower_ in {"will", "’ll", "'ll", "wo", "shall", "committed"}
            or token.lower_ in READY
        )
    return token.pos_ == "NOUN" and token.lemma_ in NOUN_TRIGGERS


def _found_at(around: Surroundings, parsed: ParsedBlock, token: "Token") -> list[Found]:
    sentence = token.sent
    if sentence.text.rstrip(" \n”\"'’").endswith("?"):
        return []
    if token.lower_ in {"will", "’ll", "'ll", "wo", "shall"} and token.dep_ == "aux":
        return _will(around, parsed, token)
    if token.lower_ in READY and token.lemma_ not in TRIGGERS:
        return _ready(around, parsed, token)
    if token.pos_ == "NOUN":
        return _noun(token)
    if token.lemma_ not in TRIGGERS or negated(token) or _hypothetical(token) or _modal(token):
        return []
    return _verb(token)


def _verb(verb: "Token") -> list[Found]:
    """A verb that makes an undertaking of what it takes."""
    kind = TRIGGERS[verb.lemma_]
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "amod", "csubj"}:
        return []
    objects = [child for child in verb.children if child.dep_ in {"dobj", "dative", "nsubjpass"}]
    addressed = objects[0] if objects and verb.lemma_ in ADDRESSING else None
    complements = [child for child in verb.children if child.dep_ in {"xcomp", "ccomp", "advcl"} and child.i > verb.i]
    goal = _goal(verb)
    if goal is not None and (not complements or goal.i < complements[0].i):
        infinitive = complements[0] if complements else None
        if verb.lemma_ == "call" and goal.head.lower_ == "on":
            return [_span(kind, verb, infinitive, goal, 0.8)] if infinitive is not None else []
        return [_span(kind, verb, goal, addressed, 0.75)]
    for complement in complements:
        infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in complement.children)
        future = any(child.lower_ in {"will", "would", "’ll", "'ll", "wo", "shall"} for child in complement.children)
        if infinitive and complement.dep_ != "advcl" and verb.lemma_ not in {"announce", "seek", "swear", "undertake"}:
            if kind == "plan" and passive:
                return []
            subject = next((c for c in complement.children if c.dep_ == "nsubj"), addressed)
            if verb.lemma_ == "ask" and subject is None:
                return []
            return [_span(kind, verb, complement, subject, 0.85)]
        if infinitive and complement.dep_ == "advcl" and addressed is not None:
            return [_span(kind, verb, complement, addressed, 0.7)]
        if future and verb.lemma_ in FINITE and complement.dep_ == "ccomp" and not _agentless(complement):
            return [_span(kind, verb, complement, None, 0.8)]
    if (
        verb.lemma_ in NOUN_OBJECTS
        and objects
        and not passive
        and objects[0].pos_ in {"NOUN", "PROPN"}
        and not complements
    ):
        if objects[0].ent_type_ in {"PERSON", "ORG", "GPE"}:
            return []
        return [_span(kind, verb, objects[0], None, 0.6)]
    return []


def _goal(verb: "Token") -> "Token | None":
    """What a verb undertakes or calls for through its preposition: "committed to talks", "called for a vote"."""
    for child in verb.children:
        if child.dep_ != "prep" or not _takes(verb.lemma_, child.lower_):
            continue
        goal = next((g for g in child.children if g.dep_ in {"pobj", "pcomp"}), None)
        if goal is not None and goal.pos_ not in {"PRON", "NUM"} and goal.ent_type_ not in {"PERSON", "DATE", "GPE"}:
            return goal
        if goal is not None and child.lower_ == "on" and verb.lemma_ == "call":
            return goal
    return None


def _takes(lemma: str, preposition: str) -> bool:
    return (lemma, preposition) in {("commit", "to"), ("agree", "to"), ("agree", "on"), ("call", "for"), ("call", "on"),
                                    ("recommit", "to"), ("push", "for"), ("press", "for"), ("ask", "for"),
                                    ("appeal", "for"), ("plan", "on"), ("lobby", "for")}  # fmt: skip


def _noun(noun: "Token") -> list[Found]:
    """A noun with its infinitive: "a plan to build"; possessed, or the object of a verb that voices it."""
    if noun.head.lemma_ in {
        "reject",
        "oppose",
        "drop",
        "abandon",
        "block",
        "criticize",
        "deny",
        "lack",
        "refuse",
        "fail",
    }:
        return []
    clause = next(
        (c for c in noun.children if c.dep_ == "acl" and c.i > noun.i and any(g.lower_ == "to" for g in c.children)),
        None,
    )
    if clause is None or any(c.lower_ == "no" for c in noun.children):
        return []
    owned = any(c.dep_ == "poss" for c in noun.children)
    voiced = noun.dep_ == "dobj" and noun.head.lemma_ in {
        "announce",
        "make",
        "unveil",
        "reach",
        "sign",
        "issue",
        "outline",
        "reaffirm",
        "have",
        "give",
    }
    if not (owned or voiced) or (voiced and negated(noun.head)):
        return []
    return [_span(NOUN_TRIGGERS[noun.lemma_], noun, clause, None, 0.65)]


def _ready(around: Surroundings, parsed: ParsedBlock, word: "Token") -> list[Found]:
    """Forms of "be" with "set to", "expected to", "committed to", "going to"."""
    clause = next((c for c in word.children if c.dep_ in {"xcomp"} and any(g.lower_ == "to" for g in c.children)), None)
    being = any(c.lemma_ == "be" for c in word.children) or word.head.lemma_ == "be"
    if clause is None or not being or negated(word) or _agentless(clause) or _hypothetical(word):
        return []
    if word.lower_ == "going" and any(c.lower_ in {"was", "were"} for c in word.children):
        return []
    subject = subject_of(word)
    if subject is None or not (subject.lower_ in {"we", "i"} or _can_act(around, parsed, subject)):
        return []
    if word.lower_ == "going" and (subject.lower_ not in {"we", "i"} or clause.lemma_ in TALKING):
        return []
    kind: CommitmentKind = "pledge" if word.lower_ in {"committed", "determined", "going"} else "plan"
    return [_span(kind, word, clause, None, 0.7)]


def _will(around: Surroundings, parsed: ParsedBlock, aux: "Token") -> list[Found]:
    """Undertakings with "will": of the speaker for a first person, else plans of somebody who can act."""
    verb = aux.head
    subject = subject_of(verb)
    if aux.text == "Will" and aux.i > aux.sent.start:
        return []
    if subject is None or verb.pos_ not in {"VERB", "AUX"} or _hypothetical(verb) or verb.dep_ in {"relcl", "advcl"}:
        return []
    if (
        verb.head.lemma_
        in {
            "believe",
            "think",
            "hope",
            "fear",
            "predict",
            "doubt",
            "expect",
            "worry",
            "bet",
            "suspect",
            "argue",
            "warn",
            "say",
        }
        and verb.dep_ == "ccomp"
    ):
        speaker = subject_of(verb.head)
        own = subject.lower_ in {"he", "she", "they", "it", "we", "i"} and verb.head.lemma_ == "say"
        if verb.head.lemma_ != "say" or (speaker is not None and not own and not _can_act(around, parsed, subject)):
            return []
    first = subject.lower_ in {"we", "i"}
    if first:
        statement = around.statement_at(parsed.token_span(aux))
        if statement is None and parsed.block.kind != "turn":
            return []
        if subject.lower_ == "i" and verb.lemma_ in TALKING:
            return []
        if verb.lemma_ in TALKING and parsed.block.kind == "turn":
            return []
        if verb.lemma_ in AGENTLESS - BINDABLE or (verb.lemma_ in BINDABLE and not _has_object(verb)):
            return []
        return [_span("pledge", aux, verb, None, 0.7)]
    if _agentless(verb) or subject.lower_ in {
        "you",
        "it",
        "that",
        "this",
        "there",
        "what",
        "nobody",
        "people",
        "voters",
        "americans",
        "one",
    }:
        return []
    if not _can_act(around, parsed, subject):
        return []
    return [_span("plan", aux, verb, None, 0.6)]


def _agentless(verb: "Token") -> bool:
    inner = next((c for c in verb.children if c.dep_ == "xcomp"), None)
    if verb.lemma_ in {"continue", "begin", "start", "help", "seek", "try", "go", "get"} and inner is not None:
        return _agentless(inner)
    if any(c.dep_ == "auxpass" for c in verb.children):
        return verb.lemma_ in {"affect", "remember", "force", "see", "know", "find", "lose"}
    if verb.lemma_ in BINDABLE:
        return not _has_object(verb)
    return verb.lemma_ in AGENTLESS


def _has_object(verb: "Token") -> bool:
    return any(c.dep_ in {"dobj", "prt", "xcomp", "ccomp"} for c in verb.children)


def _can_act(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> bool:
    """Whether a subject can bind itself: a person, a body, a country, its officials, "they"."""
    if subject.lower_ in {"they", "he", "she"}:
        return True
    entity = around.entity_at(parsed.offset + subject.idx)
    if entity is not None:
        return entity.kind in {"person", "organisation", "place"}
    return subject.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or subject.lemma_.lower() in ACTORS


ACTORS = frozenset(
    [
        "government",
        "official",
        "administration",
        "country",
        "nation",
        "ministry",
        "minister",
        "president",
        "agency",
        "department",
        "committee",
        "council",
        "court",
        "company",
        "party",
        "leader",
        "side",
        "team",
        "board",
        "authority",
        "police",
        "force",
        "army",
        "military",
        "bank",
        "union",
        "senator",
        "lawmaker",
        "governor",
        "mayor",
        "campaign",
        "candidate",
        "group",
        "coalition",
        "delegation",
        "commission",
        "state",
        "city",
        "congress",
        "parliament",
        "spokesman",
        "spokeswoman",
        "firm",
        "organization",
        "organisation",
        "panel",
        "judge",
        "prosecutor",
        "negotiator",
        "diplomat",
        "ally",
        "partner",
        "lender",
        "airline",
        "university",
    ]
)


def _hypothetical(verb: "Token") -> bool:
    """Whether a verb stands in an "if" clause or in a question."""
    current = verb
    for _ in range(3):
        if any(c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"} for c in current.children):
            return True
        if current.dep_ not in {"ccomp", "conj", "xcomp", "advcl"} or current.head == current:
            return False
        current = current.head
    return False


def _modal(verb: "Token") -> bool:
    """Whether a trigger is itself only possible: "could agree", "should promise", "would plan"."""
    return any(
        c.dep_ == "aux" and c.lower_ in {"could", "should", "would", "might", "may", "must", "can", "to"}
        for c in verb.children
    ) and verb.lemma_ not in {"urge"}


def _span(kind: CommitmentKind, trigger: "Token", action: "Token", addressed: "Token | None", score: float) -> Found:
    lefts = [
        token
        for token in action.subtree
        if token.i > max(trigger.i, action.i - 12 if action.pos_ == "VERB" else trigger.i)
    ]
    first = min((token.i for token in lefts), default=action.i)
    verbal = action.pos_ in {"VERB", "AUX"}
    if verbal:
        first = action.i
        own = next((c for c in action.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > trigger.i), None)
        if own is not None and action.dep_ == "ccomp" and own.pos_ != "PRON":
            first = own.left_edge.i
        for child in action.children:
            if child.dep_ == "auxpass" and child.i > trigger.i:
                first = min(first, child.i)
            if child.i < action.i and (child.dep_ in {"neg"} or child.lower_ in NEGATIONS) and child.i > trigger.i:
                first = min(first, child.i)
    last = action.right_edge.i
    return Found(kind, trigger, action, first, _trimmed(trigger, action, first, last), addressed, score)


def _trimmed(trigger: "Token", action: "Token", first: int, last: int) -> int:
    """The last word of an action: before a tag like ", officials said", before quotation ends, within bounds."""
    doc = action.doc
    end = min(last, first + LONGEST_ACTION, trigger.sent.end - 1)
    for child in action.children:
        if child.dep_ in {"parataxis", "ccomp"} and child.i > action.i and any(
            t.lower_ in {"said", "says", "told", "added"} for t in child.subtree
        ) and child.left_edge.i > first:  # fmt: skip
            end = min(end, child.left_edge.i - 1)
        if (
            child.dep_ == "conj"
            and child.pos_ in {"VERB", "AUX"}
            and any(g.dep_ in {"nsubj", "nsubjpass", "csubj"} for g in child.children)
        ):
            end = min(end, max(child.left_edge.i - 1, action.i))
    depth = int(first > 0 and doc[first - 1].text == "“")
    inside = depth
    for index in range(first, end + 1):
        depth += doc[index].text == "“"
        depth -= doc[index].text == "”"
        if (depth < inside and not inside and index > first) or "\n\n" in doc[index].text:
            end = index - 1
            break
    while end > first and (doc[end].is_punct or doc[end].is_space or doc[end].dep_ == "cc"):
        end -= 1
    return end


def _commitment(around: Surroundings, parsed: ParsedBlock, found: Found) -> Commitment | None:
    doc = parsed.doc
    action = doc[found.first : found.last + 1]
    words = " ".join(action.text.split())
    if len(words) < 4 or (len(action) < 2 and found.action.pos_ != "NOUN"):
        return None
    if found.trigger.lower_ in {"will", "’ll", "'ll", "wo", "shall"} and any(
        c.lower_ in NEGATIONS and c.i < found.action.i for c in found.action.children
    ):
        words = (
            words
            if words.lower().startswith(("not ", "never "))
            else f"not {words.removeprefix('n’t ').removeprefix(chr(110) + chr(39) + 't ')}"
        )
    source = found.trigger
    subject = _author(found)
    parties = parties_of(around, parsed, subject, source)
    counterparts = _counterparts(around, parsed, found)
    if not parties and (found.score < 0.65 or _passive(found.trigger)):
        return None
    start = min(
        subject.left_edge.i
        if subject is not None and subject.sent == source.sent and source.i - subject.i < 15 and subject.i < source.i
        else source.i,
        source.i,
    )
    whole = parsed.span_of(doc[start : max(found.last, source.i) + 1])
    statement = around.statement_at(parsed.span_of(action))
    return build(
        around, whole, words, found.kind, parties, counterparts, statement, parsed.span_of(action), found.score
    )


def build(
    around: Surroundings, whole: Span, words: str, kind: CommitmentKind, parties: tuple[str, ...],
    counterparts: tuple[str, ...], statement: Statement | None, action: Span, score: float,
) -> Commitment:  # fmt: skip
    """Put a commitment together: its deadline, condition, announcement and first status."""
    announced = (
        (statement.uttered if statement is not None else None) or _said_on(around, whole) or around.document.published
    )
    if announced is not None and type(announced) is not Interval:
        announced = Interval(
            start=announced.start, end=announced.end, precision=announced.precision, text=announced.text
        )
    document = around.document.id
    return Commitment(
        id=content_id("commitment", document, [whole], kind, words), document=document, spans=(whole,),
        statement=statement.id if statement else None, parties=parties, action=words,
        counterparts=tuple(name for name in counterparts if name not in parties),
        deadline=deadline_in(around, action), condition=condition_in(around, whole), kind=kind, announced=announced,
        history=(StatusChange(status="announced", when=announced, document=document, spans=(whole,)),), score=score,
    )  # fmt: skip


def deadline_in(around: Surroundings, action: Span) -> Interval | None:
    """By when, from the words of the action: a bound, or the last time that lies ahead."""
    mentions = [
        mention
        for mention in around.times_in(action.start, action.end + 1)
        if mention.interval.precision != "year"
        or not around.text[max(0, mention.span.start - 4) : mention.span.start].lower() == "the "
    ]
    bound = [mention for mention in mentions if mention.limit in {"by", "within", "before", "until", "in"}]
    if bound:
        return bound[0].interval
    ahead = [
        mention
        for mention in mentions
        if mention.direction in {"future", None}
        or (mention.interval.precision in {"season", "year"} and mention.direction == "present")
    ]
    written = [mention for mention in ahead if mention.limit in {"at", "through"}]
    return written[0].interval if written else None


def condition_in(around: Surroundings, whole: Span) -> str | None:
    """The words of a condition in the sentence, within a hundred characters of the undertaking."""
    text = around.text[whole.start : whole.end + 160]
    lowered = text.lower()
    for word in CONDITIONS[:7]:
        at = lowered.find(f" {word} ")
        while at >= 0 and any(mark in text[:at] for mark in (". ", "\n", "; ")) is False:
            tail = text[at + 1 :]
            for mark in (". ", ".\n", "\n", "; ", "”", ", "):
                tail = tail.split(mark)[0]
            if word == "if" and lowered[max(0, at - 3) : at].strip() in {"as", "see", "ask"}:
                break
            return tail.strip(" .,") or None
    return None


def _said_on(around: Surroundings, whole: Span) -> Interval | None:
    """A day named beside a verb of saying or agreeing in the sentence."""
    for mention in around.times_in(max(0, whole.start - 120), whole.end + 40):
        near = around.text[max(0, mention.span.start - 14) : mention.span.end + 12].lower()
        if mention.interval.precision == "day" and mention.direction != "future" and any(
            verb in near for verb in ("said", "announced", "told", "agreed", "pledged", "vowed", "promised", "statement")
        ):  # fmt: skip
            return mention.interval
    return None


def _author(found: Found) -> "Token | None":
    trigger = found.trigger
    if trigger.lower_ in {"will", "’ll", "'ll", "wo", "shall"}:
        return subject_of(found.action)
    if trigger.pos_ == "NOUN":
        owner = next((c for c in trigger.children if c.dep_ == "poss"), None)
        return owner if owner is not None else subject_of(trigger.head)
    if _passive(trigger) and trigger.lemma_ not in PASSIVE_PLANS and trigger.lemma_ in ADDRESSING:
        agent = next((c for c in trigger.children if c.dep_ == "agent"), None)
        return next((g for g in agent.children if g.dep_ == "pobj"), None) if agent is not None else None
    if trigger.pos_ == "ADJ" or trigger.dep_ == "acomp":
        return subject_of(trigger) or subject_of(trigger.head)
    return subject_of(trigger)


def _passive(trigger: "Token") -> bool:
    return any(c.dep_ == "auxpass" for c in trigger.children) or (
        trigger.tag_ == "VBN" and trigger.dep_ in {"acl", "advcl"}
    )


def _counterparts(around: Surroundings, parsed: ParsedBlock, found: Found) -> tuple[str, ...]:
    names: list[str] = []
    heads: list[Token] = coordinated(found.addressed) if found.addressed is not None else []
    for verb in (found.trigger, found.action):
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in {"with"}:
                heads.extend(g for c in child.children if c.dep_ == "pobj" for g in coordinated(c))
            if (
                found.trigger.lemma_ in {"promise", "pledge", "guarantee"}
                and verb == found.trigger
                and child.dep_ in {"dative", "dobj"}
                and found.action != child
            ):
                heads.append(child)
    for head in heads:
        name = around.name_of(parsed, head)
        if (
            name
            and name not in names
            and (
                head == found.addressed
                or head.ent_type_
                or around.entity_at(parsed.offset + head.idx)
                or head.lemma_.lower() in ACTORS - {"campaign"}
            )
        ):
            names.append(name)
    return tuple(names)


def _distinct(found: list[Commitment]) -> list[Commitment]:
    """Each span once; of two that overlap wholly, the surer."""
    kept: list[Commitment] = []
    for commitment in sorted(found, key=lambda c: (c.spans[0], -c.score)):
        if kept and kept[-1].spans[0].contains(commitment.spans[0]) and kept[-1].action.endswith(commitment.action):
            continue
        kept.append(commitment)
    return [msgspec.structs.replace(commitment) for commitment in kept]
