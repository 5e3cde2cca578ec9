"""When an event was: the time that stands with its word in the parse, and days counted from the text before it."""

import re
from bisect import bisect_left
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from onrecord.annotating.eventsenses import sense_of_verb
from onrecord.annotating.eventwords import CARRYING, NOUNS, PLANNING, REPORTING
from onrecord.annotating.listedtimes import listed_with
from onrecord.annotating.surroundings import Surroundings, clause_of, shared_subject
from onrecord.language.calendar import bounds, known
from onrecord.language.parsing import ParsedBlock
from onrecord.language.times import TimeMention
from onrecord.model.times import Interval

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_SAME_DAY = re.compile(
    r"\b(?:(?:the |that )same (?:day|morning|afternoon|evening|night)|(?:following|after) (?:that|this|the|their) "
    r"(?:meeting|talks|call|summit|vote|hearing|ceremony|session|attack|arrest|debate)|"
    r"(?:an?|half an|two|three|several|some|a few) (?:hours?|minutes) (?:earlier|later|before|after(?:wards)?))\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:on |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: \w+)?", re.IGNORECASE)
DATELINE = re.compile(r"[^a-z\n]{3,40}?(?:, [^—–\n]{1,40}?)?(?: ?\([^)\n]{1,40}\))? ?(?:—|–|--|- )")
"""What stands before the first sentence of a report: "HARROW, March 14 (Courier) — "."""
_DAY_NAME = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_BEGINS = frozenset({"begin", "start", "end", "last"})
_OF_AN_HOUR = frozenset({"meeting", "call", "press_conference", "hearing"})
"""Sorts after which something is said or done the same day."""
_WHEN = frozenset({"when", "as", "while", "where"})
_PARTS_OF_DAY = frozenset({"hour", "hours", "night", "morning", "afternoon", "evening", "day", "late", "early"})
_TRYING = frozenset({"try", "attempt", "manage", "have", "begin", "start", "go", "come", "help", "get", "choose"})
"""Verbs whose deed is that of the infinitive under them: "tried to reach her on Friday"."""
_DATED_THEMSELVES = frozenset(
    {"deadline", "report", "article", "issue", "edition", "interview", "letter", "statement", "match", "game", "event",
     "anniversary", "poll", "survey", "column", "appointment", "flight", "show", "concert", "service", "inspection"}
)  # fmt: skip
"""Nouns that a day behind them dates more often than the verb."""
_HOPS = 14
_NEAR = 400
"""Characters between a verb and its own time at most."""
_FAR = 9
"""Ranks from which on a time is no longer taken for the event's."""
_SOON = 2
"""Days after the report up to which something may be told as having happened: clocks and days of writing differ."""
_AHEAD = re.compile(r"\b(?:next|coming|within|upcoming)\b", re.IGNORECASE)
_YEARLESS = re.compile(r"(?:19|20)\d\d|\b(?:next|coming|later|last)\b", re.IGNORECASE)


