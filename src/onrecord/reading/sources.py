"""What a person names (files, folders, globs, lists, addresses) as single sources, in a stable order."""

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from onrecord.model.errors import Failure, ReadingError, failure_of
from onrecord.reading.refusals import refuse

_PASSED_OVER_WORDS = (
    ".css .js .mjs .map .png "
    ".jpg .jpeg .gif .svg .ico .webp .avif .bmp .tif .tiff .woff .woff2 .ttf .eot .otf .mp3 .mp4 .m4a .mov "
    ".avi .webm .wav .ogg "
    ".db .sqlite .sqlite3 .db-wal .db-shm .db-journal .py .pyc .so .dll .exe .log .lock .tmp .bak"
)
PASSED_OVER = frozenset(_PASSED_OVER_WORDS.split())
"""Files in a folder that are no documents by name: parts of saved pages, media, databases. Named singly, tried."""

LIST_ENDINGS = (".txt", ".lst")
LONGEST_LIST = 5_000_000
LONGEST_PATH = 4_096


class SourceRef(msgspec.Struct, frozen=True, kw_only=True):
    """One source to read: a path as given or found, or an http(s) address."""

    uri: str

    @property
    def is_address(self) -> bool:
        """Whether it lies on the network."""
        return is_address(self.uri)


def is_address(words: str) -> bool:
    """Whether words are a network address rather than a path."""
    scheme, mark, _ = words.partition("://")
    return bool(mark) and scheme.isascii() and scheme.replace("+", "").replace("-", "").replace(".", "").isalnum()


def container_of(uri: str) -> str:
    """The file or address that a member "path#n" belongs to; another uri itself."""
    path, mark, member = uri.rpartition("#")
    return path if mark and member.isdigit() else uri


def find_sources(arguments: Iterable[str | os.PathLike[str]]) -> Iterator[SourceRef | Failure]:
    """The sources that arguments name, each once, in the order named; folders and globs in the order of their paths.

    An argument is a file, a folder (searched to any depth, hidden files left out), a glob, an address, or a list:
    `@file`, or a .txt or .lst file whose every line is an existing path or an address.
    """
    seen: set[str] = set()
    for argument in arguments:
        for found in _expand(os.fspath(argument)):
            if found.uri not in seen:
                seen.add(found.uri)
                yield found


def _expand(argument: str) -> Iterator[SourceRef | Failure]:
    if is_address(argument):
        yield SourceRef(uri=argument)
        return
    if argument.startswith("@") and not Path(argument).exists():
        yield from _listed(argument[1:])
        return
    path = Path(argument)
    try:
        if path.is_dir():
            yield from _in_folder(path)
        elif path.is_file() and argument.endswith(LIST_ENDINGS) and (entries := _entries(path)):
            for entry in entries:
                yield from _expand_entry(entry, path)
        elif not os.path.lexists(path) and glob.has_magic(argument):
            yield from _globbed(argument)
        else:
            yield SourceRef(uri=argument)
    except PermissionError:
        yield _failure(argument, refuse("E102"))
    except (OSError, ValueError) as error:
        yield _failure(argument, refuse("E122", getattr(error, "strerror", None) or str(error)))


def _in_folder(folder: Path) -> Iterator[SourceRef | Failure]:
    denied: list[str] = []
    paths: list[str] = []
    for place, folders, files in os.walk(folder, onerror=lambda error: denied.append(str(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths += [
            str(Path(place, name))
            for name in files
            if not name.startswith((".", "~$")) and os.path.splitext(name)[1].lower() not in PASSED_OVER  # noqa: PTH122 - plain names
        ]
    for path in denied:
        yield _failure(path, refuse("E102"))
    if not paths and not denied:
        yield _failure(str(folder), refuse("E114"))
    for path in sorted(paths):
        yield SourceRef(uri=path)


def _globbed(pattern: str) -> Iterator[SourceRef | Failure]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - patterns may be absolute
    if not matches:
        yield _failure(pattern, refuse("E114"))
    for match in matches:
        if Path(match).is_dir():
            continue
        yield SourceRef(uri=match)


def _listed(name: str) -> Iterator[SourceRef | Failure]:
    """The lines of a list that the person called one: a missing path is reported, not taken for text."""
    path = Path(name)
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        yield _failure(name, refuse("E101"))
        return
    except PermissionError:
        yield _failure(name, refuse("E102"))
        return
    except (OSError, UnicodeDecodeError) as error:
        yield _failure(name, refuse("E122", str(error)))
        return
    entries = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not entries:
        yield _failure(name, refuse("E114"))
    for entry in entries:
        yield from _expand_entry(entry, path)


def _expand_entry(entry: str, listed_in: Path) -> Iterator[SourceRef | Failure]:
    if is_address(entry) or Path(entry).exists():
        beside = entry
    else:
        beside = str(listed_in.parent / entry)
        beside = beside if Path(beside).exists() else entry
    if Path(beside).is_dir():
        yield from _in_folder(Path(beside))
    else:
        yield SourceRef(uri=beside)


def _entries(path: Path) -> list[str] | None:
    """The lines of a file if every one is an existing path or an address, so that the file is a list and no text."""
    if not 0 < path.stat().st_size <= LONGEST_LIST:
        return None
    with path.open("rb") as handle:
        first = handle.readline(LONGEST_PATH + 2)
        if not _is_entry(first, path):
            return None
        lines = [first, *handle.read().splitlines()]
    entries = [line.decode("utf-8", "replace").strip() for line in lines if line.strip()]
    return entries if all(_is_entry(line, path) for line in lines if line.strip()) else None


def _is_entry(line: bytes, path: Path) -> bool:
    words = line.decode("utf-8", "replace").strip()
    if not words or len(words) > LONGEST_PATH or "\x00" in words:
        return False
    if is_address(words):
        return " " not in words
    try:
        return Path(words).exists() or (path.parent / words).exists()
    except OSError:
        return False


def _failure(uri: str, error: ReadingError) -> Failure:
    return failure_of(uri, error)
