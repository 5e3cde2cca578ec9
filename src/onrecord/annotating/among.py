"""What stands among undertakings and is one as they are, though no word of its own says so.

"The university agrees to sell its shares. … The night bus will run again from September. A portrait will be hung in the
hall." Alone in a report the second and third might be news or a forecast. Where the same voice has just undertaken
other things, they go on with its list, and its party undertakes them.
"""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.actions import Found, undertaking
from onrecord.annotating.commitmentwords import FUTURE, PREDICTING
from onrecord.annotating.foretelling import agentless, asked, comes_about, foretells, reported_by_many
from onrecord.annotating.futures import clause_of
from onrecord.annotating.outright import may_tell_outright, none_of, told_outright
from onrecord.annotating.reached import BEGUN, bounds_of
from onrecord.annotating.surroundings import Surroundings, shared_subject
from onrecord.language.parsing import ParsedBlock
from onrecord.model.items import Commitment
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

FEWEST = 2
"""Undertakings of one voice and party around a clause that make it one of theirs."""
REACH = 1
"""Blocks before and after a clause in which they are looked for."""
NEAR = 420
"""Characters between a clause and the nearest of them at most."""

_LISTED = frozenset({"pledge", "agreement", "plan", "order"})
_RUNNING = BEGUN | frozenset(
    {"run", "go", "stand", "sail", "operate", "appear", "stay", "remain", "come", "move", "end", "return", "report",
     "serve", "fly", "meet", "take", "carry", "sit", "hang", "lead", "replace", "cover", "work", "be", "pay"}
)  # fmt: skip
"""What a thing does once those who undertake it have done their part."""
_HAD = frozenset({"get", "receive", "have", "keep"})
_NOBODY = frozenset(
    {"you", "we", "i", "he", "she", "this", "that", "what", "which", "who", "something", "nothing", "one"}
)
_EMPTY = frozenset(
    {"chance", "idea", "doubt", "problem", "impact", "effect", "say", "choice", "trouble", "surprise", "time", "winner",
     "opportunity", "feeling", "reason", "nothing", "it", "this", "that", "something", "question", "need", "change",
     "way", "answer", "peace", "point", "rain", "people", "weather", "consequence", "risk", "more", "storm", "snow"}
)  # fmt: skip
"""What there may be, or somebody may have, though nobody gives it."""
_THOUGHT = frozenset(
    {"say", "talk", "ask", "think", "wonder", "hope", "look", "see", "tell", "discuss", "consider", "watch", "wait",
     "try", "do", "make", "use", "spend", "speak", "hear", "read", "suffer", "face"}
)  # fmt: skip
_ALREADY = frozenset({"already", "still", "now", "currently", "not", "n't", "n’t", "never", "always", "just"})
_SUPPOSING = frozenset({"if", "unless", "should"})


_OCCASIONS = frozenset(
    {"speech", "debate", "primary", "caucus", "vote", "election", "interview", "hearing", "ceremony", "convention",
     "conference", "result", "winner", "ad", "rally", "event", "race", "contest", "ballot", "poll", "trial", "decision",
     "game", "match", "show", "episode", "film", "program", "programme", "delegate", "nomination", "nominee"}
)  # fmt: skip
"""What a calendar holds and nobody undertakes: "the speech will be delivered at the hall"."""


class _Anchor(NamedTuple):
    """An undertaking around a clause: where it stands, whose voice tells it, who is bound."""

    block: int
    start: int
    end: int
    voice: str
    parties: tuple[str, ...]


def told_among(
    around: Surroundings, blocks: Sequence[ParsedBlock], known: Sequence[Commitment]
) -> list[tuple[ParsedBlock, Found]]:
    """What goes on with the undertakings already known, each with the party that it has in common with them."""
    anchors = _anchors(around, blocks, known)
    if len(anchors) < FEWEST:
        return []
    taken = [span for commitment in known for span in commitment.spans]
    found: list[tuple[ParsedBlock, Found]] = []
    for number, parsed in enumerate(blocks):
        near = [anchor for anchor in anchors if abs(anchor.block - number) <= REACH]
        if len(near) < FEWEST:
            continue
        for token in parsed.tokens:
            if not (token.lower_ in FUTURE and token.dep_ == "aux") and not may_tell_outright(token):
                continue
            span = parsed.token_span(token)
            if any(one.start <= span.start < one.end for one in taken):
                continue
            parties = _bound(around, span, near)
            if not parties or _asks(token):
                continue
            for one in _told(around, parsed, token):
                found.append((parsed, one._replace(parties=parties)))
    return found


def _anchors(around: Surroundings, blocks: Sequence[ParsedBlock], known: Sequence[Commitment]) -> list[_Anchor]:
    found = []
    for number, parsed in enumerate(blocks):
        start, end = parsed.offset, parsed.offset + len(parsed.text)
        for one in known:
            span = one.spans[0]
            if start <= span.start < end and one.kind in _LISTED and one.parties:
                found.append(_Anchor(number, span.start, span.end, _voice(around, span), one.parties))
    return found


