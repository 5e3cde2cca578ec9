"""`onrecord config`: the settings and where each came from."""

import click

from onrecord.cli.options import json_option, shared_options


@click.group("config", short_help="Settings, and where each came from.")
def command() -> None:
    """Settings: what they are and where each came from."""


@command.command("show", short_help="Each setting's value, and where it came from.")
@json_option
@shared_options
def show(as_json: bool) -> None:
    """Each setting's value, and whether a flag, the environment, the file or the default gave it."""
    from onrecord.cli.settings import settings
    from onrecord.cli.terminal import write_lines_of_json, write_table
    from onrecord.output.listing import Column

    found = settings()
    if as_json:
        write_lines_of_json({"name": v.setting.name, "value": v.value, "origin": v.origin} for v in found)
        return
    columns = (Column("setting", "name"), Column("value"), Column("from"), Column("meaning", wide=True))
    write_table(
        columns,
        ((v.setting.name, "" if v.value is None else str(v.value), v.origin, v.setting.meaning) for v in found),
    )
