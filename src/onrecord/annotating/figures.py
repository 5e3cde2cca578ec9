"""Figures: quantities with what they measure, where, over which period, compared with what, and who gave them."""

import re
from typing import TYPE_CHECKING

import msgspec

from onrecord.annotating.barenumbers import asked_in, counted_without_noun
from onrecord.annotating.figureperiods import period_of
from onrecord.annotating.levels import levelled, opens_a_change
from onrecord.annotating.measures import IN_NUMBER, PART_OF, Measured, is_counted, measure_of
from onrecord.annotating.partsof import figure_of, plural_before, said_of_part, whole_of, without_verb
from onrecord.annotating.surroundings import Surroundings
from onrecord.annotating.tellers import teller_of
from onrecord.annotating.whereabouts import implied_place
from onrecord.language.numbers import Quantity, find_quantities
from onrecord.language.numberwords import TENS, UNITS
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.language.ranks import Rank, find_ranks
from onrecord.language.times import TimeMention
from onrecord.model.identity import content_id
from onrecord.model.items import Basis, Entity, Figure, Statement
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

VERSION = "figures/15"

_AS_MUCH = re.compile(r"(?:times )?as \w+(?:(?: \w+)*? as\b(?P<other>.*))?", re.DOTALL)
"""How a multiple is told of something: "as much as", "as many lamps as", "as high as"."""

SMALL = 10
"""A bare count below this ("two countries") is weak: readers seldom call it a figure."""
WEAK, PLAIN, STRONG = 0.4, 0.7, 0.9
PLACING = frozenset(
    {
        "in", "at", "from", "to", "of", "across", "throughout", "into", "entering", "near", "within", "inside",
        "leaving", "reaching", "crossing", "along",
    }
)  # fmt: skip
COMPARING = frozenset({"from", "than", "with", "to", "over", "against", "versus", "in", "of"})
POINTING = frozenset(
    ["the", "these", "those", "our", "their", "its", "his", "her", "both", "all", "my", "your", "other", "of"]
)
IDLE_NOUNS = frozenset(
    {
        "thing", "question", "way", "step", "issue", "point", "reason", "word", "side", "part", "aspect", "idea",
        "country", "nation", "time", "option", "factor", "kind", "type", "half", "area", "problem", "topic",
    }
)  # fmt: skip
_VALUED = re.compile(
    r"\b(?:(?:puts?|stood|stands?|estimated|placed|pegged|reckoned)\b[^.;:]{0,60}\bat"
    r"|[A-Za-z]{3,}s(?: (?:in|at|on|by|among|from) [^.;:,]{1,40})? (?:rose|fell|climbed|grew|dropped|declined) to"
    r"|(?:rose|fell|climbed|grew|dropped|declined) to [\d,.]+ (?:[^.;:,\d]{0,30} )?(?:\d{4} )?from"
    r"|(?:toll|number of [^.;:]{1,50}|count|total)\s(?:(?:has|have|had)\s)?"
    r"(?:was|is|been|reached|hit|(?:ris(?:es|en)|rose|falls|fell|fallen|climbs|climbed|grows|grown|grew) to))\s\Z"
)
"""What leads to a bare number that is the value of something."""
_LASTING = re.compile(
    r"\b(?:(?:wait|delay|time|average|mean|median|length|duration|journey|stay|trip|flight|shift|queue)s?\b[^.;:]{0,30}"
    r"\b(?:is|was|are|were|averaged|took|lasted|reached|hit|(?:rose|fell|grew|cut) (?:to|by))"
    r"|puts? (?:it|that|this|them) at)\s\Z"
)
"""What leads to a length of time that is a measure and no date."""
_TAKEN = re.compile(
    r"\b(?:within|took|takes|taken|lasted|lasts|spent|in the (?:job|post|role)) (?:for )?"
    r"(?:about |only |just |some |around )?\Z"
)
"""What leads to a length of time in which something was done."""
_SWISS = re.compile(r"\b(?:Swiss|Switzerland|CHF|SFr|SwFr|sfr)\b")
"""Signs that francs are those of Switzerland: many countries have others."""
_RELATIVE = re.compile(r"\s(?:ago|later|before|after|old|early|earlier|late|away|behind)\b")
_OFTEN = re.compile(
    r"\s(?:since|this|last|during|between|over|within|in (?:the|\d|two|three|four|five|ten|a (?:week|month|year)))\b"
)
"""After "four times": how often within a time told, which is a count to check."""
_THAN_IN = re.compile(r"\bthan (?:in|during|at|for)(?: the)? \Z")
_RHYTHM = re.compile(r"(?:\s?times)?\s(?:an?|each|every|per)\s(?:day|week|month|quarter|year|decade|season)\b")
"""After "twice": how often, not how much."""


