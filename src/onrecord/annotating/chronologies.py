"""A line of a chronology: a day, a mark and what happened then, in the present: "12 March 2041: the panel sits"."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.surroundings import Surroundings
from onrecord.language.parsing import ParsedBlock

if TYPE_CHECKING:
    from onrecord.language.times import TimeMention

_LEAD = re.compile(r"\s*(?:[-–—•*·]\s*)?(?:(?:on|in)\s)?", re.IGNORECASE)
_MARK = re.compile(r"\s?(?::|\s[–—-]|\.)\s+\S")
_NEAR = 45
"""Characters from the beginning of a line in which its day stands."""


def day_of_line(around: Surroundings, parsed: ParsedBlock) -> "TimeMention | None":
    """The day that opens a line and dates all that it tells."""
    if parsed.block.kind in {"title", "table", "turn"}:
        return None
    lead = _LEAD.match(parsed.text)
    start = parsed.offset + (lead.end() if lead else 0)
    for mention in around.times_in(parsed.offset, parsed.offset + min(_NEAR, len(parsed.text))):
        after = around.text[mention.span.end : mention.span.end + 6]
        if mention.span.start <= start and mention.resolved and _MARK.match(after):
            return mention
    return None
