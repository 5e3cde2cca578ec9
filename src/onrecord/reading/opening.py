"""Files opened safely: the kind of file and its size are known before a byte is read, and nothing blocks."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from onrecord.reading.refusals import refuse

_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISDIR, "a folder"),
)


def open_file(path: str) -> tuple[BinaryIO, int]:
    """A regular file's bytes and size. Refuses what is missing, closed to us, empty, or no regular file."""
    try:
        mode = Path(path).stat().st_mode
        if not stat.S_ISREG(mode):
            raise refuse("E113", next((name for test, name in _KINDS if test(mode)), "special"), where=path)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError):
        raise refuse("E101", where=path) from None
    except PermissionError:
        raise refuse("E102", where=path) from None
    except (OSError, ValueError) as error:
        raise refuse("E122", getattr(error, "strerror", None) or str(error), where=path) from None
    handle = os.fdopen(descriptor, "rb")
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or status.st_size == 0:
        handle.close()
        raise refuse("E103" if stat.S_ISREG(status.st_mode) else "E113", "replaced while it was opened", where=path)
    return handle, status.st_size
