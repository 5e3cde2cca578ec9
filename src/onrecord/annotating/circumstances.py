"""When, where, at what occasion and to whom something was said, as the words around the cue tell."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.annotating.drafts import spans_of
from onrecord.annotating.framing import sentence_bounds
from onrecord.annotating.sources import terms_in
from onrecord.annotating.wordlists import word_list
from onrecord.language.coreference import Referents
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.language.times import TimeMention, times_of
from onrecord.model.documents import Terms
from onrecord.model.items import Entity, Statement
from onrecord.model.spans import Span
from onrecord.model.times import Interval

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_ADDRESSED = word_list("addressing")
_SPEAKING = word_list("speaking_to")
_LONGEST_WAY = 8
"""Steps up the parse from a time or a place to the cue it belongs to."""

LONGEST_SENTENCE = 1000
"""Characters looked at on either side of a cue: sentences without an end are as long as their document."""

NEAR = 6
"""Contents before a time that may reach over it: one, and those that it is nested in."""

_OCCASION = "|".join(sorted(word_list("occasions"), key=lambda word: (-len(word), word)))
_CHANNEL = "|".join(sorted(word_list("channels"), key=lambda word: (-len(word), word)))
_NAME = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][\w.’'\-]*"
_NAMES = rf"{_NAME}(?:\s+(?:of|and|the)?\s?{_NAME}){{0,5}}"
_VENUE = re.compile(
    r"\b(?:[Aa]t|[Ii]n|[Dd]uring|[Oo]n|[Vv]ia)\s+"
    r"(?P<venue>(?:an?|the|his|her|their|its|a series of|recent|several|multiple|one|two|[A-Z][a-z]+day[’']s)\s+"
    r"(?:(?!(?:with|at|during|by|for|to|from|in|on|and|or|who|which|that|as|after|before|over|about)\s)[\w.’'\-]+\s+)"
    rf"{{0,6}}?(?:{_OCCASION})\b(?![-\w])"
    rf"(?:\s+(?:with|to|on|at|in|from|for|of)\s+(?:the\s+)?(?:{_NAMES})|\s+of\s+(?:the|its|their|his|her)\s+"
    r"(?!(?:same|most|last|next|first)\b)[a-z-]+(?:\s(?:society|club|committee|board|union|council|association|party))?)?)"
    r"|\b(?:[Ii]n|[Dd]uring)\s+(?P<bare>(?:(?:prepared|opening|closing|brief|written|sworn|public|televised|recent)\s)?"
    r"(?:remarks|testimony|comments|interviews|speeches))\b"
    rf"|\b(?:[Oo]n|[Vv]ia|[Aa]board)\s+(?P<channel>(?:{_CHANNEL})\b(?![-\w])"
    r"|(?:[A-Z][\w.]*(?:[’']s?)?\s+){0,3}[“\"][A-Z][^”\"\n]{2,40}[”\"])"
)
_LOCATED = re.compile(r"\b(?:in|at|from|outside|near)\s+(?:the\s+)?$")


class Circumstances(msgspec.Struct, frozen=True):
    """What the attributing words tell besides who and what."""

    uttered: Interval | None = None
    place: str | None = None
    venue: str | None = None
    addressee: str | None = None
    terms: Terms | None = None


class Settings:
    """The times, places and sentences of a document, for looking around a cue."""

    def __init__(
        self, analysis: Analysis, entities: Sequence[Entity], referents: Referents, statements: Sequence[Statement] = ()
    ) -> None:
        self._referents = referents
        self._contents = sorted(span for s in statements if s.manner != "turn" for span in s.content)
        self._text = analysis.document.text
        self._times = times_of(analysis.document)
        self._time_starts = [mention.span.start for mention in self._times]
        self._places = sorted(
            (mention.start, mention.end) for entity in entities if entity.kind == "place" for mention in entity.mentions
        )
        self._block_at = analysis.block_at
        self._bounds: dict[int, list[tuple[int, int]]] = {}

    def around(self, statement: Statement) -> Circumstances:
        """The circumstances of a statement with a cue."""
        if not statement.cue:
            return Circumstances()
        parsed = self._block_at(statement.cue[0].start)
        if parsed is None:
            return Circumstances()
        pieces = self._attributing(parsed, statement)
        place = statement.source[0].start if statement.source else None
        return Circumstances(
            uttered=self._time(parsed, pieces, statement),
            place=self._place(parsed, pieces, statement),
            venue=self._venue(parsed, pieces, statement),
            addressee=self._named(_addressee(parsed, statement)),
            terms=next((told for piece in pieces if (told := terms_in(self._text, *piece, place))), None),
        )

    def _attributing(self, parsed: ParsedBlock, statement: Statement) -> list[Span]:
        """The sentence of the cue without what is said, its source included."""
        cue = statement.cue[0].start
        found = parsed.piece_at(Span(cue, cue + 1))
        if found is None:
            return []
        bounds = self._bounds.get(id(parsed))
        if bounds is None:
            bounds = self._bounds[id(parsed)] = sentence_bounds(parsed.doc)
        low, high = statement.cue[0].start - LONGEST_SENTENCE, statement.cue[-1].end + LONGEST_SENTENCE
        pieces = [Span(max(s.start, low), min(s.end, high)) for s in spans_of(parsed, (bounds[found[0].i],))]
        for content in statement.content:
            cut: list[Span] = []
            for piece in pieces:
                if piece.overlaps(content):
                    cut.extend(
                        s for s in (Span(piece.start, content.start), Span(content.end, piece.end)) if s.end > s.start
                    )
                else:
                    cut.append(piece)
            pieces = cut
        return pieces

    def _time(self, parsed: ParsedBlock, pieces: Sequence[Span], statement: Statement) -> Interval | None:
        best: tuple[int, TimeMention] | None = None
        cue = statement.cue[-1]
        present = self._is_present(parsed, statement)
        for piece in pieces:
            at = bisect_left(self._time_starts, piece.start)
            while at < len(self._times) and self._times[at].span.start < piece.end:
                mention = self._times[at]
                at += 1
                if mention.sort != "point" or mention.span.end > piece.end or self._of_thing(mention.span.end):
                    continue
                if present and mention.interval.precision not in _DAYS:
                    continue
                if any(mention.span.overlaps(source) for source in statement.source):
                    continue
                if self._is_reported(mention.span, cue):
                    continue
                distance = min(abs(mention.span.start - cue.end), abs(cue.start - mention.span.end))
                if not self._belongs(parsed, mention.core, statement):
                    continue
                if best is None or distance < best[0]:
                    best = distance, mention
        return best[1].interval if best else None

    def _is_reported(self, span: Span, cue: Span) -> bool:
        """Whether a time is in what another cue reports: "said they meet on Monday, adding that …"."""
        last = bisect_right(self._contents, Span(span.start, len(self._text)))
        return any(
            content.start <= span.start and span.end <= content.end and not content.overlaps(cue)
            for content in self._contents[max(0, last - NEAR) : last]
        )

    def _of_thing(self, end: int) -> bool:
        """Whether a time or a place belongs to a thing, "last week’s caucus", that is no occasion of speaking."""
        return self._text[end : end + 2] in {"’s", "'s"} and not _SPOKEN_AT.match(self._text, end)

    def _is_present(self, parsed: ParsedBlock, statement: Statement) -> bool:
        """Whether the cue's verb is in the present: no month or year of the past is when that is said."""
        for cue in statement.cue:
            piece = parsed.piece_at(cue)
            verb = next((token for token in piece or () if token.pos_ in {"VERB", "AUX"}), None)
            if verb is not None:
                return verb.tag_ in {"VBZ", "VBP", "MD"}
        return False

    def _belongs(self, parsed: ParsedBlock, words: Span, statement: Statement) -> bool:
        """Whether the parse hangs the words on the cue, with no other verb and no source between."""
        found = parsed.piece_at(words)
        if found is None:
            return False
        token = found.root
        verbs = self._governing(parsed, statement)
        for _ in range(_LONGEST_WAY):
            at = parsed.offset + token.idx
            if any(cue.start <= at < cue.end for cue in statement.cue):
                return True
            if token.i in verbs:
                return True
            if token.pos_ in {"VERB", "AUX"} and not _is_speaking(token):
                return False
            if any(source.start <= at < source.end for source in statement.source):
                return False
            if token.head is token:
                break
            token = token.head
        return False

    def _governing(self, parsed: ParsedBlock, statement: Statement) -> set[int]:
        """The verb that a participle of saying hangs on: "held a briefing on Monday, saying that …"."""
        found = set()
        for cue in statement.cue:
            piece = parsed.piece_at(cue)
            for token in piece or ():
                if token.dep_ in {"advcl", "xcomp"} and token.tag_ in {"VBG", "VB"}:
                    found.add(token.head.i)
        return found

    def _place(self, parsed: ParsedBlock, pieces: Sequence[Span], statement: Statement) -> str | None:
        for piece in pieces:
            at = bisect_left(self._places, (piece.start, 0))
            while at < len(self._places) and self._places[at][0] < piece.end:
                start, end = self._places[at]
                at += 1
                if any(source.start <= start < source.end for source in statement.source):
                    continue
                if (
                    end <= piece.end
                    and self._text[end : end + 2] not in {"’s", "'s"}
                    and self._belongs(parsed, Span(start, end), statement)
                    and _LOCATED.search(self._text, max(piece.start, start - 16), start)
                ):
                    return self._text[start:end]
        return None

    def _venue(self, parsed: ParsedBlock, pieces: Sequence[Span], statement: Statement) -> str | None:
        for piece in pieces:
            for match in _VENUE.finditer(self._text, piece.start, piece.end):
                if self._belongs(parsed, Span(*match.span()), statement):
                    return match["venue"] or match["bare"] or match["channel"]
        return None

    def _named(self, addressee: Span | None) -> str | None:
        """Whom the words mean: the person that "him" or "her" stands for, nobody for other pronouns."""
        if addressee is None:
            return None
        phrase = " ".join(addressee.of(self._text).split())
        if phrase.lower() in {"him", "her"}:
            meant = self._referents.pronoun(addressee)
            return meant.name if meant is not None else None
        return re.sub(r"^the\s+", "", phrase) or None


