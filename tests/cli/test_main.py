"""The command as a whole: quick to help, plain about errors, exit codes as documented."""

import os
import resource
import shlex
import subprocess
import sys

import click
import pytest

from onrecord.cli.main import MODULES
from onrecord.cli.main import onrecord as group
from onrecord.model.errors import ReadingError, UsageError

COMMAND = [sys.executable, "-c", "from onrecord.cli.main import main; main()"]
HEAVY = ("spacy", "sqlalchemy", "alembic", "rich", "trafilatura", "lxml", "numpy", "multiprocessing")


def started(*arguments, **options):
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False, **options)


def test_help_takes_less_than_a_third_of_a_second():
    """Processor time, the least of several warm runs: what else the machine does is not the command's."""
    started("--help")
    times = []
    for _ in range(7):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started("--help")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    assert min(times) < 0.3


def test_the_package_runs_as_a_module():
    told = subprocess.run([sys.executable, "-m", "onrecord", "--version"], capture_output=True, text=True, check=True)
    assert told.stdout == started("--version").stdout


def test_help_imports_nothing_heavy():
    script = (
        "import sys; from onrecord.cli.main import run; run(['--help']); "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert shown.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", MODULES)
def test_every_command_has_help_a_short_help_and_options_explained(name):
    command = group.get_command(click.Context(group), name)
    assert command.help
    assert command.short_help.endswith(".")
    assert len(command.short_help) <= 60
    for part in (command, *getattr(command, "commands", {}).values()):
        unexplained = [p.name for p in part.params if isinstance(p, click.Option) and not p.help]
        assert unexplained == []


def test_a_mistyped_command_names_the_one_that_was_meant(onrecord):
    code, _, errors = onrecord("statments")
    assert code == 2
    assert "There is no command “statments”. Did you mean “statements”?" in errors
    assert "Did you mean “conflicts”?" in onrecord("contradictions")[2]


def test_a_file_in_place_of_a_command_is_told_how_to_be_added(onrecord, tmp_path):
    (tmp_path / "report.txt").write_text("words")
    assert "onrecord add report.txt" in onrecord("report.txt")[2]


def test_an_error_is_one_line_with_its_code_and_what_to_do(onrecord):
    code, output, errors = onrecord("statements")
    assert (code, output) == (3, "")
    assert errors.startswith("onrecord: E3")
    assert errors.count("\n") == 1


def test_traceback_shows_the_rest(onrecord, capsys):
    with pytest.raises(Exception, match="E3"):
        onrecord("statements", "--traceback")


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (UsageError("E501", "no"), 2), (ReadingError("E101", "no"), 1), (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 0), (click.UsageError("no"), 2), (click.Abort(), 130),
    ],
)  # fmt: skip
def test_exit_codes(onrecord, monkeypatch, raised, code):
    def fail(*_arguments, **_options):
        raise raised

    monkeypatch.setattr("onrecord.cli.main._hush_stdout", lambda: None)
    monkeypatch.setattr(group, "make_context", fail)
    assert onrecord("documents")[0] == code


def test_a_reader_that_goes_away_is_no_error(filled):
    """`onrecord statements | head -1` ends quietly."""
    with subprocess.Popen(
        [*COMMAND, "statements", "--json", "--record", str(filled)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        assert process.wait() == 0
        assert process.stderr.read() == b""


def test_no_colours_and_no_boxes_in_a_pipe(filled):
    shown = started("statements", "--record", str(filled), env={**os.environ, "COLUMNS": "40"})
    assert shown.returncode == 0
    assert "\x1b" not in shown.stdout
    assert not set(shown.stdout) & set("│┃─━┌└╭╰")


def examples():
    """The example lines of every command's help."""
    with click.Context(group) as context:
        commands = [group.get_command(context, name) for name in MODULES]
    lines = [line.strip() for command in commands for line in (command.epilog or "").splitlines()]
    return [line for line in lines if line.startswith("onrecord ")]


def test_commands_show_examples():
    assert len(examples()) >= 20


@pytest.mark.parametrize("line", examples())
def test_an_example_of_the_help_is_understood(line):
    words = shlex.split(line.partition(" > ")[0])[1:]
    with group.make_context("onrecord", words[:0], resilient_parsing=True) as context:
        name, command, rest = group.resolve_command(context, words)
        command.make_context(name, rest, parent=context)  # raises what is wrong with the line
