"""`onrecord claims`: single propositions."""

from typing import get_args

import click

from onrecord.cli.options import WHO_AND_WHEN, filter_options, filters_of, json_option, kind_option, shared_options
from onrecord.model.items import Modality, Polarity


@click.command("claims", short_help="Single propositions, and who holds them.")
@filter_options(*WHO_AND_WHEN)
@kind_option(*get_args(Modality), *get_args(Polarity))
@json_option
@shared_options
def command(as_json: bool, **options: str | int | None) -> None:
    """What is held to be so, one proposition each, with who holds it."""
    from onrecord.cli.absent import why_nothing
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_items
    from onrecord.output import rows

    filters = filters_of(options)
    with reading() as record:
        write_items(
            record.claims(filters), rows.CLAIMS, rows.claims, as_json=as_json,
            nothing=lambda: why_nothing(record, filters),
        )  # fmt: skip
