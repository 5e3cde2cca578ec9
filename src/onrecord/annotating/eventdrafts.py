"""Mentions of events in one document, and which of them are one event."""

import re
from collections.abc import Iterator
from copy import copy

from onrecord.annotating.eventsides import BETWEEN, PAIR
from onrecord.annotating.eventwords import NOUNS
from onrecord.language.calendar import contains, known, overlaps
from onrecord.language.dayparts import minute_of
from onrecord.model.identity import fold, shared_names
from onrecord.model.items import Doubt, EventStatus
from onrecord.model.spans import Span
from onrecord.model.times import Interval

PAIRED = frozenset({"meeting", "call", "press_conference", "signing", "agreement", "hearing", "visit", "lawsuit"})
"""Sorts whose mentions are one event when they share a day and a participant."""
ONCE = frozenset(
    {"death", "arrest", "extradition", "conviction", "charge", "lawsuit", "resignation", "appointment", "signing",
     "agreement", "accident", "acquisition", "founding", "strike"}
)  # fmt: skip
"""Sorts that one document tells of one person or pair once, if it does not date them apart."""
GROUND = frozenset({"accident", "attack", "disaster", "death", "strike", "vote", "protest", "agreement", "signing"})
"""Sorts that are one when they share a day and a place, or a day where one account names nobody."""
ALIKE = {"signing": "agreement", "launch": "announcement", "strike": "protest"}
"""Sorts that one event may be told as."""
_MADE_KNOWN = frozenset(
    {"charge", "arrest", "seizure", "sanction", "extradition", "resignation", "appointment", "lawsuit"}
)
"""Sorts that are announced in being told: "announced that charges had been filed" is the charges."""
_STRIKING = frozenset({"accident", "attack", "disaster"})
_OF_STROKE = re.compile(
    rf"\b(?:in|by|after|from|during|of)\s(?:the|that|this)\s(?:[\w-]+\s){{0,2}}?"
    rf"({'|'.join(noun for noun, kind in NOUNS.items() if kind in _STRIKING)})s?\b"
    r"|\bwhen\s(?:the|that|this)\s(?:[\w-]+\s){1,2}"
    r"(?:went down|sank|crashed|overturned|collapsed|capsized|exploded|derailed|collided|struck|burned)\b",
    re.IGNORECASE,
)
"""Words that tell of what killed as of something known."""
_ANY_STROKE = frozenset({"accident", "attack", "disaster"})
_ALSO = {
    "crash": ("collide", "collision", "derail", "derailment", "overturn", "plunge", "veer", "accident"),
    "blast": ("explode", "explosion", "detonate", "bomb", "bombing"), "explosion": ("explode", "blast", "detonate"),
    "bombing": ("bomb", "explode", "detonate", "go", "blast", "explosion"), "shooting": ("shoot", "open", "fire"),
    "fire": ("burn", "catch", "blaze"), "quake": ("earthquake",), "earthquake": ("quake",),
    "shipwreck": ("sink", "capsize", "run"), "collision": ("collide", "crash"), "derailment": ("derail", "crash"),
}  # fmt: skip
"""What else may tell of what a noun names."""
_SHORT = 3
"""Letters of words that may be grammar."""
_LEAD = 4
"""Blocks at the head of a report in which a headline is told again."""


class Draft:
    """An event while its mentions are gathered; a weak one only points to another."""

    __slots__ = (
        "across",
        "again",
        "bare",
        "block",
        "doubts",
        "inside",
        "kind",
        "more",
        "ordinal",
        "participants",
        "past",
        "people",
        "place",
        "pointing",
        "score",
        "spans",
        "status",
        "text",
        "trigger",
        "weak",
        "when",
        "words",
        "written",
    )

    def __init__(self, kind: str, status: EventStatus, span: Span, text: str, trigger: str) -> None:
        self.kind = kind
        self.spans = [span]
        self.text = text
        self.trigger = trigger
        self.block = "paragraph"
        self.status = status
        self.when: Interval | None = None
        self.more: tuple[Interval, ...] = ()
        self.written: Interval | None = None
        self.doubts: tuple[Doubt, ...] = ()
        self.place: str | None = None
        self.participants: list[str] = []
        self.weak = False
        self.pointing = False
        self.bare = False
        self.inside = False
        self.ordinal: str | None = None
        self.again = False
        self.past = False
        self.people: set[str] = set()
        self.across: set[str] = set()
        self.words = (0, 0, -1)
        self.score = 0.5

    @property
    def dated(self) -> bool:
        """Whether both ends of its time, or one, are known."""
        return self.when is not None and known(self.when)

    @property
    def names(self) -> set[str]:
        """Its participants that have a name, folded."""
        return {fold(name) for name in self.participants if name[:1].isupper()}


