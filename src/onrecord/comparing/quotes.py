"""Quote variance: the same words of one speaker, reported with a difference by two documents."""

import re
from collections.abc import Iterable, Mapping
from difflib import Match, SequenceMatcher
from hashlib import blake2b
from itertools import pairwise
from typing import Literal

import msgspec

from onrecord.comparing.identities import clusters
from onrecord.comparing.words import GRAMMAR, listed
from onrecord.model.documents import Document
from onrecord.model.findings import Checks, Finding
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Statement
from onrecord.model.spans import Evidence, Span

METHOD = "word-alignment"
VERSION = "quotes/1"

SHINGLE = 4
WINDOW = 4
"""Of every four runs of four words one is a key, so two quotations that share seven words in a row always meet."""

FEWEST_WORDS = 6
LEAST_SHARED = 0.7
"""Of the shorter quotation's words, how many the longer must hold for both to be one utterance."""

LONGEST = 600
"""Words of one quotation that are laid out for comparison; a longer turn is looked at around what is shared."""

MOST_DAYS = 7
"""Words reported further apart than this may be two occasions."""

FARTHEST_JOIN = 12
"""Words left out between two parts of a sentence; with more, the parts were said apart and joined."""

SCORES = {"telling": 0.9, "plain": 0.75, "slight": 0.4}
"""What was dropped or changed turns the meaning, says something, or is grammar only."""

Sort = Literal["trimmed", "altered", "joined"]

_OPEN, _CLOSE = '“‘"«', '”’"»'
_QUOTED = re.compile(r"[“\"«]([^“”\"«»]+)[”\"»]?")
_TOKEN = re.compile(r"[^\W_]+(?:[.,:]\d+|['’][^\W_]+)*")
_NOT = re.compile(r"(.+?)n['’]t$")
_SHORTENED = {"re": "are", "ve": "have", "ll": "will", "m": "am"}
_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}
_TELLING = listed(
    """
    not no never none neither nor without cannot if unless but although though however except provided until only
    some most many few all every almost nearly about probably possibly may might could should would must because
    when while whereas hardly barely least less more than alleged allegedly mostly partly far yet soon
    """
)
_QUALIFIES = listed("but if unless although though however except provided until while whereas only")
_FILLERS = listed("uh um er erm ah")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|[\[\]]|—\s*$")
_SENTENCE_END = re.compile(r"[.!?](?=[\s”’\"»)]|$)")


class Token(msgspec.Struct, frozen=True):
    """A word of a quotation, folded, and where it stands in the document."""

    word: str
    start: int
    end: int


Quoted = tuple[tuple[Token, ...], str]
"""A quotation's words, and the text of the document they stand in."""


class Difference(msgspec.Struct, frozen=True):
    """What one report has and the other has not."""

    sort: Sort
    fuller: str
    shorter: str
    telling: bool
    content: bool


def quotations(statement: Statement, text: str) -> tuple[tuple[Token, ...], ...]:
    """A statement's verbatim stretches as words: all of a turn or direct quotation, the quoted parts of a mixed one."""
    if statement.manner == "indirect":
        return ()
    pieces: list[Span] = []
    for span in statement.content:
        words = span.of(text)
        inside = [Span(span.start + m.start(1), span.start + m.end(1)) for m in _QUOTED.finditer(words)]
        before = text[max(0, span.start - 1) : span.start]
        if inside and statement.manner != "turn":
            pieces.extend(inside)
        elif statement.manner != "mixed" or (before and before in _OPEN):
            pieces.append(span)
    return tuple(tokens for piece in pieces if (tokens := _tokens(text, piece)))


def quote_keys(statement: Statement, text: str) -> tuple[str, ...]:
    """What a quotation is indexed by: some of its runs of four words, chosen by their hash so that copies agree."""
    keys: set[str] = set()
    for tokens in quotations(statement, text):
        if len(tokens) < FEWEST_WORDS:
            continue
        hashes = [_hash(tokens[i : i + SHINGLE]) for i in range(len(tokens) - SHINGLE + 1)]
        for i in range(max(1, len(hashes) - WINDOW + 1)):
            keys.add(min(hashes[i : i + WINDOW]))
    return tuple(sorted(keys))