class Times:
    """The times of a document, each with the words that it hangs on, read once a sentence."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._chains: dict[tuple[int, int], list[Token]] = {}
        self._sentences: dict[tuple[int, int], list[TimeMention]] = {}
        published = around.document.published
        self.published = published.first_day if published is not None else None

    def of(self, parsed: ParsedBlock, trigger: "Token") -> TimeMention | None:
        """The time that dates a verb or noun."""
        candidates = [m for m in self.in_sentence(parsed, trigger) if m.interval.start is not None or _is_due(trigger)]
        if not candidates:
            return None
        ranked = sorted(
            (self._rank(parsed, trigger, mention), abs(mention.span.start - parsed.offset - trigger.idx), number)
            for number, mention in enumerate(candidates)
        )
        rank, _, number = ranked[0]
        return candidates[number] if rank < _FAR else None

    def listed(self, parsed: ParsedBlock, trigger: "Token", mention: TimeMention) -> list[TimeMention]:
        """The times of the list that a time stands in, in the order of the text, as far as they hang on one word."""
        near = self.in_sentence(parsed, trigger)
        found = listed_with(self._around.text, near, mention) if len(near) > 1 else [mention]
        if len(found) == 1:
            return found
        above = [word.i for word in self._chain(parsed, mention)[-1:]]
        return [one for one in found if [word.i for word in self._chain(parsed, one)[-1:]] == above]

    def own(self, parsed: ParsedBlock, verb: "Token") -> TimeMention | None:
        """The time that hangs on a verb itself, on the infinitive that it tries, or before verbs that "and" joins."""
        near: list[tuple[int, TimeMention]] = []
        at, mentions = parsed.offset + verb.idx, self.in_sentence(parsed, verb)
        first_near = bisect_left(mentions, at - _NEAR, key=_start)
        for mention in mentions[first_near : bisect_left(mentions, at + _NEAR, key=_start)]:
            if mention.interval.start is None:
                continue
            chain = self._chain(parsed, mention)
            first = next((word for word in chain if word.lower_ not in _PARTS_OF_DAY), None)
            if first is None:
                continue
            first = first.head if first.dep_ in {"aux", "auxpass"} else first
            start = mention.span.start - parsed.offset
            if first.i == verb.i:
                near.append((5 if _is_of_teller(verb, start) else 0, mention))
            elif first.dep_ == "xcomp" and first.head.i == verb.i and verb.lemma_ in _TRYING:
                near.append((1, mention))
            elif verb.dep_ == "conj" and first.i == verb.head.i and start < first.idx and first.tag_ == verb.tag_:
                near.append((2, mention))
            elif _is_day_behind(chain, verb, mention, start):
                near.append((3, mention))
        rank, best = min(near, key=lambda pair: (pair[0], pair[1].span.start), default=(_FAR, None))
        return best if rank < 5 else None

    def in_sentence(self, parsed: ParsedBlock, token: "Token") -> list[TimeMention]:
        """The resolved times of the sentence that a word stands in."""
        sentence = token.sent
        key = parsed.index, sentence.start
        found = self._sentences.get(key)
        if found is None:
            start, end = parsed.offset + sentence.start_char, parsed.offset + sentence.end_char
            if sentence.start == 0 and (line := DATELINE.match(parsed.text)) is not None:
                start += line.end()
            found = [m for m in self._around.times_in(start, end) if m.resolved and not self._is_name(m)]
            self._sentences[key] = found
        return found

    def hangs_on(self, parsed: ParsedBlock, mention: TimeMention, verb: "Token") -> bool:
        """Whether a time hangs on a verb."""
        return any(word.i == verb.i for word in self._chain(parsed, mention)[-1:])

    def _is_name(self, mention: TimeMention) -> bool:
        """Whether a month is somebody's name: "Jan Falk"."""
        entity = self._around.entity_at(mention.core.start) if mention.core.of(self._around.text).isalpha() else None
        return entity is not None and entity.kind == "person"

    def unplaced(self, parsed: ParsedBlock, trigger: "Token") -> Interval | None:
        """The words of a time that nothing places: "on Thursday", in a report without a date."""
        sentence = trigger.sent
        start, end = parsed.offset + sentence.start_char, parsed.offset + sentence.end_char
        told = [m for m in self._around.times_in(start, end) if m.sort == "point" and not (m.resolved or m.impossible)]
        return next((m.interval for m in told if self._rank(parsed, trigger, m) < _FAR), None)

    def impossible(self, parsed: ParsedBlock, trigger: "Token") -> Interval | None:
        """The day that no calendar has by which a verb or noun is dated: "on 31 February"."""
        sentence = trigger.sent
        start, end = parsed.offset + sentence.start_char, parsed.offset + sentence.end_char
        candidates = [mention for mention in self._around.times_in(start, end) if mention.impossible]
        return next((m.interval for m in candidates if self._rank(parsed, trigger, m) < _FAR), None)

    def inside(self, parsed: ParsedBlock, token: "Token") -> bool:
        """Whether a word is part of a time: the month of March."""
        if not token.text[:1].isupper():
            return False
        at = parsed.offset + token.idx
        return any(mention.core.start <= at < mention.core.end for mention in self.in_sentence(parsed, token))

    def same_day(self, parsed: ParsedBlock, trigger: "Token") -> str | None:
        """The words by which the clause says that it was the day of what was told before."""
        start, end = clause_of(trigger)
        found = _SAME_DAY.search(parsed.text, start, end)
        return found.group().lower() if found is not None else None

    def sane(self, mention: TimeMention | None, *, happened: bool, bare: bool = False) -> Interval | None:
        """The interval of a time, `bare` without "after" before it.

        What happened is not dated after the report by words that name no year, and a plan not before it.
        """
        if mention is None:
            return None
        when = mention.point if bare else mention.interval
        if self.published is None or when.start is None or not known(when) or when.end is None:
            return when
        first, after = bounds(when)
        if not happened:
            return self._ahead(when, first, after)
        far = when.precision == "span" and (after - self.published).days > _SOON
        if first >= self.published and far and _AHEAD.search(when.text):
            return None  # "announced cuts over the next four years"
        if first <= self.published or when.readings or _YEARLESS.search(when.text) or len(when.start) > 10:
            return when
        if when.precision in {"month", "day"} and (first - self.published).days > 7:
            return msgspec.structs.replace(when, start=_year_before(first), end=_year_before(after))
        if when.precision == "day":
            week = timedelta(days=7)
            return msgspec.structs.replace(when, start=(first - week).isoformat(), end=(after - week).isoformat())
        return when

    def _ahead(self, when: Interval, first: date, after: date) -> Interval:
        """A planned day that words without a year or date put just behind the report lies as far ahead of it."""
        assert self.published is not None
        behind = (self.published - first).days
        week = timedelta(days=7)
        if when.precision == "month" and 0 < behind < 366 and not re.search(r"\d|last|past", when.text.lower()):
            return msgspec.structs.replace(when, start=_year_after(first), end=_year_after(after))
        if not 0 < behind < 7 or when.precision != "day" or not _WEEKDAY.fullmatch(when.text):
            return when
        return msgspec.structs.replace(when, start=(first + week).isoformat(), end=(after + week).isoformat())

    def behind(self, when: Interval) -> Interval:
        """A day of the week that lies ahead of the report, in the week before: that of what nobody plans."""
        if self.published is None or when.precision != "day" or not _WEEKDAY.match(when.text) or not known(when):
            return when
        first, after = bounds(when)
        week = timedelta(days=7)
        if not 0 < (first - self.published).days <= week.days:
            return when
        return msgspec.structs.replace(when, start=(first - week).isoformat(), end=(after - week).isoformat())

    def _chain(self, parsed: ParsedBlock, mention: TimeMention) -> "list[Token]":
        """The words above a time, up to and with the first verb."""
        key = parsed.index, mention.core.start
        chain = self._chains.get(key)
        if chain is not None:
            return chain
        chain = []
        piece = parsed.piece_at(mention.core)
        if piece is not None:
            token = piece.root
            for _ in range(_HOPS):
                head = token.head
                if head.i == token.i:
                    break
                if not piece.start <= head.i < piece.end and head.pos_ not in {"ADP", "PART", "SCONJ", "ADV"}:
                    chain.append(head)
                    if head.pos_ in {"VERB", "AUX"}:
                        break
                token = head
        self._chains[key] = chain
        return chain

    def _rank(self, parsed: ParsedBlock, trigger: "Token", mention: TimeMention) -> int:
        chain = self._chain(parsed, mention)
        for number, word in enumerate(chain):
            if word.i == trigger.i and _is_of_teller(trigger, mention.span.start - parsed.offset):
                return 5
            if word.i == trigger.i:
                return 0 if number == 0 else 1
        start = mention.span.start - parsed.offset
        if (
            trigger.dep_ == "relcl"
            and trigger.head.idx >= start
            and trigger.head.idx < mention.span.end - parsed.offset
        ):
            return 1  # "on Tuesday night, when a roof fell"
        if not chain:
            return 7 if _inside(trigger, start) else _FAR
        noun, verb = chain[0], chain[-1]
        if (
            noun.pos_ in {"NOUN", "PROPN"}
            and (noun.lemma_.lower() in NOUNS or noun.dep_ in {"appos"})
            and len(chain) > 1
        ):
            return _FAR + 1  # it dates another event
        if verb.pos_ not in {"VERB", "AUX"}:
            return 7 if _inside(trigger, start) else _FAR
        if trigger.pos_ != "VERB":
            return _to_noun(trigger, verb, start)
        return _to_verb(trigger, verb, start)


