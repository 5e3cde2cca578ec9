"""Events: meetings, arrests, charges, votes and the like, with time, place and participants, each once a document."""

from typing import TYPE_CHECKING

from onrecord.annotating.chronologies import day_of_line
from onrecord.annotating.countedtimes import base_of, counted
from onrecord.annotating.eventdeeds import is_stay
from onrecord.annotating.eventdrafts import Draft, each_of, joined
from onrecord.annotating.eventidioms import NEED_A_DAY
from onrecord.annotating.eventmentions import is_another, is_bare, is_definite, is_over, is_purpose, ordinal_of
from onrecord.annotating.eventparts import named, participants_of, place_of
from onrecord.annotating.eventsenses import sense_of_noun, sense_of_verb
from onrecord.annotating.eventsides import across_from
from onrecord.annotating.eventstatus import status_of_noun, status_of_verb
from onrecord.annotating.eventtimes import Times, contradicts, is_same_day
from onrecord.annotating.eventwords import BODIES, CARRYING, DATED, FILED, LOOSE
from onrecord.annotating.listedtimes import instances, is_choice, sharing_month
from onrecord.annotating.occurrences import KIND, dated_by, existing, told
from onrecord.annotating.surroundings import Surroundings, clause_of, negated, shared_subject
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Entity, Event, Statement
from onrecord.model.spans import Evidence, Span, in_order
from onrecord.model.times import Interval

if TYPE_CHECKING:
    from onrecord.language.times import TimeMention
    from onrecord.language.trees import Token

VERSION = "events/12"
LONGEST_TEXT = 40
"""Words of an event's text at most."""
BEFORE = 24
"""Words before its verb or noun that an event's text keeps at most."""
SHORT = 4
"""Words of a noun's phrase that says little by itself."""
TELLING_ALONE = frozenset(
    {"seizure", "arrest", "extradition", "conviction", "death", "meeting", "attack", "accident", "disaster", "strike",
     "resignation", "lawsuit", "charge", "hearing", "protest", "press_conference", "call"}
)  # fmt: skip
"""Sorts told of without a day or a name, by a verb."""
UNFORESEEN = frozenset({"accident", "disaster", "death", "attack", "arrest", "seizure"})
"""Sorts that nobody plans by a day of the week: "Sunday's floods" have been."""
_HELD = frozenset(
    {"have", "hold", "attend", "lead", "join", "survive", "cast", "win", "lose", "suffer", "cause", "see"}
)
_ROOTS = {"meet": "meeting", "host": "meeting", "convene": "meeting", "talk": "talks", "phone": "call"}
"""Verbs of what a noun points back to: "following that meeting"."""
_WORDS = frozenset({"VERB", "NOUN", "PROPN", "AUX"})
_PLURALS = frozenset({"talks", "remarks", "elections", "charges", "clashes", "negotiations", "discussions", "attacks"})


def find_events(
    analysis: Analysis, entities: tuple[Entity, ...], statements: tuple[Statement, ...]
) -> tuple[Event, ...]:
    """Every event that a document tells of, in text order, its mentions merged."""
    around = Surroundings(analysis, entities, statements)
    reader = _Reader(around, frozenset(entity.name for entity in entities if entity.kind == "person"))
    drafts = [
        one
        for parsed in analysis.blocks
        if parsed.block.kind != "table"
        for token in parsed.tokens
        if token.pos_ in _WORDS and (draft := reader.draft(parsed, token)) is not None
        for one in each_of(draft)
    ]
    document = analysis.document.id
    return tuple(
        Event(
            id=_id_of(draft, document), kind=draft.kind,
            mentions=(Evidence(document=document, spans=in_order(draft.spans)),), text=draft.text,
            when=draft.when or draft.written, doubts=draft.doubts,
            place=draft.place, participants=tuple(draft.participants), trigger=draft.trigger, status=draft.status,
            score=round(draft.score, 3),
        )
        for draft in joined(drafts)
    )  # fmt: skip


def _id_of(draft: Draft, document: str) -> str:
    """The name of an event: where it is told, and of several that one mention tells of, when it was."""
    apart = (draft.when.start, draft.when.end) if draft.more and draft.when is not None else ()
    return content_id("event", document, draft.kind, draft.spans[0], *apart)


