"""Capitalised runs of words: where names may stand, cut from the titles before them."""

import re
from collections.abc import Iterator

import msgspec

from onrecord.language.gazetteers import (
    is_creed,
    is_day_or_month,
    is_forename,
    is_function_word,
    is_honorific,
    is_organisation_word,
    is_role_head,
    opens_no_name,
    words,
)
from onrecord.language.parsing import ParsedBlock
from onrecord.language.places import agency_country, country_named, is_demonym, is_place
from onrecord.model.spans import Span

ABBREVIATED = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|Fr|Hon|Sens?|Reps?|Govs?|Lt|Gen|Maj|Col|Capt|Sgt|Adm|Pres|Jr|Sr|St|Ste|Mt|Inc|Corp|Co|"
    r"Ltd|Dept|Amb|Atty|Msgr|Brig|Cmdr|Det)\."
)
_WORD = re.compile(
    rf"\b(?:{ABBREVIATED}|(?:[^\W\d_]\.){{2,}}|[A-Z]\.(?=\s+[A-Z])|[^\W_]+(?:['’\-‑&][^\W_]+)*)|(?<=\w )&(?= [A-Z])"
)
JOINERS = frozenset(("of", "for", "and", "&", "on", "the", "in", "to"))
_SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))
MAX_RUN = 12
"""Words in one run; longer ones are headlines or lists of headings."""


class Word(msgspec.Struct, frozen=True):
    """A word of a block with its place in the document, without a possessive ending."""

    text: str
    start: int
    end: int
    possessive: bool
    opens_sentence: bool


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that may be a name: its words, the title words before it, and what stands around it."""

    words: tuple[str, ...]
    start: int
    end: int
    title: str | None
    title_start: int | None
    block: int
    opens_sentence: bool
    possessive: bool


def end_of(parsed: ParsedBlock) -> int:
    """Where a block's parse ends in the document; `Doc.text` would be put together anew at each call."""
    doc = parsed.doc
    return parsed.offset + (doc[-1].idx + len(doc[-1].text) if len(doc) else 0)


def words_of_block(parsed: ParsedBlock, text: str) -> list[Word]:
    """The block's words in order."""
    begins = _sentence_starts(parsed)
    found = []
    for match in _WORD.finditer(text, parsed.offset, end_of(parsed)):
        word, start = match.group(), match.start()
        possessive = word.endswith(("'s", "’s"))
        word = word[:-2] if possessive else word
        cut = _based(word)
        word = word[:cut]
        found.append(
            Word(
                word, start, start + len(word), possessive or cut < len(match.group()) - 2 * possessive, start in begins
            )
        )
    return found


def candidates(parsed: ParsedBlock, text: str, found: list[Word]) -> Iterator[Candidate]:
    """Every stretch of a block that may be a name."""
    for run in _runs(text, found):
        yield from _cut(parsed, text, run)


def capitalised(word: str) -> bool:
    """Whether the word begins with a capital letter."""
    return word[:1].isupper()


def _based(word: str) -> int:
    """Where a compound such as "Oslo-based" or "pro-Kyiv" stops being a name."""
    head, hyphen, tail = word.partition("-")
    return len(head) if hyphen and capitalised(head) and tail[:1].islower() and len(head) > 2 else len(word)


def _sentence_starts(parsed: ParsedBlock) -> set[int]:
    starts = set()
    for sentence in parsed.doc.sents:
        for token in sentence:
            if token.is_alpha or token.text[:1].isalnum():
                starts.add(parsed.offset + token.idx)
                break
    for token in parsed.tokens:
        if token.text in "“\"‘'(:—–-•" and token.tag_ != "POS" and token.i + 1 < len(parsed.doc):
            starts.add(parsed.offset + token.nbor().idx)
    return starts