def _is_day_behind(chain: "list[Token]", verb: "Token", mention: TimeMention, start: int) -> bool:
    """Whether a day hung on a verb's last nouns is the verb's: "sent the firm a letter on 3 May", not "the vote on"."""
    noun = chain[0]
    precise = mention.interval.precision in {"day", "hour", "minute"} or mention.interval.precision == "span"
    if not precise or chain[-1].i != verb.i or start < noun.idx or mention.core.start != mention.span.start:
        return False
    if _under_of(noun, start) or noun.lemma_.lower() in _DATED_THEMSELVES:
        return False
    return all(
        word.pos_ in {"NOUN", "PROPN"}
        and word.dep_ in {"dobj", "pobj", "dative", "oprd"}
        and word.lemma_.lower() not in NOUNS
        for word in chain[:-1]
    )


def _is_of_teller(verb: "Token", start: int) -> bool:
    """Whether a time between a verb of telling and what is told is when it was told: "said on Monday it had closed"."""
    if verb.dep_ != "ccomp" or verb.head.lemma_ not in REPORTING or not verb.head.idx < start < verb.idx:
        return False
    subject = shared_subject(verb)
    marked = any(child.dep_ == "mark" and child.idx < start for child in verb.children)
    return subject is not None and start < subject.left_edge.idx and not marked


