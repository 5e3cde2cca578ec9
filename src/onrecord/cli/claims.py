"""`onrecord claims`: single propositions."""

import click

from onrecord.cli.options import WHO_AND_WHEN, filter_options, filters_of, json_option, shared_options


@click.command("claims", short_help="Single propositions, and who holds them.")
@filter_options(*WHO_AND_WHEN, "kind")
@json_option
@shared_options
def command(as_json: bool, **options: str | int | None) -> None:
    """What is held to be so, one proposition each, with who holds it."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_items
    from onrecord.output import rows

    with reading() as record:
        write_items(record.claims(filters_of(options)), rows.CLAIMS, rows.claims, as_json=as_json)
