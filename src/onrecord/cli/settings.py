"""Settings: each value and where it came from: a flag, else the environment, else the file, else the default."""

import difflib
import getpass
import os
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import click

from onrecord.cli.options import FLAGS
from onrecord.model.errors import UsageError

FILE = "onrecord.toml"
FILE_VARIABLE = "ONRECORD_CONFIG"


class Setting(NamedTuple):
    """A setting that there is: its name, what it means, how its text is read, and its default."""

    name: str
    meaning: str
    read: Callable[[object], object]
    default: object

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"ONRECORD_{self.name.upper()}"


class Value(NamedTuple):
    """A setting's value and where it came from."""

    setting: Setting
    value: object
    origin: str


def _positive(text: object) -> int:
    number = int(str(text))
    if number < 1:
        raise ValueError
    return number


def _share(text: object) -> float:
    number = float(str(text))
    if not 0 <= number <= 1:
        raise ValueError
    return number


def _text(text: object) -> str:
    if not isinstance(text, str) or not text:
        raise ValueError
    return text


SETTINGS = (
    Setting("record", "the record: a file, or a postgresql:// URL", _text, "onrecord.db"),
    Setting("workers", "processes that read and annotate; if absent one a processor", _positive, None),
    Setting("min_score", "the least score of a conflict that is shown without --all", _share, None),
    Setting("reviewer", "the name that stands on your reviews", _text, None),
    Setting("files", "the folder that keeps files dropped in a browser; if absent beside the record", _text, None),
)  # fmt: skip
_BY_NAME = {setting.name: setting for setting in SETTINGS}


def settings() -> list[Value]:
    """Every setting as the running command sees it."""
    context = click.get_current_context()
    file, where = _file(os.environ)
    return [resolve(setting, context.meta.get(FLAGS, {}), os.environ, file, where) for setting in SETTINGS]


def setting(name: str) -> object:
    """The value of one setting."""
    return next(value.value for value in settings() if value.setting.name == name)


def record_location() -> str:
    """Where the record is."""
    return str(setting("record"))


def workers() -> int | None:
    """How many processes read and annotate, where that was said."""
    number = setting("workers")
    return number if isinstance(number, int) else None


def files() -> Path | None:
    """Where files that were dropped in a browser are kept, where that was said."""
    named = setting("files")
    return Path(str(named)) if named else None


def least_score() -> float:
    """From which score on conflicts are shown."""
    from onrecord.comparing import DEFAULT_SCORE

    least = setting("min_score")
    return least if isinstance(least, float) else DEFAULT_SCORE


def reviewer() -> str:
    """Who reviews: as set, or the account's name."""
    named = setting("reviewer")
    return str(named) if named else getpass.getuser()


def resolve(
    setting: Setting,
    flags: Mapping[str, object],
    environment: Mapping[str, str],
    file: Mapping[str, object],
    where: str,
) -> Value:
    """A setting's value by the order of precedence."""
    if setting.name in flags:
        return _read(setting, flags[setting.name], f"flag --{setting.name.replace('_', '-')}")
    if environment.get(setting.variable):
        return _read(setting, environment[setting.variable], f"environment {setting.variable}")
    if setting.name in file:
        return _read(setting, file[setting.name], f"file {where}")
    return Value(setting, setting.default, "default")


def _read(setting: Setting, text: object, origin: str) -> Value:
    try:
        return Value(setting, setting.read(text), origin)
    except (TypeError, ValueError) as error:
        raise UsageError(
            "E510",
            f"{setting.name} cannot be {text!r}",
            where=origin,
            remedy=f"It is {setting.meaning}",
        ) from error


def _file(environment: Mapping[str, str]) -> tuple[dict[str, object], str]:
    named = environment.get(FILE_VARIABLE)
    path = Path(named or FILE)
    if not named and not path.is_file():
        return {}, FILE
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError("E511", f"the settings file cannot be read ({error.strerror})", where=str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError("E511", f"the settings file is not TOML ({error})", where=str(path)) from error
    for name in values:
        if name not in _BY_NAME:
            near = difflib.get_close_matches(name, _BY_NAME, n=1)
            known = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(_BY_NAME)}"
            raise UsageError("E512", f"there is no setting “{name}”", where=str(path), remedy=known)
    return values, str(path)