def _under_of(noun: "Token", start: int) -> bool:
    """Whether a time stands behind the noun's "of", "for" or "from": "the report of 3 May"."""
    last = next((t for t in reversed(noun.doc[noun.i : noun.right_edge.i + 1]) if t.idx < start), noun)
    return last.lower_ in {"of", "for", "from", "due", "scheduled", "planned", "dated"}


def is_same_day(when: Interval) -> bool:
    """Whether a time is told as that of what was told before: "the same day"."""
    return _SAME_DAY.fullmatch(when.text) is not None


def contradicts(when: Interval) -> bool:
    """Whether a day's name and its date do not go together: "Monday, 14 June 2023", which was a Wednesday."""
    named = _DAY_NAME.search(when.text)
    if named is None or when.precision != "day" or when.first_day is None or not re.search(r"\d", when.text):
        return False
    return not when.first_day.strftime("%A").lower().startswith(named[1].lower())


def _is_due(trigger: "Token") -> bool:
    """Whether "by June" can tell when: what is planned, not what was done."""
    return trigger.tag_ in {"VB", "NN", "NNP"}


def _to_noun(noun: "Token", verb: "Token", start: int) -> int:
    """How near the time of a verb is to an event that its object, subject or place phrase names."""
    if verb.dep_ in {"relcl", "acl"} and verb.head.i == noun.i:
        return 2 if verb.lemma_ in CARRYING else _FAR
    if verb.dep_ == "relcl" and verb.lemma_ in _BEGINS and noun.is_ancestor(verb) and noun.i < verb.head.i:
        return 2  # "the strike by drivers in Portsund, which began on Monday": no town begins
    joint = noun
    for _ in range(5):
        head = joint.head
        if head.i == joint.i:
            return _FAR
        if head.i == verb.i and joint.pos_ == "VERB":
            return 6
        if head.i == verb.i:
            direct = joint.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}
            if direct:
                own = verb.lemma_ in CARRYING | {"tell"} or verb.pos_ == "AUX"  # "told a hearing on Monday"
                own |= joint.dep_ == "nsubj" and noun.idx < start < verb.idx  # "his death in May left a gap"
                return 2 if own else _FAR
            if joint.dep_ in {"prep", "agent"} and joint.lower_ in {"in", "during", "at", "with", "by", "for", "on"}:
                return 3 if verb.lemma_ not in REPORTING or joint.lower_ in {"at", "during", "in"} else _FAR
            if joint.lower_ in {"after", "following"} and _OF_AN_HOUR & {
                NOUNS.get(noun.lemma_.lower()),
                NOUNS.get(noun.lower_),
            }:
                return 6  # "said on Monday after a meeting with her"
            return _FAR
        announced = head.dep_ == "ccomp" and head.head.lemma_ == "announce"  # "announced that charges were filed"
        beside = head.lemma_ == "announce" and head.tag_ == "VBG"
        if head.pos_ in {"VERB", "AUX"} and head.dep_ not in {"xcomp", "conj"} and not (announced or beside):
            return _FAR
        if head.i == verb.i and head.lemma_ == "announce":
            return 6
        joint = head
    return _FAR


