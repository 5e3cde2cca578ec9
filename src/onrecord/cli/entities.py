"""`onrecord entities`: who and what is named."""

import click

from onrecord.cli.options import filter_options, filters_of, json_option, shared_options


@click.command("entities", short_help="People, organisations, places, things.")
@filter_options("party", "document", "kind", "text", "limit")
@json_option
@shared_options
def command(as_json: bool, **options: str | int | None) -> None:
    """People, organisations, places and things, with their names and offices."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_items
    from onrecord.output import rows

    with reading() as record:
        write_items(record.entities(filters_of(options)), rows.ENTITIES, rows.entities, as_json=as_json)
