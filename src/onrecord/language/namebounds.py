"""Where a name begins and ends: what the encoder leaves off its edges, and what is none of it."""

import re
from collections.abc import Sequence

from onrecord.language.gazetteers import is_creed, is_honorific, is_role_head
from onrecord.language.places import is_demonym, is_place
from onrecord.model.items import EntityKind
from onrecord.model.spans import Span

LONGEST = 120
"""Characters of a name whose end is looked at."""

_SHORTENED = frozenset({"Corp", "Inc", "Ltd", "Co", "Jr", "Sr", "Bros", "Cos"})
_LETTERS = re.compile(r"(?:[A-Z]\.)+[A-Z]$")
_JOINED = re.compile(r"\s&\s[A-Z][\w’'-]*(?:\s(?!(?:Mr|Mrs|Ms|Dr)\b)[A-Z][\w’'-]*){0,2}")
_OWNED = re.compile(
    r"(?:['’]|(?<=men)['’]s|(?<=people)['’]s|(?<=children)['’]s)\s(?:[A-Z][\w-]*\s(?:and\s)?){0,3}(?P<head>[A-Z][\w-]*)"
)
_TAILED = re.compile(r"(?P<kept>(?:.*\s)?[A-Z][\w’'.-]*)\s(?P<next>[a-z]+)(?:\s[a-z]+)*")
_IN_NAMES = frozenset(
    {
        "peninsula", "strait", "coast", "region", "party", "government", "administration", "police", "army", "navy",
        "union", "campaign", "county",
    }
)  # fmt: skip
"""Common nouns that are part of a name before them: "the Labour party"."""
_OFFICES = frozenset({"Office", "Department", "Bureau", "Council"})
_OFFICE_OF = re.compile(r"(?:^|[^\w\s]\s|\b[Tt]he\s|[a-z]\s)(?P<owner>(?:[A-Z][\w-]*\s){0,3}[A-Z][\w-]*['’]s?\s)$")
"""Whose office a body is: "the Prime Minister's Office"."""
_GIVEN = re.compile(r"[-‑](?!(?:led|era|run|like|type|style|based|backed|owned|born|aged|made|held)\b)[a-z]{2,6}\b")
"""The second half of a given name: "Chan Wing-lok"."""

_JOINTLY_OWNED = frozenset(
    {
        "Union", "Association", "Federation", "Party", "Alliance", "League", "Council", "Committee", "Society",
        "Confederation", "Movement", "Front", "Guild", "Congress", "Bank", "Club", "Network", "Assembly", "Forum",
    }
)  # fmt: skip
"""What several people own together: a body named after them."""


_BEFORE_SURNAME = re.compile(r"(?:^|[\s(])(?P<role>[a-z][\w-]+)\s(?P<given>[A-Z][a-zà-ÿ]+)\s$")


def start_of(text: str, span: Span, kind: EntityKind) -> int:
    """Where a name begins without its article: "The Courier" is the Courier, The Hague is itself.

    Between an office and a surname stands a given name: "spokesman Per Dahl".
    """
    if kind == "person" and " " not in span.of(text):
        lead = _BEFORE_SURNAME.search(text, max(0, span.start - 60), span.start)
        if lead is not None and is_role_head(lead["role"]):
            given = lead["given"]
            titled = is_role_head(given) or is_honorific(given) or is_demonym(given) or is_creed(given)
            return span.start if titled or is_place(given) else lead.start("given")
    if kind == "organisation" and span.of(text) in _OFFICES:
        owner = _OFFICE_OF.search(text, max(0, span.start - 60), span.start)
        return owner.start("owner") if owner is not None else span.start
    if kind != "person" and text.startswith("The ", span.start) and not is_place(span.of(text)):
        return span.start + 4 if span.start + 4 < span.end else span.start
    return span.start


def home_in(words: Sequence[str], first: int) -> int:
    """How many words of a person's name stand before the home or office that follows it: "Ann Lee of Lund"."""
    home = next((at for at in range(first + 2, len(words) - 1) if words[at] in {"of", "from"}), len(words))
    return home if all(word[:1].isupper() for word in words[first : min(home, first + 2)]) else len(words)


def proper_part(text: str, span: Span) -> Span:
    """A body's or a place's name without common nouns behind it: "NATO military alliance"."""
    whole = _TAILED.fullmatch(span.of(text)) if span.end - span.start <= LONGEST else None
    if whole is None or whole["next"] in _IN_NAMES or whole["kept"].endswith(("'s", "’s")):
        return span
    proper = [word for word in whole["kept"].split() if word[:1].isupper() and not is_demonym(word)]
    return Span(span.start, span.start + whole.end("kept")) if proper else span


def reach(text: str, span: Span, kind: EntityKind) -> tuple[Span, EntityKind]:
    """The name with what belongs to it at its end: a stop, a given name's second half, a partner, a union's head."""
    start, end = span
    last = span.of(text).rsplit(maxsplit=1)[-1]
    if text.startswith(".", end) and (last in _SHORTENED or _LETTERS.match(last)):
        return Span(start, end + 1), kind
    if kind == "person" and len(last) < end - start and (given := _GIVEN.match(text, end)):
        return Span(start, given.end()), kind
    if kind != "place" and (partner := _JOINED.match(text, end)):
        return Span(start, partner.end()), "organisation"
    owned = _OWNED.match(text, end) if last.endswith(("s", "men", "people", "children")) else None
    if owned is not None and owned["head"] in _JOINTLY_OWNED:
        return Span(start, owned.end()), "organisation"
    return span, kind
