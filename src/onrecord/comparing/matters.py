"""A document beside those that tell of one matter with it: which of their claims the model is asked about.

What comes of two documents is a function of these two alone, and of which documents reprint them; so a document
that comes later never changes what two others gave, unless it is the one that they reprint.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from onrecord.comparing.alternations import settled
from onrecord.comparing.claim_vectors import Floats, vector_of
from onrecord.comparing.corroboration import alike, corroborations
from onrecord.comparing.disagreements import disagreements, pairs_of
from onrecord.comparing.in_place import around_of, told_text
from onrecord.comparing.judging import Judging
from onrecord.comparing.keys import loose_topic
from onrecord.comparing.likeness import shortlist
from onrecord.comparing.movements import moved_between
from onrecord.comparing.sides import Context, Side, turns
from onrecord.comparing.store import Store
from onrecord.comparing.tallies import Tally, tallies_of
from onrecord.comparing.tally_mismatches import findings_of, tally_mismatches
from onrecord.comparing.traits import names_in
from onrecord.comparing.words import GRAMMAR
from onrecord.model.findings import Finding
from onrecord.model.identity import fold
from onrecord.model.items import Claim, Figure

FEWEST_NAMES = 4
"""Words of names below which a document names too little to be set apart by it."""

MOST_TWINS = 8
"""Of the documents that one reprints, those with the smallest ids are looked at for words it only says again."""

_Told = TypeVar("_Told")


class Matter:
    """One document beside its partners: what they and those that they reprint tell is read once."""

    def __init__(self, store: Store, context: Context, document: str, partners: Iterable[str]) -> None:
        self._context = context
        self._document = document
        self._met = (document, *sorted(set(partners)))
        twins = store.near_duplicates(self._met)
        self._reprints = {twin for twin in twins.get(document, ()) if twin > document}
        self._beside = [other for other in self._met if other not in twins.get(document, ())]
        self._earlier = {name: _earlier(name, twins.get(name, ())) for name in self._met}
        read = self._reprints.union(self._met, *(_earlier(name, found) for name, found in twins.items()))
        self._claims = claims_of(store, read)
        self._figures = figures_of(store, read)

    def findings(self, judging: Judging) -> tuple[dict[str, Finding], set[str]]:
        """Where the document and its partners disagree or agree, and the claims of reprints that only say it again."""
        first_told, again = self._told_anew(self._claims, lambda claim: fold(claim.text))
        everybody = [claim for told in first_told.values() for claim in told]
        self._context.load((claim.document for claim in everybody), filter(None, (c.statement for c in everybody)))
        mine = first_told[self._document]
        vectors = vectors_of(everybody, self._context)
        likely = [likely_between(mine, first_told[other], self._context, vectors) for other in self._beside]
        opposed = [pairs_of(found, self._figures) for found in likely]
        agreed = [alike(found, self._figures) for found in likely]
        # Asked at once, for all: the model reads several pairs side by side.
        judging.of((pair.first, pair.second) for pairs in agreed for pair in pairs)
        found = list(disagreements(opposed, judging))
        found += [finding for pairs in agreed for finding in corroborations(pairs, judging)]
        return {finding.id: finding for finding in found}, {claim.id for claim in again}

    def tally_mismatches(self) -> tuple[dict[str, Finding], set[str]]:
        """What the document and its partners count differently, and the figures of reprints that only say it again."""
        self._context.load(self._figures)
        tallies = {
            name: tallies_of(self._context.document(name), told, self._claims.get(name, ()))
            for name, told in self._figures.items()
        }
        first_told, again = self._told_anew(tallies, _what)
        mine = first_told[self._document]
        pairs = [pair for other in self._beside for pair in tally_mismatches(mine, first_told[other])]
        return findings_of(pairs, self._context.document), {tally.figure.id for tally in again}

    def _told_anew(
        self, told: Mapping[str, Sequence[_Told]], words: Callable[[_Told], Hashable]
    ) -> tuple[dict[str, list[_Told]], list[_Told]]:
        """What each that meets tells and none that it reprints told, and what reprints of the document say again."""
        said = {name: {words(item) for item in items} for name, items in told.items()}
        first: dict[str, list[_Told]] = {}
        for name, earlier in self._earlier.items():
            before = set().union(*(said.get(twin, ()) for twin in earlier))
            first[name] = [item for item in told.get(name, ()) if words(item) not in before]
        own = said.get(self._document, set())
        return first, [item for name in self._reprints for item in told.get(name, ()) if words(item) in own]


def likely_between(
    mine: Sequence[Claim], theirs: Sequence[Claim], context: Context, vectors: Mapping[str, Floats]
) -> list[tuple[Side, Side, float]]:
    """Of two documents' claims, or one's own, the pairs that most likely tell of one thing, with how much they share.

    Behind them stand what one party says on two days, however little of it is in the same words.
    """
    if not _name_something_alike(mine, theirs, context):
        return []
    likely = shortlist(mine, theirs, vectors)
    wanted = {claim.id: claim for one, other, _ in likely for claim in (one, other)}
    wanted |= {claim.id: claim for claim in (*mine, *theirs) if claim.statement or claim.holder.name}
    sides = {
        side.claim.id: side for side in context.sides(wanted.values(), loose_topic, reprints=False, one_matter=True)
    }
    found = [
        (sides[one.id], sides[other.id], shared)
        for one, other, shared in likely
        if one.id in sides and other.id in sides
    ]
    voiced = [[sides[claim.id] for claim in told if claim.id in sides] for told in (mine, theirs)]
    known = frozenset(frozenset((one.claim.id, other.claim.id)) for one, other, _ in found)
    return [*found, *moved_between(voiced[0], voiced[1], known)]


def vectors_of(claims: Iterable[Claim], context: Context) -> dict[str, Floats]:
    """The vectors of claims in their places, by id."""
    return {
        claim.id: vector_of(claim.text, around_of(told_text(claim, context.document(claim.document))))
        for claim in claims
    }


def claims_of(store: Store, documents: Iterable[str]) -> dict[str, list[Claim]]:
    """The claims of each of these documents that are set against others."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for item in store.items_of("claim", sorted(documents)):
        if isinstance(item, Claim) and not turns(item):
            found[item.document].append(settled(item))
    return found


def figures_of(store: Store, documents: Iterable[str]) -> dict[str, list[Figure]]:
    """The figures of each of these documents."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for item in store.items_of("figure", sorted(documents)):
        if isinstance(item, Figure):
            found[item.document].append(item)
    return found


def _name_something_alike(mine: Sequence[Claim], theirs: Sequence[Claim], context: Context) -> bool:
    """Whether two documents that name much name something alike: quarrels over like things elsewhere do not."""
    if not mine or not theirs:
        return False
    names, others = (_names_in(context.document(told[0].document).text) for told in (mine, theirs))
    return min(len(names), len(others)) < FEWEST_NAMES or not names.isdisjoint(others)


@lru_cache(maxsize=64)
def _names_in(text: str) -> frozenset[str]:
    """The words of the names in a document: those that it writes with a small letter too only began a sentence."""
    return frozenset(name for name in names_in(text) - GRAMMAR if f" {name} " not in text)


def _what(tally: Tally) -> tuple[object, ...]:
    """What a reprint says again: a figure of one measure."""
    figure = tally.figure
    return figure.low, figure.high, figure.unit, figure.measures


def _earlier(document: str, twins: Iterable[str]) -> list[str]:
    """Of a document's near-duplicates those that count as the first telling: the smaller ids, by content."""
    return sorted(twin for twin in twins if twin < document)[:MOST_TWINS]
