"""The application: one record behind pages and an API."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from onrecord import __version__
from onrecord.record import Record
from onrecord.web import api, failing, imports, login
from onrecord.web.access import require
from onrecord.web.guarding import Guard
from onrecord.web.jobs import Runner
from onrecord.web.pages import ROUTERS
from onrecord.web.settings import Settings
from onrecord.web.templating import STATIC


def create_app(location: str | Path, settings: Settings | None = None) -> FastAPI:
    """The application over the record at a location, which is made when it is not there yet.

    One `Record` serves every thread: each request reads on a connection of its own from the pool.
    """
    settings = settings or Settings()
    record = Record.open(location, remembers=True)
    runner = Runner(location, record, settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        runner.start()
        yield
        runner.close()
        record.close()

    app = FastAPI(
        title="OnRecord",
        version=__version__,
        description="One record: who said what, what they counted, what they promised, and where it disagrees.",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,  # it is a route of the API, for those who may read
    )
    app.state.record = record
    app.state.settings = settings
    app.state.runner = runner
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Guard, settings=settings)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    reading = [Depends(require("reader"))]
    for router in ROUTERS:
        app.include_router(router, dependencies=reading)
    app.include_router(imports.router, dependencies=reading)
    app.include_router(api.router, dependencies=reading)
    app.include_router(login.router)
    failing.install(app)
    return app
