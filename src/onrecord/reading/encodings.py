"""Bytes to characters: strictly where it can be, by detection where it must be, never by silent guesswork."""

import codecs
import re

from onrecord.reading.media import wide_encoding
from onrecord.reading.refusals import refuse

SAMPLE_BYTES = 65_536
"""Detection looks at this much round the first byte that is not UTF-8: cost stays flat for large files."""

BROKEN_PER_VALID = 0.2
"""Up to one broken sequence for five whole ones is UTF-8 that was damaged, not another encoding."""

_WHOLE_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SUSPECT = re.compile(
    r"[\x80-\x9f\ufffd]"  # controls that no text has
    r"|(?<=[a-z])[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŽŠŒŸ¢£¥§©®°±¬¤¦¨¯´¸µ¶×÷]+(?=[a-z])"  # inside a small-letter word
    r"|(?<=\s)[ÒÓÔÕÐÑ¹²³](?=[A-Za-z])"  # what another code page's quotation marks look like
    r"|[ŽÕÔÒÓ](?=\s|[.,])"
    r"|[\u0400-\u04ff\u0370-\u03ff\u0590-\u06ff](?=[a-z])|(?<=[a-z])[\u0400-\u04ff\u0370-\u03ff\u0590-\u06ff]"
    r"|[\u2500-\u25ff]"
)
_WELCOME = re.compile(r"(?<=\w)[’](?=\w)|[“](?=\w)|(?<=[\w.,!?])[”]|\s[—–]\s|[a-zA-Z][à-öø-ÿ]|[à-öø-ÿ][a-z]|[£€]\d")
_WESTERN = ("cp1252", "mac_roman", "cp850")


def decode(data: bytes, *, declared: str | None = None, where: str | None = None) -> tuple[str, str]:
    """The text of `data` and the encoding chosen for it; `ReadingError` E109 where none can be told.

    `declared` is what HTTP or the page says of itself; UTF-8 that decodes strictly is believed before it.
    """
    if data.startswith(codecs.BOM_UTF8):
        return _utf8(data[3:], declared, where, name="utf-8-sig")
    wide = wide_encoding(data[:SAMPLE_BYTES])
    if wide is not None:
        try:
            return data.decode(wide).removeprefix("\ufeff"), wide
        except UnicodeDecodeError as error:
            raise refuse("E109", f"{wide} breaks at byte {error.start}", where=where) from None
    return _utf8(data, declared, where, name="utf-8")


def _utf8(data: bytes, declared: str | None, where: str | None, *, name: str) -> tuple[str, str]:
    try:
        return data.decode("utf-8"), name
    except UnicodeDecodeError as error:
        first_broken = error.start
    replaced = _damaged_utf8(data, name)
    if replaced is not None:
        return replaced
    said = _said(data, declared)
    if said is not None:
        return said
    return _detected(data, first_broken, where)


def _damaged_utf8(data: bytes, name: str) -> tuple[str, str] | None:
    """UTF-8 with a few broken bytes: each becomes U+FFFD, which a reader sees, and their number is recorded."""
    whole = len(_WHOLE_SEQUENCE.findall(data))
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if broken <= whole * BROKEN_PER_VALID:
        return text, f"{name} ({broken} broken {'byte' if broken == 1 else 'bytes'} replaced)"
    return None


def _said(data: bytes, declared: str | None) -> tuple[str, str] | None:
    if not declared:
        return None
    try:
        codec = codecs.lookup(declared)
    except (LookupError, ValueError):
        return None
    # browsers read "iso-8859-1" and "ascii" as windows-1252, and pages are written for browsers
    name = "cp1252" if codec.name in {"iso8859-1", "ascii", "utf-8"} else codec.name
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, LookupError, TypeError):
        return None
    if not isinstance(text, str):
        return None
    return (text, name) if len(_SUSPECT.findall(text)) <= len(_WELCOME.findall(text)) else None


def _detected(data: bytes, first_broken: int, where: str | None) -> tuple[str, str]:
    start = max(0, first_broken - SAMPLE_BYTES // 2)
    sample = data[start : start + SAMPLE_BYTES]
    best: tuple[int, str] | None = None
    for name in _WESTERN:
        try:
            text = sample.decode(name)
        except UnicodeDecodeError:
            continue
        score = len(_WELCOME.findall(text)) - 2 * len(_SUSPECT.findall(text))
        if score > 0 and (best is None or score > best[0]):
            best = (score, name)
    candidates = [best[1]] if best else []
    if not candidates:
        from charset_normalizer import from_bytes

        match = from_bytes(sample).best()
        if match is not None and match.chaos < 0.1 and match.coherence > 0.2:
            candidates.append(match.encoding)
    for name in candidates:
        try:
            return data.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    raise refuse("E109", f"not UTF-8 from byte {first_broken}", where=where)
