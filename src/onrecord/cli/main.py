"""The `onrecord` command: finds the subcommand, and turns what ends it into an exit code.

Commands are imported when they are run or listed, and import what is heavy inside their functions:
`onrecord --help` must show in 0.3 s.
"""

import difflib
import os
import sys
from importlib import import_module

import click

from onrecord import __version__
from onrecord.cli.options import shared_options
from onrecord.model.errors import OnRecordError, RecordError, UsageError

OK, SOME_FAILED, USAGE, RECORD, INTERRUPTED = 0, 1, 2, 3, 130

COMPLETION = "_ONRECORD_COMPLETE"
"""Set by the shell that asks for completions, which click answers."""

SECTIONS: dict[str, dict[str, str]] = {
    "Put documents on the record": {
        "add": "adding", "demo": "demo", "failures": "failures", "remove": "removing",
    },
    "Where it disagrees": {
        "conflicts": "conflicts", "positions": "positions",
    },
    "What it holds": {
        "documents": "documents", "statements": "statements", "claims": "claims", "figures": "figures",
        "series": "series", "measures": "measures",
        "commitments": "commitments", "entities": "entities", "timeline": "timeline", "network": "network",
        "search": "search", "show": "show",
    },
    "In a browser": {
        "serve": "serving", "users": "users",
    },
    "Judge, check, share": {
        "review": "review", "verify": "verifying", "export": "exporting", "import": "importing", "config": "config",
    },
}  # fmt: skip
"""Each command and the module of this package that holds it as `command`."""

MODULES = {name: module for section in SECTIONS.values() for name, module in section.items()}

ALSO_CALLED = {
    "contradictions": "conflicts", "disagreements": "conflicts", "findings": "conflicts", "questions": "positions",
    "promises": "commitments", "pledges": "commitments", "deadlines": "commitments", "people": "entities",
    "speakers": "entities", "parties": "entities", "events": "timeline", "relations": "network", "quotes": "statements",
    "sources": "documents", "numbers": "figures", "web": "serve",
}  # fmt: skip
"""What people call things that a command has another name for."""

HELP = """Who said what, what they counted, what they promised, and where the record disagrees.

\b
Begin with:  onrecord demo
Your own:    onrecord add *.txt
"""

EPILOG = """\b
Exit codes:
  0    done
  1    done, but some inputs failed (onrecord failures)
  2    the command is not understood, or cannot be met as asked
  3    the record cannot be opened, written or trusted
  130  stopped by Ctrl-C (run again to go on)"""


class Commands(click.Group):
    """Subcommands by name, imported on demand and listed in sections."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the help page."""
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in MODULES:
            return None
        command: click.Command = import_module(f"onrecord.cli.{MODULES[cmd_name]}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Say what may have been meant by a command that there is not."""
        name = args[0]
        if name in MODULES:
            return super().resolve_command(ctx, args)
        near = [ALSO_CALLED[name]] if name in ALSO_CALLED else difflib.get_close_matches(name, MODULES, n=1)
        hint = f" Did you mean “{near[0]}”?" if near else " See: onrecord --help"
        if os.path.exists(name):  # noqa: PTH110 - any string may stand here, a path or not
            hint = f" To put it on the record: onrecord add {name}"
        raise click.UsageError(f"There is no command “{name}”.{hint}", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One table a section, columns aligned over all of them."""
        widest = max(map(len, MODULES))
        for title, commands in SECTIONS.items():
            rows = [(name.ljust(widest), self._help(ctx, name)) for name in commands]
            with formatter.section(title):
                formatter.write_dl(rows)

    def _help(self, ctx: click.Context, name: str) -> str:
        command = self.get_command(ctx, name)
        return command.get_short_help_str(limit=80) if command else ""


@click.group(
    cls=Commands,
    help=HELP,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@shared_options
def onrecord() -> None:
    """Options before the command's name hold for it as well."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run the command line; the exit code says how it ended."""
    try:
        if COMPLETION in os.environ:
            onrecord.main(arguments, prog_name="onrecord")
        with onrecord.make_context("onrecord", list(arguments)) as context:
            code = onrecord.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.ClickException as error:
        error.show()
        return USAGE
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped. What was done is kept: run the same command again to go on.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        _hush_stdout()
        return OK
    except OnRecordError as error:
        if "--traceback" in arguments:
            raise
        click.echo(f"onrecord: {error}", err=True)
        return exit_code_of(error)
    return code if isinstance(code, int) else OK


def exit_code_of(error: OnRecordError) -> int:
    """The exit code for an error that ended a command."""
    if isinstance(error, RecordError):
        return RECORD
    return USAGE if isinstance(error, UsageError) else SOME_FAILED


def _hush_stdout() -> None:
    """After the reader of a pipe has gone, nothing may be written again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
