"""Lists of undertakings in running text: "First, we agreed to … Second, … And finally, tenth, …", misnumbered too."""

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.assents import granted
from onrecord.annotating.authors import named_together
from onrecord.annotating.bullets import bulleted_items
from onrecord.annotating.commitmentwords import ORDINAL_MARKS
from onrecord.annotating.deadlines import build
from onrecord.annotating.inline import inline_items
from onrecord.annotating.parties import joint_parties, parties_of
from onrecord.annotating.recommended import recommended_items
from onrecord.annotating.sides import SIDES, most_named
from onrecord.annotating.surroundings import Surroundings, shared_subject
from onrecord.language.numberwords import UNITS
from onrecord.language.parsing import ParsedBlock
from onrecord.language.places import country_of
from onrecord.model.items import Commitment, CommitmentKind
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_MARK = re.compile(
    r"(?:(?<=\n)|(?<=[.;:!?] )|(?<=[.;:!?]  )|\A|(?<=^))[ \t]{0,4}"
    r"(?:(?:so|and|then|now|well|but)\b,?\s{1,2}){0,2}(?:finally,?\s)?(?:"
    + "|".join(sorted(ORDINAL_MARKS, key=len, reverse=True))
    + r"|\d{1,2}[.)])(?:[,:]|(?=\s(?:to|we)\s))\s{1,3}",
    re.IGNORECASE | re.MULTILINE,
)
_TRIGGER = re.compile(
    r"\b(commit(?:s|ted|ments?)?|agree[ds]?|agreements?|pledge[ds]?|promise[ds]?|undertak(?:e|ings?)|resolved|decided)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:our|the|all|both|these)\s(?:(?P<number>\w+)\s)?(?:countries|nations|governments|sides|leaders|parties)\b",
    re.IGNORECASE,
)
FEWEST = 3
"""Items that make a list; two ordinals in a text are often just prose."""
LONGEST_ITEM = 1200
"""Characters from one mark to the next at most in one list."""
BEFORE_LIST = 500
"""Characters before the first item in which the sentence that introduces the list is looked for."""
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!Mr)(?<!Dr)(?<!Ms)(?<!St)(?<!Gov)(?<!Sen)(?<!Rep)(?<!Gen)[.!?](?=\s+[A-Z“])")
_OURSELVES = re.compile(r"^(?:we|they)(?:[’']ll|\s(?:will|shall))\s(?:also\s|jointly\s|each\s)?", re.IGNORECASE)
"""What opens an item that is told as a sentence of those who undertake the list."""
_PREFIXES = re.compile(r"^(?:to\s+)?(?:commit(?:ted)?|agreed?)\s+(?:to\s+)", re.IGNORECASE)


_STEPS = re.compile(
    r"\b(?P<verb>agreed|agree|committed|commit|pledged|promised|undertook|vowed)\s(?:(?:to|on)\s)?(?:do\s)?"
    r"(?:the following|(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}))"
    r"(?:\s[\w-]{1,20}){0,3}?\s(?:steps|measures|actions|points|things|items|commitments|initiatives|goals)"
    r"\s?(?::|—|–|-)\s{0,3}",
    re.IGNORECASE,
)
_STEP_LEAD = re.compile(
    r"\s*(?:and\s|also\s|then\s|we\s){0,3}(?:agreed\s|committed\s|pledged\s)?(?:to\s)?", re.IGNORECASE
)


_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}"
_NAMED = re.compile(
    rf"(?:both\s)?(?P<who>{_NAME}(?:(?:,\s(?:and\s)?|\sand\s){_NAME}){{0,4}})"
    r"\s(?:(?:has\s|have\s)?(?:committed|agreed|pledged|promised|vowed)\sto|will(?:\s(?:each|both|jointly|also))?)\s"
)
"""Who undertakes an item by name, where the parse misses it: "both Norland and Velmark committed to"."""
_JOINED = re.compile(r",\s(?:and\s)?|\sand\s")


class Mark(NamedTuple):
    """A number that may open an item, with the block it stands in."""

    parsed: ParsedBlock
    start: int
    end: int


class Item(NamedTuple):
    """One item of a list: its block, and where its words begin and end in it."""

    parsed: ParsedBlock
    start: int
    end: int


