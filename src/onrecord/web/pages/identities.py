"""Who is who: the names that are one and why, joining two, parting names or documents, and taking each back."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.comparing.deciding import known, merge, part, split
from onrecord.comparing.sameness import Sameness
from onrecord.model.errors import UsageError
from onrecord.model.findings import Review
from onrecord.model.identity import fold
from onrecord.model.items import Entity
from onrecord.output.ties import sameness
from onrecord.record import Record, speaking
from onrecord.web.access import User, current_user, require
from onrecord.web.bearing import bearings_of
from onrecord.web.decided import deeds
from onrecord.web.identity import entity_of, who_of, whole
from onrecord.web.opened import OpenRecord
from onrecord.web.problems import status_of
from onrecord.web.quoting import Quote, quote_of
from onrecord.web.shelf import Shelf
from onrecord.web.templating import page

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

FOUND = 20
"""Others of a name that are offered at once."""

QUOTED = 3
FEW = 8
"""Statements and documents of each side, shown before two are joined."""

MOST_PAIRS = 200
Reviewer = Annotated[User, Depends(require("reviewer"))]
Note = Annotated[str, Form(max_length=5000)]


@router.get("/speakers/{name}/names")
def names(
    request: Request,
    record: OpenRecord,
    name: str,
    q: Annotated[str, Query(max_length=200)] = "",
    done: Annotated[str, Query(max_length=2000)] = "",
) -> HTMLResponse:
    """The names and documents of one, others to join it with, and what people decided."""
    with record.snapshot():
        return _page(request, record, name, q=q, done=done)


@router.get("/speakers/{name}/merge")
def compared(
    request: Request, record: OpenRecord, name: str, other: Annotated[str, Query(alias="with", max_length=100)]
) -> HTMLResponse:
    """Two beside each other, with all that would be joined."""
    with record.snapshot():
        return _compared(request, record, name, other)


@router.post("/speakers/{name}/merge")
def join(
    request: Request,
    record: OpenRecord,
    user: Reviewer,
    name: str,
    *,
    other: Annotated[str, Form(max_length=100)],
    note: Note = "",
) -> Response:
    """Say that two are one."""
    try:
        review = merge(record, name, other, user.name, note.strip() or None)
    except UsageError as error:
        return _refused(request, record, name, error)
    return _done(record, name, [review])


@router.post("/speakers/{name}/split")
def take_apart(
    request: Request,
    record: OpenRecord,
    user: Reviewer,
    name: str,
    *,
    names: Annotated[list[str], Form(alias="name")] = [],  # noqa: B006 - FastAPI copies it
    documents: Annotated[list[str], Form(alias="document")] = [],  # noqa: B006 - FastAPI copies it
    note: Note = "",
) -> Response:
    """Say that some of the names, or a name in some documents, are somebody else's: all of it or none."""
    try:
        with record.transaction():
            entity = entity_of(record, name)
            made = _parted(record, entity, set(names), documents, by=user.name, note=note.strip() or None)
    except UsageError as error:
        return _refused(request, record, name, error)
    return _done(record, name, made)


def _parted(
    record: Record, entity: Entity, names: set[str], documents: list[str], *, by: str, note: str | None
) -> list[Review]:
    members = set(sameness(record).members(entity.id))
    by_name: dict[str, list[str]] = {}
    for given in documents:
        of, _, document = given.partition("~")
        if of not in names:
            by_name.setdefault(of, []).append(document)
    apart, rest = sorted(names & members), sorted(members - names)
    if (names or by_name) and (not rest or not {*names, *by_name} <= members):
        raise UsageError(
            "E526", "a split leaves one name at least, and takes names that are one", where=entity.name,
            remedy="Load the page again and choose fewer",
        )  # fmt: skip
    if not (apart or by_name) or len(apart) * len(rest) > MOST_PAIRS:
        raise UsageError(
            "E526", "a split takes names or documents, and not too many at once", where=entity.name,
            remedy="Tick those that are somebody else",
        )  # fmt: skip
    made = [split(record, one, other, by, note) for one in apart for other in rest]
    return made + [part(record, one, given, by, note) for one, given in sorted(by_name.items())]


def _page(
    request: Request, record: Record, name: str, *, q: str = "", done: str = "", error: UsageError | None = None
) -> HTMLResponse:
    entity = entity_of(record, name)
    same, reviews = sameness(record), record.reviews()
    bearings = bearings_of(record, same, entity.id)
    stored = {bearer.entity for bearer in same.bearers(entity.id)}
    given = [review for review in reviews if review.id in set(done.split(","))] if done else []
    return page(
        request, "names.html", status_of(error) if error else 200, entity=entity, bearings=bearings, q=q, error=error,
        found=_others(same, entity, q), given=deeds(given, same),
        deeds=deeds(reviews, same, {*same.members(entity.id), *stored}),
        why={told.one: told.reason for told in same.offices}, may=current_user(request).may("reviewer"),
    )  # fmt: skip


def _others(same: Sameness, entity: Entity, q: str) -> list[Entity]:
    """Others whose names hold the words asked for; those that share a word with this one where none are."""
    asked = set(fold(q).split())
    own = {word for name in entity.aliases for word in fold(name).split() if len(word) > 2}
    found = []
    for head, parts in same.groups():
        if head == entity.id or (not asked and parts[0].kind != entity.kind):
            continue
        words = {word for part in parts for name in (part.name, *part.aliases) for word in fold(name).split()}
        if asked <= words if asked else own & words:
            found.append((-len((asked or own) & words), parts[0].kind != entity.kind, parts[0].name, head))
    return [whole(same.parts(head)) for *_, head in sorted(found)[:FOUND]]


def _compared(request: Request, record: Record, name: str, other: str) -> HTMLResponse:
    same = sameness(record)
    both = [entity_of(record, given) for given in (name, other)]
    if both[0].id == both[1].id:
        raise UsageError("E526", "these are one already", where=both[0].name, remedy="Choose another name to join")
    sides = [(one, bearings_of(record, same, one.id, FEW), *_said(record, one)) for one in both]
    ids = [set(same.members(one.id)) for one in both]
    apart = [d for d in same.decided if not d.same and {d.one, d.other} & ids[0] and {d.one, d.other} & ids[1]]
    return page(
        request, "merge.html", sides=sides, entity=both[0], other=both[1], apart=apart,
        may=current_user(request).may("reviewer"),
    )  # fmt: skip


def _said(record: Record, entity: Entity) -> tuple[list[Quote], int]:
    shelf, who = Shelf(record), who_of(record, entity)
    said, total = record.look(speaking.statements, who, limit=QUOTED)
    shelf.prepare(said)
    return [quote_of(shelf, one) for one in said], total


def _refused(request: Request, record: Record, name: str, error: UsageError) -> Response:
    with record.snapshot():
        return _page(request, record, name, error=error)


def _done(record: Record, name: str, made: list[Review]) -> Response:
    """Back to the names of whom this was about, who is there whatever was decided."""
    here = known(record, name).id
    return RedirectResponse(f"/speakers/{here}/names?done={','.join(review.id for review in made)}", 303)