def _is_speaking(verb: "Token") -> bool:
    """Whether a participle tells at what occasion its subject says so: "Speaking in Lund on Monday, she said"."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_.lower() in _ON_OCCASION


_ON_OCCASION = frozenset(
    {"speak", "talk", "address", "appear", "testify", "write", "reply", "respond", "open", "answer"}
)


def _addressee(parsed: ParsedBlock, statement: Statement) -> Span | None:
    for cue in statement.cue:
        found = parsed.piece_at(cue)
        if found is None:
            continue
        for token in found:
            if token.pos_ not in {"VERB", "AUX"}:
                continue
            for child in token.children:
                told = child.dep_ in {"dobj", "dative"} and token.lemma_.lower() in _ADDRESSED and child.pos_ != "VERB"
                addressed = (
                    token.lemma_.lower() in _SPEAKING
                    and child.dep_ in {"prep", "dative"}
                    and child.lower_ == "to"
                    and child.i - token.i <= 2
                )
                named = child
                if addressed:
                    named = next((c for c in child.children if c.dep_ == "pobj"), child)
                    told = named.dep_ == "pobj"
                if told and named.i > token.i and _can_listen(named):
                    last = named.i
                    for below in named.children:
                        if below.i == last + 1 and below.lower_ in {"of", "at", "from", "in", "and", "for", ","}:
                            last = below.right_edge.i if below.right_edge.i - named.i <= 6 else last
                        elif below.dep_ == "conj" and below.right_edge.i - named.i <= 6:
                            last = max(last, below.right_edge.i)
                    start = parsed.offset + parsed.doc[named.left_edge.i].idx
                    tail = parsed.doc[last]
                    phrase = Span(start, parsed.offset + tail.idx + len(tail.text))
                    if not any(phrase.overlaps(c) for c in statement.content):
                        return phrase
    return None


def _can_listen(token: "Token") -> bool:
    """Whether the word can be whom something is said to: people and bodies, no question, clause or occasion."""
    low = token.lower_
    if low in {"him", "her"}:
        return True
    return token.pos_ in {"NOUN", "PROPN"} and low not in _NO_LISTENERS and not _IS_OCCASION.fullmatch(low)


_NO_LISTENERS = frozenset({"question", "questions", "truth", "story", "stories", "lie", "lies", "time", "way", "god"})
_IS_OCCASION = re.compile(_OCCASION)
_SPOKEN_AT = re.compile(rf"[’']s?\s(?:[\w-]+\s){{0,3}}?(?:{_OCCASION})\b")
_DAYS = frozenset({"day", "hour", "minute", "second", "part_of_day", "week"})
