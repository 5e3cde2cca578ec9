"""Undertakings set out as a list of their own: "The board agreed to the following steps:" and an item a line."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from onrecord.annotating.deadlines import build
from onrecord.annotating.parties import parties_of
from onrecord.annotating.surroundings import Surroundings, negated, subject_of
from onrecord.language.parsing import ParsedBlock
from onrecord.model.items import Commitment, CommitmentKind
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS: dict[str, CommitmentKind] = {
    "agree": "agreement", "commit": "pledge", "pledge": "pledge", "promise": "pledge", "undertake": "pledge",
    "vow": "pledge", "plan": "plan", "decide": "plan", "resolve": "plan", "intend": "plan", "announce": "plan",
    "order": "order", "call": "call_for", "urge": "call_for", "demand": "call_for", "recommend": "call_for",
}  # fmt: skip
"""Verbs that, before a colon, make what the list holds an undertaking."""
FEWEST = 2
_MARKED = re.compile(r"\s*(?:[-–—•*·▪◦‣]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)")
"""What opens an item, whatever kind of block the line was taken for."""
_LEAD = re.compile(r"\s*(?:[-–—•*·]\s*|\(?\w{1,2}[.)]\s+)?(?:to\s+)?", re.IGNORECASE)
_CLOSING = re.compile(r"(?:[;,.]|[;,]\s*and)\s*$")
_SCORE = 0.9


def bulleted_items(around: Surroundings, blocks: Sequence[ParsedBlock]) -> list[Commitment]:
    """One commitment for each item of a list that a sentence of undertaking opens, all with its parties."""
    found: list[Commitment] = []
    for number, parsed in enumerate(blocks):
        if parsed.block.kind == "list_item" or not parsed.text.rstrip().endswith(":"):
            continue
        items = list(takewhile(_is_item, blocks[number + 1 : number + 40]))
        opening = _opening(parsed) if len(items) >= FEWEST else None
        if opening is None:
            continue
        verb, kind, subject = opening
        parties = parties_of(around, parsed, subject, verb)
        if not parties:
            continue
        for item in items:
            if (one := _item(around, item, kind, parties)) is not None:
                found.append(one)
    return found


def _is_item(parsed: ParsedBlock) -> bool:
    return parsed.block.kind == "list_item" or (
        parsed.block.kind in {"heading", "paragraph"} and _MARKED.match(parsed.text) is not None
    )


def _opening(parsed: ParsedBlock) -> "tuple[Token, CommitmentKind, Token | None] | None":
    """The verb of the block's last sentence that undertakes the list, its kind and its subject."""
    sentences = list(parsed.doc.sents)
    for token in reversed(sentences[-1]) if sentences else ():
        if token.lower_ in {"will", "shall"} and token.dep_ in {"aux", "ROOT"}:
            return token, "plan", subject_of(token if token.dep_ == "ROOT" else token.head)
        if token.pos_ == "VERB" and token.lemma_ in VERBS and not negated(token):
            return token, VERBS[token.lemma_], subject_of(token)
    return None


def _own(parsed: ParsedBlock) -> "tuple[Token, Token, Token] | None":
    """The verb, auxiliary and subject of an item that is a sentence of its own: "Norland will lift the levy"."""
    for token in parsed.doc[:12]:
        if token.lower_ in {"will", "shall"} and token.dep_ == "aux" and token.head.dep_ == "ROOT":
            subject = subject_of(token.head)
            return (token.head, token, subject) if subject is not None and subject.i < token.i else None
    return None


def _item(
    around: Surroundings, parsed: ParsedBlock, kind: CommitmentKind, parties: tuple[str, ...]
) -> Commitment | None:
    text = parsed.text
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    closing = _CLOSING.search(text, start)
    end = closing.start() if closing else len(text.rstrip())
    if end - start < 8 or text.rstrip().endswith("?") or len(text[start:end].split()) < 2:
        return None
    if (own := _own(parsed)) is not None and own[1].idx > start:
        verb, aux, subject = own
        parties, start = parties_of(around, parsed, subject, verb) or parties, aux.idx + len(aux.text) + 1
    words = " ".join(text[start:end].split())
    span = Span(start + parsed.offset, end + parsed.offset)
    return build(
        around, span, words, kind, parties=parties, statement=around.statement_at(span), action=span, score=_SCORE
    )