class _Reader:
    """Reads drafts in the order of the text, and keeps the last day that was told."""

    def __init__(self, around: Surroundings, people: frozenset[str]) -> None:
        self._around = around
        self._times = Times(around)
        self._told: dict[str, Interval] = {}
        self._last: tuple[int, int, Interval] | None = None
        self._lines: dict[int, TimeMention | None] = {}
        self._people = people

    def draft(self, parsed: ParsedBlock, token: "Token") -> Draft | None:
        """What a word tells of, if it tells of an event."""
        verbal = token.pos_ in {"VERB", "AUX"}
        if token.pos_ == "AUX":
            kind = "visit" if is_stay(token) else None
        else:
            kind = sense_of_verb(token) if verbal else sense_of_noun(token)
        if kind is None:
            return self._occurrence(parsed, token) if verbal else None
        around, headline = self._around, parsed.block.kind in {"title", "heading", "caption"}
        if self._times.inside(parsed, token):
            return None
        line = self._line(parsed)
        mention = line or self._times.of(parsed, token)
        if mention is not None and line is None and (base := base_of(token)) is not None:
            mention = None if self._times.hangs_on(parsed, mention, base) else mention
        headline = headline or line is not None
        status = status_of_verb(token, headline=headline, told=mention is not None) if verbal else status_of_noun(token)
        if status is None or (
            not verbal and (_is_body(around, parsed, token) or not _points(token, mention is not None))
        ):
            return None
        bare = mention is not None and mention.limit in {"after", "before", "since"} and (
            not verbal and parsed.offset + token.idx > mention.span.start
        )  # fmt: skip
        when = self._times.sane(mention, happened=status == "happened" and token.tag_ not in {"VBP", "VBZ"}, bare=bare)
        if when is not None and is_same_day(when) and (told := self._just_told(parsed, token)) is not None:
            when = told  # that of the event told before, not of who told it
        listed = self._listed(parsed, token, kind, mention, when) if mention is not None and when is not None else ()
        if listed:
            when = listed[0]
        carried = False
        written = self._times.impossible(parsed, token) if when is None else None
        doubted = written is not None
        if when is None and written is None and self._times.published is None:
            written = self._times.unplaced(parsed, token)
        if when is None and written is None and status == "happened":
            when = self._counted(parsed, token)
        if when is None and written is None and status == "happened" and self._last is not None:
            when = self._carried(parsed, token, verbal=verbal)
            carried = when is not None
        if when is not None and kind in UNFORESEEN and status == "happened" and not verbal:
            when = self._times.behind(when)
        if when is not None and self._later(when):
            if token.tag_ in {"VBD", "VBN"}:
                when = None  # told as done: the time counts from something else
            else:
                status = "planned"
        participants = participants_of(around, parsed, token, kind)
        place = place_of(around, parsed, token, kind)
        lemma = token.lemma_.lower()
        dated = (when is not None and not carried) or written is not None
        done = verbal or kind == "press_conference" or (kind == "charge" and token.head.lemma_ in FILED)
        weak = not _stands(kind, lemma, participants, place, dated=dated, verbal=verbal, done=done)
        if weak and (verbal or _indefinite(token)):
            return None
        if (lemma in DATED | NEED_A_DAY or token.pos_ == "AUX") and not dated:
            return None
        span, text = _told(parsed, token)
        draft = Draft(kind, status, span, text, lemma)
        draft.block = parsed.block.kind
        draft.when, draft.place, draft.participants, draft.weak = when, place, participants, weak
        draft.more = listed[1:] if when is not None else ()
        draft.written = written
        if doubted:
            draft.doubts = ("impossible_date",)
        elif when is not None and contradicts(when):
            draft.doubts = ("contradictory_dates",)
        draft.pointing = not verbal and is_definite(token)
        draft.bare = draft.pointing and is_bare(token)
        draft.inside = not verbal and is_purpose(token)
        draft.ordinal = None if verbal else ordinal_of(token)
        draft.again = is_another(token)
        draft.past = not verbal and is_over(token)
        draft.people = {fold(name) for name in participants if name in self._people}
        across = across_from(around, parsed, token, kind)
        draft.across = {fold(name) for name in across if name in self._people}
        draft.words = parsed.index, token.i, _governor(token)
        draft.score = 0.45 + 0.15 * bool(participants) + 0.2 * dated + 0.1 * verbal - 0.1 * (status == "planned")
        if dated and when is not None and status == "happened":
            self._told[_ROOTS.get(lemma, lemma)] = when
        if dated and when is not None and status == "happened" and when.precision in {"day", "hour", "minute"}:
            self._last = parsed.index, token.sent.start, when
        return draft

    def _line(self, parsed: ParsedBlock) -> "TimeMention | None":
        """The day that opens a block, where it is a line of a chronology."""
        if parsed.index not in self._lines:
            self._lines[parsed.index] = day_of_line(self._around, parsed)
        return self._lines[parsed.index]

    def _occurrence(self, parsed: ParsedBlock, verb: "Token") -> Draft | None:
        """What a past clause of no listed sort tells of with a time of its own."""
        held = shared_subject(verb)
        if held is not None and held.pos_ == "NOUN" and sense_of_noun(held) is not None and verb.tag_ == "VBN":
            return None  # "a call conducted at noon", "the talks were held on Friday": the noun tells of it
        there = verb.lemma_ == "be"
        mention = existing(self._times, parsed, verb) if there else dated_by(self._around, self._times, parsed, verb)
        when = self._times.sane(mention, happened=True)
        if mention is None or when is None or self._later(when) or _is_of_noun(parsed, verb, held, mention):
            return None
        when, *more = self._listed(parsed, verb, KIND, mention, when)
        words = told(parsed, verb)
        draft = Draft(KIND, "happened", parsed.span_of(words), " ".join(words.text.split()), verb.lemma_.lower())
        draft.block, draft.when, draft.words = parsed.block.kind, when, (parsed.index, verb.i, _governor(verb))
        draft.more = tuple(more)
        draft.participants = participants_of(self._around, parsed, verb, KIND)
        draft.place = place_of(self._around, parsed, verb, KIND)
        draft.doubts = ("contradictory_dates",) if contradicts(when) else ()
        draft.score = 0.6 + 0.15 * bool(draft.participants)
        return draft

    def _listed(
        self, parsed: ParsedBlock, token: "Token", kind: str, mention: "TimeMention", when: Interval
    ) -> tuple[Interval, ...]:
        """The times of the events that a word tells of: one, or those of the list that its time stands in."""
        text = self._around.text
        found = self._times.listed(parsed, token, mention)
        if len(found) == 1:
            days = sharing_month(text, mention, when)
            choice, told = False, days[0].text
        else:
            happened = when.first_day is not None and not self._later(when)
            days = [one for time in found if (one := self._times.sane(time, happened=happened)) is not None]
            choice, told = is_choice(text, found), " ".join(text[found[0].span.start : found[-1].span.end].split())
        return tuple(instances(token, kind, days, told, choice=choice)) if len(days) > 1 else (when,)

    def _counted(self, parsed: ParsedBlock, token: "Token") -> Interval | None:
        """The time of what is told as so many days or years after or before something with a day of its own."""
        told = counted(token)
        mention = self._times.of(parsed, told.base) if told is not None else None
        base = self._times.sane(mention, happened=True)
        if told is None or base is None or base.first_day is None or base.precision not in {"day", "hour", "minute"}:
            return None
        when = told.from_day(base.first_day)
        return None if self._later(when) else when

    def _carried(self, parsed: ParsedBlock, token: "Token", *, verbal: bool) -> Interval | None:
        """The day told just before, for what the next sentence goes on to tell, or for "the same day"."""
        assert self._last is not None
        block, _, when = self._last
        same = self._times.same_day(parsed, token)
        if same is not None:
            word = same.rsplit(" ", 1)[-1]
            return self._told.get(_ROOTS.get(word, word), when)
        if (
            not verbal
            or not _is_told_past(token)
            or block != parsed.index
            or parsed.block.kind not in {"paragraph", "turn"}
        ):
            return None
        if self._times.in_sentence(parsed, token) or negated(token):
            return None
        if self._just_told(parsed, token) is None:
            return None
        if token.dep_ == "relcl" or self._around.statement_at(parsed.token_span(token)) is not None:
            return None
        return when

    def _just_told(self, parsed: ParsedBlock, token: "Token") -> Interval | None:
        """The day of an event that the sentence before told."""
        if self._last is None or self._last[0] != parsed.index:
            return None
        _, sentence, when = self._last
        after = token.sent.start > sentence
        between = any(start.is_sent_start for start in parsed.doc[sentence + 1 : token.sent.start])
        return when if after and not between else None

    def _later(self, when: Interval) -> bool:
        """Whether a time lies after the day of the report."""
        published = self._times.published
        return published is not None and when.first_day is not None and when.first_day > published