def _to_verb(trigger: "Token", verb: "Token", start: int) -> int:
    """How near the time of one verb is to another: before both, or in the clause that takes the other in."""
    current = trigger
    for step in range(4):
        head = current.head
        if head.i == current.i:
            break
        if head.i == verb.i:
            if current.dep_ == "conj":
                return 3 + step if start < verb.idx or start > trigger.idx else 6
            if current.dep_ in {"advcl", "acl", "xcomp", "prep", "pcomp"}:
                marks = {child.lower_ for child in current.children if child.dep_ in {"mark", "advmod"}}
                under = trigger.dep_ == "pcomp" and trigger.tag_ == "VBG"  # "thanked her for visiting last week"
                if current.tag_ in {"VBG", "VB"} or marks & _WHEN or under:
                    return 4 + step
            if current.dep_ == "ccomp" and verb.lemma_ not in REPORTING and start < trigger.idx:
                return 6
            return _FAR
        if current.dep_ == "relcl" or (current.dep_ == "ccomp" and head.lemma_ in REPORTING):
            break
        current = head
    current = verb
    for _ in range(6):  # the time hangs on a verb below: "was held trying to leave on Monday"
        head = current.head
        if head.i == current.i:
            break
        if head.i == trigger.i:
            if current.dep_ == "xcomp" and trigger.lemma_ in PLANNING and trigger.tag_ not in {"VB", "VBG"}:
                return _FAR  # "agreed to meet in May": the meeting is in May
            if current.dep_ == "conj":
                return 6 if sense_of_verb(verb) is None else 8
            return 7 if verb.tag_ in {"VB", "VBG", "VBN"} and sense_of_verb(verb) is None else _FAR
        if current.dep_ in {"relcl", "ccomp"}:
            return _FAR
        current = head
    return _FAR


def _inside(trigger: "Token", start: int) -> bool:
    left, right = clause_of(trigger)
    return left <= start < right


def _start(mention: TimeMention) -> int:
    return mention.span.start


def _year_before(day: date) -> str:
    try:
        return day.replace(year=day.year - 1).isoformat()
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28).isoformat()


def _year_after(day: date) -> str:
    return day.replace(year=day.year + 1).isoformat()  # the first of a month: every year has it
