"""Options that several commands share, and the filters they make."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from onrecord.record import Filters

_STRETCH = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)
F = TypeVar("F", bound=Callable[..., Any])
FLAGS = "onrecord.flags"
"""Where in click's `meta` the settings given as options are kept, by name."""


def _remember(ctx: click.Context, param: click.Parameter, value: object) -> None:
    if value is not None and param.name:
        ctx.meta.setdefault(FLAGS, {})[param.name] = value


traceback_option = click.option(
    "--traceback", is_flag=True, expose_value=False, help="Show where in the code an error arose."
)


def shared_options(function: F) -> F:
    """`--record` and `--traceback`, before or after the command's name."""
    for option in (
        traceback_option,
        click.option(
            "--record", metavar="PATH|URL", expose_value=False, callback=_remember,
            help="The record: a file, or a postgresql:// URL. [default: onrecord.db here, or ONRECORD_RECORD]",
        ),
    ):  # fmt: skip
        function = option(function)
    return function


def setting_option(name: str, **attributes: Any) -> Callable[[F], F]:  # noqa: ANN401 - passed on to click
    """An option that sets a setting for this run."""
    return click.option(f"--{name.replace('_', '-')}", expose_value=False, callback=_remember, **attributes)


json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")


def a_day(ctx: click.Context, param: click.Parameter, given: str | None) -> date | None:
    """The day that an option names."""
    if given is None:
        return None
    try:
        return date.today() if given == "today" else date.fromisoformat(given)
    except ValueError:
        raise click.BadParameter(f"“{given}” is neither a day like 2024-02-08 nor “today”", ctx, param) from None


as_of_option = click.option(
    "--as-of",
    metavar="DAY|today",
    callback=a_day,
    help="Promises are overdue as of this day. [default: the latest document's]",
)


def _stretch(ctx: click.Context, param: click.Parameter, given: str | None) -> str | None:
    """A day, month or year as it was given, once it is sure that there is such a one."""
    if given is None:
        return None
    try:
        if not _STRETCH.fullmatch(given):
            raise ValueError(given)
        date.fromisoformat((given + "-01-01")[: len("2024-02-08")])
    except ValueError:
        raise click.BadParameter(
            f"“{given}” is no day, month or year like 2024-02-08, 2024-02 or 2024", ctx, param
        ) from None
    return given


_FILTERS: dict[str, Callable[[Any], Any]] = {
    "speaker": click.option("--speaker", metavar="NAME", help="By this speaker: any words of a name."),
    "party": click.option("--party", metavar="NAME", help="For this government, agency or company."),
    "outlet": click.option("--outlet", metavar="NAME", help="In this outlet's documents."),
    "since": click.option(
        "--since", metavar="DATE", callback=_stretch, help="From this day, month or year on (2023-10-05, 2023-10)."
    ),
    "until": click.option("--until", metavar="DATE", callback=_stretch, help="Up to and with this day, month or year."),
    "question": click.option("--question", metavar="WORDS|ID", help="On this question."),
    "document": click.option("--document", metavar="ID", help="In this document; the id's beginning will do."),
    "measure": click.option("--measure", metavar="WORDS", help="Of what is counted: any words of it."),
    "text": click.option("--text", metavar="WORDS", help="With these words, or a \"quoted phrase\"."),
    "limit": click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many."),
}  # fmt: skip


def filter_options(*names: str) -> Callable[[F], F]:
    """The filters that make sense for a command, in one order everywhere. They arrive as keyword arguments."""

    def decorate(function: F) -> F:
        for name in reversed([name for name in _FILTERS if name in names]):
            function = _FILTERS[name](function)
        return function

    return decorate


class _Kinds(click.Choice[str]):
    """Sorts as the export names them, or as tables write them: "call for" is `call_for`."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return super().convert(value.replace(" ", "_"), param, ctx)


def kind_option(*sorts: str) -> Callable[[F], F]:
    """`--kind`, one of the sorts that a kind of item has."""
    return click.option("--kind", type=_Kinds(sorts), metavar="KIND", help=f"Of this sort: {', '.join(sorts)}.")


WHO_AND_WHEN = ("speaker", "party", "outlet", "since", "until", "question", "document", "limit")


def filters_of(options: Mapping[str, str | int | None]) -> "Filters":
    """The filters that were given."""
    import msgspec

    from onrecord.record import Filters

    return msgspec.convert({name: value for name, value in options.items() if value is not None}, Filters)
