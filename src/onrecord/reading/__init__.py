"""Bytes to documents: every format, its furniture and its facts. After this nothing sees a layout again."""

from onrecord.reading.limits import Limits
from onrecord.reading.readers import read, read_all
from onrecord.reading.sources import SourceRef, find_sources

__all__ = ["Limits", "SourceRef", "find_sources", "read", "read_all"]
