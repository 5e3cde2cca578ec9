"""The heads of mails: the lines that say who wrote, when and on what, above a message or a copy of one."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.model.documents import Block
from onrecord.reading.bylines import is_bare_name, is_publisher
from onrecord.reading.furniture import line_sort
from onrecord.reading.letterheads import is_body, is_letterhead, is_paper, is_press_desk
from onrecord.reading.pieces import trimmed
from onrecord.reading.stated import Head, Stated

LABEL = "mail_head"
MOST_ABOVE = 3
"""Lines that a program prints above a head: whose mailbox it is, a rule, that the message was forwarded."""

_FIELD = re.compile(
    r"[ \t]*\*{0,2}(?P<name>from|sent|date|to|cc|bcc|subject|re|reply-to|importance|attachments?|organi[sz]ation)"
    r"\*{0,2}[ \t]*:\*{0,2}[ \t]*(?P<value>.*?)[ \t]*$",
    re.IGNORECASE,
)
_LISTS = frozenset({"to", "cc", "bcc", "attachment", "attachments"})
"""Fields whose value a program may break over lines."""
_GOES_ON = re.compile(r"[ \t]+\S|[^\n]*[;@][^\n]*$")
_FORWARDED = re.compile(r"\W*(?:begin )?(?:forwarded|original)(?: message| mail)?\W*", re.IGNORECASE)

_ADDRESS = re.compile(r"(?P<box>[\w.+'-]+)@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_AROUND_ADDRESS = re.compile(r"\s*[<\[(][^<>\[\]()]*@[^<>\[\]()]*[>\])]|\S+@\S+")
_BETWEEN = re.compile(r"\s*(?:[,|/()]|\s[-–—]\s|\b(?:via|on behalf of)\b)\s*", re.IGNORECASE)
_DESK = re.compile(
    r"\s+(?:(?:press|media|news|communications?|public affairs|information|public relations|pr)\s+"
    r"(?:office|officer|service|team|desk|department|unit|cent(?:re|er)|room|releases?|list)|newsroom|communications?"
    r"|newsletter|press|media relations|public affairs)\Z",
    re.IGNORECASE,
)
"""What a body's box adds to its name: "Ministry of Works Press Office"."""
_COMMON_BOX = re.compile(
    r"(?:press|media|news|info|information|pr|comms?|communications?|contact|office|enquiries|inquiries|mail|hello|no-?"
    r"reply|do-?not-?reply|newsletter|newsroom|newsdesk|desk|editors?|releases?|public\W?affairs|spokes\w*)\b.*",
    re.IGNORECASE,
)
"""Boxes that nobody reads as a person."""
_CARRIER = re.compile(
    r"(?:PR ?Newswire|Business ?Wire|Globe ?Newswire|Accesswire|EIN ?Presswire|Newsfile|PRWeb|Mailchimp"
    r"|GovDelivery)\b.*",
    re.IGNORECASE,
)
"""Services that send what others wrote."""
_SURNAME_FIRST = re.compile(r"[A-ZÀ-Þ][\w'’\-]+(?: [A-ZÀ-Þ][\w'’\-]+)?, [A-ZÀ-Þ][\w'’\-]+(?: [A-ZÀ-Þ][\w.]*)?")
_BEFORE_SUBJECT = re.compile(
    r"(?:(?:re|fwd?|aw|wg|tr|sv|vs|rv)\s*(?:\[\d+\])?\s*:\s*|\[[^\]]{1,40}\]\s*)+", re.IGNORECASE
)
"""Marks of answers, of forwarding and of lists, which are no part of what a mail is called."""


class _Line(NamedTuple):
    start: int
    end: int
    name: str
    value: int


def head_in(text: str) -> Head | None:
    """The head that a text begins with: who wrote, when, and to whom or on what; `None` where one of these is missing.

    Behind the head of a message, that of what it forwards counts: its words are those that follow.
    """
    head = _head_at(text, 0)
    if head is None:
        return None
    inner = _head_at(text, head.end, forwarded=True)
    if inner is None:
        return head
    outer = tuple(_furniture(b.start, b.end) if b.kind == "title" else b for b in head.blocks)
    return Head(inner.end, _joined(outer + inner.blocks), inner.stated)


def _head_at(text: str, position: int, *, forwarded: bool = False) -> Head | None:
    """The head that begins at `position`, or a few short lines below; with `forwarded`, below a line that says so."""
    above: list[tuple[int, int]] = []
    marked = False
    for start, end in _lines(text, position):
        if _FIELD.match(text, start, end):
            return _head(text, start, above) if marked or not forwarded else None
        words = text[start:end]
        says_so = _FORWARDED.fullmatch(words) is not None
        above.append((start, end))
        if len(above) > MOST_ABOVE or not (says_so or is_bare_name(words) or line_sort(words)):
            return None
        marked = marked or says_so
    return None


