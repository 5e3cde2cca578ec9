"""The API for programs: the same items with the same fields as the export, page by page."""

import base64
import binascii
from collections.abc import Callable
from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from onrecord.model.errors import UsageError
from onrecord.model.findings import Review
from onrecord.output.jsonl import encoded, line_of
from onrecord.output.lines import LINES
from onrecord.record import Filters, Record
from onrecord.record.searching import Place, place_of
from onrecord.web import openapi
from onrecord.web.access import csrf_token, current_user, require
from onrecord.web.opened import OpenRecord

router = APIRouter(prefix="/api", responses=openapi.PROBLEMS)
REVIEWER = Depends(require("reviewer"))

USUAL, MOST = 50, 200
"""Items of a page unless told otherwise, and at most: two hundred documents are a megabyte."""

LONGEST_NOTE = 10_000
LONGEST = 500
"""Characters of a filter; a query may be as long as a person types."""

SINGULAR = {name: "entity" if name == "entities" else name.removesuffix("s") for name in LINES}
PLAIN = r"^[^\x00-\x1f\x7f]*$"
DAY = r"^\d{4}(-\d{2}(-\d{2})?)?$"
ID = r"^[a-z_]{1,20}-[0-9a-f]{24}$"

Words = Annotated[str | None, Query(max_length=LONGEST, pattern=PLAIN)]
Day = Annotated[str | None, Query(pattern=DAY, description="A day, month or year such as 2024-02-08 or 2024")]
Number = Annotated[int, Query(ge=1, le=MOST, description="Items of this page")]


class Wanted:
    """The filters of the command line, as parameters of a request."""

    def __init__(
        self,
        *,
        speaker: Words = None,
        party: Words = None,
        outlet: Words = None,
        since: Day = None,
        until: Day = None,
        question: Words = None,
        document: Words = None,
        kind: Words = None,
        measure: Words = None,
        text: Words = None,
        limit: Number = USUAL,
    ) -> None:
        self.limit = limit
        self.filters = Filters(
            speaker=speaker, party=party, outlet=outlet, since=since, until=until, question=question,
            document=document, kind=kind, measure=measure, text=text, limit=limit + 1,
        )  # fmt: skip


class _About(BaseModel):
    """What a verdict is on."""

    model_config = ConfigDict(extra="forbid")

    item: str = Field(max_length=60, pattern=PLAIN, description="the id of an item or finding")


class Judgement(_About):
    """Whether an item holds."""

    verdict: Literal["accept", "reject", "unsure"]
    note: str | None = Field(None, max_length=LONGEST_NOTE, description="why")
    changes: None = None


class Correction(_About):
    """What an item should say instead."""

    verdict: Literal["edit"]
    changes: dict[str, Any] = Field(min_length=1, description="the right value of each wrong field")
    note: str | None = Field(None, max_length=LONGEST_NOTE, description="why")


class Remark(_About):
    """What to remember of an item."""

    verdict: Literal["note"]
    note: str = Field(min_length=1, max_length=LONGEST_NOTE)
    changes: None = None


Verdict = Annotated[Judgement | Correction | Remark, Field(discriminator="verdict")]


@router.get("/openapi.json", include_in_schema=False)
def described(request: Request) -> Response:
    """This API in words that programs read."""
    return _json(msgspec.json.encode(openapi.description(request.app)))


@router.get("/session", summary="Who asks", responses=openapi.answer("Session"))
def session(request: Request) -> Response:
    """Your name and role, and the token that a request which changes something sends as `X-CSRF-Token`."""
    user = current_user(request)
    return _json(msgspec.json.encode({"user": user.name, "role": user.role, "csrf_token": csrf_token(request)}))


@router.get("/counts", summary="How many there are of each kind", responses=openapi.answer("Counts"))
def counts(record: OpenRecord) -> Response:
    """How many items the record holds."""
    return _json(msgspec.json.encode(record.counts()))


@router.get("/search", summary="Passages that hold words", responses=openapi.answer("Hits"))
def search(
    record: OpenRecord,
    wanted: Annotated[Wanted, Depends()],
    q: Annotated[str, Query(min_length=1, max_length=LONGEST, pattern=PLAIN, description='Words and "phrases"')],
    cursor: Annotated[str | None, Query(max_length=200, description="`next` of the page before")] = None,
) -> Response:
    """Passages that hold all the words, the best first."""
    hits = record.search(q, wanted.filters, _place(cursor) if cursor else None)
    more = _cursor(place_of(hits[wanted.limit - 1])) if len(hits) > wanted.limit else None
    return _page([msgspec.json.encode(hit) for hit in hits[: wanted.limit]], more)