def find_figures(
    analysis: Analysis, entities: tuple[Entity, ...], statements: tuple[Statement, ...]
) -> tuple[Figure, ...]:
    """Every figure of a document, in text order."""
    around = Surroundings(analysis, entities, statements)
    found: list[Figure] = []
    before: ParsedBlock | None = None
    echoed: Figure | None = None
    tally: Figure | None = None
    swiss = _SWISS.search(around.text) is not None
    for number, parsed in enumerate(analysis.blocks):
        end = parsed.offset + len(parsed.text)
        times = around.times_in(parsed.offset, end)
        quantities = find_quantities(parsed.text, times=[_relative(mention, parsed.offset) for mention in times])
        asked = asked_in(around, before) if parsed.block.kind == "turn" else None
        previous = echoed if parsed.block.kind == "turn" else None
        tally = None if asked is not None else tally
        last_sentence = 0
        begun = len(found)
        for read in quantities:
            quantity = without_verb(parsed, read)
            anchor = _token_at(parsed, quantity)
            if anchor is None or (quantity.sort == "number" and _is_whole(parsed, quantity, found)):
                continue
            score = worth(quantity, around, parsed)
            near = previous if previous is not None and anchor.sent.start - last_sentence < 60 else None
            counted = tally if tally is not None and anchor.sent.start - last_sentence < 60 else near
            bare = counted_without_noun(parsed, quantity, anchor, asked=asked, previous=counted)
            bare = bare or _part_of_whole(analysis.blocks, number, quantity, anchor, found=found, tally=counted)
            if score is None and bare is None:
                continue
            near = near if near is not echoed else None
            figure = _figure(
                around, parsed, quantity, anchor, quantities=quantities, previous=near, score=score or PLAIN, bare=bare
            )
            if figure is None:
                continue
            if figure.unit == "CHF" and not swiss:
                named = content_id("figure", figure.document, figure.spans, figure.low, figure.high, "franc")
                figure = msgspec.structs.replace(figure, id=named, unit="franc")
            found.append(figure)
            previous = previous if previous is not None and _is_beside(figure, previous) else figure
            last_sentence = anchor.sent.start
            counts = figure.kind == "absolute" and is_counted(figure.unit)
            tally = figure if counts else None if quantity.sort == "money" else tally
        found[begun:] = levelled(around.text, found[begun:])
        before, echoed = parsed, previous
        tally = tally if parsed.block.kind == "turn" else None
        found.extend(_rank(around, parsed, rank) for rank in find_ranks(parsed.text))
    return tuple(sorted(found, key=lambda figure: figure.spans[0]))


def _is_beside(figure: Figure, main: Figure) -> bool:
    """Whether a figure is what another is set beside: the same count of an earlier time, "110 a year earlier"."""
    if figure.measures is None or figure.measures != main.measures or figure.period is None or main.period is None:
        return False
    first, last = main.period.first_day, figure.period.last_day
    return first is not None and last is not None and last < first


def _is_whole(parsed: ParsedBlock, quantity: Quantity, found: list[Figure]) -> bool:
    """Whether a bare number is the whole of the part told right before it: "190 of the 300 have been paid"."""
    before = found[-1].spans[0].end - parsed.offset if found else -1
    whole = whole_of(parsed.text, before) if before >= 0 else None
    return whole is not None and quantity.number.end == whole[1]