def each_of(draft: Draft) -> Iterator[Draft]:
    """An event for each time that one mention gives: "meetings in 2021 and 2022" are two."""
    yield draft
    for when in draft.more:
        other = copy(draft)
        other.when, other.spans, other.participants = when, list(draft.spans), list(draft.participants)
        other.people, other.across = set(draft.people), set(draft.across)
        yield other


def joined(drafts: list[Draft]) -> list[Draft]:
    """The events that mentions tell of: those that tell of one are one; a weak mention joins what it points to."""
    found: list[Draft] = []
    of_kind: dict[str, list[Draft]] = {}
    for draft in drafts:
        near = of_kind.setdefault(_sort(draft), [])
        if draft.weak:
            continue
        other = next((other for other in reversed(near) if _one(other, draft)), None)
        if other is not None:
            _join(other, draft)
            continue
        near.append(draft)
        found.append(draft)
    for draft in drafts:
        if draft.weak:
            target = _pointed_to(of_kind.get(_sort(draft), []), draft)
            if target is not None:
                target.spans.extend(draft.spans)
                target.score = min(0.95, target.score + 0.03)
    _date_deaths(found)
    return [draft for draft in found if not _only_announces(draft, found)]


def _date_deaths(found: list[Draft]) -> None:
    """Give deaths "in the crash" or "when the ferry sank" its day, where a document tells of one such day alone."""
    causes = [one for one in found if one.kind in _STRIKING and one.when is not None]
    if len({(one.when.start, one.when.end) for one in causes if one.when is not None}) != 1:
        return
    for draft in found:
        undated = draft.kind == "death" and draft.when is None and draft.written is None
        if not undated or draft.status != "happened" or (told := _OF_STROKE.search(draft.text)) is None:
            continue
        noun = (told[1] or "").lower()
        if not noun or noun in _ANY_STROKE or any(cause.trigger in {noun, *_ALSO.get(noun, ())} for cause in causes):
            draft.when = causes[0].when


def _only_announces(draft: Draft, found: list[Draft]) -> bool:
    """Whether an announcement says no more than that something was done which is an event itself, of the same day."""
    if draft.kind != "announcement" or draft.trigger != "announce" or len(draft.spans) > 1:
        return False
    whole = draft.spans[0]
    return any(
        other.kind in _MADE_KNOWN and other.status == draft.status and other.when == draft.when
        and any(whole.start < span.start and span.end <= whole.end for span in other.spans)
        for other in found
    )  # fmt: skip


def _sort(draft: Draft) -> str:
    """Under what its mentions meet: of no listed sort, those of one verb."""
    return f"other {draft.trigger}" if draft.kind == "other" else ALIKE.get(draft.kind, draft.kind)


def _pointed_to(found: list[Draft], weak: Draft) -> Draft | None:
    """The event last told before "the attack", or the first one told after a headline."""
    start = weak.spans[0].start
    fits = [other for other in found if _may_mean(weak, other)]
    before = [other for other in fits if other.spans[0].start < start]
    if before:
        return max(before, key=lambda other: max(span.start for span in other.spans if span.start < start))
    return fits[0] if fits and weak.block in {"title", "heading"} else None


def _of_others(one: Draft, other: Draft) -> bool:
    """Whether two mentions name others: whom somebody met, or each one more besides fewer than two in common."""
    if one.across and other.across:
        return not (shared_names(one.across, other.people) and shared_names(other.across, one.people))
    mine, theirs = one.people - other.people, other.people - one.people
    return bool(mine and theirs) and not shared_names(mine, theirs) and len(one.people & other.people) < PAIR


def _may_mean(weak: Draft, other: Draft) -> bool:
    """Whether a mention can point to an event: not a past one to a plan, not one of others to it."""
    if weak.past and other.status == "planned":
        return False
    if weak.names and other.names and not shared_names(weak.names, other.names):
        return False
    if weak.kind in ONCE and not weak.bare and weak.words[0] > other.words[0] + 1 and not weak.names:
        return False  # "the charges against the official", paragraphs behind those against others
    mine, theirs = ({fold(name) for name in one.participants} for one in (weak, other))
    return weak.bare or not mine or not theirs or bool(shared_names(mine, theirs))