@router.post("/reviews", status_code=201, dependencies=[REVIEWER], summary="Judge an item",
             responses=openapi.answer("reviews", status=201))  # fmt: skip
def review(request: Request, record: OpenRecord, given: Verdict) -> Response:
    """Add your verdict on an item or finding."""
    made = record.review(given.item, given.verdict, current_user(request).name, given.note, given.changes)
    return _made(record, made)


@router.post("/reviews/{name}/undo", status_code=201, dependencies=[REVIEWER], summary="Take a verdict back",
             responses=openapi.answer("reviews", status=201))  # fmt: skip
def undo(request: Request, record: OpenRecord, name: Annotated[str, Path(pattern=ID)]) -> Response:
    """Take back any verdict; taking back an undo brings the verdict back."""
    return _made(record, record.undo(current_user(request).name, name))


def _list(kind: str) -> Callable[..., Response]:
    def items(
        record: OpenRecord,
        wanted: Annotated[Wanted, Depends()],
        cursor: Annotated[str | None, Query(pattern=ID, description="`next` of the page before")] = None,
    ) -> Response:
        filters = msgspec.structs.replace(wanted.filters, after=cursor)
        with record.snapshot():
            found = _found(record, kind, filters)
            lines = [encoded(line_of(record, item)) for item in found[: wanted.limit]]
        return _page(lines, found[wanted.limit - 1].id if len(found) > wanted.limit else None)

    items.__doc__ = f"The {kind} that pass all filters, in the order of their ids."
    return items


def _one(kind: str) -> Callable[..., Response]:
    def item(record: OpenRecord, name: Annotated[str, Path(max_length=60, pattern=PLAIN)]) -> Response:
        with record.snapshot():
            found = record.get(name if name.startswith(f"{SINGULAR[kind]}-") else f"{SINGULAR[kind]}-{name}")
            return _json(encoded(line_of(record, found)))

    item.__doc__ = f"One of the {kind}, by its id or the beginning of it."
    return item


for _kind in LINES:
    router.add_api_route(f"/{_kind}", _list(_kind), name=f"list_{_kind}", summary=f"List {_kind}",
                         responses=openapi.answer(_kind, is_list=True))  # fmt: skip
    router.add_api_route(f"/{_kind}/{{name}}", _one(_kind), name=f"one_of_{_kind}", summary=f"One of the {_kind}",
                         responses=openapi.answer(_kind))  # fmt: skip


def _found(record: Record, kind: str, filters: Filters) -> list[Any]:
    if kind == "reviews":
        mine = (review for review in sorted(record.reviews(), key=lambda review: review.id))
        return [r for r in mine if _passes(r, filters)][: filters.limit]
    return list(getattr(record, kind)(filters, by_id=True))


def _passes(review: Review, filters: Filters) -> bool:
    """Reviews have few fields of their own to filter by: the verdict as kind, the reviewer as speaker, the day."""
    day = review.at[:10]
    return (
        (not filters.after or review.id > filters.after)
        and (not filters.kind or review.verdict == filters.kind)
        and (not filters.speaker or review.by == filters.speaker)
        and (not filters.since or day[: len(filters.since)] >= filters.since)
        and (not filters.until or day[: len(filters.until)] <= filters.until)
        and (not filters.document or any(e.document.startswith(filters.document) for e in review.evidence))
    )


def _made(record: Record, review: Review) -> Response:
    made = _json(encoded(line_of(record, review)), 201)
    made.headers["Location"] = f"/api/reviews/{review.id}"
    return made


def _page(lines: list[bytes], more: str | None) -> Response:
    return _json(b'{"items":[' + b",".join(lines) + b'],"next":' + msgspec.json.encode(more) + b"}")


def _json(body: bytes, status: int = 200) -> Response:
    return Response(body, status, media_type="application/json")


def _cursor(place: Place) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def _place(cursor: str) -> Place:
    try:
        raw = base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        return msgspec.json.decode(raw, type=Place)
    except (UnicodeError, binascii.Error, msgspec.MsgspecError):
        raise UsageError(
            "E539", "the cursor is none of ours", where="cursor", remedy="Give `next` of the page before"
        ) from None
