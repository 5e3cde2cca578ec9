"""Commitments: pledges, agreements, plans, orders and calls for action, with parties, deadline and condition."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.annotating.actions import NEGATIONS, Found
from onrecord.annotating.among import told_among
from onrecord.annotating.commitmentwords import (
    ACTORS,
    CHAIRING,
    FUTURE,
    READY,
    WHOLE,
)
from onrecord.annotating.deadlines import build
from onrecord.annotating.decreed import is_impersonal, is_noted
from onrecord.annotating.dueparts import by_day_due
from onrecord.annotating.enumerations import listed_items
from onrecord.annotating.issuers import assembly_of
from onrecord.annotating.parties import parties_of
from onrecord.annotating.surroundings import Surroundings, coordinated
from onrecord.annotating.undertakings import may_trigger, undertakings_at
from onrecord.annotating.voices import in_third_person
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.model.identity import fold
from onrecord.model.items import Commitment, Entity, Statement
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token


VERSION = "commitments/19"
_PAST = frozenset({"after", "following", "since"})
"""What leads to a time from when on, which is no deadline: "after the meeting on Thursday"."""
_WHEN = frozenset({"when", "once"})
_BOUNDING = frozenset({"later", "soon", "earlier", "early", "late"})
"""Adverbs that lead to a time: "no later than May", "as soon as Monday"."""
_STARTING = frozenset({"starting", "beginning", "commencing", "effective"})
_FOLLOWING = re.compile(r"(?:the |these )?(?:following|steps below)\b", re.IGNORECASE)
"""An action that only points to the list after it."""


def find_commitments(
    analysis: Analysis, entities: tuple[Entity, ...], statements: tuple[Statement, ...]
) -> tuple[Commitment, ...]:
    """Every undertaking of a document, in text order, each action once."""
    around = Surroundings(analysis, entities, statements)
    blocks = [parsed for parsed in analysis.blocks if _undertaking_block(parsed)]
    found = listed_items(around, blocks)
    taken = [span for item in found for span in item.spans]
    for parsed in blocks:
        for token in parsed.tokens:
            if not may_trigger(token):
                continue
            for whole in undertakings_at(around, parsed, token):
                new = _new(around, parsed, whole, taken)
                taken.extend(commitment.spans[0] for commitment in new)
                found.extend(new)
    for parsed, whole in told_among(around, blocks, found):
        new = _new(around, parsed, whole, taken)
        taken.extend(commitment.spans[0] for commitment in new)
        found.extend(new)
    return tuple(_distinct(found))


def _new(around: Surroundings, parsed: ParsedBlock, whole: Found, taken: Sequence[Span]) -> list[Commitment]:
    """What is undertaken where nothing has been found; of "will repair it and will pay for it" the second apart."""
    new = []
    for one in by_day_due(around, parsed, whole):
        found = _commitment(around, parsed, one)
        over = [span for span in taken if found is not None and found.spans[0].overlaps(span)]
        trigger = parsed.token_span(one.trigger)
        if over and one.trigger.i < one.first and all(span.end <= trigger.start for span in over):
            found, over = _commitment(around, parsed, one, apart=True), []
        if found is not None and not over:
            new.append(found)
    return new


def _undertaking_block(parsed: ParsedBlock) -> bool:
    """Whether undertakings are looked for in a block: not in headlines, captions, tables or a moderator's turns."""
    if parsed.block.kind in {"title", "heading", "caption", "table"}:
        return False
    return fold(parsed.block.label or "") not in CHAIRING


