"""One document's account of an event, with what it is compared by."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from onrecord.comparing.achieving import names_of
from onrecord.comparing.identities import PARTICLES
from onrecord.comparing.words import GRAMMAR, stem, stems
from onrecord.language.calendar import bounds, known
from onrecord.language.gazetteers import is_role_head
from onrecord.language.places import country_of
from onrecord.language.predicates import predicate_of
from onrecord.model.identity import fold, shared_names
from onrecord.model.items import Event
from onrecord.model.times import Interval

ALIKE = {
    "signing": "agreement", "acquisition": "agreement", "launch": "announcement", "strike": "protest",
    "return": "visit",
}  # fmt: skip
"""Sorts that one event may be told as."""
ONCE = frozenset({"death", "arrest", "extradition", "conviction", "charge", "resignation", "appointment"})
"""What befalls a person once, as far as documents that do not date it apart can tell."""
_NAMED = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*")
_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
     "april", "may", "june", "july", "august", "september", "october", "november", "december"}
)  # fmt: skip
_POINTING = re.compile(r"(?:the|this|that|their|its|his|her)\s|[A-Z][\w]*['’]s\s", re.IGNORECASE)
_BEFORE_OFFICES = frozenset({"foreign", "prime", "vice", "deputy", "chief", "attorney", "mr", "mrs", "ms", "dr"})
_ANYBODY = frozenset({"people", "men", "women", "officials", "man", "woman", "person", "group", "members"})
ALL = 2
"""Names that tell one deed, where the other account gives names of its own for who did it."""
LONGEST_DAYS = 31
"""Days of an interval that can still tell one event from the next of its sort."""


def looks_personal(name: str) -> bool:
    """Whether a name that no entity bears can be a person's: two words or more, all with capitals, and no country."""
    words = name.split()
    named = all(word[:1].isupper() or word.lower() in PARTICLES for word in words)
    return named and sum(word[:1].isupper() for word in words) > 1 and country_of(name) is None


class Names(NamedTuple):
    """What a record knows of names: one for all of somebody's, who is a person, his party, who an office is.

    `published` gives the day of a document, where it is known.
    """

    canonical: Callable[[str], str] = fold
    is_person: Callable[[str], bool] = looks_personal
    party: Callable[[str], str | None] = country_of
    meant: Callable[[str, Event], str | None] = lambda name, event: None
    published: Callable[[str], str | None] = lambda document: None


