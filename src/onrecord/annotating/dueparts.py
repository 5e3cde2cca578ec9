"""Verbs joined under one trigger that fall due on days of their own: "to open it by May and to report in July"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.annotating.actions import Found
from onrecord.annotating.deadlines import bound_in, deadline_in
from onrecord.annotating.surroundings import Surroundings
from onrecord.language.parsing import ParsedBlock

if TYPE_CHECKING:
    from onrecord.language.trees import Token


def by_day_due(around: Surroundings, parsed: ParsedBlock, found: Found) -> Iterator[Found]:
    """An undertaking as it is, or in two where each of two joined verbs has a time of its own."""
    other = _joined(found)
    if other is None:
        yield found
        return
    joint = next((c.i for c in found.action.children if c.dep_ == "cc" and found.action.i < c.i < other.i), other.i)
    end = joint - 1
    while end > found.action.i and found.action.doc[end].is_punct:
        end -= 1
    if end <= found.action.i or not (
        _is_dated(around, parsed, found.first, end) and _is_dated(around, parsed, other.i, found.last)
    ):
        yield found
        return
    yield found._replace(last=end)
    yield found._replace(action=other, first=other.i)


def _joined(found: Found) -> "Token | None":
    """The first verb joined to the action that shares its subject, within the action's words."""
    if found.action.pos_ != "VERB":
        return None
    return next(
        (
            c for c in found.action.children
            if c.dep_ == "conj" and c.pos_ == "VERB" and found.action.i < c.i < found.last
            and not any(g.dep_ in {"nsubj", "nsubjpass"} for g in c.children)
        ),
        None,
    )  # fmt: skip


def _is_dated(around: Surroundings, parsed: ParsedBlock, first: int, last: int) -> bool:
    """Whether some words hold a time by or at which something is due."""
    span = parsed.span_of(parsed.doc[first : last + 1])
    return (deadline_in(around, span) or bound_in(around, span)) is not None
