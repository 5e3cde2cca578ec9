"""`onrecord figures`: what was counted."""

import click

from onrecord.cli.options import WHO_AND_WHEN, filter_options, filters_of, json_option, shared_options


@click.command("figures", short_help="What was counted, on which basis.")
@filter_options(*WHO_AND_WHEN, "measure", "kind")
@json_option
@shared_options
def command(as_json: bool, **options: str | int | None) -> None:
    """Quantities: how much of what, whose, where, for which time, compared with what."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_items
    from onrecord.output import rows
    from onrecord.output.sources import Sources

    with reading() as record:
        write_items(
            record.figures(filters_of(options)),
            rows.FIGURES,
            lambda found: rows.figures(found, Sources(record)),
            as_json=as_json,
        )
