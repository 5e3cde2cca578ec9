"""`onrecord statements`: who said what."""

from typing import get_args

import click

from onrecord.cli.options import WHO_AND_WHEN, filter_options, filters_of, json_option, kind_option, shared_options
from onrecord.model.items import Manner, Stance

EXAMPLES = """\b
Examples:
  onrecord statements --speaker "Ann Lee" --since 2024-02
  onrecord statements --party Norland --kind denies
"""


@click.command("statements", short_help="Who said what, in their words.", epilog=EXAMPLES)
@filter_options(*WHO_AND_WHEN)
@kind_option(*get_args(Manner), *get_args(Stance))
@json_option
@shared_options
def command(as_json: bool, **options: str | int | None) -> None:
    """Who said what, in their words: by date, with the speaker and the manner."""
    from onrecord.cli.absent import why_nothing
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_items
    from onrecord.output import rows
    from onrecord.output.sources import Sources

    filters = filters_of(options)
    with reading() as record:
        write_items(
            record.statements(filters),
            rows.STATEMENTS,
            lambda found: rows.statements(found, Sources(record)),
            as_json=as_json,
            nothing=lambda: why_nothing(record, filters),
        )