def _is_told_past(verb: "Token") -> bool:
    """Whether a verb goes on telling: "left", "was acquitted", not "had left"."""
    if verb.tag_ != "VBN":
        return verb.tag_ == "VBD"
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return bool(auxiliaries & {"was", "were"}) and not auxiliaries & {"had", "has", "have", "been"}


def _is_of_noun(parsed: ParsedBlock, verb: "Token", subject: "Token | None", mention: "TimeMention") -> bool:
    """Whether a verb's time is that of an event that its subject names: "her death in May left a gap"."""
    if subject is None:
        return False
    if verb.dep_ == "relcl" and verb.lemma_ in {"begin", "start", "end", "last"}:
        return any(sense_of_noun(noun) is not None for noun in verb.ancestors if noun.pos_ == "NOUN")
    between = subject.idx < mention.span.start - parsed.offset < verb.idx
    return between and subject.pos_ == "NOUN" and sense_of_noun(subject) is not None


def _governor(noun: "Token") -> int:
    """The verb that a noun stands under: "hosted" over "in the fourth meeting"."""
    head = noun.head
    for _ in range(4):
        if head.pos_ == "VERB":
            return head.i
        head = head.head
    return -1


def _stands(
    kind: str, lemma: str, participants: list[str], place: str | None, *, dated: bool, verbal: bool, done: bool
) -> bool:
    """Whether a mention tells enough to be an event by itself."""
    if dated:
        return True
    if lemma in LOOSE:
        told = named(participants) or (verbal and bool(participants and place) and kind in TELLING_ALONE)
        return told and done and kind != "launch"
    if verbal:
        return bool(participants or place) and (kind in TELLING_ALONE or named(participants))
    return named(participants) or (place is not None and place[:1].isupper())


