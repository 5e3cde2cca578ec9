"""Undertakings set out as a list of their own: "The board agreed to the following steps:" and an item a line."""

import re
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
_LEAD = re.compile(r"\s*(?:[-–—•*·]\s*|\(?\w{1,2}[.)]\s+)?(?:to\s+)?", re.IGNORECASE)
_CLOSING = re.compile(r"(?:[;,.]|[;,]\s*and)\s*$")
_SCORE = 0.9


def bulleted_items(around: Surroundings, blocks: list[ParsedBlock]) -> list[Commitment]:
    """One commitment for each item of a list that a sentence of undertaking opens, all with its parties."""
    found: list[Commitment] = []
    for number, parsed in enumerate(blocks):
        if parsed.block.kind == "list_item" or not parsed.text.rstrip().endswith(":"):
            continue
        items = list(takewhile(lambda one: one.block.kind == "list_item", blocks[number + 1 : number + 40]))
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


def _opening(parsed: ParsedBlock) -> "tuple[Token, CommitmentKind, Token | None] | None":
    """The verb of the block's last sentence that undertakes the list, its kind and its subject."""
    sentences = list(parsed.doc.sents)
    for token in reversed(sentences[-1]) if sentences else ():
        if token.lower_ in {"will", "shall"} and token.dep_ in {"aux", "ROOT"}:
            return token, "plan", subject_of(token if token.dep_ == "ROOT" else token.head)
        if token.pos_ == "VERB" and token.lemma_ in VERBS and not negated(token):
            return token, VERBS[token.lemma_], subject_of(token)
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
    words = " ".join(text[start:end].split())
    span = Span(start + parsed.offset, end + parsed.offset)
    return build(
        around, span, words, kind, parties=parties, statement=around.statement_at(span), action=span, score=_SCORE
    )
