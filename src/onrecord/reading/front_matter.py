"""Front matter: the fields between two lines of dashes with which notes and clippings in Markdown begin."""

import re
from collections.abc import Iterator

from onrecord.model.documents import Block
from onrecord.reading.named_fields import stated_of
from onrecord.reading.pieces import trimmed
from onrecord.reading.stated import Head

LABEL = "front_matter"

_WHOLE = re.compile(r"\s*---[ \t]*\n(?P<fields>(?:(?!---)[^\n]*\n){1,80})---[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")
_NOTHING = re.compile(r"[ \t]*(?:#.*)?")


def front_matter_in(text: str) -> Head | None:
    """The front matter that a text begins with, if every line of it is a field, an entry of a list or a comment."""
    match = _WHOLE.match(text)
    fields = _fields(match["fields"].splitlines()) if match else None
    if match is None or not fields:
        return None
    start, end = trimmed(text, match.start(), match.end())
    blocks = (Block(kind="furniture", start=start, end=end, label=LABEL),)
    return Head(end, blocks, stated_of(dict(_named(fields))))


def _fields(lines: list[str]) -> dict[str, list[str]] | None:
    """The values of each field, in order; `None` where a line is none of a head's."""
    found: dict[str, list[str]] = {}
    held: list[str] | None = None
    for line in lines:
        if (field := _FIELD.fullmatch(line)) is not None:
            held = found.setdefault(field["name"].casefold(), [])
            held.extend(_values(field["value"] or ""))
        elif held is not None and (entry := _ENTRY.fullmatch(line)) is not None:
            held.extend(_values(entry["value"]))
        elif _NOTHING.fullmatch(line) is None and not (held and line[:1] in " \t"):
            return None
    return found


def _values(words: str) -> Iterator[str]:
    """One value, or those of a list in brackets, without the marks of text and of links between notes."""
    words = words.strip()
    many = words.startswith("[") and words.endswith("]") and not words.startswith("[[")
    for part in words[1:-1].split(",") if many else [words]:
        bare = part.strip().strip("\"'").removeprefix("[[").removesuffix("]]").strip()
        if bare:
            yield bare


def _named(fields: dict[str, list[str]]) -> Iterator[tuple[str, object]]:
    for name, values in fields.items():
        if values:
            yield name.replace(" ", "_").replace("-", "_"), values if len(values) > 1 else values[0]
