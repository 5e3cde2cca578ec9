"""Comparing: where the record disagrees, agrees, shifts, counts differently, or tells what became of a promise."""

from onrecord.comparing.comparison import Changes, compare, reconsider
from onrecord.comparing.identities import clusters
from onrecord.comparing.overdue import latest_day, overdue, reported_done
from onrecord.comparing.scoring import DEFAULT_SCORE

__all__ = ["DEFAULT_SCORE", "Changes", "clusters", "compare", "latest_day", "overdue", "reconsider", "reported_done"]
