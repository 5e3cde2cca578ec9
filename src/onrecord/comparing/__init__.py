"""Comparing: where the record disagrees, agrees, shifts, counts differently, or tells what became of a promise."""

from onrecord.comparing.comparison import Changes, compare, reconsider
from onrecord.comparing.contradictions import DEFAULT_SCORE
from onrecord.comparing.identities import clusters
from onrecord.comparing.overdue import latest_day, overdue, reported_done

__all__ = ["DEFAULT_SCORE", "Changes", "clusters", "compare", "latest_day", "overdue", "reconsider", "reported_done"]