def _part_of_whole(
    blocks: tuple[ParsedBlock, ...], number: int, quantity: Quantity, anchor: "Token", *,
    found: list[Figure], tally: Figure | None,
) -> Measured | None:  # fmt: skip
    """What a part counts whose whole is a bare number: "five of the eight came home"; told before, or nothing."""
    parsed = blocks[number]
    whole = whole_of(parsed.text, quantity.number.end)
    if quantity.sort != "number" or whole is None or quantity.value[0] < 2:
        return None
    after = parsed.doc.char_span(whole[1] + 1, whole[1] + 2, alignment_mode="expand")
    if after is not None and len(after) and after[0].pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return None
    noun = plural_before(blocks, number, anchor.sent.start_char)
    source = figure_of(found, whole[0]) or (tally if noun is None or _is_nearer(tally, noun, parsed) else None)
    said = said_of_part(parsed.text, whole[1])
    told = f" ({said})" if said else ""
    if source is not None and source.measures and is_counted(source.unit):
        return Measured(f"{source.measures}{told}", None, source.unit, f"{whole[0]} {source.measures}", source)
    if noun is None:
        return None
    return Measured(f"{noun.lower_}{told}", None, noun.lemma_.lower(), f"{whole[0]} {noun.lower_}")


def _is_nearer(tally: Figure | None, noun: "Token", parsed: ParsedBlock) -> bool:
    """Whether what was counted last stands in the same block and not before a plural noun."""
    if tally is None:
        return False
    at = tally.spans[0].start - parsed.offset
    return at >= 0 and (noun.doc is not parsed.doc or tally.spans[0].end - parsed.offset >= noun.idx)


def _rank(around: Surroundings, parsed: ParsedBlock, rank: Rank) -> Figure:
    """A rank as a figure: the place, what is ranked, and among what."""
    span = Span(rank.span.start + parsed.offset, rank.span.end + parsed.offset)
    statement, holder = around.holder_at(span)
    times = [mention for mention in around.times_in(span.end, span.end + 40) if mention.resolved]
    period = times[0].interval if times and times[0].span.start <= span.end + 12 else None
    document = around.document.id
    return Figure(
        id=content_id("figure", document, [span], rank.place, rank.place, "rank"), document=document, spans=(span,),
        statement=statement.id if statement else None, low=rank.place, high=rank.place, modifier="exact", unit="1",
        kind="rank", measures=rank.measures, period=period,
        basis=Basis(relation="rank", period=period, of=rank.among) if rank.among else None,
        holder=holder, score=PLAIN,
    )  # fmt: skip


def worth(quantity: Quantity, around: Surroundings, parsed: ParsedBlock) -> float | None:
    """How surely a reader would call a quantity a figure; nothing where none would."""
    low = quantity.value[0]
    text = parsed.text
    hyphened = text[quantity.number.end : quantity.number.end + 1] == "-"
    digits = any(character.isdigit() for character in quantity.number.of(text))
    match quantity.sort:
        case "age" | "member":
            return None
        case "duration":
            span = Span(quantity.number.start + parsed.offset, quantity.span.end + parsed.offset)
            timed = any(mention.core.overlaps(span) for mention in around.times_in(span.start - 24, span.end + 24))
            if hyphened or timed:
                return None
            taken = _TAKEN.search(text, max(0, quantity.number.start - 40), quantity.number.start) is not None
            return WEAK if low >= SMALL or taken or _is_value(quantity, text) else None
        case "count":
            if low < 2 or (low < SMALL and quantity.modifier == "exact" and _idle_count(quantity, text)):
                return None
            if hyphened:
                return WEAK if digits else None
            return WEAK if low < SMALL and quantity.modifier == "exact" else PLAIN if low < SMALL else STRONG
        case "number":
            if quantity.value[0] != quantity.value[1] and quantity.modifier == "between" and not digits:
                return None
            if (low >= SMALL or (digits and low >= 2)) and text.startswith(PART_OF, quantity.number.end):
                return PLAIN
            if low >= 2 and (text.startswith(IN_NUMBER, quantity.number.end) or opens_a_change(text, quantity)):
                return PLAIN
            if low >= 2 and text.startswith(PART_OF, quantity.number.end):
                return WEAK
            if low >= 2 and _is_part_of_number(text, quantity.number.end):
                return PLAIN
            if low >= 2 and _VALUED.search(text, max(0, quantity.span.start - 90), quantity.span.start):
                return PLAIN
            if low < 100 and low == int(low) and not (quantity.rise is not None and digits):
                return None
            return PLAIN
        case "multiple" if _RHYTHM.match(text, quantity.number.end):
            return None
        case "fraction":
            return (
                STRONG
                if quantity.number.of(text).lower() != "half"
                or text[quantity.number.end : quantity.number.end + 4] == " of "
                else WEAK
            )
        case "measure":
            return None if quantity.unit == "deg" and not digits else STRONG
        case _:
            return STRONG


