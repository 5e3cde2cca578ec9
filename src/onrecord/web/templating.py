"""Templates: where they are, what they may use, and how a page is made of one.

Every value is escaped: what comes from a source is text, never markup.
"""

import hashlib
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from fastapi import Request
from fastapi.responses import HTMLResponse

from onrecord.language.calendar import day_written
from onrecord.model.findings import Finding
from onrecord.output import wording
from onrecord.output.conflict import KINDS
from onrecord.output.sources import file_name, short
from onrecord.web.access import csrf_token, current_user
from onrecord.web.headlines import headline
from onrecord.web.positions import NAMES
from onrecord.web.verdicts import SAID

HERE = Path(__file__).parent
STATIC = HERE / "static"

NAVIGATION = (
    ("overview", "/", "Overview"),
    ("questions", "/questions", "Questions"),
    ("conflicts", "/conflicts", "Conflicts"),
    ("commitments", "/commitments", "Promises"),
    ("figures", "/figures", "Figures"),
    ("speakers", "/speakers", "Speakers"),
    ("documents", "/documents", "Documents"),
    ("timeline", "/timeline", "Timeline"),
    ("network", "/network", "Network"),
    ("review", "/review", "Review"),
    ("activity", "/activity", "Activity"),
    ("import", "/import", "Add"),
)
"""The pages of the menu: what a template calls itself, where it is, what a person reads."""

THEME_COOKIE = "onrecord_theme"


JOB_STATES = {
    "waiting": "Waiting for its turn", "running": "Reading", "stopping": "Stopping after the document in hand",
    "stopped": "Stopped", "interrupted": "Interrupted: its process died", "done": "Done",
    "failed": "Ended before it was done",
}  # fmt: skip


@lru_cache
def asset(name: str) -> str:
    """The URL of a static file, with the beginning of its hash so that a browser may keep it for ever."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={digest}"


@lru_cache
def environment() -> jinja2.Environment:
    """The templates' surroundings: escaping always on, unknown names an error."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        asset=asset, csrf_token=csrf_token, current_user=current_user, theme=theme, file_name=file_name,
        headline=headline,
        checks_of=checks_of, plain_day=day_written, iso_day=iso_day, short_id=short, unit_name=unit_name,
        offices=wording.offices,
        NAVIGATION=NAVIGATION, ANSWERS=NAMES, KINDS=KINDS, SAID=SAID, JOB_STATES=JOB_STATES,
    )  # fmt: skip
    made.filters.update(
        when=wording.when, day=wording.day, amount=wording.amount, number=wording.number, count=wording.count,
        speaker=wording.speaker, holder=wording.holder, short=short, duration=wording.duration,
    )  # fmt: skip
    return made


def theme(request: Request) -> str | None:
    """Light or dark where the reader chose one; else the browser's own preference holds."""
    chosen = request.cookies.get(THEME_COOKIE)
    return chosen if chosen in {"light", "dark"} else None


def checks_of(finding: Finding) -> list[tuple[str, str]]:
    """What was checked for a finding, and how each came out; nothing where nothing was."""
    checks = [(name, str(getattr(finding.checks, name))) for name in finding.checks.__struct_fields__]
    return checks if any(outcome != "unknown" for _, outcome in checks) else []


def iso_day(day: str | None) -> str:
    """An ISO day as people write it; a dash for none."""
    return day_written(date.fromisoformat(day)) if day else "–"


def unit_name(unit: str) -> str:
    """A unit as a person writes it."""
    return wording.CURRENCIES.get(unit) or wording.UNITS.get(unit, unit.strip("{}")) or "–"


def page(request: Request, template: str, code: int = 200, /, **context: Any) -> HTMLResponse:  # noqa: ANN401 - a template's names
    """A page made of a template."""
    text = environment().get_template(template).render(request=request, **context)
    return HTMLResponse(text, code)
