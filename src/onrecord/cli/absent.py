"""What to tell somebody whose filters let nothing pass: of a name that the record does not know, which is nearest."""

import difflib
from typing import TYPE_CHECKING

from onrecord.model.identity import fold

if TYPE_CHECKING:
    from onrecord.record import Filters, Record

NOTHING = "Nothing matches."


def why_nothing(record: "Record", filters: "Filters", otherwise: str = NOTHING) -> str:
    """A line that names the party or speaker that the record does not have, or else the line given."""
    from onrecord.record import Filters

    if filters.party and not _speaks(record, Filters(party=filters.party, limit=1)):
        parties = {called.entity.party for called in record.called() if called.entity.party}
        return f"Nothing matches: no party here is called “{filters.party}”.{_nearest(filters.party, parties)}"
    if filters.speaker and not _speaks(record, Filters(speaker=filters.speaker, limit=1)):
        names = {called.entity.name for called in record.called()}
        return f"Nothing matches: nobody here is called “{filters.speaker}”.{_nearest(filters.speaker, names)}"
    return otherwise


def _speaks(record: "Record", named: "Filters") -> bool:
    """Whether anything is said, held or counted by this name, or anybody bears it."""
    kinds = (record.statements, record.claims, record.figures, record.entities)
    return any(next(iter(kind(named)), None) is not None for kind in kinds)


def _nearest(name: str, known: set[str]) -> str:
    """The known name that is spelt most like it, if any is."""
    spelt = {fold(each): each for each in sorted(known)}
    near = difflib.get_close_matches(fold(name), spelt, n=1)
    return f" Did you mean “{spelt[near[0]]}”?" if near else " See: onrecord entities"
