"""The timeline: what was said, what happened and what is due, in order of time; a bar chart to choose the time."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from heapq import merge
from itertools import groupby, islice
from typing import Annotated, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.comparing.happenings import Happening, happenings
from onrecord.language.calendar import MONTH_NAMES
from onrecord.model.identity import fold
from onrecord.model.items import Commitment, Statement
from onrecord.model.times import Interval
from onrecord.output import chronology
from onrecord.output.ties import holders_of, names_of, sameness
from onrecord.output.wording import count, due_by, speaker, when
from onrecord.record import Filters, Record, browsing
from onrecord.web.bars import bars
from onrecord.web.headlines import headline
from onrecord.web.opened import OpenRecord
from onrecord.web.quoting import link_to
from onrecord.web.shelf import Shelf
from onrecord.web.templating import page

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

MOST = 100
TURNS = 8
FEW = 6
"""Statements of one document and time that stand beside what happened; all of them stand under “Said”."""

SMALL = 200
"""Up to so many documents, the whole of their time is shown at once."""

LONGEST = 200
"""Characters of a question, party or place that is asked for."""

_CLOCK = re.compile(r"(.+), (\d\d:\d\d)")

PERIOD = re.compile(r"\d{4}(-\d\d){0,2}")


class About(NamedTuple):
    """What the moments shown are about; empty where that is left open."""

    question: str = ""
    party: str = ""
    place: str = ""


class Moment(NamedTuple):
    """Something with a date: its place in time, when in words, its clock, what sort of thing, the words, a link."""

    order: chronology.Order
    when: str
    clock: str
    sort: str
    who: str
    text: str
    href: str


@router.get("/timeline")
def timeline(
    request: Request,
    record: OpenRecord,
    *,
    at: Annotated[str, Query(max_length=10)] = "",
    show: Annotated[str, Query(max_length=20)] = "",
    question: Annotated[str, Query(max_length=LONGEST)] = "",
    party: Annotated[str, Query(max_length=LONGEST)] = "",
    place: Annotated[str, Query(max_length=LONGEST)] = "",
) -> HTMLResponse:
    """A stretch of time: a year, a month, or all of it where the record is small or only a part is asked for."""
    about = About(question.strip(), party.strip(), place.strip())
    with record.snapshot():
        months = record.look(browsing.months)
        chosen = at if PERIOD.fullmatch(at) else ""
        documents = sum(number for _, number in months)
        if not chosen and months and documents > SMALL and not any(about):
            chosen = months[-1][0]
        found = record.remembered(
            ("timeline", chosen, show, about),
            lambda: list(islice(_asked(record, chosen, show, about), MOST + 1)),
        )
        return page(
            request, "timeline.html", days=by_day(found[:MOST]), at=chosen, more=len(found) > MOST, most=MOST,
            show=show, about=about, asked=urlencode(about._asdict()) if any(about) else "",
            chart=bars(months, chosen), name=name_of(chosen), wider=chosen.rpartition("-")[0],
        )  # fmt: skip


def _asked(record: Record, at: str, show: str, about: About) -> Iterator[Moment]:
    found = (narrowed if any(about) else moments)(record, at, show, about)
    return found if show else shortened(record, found)


def shortened(record: Record, found: Iterator[Moment]) -> Iterator[Moment]:
    """The moments, with a few of what one document says at one time: the whole of a transcript is a click away."""
    for _, alike in groupby(found, key=lambda moment: moment.when):
        said: Counter[str] = Counter()
        last: dict[str, Moment] = {}
        for moment in alike:
            document = moment.order.document
            said[document] += moment.sort == "said"
            if moment.sort != "said" or said[document] <= FEW:
                yield moment
            else:
                last[document] = moment
        for document, moment in last.items():
            more = count(said[document] - FEW, "more statement")
            text = f"{more} in {headline(record.document(document))}"
            yield moment._replace(who="", text=text, href=f"/documents/{document}")


def narrowed(record: Record, at: str, show: str, about: About) -> Iterator[Moment]:
    """The moments on a question, of a party or at a place, in order."""
    shelf = Shelf(record)
    asked = Filters(since=at or None, until=at or None, question=about.question or None, party=about.party or None)
    sorts = [sort for sort in ("said", "happened", "due") if show in ("", sort)]
    for one in chronology.moments(record, asked, place=about.place or None, only=sorts):
        match one.item:
            case Statement():
                shelf.fetch([one.item.document])
                yield _said(shelf, one.item, one.order)
            case Commitment():
                yield _due(one.item, one.order)
            case Happening():
                yield _happened(one.item, one.order)


def moments(record: Record, at: str, show: str, _: About | None = None) -> Iterator[Moment]:
    """Everything dated in a stretch of time, in order; what a second document tells in the same words once."""
    since, until = bounds(at)
    days = record.look(browsing.days)
    streams: list[list[Moment]] = []
    if show in ("", "said"):
        streams.append(_statements(record, since, until, days))
    if show in ("", "happened"):
        events = record.events(Filters(since=at or None, until=at or None))
        same = sameness(record)
        names = names_of(same, cache(lambda: holders_of(record, same)))
        found = happenings((item for item in events if _dated(item.when)), names)
        streams.append(
            [
                _happened(item, _order(item, item.when, days))
                for item in found
                if item.when is not None and (item.when.start or "").startswith(at)
            ]
        )
    if show in ("", "due"):
        due = record.look(browsing.due_between, since, until, 2 * MOST)
        streams.append([_due(item, _order(item, item.deadline, days)) for item in due])
    told: set[tuple[str, str, str]] = set()
    for moment in merge(*(sorted(stream) for stream in streams)):
        key = (f"{moment.when} {moment.clock}", moment.sort, fold(moment.text))
        if key not in told:
            told.add(key)
            yield moment


def _order(
    item: Statement | Happening | Commitment, interval: Interval | None, days: Mapping[str, str]
) -> chronology.Order:
    assert interval is not None
    return chronology.Order.of(interval, *chronology.told_at(item, days))


def _statements(record: Record, since: str, until: str, days: Mapping[str, str]) -> list[Moment]:
    """Statements whose own time is known; many have only their document's, so they are asked for in turns."""
    said: list[Statement] = []
    for turn in range(TURNS):
        batch = record.look(browsing.said_between, since, until, limit=MOST, offset=turn * MOST)
        said += [item for item in batch if _dated(item.uttered) and item.stance not in chronology.TELLS_NOTHING]
        if len(batch) < MOST or len(said) > MOST:
            break
    shelf = Shelf(record)
    shelf.fetch(item.document for item in said)
    return [_said(shelf, item, _order(item, item.uttered, days)) for item in said]


