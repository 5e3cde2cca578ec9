"""What people said of findings, as listings ask for it."""

from onrecord.model.findings import Review
from onrecord.record.browsing import Judged

SAID = {"accept": "Accepted", "reject": "Rejected", "unsure": "Marked unsure", "edit": "Edited", "note": "Note"}
"""Verdicts as a page words them."""


def judged(verdicts: dict[str, Review]) -> Judged:
    """The findings that were accepted and those that were rejected."""
    findings = {name: review.verdict for name, review in verdicts.items() if name.startswith("finding-")}
    return Judged(
        frozenset(name for name, verdict in findings.items() if verdict == "accept"),
        frozenset(name for name, verdict in findings.items() if verdict == "reject"),
    )
