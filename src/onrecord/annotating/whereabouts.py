"""Where a figure was counted when no words of place stand by it: the body that counted, or the state spoken of."""

from typing import TYPE_CHECKING

from onrecord.annotating.surroundings import Surroundings, shared_subject, state_of
from onrecord.annotating.whose import counter, country_counting
from onrecord.language.parsing import ParsedBlock
from onrecord.language.places import country_of
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

OWN = frozenset({"we", "our", "us", "here"})
_HEIGHT = 10


def implied_place(around: Surroundings, parsed: ParsedBlock, anchor: "Token") -> str | None:
    """The state of the agency that counted, the state that the sentence is about, or the speaker's own."""
    body = counter(around, parsed, anchor)
    if body is not None and body.party is not None and country_of(body.party) is not None:
        return body.party
    named = country_counting(parsed, anchor)
    if named is not None and around.entity_at(parsed.offset + anchor.idx) is None:
        return named
    return _described(around, parsed, anchor) or _spoken_of(around, parsed, anchor) or _own(around, parsed, anchor)


def _described(around: Surroundings, parsed: ParsedBlock, anchor: "Token") -> str | None:
    """The state that the clause around the figure describes: "Norland, which has fires that cost 40 lives"."""
    current = anchor
    for _ in range(_HEIGHT):
        if current.dep_ == "relcl":
            entity = around.entity_at(parsed.offset + current.head.idx)
            if entity is not None and entity.kind == "place":
                return state_of(entity)
        if current.head == current:
            return None
        current = current.head
    return None


def _spoken_of(around: Surroundings, parsed: ParsedBlock, anchor: "Token") -> str | None:
    """The state that is the subject of the sentence: "Norland is in the middle of a fire season that …"."""
    subject = shared_subject(anchor.sent.root)
    entity = around.entity_at(parsed.offset + subject.idx) if subject is not None else None
    if entity is None or entity.kind != "place" or subject is None or subject.i > anchor.i:
        return None
    return state_of(entity)


def _own(around: Surroundings, parsed: ParsedBlock, anchor: "Token") -> str | None:
    """The speaker's state, where the speaker says "we" or "our" in the sentence of the figure."""
    token = parsed.token_span(anchor)
    statement = around.statement_at(Span(token.start, token.end))
    party = statement.speaker.party if statement is not None else None
    if party is None or country_of(party) is None or not any(word.lower_ in OWN for word in anchor.sent):
        return None
    start, end = parsed.offset + anchor.sent.start_char, parsed.offset + anchor.sent.end_char
    others = {state_of(entity) for _, entity in around.entities_in(start, end) if entity.kind == "place"}
    return party if others <= {party, None} else None
