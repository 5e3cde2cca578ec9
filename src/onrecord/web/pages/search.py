"""Search: passages that hold words, narrowed by outlet, year, speaker or party."""

from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.model.documents import Document
from onrecord.model.spans import Span
from onrecord.record import Filters, Hit, faceting
from onrecord.record.searching import Place, place_of
from onrecord.web.opened import OpenRecord
from onrecord.web.quoting import link, link_to
from onrecord.web.shelf import Shelf
from onrecord.web.templating import page

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

PAGE = 20
Short = Annotated[str, Query(max_length=200)]


class Found(NamedTuple):
    """A hit as the page shows it: text in pieces with whether each is what was searched for."""

    document: Document
    pieces: tuple[tuple[str, bool], ...]
    href: str
    kind: str


@router.get("/search")
def search(
    request: Request,
    record: OpenRecord,
    *,
    q: Annotated[str, Query(max_length=2000)] = "",
    outlet: Short = "",
    year: Annotated[str, Query(max_length=4, pattern=r"^\d{0,4}$")] = "",
    speaker: Short = "",
    party: Short = "",
    after: Annotated[str, Query(max_length=200)] = "",
) -> HTMLResponse:
    """Passages that hold all the words and “quoted phrases”, best first."""
    chosen = {"outlet": outlet, "year": year, "speaker": speaker, "party": party}
    filters = Filters(
        outlet=outlet or None, since=year or None, until=year or None, speaker=speaker or None,
        party=party or None, limit=PAGE + 1,
    )  # fmt: skip
    with record.snapshot():
        hits = record.search(q, filters, _place(after)) if q.strip() else []
        shelf = Shelf(record)
        shelf.fetch(hit.document for hit in hits)
        facets = record.look(faceting.facets, q, filters) if q.strip() else None

        def narrowed(**changed: str) -> str:
            return link("/search", **{"q": q, **chosen, **changed})

        more = narrowed(after=_cursor(hits[PAGE - 1])) if len(hits) > PAGE else None
        return page(
            request, "search.html", q=q, chosen=chosen, hits=[_found(shelf, hit) for hit in hits[:PAGE]], facets=facets,
            narrowed=narrowed, more=more, first=not after,
        )  # fmt: skip


def _found(shelf: Shelf, hit: Hit) -> Found:
    pieces: list[tuple[str, bool]] = []
    at = 0
    for mark in hit.highlights:
        pieces += [(hit.snippet[at : mark.start], False), (hit.snippet[mark.start : mark.end], True)]
        at = mark.end
    pieces.append((hit.snippet[at:], False))
    first = hit.highlights[0] if hit.highlights else Span(0, min(len(hit.snippet), 1))
    where = Span(hit.start + first.start, hit.start + first.end)
    spans = tuple(Span(hit.start + mark.start, hit.start + mark.end) for mark in hit.highlights) or (where,)
    href = link_to(hit.document, spans) if hit.span else f"/documents/{hit.document}"
    return Found(shelf.document(hit.document), tuple(piece for piece in pieces if piece[0]), href, hit.kind)


def _cursor(hit: Hit) -> str:
    place = place_of(hit)
    return f"{place.score!r}~{place.document}~{place.start}"


def _place(cursor: str) -> Place | None:
    """Where to go on, as the link before said; a link that was tampered with begins anew."""
    parts = cursor.split("~")
    try:
        return Place(float(parts[0]), parts[1], int(parts[2])) if len(parts) == 3 else None
    except ValueError:
        return None
