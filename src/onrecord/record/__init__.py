"""The record: one verifiable store of documents and all that was found in them."""

from onrecord.record.filters import Filters
from onrecord.record.results import Anchor, Change, Duplicate, Hit, Item, Kept, Problem
from onrecord.record.store import Record

__all__ = ["Anchor", "Change", "Duplicate", "Filters", "Hit", "Item", "Kept", "Problem", "Record"]
