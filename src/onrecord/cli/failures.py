"""`onrecord failures`: what could not be added, and what to do."""

import click

from onrecord.cli.options import json_option, shared_options


@click.command("failures", short_help="What could not be added, why, and what to do.")
@json_option
@shared_options
def command(as_json: bool) -> None:
    """What could not be added, why, and what to do; `onrecord add --only failed` tries again."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_lines_of_json, write_table
    from onrecord.output import rows

    with reading() as record:
        found = record.failures()
        if as_json:
            write_lines_of_json(found)
        else:
            write_table(rows.FAILURES, rows.failures(found), nothing="Nothing failed.")