def bounds(at: str) -> tuple[str, str]:
    """The first and the last day of a year, a month or a day; of all time where none is given."""
    if not at:
        return "0000-00-00", "9999-99-99"
    return (at + "-01-01")[:10] if len(at) == 4 else (at + "-01")[:10], (at + "-99-99")[:10]


def by_day(found: list[Moment]) -> list[tuple[str, list[Moment]]]:
    """Moments under the time they have in common, in words."""
    days: list[tuple[str, list[Moment]]] = []
    for moment in found:
        if not days or days[-1][0] != moment.when:
            days.append((moment.when, []))
        days[-1][1].append(moment)
    return days


def name_of(at: str) -> str:
    """A year, a month or a day in words."""
    parts = [int(part) for part in at.split("-") if part]
    match parts:
        case [year, month, day] if 1 <= month <= 12:
            return f"{day} {MONTH_NAMES[month - 1]} {year}"
        case [year, month] if 1 <= month <= 12:
            return f"{MONTH_NAMES[month - 1]} {year}"
        case [year, *_]:
            return str(year)
    return "all of the record"


def _dated(interval: Interval | None) -> bool:
    return interval is not None and bool(interval.start)


def _said(shelf: Shelf, item: Statement, order: chronology.Order) -> Moment:
    words = shelf.sources.words(item.document, item.content)
    return Moment(
        order, *_written(item.uttered), "said", speaker(item.speaker), words, link_to(item.document, item.content)
    )


def _happened(item: Happening, order: chronology.Order) -> Moment:
    mentions = item.accounts[0].mentions
    href = link_to(mentions[0].document, mentions[0].spans) if mentions else "/timeline"
    text = f"{item.text} ({len(item.accounts)} reports)" if len(item.accounts) > 1 else item.text
    kind = ("event" if item.kind == "other" else item.kind.replace("_", " ")) + (
        ", planned" if item.status == "planned" else ""
    )
    return Moment(order, *_written(item.when), "happened", kind, text, href)


def _due(item: Commitment, order: chronology.Order) -> Moment:
    assert item.deadline is not None
    end = item.deadline.end or item.deadline.start or ""
    last = (date.fromisoformat(end[:10]) - timedelta(days=0 if "T" in end else 1)).isoformat() if end else ""
    who = ", ".join(item.parties) or "somebody unnamed"
    return Moment(
        order._replace(first=last, last=last), due_by(item.deadline).removeprefix("Due "), "", "due", who, item.action,
        link_to(item.document, item.spans),
    )  # fmt: skip


def _written(interval: Interval | None) -> tuple[str, str]:
    """A time in words, its clock apart."""
    told = _CLOCK.fullmatch(when(interval))
    return (told[1], told[2]) if told else (when(interval), "")
