"""A long list in pages: which part is shown, and the links to the parts around it."""

from typing import NamedTuple

from fastapi import Request

MOST = 10_000
"""Pages past this are not asked of the database."""


class Paging(NamedTuple):
    """Links to the parts before and after, and what is shown in words."""

    before: str | None
    after: str | None
    text: str


def number_of(page: int) -> int:
    """A page number as given, within reason."""
    return max(1, min(page, MOST))


def paging(request: Request, page: int, size: int, shown: int, total: int | None) -> Paging:
    """The links around a page of `shown` items; without a total, a full page has another after it."""
    first, last = (page - 1) * size + 1, (page - 1) * size + shown
    more = last < total if total is not None else shown == size
    of = f" of {total:,}" if total is not None else ""
    return Paging(
        before=_to(request, page - 1) if page > 1 else None,
        after=_to(request, page + 1) if more else None,
        text=f"{first:,} to {last:,}{of}" if shown else "nothing here",
    )


def _to(request: Request, page: int) -> str:
    url = request.url.include_query_params(page=page)
    return f"{url.path}?{url.query}"