def _head(text: str, start: int, above: list[tuple[int, int]]) -> Head | None:
    lines = list(_fields(text, start))
    values = {line.name: " ".join(text[line.value : line.end].split()) for line in reversed(lines)}
    sent = values.get("sent") or values.get("date")
    subject = values.get("subject") or values.get("re")
    if not (values.get("from") and sent and (subject or values.get("to"))):
        return None
    outlet, authors = _sender(values["from"])
    blocks = [_furniture(*line) for line in above]
    for line in lines:
        named = line.name in ("subject", "re") and not any(block.kind == "title" for block in blocks)
        blocks.extend(_subject(text, line) if named else [_furniture(line.start, line.end)])
    title = next((text[b.start : b.end] for b in blocks if b.kind == "title"), None)
    stated = Stated(
        title=" ".join(title.split()) if title else None,
        outlet=outlet or values.get("organization") or values.get("organisation"),
        authors=authors,
        published=sent,
    )
    return Head(lines[-1].end, _joined(tuple(blocks)), stated)


def _fields(text: str, position: int) -> Iterator[_Line]:
    """The fields of a head from `position` on, each with the lines that its value goes on over."""
    held: _Line | None = None
    blank = 0
    for start, end in _lines(text, position):
        field = _FIELD.match(text, start, end)
        blank = text.count("\n", held.end if held else start, start)
        if field is not None:
            if held is not None:
                yield held
            held = _Line(start, end, field["name"].casefold(), field.start("value"))
        elif held is not None and blank == 1 and held.name in _LISTS and _GOES_ON.match(text, start, end):
            held = held._replace(end=end)
        else:
            break
    if held is not None:
        yield held


def _subject(text: str, line: _Line) -> list[Block]:
    """The line of a subject: what it is called by as the title, unless that says no more than that it is a release."""
    marks = _BEFORE_SUBJECT.match(text, line.value, line.end)
    start = marks.end() if marks else line.value
    words = text[start : line.end]
    if not words or line_sort(words) is not None:
        return [_furniture(line.start, line.end, line_sort(words) if words else None)]
    return [_furniture(line.start, start), Block(kind="title", start=start, end=line.end)]


def _sender(words: str) -> tuple[str | None, tuple[str, ...]]:
    """The body and the people that a sender's name and address tell of; neither is guessed from an address alone."""
    address = _ADDRESS.search(words)
    name = _AROUND_ADDRESS.sub("", words).strip(" \"'“”‘’,;")
    if not name or _CARRIER.match(name):
        return None, ()
    if _SURNAME_FIRST.fullmatch(name) and not _is_body(name.partition(", ")[2]):
        surname, _, forename = name.partition(", ")
        name = f"{forename} {surname}"
    outlet: str | None = None
    authors: list[str] = []
    for part in filter(None, (part.strip(" \"'") for part in _BETWEEN.split(name))):
        own = _DESK.sub("", part)
        if is_press_desk(part) or (own == part and re.fullmatch(_DESK, f" {part}")):
            continue
        if own != part or _is_body(part) or _is_box_of(part, address):
            outlet = outlet or own
        elif is_bare_name(part):
            authors.append(part)
    return outlet, tuple(authors)


def _is_body(name: str) -> bool:
    return is_letterhead(name) or is_body(name) or is_paper(name) or is_publisher(name)


def _is_box_of(name: str, address: re.Match[str] | None) -> bool:
    """Whether a name is that of a body by its address: a box of no person, or a domain that is called so."""
    if address is None:
        return False
    words = [word for word in re.findall(r"\w+", name.casefold()) if len(word) > 2]
    box, host = address["box"].casefold(), address["host"].casefold()
    if any(word in box for word in words):
        return False
    return _COMMON_BOX.fullmatch(box) is not None or any(word in host for word in words)


def _lines(text: str, position: int) -> Iterator[tuple[int, int]]:
    """The lines from `position` on that hold anything, without white space at their ends."""
    while position < len(text):
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        start, end = trimmed(text, position, stop)
        if start < end:
            yield start, end
        position = stop + 1


def _furniture(start: int, end: int, label: str | None = None) -> Block:
    return Block(kind="furniture", start=start, end=end, label=label or LABEL)


def _joined(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(sorted((block for block in blocks if block.start < block.end), key=lambda block: block.start))