def quote_variance(one: Statement, other: Statement, documents: Mapping[str, Document]) -> Finding | None:
    """The finding that two reports of one utterance make, or `None` where they agree or are two utterances."""
    one, other = sorted((one, other), key=lambda statement: statement.id)
    if one.document == other.document or not _may_be_one_utterance(one, other, documents):
        return None
    best: tuple[Difference, bool] | None = None
    for mine in quotations(one, documents[one.document].text):
        for theirs in quotations(other, documents[other.document].text):
            difference = _difference(mine, theirs, documents[one.document].text, documents[other.document].text)
            if difference is not None and (best is None or difference[0].telling > best[0].telling):
                best = difference
    if best is None:
        return None
    told, one_is_fuller = best
    fuller, shorter = (one, other) if one_is_fuller else (other, one)
    known = bool(one.speaker.name and other.speaker.name)
    sort = "telling" if told.telling else "plain" if told.content else "slight"
    return Finding(
        id=content_id("finding", "quote_variance", sorted((one.id, other.id))),
        kind="quote_variance",
        items=(fuller.id, shorter.id),
        evidence=tuple(Evidence(document=s.document, spans=s.content) for s in (fuller, shorter)),
        question=None,
        same_speaker=known,
        checks=Checks(referent="agree" if known else "unknown"),
        reason=_reason(told, fuller, documents[fuller.document], documents[shorter.document]),
        clash=(told.fuller, told.shorter),
        score=round(SCORES[sort] - (0 if known else 0.1), 3),
        method=METHOD,
        version=VERSION,
    )


def _difference(
    mine: tuple[Token, ...], theirs: tuple[Token, ...], text: str, other: str
) -> tuple[Difference, bool] | None:
    if min(len(mine), len(theirs)) < FEWEST_WORDS:
        return None
    if len(mine) >= len(theirs):
        found = _compared(mine, theirs, text, other)
        return (found, True) if found else None
    found = _compared(theirs, mine, other, text)
    return (found, False) if found else None


def _compared(long: tuple[Token, ...], short: tuple[Token, ...], long_text: str, short_text: str) -> Difference | None:
    long, short = _around(long, short), short[:LONGEST]
    words, others = [t.word for t in long], [t.word for t in short]
    blocks = [b for b in SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks() if b.size]
    blocks = [b for b in blocks if b.size > 1 or words[b.a] not in GRAMMAR]
    shared = sum(block.size for block in blocks)
    content = sum(words[b.a + i] not in GRAMMAR for b in blocks for i in range(b.size))
    if shared < LEAST_SHARED * len(short) or shared < FEWEST_WORDS - 1 or content < 3:
        return None
    for left, right in pairwise(blocks):
        dropped, put = long[left.a + left.size : right.a], short[left.b + left.size : right.b]
        marked = _is_marked(short_text, short[left.b + left.size - 1].end, short[right.b].start) or _is_marked(
            long_text, long[left.a + left.size - 1].end, long[right.a].start
        )
        if (dropped or put) and not marked:
            joined = len(dropped) > FARTHEST_JOIN and not put
            return _told("joined" if joined else "altered" if put else "trimmed", dropped, put, long_text, short_text)
    last = blocks[-1]
    head, tail = short[: blocks[0].b], short[last.b + last.size :]
    if head or tail:
        return _ends_differ((long, long_text), (short, short_text), blocks[0], last)
    return _qualification_lost(long, blocks[0].a, last.a + last.size, long_text)


def _ends_differ(fuller: Quoted, shorter: Quoted, first: Match, last: Match) -> Difference | None:
    (long, long_text), (short, short_text) = fuller, shorter
    put = short[: first.b] or short[last.b + last.size :]
    at_start = bool(short[: first.b])
    beside = long[max(0, first.a - len(put)) : first.a] if at_start else long[last.a + last.size :][: len(put)]
    if not beside:
        return None  # the shorter quotation goes on where the longer report stops quoting
    marked = _is_marked(short_text, put[0].start - 1, put[-1].end + 1) or _is_marked(
        long_text, beside[0].start - 1, beside[-1].end + 1
    )
    return None if marked else _told("altered", beside, put, long_text, short_text)


def _is_marked(text: str, start: int, end: int) -> bool:
    """Whether the words there say themselves that something was left out or put in: an ellipsis or brackets."""
    return _ELLIPSIS.search(text[max(0, start) : end]) is not None


def _qualification_lost(long: tuple[Token, ...], start: int, end: int, text: str) -> Difference | None:
    """The rest of the sentence, where the shorter quotation cuts it at a word that takes something back."""
    rest = _to_sentence_end(long, end, text)
    if rest and rest[0].word in _QUALIFIES | {"and", "as", "so"} and any(t.word in _QUALIFIES for t in rest[:3]):
        return _told("trimmed", rest, (), text, text)
    opening = _from_sentence_start(long, start, text)
    if opening and opening[0].word in _QUALIFIES:
        return _told("trimmed", opening, (), text, text)
    return None


