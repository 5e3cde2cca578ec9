"""Activity: who judged what, when, and a way to take any of it back, also many at once and long after."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.comparing.sameness import Sameness, decisions
from onrecord.language.calendar import day_written
from onrecord.model.findings import Review
from onrecord.output.ties import sameness
from onrecord.output.wording import corrected
from onrecord.record import Record
from onrecord.web.access import current_user
from onrecord.web.decided import words_of
from onrecord.web.opened import OpenRecord
from onrecord.web.paging import number_of, paging
from onrecord.web.templating import page

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

PAGE = 50
WORDS = 200

TOGETHER = 2.0
"""Seconds within which verdicts of one person and one kind were given at once."""


class Step(NamedTuple):
    """A review as the page shows it: whether it still holds, and the words it was about."""

    review: Review
    holds: bool
    words: str
    state: str
    decides: bool = False

    @property
    def edits(self) -> str:
        """What an edit says the item should be: the words in quotes, other fields by their names."""
        return "" if self.decides else corrected(self.review)


class Act(NamedTuple):
    """What one person did at once: one step, or the many of a bulk verdict."""

    by: str
    verdict: str
    time: str
    steps: tuple[Step, ...]

    @property
    def open(self) -> tuple[str, ...]:
        """The reviews of it that can be taken back."""
        return tuple(step.review.id for step in self.steps if step.holds)


@router.get("/activity")
def activity(
    request: Request,
    record: OpenRecord,
    item: Annotated[str, Query(max_length=100)] = "",
    by: Annotated[str, Query(max_length=200)] = "",
    page_: Annotated[int, Query(alias="page")] = 1,
) -> HTMLResponse:
    """Reviews, the latest first; those of one item, or of one person."""
    number = number_of(page_)
    with record.snapshot():
        everything = record.reviews()
        undone = undone_of(everything)
        wanted = [one for one in everything if (not by or one.by == by) and (not item or one.item == item)]
        wanted.reverse()
        shown = wanted[(number - 1) * PAGE : number * PAGE]
        states = {anchor.review.id: anchor.state for anchor in record.anchors()} if shown else {}
        same = sameness(record) if any(one.item.startswith("entity-") for one in shown) else Sameness(())
        given = {one.id: one for one in everything}
        steps = [
            _step(record, one, given.get(one.undoes or "", one), same)._replace(
                holds=one.id not in undone, state=states.get(one.id, "lost")
            )
            for one in shown
        ]
        return page(
            request, "activity.html", days=_days(_acts(steps)), item=item, by=by,
            people=sorted({r.by for r in everything}),
            paging=paging(request, number, PAGE, len(shown), len(wanted)), may=current_user(request).may("reviewer"),
            lost=sum(1 for state in states.values() if state == "lost"),
        )  # fmt: skip


def _step(record: Record, review: Review, about: Review, same: Sameness) -> Step:
    """A review with the words it was given on, or what it says of who is who; an undo with those of what it undid."""
    if decided := decisions([about]):
        return Step(review, True, words_of(decided[0], same), "exact", True)
    return Step(review, True, " … ".join(record.words_of_review(review.id))[:WORDS], "exact")


def undone_of(given: Sequence[Review]) -> set[str]:
    """The reviews that a holding undo takes back; an undo can be undone, so the last is settled first."""
    undone: set[str] = set()
    for one in reversed(given):
        if one.verdict == "undo" and one.undoes and one.id not in undone:
            undone.add(one.undoes)
    return undone


def _acts(steps: Sequence[Step]) -> list[Act]:
    acts: list[Act] = []
    for step in steps:
        review = step.review
        last = acts[-1] if acts else None
        if last and (last.by, last.verdict) == (review.by, review.verdict) and _near(last.steps[-1].review, review):
            acts[-1] = last._replace(steps=(*last.steps, step))
        else:
            acts.append(Act(review.by, review.verdict, review.at[11:16], (step,)))
    return acts


def _near(one: Review, other: Review) -> bool:
    return abs((datetime.fromisoformat(one.at) - datetime.fromisoformat(other.at)).total_seconds()) < TOGETHER


def _days(acts: Sequence[Act]) -> list[tuple[str, list[Act]]]:
    days: dict[str, list[Act]] = {}
    for act in acts:
        day = date.fromisoformat(act.steps[0].review.at[:10])
        days.setdefault(day_written(day), []).append(act)
    return list(days.items())