def _commitment(
    around: Surroundings, parsed: ParsedBlock, found: Found, *, apart: bool = False
) -> Commitment | None:  # fmt: skip
    """The commitment of what was found; `apart` from its subject, which another undertaking's words hold."""
    doc = parsed.doc
    action = doc[found.first : found.last + 1]
    words = " ".join(action.text.split())
    if _FOLLOWING.match(words):
        return None
    alone = len(action) < 2 and found.action.pos_ != "NOUN" and found.action.lemma_ not in WHOLE
    told = found.trigger.lower_ in FUTURE | READY or found.trigger.pos_ == "NOUN"
    if len(words) < 3 or (alone and told and found.kind in {"plan", "pledge"}):
        return None
    beside = (*found.action.children, *found.trigger.head.children) if found.trigger.lower_ in FUTURE else ()
    beside = tuple(found.trigger.children) if found.trigger.lower_ == "going" else beside
    if any(_denies(c, found.action) for c in beside):
        words = (
            words
            if words.lower().startswith(("not ", "never "))
            else f"not {words.removeprefix('n’t ').removeprefix(chr(110) + chr(39) + 't ')}"
        )
    if found.trigger.lower_ in FUTURE and any(
        c.lower_ == "longer" and c.i < found.action.i and any(g.lower_ == "no" for g in c.children)
        for c in found.action.children
    ):
        words = f"no longer {words}"
    words = _with_antecedent(around, parsed, found, words)
    source = found.trigger
    subject = found.author
    parties = found.parties or parties_of(around, parsed, subject, source)
    counterparts = _counterparts(around, parsed, found)
    impersonal = subject is None and (is_impersonal(found.trigger) or is_noted(found.trigger))
    if impersonal:
        parties = assembly_of(around)
    if not parties and subject is None and found.kind in {"call_for", "order"} and _is_laid_down(found.trigger):
        parties = assembly_of(around)
    ordered = found.kind == "order" and found.addressed is not None
    laid_out = found.score < 0.65 and found.trigger.lower_ in FUTURE and in_third_person(around, parsed)
    if (
        not parties
        and not impersonal
        and ((found.score < 0.65 and not laid_out) or (_passive(found.trigger) and not ordered))
    ):
        return None
    start = min(
        subject.left_edge.i
        if subject is not None and subject.sent == source.sent and 0 < source.i - subject.i < 15 and not apart
        else source.i,
        source.i,
        found.first,
    )
    whole = parsed.span_of(doc[start : max(found.last, source.i) + 1])
    statement = around.statement_at(parsed.span_of(action))
    return build(
        around, whole, words, found.kind, parties=parties, counterparts=counterparts, statement=statement,
        action=parsed.span_of(action), due=_due_within(around, parsed, found), lead=_leading_time(parsed, found),
        score=found.score,
    )  # fmt: skip


def _denies(word: "Token", action: "Token") -> bool:
    return word.lower_ in NEGATIONS and word.i < action.i


def _due_within(around: Surroundings, parsed: ParsedBlock, found: Found) -> tuple[Span, Span]:
    """Where a time tells when: in the action up to its first clause, and in what follows of the verb."""
    doc, last = parsed.doc, found.last
    for token in doc[found.action.i + 1 : found.last + 1]:
        if _is_overrun(around, parsed, token, found.last):
            continue
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
        if token.dep_ == "advcl" and token.left_edge.lower_ in _WHEN and token.tag_ in {"VBZ", "VBP"}:
            continue  # "will retire when his term ends in June"
        aside = token.tag_ == "VBG" and (
            doc[max(0, token.left_edge.i - 1)].text == ","
            or token.left_edge.lower_ in {"while", "when", "after", "before"}
        )
        bought = token.dep_ == "acl" and token.tag_ == "VBN" and token.head.dep_ in {"dobj", "pobj"}
        clause = bought or (token.dep_ in {"advcl", "relcl"} and own) or (token.dep_ == "advcl" and aside)
        if clause and token.left_edge.i > found.action.i:
            last = min(last, _before_clause(token) - 1)
    past = next((t.i for t in doc[found.action.i + 1 : last + 1] if _is_from_then(t)), None)
    last = min(last, past - 1) if past is not None else last
    end = last
    for child in found.action.children if past is None else ():
        if child.dep_ == "prep" and child.lower_ in {"by", "before", "within", "until"}:
            end = max(end, child.right_edge.i)  # "register every flat they let by the end of May"
    for child in found.trigger.children:
        when = child.dep_ in {"prep", "npadvmod"} or (child.dep_ == "advmod" and child.lower_ in _BOUNDING)
        if when and child.i > found.last:
            end = max(end, child.right_edge.i)
    if past is None and end == found.last:
        end = max(end, _trailing(found))
    rest = _after_clause(found, last) if past is None and end in {last, found.last} else None
    inner = parsed.span_of(doc[found.first : max(last, found.first) + 1])
    if rest is not None and last < rest:
        return inner, parsed.span_of(doc[rest : found.last + 1])
    return inner, parsed.span_of(doc[found.first : max(end, found.first) + 1])


