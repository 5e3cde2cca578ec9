"""Names again: where a document says once more, in the same words, what was read as a name elsewhere in it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language.gazetteers import is_function_word, is_honorific, is_role_head, known_organisations
from onrecord.language.places import agencies
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.pieces import Pieces
    from onrecord.language.typed_names import TypedName

LEAST_SHARE = 0.4
"""Of the occurrences of one word, how many must have been read as a name for the others to count."""

SHORTEST = 2
"""Letters of a name that is sought."""

MOST_FORMS = 40
"""Names sought that begin with one word."""

LONGEST = 8
"""Words of a name that is sought."""


def recurring(pieces: "Pieces", names: Sequence["TypedName"], new: Callable[[Span], "TypedName"]) -> list["TypedName"]:
    """The names with their further occurrences and with bodies that all the world knows, in text order.

    A word that is mostly no name in this document stays as it is. `new` makes a name of a known body's span.
    """
    text = pieces.text
    first: dict[str, TypedName] = {}
    for name in names:
        first.setdefault(name.span.of(text), name)
    wanted: dict[str, list[str]] = defaultdict(list, {lead: list(forms) for lead, forms in _known().items()})
    for form in first:
        if len(form) >= SHORTEST and form[:1].isupper() and not is_function_word(form):
            wanted[form.split(maxsplit=1)[0]].append(form)
    for forms in wanted.values():
        forms.sort(key=len, reverse=True)
        del forms[MOST_FORMS:]
    taken = bytearray(len(text) + 1)
    for name in names:
        taken[name.span.start : name.span.end] = b"\1" * (name.span.end - name.span.start)
    starts, ends = pieces.starts.tolist(), pieces.ends.tolist()
    found: list[tuple[str, Span]] = []
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for form in wanted.get(text[start:end], ()):
            stop = start + len(form)
            if text.startswith(form, start) and not taken[start] and stop in ends[at : at + 2 * LONGEST]:
                if _stands_alone(text, start, stop):
                    found.append((form, Span(start, stop)))
                break
    read = Counter(name.span.of(text) for name in names)
    unread = Counter(form for form, _ in found)
    more = [
        first[form]._replace(span=span) if form in first else new(span)
        for form, span in found
        if " " in form or form in _known_names() or read[form] >= LEAST_SHARE * (read[form] + unread[form])
    ]
    return sorted([*names, *more], key=lambda name: name.span.start)


_HOUSES = frozenset({"Congress", "Senate", "Pentagon", "Kremlin", "Knesset", "Bundestag", "Duma"})


@lru_cache(maxsize=1)
def _known_names() -> frozenset[str]:
    return known_organisations() | {name for name in agencies() if " " in name or name in _HOUSES}


@lru_cache(maxsize=1)
def _known() -> dict[str, list[str]]:
    forms: dict[str, list[str]] = defaultdict(list)
    for name in sorted(_known_names()):
        forms[name.split(maxsplit=1)[0]].append(name)
    return forms


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the words are no part of a longer name: a title may follow a country's, and go before a person's."""
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if before[-1:].isalnum() or after[:1].isalnum() or before[-1:] in {"-", "‑", "@", "#"} or after[:1] in {"-", "‑"}:
        return False
    follower = after[1:].split(maxsplit=1)[0] if after[:1] == " " and after[1:].strip() else ""
    if follower[:1].isupper() and not (is_role_head(follower.strip(".,")) or is_function_word(follower)):
        return False
    leader = before.rsplit(maxsplit=1)[-1] if before[-1:] == " " and before.strip() else ""
    fits = is_role_head(leader) or is_honorific(leader) or is_function_word(leader)
    return not leader[:1].isupper() or leader[-1:] in '.,;:!?”"' or fits
