"""Imports: files dropped, text pasted, addresses listed; their progress, and their way to stop and go on."""

import io
from datetime import UTC, datetime
from pathlib import Path

from fastapi import APIRouter, Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData, UploadFile

from onrecord.model.errors import Failure, UsageError
from onrecord.output.wording import count
from onrecord.record.jobs import Job
from onrecord.record.jobs import Request as Asked
from onrecord.web.access import LONGEST_FIELD, MOST_FIELDS, User, current_user, require
from onrecord.web.jobs import jobs_of
from onrecord.web.opened import OpenRecord, OurSettings, record_of, settings_of
from onrecord.web.settings import Settings
from onrecord.web.templating import page
from onrecord.web.uploads import folder_of, keep

router = APIRouter(include_in_schema=False)

MOST_ADDRESSES = 2_000
KEEPER = Depends(require("keeper"))


@router.post("/import", dependencies=[KEEPER])
async def begin(request: Request) -> Response:
    """Keep what was sent, and ask for its import."""
    settings = settings_of(request)
    form = await request.form(max_files=settings.upload_files, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD)
    user = current_user(request)
    job = await run_in_threadpool(_asked, request, form, settings, user)
    request.app.state.runner.wake()
    if request.headers.get("hx-request"):
        return Response(status_code=201, headers={"HX-Redirect": f"/import/{job.id}"})
    return RedirectResponse(f"/import/{job.id}", 303)


@router.get("/import/{job}")
def show(request: Request, job: str) -> HTMLResponse:
    """How an import is getting on."""
    return page(request, "job.html", job=jobs_of(request).get(job))


@router.get("/import/{job}/progress")
def progress(request: Request, job: str) -> HTMLResponse:
    """The part of the page that changes."""
    return page(request, "partials/job_progress.html", job=jobs_of(request).get(job))


@router.post("/import/{job}/stop", dependencies=[KEEPER])
def stop(request: Request, job: str) -> Response:
    """Stop after the document in hand."""
    return RedirectResponse(f"/import/{jobs_of(request).stop(job).id}", 303)


@router.post("/import/{job}/resume", dependencies=[KEEPER])
def resume(request: Request, job: str, record: OpenRecord, settings: OurSettings) -> Response:
    """Go on: what is on the record is skipped, what failed is tried again."""
    found = jobs_of(request).resume(job)
    request.app.state.runner.wake()
    return RedirectResponse(f"/import/{found.id}", 303)


def _asked(request: Request, form: FormData, settings: Settings, user: User) -> Job:
    """What the form asks for, with its files in their place."""
    folder = folder_of(record_of(request), settings)
    published = _words(form, "published") or None
    if published:
        from onrecord.reading.dating import given_date

        given_date(published)
    addresses, refused = _addresses(form, settings)
    kept: list[str] = []
    for file in form.getlist("files"):
        if isinstance(file, UploadFile) and (file.filename or file.size):
            _note(keep(folder, file.filename or "", file.file, settings.file_bytes), kept, refused)
    text = _words(form, "text")
    if text:
        title = " ".join(_words(form, "title").split())
        words = f"{title}\n\n{text}\n" if title and not text.startswith(title) else f"{text}\n"
        name = f"{title[:60] or f'pasted {datetime.now(UTC):%Y-%m-%d %H.%M}'}.txt"
        _note(keep(folder, name, io.BytesIO(words.encode(errors="replace")), settings.file_bytes), kept, refused)
    if not kept and not addresses and not refused:
        raise UsageError("E540", "nothing was given to import", remedy="Drop files, paste a text, or list addresses")
    parts = [count(len(kept), "file") if len(kept) != 1 else Path(kept[0]).name] if kept else []
    parts += [count(len(addresses), "address", "addresses")] if addresses else []
    asked = Asked(
        title=" and ".join(parts) or "nothing that can be read",
        by=user.name,
        sources=tuple(dict.fromkeys([*kept, *addresses])),
        fetch=bool(addresses),
        published=published,
        refused=tuple(refused),
    )
    return jobs_of(request).put(asked)


def _addresses(form: FormData, settings: Settings) -> tuple[list[str], list[Failure]]:
    """The addresses listed, and those among them that cannot be fetched."""
    lines = [line.strip() for line in _words(form, "urls").splitlines()]
    listed = [line for line in lines if line and not line.startswith("#")]
    if not listed:
        return [], []
    if not settings.may_fetch or not _words(form, "fetch"):
        raise UsageError(
            "E541", "addresses are fetched over the network, and that was not allowed",
            remedy="Tick that they may be fetched, or save the pages and drop the files",
        )  # fmt: skip
    if len(listed) > MOST_ADDRESSES:
        raise UsageError("E542", f"more than {MOST_ADDRESSES:,} addresses at once", remedy="Split the list")
    good = [line for line in listed if line.casefold().startswith(("http://", "https://"))]
    bad = [
        Failure(
            uri=line[:200], code="E131", reason="only http and https addresses are fetched",
            remedy="Save the page and drop the file",
        )
        for line in listed
        if line not in good
    ]  # fmt: skip
    return good, bad


def _words(form: FormData, name: str) -> str:
    value = form.get(name)
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""


def _note(kept: Path | Failure, paths: list[str], refused: list[Failure]) -> None:
    if isinstance(kept, Failure):
        refused.append(kept)
    else:
        paths.append(str(kept))
