"""Names by the encoder: persons, organisations, places and more, on exact spans."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onrecord.language.encoder import Encoded, Floats, best_path, runs_of
from onrecord.language.gazetteers import is_forename, is_honorific, is_role_head, is_surname
from onrecord.language.places import SUPRANATIONAL, agency_country, country_named, is_demonym
from onrecord.model.items import EntityKind
from onrecord.model.spans import Span

KINDS: dict[int, EntityKind] = {1: "person", 3: "organisation", 5: "place", 7: "event", 9: "substance", 11: "other"}


PERSON = 1
_SHORTENED = frozenset({"Corp", "Inc", "Ltd", "Co", "Jr", "Sr", "Bros", "Cos"})


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
    shares = _shares(emissions)
    made = []
    for kind, low, high in runs_of(best_path(emissions, decoding.name_moves), fresh):
        score = float(np.exp(np.log(shares[low:high, kind] + shares[low:high, kind + 1]).mean()))
        words = [pieces.text[pieces.starts[word] : pieces.ends[word]] for word in range(low, high)]
        first = low + _before_name(words, KINDS[kind])
        if kind == PERSON or not (high - first == 1 and is_demonym(words[-1])):
            end = _with_stop(pieces.text, words[-1], int(pieces.ends[high - 1]))
            made.append(TypedName(Span(int(pieces.starts[first]), end), KINDS[kind], round(score, 3)))
    return _agreed(pieces.text, made)


def _with_stop(text: str, last: str, end: int) -> int:
    """A name's end moved over the stop of its last word: "Corp."."""
    return end + 1 if last in _SHORTENED and text.startswith(".", end) else end


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


def _agreed(text: str, names: Sequence[TypedName]) -> tuple[TypedName, ...]:
    """Names of one form with the kind that is surest over the document."""
    sums: dict[str, dict[EntityKind, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        sums[name.span.of(text)][name.kind] += name.score
    best: dict[str, EntityKind] = {form: _listed(form) or _surest(kinds) for form, kinds in sums.items()}
    return tuple(name._replace(kind=best[name.span.of(text)]) for name in names)


def _surest(kinds: dict[EntityKind, float]) -> EntityKind:
    return max(kinds, key=lambda kind: kinds[kind])


def _listed(form: str) -> EntityKind | None:
    """The kind of a name that the lists know as one thing only: a public body, or a country that is nobody's name."""
    if agency_country(form) or form in SUPRANATIONAL or form == "EU":
        return "organisation"
    return "place" if country_named(form) and not (is_forename(form) or is_surname(form)) else None


def _shares(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    shares: Floats = raised / raised.sum(1, keepdims=True)
    return shares
