"""What a page's function is given: the record and the settings of its application."""

from typing import Annotated

from fastapi import Depends, Request

from onrecord.record import Record
from onrecord.web.settings import Settings


def record_of(request: Request) -> Record:
    """The application's record."""
    record: Record = request.app.state.record
    return record


def settings_of(request: Request) -> Settings:
    """The application's settings."""
    settings: Settings = request.app.state.settings
    return settings


OpenRecord = Annotated[Record, Depends(record_of)]
OurSettings = Annotated[Settings, Depends(settings_of)]