def _before_clause(verb: "Token") -> int:
    """Where a clause begins, after a term that the parse puts into it: "within two weeks after a fire hurt nine"."""
    if verb.left_edge.lower_ not in {"within", "by", "before"} or verb.left_edge.dep_ == "mark":
        return int(verb.left_edge.i)
    return next((c.i for c in verb.children if c.dep_ == "mark"), int(verb.left_edge.i))


def _is_overrun(around: Surroundings, parsed: ParsedBlock, clause: "Token", last: int) -> bool:
    """Whether the parse hangs a last day on a clause told as past: "pay those who drowned 2 million by Christmas"."""
    if clause.dep_ not in {"relcl", "acl"} or clause.tag_ not in {"VBD", "VBN"} or clause.right_edge.i < last:
        return False
    span = parsed.span_of(parsed.doc[clause.i : last + 1])
    return any(m.limit in {"by", "within"} and m.direction != "past" for m in around.times_in(span.start, span.end + 1))


def _after_clause(found: Found, last: int) -> int | None:
    """Where a bound begins behind the clause at which the words of when were cut: "those who paid, by May"."""
    doc = found.action.doc
    clause = next((t for t in doc[last + 1 : found.last + 1] if t.dep_ == "relcl"), None)
    after = clause.right_edge.i + 1 if clause is not None else found.last + 1
    for token in doc[after : found.last + 1]:
        if token.dep_ == "prep" and token.lower_ in {"by", "before", "within", "until"}:
            return int(token.i)
    for token in doc[last + 1 : found.last + 1]:
        if token.lower_ in {"by", "before"} and doc[token.i - 1].text == ",":
            return int(token.i)  # what a comma parts from the clause is the promise's own
    return None


def _is_from_then(word: "Token") -> bool:
    """Whether a preposition leads to a time from when on: "after Monday", "from 2026"."""
    if word.lower_ in _STARTING:
        return any(t.ent_type_ == "DATE" or t.lower_ == "on" for t in word.doc[word.i + 1 : word.i + 3])
    if word.dep_ != "prep":
        return False
    dated = any(c.ent_type_ == "DATE" or (c.like_num and len(c.text) == 4) for c in word.children)
    return word.lower_ in _PAST or (word.lower_ == "from" and dated)


def _trailing(found: Found) -> int:
    """The last word of a time that only commas set off at a sentence's end: "publish it, all of it, next week"."""
    doc, at = found.action.doc, found.last + 1
    if at >= len(doc) or doc[at].text != ",":
        return found.last
    rest = [token for token in doc[at : found.trigger.sent.end] if not token.is_punct and not token.is_space]
    plain = all(token.pos_ not in {"VERB", "AUX"} and token.lower_ not in _PAST for token in rest)
    return rest[-1].i if rest and plain and rest[-1].ent_type_ in {"DATE", "TIME"} else found.last


