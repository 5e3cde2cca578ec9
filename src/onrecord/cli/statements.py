"""`onrecord statements`: who said what."""

import click

from onrecord.cli.options import WHO_AND_WHEN, filter_options, filters_of, json_option, shared_options


@click.command("statements", short_help="Who said what, in their words.")
@filter_options(*WHO_AND_WHEN, "kind")
@json_option
@shared_options
def command(as_json: bool, **options: str | int | None) -> None:
    """Who said what, in their words: by date, with the speaker and the manner."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_items
    from onrecord.output import rows
    from onrecord.output.sources import Sources

    with reading() as record:
        write_items(
            record.statements(filters_of(options)),
            rows.STATEMENTS,
            lambda found: rows.statements(found, Sources(record)),
            as_json=as_json,
        )