def _runs(text: str, found: list[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    at = 0
    while at < len(found):
        word = found[at]
        if _startable(word, found, at):
            run = [word]
            at += 1
            while at < len(found) and len(run) < MAX_RUN and not run[-1].possessive:
                step = _extension(text, run, found, at)
                if not step:
                    break
                run.extend(found[at : at + step])
                at += step
            yield run
        else:
            at += 1


def _startable(word: Word, found: list[Word], at: int) -> bool:
    if not capitalised(word.text):
        low = word.text.lower()
        joined = at + 1 < len(found) and capitalised(found[at + 1].text) and found[at + 1].start - word.end == 1
        return joined and low in {"de", "del", "van", "von", "bin", "al", "el"} and not word.opens_sentence
    if is_day_or_month(word.text):
        return bool(word.text in {"May", "April", "June", "August"} and _before_name(found, at))
    if opens_no_name(word.text):
        return is_forename(word.text) and _before_name(found, at)
    return True


def _before_name(found: list[Word], at: int) -> bool:
    follower = found[at + 1] if at + 1 < len(found) else None
    return bool(
        follower
        and follower.start - found[at].end == 1
        and capitalised(follower.text)
        and not is_function_word(follower.text)
        and not is_day_or_month(follower.text)
    )


def _extension(text: str, run: list[Word], found: list[Word], at: int) -> int:
    """How many of the next words go on with the run: one capitalised, or joining words with one after them."""
    previous, word = run[-1], found[at]
    gap = text[previous.end : word.start]
    if gap == ", " and word.text in _SUFFIXES:
        return 1
    if gap != " " and not (gap == ". " and len(previous.text) <= 2):
        return int(gap in {" & ", "&"} and capitalised(word.text))
    if word.text == "&":
        return 2 if at + 1 < len(found) and capitalised(found[at + 1].text) else 0
    if capitalised(word.text):
        if is_day_or_month(word.text):
            return int(word.text == "May" and is_forename(previous.text))
        return int(not is_function_word(word.text) or word.text in _SUFFIXES)
    particles = words().particles
    size = 0
    while at + size < len(found) and size < 3 and not capitalised(found[at + size].text):
        if size and text[found[at + size - 1].end : found[at + size].start] != " ":
            return 0
        if found[at + size].text not in particles and found[at + size].text not in JOINERS:
            return 0
        size += 1
    if not size or at + size >= len(found) or not capitalised(found[at + size].text):
        return 0
    joiners = [found[at + k].text for k in range(size)]
    if text[found[at + size - 1].end : found[at + size].start] != " " or is_day_or_month(found[at + size].text):
        return 0
    if all(joiner in particles for joiner in joiners) and not is_organisation_word(previous.text):
        return size + 1
    return size + 1 if _joins(run, joiners, found[at + size : at + size + 3]) else 0


def _joins(run: list[Word], joiners: list[str], ahead: list[Word]) -> bool:
    """Whether "of", "for", "and" … stand inside a name: after a body's or an office's head word."""
    first, last = joiners[0], run[-1].text
    body = (
        is_organisation_word(last)
        or last in words().law_words
        or last in words().event_words
        or last in words().place_words
    )
    if first in {"of", "for", "on"}:
        return (
            body
            or is_role_head(last)
            or last
            in {
                "Centers",
                "Bureau",
                "Office",
                "Institutes",
                "Bank",
                "Statue",
                "Port",
                "Gulf",
                "Duchy",
                "Isle",
                "Republic",
            }
        )
    if first in {"and", "&"} and _agency_ahead(run, joiners, ahead):
        return True
    inside = any(is_organisation_word(w.text) or is_role_head(w.text) for w in run[:-1]) and any(
        w.text in {"of", "for", "on"} for w in run
    )
    return first in {"and", "&"} and inside


def _agency_ahead(run: list[Word], joiners: list[str], ahead: list[Word]) -> bool:
    """Whether a listed body has its "and" here: "Customs and Border Protection"."""
    for back in range(1, min(4, len(run)) + 1):
        head = " ".join(word.text for word in run[-back:])
        for size in range(1, len(ahead) + 1):
            if agency_country(f"{head} {' '.join(joiners)} {' '.join(word.text for word in ahead[:size])}"):
                return True
    return False


def _cut(parsed: ParsedBlock, text: str, run: list[Word]) -> Iterator[Candidate]:
    run = _trim(parsed, run)
    if not run:
        return
    split = _name_before_role(run)
    if split:
        yield from _cut(parsed, text, run[:split])
        yield from _inside_title(parsed, run[split:])
        return
    title_end = _title_end(run)
    if title_end == len(run):
        yield from _inside_title(parsed, run)
        return
    title = text[run[0].start : run[title_end - 1].end] if title_end else None
    name = run[title_end:]
    while name and name[0].text in JOINERS:
        name = name[1:]
    if not name:
        return
    if title_end:
        yield from _inside_title(parsed, run[:title_end])
    for part in _parts(name):
        yield Candidate(
            words=tuple(word.text for word in part),
            start=part[0].start,
            end=part[-1].end,
            title=title if part[0] is name[0] else None,
            title_start=run[0].start if title and part[0] is name[0] else None,
            block=parsed.index,
            opens_sentence=part[0].opens_sentence,
            possessive=part[-1].possessive,
        )


def _name_before_role(run: list[Word]) -> int:
    """Where an office begins that follows a full name without a comma, as captions have it; 0 where none does."""
    texts = [word.text for word in run]
    if len(texts) < 4 or not is_forename(texts[0]) or is_role_head(texts[0]) or is_organisation_word(texts[-1]):
        return 0
    for at in range(2, min(6, len(texts))):
        if is_role_head(texts[at]) and at + 1 < len(texts) and texts[at + 1] in {"of", "for"}:
            return at
    return 0


def _trim(parsed: ParsedBlock, run: list[Word]) -> list[Word]:
    """Drop what is only capitalised because it opens a sentence."""
    if run and run[0].opens_sentence and len(run) > 1:
        token = parsed.piece_at(Span(run[0].start, run[0].end))
        proper = token is not None and token[0].tag_ in {"NNP", "NNPS"}
        word = run[0].text
        if not proper and not (
            is_forename(word) or is_place(word) or is_honorific(word) or is_demonym(word) or is_role_head(word)
        ):
            run = run[1:]
    while run and run[0].text.lower() in {"of", "for", "and", "on", "the", "in", "to"}:
        run = run[1:]
    return run


def _title_end(run: list[Word]) -> int:
    """How many words of the run are a title: up to its last role word with its complement."""
    texts = [word.text for word in run]
    if agency_country(" ".join(texts)) or (is_organisation_word(texts[-1]) and len(texts) > 1):
        return 0
    end = 0
    for at, text in enumerate(texts):
        if is_honorific(text) or (
            is_role_head(text) and not (at == 0 and len(run) > 1 and is_forename(text) and not is_forename(texts[1]))
        ):
            end = at + 1
        elif end == at and text in {"of", "for"} and at + 1 < len(texts):
            end = _complement_end(texts, at)
    return end


def _complement_end(texts: list[str], at: int) -> int:
    offices = words().office_complements
    end = at + 1
    for size in range(min(4, len(texts) - end), 0, -1):
        if country_named(" ".join(texts[end : end + size])):
            return end + size
    while end < len(texts) and (texts[end] in offices or texts[end] in JOINERS or is_organisation_word(texts[end])):
        end += 1
    if end > at + 1 and texts[end - 1] not in JOINERS and (end == len(texts) or len(texts) - end <= 3):
        return end
    for later in range(max(end, at + 2), len(texts)):
        if is_forename(texts[later]) and len(texts) - later <= 5:
            return later
    return len(texts)


def _inside_title(parsed: ParsedBlock, title: list[Word]) -> Iterator[Candidate]:
    """A country, agency or place named by a title: "Mexico’s", "U.S.", "Ohio" before an office."""
    at = 0
    while at < len(title):
        for size in range(len(title) - at, 0, -1):
            phrase = " ".join(word.text for word in title[at : at + size])
            if country_named(phrase) or agency_country(phrase) or (is_place(phrase) and size < len(title)):
                yield Candidate(
                    words=tuple(word.text for word in title[at : at + size]),
                    start=title[at].start,
                    end=title[at + size - 1].end,
                    title=None,
                    title_start=None,
                    block=parsed.index,
                    opens_sentence=title[at].opens_sentence,
                    possessive=False,
                )
                at += size
                break
        else:
            at += 1


def _parts(run: list[Word]) -> Iterator[list[Word]]:
    """The names of a run: an adjective of a country or a group before a name is none of it."""
    texts = [word.text for word in run]
    whole = " ".join(texts)
    if country_named(whole) or agency_country(whole) or is_place(whole):
        yield run
        return
    if is_organisation_word(texts[-1]) and len(texts) > 1:
        yield run
        return
    while run and (is_demonym(run[0].text) or is_creed(run[0].text)) and not any(map(is_organisation_word, texts)):
        run, texts = run[1:], texts[1:]
    if run:
        yield run
