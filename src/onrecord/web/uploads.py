"""Files that were dropped or pasted: kept beside the record, under their content's hash, for as long as their document.

A source is verified against its bytes, so the bytes must stay. The name that the browser gave is kept as a
name alone: no part of it ever chooses a folder.
"""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from onrecord.model.errors import Failure, RecordError
from onrecord.reading.sources import container_of
from onrecord.record import Record
from onrecord.web.settings import Settings

LONGEST_NAME = 120
"""Bytes of a file's name, with room left for what systems add."""

_CHUNK = 1 << 20
_ODD = re.compile(r"[^\w.,()'’ -]+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def folder_of(record: Record, settings: Settings) -> Path:
    """Where files are kept: as set, or beside the record."""
    if settings.files:
        return settings.files
    return Path("onrecord.files" if "://" in record.location else f"{record.location}.files")


def safe_name(given: str, otherwise: str = "document") -> str:
    """The name of a file as it may stand in any folder of any system: no path, no sign, no hidden file."""
    last = unicodedata.normalize("NFC", given).replace("\\", "/").rpartition("/")[2]
    plain = " ".join(_ODD.sub("_", "".join(c for c in last if c.isprintable())).split()).strip(" .-_")
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 8:
        stem, ending = plain, ""
    room = LONGEST_NAME - len(ending.encode()) - 1
    stem = stem.encode()[:room].decode(errors="ignore").strip(" .-_") or otherwise
    name = f"{stem}.{ending}" if ending else stem
    return f"{otherwise}-{name}" if _RESERVED.match(name) else name


def keep(folder: Path, name: str, content: BinaryIO, most: int) -> Path | Failure:
    """Put one file into the folder, whole or not at all; why not, where it cannot be taken."""
    shown = safe_name(name)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, prefix=".coming-", delete=False) as coming:
            try:
                return _placed(folder, shown, content, most, coming)
            finally:
                Path(coming.name).unlink(missing_ok=True)
    except OSError as error:
        raise RecordError(
            "E308" if error.errno == 28 else "E302",
            f"files cannot be kept beside the record ({error.strerror})", where=str(folder),
            remedy="Check the disk and the folder's permissions, or name another with --files",
        ) from error  # fmt: skip


def forget(folder: Path, uris: Iterable[str]) -> int:
    """Delete the files in the folder that these uris name; how many there were."""
    root = folder.resolve()
    gone = 0
    for uri in uris:
        path = Path(container_of(uri)) if "://" not in uri else None
        if path is None or path.is_symlink() or path.resolve().parent.parent != root or not path.is_file():
            continue
        path.unlink()
        gone += 1
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
    return gone


def _placed(folder: Path, name: str, content: BinaryIO, most: int, coming: object) -> Path | Failure:
    handle: BinaryIO = coming  # type: ignore[assignment]  # a temporary file is one in all but name
    digest, size = hashlib.sha256(), 0
    while chunk := content.read(_CHUNK):
        size += len(chunk)
        if size > most:
            return Failure(
                uri=name, code="E108", reason=f"larger than the limit (more than {most:,} bytes)",
                remedy="Split it, or add it on the command line",
            )  # fmt: skip
        digest.update(chunk)
        handle.write(chunk)
    if not size:
        return Failure(uri=name, code="E103", reason="the file is empty", remedy="Save it again, then drop it again")
    handle.flush()
    os.fsync(handle.fileno())
    place = folder / digest.hexdigest()[:16]
    place.mkdir(mode=0o700, exist_ok=True)
    target = place / name
    Path(handle.name).replace(target)
    return target