class Account:
    """One document's event with what it is compared by."""

    __slots__ = (
        "called", "called_names", "documents", "event", "keys", "kind", "names", "others", "parties", "people",
        "personal", "published", "seeks", "things", "told", "when",
    )  # fmt: skip

    def __init__(self, event: Event, known_names: Names) -> None:
        self.event = event
        self.kind = f"other:{deed_of(event)}" if event.kind == "other" else ALIKE.get(event.kind, event.kind)
        self.documents = {mention.document for mention in event.mentions}
        days = [day for name in sorted(self.documents) if (day := known_names.published(name))]
        self.published = date.fromisoformat(days[0][:10]) if days else None
        self.when = event.when if event.when is not None and known(event.when) else None
        named = [name for name in event.participants if any(c.isupper() for c in name)]
        self.names = {known_names.canonical(name) for name in named} | {fold(name) for name in named}
        self.called_names = {fold(name) for name in named}
        self.others = {fold(name) for name in event.participants} - self.names - _ANYBODY
        self.people = {known_names.canonical(name) for name in named if known_names.is_person(name)}
        self.called = {known_names.canonical(name): fold(name) for name in named if known_names.is_person(name)}
        self.personal = {known_names.canonical(name) for name in named if looks_personal(name)}
        meant = {who for name in event.participants if (who := known_names.meant(name, event))}
        self.names |= meant
        self.people |= meant
        self.parties = {fold(party) for name in named if (party := known_names.party(name))}
        self.parties |= {fold(run) for name in named if name[:1].islower() for run in _NAMED.findall(name)}
        own = {stem(word) for name in (*self.names, *event.participants) for word in fold(name).split()}
        self.told = _told_in(event.text, event.trigger or "") - own
        self.things = _named_in(event.text) - {word for name in self.names for word in fold(name).split()}
        self.keys = [(self.kind, month) for month in _months(event)]
        if self.kind in ONCE:
            self.keys += [(self.kind, name) for name in sorted(self.people)]
        self.seeks = [*self.keys, *(self._by_surname(seeking=True) if self.kind in ONCE else ())]
        self.keys += self._by_surname(seeking=False) if self.kind in ONCE else ()

    def _by_surname(self, *, seeking: bool) -> list[tuple[str, str]]:
        """Keys by which a bare surname meets full names: two full names never meet by them."""
        named = sorted((words[-1], len(words) == 1) for name in self.called.values() if (words := name.split()))
        return [(self.kind, f"{'bare' if bare != seeking else 'full'} {word}") for word, bare in named]

    def is_told_near(self, other: "Account") -> bool:
        """Whether both documents are of days not far apart, as far as is known."""
        if self.published is None or other.published is None:
            return True
        return abs((self.published - other.published).days) <= LONGEST_DAYS

    def of_person(self, other: "Account") -> bool:
        """Whether both name a person in common, in full or by a part of the name."""
        if self.people & other.people:
            return True
        return bool(shared_names(set(self.called.values()), set(other.called.values())))

    def names_all_of(self, other: "Account") -> bool:
        """Whether its words name all who took part by the other account, several where it names others itself."""
        if self.called_names and len(other.called_names) < ALL:
            return False
        mine = self.things | {word for name in self.names for word in name.split()}
        return bool(other.names) and all(set(name.split()) - GRAMMAR <= mine for name in other.called_names)

    @property
    def is_definite(self) -> bool:
        """Whether its words point to an event that is known: "the quake", "Sunday's crash"."""
        return _POINTING.match(self.event.text) is not None

    def things_beside(self, other: "Account") -> frozenset[str]:
        """The names in its words that tell what was done: not where, and not who by the other account."""
        places = f"{self.event.place or ''} {other.event.place or ''}"
        known_words = {word for name in (places, *other.names, *other.parties) for word in fold(name).split()}
        return self.things - known_words

    def without(self, other: "Account") -> set[str]:
        """Whom it names that the other account does not, by a name of which neither is part of the other."""
        theirs = set(other.called.values())
        return {who for who in self.people - other.people if not shared_names({self.called.get(who, who)}, theirs)}


def _named_in(text: str) -> frozenset[str]:
    """The words of names in an event's words, without days and offices; the first word has a capital for its place."""
    found = {fold(word) for run in _NAMED.findall(text) for word in run.split()}
    return frozenset(word for word in found - _DAYS if not (is_role_head(word) or word in _BEFORE_OFFICES))


def order(event: Event) -> tuple[int, str, str]:
    """The sharpest times first, so that a vague account joins the event that it can only mean."""
    first, after = bounds(event.when) if event.when is not None and known(event.when) else (None, None)
    length = (after - first).days if first is not None and after is not None else 10**6
    return length, first_of(event.when), event.id


def _months(event: Event) -> list[str]:
    when = event.when
    if when is None or not known(when):
        return []
    first, after = bounds(when)
    if (after - first).days > LONGEST_DAYS:
        return []
    return sorted({first.isoformat()[:7], after.isoformat()[:7]})


def deed_of(event: Event) -> str:
    """The class of the verb that tells of an event: "shut" and "close" are one."""
    deed = predicate_of(event.trigger or "", "verb")
    return names_of(deed)[-1]


def _told_in(text: str, trigger: str) -> frozenset[str]:
    """The stems of what an event's words tell besides its verb and its day."""
    leave = _DAYS | {stem(day) for day in _DAYS} | {stem(trigger)}
    return frozenset(word for word in stems(text) if word not in leave and not word.isdigit())


def only_day(account: "Account") -> str | None:
    """The one day of an account."""
    if account.when is None:
        return None
    first, after = bounds(account.when)
    return first.isoformat() if (after - first).days == 1 else None


def first_of(when: Interval | None) -> str:
    """The day by which events are put in order: those without one come last."""
    return (when.start or when.end or "9999") if when is not None else "9999"
