"""Names with their kinds from outside, such as a model's: set in place of the capitalised runs they overlap."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.language.gazetteers import is_creed, is_day_or_month, is_honorific, is_role_head
from onrecord.language.places import is_demonym
from onrecord.language.runs import Candidate, Word
from onrecord.model.items import EntityKind

KINDS: frozenset[EntityKind] = frozenset({"person", "organisation", "place", "event", "law"})
"""Kinds that are weighed; substances have their own list."""

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
        kept.append(_with_title(made, old) if titled and old is not None else made)
    yield from sorted(kept, key=lambda candidate: (candidate.start, candidate.end))


def _candidate(name: Typed, found: Sequence[Word], block: int) -> Candidate | None:
    at = bisect_left(found, name.start, key=lambda word: word.start)
    inside = [word for word in found[at : at + LONGEST] if word.end <= name.end]
    while name.kind == "person" and len(inside) > 1 and (is_honorific(inside[0].text) or is_role_head(inside[0].text)):
        inside = inside[1:]
    if not inside or not any(word.text[:1].isupper() for word in inside):
        return None
    if len(inside) == 1 and _is_no_name(inside[0].text):
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


def _is_no_name(word: str) -> bool:
    return is_creed(word) or is_demonym(word) or is_day_or_month(word)


def _with_title(made: Candidate, old: Candidate) -> Candidate:
    return replace(made, title=old.title, title_start=old.title_start)