def _is_part_of_number(text: str, end: int) -> bool:
    """Whether a number is told beside its whole: "two of the five reactors"."""
    led = next((lead for lead in PART_OF if text.startswith(lead, end)), None)
    if led is None:
        return False
    word = text[end + len(led) :].partition(" ")[0].lower()
    return word.isdigit() or word.partition("-")[0] in UNITS.keys() | TENS.keys()


def _is_value(quantity: Quantity, text: str) -> bool:
    """Whether a short time is the value of something: "the average wait was 6.4 hours", "put it at nine hours"."""
    led = _LASTING.search(text, max(0, quantity.span.start - 40), quantity.span.start)
    return led is not None and _RELATIVE.match(text, quantity.span.end) is None


def _idle_count(quantity: Quantity, text: str) -> bool:
    """Whether a small count only points ("the two countries") or counts nothing to check ("three things")."""
    before = text[max(0, quantity.span.start - 12) : quantity.span.start].lower().split()
    if before and before[-1].strip('“"‘') in POINTING:
        return True
    if quantity.unit == "time" and _OFTEN.match(text, quantity.span.end) is not None:
        return False
    return quantity.unit in IDLE_NOUNS


def _figure(
    around: Surroundings, parsed: ParsedBlock, quantity: Quantity, anchor: "Token", *,
    quantities: tuple[Quantity, ...], previous: Figure | None, score: float, bare: Measured | None,
) -> Figure | None:  # fmt: skip
    measured = bare or measure_of(around, parsed, quantity, anchor, previous)
    if measured.text is None and quantity.sort == "number":
        return None
    if quantity.sort == "number" and measured.unit in IDLE_NOUNS:
        return None
    sentence = anchor.sent
    span = Span(quantity.span.start + parsed.offset, quantity.span.end + parsed.offset)
    statement, holder = around.holder_at(
        Span(quantity.number.start + parsed.offset, quantity.number.end + parsed.offset)
    )
    if statement is None:
        holder = teller_of(around, parsed, anchor)
    basis, used = _basis(around, parsed, quantity, sentence, measured)
    period = period_of(around, parsed, quantity, anchor, sentence, quantities=quantities, used=used)
    if period is None and previous is not None and sentence[0].lower_ in {"they", "it", "that", "those"}:
        period = previous.period
    told = measured.inherited
    again = told is not None and quantity.sort == "number" and measured.text == told.measures
    if period is None and told is not None and (quantity.kind == "share" or again):
        period = told.period  # "214 since January … the police put the number at 160"
    own = quantity.unit == "%" or quantity.sort in {"measure", "money", "duration"}
    unit = quantity.unit if own and quantity.unit != "1" else measured.unit or quantity.unit
    unit = "1" if quantity.noun is None and not own and (measured.text or "").endswith("toll") else unit
    document = around.document.id
    return Figure(
        id=content_id("figure", document, [span], quantity.low, quantity.high, unit),
        document=document, spans=(span,), statement=statement.id if statement else None,
        low=quantity.low, high=quantity.high, modifier=quantity.modifier, unit=unit, kind=quantity.kind,
        measures=measured.text, place=_place(around, parsed, measured, anchor), period=period, basis=basis,
        holder=holder, score=score if measured.text else round(score * 0.7, 3),
    )  # fmt: skip


