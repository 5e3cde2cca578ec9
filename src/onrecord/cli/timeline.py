"""`onrecord timeline`: what was said, what happened and what is due, in order of time."""

import click

from onrecord.cli.options import WHO_AND_WHEN, filter_options, filters_of, json_option, shared_options


@click.command("timeline", short_help="What was said, happened, or is due, in order.")
@filter_options(*WHO_AND_WHEN)
@json_option
@shared_options
def command(as_json: bool, **options: str | int | None) -> None:
    """What was said, what happened and what is due, in order of time."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_json, write_table
    from onrecord.output.chronology import COLUMNS, moments, rows
    from onrecord.output.sources import Sources

    with reading() as record:
        found = moments(record, filters_of(options))
        if as_json:
            write_json(moment.item for moment in found)
        else:
            write_table(COLUMNS, rows(found, Sources(record)))