def _told(sort: Sort, dropped: tuple[Token, ...], put: tuple[Token, ...], text: str, other: str) -> Difference | None:
    words = [token.word for token in (*dropped, *put)]
    if all(word in _FILLERS for word in words) or _only_spelling(dropped, put):
        return None
    return Difference(
        sort=sort,
        fuller=" ".join(text[dropped[0].start : dropped[-1].end].split()) if dropped else "",
        shorter=" ".join(other[put[0].start : put[-1].end].split()) if put else "",
        telling=any(word in _TELLING or word[0].isdigit() for word in words),
        content=any(word not in GRAMMAR for word in words),
    )


def _only_spelling(dropped: tuple[Token, ...], put: tuple[Token, ...]) -> bool:
    return len(dropped) == len(put) and all(_spelt(a.word) == _spelt(b.word) for a, b in zip(dropped, put, strict=True))


def _spelt(word: str) -> str:
    for british, american in (
        ("isation", "ization"),
        ("ise", "ize"),
        ("ising", "izing"),
        ("our", "or"),
        ("tre", "ter"),
    ):
        if word.endswith(british) and len(word) > len(british) + 2:
            return word[: -len(british)] + american
    return word


def _around(long: tuple[Token, ...], short: tuple[Token, ...]) -> tuple[Token, ...]:
    """The part of a long turn near the first run of words that the shorter quotation shares with it."""
    if len(long) <= LONGEST:
        return long
    runs = {tuple(t.word for t in short[i : i + SHINGLE]) for i in range(len(short) - SHINGLE + 1)}
    at = next((i for i in range(len(long)) if tuple(t.word for t in long[i : i + SHINGLE]) in runs), 0)
    start = max(0, at - LONGEST // 3)
    return long[start : start + LONGEST]


def _to_sentence_end(tokens: tuple[Token, ...], at: int, text: str) -> tuple[Token, ...]:
    taken: list[Token] = []
    for previous, token in zip(tokens[at - 1 :], tokens[at:], strict=False):
        if _SENTENCE_END.search(text[previous.end : token.start]):
            break
        taken.append(token)
    return tuple(taken)


def _from_sentence_start(tokens: tuple[Token, ...], at: int, text: str) -> tuple[Token, ...]:
    start = at
    while start > 0 and not _SENTENCE_END.search(text[tokens[start - 1].end : tokens[start].start]):
        start -= 1
    return tokens[start:at]


def _may_be_one_utterance(one: Statement, other: Statement, documents: Mapping[str, Document]) -> bool:
    names = [s.speaker.name for s in (one, other) if s.speaker.name and not s.speaker.anonymous]
    if len(names) == 2 and len(set(clusters(names).values())) > 1:
        return False
    days = [
        day
        for s in (one, other)
        if (time := s.uttered if s.uttered and s.uttered.start else documents[s.document].published)
        and (day := time.first_day)
    ]
    return len(days) < 2 or abs((days[0] - days[1]).days) <= MOST_DAYS


def _reason(difference: Difference, fuller: Statement, longer: Document, shorter: Document) -> str:
    speaker = fuller.speaker.name or fuller.speaker.description or "an unknown speaker"
    where, there = _where_told(shorter), _where_told(longer)
    if difference.sort == "altered":
        return f"{speaker} is quoted with “{difference.shorter}” by {where} and with “{difference.fuller}” by {there}."
    if difference.sort == "joined":
        return f"{where} joins two parts of what {speaker} said, without “{difference.fuller}”, which {there} has."
    return f"{where} leaves out “{difference.fuller}” from the words of {speaker} that {there} quotes."


def _where_told(document: Document) -> str:
    """A report by its outlet, else by its title in quotation marks."""
    return document.outlet or (f"“{document.title}”" if document.title else "one report")


def _tokens(text: str, span: Span) -> tuple[Token, ...]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        for word in _expanded(match.group()):
            if word and word not in _FILLERS:
                found.append(Token(word, match.start(), match.end()))
    return tuple(found)


def _expanded(word: str) -> tuple[str, ...]:
    """A word as it is said in full: "don’t" is "do not", "Norland’s" stays one word."""
    folded = fold(word).replace(" ", "")
    if folded == "cannot":
        return ("can", "not")
    negated = _NOT.match(word.casefold())
    if negated:
        verb = fold(negated.group(1))
        return (_WHOLE.get(verb, verb), "not")
    head, apostrophe, ending = word.casefold().replace("’", "'").rpartition("'")
    if apostrophe and ending in _SHORTENED:
        return (fold(head), _SHORTENED[ending])
    return (folded,)


def _hash(tokens: Iterable[Token]) -> str:
    return blake2b(" ".join(token.word for token in tokens).encode(), digest_size=8).hexdigest()
