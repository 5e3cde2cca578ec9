"""The review queue: what to judge next, the verdicts, and taking any of them back."""

from typing import Annotated, Literal
from urllib.parse import parse_qsl, urlencode

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.model.errors import UsageError
from onrecord.model.findings import Review, Verdict
from onrecord.model.items import Claim, Commitment, Figure, Statement
from onrecord.model.spans import Span
from onrecord.record import Record, queueing, reviewing
from onrecord.record.queueing import Next
from onrecord.web.access import User, current_user, require
from onrecord.web.cards import VERDICTS, cards
from onrecord.web.opened import OpenRecord
from onrecord.web.paging import number_of, paging
from onrecord.web.places import back
from onrecord.web.shelf import Shelf
from onrecord.web.templating import page

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

PAGE = 15
KINDS = (
    ("finding", "Findings"),
    ("claim", "Claims"),
    ("statement", "Statements"),
    ("figure", "Figures"),
    ("commitment", "Promises"),
)
Reviewer = Annotated[User, Depends(require("reviewer"))]


@router.get("/review")
def queue(
    request: Request,
    record: OpenRecord,
    *,
    kind: Literal["finding", "claim", "statement", "figure", "commitment"] = "finding",
    show: Literal["open", "apart", "differ"] = "open",
    page_: Annotated[int, Query(alias="page")] = 1,
    done: Annotated[str, Query(max_length=2000)] = "",
) -> HTMLResponse:
    """What a verdict would settle most, first."""
    number, who = number_of(page_), current_user(request).name
    with record.snapshot():
        said = record.look(reviewing.by_reviewer)
        found = _queue(record, said, who, kind=kind, show=show, offset=(number - 1) * PAGE)
        given = [review for review in record.reviews() if review.id in set(done.split(","))] if done else []
        return page(
            request, "review.html", cards=cards(Shelf(record), found, said, who, apart=show == "apart"),
            kind=kind, show=show, kinds=KINDS, verdicts=VERDICTS, given=given,
            differing=sum(1 for one in said.values() if differ(one)),
            paging=paging(request, number, PAGE, len(found), None), may=current_user(request).may("reviewer"),
        )  # fmt: skip


def _queue(
    record: Record, said: dict[str, dict[str, Review]], who: str, *, kind: str, show: str, offset: int
) -> list[Next]:
    if show == "differ":
        items = sorted(name for name, given in said.items() if differ(given))
        return [Next(name, 0) for name in items[offset : offset + PAGE]]
    without = frozenset(name for name, given in said.items() if show == "open" or who in given)
    if kind == "finding":
        return record.look(queueing.findings_to_judge, without=without, limit=PAGE, offset=offset)
    return record.look(queueing.items_to_judge, kind, without=without, limit=PAGE, offset=offset)


def differ(given: dict[str, Review]) -> bool:
    """Whether people judged one thing differently."""
    return len({review.verdict for review in given.values()}) > 1


@router.post("/review/verdicts")
def judge(
    request: Request,
    record: OpenRecord,
    user: Reviewer,
    *,
    item: Annotated[list[str], Form()],
    verdict: Annotated[Literal["accept", "reject", "unsure", "note", "edit"], Form()],
    note: Annotated[str, Form(max_length=5000)] = "",
    start: Annotated[str, Form(max_length=12)] = "",
    end: Annotated[str, Form(max_length=12)] = "",
    show: Annotated[str, Form(max_length=10)] = "open",
    place: Annotated[str, Form(alias="back", max_length=2000)] = "/review",
) -> Response:
    """A verdict on one item, or the same on several that are on screen: all of them or none."""
    with record.transaction():
        made = [_judge(record, name, verdict, user.name, note=note, words=(start, end)) for name in item[:200]]
    if request.headers.get("hx-request") and len(made) == 1:
        return _again(request, record, made[0].item, user.name, apart=show == "apart")
    ids = ",".join(review.id for review in made)
    return RedirectResponse(_with(back(place, "/review"), done=ids), 303)


@router.post("/review/undo")
def undo(
    request: Request,
    record: OpenRecord,
    user: Reviewer,
    *,
    review: Annotated[list[str], Form()],
    show: Annotated[str, Form(max_length=10)] = "open",
    place: Annotated[str, Form(alias="back", max_length=2000)] = "/activity",
) -> Response:
    """Take verdicts back: anybody's, several at once, however old."""
    with record.transaction():
        made = [record.undo(user.name, name) for name in review[:200]]
    if request.headers.get("hx-request") and len(made) == 1:
        return _again(request, record, made[0].item, user.name, apart=show == "apart")
    return RedirectResponse(back(place, "/activity"), 303)


def _judge(record: Record, name: str, verdict: Verdict, by: str, *, note: str, words: tuple[str, str]) -> Review:
    changes: dict[str, object] | None = None
    if verdict == "edit":
        changes = _new_words(record, name, words)
    if verdict == "note" and not note.strip():
        raise UsageError("E524", "a note needs words", where=name, remedy="Write them in the field and send it again")
    return record.review(name, verdict, by, note.strip() or None, changes)


def _new_words(record: Record, name: str, words: tuple[str, str]) -> dict[str, object]:
    """The range that a person chose, as the change of an item's field."""
    item = record.get(name)
    if not isinstance(item, Statement | Claim | Figure | Commitment):
        raise UsageError(
            "E525", "only an item's words can be edited", where=name, remedy="Edit the items of the finding"
        )
    text = record.document(item.document).text
    numbers = [int(given) if given.isascii() and given.isdigit() else -1 for given in words]
    if not 0 <= numbers[0] < numbers[1] <= len(text):
        raise UsageError(
            "E524", "an edit needs the range of the right words", where=name,
            remedy="Select the words in the text, or give the offsets where they begin and end",
        )  # fmt: skip
    chosen = Span(*numbers)
    return {"content" if isinstance(item, Statement) else "spans": [list(chosen)], "words": chosen.of(text)}


def _again(request: Request, record: Record, name: str, who: str, *, apart: bool) -> HTMLResponse:
    """One card anew, after a verdict."""
    with record.snapshot():
        said = record.look(reviewing.by_reviewer)
        made = cards(Shelf(record), [Next(name, 0)], said, who, apart=apart)
        return page(
            request, "partials/card.html", card=made[0], verdicts=VERDICTS, show="apart" if apart else "open",
            here="/review", may=True,
        )  # fmt: skip


def _with(place: str, **parameters: str) -> str:
    path, _, query = place.partition("?")
    kept = [(name, value) for name, value in parse_qsl(query) if name not in parameters]
    return f"{path}?{urlencode([*kept, *parameters.items()])}"
