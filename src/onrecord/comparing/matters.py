"""A document beside those that tell of one matter with it: which of their claims the model is asked about.

What comes of two documents is a function of these two alone, and of which documents reprint them; so a document
that comes later never changes what two others gave, unless it is the one that they reprint.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.comparing.alternations import settled
from onrecord.comparing.disagreements import Pair, disagreements, pairs_of
from onrecord.comparing.judging import Judging
from onrecord.comparing.keys import loose_topic
from onrecord.comparing.likeness import shortlist
from onrecord.comparing.sides import Context, turns
from onrecord.comparing.store import Store
from onrecord.comparing.tallies import Tally, tallies_of
from onrecord.comparing.tally_mismatches import findings_of, tally_mismatches
from onrecord.comparing.traits import names_in
from onrecord.model.findings import Finding
from onrecord.model.identity import fold
from onrecord.model.items import Claim, Figure

MOST_TWINS = 8
"""Of the documents that one reprints, those with the smallest ids are looked at for words it only says again."""


class Matter:
    """One document's claims, its partners' and those of what they reprint, each read once."""

    def __init__(self, store: Store, context: Context, document: str) -> None:
        self._store = store
        self._context = context
        self._document = document
        self._told_figures: Mapping[str, Sequence[Figure]] | None = None

    def disagreements(self, partners: Iterable[str], judging: Judging) -> tuple[dict[str, Finding], set[str]]:
        """What the document and its partners disagree on, and the claims of reprints that now only say it again."""
        others = sorted(set(partners))
        twins = self._store.near_duplicates([self._document, *others])
        reprints = {twin for twin in twins.get(self._document, ()) if twin > self._document}
        earlier = {twin for name, found in twins.items() for twin in _earlier(name, found)}
        claims = self._claims_of({self._document, *others, *reprints, *earlier})
        said = {name: {fold(claim.text) for claim in told} for name, told in claims.items()}
        own = said.get(self._document, set())
        again = {claim.id for name in reprints for claim in claims.get(name, ()) if fold(claim.text) in own}
        first_told = {
            name: self._first_told(claims.get(name, ()), [said.get(twin, set()) for twin in _earlier(name, found)])
            for name, found in ((name, twins.get(name, ())) for name in (self._document, *others))
        }
        everybody = [claim for told in first_told.values() for claim in told]
        self._context.load((claim.document for claim in everybody), filter(None, (c.statement for c in everybody)))
        self._told_figures = self._figures({self._document, *others})
        pairs: list[list[Pair]] = []
        for other in (self._document, *others):
            if other not in twins.get(self._document, ()):
                pairs.append(self._pairs(first_told[self._document], first_told[other]))
        judging.of((pair.first, pair.second) for found in pairs for pair in found)  # asked once, for all
        return {finding.id: finding for found in pairs for finding in disagreements(found, judging)}, again

    def tally_mismatches(self, partners: Iterable[str]) -> tuple[dict[str, Finding], set[str]]:
        """What the document and its partners count differently, and the figures of reprints that only say it again."""
        others = sorted(set(partners))
        twins = self._store.near_duplicates([self._document, *others])
        reprints = {twin for twin in twins.get(self._document, ()) if twin > self._document}
        earlier = {twin for name, found in twins.items() for twin in _earlier(name, found)}
        names = {self._document, *others, *reprints, *earlier}
        figures, claims = self._figures(names), self._claims_of(names)
        self._context.load(figures)
        tallies: dict[str, Sequence[Tally]] = dict.fromkeys(names, ())
        for name, told in figures.items():
            tallies[name] = tallies_of(self._context.document(name), told, claims.get(name, ()))
        said = {name: {_what(tally) for tally in told} for name, told in tallies.items()}
        own = said[self._document]
        again = {tally.figure.id for name in reprints for tally in tallies[name] if _what(tally) in own}
        first_told = {
            name: [t for t in tallies[name] if not any(_what(t) in said[twin] for twin in _earlier(name, found))]
            for name, found in ((name, twins.get(name, ())) for name in (self._document, *others))
        }
        pairs = [
            pair
            for other in (self._document, *others)
            if other not in twins.get(self._document, ())
            for pair in tally_mismatches(first_told[self._document], first_told[other])
        ]
        return findings_of(pairs, self._context.document), again

    def pairs_with(self, other: str) -> list[Pair]:
        """What the model is asked about this document and another, or itself, reprints left aside."""
        claims = self._claims_of({self._document, other})
        return self._pairs(claims.get(self._document, ()), claims.get(other, ()))

    def _pairs(self, mine: Sequence[Claim], theirs: Sequence[Claim]) -> list[Pair]:
        likely = shortlist(mine, theirs) if _name_something_alike(mine, theirs) else []
        if not likely:
            return []
        wanted = {claim.id: claim for one, other, _ in likely for claim in (one, other)}
        told_by = self._context.sides(wanted.values(), loose_topic, reprints=False)
        sides = {side.claim.id: side for side in told_by}
        told = [
            (sides[one.id], sides[other.id], alike)
            for one, other, alike in likely
            if one.id in sides and other.id in sides
        ]
        figures = self._told_figures
        return pairs_of(told, self._figures({c.document for c in wanted.values()}) if figures is None else figures)

    def _figures(self, documents: Iterable[str]) -> Mapping[str, Sequence[Figure]]:
        found: dict[str, list[Figure]] = defaultdict(list)
        for item in self._store.items_of("figure", sorted(documents)):
            if isinstance(item, Figure):
                found[item.document].append(item)
        return found

    def _claims_of(self, documents: Iterable[str]) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for item in self._store.items_of("claim", sorted(documents)):
            if isinstance(item, Claim) and not turns(item):
                found[item.document].append(settled(item))
        return found

    def _first_told(self, claims: Iterable[Claim], earlier: Sequence[set[str]]) -> list[Claim]:
        """The claims that no document which this one reprints has told."""
        return [claim for claim in claims if not any(fold(claim.text) in told for told in earlier)]


def _name_something_alike(mine: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
    """Whether two documents' claims share a name: two quarrels over like things elsewhere share none."""
    names, others = ({name for claim in told for name in names_in(claim.text)} for told in (mine, theirs))
    return not names or not others or not names.isdisjoint(others)


def _what(tally: Tally) -> tuple[object, ...]:
    """What a reprint says again: a figure of one measure."""
    figure = tally.figure
    return figure.low, figure.high, figure.unit, figure.measures


def _earlier(document: str, twins: Iterable[str]) -> list[str]:
    """Of a document's near-duplicates those that count as the first telling: the smaller ids, by content."""
    return sorted(twin for twin in twins if twin < document)[:MOST_TWINS]