def listed_items(around: Surroundings, blocks: list[ParsedBlock]) -> list[Commitment]:
    """One commitment for each item of the lists in some blocks, with the parties that their introductions name.

    A list may run through one block or have a block an item; all its blocks belong to one speaker.
    """
    found: list[Commitment] = []
    marks: list[Mark] = []
    for parsed in blocks:
        found.extend(_steps(around, parsed))
        found.extend(inline_items(around, parsed))
        marks.extend(Mark(parsed, match.start(), match.end()) for match in _MARK.finditer(parsed.text))
    found.extend(bulleted_items(around, around.analysis.blocks))
    found.extend(recommended_items(around, around.analysis.blocks))
    found.extend(granted(around, around.analysis.blocks))
    for run in _runs(marks):
        found.extend(_list(around, run))
    return found


def _steps(around: Surroundings, parsed: ParsedBlock) -> list[Commitment]:
    """Items after a colon: "we agreed to two steps: to share …; and agreed to a set of dates"."""
    text = parsed.text
    found: list[Commitment] = []
    for opening in _STEPS.finditer(text):
        end = _end(text, opening.end(), min(len(text), opening.end() + LONGEST_ITEM))
        pieces = [
            piece for piece in re.finditer(r"[^;]+", text[opening.end() : end]) if len(piece.group().strip()) > 12
        ]
        verb = parsed.doc.char_span(opening.start("verb"), opening.end("verb"))
        if verb is None or len(pieces) < 2:
            continue
        subject = shared_subject(verb[0])
        parties = parties_of(around, parsed, subject, verb[0]) if subject is not None else ()
        if len(parties) < 2 and subject is not None and subject.lower_ == "we":
            parties = _between(around, parsed, verb[0]) or parties
        kind: CommitmentKind = "agreement" if opening.group("verb").lower().startswith("agree") else "pledge"
        for piece in pieces:
            lead = _STEP_LEAD.match(piece.group())
            start = opening.end() + piece.start() + (lead.end() if lead else 0)
            stop = opening.end() + piece.end()
            span = Span(start + parsed.offset, stop + parsed.offset)
            words = " ".join(text[start:stop].split())
            statement = around.statement_at(span)
            found.append(
                build(around, span, words, kind, parties=parties, statement=statement, action=span, score=0.85)
            )
    return found


def _between(around: Surroundings, parsed: ParsedBlock, verb: "Token") -> tuple[str, ...]:
    """The two countries of "between A and B" in the sentence."""
    for token in verb.sent:
        if token.lower_ == "between":
            named = [country_of(token.doc[at].text) for at in range(token.i + 1, min(token.i + 9, len(token.doc)))]
            joined = around.entities_in(parsed.offset + token.idx, parsed.offset + token.idx + 60)
            names = [e.name for _, e in joined if e.kind == "place"] or [name for name in named if name]
            if len(set(names)) >= 2:
                return tuple(dict.fromkeys(names))[:2]
    return ()


def _runs(marks: list[Mark]) -> list[list[Mark]]:
    """Marks of one speaker that stand near enough to make one list; those alone are dropped."""
    runs: list[list[Mark]] = []
    for mark in marks:
        last = runs[-1][-1] if runs else None
        near = last is not None and mark.parsed.offset + mark.start <= last.parsed.offset + last.end + LONGEST_ITEM
        if last is not None and near and mark.parsed.block.label == last.parsed.block.label:
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return [run for run in runs if len(run) >= FEWEST]


def _list(around: Surroundings, marks: list[Mark]) -> list[Commitment]:
    items = []
    for number, mark in enumerate(marks):
        text = mark.parsed.text
        following = marks[number + 1] if number + 1 < len(marks) else None
        limit = following.start if following and following.parsed is mark.parsed else len(text)
        items.append(Item(mark.parsed, mark.end, _end(text, mark.end, limit)))
    begin = marks[0].parsed.offset + marks[0].start
    introduction = around.text[max(0, begin - BEFORE_LIST) : begin]
    first = items[0].parsed.text[items[0].start : items[0].end]
    trigger = _last(_TRIGGER, introduction) or _TRIGGER.search(first)
    if trigger is None:
        return []
    kind: CommitmentKind = "agreement" if trigger.group().lower().startswith("agree") else "pledge"
    common = _common(around, introduction + first, items)
    found = []
    for item in items:
        one = _one(around, item, kind, common)
        if one is not None:
            whole, words, own_kind, parties, action = one
            statement = around.statement_at(action) or around.statement_at(
                Span(action.start, min(action.end, action.start + 20))
            )
            found.append(
                build(around, whole, words, own_kind, parties=parties, statement=statement, action=action, score=0.9)
            )
    return found if len(found) >= FEWEST else []


