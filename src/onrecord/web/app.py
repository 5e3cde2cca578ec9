"""The application: one record behind pages and an API."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from onrecord.record import Record
from onrecord.web import failing
from onrecord.web.pages import ROUTERS
from onrecord.web.settings import Settings
from onrecord.web.templating import STATIC


def create_app(location: str | Path, settings: Settings | None = None) -> FastAPI:
    """The application over the record at a location, which is made when it is not there yet.

    One `Record` serves every thread: each request reads on a connection of its own from the pool.
    """
    record = Record.open(location)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        record.close()

    app = FastAPI(title="OnRecord", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.record = record
    app.state.settings = settings or Settings()
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in ROUTERS:
        app.include_router(router)
    failing.install(app)
    return app
