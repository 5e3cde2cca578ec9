"""Names with their kinds from outside, such as a model's: set in place of the capitalised runs they overlap."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.language.gazetteers import (
    is_creed,
    is_day_or_month,
    is_forename,
    is_honorific,
    is_role_head,
    is_surname,
    words,
)
from onrecord.language.persons import POSTNOMINALS
from onrecord.language.places import is_demonym
from onrecord.language.runs import JOINERS, Candidate, Word
from onrecord.model.items import EntityKind

KINDS: frozenset[EntityKind] = frozenset({"person", "organisation", "place", "event", "law"})
"""Kinds that are weighed; substances have their own list."""

_OFFICES = frozenset(
    {
        "Advisor", "Adviser", "Secretary", "Minister", "President", "Director", "Chairman", "Chairwoman", "Chairperson",
        "Commissioner", "Ambassador", "Spokesman", "Spokeswoman", "Spokesperson", "Governor", "Senator", "Mayor",
    }
)  # fmt: skip
"""What ends an office and no body's name: "National Security Adviser"."""

LONGEST = 12
"""Words in one name."""


class Typed(NamedTuple):
    """A name and its kind."""

    start: int
    end: int
    kind: EntityKind


def placed(own: Iterable[Candidate], typed: Sequence[Typed], found: Sequence[Word], block: int) -> Iterator[Candidate]:
    """The candidates of one block in text order: the given names, and its own where no given name overlaps."""
    if not found:
        return
    low = bisect_left(typed, (found[0].start,))
    high = bisect_left(typed, (found[-1].end,))
    given = {name: made for name in typed[low:high] if name.kind in KINDS and (made := _candidate(name, found, block))}
    titles: dict[int, Candidate] = {}
    spans = sorted((name.start, name.end) for name in given)
    starts = [start for start, _ in spans]
    kept: list[Candidate] = []
    for candidate in own:
        at = bisect_left(starts, candidate.end) - 1
        if at >= 0 and spans[at][1] > candidate.start:
            titles[spans[at][0]] = candidate
        else:
            kept.append(candidate)
    for name, made in given.items():
        old = titles.get(name.start)
        titled = old is not None and old.title is not None and old.start == made.start
        kept.append(_titled(made, old, name.kind) if titled and old is not None else made)
    yield from sorted(kept, key=lambda candidate: (candidate.start, candidate.end))


def _candidate(name: Typed, found: Sequence[Word], block: int) -> Candidate | None:
    at = bisect_left(found, name.start, key=lambda word: word.start)
    inside = [word for word in found[at : at + LONGEST] if word.end <= name.end]
    apart = (n for n in range(1, len(inside)) if inside[n].opens_sentence or inside[n].start - inside[n - 1].end > 2)
    inside = inside[: next(apart, len(inside))]
    if name.kind == "person":
        inside = inside[_lead(inside) :]
        while len(inside) > 2 and inside[-1].text.strip(".") in POSTNOMINALS:
            inside = inside[:-1]
    if not inside or not any(word.text[:1].isupper() for word in inside):
        return None
    if name.kind != "person" and len(inside) > 1 and inside[-1].text in _OFFICES:
        return None
    if all(_is_no_name(word.text) or word.text in JOINERS for word in inside) and not _is_surname(name, inside):
        return None
    if any(word.text[:1].islower() and not _joins(word.text) for word in inside):
        return None
    return Candidate(
        words=tuple(word.text for word in inside),
        start=inside[0].start,
        end=inside[-1].end,
        title=None,
        title_start=None,
        block=block,
        opens_sentence=False,
        possessive=inside[-1].possessive,
    )


def _is_surname(name: Typed, inside: Sequence[Word]) -> bool:
    """Whether the word for a people names a person here: Leo Finn, "Finn said"."""
    return name.kind == "person" and len(inside) == 1 and is_demonym(inside[0].text) and not is_creed(inside[0].text)


def _lead(inside: Sequence[Word]) -> int:
    """How many words before a person's name are none of it: offices, creeds, short forms such as "AG", verbs."""
    texts = [word.text for word in inside]
    cut = 0
    for at, text in enumerate(texts[:-1]):
        office = is_honorific(text) or (is_role_head(text) and not (at == 0 and is_forename(text)))
        if office or (text[:1].islower() and not _joins(text)):
            cut = at + 1
    while cut < len(texts) - 1 and (
        is_creed(texts[cut])
        or is_demonym(texts[cut])
        or (cut == 0 and texts[0].endswith("ed") and not is_forename(texts[0]) and not is_surname(texts[0]))
        or (texts[cut].isupper() and "." not in texts[cut] and len(texts[cut]) <= 3 and not texts[cut + 1].isupper())
    ):
        cut += 1
    return cut


def _joins(word: str) -> bool:
    return word in words().particles or word in JOINERS or "-" in word


def _is_no_name(word: str) -> bool:
    return is_creed(word) or is_demonym(word) or is_day_or_month(word)


def _titled(made: Candidate, old: Candidate, kind: EntityKind) -> Candidate:
    """The name with the title before it; a titled person's name that goes on is not cut short."""
    if kind == "person" and old.end > made.end and old.words[-1].strip(".") not in POSTNOMINALS:
        return old
    return replace(made, title=old.title, title_start=old.title_start)
