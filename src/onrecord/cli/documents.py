"""`onrecord documents`: what was read."""

from typing import get_args

import click

from onrecord.cli.options import filter_options, filters_of, json_option, kind_option, shared_options
from onrecord.model.documents import Genre


@click.command("documents", short_help="What was read.")
@filter_options("outlet", "since", "until", "limit")
@kind_option(*get_args(Genre))
@json_option
@shared_options
def command(as_json: bool, **options: str | int | None) -> None:
    """The documents on the record, by date."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_items
    from onrecord.output import rows

    with reading() as record:
        write_items(record.documents(filters_of(options)), rows.DOCUMENTS, rows.documents, as_json=as_json)
