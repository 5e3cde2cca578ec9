"""Deadlines as an iCalendar file (RFC 5545), for any calendar program."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from onrecord.model.items import Commitment
from onrecord.output.sources import Sources

PRODUCT = "-//OnRecord//Deadlines//EN"
OCTETS = 75
"""Octets of a line at most; longer ones are folded."""
LONGEST_DAYS = 1
"""Days of an entry: a deadline is its last day, however long the stretch that its words name."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def icalendar(commitments: Iterable[Commitment], sources: Sources) -> bytes:
    """An entry a deadline on its last day; an undertaking without a day gives none. The same record, the same bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    for commitment in commitments:
        lines.extend(_entry(commitment, sources))
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _entry(commitment: Commitment, sources: Sources) -> Iterator[str]:
    deadline = commitment.deadline
    last = deadline.last_day if deadline is not None else None
    if deadline is None or last is None:
        return
    parties = ", ".join(commitment.parties) or "unnamed"
    words = sources.words(commitment.document, commitment.spans)
    published = sources.published(commitment.document)
    stamp = (published.start or "1970-01-01")[:10] if published is not None else "1970-01-01"
    yield from ("BEGIN:VEVENT", f"UID:{commitment.id}@onrecord", f"DTSTAMP:{stamp.replace('-', '')}T000000Z")
    yield f"DTSTART;VALUE=DATE:{last:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=LONGEST_DAYS):%Y%m%d}"
    yield f"SUMMARY:{_text(f'Due: {parties}: {commitment.action}')}"
    told = [f"“{words}” ({sources.name(commitment.document)})", f"By: {deadline.text}", f"Kind: {commitment.kind}"]
    if commitment.condition:
        told.append(f"Condition: {commitment.condition}")
    yield f"DESCRIPTION:{_text(chr(10).join(told))}"
    yield f"CATEGORIES:{_text(commitment.kind)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """Words as RFC 5545 wants them: backslash, semicolon, comma and line end escaped, other controls gone."""
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return _CONTROL.sub(" ", escaped.replace("\r\n", "\n").replace("\n", "\\n"))


def _folded(line: str) -> str:
    """A line in pieces of no more than 75 octets, none cut inside a character."""
    pieces, room, piece = [], OCTETS, ""
    for character in line:
        size = len(character.encode("utf-8", "replace"))
        if size > room:
            pieces.append(piece)
            piece, room = " ", OCTETS - 1
        piece += character
        room -= size
    return "\r\n".join([*pieces, piece])
