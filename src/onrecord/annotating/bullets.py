"""Undertakings set out as a list of their own: "The board agreed to the following steps:" and an item a line."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from onrecord.annotating.actors import can_undertake
from onrecord.annotating.deadlines import build
from onrecord.annotating.parties import parties_of
from onrecord.annotating.surroundings import NOUNS, Surroundings, negated, shared_subject
from onrecord.language.parsing import ParsedBlock
from onrecord.model.items import Commitment, CommitmentKind
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

VERBS: dict[str, CommitmentKind] = {
    "agree": "agreement", "commit": "pledge", "pledge": "pledge", "promise": "pledge", "undertake": "pledge",
    "vow": "pledge", "plan": "plan", "decide": "plan", "resolve": "plan", "intend": "plan", "announce": "plan",
    "order": "order", "call": "call_for", "urge": "call_for", "demand": "call_for", "recommend": "call_for",
}  # fmt: skip
"""Verbs that, before a colon, make what the list holds an undertaking."""
FEWEST = 2
_GOES_ON = 8
"""Words after the verb at most in a line without a colon that the items go on with: "We recommend that the board"."""
_MARKED = re.compile(r"\s*(?:[-–—•*·▪◦‣]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)")
"""What opens an item, whatever kind of block the line was taken for."""
LEAD = re.compile(r"\s*(?:[-–—•*·]\s*|\(?\w{1,2}[.)]\s+)?(?:to\s+)?", re.IGNORECASE)
_AFTER_VERB = re.compile(r"\w+\s+(?:to\s+)?")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLOSING = re.compile(r"(?:[;,.]|[;,]\s*and)\s*$")
_SCORE = 0.9


def bulleted_items(around: Surroundings, blocks: Sequence[ParsedBlock]) -> list[Commitment]:
    """One commitment for each item of a list that a sentence of undertaking opens, all with its parties."""
    found: list[Commitment] = []
    for number, parsed in enumerate(blocks):
        ended = parsed.text.rstrip()[-1:]
        if parsed.block.kind == "list_item" or ended in {".", "!", "?", "", ";"}:
            continue
        items = list(takewhile(is_item, blocks[number + 1 : number + 40]))
        if len(items) < FEWEST:
            continue
        opening = _opening(parsed)
        if ended != ":" and (opening is None or len(parsed.doc) - opening[0].i > _GOES_ON):
            continue  # no line that the items go on with
        if opening is None:
            found.extend(_of_subject(around, parsed, items))
            continue
        verb, kind, subject = opening
        parties = parties_of(around, parsed, subject, verb)
        if not parties and not (kind == "call_for" and subject is not None and subject.lower_ == "we"):
            continue
        denied = verb.lower_ in {"will", "shall"} and negated(verb if verb.dep_ == "ROOT" else verb.head)
        for item in items:
            if (one := _item(around, item, kind, parties, denied=denied)) is not None:
                found.append(one)
    return found


def _of_subject(around: Surroundings, parsed: ParsedBlock, items: Sequence[ParsedBlock]) -> list[Commitment]:
    """Items that go on a sentence that names only who undertakes them: "the Government: - will pay; - vows to"."""
    sentence = list(parsed.doc.sents)[-1]
    root = sentence.root
    if root.pos_ not in NOUNS or not can_undertake(around, parsed, root) or any(t.tag_ in _FINITE for t in sentence):
        return []
    parties = parties_of(around, parsed, root, root)
    found = []
    for item in items if parties else ():
        lead = LEAD.match(item.text)
        start = lead.end() if lead else 0
        verb = next((token for token in item.doc if token.idx >= start), None)
        if verb is None or (verb.lower_ not in {"will", "shall"} and verb.lemma_ not in VERBS):
            continue
        kind: CommitmentKind = VERBS.get(verb.lemma_, "pledge")
        skipped = _AFTER_VERB.match(item.text, verb.idx)
        if (one := _item(around, item, kind, parties, begin=skipped.end() if skipped else start)) is not None:
            found.append(one)
    return found


def is_item(parsed: ParsedBlock) -> bool:
    """Whether a block is an item of a list, whatever kind it was taken for."""
    return parsed.block.kind == "list_item" or (
        parsed.block.kind in {"heading", "paragraph"} and _MARKED.match(parsed.text) is not None
    )


def _opening(parsed: ParsedBlock) -> "tuple[Token, CommitmentKind, Token | None] | None":
    """The verb of the block's last sentence that undertakes the list, its kind and its subject."""
    sentences = list(parsed.doc.sents)
    for token in reversed(sentences[-1]) if sentences else ():
        if token.lower_ in {"will", "shall"} and token.dep_ in {"aux", "ROOT"}:
            return token, "plan", shared_subject(token if token.dep_ == "ROOT" else token.head)
        if token.pos_ == "VERB" and token.lemma_ in VERBS and not negated(token):
            return token, VERBS[token.lemma_], shared_subject(token)
    return None


def _own(parsed: ParsedBlock) -> "tuple[Token, Token, Token] | None":
    """The verb, auxiliary and subject of an item that is a sentence of its own: "Norland will lift the levy"."""
    for token in parsed.doc[:12]:
        if token.lower_ in {"will", "shall"} and token.dep_ == "aux" and token.head.dep_ == "ROOT":
            subject = shared_subject(token.head)
            return (token.head, token, subject) if subject is not None and subject.i < token.i else None
    return None


def _is_sentence(parsed: ParsedBlock, start: int) -> bool:
    """Whether an item is a sentence in the first person, which tells by itself what is undertaken and what is done."""
    first = next((token for token in parsed.doc if token.idx >= start), None)
    return first is not None and first.lower_ in {"we", "i"} and shared_subject(first.sent.root) == first


def _item(
    around: Surroundings, parsed: ParsedBlock, kind: CommitmentKind, parties: tuple[str, ...], *, begin: int = 0,
    denied: bool = False,
) -> Commitment | None:  # fmt: skip
    text = parsed.text
    lead = LEAD.match(text)
    start = begin or (lead.end() if lead else 0)
    if not begin and _is_sentence(parsed, start):
        return None  # that the sentence finds by itself
    closing = _CLOSING.search(text, start)
    end = closing.start() if closing else len(text.rstrip())
    if end - start < 8 or text.rstrip().endswith("?") or len(text[start:end].split()) < 2:
        return None
    if (own := _own(parsed)) is not None and own[1].idx > start:
        verb, aux, subject = own
        parties, start = parties_of(around, parsed, subject, verb) or parties, aux.idx + len(aux.text) + 1
    words = " ".join(text[start:end].split())
    words = f"not {words}" if denied else words
    span = Span(start + parsed.offset, end + parsed.offset)
    return build(
        around, span, words, kind, parties=parties, statement=around.statement_at(span), action=span, score=_SCORE
    )
