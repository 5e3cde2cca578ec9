"""One line of an export as its type, or the reason why it is refused."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

S = TypeVar("S", bound=msgspec.Struct)

ID = re.compile(r"[a-z_]{1,20}-[0-9a-f]{24}")


class Refused(Exception):
    """A line does not hold."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """A line that was not imported, and why."""

    file: str
    line: int
    code: str
    reason: str

    def __str__(self) -> str:
        return f"{self.code} {self.file}:{self.line}: {self.reason}"


def decoded(raw: bytes, kind: type[S]) -> S:
    """A line as its type, with no field that the format does not know."""
    try:
        given = msgspec.json.decode(raw)
        line = msgspec.json.decode(raw, type=kind)
    except msgspec.ValidationError as error:
        raise Refused("E412", f"a field is missing or of the wrong type: {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused("E410", f"it is not a line of JSON: {error}") from error
    strange = next(_strange(given, msgspec.to_builtins(line), ""), None)
    if strange:
        raise Refused("E411", f"the format has no field {strange[:60]!r}")
    return line


def _strange(given: Any, understood: Any, path: str) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """The fields of a JSON value that were not understood."""
    if isinstance(given, dict) and isinstance(understood, dict):
        for name, value in given.items():
            if name not in understood:
                yield f"{path}{name}"
            else:
                yield from _strange(value, understood[name], f"{path}{name}.")
    elif isinstance(given, list) and isinstance(understood, list | tuple):
        for one, other in zip(given, understood, strict=False):
            yield from _strange(one, other, path)


def check_id(name: str) -> None:
    """Refuse what is not an id: a path, a name, an overlong string."""
    if not ID.fullmatch(name):
        raise Refused("E415", f"this is not an id: {name[:60]!r}")


def check_score(score: float) -> None:
    """Refuse a score that is no probability."""
    if not 0 <= score <= 1:
        raise Refused("E412", f"its score {score} is not in 0–1")
