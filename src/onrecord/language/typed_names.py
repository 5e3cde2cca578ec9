"""Names by the encoder: persons, organisations, places and more, on exact spans."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onrecord.language.encoder import Encoded, best_sparse_path, runs_of, shares_of
from onrecord.language.gazetteers import (
    is_forename,
    is_honorific,
    is_organisation_word,
    is_role_head,
    is_surname,
    known_organisations,
)
from onrecord.language.namebounds import home_in, proper_part, reach, start_of
from onrecord.language.places import SUPRANATIONAL, agency_country, country_named, is_demonym, is_place
from onrecord.language.recurring import recurring
from onrecord.model.items import EntityKind
from onrecord.model.spans import Span

KINDS: dict[int, EntityKind] = {1: "person", 3: "organisation", 5: "place", 7: "event", 9: "substance", 11: "other"}


PERSON = 1
_CALLED_SO = frozenset(
    {
        "JFK", "FDR", "LBJ", "RFK", "MLK", "AOC", "MBS", "MBZ", "AMLO", "RBG", "SBF", "PNG", "NYC", "LA", "DC", "SF",
        "UAE", "DRC", "CAR", "USSR", "GDR", "FRG", "PRC", "DPRK", "ROK", "KSA", "HK", "NZ", "NSW", "BC", "UK", "US",
        "USA",
    }
)  # fmt: skip
"""Capitals alone that are somebody's or some place's."""

_LAWS = frozenset({"Act", "Bill", "Treaty", "Charter", "Amendment", "Constitution", "Convention", "Protocol", "Accord"})
LONGEST_INITIALS = 5
SURE = 0.9
"""The score of a body that the lists know and the encoder passed over."""

_BUILDINGS = frozenset(
    {
        "Union",
        "Center",
        "Centre",
        "Front",
        "Mosque",
        "Church",
        "Station",
        "Hall",
        "House",
        "Court",
        "School",
        "Hospital",
    }
)
"""What ends a body's name or that of a place it sits in: here the encoder knows better."""


class TypedName(NamedTuple):
    """A name and what it names."""

    span: Span
    kind: EntityKind
    score: float


def names_in(encoded: Encoded) -> tuple[TypedName, ...]:
    """Every name of one document, decoded from what the heads say, in text order."""
    pieces, decoding = encoded.pieces, encoded.decoding
    if not len(pieces.first):
        return ()
    fresh = np.concatenate(([True], np.diff(pieces.paragraph) != 0))
    emissions = encoded.names.copy()
    emissions[:, 1::2] += decoding.thresholds["begin_name"]
    emissions[fresh, 2::2] = -10_000.0
    shares = shares_of(emissions)
    made: list[TypedName] = []
    for kind, low, high in runs_of(best_sparse_path(emissions, decoding.name_moves), fresh):
        score = float(np.exp(np.log(shares[low:high, kind] + shares[low:high, kind + 1]).mean()))
        words = [pieces.text[pieces.starts[word] : pieces.ends[word]] for word in range(low, high)]
        first = low + _before_name(words, KINDS[kind])
        if kind == PERSON or not (high - first == 1 and is_demonym(words[-1])):
            last = home_in(words, first - low) + low if kind == PERSON else high
            span = Span(int(pieces.starts[first]), int(pieces.ends[last - 1]))
            span = span if kind == PERSON else proper_part(pieces.text, span)
            if made and span.start < made[-1].span.end:
                continue
            span, named = reach(pieces.text, Span(start_of(pieces.text, span, KINDS[kind]), span.end), KINDS[kind])
            made.append(TypedName(span, named, round(score, 3)))
    return _agreed(pieces.text, recurring(pieces, _agreed(pieces.text, made), _known_body))


def _before_name(words: Sequence[str], kind: EntityKind) -> int:
    """How many words at the start are no part of the name: an article, a person's title."""
    leading = 0
    while leading < len(words) - 1:
        word = words[leading]
        titled = kind == "person" and (is_honorific(word) or is_role_head(word))
        if not (titled or word == "the" or (leading and word == ".")):
            break
        leading += 1
    return leading


def _known_body(span: Span) -> TypedName:
    return TypedName(span, "organisation", SURE)


def _agreed(text: str, names: Sequence[TypedName]) -> tuple[TypedName, ...]:
    """Names of one form with the kind that is surest over the document."""
    sums: dict[str, dict[EntityKind, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        sums[name.span.of(text)][name.kind] += name.score
    best = {form: _listed(form) or _told(form, _surest(kinds)) for form, kinds in sums.items()}
    return tuple(name._replace(kind=best[name.span.of(text)]) for name in names)


def _surest(kinds: dict[EntityKind, float]) -> EntityKind:
    return max(kinds, key=lambda kind: kinds[kind])


def _listed(form: str) -> EntityKind | None:
    """The kind of a name that lists and shape tell as one thing only: a public body, a country that is nobody's name.

    Capitals alone are a body's initials, unless they are a place's, or those of the few who are called so.
    """
    if agency_country(form) or form in SUPRANATIONAL or form == "EU" or form in known_organisations():
        return "organisation"
    if country_named(form) and not (is_forename(form) or is_surname(form)):
        return "place"
    return None


def _told(form: str, kind: EntityKind) -> EntityKind:
    """The kind that the shape of a name tells where the encoder takes a body for somebody or some place."""
    last = form.rsplit(maxsplit=1)[-1]
    if kind == "organisation" and " " in form and last in _LAWS:
        return "other"
    if kind not in {"person", "place"} or is_place(form):
        return kind
    if " & " in form:
        return "organisation"
    headed = is_organisation_word(last) and last not in _BUILDINGS
    if " " in form and headed and not (kind == "person" and is_forename(form.split(maxsplit=1)[0])):
        return "organisation"
    letters = 2 <= len(form) <= LONGEST_INITIALS and form.isupper() and form.isalnum()
    called = form in _CALLED_SO or is_surname(form.title()) or is_forename(form.title())
    return "organisation" if letters and not called else kind