def _one(
    around: Surroundings, item: Item, kind: CommitmentKind, common: tuple[str, ...]
) -> tuple[Span, str, CommitmentKind, tuple[str, ...], Span] | None:
    parsed = item.parsed
    text = parsed.text
    words = text[item.start : item.end]
    if words.endswith("?"):
        return None
    start, parties = item.start, common
    own = _own_subject(item)
    told = _NAMED.match(words) if own is None else None
    if told is not None:
        names = tuple(name for name in _JOINED.split(told["who"]) if name)
        parties = names if len(names) > 1 or not common else common
        start += told.end()
    elif own is not None:
        verb, subject = own
        named = parties_of(around, parsed, subject, verb)
        alike = subject.lemma_.lower() in SIDES | {"group"}
        if subject.lower_ not in {"we", "i", "they"} and named and not (alike and common):
            parties = named
        rest = _PREFIXES.match(text[verb.idx : item.end])
        start = verb.idx + (rest.end() if rest else len(verb.text))
    else:
        opening = _PREFIXES.match(words) or _OURSELVES.match(words)
        if opening is not None:
            start += opening.end()
        elif words.lower().startswith("to "):
            start += 3
        elif not re.match(r"[a-z]", words):
            return None
    if item.end - start < 8:
        return None
    action = Span(start + parsed.offset, item.end + parsed.offset)
    readable = " ".join(text[start : item.end].split())
    while readable.lower().startswith(("to ", "commit to ")):
        cut = 3 if readable.lower().startswith("to ") else 10
        readable = readable[cut:]
        action = Span(action.start + cut, action.end)
    lowered = words[:90].lower()
    kind = "agreement" if "agree" in lowered else "pledge" if "commit" in lowered else kind
    return Span(item.start + parsed.offset, item.end + parsed.offset), readable, kind, parties, action


def _own_subject(item: Item) -> "tuple[Token, Token] | None":
    """The verb of undertaking in the opening of an item, with its subject."""
    piece = item.parsed.doc.char_span(item.start, min(item.end, item.start + 90), alignment_mode="contract")
    if piece is None:
        return None
    for token in piece:
        if token.lemma_ in {
            "commit",
            "agree",
            "pledge",
            "promise",
            "decide",
            "resolve",
            "vow",
            "undertake",
        } and token.pos_ in {"VERB", "AUX"}:
            subject = shared_subject(token)
            if subject is not None and item.start <= subject.idx < token.idx:
                return token, subject
            return None
    return None


def _common(around: Surroundings, introduction: str, items: list[Item]) -> tuple[str, ...]:
    """The parties that the introduction names for all items."""
    parsed = items[0].parsed
    counted = _last(_COUNTED, introduction)
    if counted is not None:
        word = (counted.group("number") or "").lower()
        number = UNITS.get(word, 2 if counted.group().lower().startswith("both") else 0)
        begin = items[0].parsed.offset + items[0].start
        if number >= 2 and (
            names := most_named(around, number) or named_together(around, begin, number, {"place", "organisation"})
        ):
            return names
    own = _own_subject(items[0])
    if own is not None:
        verb, subject = own
        return joint_parties(around, parsed, subject) or parties_of(around, parsed, subject, verb)
    statement = around.statement_at(Span(items[0].start + parsed.offset, items[0].start + parsed.offset + 5))
    if statement is not None and (statement.speaker.party or statement.speaker.name):
        return (statement.speaker.party or statement.speaker.name or "",)
    return ()


def _end(text: str, start: int, limit: int) -> int:
    """Where an item ends: at its line's end, else at the end of its sentence, before the next mark."""
    line = text.find("\n", start, limit)
    end = line if line >= 0 else limit
    sentence = _SENTENCE_END.search(text, start, end) if line < 0 else None
    if sentence is not None and sentence.start() > start + 20:
        end = sentence.start()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".;,"):
        end -= 1
    return end


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)
