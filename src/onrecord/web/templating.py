"""Templates: where they are, what they may use, and how a page is made of one.

Every value is escaped: what comes from a source is text, never markup.
"""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from fastapi import Request
from fastapi.responses import HTMLResponse

from onrecord.output import wording
from onrecord.output.sources import short
from onrecord.web.access import csrf_token, current_user

HERE = Path(__file__).parent
STATIC = HERE / "static"


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
    made.globals.update(asset=asset, csrf_token=csrf_token, current_user=current_user)
    made.filters.update(
        when=wording.when, day=wording.day, amount=wording.amount, number=wording.number, count=wording.count,
        speaker=wording.speaker, holder=wording.holder, short=short,
    )  # fmt: skip
    return made


def page(request: Request, template: str, code: int = 200, /, **context: Any) -> HTMLResponse:  # noqa: ANN401 - a template's names
    """A page made of a template."""
    text = environment().get_template(template).render(request=request, **context)
    return HTMLResponse(text, code)