def _is_body(around: Surroundings, parsed: ParsedBlock, noun: "Token") -> bool:
    """Whether a noun is part of a body's name: "the Norland Conference of Bishops"."""
    entity = around.entity_at(parsed.offset + noun.idx)
    if noun.pos_ != "PROPN" or noun.lower_ not in BODIES:
        return False
    if entity is not None and entity.kind == "organisation":
        return True
    return any(
        child.lower_ in {"of", "on", "for"} and any(g.pos_ == "PROPN" and g.dep_ == "pobj" for g in child.children)
        for child in noun.children
    )


def _points(noun: "Token", dated: bool) -> bool:
    """Whether a noun points to one event: with an article, a possessor, an ordinal, a date; not "more attacks"."""
    if any(
        child.lower_ in {"no", "any", "every", "more", "many", "further", "some", "such", "all", "several", "few"}
        for child in noun.children
    ):
        return False
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in FILED:
        return not negated(noun.head)
    if noun.tag_ in {"NNS", "NNPS"} and noun.lower_ not in _PLURALS:
        return any(child.dep_ == "poss" for child in noun.children) or (
            any(child.lower_ in {"the", "these", "those"} for child in noun.children)
            or (dated and not any(child.dep_ == "acl" for child in noun.children))
        )
    if dated and noun.dep_ in {"pobj", "dobj", "nsubj", "nsubjpass"}:
        return True
    return any(child.dep_ in {"det", "poss", "amod", "nmod", "compound", "prep", "acl"} for child in noun.children)


def _indefinite(noun: "Token") -> bool:
    """Whether an undated noun names only some event that may be ("an invasion of …"), and is not held or filed."""
    if noun.pos_ != "NOUN" or noun.head.lemma_ in FILED | _HELD:
        return False
    return not any(child.lower_ in {"the", "this", "that", "these", "those", "both"} or child.dep_ == "poss"
                   for child in noun.children)  # fmt: skip


def _is_short(noun: "Token") -> bool:
    """Whether a noun tells little without the verb that takes it: "charges" of "charges were filed against …"."""
    told = noun.right_edge.i - noun.left_edge.i < SHORT and noun.dep_ in {"dobj", "nsubjpass", "nsubj"}
    if noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.left_edge.i == noun.i:  # "went on strike"
        return noun.head.head.pos_ == "VERB"
    return told and noun.head.pos_ == "VERB" and noun.head.lemma_ in CARRYING


def _told(parsed: ParsedBlock, trigger: "Token") -> tuple[Span, str]:
    """The words that tell of the event: its clause, within bounds, else the trigger's own phrase."""
    left, right = clause_of(trigger)
    piece = parsed.doc.char_span(left, right, alignment_mode="contract")
    if piece is None or len(piece) > LONGEST_TEXT or (trigger.pos_ != "VERB" and not _is_short(trigger)):
        first = max(trigger.left_edge.i, trigger.i - BEFORE)
        last = min(trigger.right_edge.i, max(trigger.i, first + LONGEST_TEXT - 1))
        if trigger.pos_ == "VERB":
            subject = shared_subject(trigger)
            first = max(
                min(first, subject.left_edge.i) if subject is not None else first, trigger.i - 20, trigger.sent.start
            )
            last = _breath(parsed, trigger, last)
        piece = parsed.doc[first : last + 1]
    if trigger.dep_ in {"relcl", "acl"} and piece.start - BEFORE // 2 <= trigger.head.left_edge.i < piece.start:
        piece = parsed.doc[trigger.head.left_edge.i : piece.end]  # "the report, published in May"
    while len(piece) > 1 and (piece[-1].is_punct or piece[-1].is_space):
        piece = piece[:-1]
    while len(piece) > 1 and (piece[0].is_punct or piece[0].is_space or piece[0].dep_ in {"cc", "mark"}):
        piece = piece[1:]
    return parsed.span_of(piece), " ".join(piece.text.split())


def _breath(parsed: ParsedBlock, trigger: "Token", last: int) -> int:
    """The last word of a phrase that was cut, where a comma before it leaves enough behind the verb."""
    if last >= trigger.right_edge.i:
        return last
    return next((i for i in range(last, trigger.i + LONGEST_TEXT // 4, -1) if parsed.doc[i].text in {",", ";"}), last)
