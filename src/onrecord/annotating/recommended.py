"""What a report recommends, or a paper sets out, item by item: "Recommendation 3: publish the readings monthly"."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from onrecord.annotating.bullets import FEWEST, LEAD, is_item
from onrecord.annotating.deadlines import build
from onrecord.annotating.foretelling import agentless
from onrecord.annotating.issuers import assembly_of, issuer_of
from onrecord.annotating.surroundings import NOUNS, Surroundings, shared_subject
from onrecord.language.parsing import ParsedBlock
from onrecord.model.identity import fold
from onrecord.model.items import Commitment, CommitmentKind
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_KINDS: dict[str, CommitmentKind] = {
    "recommendation": "call_for", "proposal": "call_for", "demand": "call_for", "request": "call_for",
    "commitment": "pledge", "pledge": "pledge", "promise": "pledge", "undertaking": "pledge",
    "measure": "plan", "step": "plan", "action": "plan", "decision": "plan",
}  # fmt: skip
"""What an item is called, and so what kind it is."""
_NUMBERED = re.compile(
    r"(?:\A|(?<=\n)|(?<=[.;:!?] ))[ \t]*(?P<word>" + "|".join(_KINDS) + r"|r|rec)\.?\s?"
    r"(?:no\.?\s?)?(?:\d{1,2}(?:\.\d{1,2})?|[a-h]|[ivx]{1,4})\s?(?:\([^)\n]{1,40}\)\s?)?[:.)–—-]\s+",
    re.IGNORECASE,
)
"""What opens an item told by its number: "Recommendation 3:", "R3."."""
_HEADED = re.compile(
    r"(?:[\w’' ,&-]{0,40}?\b)?(?P<word>" + "|".join(_KINDS) + r")s?(?: (?:points?|items?|log|list|plan|taken|agreed|"
    r"to be taken|for action|for the [\w ]{1,30}))?\s*:?",
    re.IGNORECASE,
)
"""A line that says what the items under it are: "Our demands", "Recommendations to the ministry"."""
_LONGEST_HEADING = 8
_OBLIGING = frozenset({"should", "must", "shall", "ought"})
_SUBJECTLESS = frozenset({"VB", "VBP"})
_DEEDS = frozenset(
    {"publish", "test", "review", "report", "set", "train", "plan", "check", "fund", "audit", "design", "record", "map",
     "open", "close", "limit", "raise", "lower", "cut", "ban", "end", "stop", "start", "repair", "replace", "restore",
     "hire", "appoint", "install", "fit", "offer", "ensure", "provide", "establish", "create", "adopt", "extend",
     "introduce", "develop", "improve", "strengthen", "reduce", "increase", "consult", "inform", "notify", "write",
     "pay", "repay", "refund", "halt", "suspend", "release", "inspect", "monitor", "survey", "label", "update",
     "amend", "abolish", "require", "make", "keep", "hold", "carry", "build", "rebuild", "clean", "move", "name",
     "assign", "share", "submit", "prepare", "conduct", "commission", "remove", "give", "bring", "put", "draw", "use",
     "apply", "tighten", "double", "halve", "seek", "recover", "compensate", "withdraw", "complete", "implement"}
)  # fmt: skip
"""Verbs that open an item, for the parse often takes the first word of a line for a name."""
_FAR = 14
"""Words of an item in which "should" stands."""
_SCORE = 0.8


def recommended_items(around: Surroundings, blocks: Sequence[ParsedBlock]) -> list[Commitment]:
    """One commitment for each numbered item that says what it is, and for each deed listed under such a heading."""
    found: list[Commitment] = []
    for number, parsed in enumerate(blocks):
        for mark in _NUMBERED.finditer(parsed.text) if parsed.block.kind not in {"title", "caption", "table"} else ():
            word = mark["word"].lower()
            kind = _KINDS.get(word, "call_for")
            if (one := _item(around, parsed, mark.end(), kind)) is not None:
                found.append(one)
        if (heading := _heading(parsed)) is not None:
            found.extend(_under(around, heading, blocks[number + 1 : number + 40]))
    return found


def _under(around: Surroundings, kind: CommitmentKind, blocks: Sequence[ParsedBlock]) -> list[Commitment]:
    """The items that stand under a heading."""
    items = list(takewhile(is_item, blocks))
    leads = [LEAD.match(item.text) for item in items] if len(items) >= FEWEST else []
    told = [_item(around, item, lead.end() if lead else 0, kind) for item, lead in zip(items, leads, strict=False)]
    return [one for one in told if one is not None]


def _heading(parsed: ParsedBlock) -> CommitmentKind | None:
    """What kind the items under a line are."""
    text = parsed.text.strip()
    if parsed.block.kind not in {"heading", "paragraph"} or len(text.split()) > _LONGEST_HEADING:
        return None
    told = _HEADED.fullmatch(text)
    return _KINDS[told["word"].lower()] if told is not None else None


def _item(around: Surroundings, parsed: ParsedBlock, start: int, kind: CommitmentKind) -> Commitment | None:
    """The deed of an item: in the bare form, with "should", or "the clerk to write"."""
    opening = next((token for token in parsed.doc if token.idx >= start and not token.is_punct), None)
    if opening is None or opening.sent.text.rstrip().endswith("?"):
        return None
    end = max(opening.sent.end_char, start)
    stop = len(parsed.text[:end].rstrip(" \n.;,"))
    if not _is_told(opening) and not _obliges(opening):
        return None
    if stop - opening.idx < 8 or len(parsed.text[opening.idx : stop].split()) < 2:
        return None
    parties = issuer_of(around) or assembly_of(around)
    if not parties and kind != "call_for":
        return None
    span = Span(parsed.offset + opening.idx, parsed.offset + stop)
    words = " ".join(parsed.text[opening.idx : stop].split())
    statement = around.statement_at(span)
    return build(around, span, words, kind, parties=parties, statement=statement, action=span, score=_SCORE)


def _is_told(opening: "Token") -> bool:
    """Whether a word is the deed of an item that has no subject."""
    bare = opening.tag_ in _SUBJECTLESS and shared_subject(opening) is None
    named = fold(opening.text) in _DEEDS and opening.nbor().pos_ not in {"AUX", "VERB"} if _has_next(opening) else False
    return (bare and not agentless(opening, own=True)) or named


def _has_next(token: "Token") -> bool:
    return token.i + 1 < len(token.doc)


def _obliges(opening: "Token") -> bool:
    """Whether an item tells what somebody should do: "the ministry should set a date", "the clerk to write"."""
    that = opening.lower_ == "that"
    for token in opening.doc[opening.i : min(opening.i + _FAR, opening.sent.end)]:
        if that and token.lower_ == "be" and token.dep_ in {"auxpass", "aux"} and token.head.tag_ == "VBN":
            return shared_subject(token.head) is not None
        if token.lower_ in _OBLIGING and token.dep_ == "aux":
            subject = shared_subject(token.head)
            return subject is not None and opening.i <= subject.i < token.i
        if token.lower_ == "to" and token.dep_ == "aux" and token.head.tag_ == "VB" and token.i > opening.i:
            before = token.nbor(-1)
            return before.pos_ in NOUNS or before.ent_type_ == "PERSON"
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return False
    return False