def _leading_time(parsed: ParsedBlock, found: Found) -> Span | None:
    """What stands before "will" or "is set to" of when: "On Friday, the council will vote"."""
    if found.trigger.lemma_ in {"give", "have"}:
        until = next((c for c in found.trigger.children if c.lower_ == "until" and c.i < found.first), None)
        return parsed.span_of(parsed.doc[until.i : until.right_edge.i + 1]) if until is not None else None
    if found.trigger.lower_ not in FUTURE | READY:
        return None
    above = {found.action.i, found.trigger.i}
    if found.trigger.dep_ == "acomp":
        above.add(found.trigger.head.i)
    for token in found.trigger.sent:
        if token.i >= found.trigger.i:
            break
        if token.lower_ in _PAST | {"from", "as"}:
            continue  # from when on, not by when
        if token.dep_ in {"prep", "npadvmod"} and token.head.i in above and token.right_edge.i < found.trigger.i:
            return parsed.span_of(parsed.doc[token.left_edge.i : token.right_edge.i + 1])
        if token.dep_ == "advcl" and token.head.i in above and token.tag_ in {"VBP", "VBZ"} and _is_as_of(token):
            return parsed.span_of(parsed.doc[token.left_edge.i : token.right_edge.i + 1])
    return None


def _is_as_of(verb: "Token") -> bool:
    """Whether a clause before the promise tells when it will be kept: "when I take the oath next year, I will …"."""
    return any(c.lower_ == "when" and c.i < verb.i for c in verb.children)


def _with_antecedent(around: Surroundings, parsed: ParsedBlock, found: Found, words: str) -> str:
    """The action with the thing that its relative clause is about: "publish the log" of "the log they vowed to …"."""
    verb = found.action
    gap = next((c for c in verb.children if c.dep_ == "dobj" and c.tag_ in {"WDT", "WP"} and c.i < verb.i), None)
    clause = found.trigger
    while gap is not None and clause.dep_ not in {"relcl", "ROOT"}:
        clause = clause.head
    name = around.phrase(parsed, clause.head) if gap is not None and clause.dep_ == "relcl" else None
    if name is None or not words.startswith(verb.text):
        return words
    article = "the " if any(c.lower_ == "the" for c in clause.head.children) else ""
    return f"{verb.text} {article}{name}{words[len(verb.text) :]}"


def _passive(trigger: "Token") -> bool:
    return any(c.dep_ == "auxpass" for c in trigger.children) or (
        trigger.tag_ == "VBN" and trigger.dep_ in {"acl", "advcl"}
    )


def _is_laid_down(trigger: "Token") -> bool:
    """Whether a trigger orders without saying who does: "passengers are urged to", "clubs must"."""
    return _passive(trigger) or trigger.lower_ in {"must", "have"}


def _counterparts(around: Surroundings, parsed: ParsedBlock, found: Found) -> tuple[str, ...]:
    names: list[str] = []
    heads: list[Token] = coordinated(found.addressed) if found.addressed is not None else []
    for verb in (found.trigger, found.action):
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in {"with"}:
                heads.extend(g for c in child.children if c.dep_ == "pobj" for g in coordinated(c))
            if (
                found.trigger.lemma_ in {"promise", "pledge", "guarantee", "assure", "offer"}
                and verb == found.trigger
                and child.dep_ in {"dative", "dobj"}
                and found.action != child
            ):
                heads.append(child)
    heads.extend(_given_to(found.trigger))
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


def _given_to(promise: "Token") -> list["Token"]:
    """To whom a promise is made: "gave the union an assurance", "made a pledge to the strikers"."""
    if promise.pos_ != "NOUN":
        return []
    above = promise.head if promise.dep_ == "dobj" and promise.head.lemma_ in {"give", "make"} else None
    links = [c for one in (promise, above) if one is not None for c in one.children]
    whom = [c for c in links if c.dep_ == "dative" and c.lower_ != "to"]
    joints = [c for c in links if c.lower_ == "to" and c.dep_ in {"prep", "dative"}]
    whom += [g for c in joints for g in c.children if g.dep_ == "pobj"]
    return [one for head in whom for one in coordinated(head)]


def _distinct(found: list[Commitment]) -> list[Commitment]:
    """Each span once; of two that overlap wholly, the surer."""
    kept: list[Commitment] = []
    for commitment in sorted(found, key=lambda c: (c.spans[0], -c.score)):
        if kept and kept[-1].spans[0].contains(commitment.spans[0]) and kept[-1].action.endswith(commitment.action):
            continue
        kept.append(commitment)
    return [msgspec.structs.replace(commitment) for commitment in kept]