def _basis(
    around: Surroundings, parsed: ParsedBlock, quantity: Quantity, sentence: "Piece", measured: Measured
) -> tuple[Basis | None, TimeMention | None]:
    """What a change, multiple or share is measured against, and the time expression that says so."""
    end = parsed.offset + sentence.end_char
    after = quantity.span.end + parsed.offset
    if quantity.kind == "share":
        return (Basis(relation="share_of", of=measured.whole) if measured.whole else None), None
    change = quantity.kind in {"percent_change", "multiple"}
    if not change:
        return None, None
    relation = "multiple" if quantity.kind == "multiple" else "decrease" if quantity.rise is False else "increase"
    for mention in around.times_in(after, end):
        if mention.span.start - after > 140:
            break
        between = around.text[after : mention.span.start]
        lead = between.split()[-1].lower().strip(",") if between.split() else ""
        same = (
            mention.core.of(around.text)
            .lower()
            .startswith(("the same", "same", "a year", "the year before", "a month"))
        )
        compared = lead in COMPARING and (lead != "in" or quantity.kind == "multiple")
        compared = compared or _THAN_IN.search(between) is not None
        compared = compared or (lead == "on" and mention.interval.precision not in {"day", "hour", "minute"})
        if mention.limit == "since" or same or compared:
            of = between.strip(" ,") if quantity.kind == "multiple" else None
            return Basis(relation=relation, period=mention.point, of=_compared(of)), mention
    of = _compared(around.text[after : min(end, after + 80)]) if quantity.kind == "multiple" else None
    return Basis(relation=relation, of=of), None


def _compared(words: str | None) -> str | None:
    """The words that a multiple compares with, without "as much as" and the preposition that leads to the time."""
    if not words:
        return None
    for mark in (",", ". ", "—", "–", ";", "\n"):
        words = words.split(mark)[0]
    as_much = _AS_MUCH.match(words.strip())
    words = (as_much["other"] or "") if as_much is not None else words.split(" than ", 1)[-1]
    words = words.strip(" .")
    kept = words.split()
    while kept and kept[-1].lower() in COMPARING | {"during", "for", "the"}:
        kept.pop()
    while kept and kept[0].lower() in {"as", "than", "more", "times"}:
        kept.pop(0)
    return " ".join(kept) if len(kept) > 1 or (kept and len(kept[0]) > 3) else None


def _place(around: Surroundings, parsed: ParsedBlock, measured: Measured, anchor: "Token") -> str | None:
    if measured.span is not None:
        places = [
            entity.name
            for span, entity in around.entities_in(*measured.span)
            if entity.kind == "place" and _placing(around.text[max(0, span.start - 20) : span.start])
        ]
        if places:
            return places[-1]
    place = around.place_of(parsed, anchor)
    if place is None and measured.inherited is not None:
        place = measured.inherited.place
    return place or implied_place(around, parsed, anchor)


def _placing(before: str) -> bool:
    """Whether the words before a place make it the place of something."""
    words = before.lower().split()
    while words and words[-1] in {"the", "southern", "northern", "eastern", "western", "central"}:
        words.pop()
    return bool(words) and words[-1] in PLACING


def _token_at(parsed: ParsedBlock, quantity: Quantity) -> "Token | None":
    """The token that stands for a quantity in the parse: its unit or number."""
    piece = parsed.doc.char_span(quantity.number.start, quantity.number.end, alignment_mode="expand")
    if piece is None or not len(piece):
        return None
    return piece[-1]


def _relative(mention: TimeMention, offset: int) -> TimeMention:
    def back(span: Span) -> Span:
        return Span(span.start - offset, span.end - offset)

    return msgspec.structs.replace(mention, span=back(mention.span), core=back(mention.core))