def _voice(around: Surroundings, span: Span) -> str:
    """Whose words a span stands in: a speaker's name, or nothing for the report's own."""
    statement = around.statement_at(Span(span.end - 1, span.end))
    if statement is None:
        return ""
    speaker = statement.speaker
    return speaker.name or speaker.party or speaker.description or statement.id


def _bound(around: Surroundings, span: Span, near: Sequence[_Anchor]) -> tuple[str, ...]:
    """Who is bound by what stands at a span: whom most undertakings of its voice around it bind."""
    voice = _voice(around, span)
    same = [a for a in near if a.voice == voice or voice in a.parties or a.voice == ""]
    if voice and not any(a.voice == voice or voice in a.parties for a in same):
        return ()
    counted = Counter(a.parties for a in same)
    if not counted:
        return ()
    parties, often = counted.most_common(1)[0]
    if often < FEWEST or 2 * often < len(same):
        return ()
    apart = min(max(a.start - span.end, span.start - a.end, 0) for a in same if a.parties == parties)
    return parties if apart <= NEAR else ()


def _asks(token: "Token") -> bool:
    sentence = token.sent
    return any(t.text == "?" for t in token.doc[max(sentence.start, sentence.end - 3) : sentence.end])


def _told(around: Surroundings, parsed: ParsedBlock, token: "Token") -> list[Found]:
    """What a clause tells, once it is known that its voice undertakes things here."""
    clause_head = token.head if token.dep_ == "aux" else token
    about = shared_subject(clause_head)
    if about is not None and about.lemma_.lower() in _OCCASIONS:
        return []
    if found := told_outright(around, parsed, token, vouched=True):
        return found
    if token.tag_ == "VBG" and token.lower_ != "going":
        return _in_hand(token)
    if token.lower_ not in FUTURE | {"going", "is", "are"}:
        return []
    if found := none_of(around, parsed, token, vouched=True):
        return found
    if token.lower_ not in FUTURE:
        deed = next((c for c in token.children if c.dep_ == "xcomp" and c.i > token.i), None)
        subject = shared_subject(token)
    else:
        if any(c.dep_ == "expl" for c in token.head.children):
            return _there(token)
        clause = clause_of(around, parsed, token)
        if clause is None or (clause.governing is not None and clause.governing.lemma_ in PREDICTING):
            return []
        deed, subject = clause.verb, clause.subject
    if deed is None or subject is None or subject.lower_ in _NOBODY or deed.dep_ in {"relcl", "advcl", "acl"}:
        return []
    if any(c.dep_ == "advcl" and c.left_edge.lower_ in _SUPPOSING for c in deed.children):
        return []
    if subject.ent_type_ == "PERSON" or reported_by_many(subject) or not _is_seen_to(deed, subject):
        return []
    one = undertaking("plan" if token.lower_ in {"is", "are"} else "pledge", token, None, deed, score=0.6)
    return [one._replace(first=subject.left_edge.i) if subject.i < one.first and subject.lower_ != "it" else one]


def _there(aux: "Token") -> list[Found]:
    """What there will be: "there will be a school in each of the six towns"."""
    verb = aux.head
    thing = next((c for c in verb.children if c.dep_ in {"attr", "nsubj"} and c.i > verb.i), None)
    if thing is None or thing.pos_ != "NOUN" or thing.lemma_.lower() in _EMPTY or verb.lemma_ != "be":
        return []
    if verb.dep_ in {"relcl", "advcl", "acl"} or asked(verb) or foretells(verb):
        return []
    counted = any(c.lower_ in {"a", "an", "two", "three", "four", "five", "six"} for c in thing.children)
    return [undertaking("pledge", aux, None, verb, score=0.55)] if counted else []


def _in_hand(verb: "Token") -> list[Found]:
    """What a speaker says "we are" doing among what we will do: "we're moving the welding to our own shed"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    thing = any(c.dep_ == "dobj" and c.pos_ != "PRON" for c in verb.children)
    if subject is None or subject.lower_ not in {"we", "i"} or not thing or comes_about(verb):
        return []
    if verb.lemma_ in _THOUGHT or agentless(verb, own=True) or any(c.lower_ in _ALREADY for c in verb.children):
        return []
    return [undertaking("pledge", verb, subject, verb, score=0.55)]


def _is_seen_to(deed: "Token", subject: "Token") -> bool:
    """Whether it is what somebody does, has done, gives or lets be."""
    thing = next((c for c in deed.children if c.dep_ in {"dobj", "attr"} and c.i > deed.i), None)
    if thing is not None and thing.lemma_.lower() in _EMPTY:
        return False
    if any(c.dep_ == "auxpass" for c in deed.children):
        return False  # those that are done on purpose were told outright
    if subject.lower_ in {"it", "they"}:
        return not agentless(deed, own=True) or (deed.lemma_ in _HAD and thing is not None)
    if deed.lemma_ in _HAD:
        return thing is not None
    by, on, when = bounds_of(deed)
    if deed.lemma_ == "be":
        return by or on
    return deed.lemma_ in _RUNNING and (by or on or when or not comes_about(deed))
