"""Write the pages of the reference that the code itself knows: the command line, and why reading refuses a source.

Run `python docs/write_reference.py` after a change of either; a test holds the pages to the code.
"""

import sys
from pathlib import Path

import click

HERE = Path(__file__).parent / "reference"


def command_line() -> str:
    """The page of all commands: the help each of them prints."""
    from onrecord.cli.main import onrecord

    lines = [
        "# The command line",
        "",
        "Written from the help of the commands. What follows `onrecord` is the command; `--json` gives one JSON",
        "object a line with the fields of [the export format](export-format.md).",
        "",
    ]
    for name, command in [("onrecord", onrecord), *_commands(onrecord, "onrecord")]:
        context = click.Context(
            command, info_name=name, max_content_width=100, terminal_width=100, help_option_names=["-h", "--help"]
        )
        lines += [
            f"## {name}",
            "",
            "```text",
            *(line.rstrip() for line in command.get_help(context).splitlines()),
            "```",
            "",
        ]
    return "\n".join(lines)


def reading_refusals() -> str:
    """The table of the codes of reading."""
    from onrecord.reading.refusals import REFUSALS

    rows = [
        f"| {code} | {refusal.reason.replace('{detail}', '…')} | {refusal.remedy} |"
        for code, refusal in REFUSALS.items()
    ]
    return "\n".join(["| code | what is wrong | what to do |", "| --- | --- | --- |", *rows])


def errors(page: str) -> str:
    """The page of errors with its first table written anew."""
    begin, end = "<!-- reading -->", "<!-- /reading -->"
    head, rest = page.split(begin)
    return f"{head}{begin}\n{reading_refusals()}\n{end}{rest.split(end)[1]}"


def _commands(group: click.Command, prefix: str) -> list[tuple[str, click.Command]]:
    if not isinstance(group, click.Group):
        return []
    context = click.Context(group, info_name=prefix)
    found = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None:
            found += [(f"{prefix} {name}", command), *_commands(command, f"{prefix} {name}")]
    return found


def main(check: bool) -> int:
    """Write the pages, or with `check` say which of them is not as the code has it."""
    old = HERE / "errors.md"
    pages = {HERE / "command-line.md": command_line(), old: errors(old.read_text(encoding="utf-8"))}
    stale = [page for page, text in pages.items() if page.read_text(encoding="utf-8") != text]
    for page in stale:
        if check:
            print(f"{page.name} is not as the code has it: run python docs/write_reference.py")
        else:
            page.write_text(pages[page], encoding="utf-8")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