def _one(other: Draft, draft: Draft) -> bool:
    """Whether two mentions are of one event: by time and participants, or by what happens to a person once."""
    if draft.more and draft.words == other.words:
        return False  # one mention that gives several times
    if any(span.overlaps(draft.spans[0]) for span in other.spans) and other.trigger == draft.trigger:
        return True
    if draft.again or (other.ordinal and draft.ordinal and other.ordinal != draft.ordinal):
        return False
    if draft.kind in BETWEEN and _of_others(other, draft):
        return False  # "met Falk and then met Lee"
    if (draft.pointing or draft.inside) and draft.words[0] == other.words[0] and draft.words[2] == other.words[1]:
        return draft.kind in PAIRED  # "hosted her in the fourth meeting of the committee"
    if draft.kind == "other":
        return _told_again(other, draft)
    told = shared_names(other.names, draft.names)
    shared = told | ({fold(name) for name in other.participants} & {fold(name) for name in draft.participants})
    if other.status != draft.status and not (other.dated and draft.dated):
        return False
    if other.dated and draft.dated:
        assert other.when is not None
        assert draft.when is not None
        if not overlaps(other.when, draft.when) or not (
            contains(other.when, draft.when) or contains(draft.when, other.when)
        ):
            return False
        if draft.kind in PAIRED and (draft.bare or other.bare):
            return True  # "the meeting yesterday"
        if shared and not told and other.names and draft.names:
            return False  # "police" arrested one and the other
        if shared:
            return len(shared) > 1 or draft.kind in PAIRED | ONCE or other.trigger == draft.trigger
        return _repeats(other, draft)
    if len(told) > 1 and draft.kind != "announcement":
        return True
    if told and (draft.kind in ONCE or (draft.ordinal and draft.ordinal == other.ordinal)):
        return True
    if told and draft.kind in PAIRED and (draft.pointing or other.pointing) and other.trigger == draft.trigger:
        return True
    if draft.kind in GROUND and other.place and draft.place and not (other.names or draft.names):
        if fold(other.place) == fold(draft.place):
            return True
        if other.block not in {"title", "heading"}:
            return False
    if other.block in {"title", "heading"} and not other.dated and _near(other, draft) and draft.kind != "announcement":
        return bool(told) or (draft.kind in GROUND | ONCE and not (other.names and draft.names))
    return (
        bool(shared) and not draft.dated and len(draft.participants) == 1 and other.trigger == draft.trigger
        and draft.kind != "announcement"
    )  # fmt: skip


def _told_again(other: Draft, draft: Draft) -> bool:
    """Whether one verb tells of one deed: at the same time, of the same people, and of something else in common."""
    one, two = other.when, draft.when
    if one is None or two is None or (one.start, one.end) != (two.start, two.end):
        return False
    people = {fold(name) for name in other.participants} & {fold(name) for name in draft.participants}
    if other.participants and draft.participants and not people:
        return False
    mine, theirs = (_things(one) for one in (other, draft))
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs)) if mine and theirs else not (mine or theirs)


def _things(draft: Draft) -> set[str]:
    """The longer words of a telling that are not its day, its people or its verb."""
    when = draft.when.text if draft.when is not None else ""
    known = {word for name in (*draft.participants, when) for word in fold(name).split()}
    stem = draft.trigger[:_SHORT]
    return {w for w in fold(draft.text).split() if len(w) > _SHORT and w not in known and not w.startswith(stem)}


def _near(title: Draft, draft: Draft) -> bool:
    return draft.spans[0].start - title.spans[0].start < 1200 and len(title.spans) < _LEAD


def _repeats(other: Draft, draft: Draft) -> bool:
    """Whether a mention that names nobody else tells of the same deed on the same day."""
    if other.place and draft.place and fold(other.place) != fold(draft.place):
        return False
    one, two = other.when, draft.when
    same = one is not None and two is not None and (one.start, one.end) == (two.start, two.end)
    if not same or (other.participants and draft.participants and not _vague(other, draft)):
        return False
    if other.trigger == draft.trigger:
        return True
    return draft.kind in GROUND


def _vague(other: Draft, draft: Draft) -> bool:
    """Whether one of the two names nobody by name, and both are of a sort that a day and place tell apart."""
    return draft.kind in GROUND and not (other.names and draft.names)


def _is_finer(when: Interval, known_one: Interval) -> bool:
    """Whether a time lies in another and tells no less of it, as "Thursday" does of "Thursday morning"."""
    if not contains(known_one, when):
        return False
    return minute_of(when) is not None or not (minute_of(known_one) is not None and contains(when, known_one))


def _join(other: Draft, draft: Draft) -> None:
    other.spans.extend(draft.spans)
    if not other.dated or (draft.dated and other.when and draft.when and _is_finer(draft.when, other.when)):
        other.when = draft.when or other.when
    if other.block in {"title", "heading"} and draft.block not in {"title", "heading"}:
        other.text, other.block = draft.text, draft.block
    other.written = other.written or draft.written
    other.doubts = tuple(sorted({*other.doubts, *draft.doubts}))
    other.place = other.place or draft.place
    other.ordinal = other.ordinal or draft.ordinal
    other.people |= draft.people
    other.across |= draft.across
    have = {fold(name) for name in other.participants}
    other.participants.extend(name for name in draft.participants if fold(name) not in have)
    other.status = "happened" if "happened" in {other.status, draft.status} else "planned"
    other.score = min(0.95, max(other.score, draft.score) + 0.05)
