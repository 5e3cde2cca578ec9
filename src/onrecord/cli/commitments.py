"""`onrecord commitments`: what was promised."""

import click

from onrecord.cli.options import filter_options, filters_of, json_option, shared_options


@click.command("commitments", short_help="What was promised, and what became of it.")
@filter_options("party", "outlet", "since", "until", "document", "kind", "limit")
@json_option
@shared_options
def command(as_json: bool, **options: str | int | None) -> None:
    """What was promised: by whom, with whom, by when, and what became of it."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_items
    from onrecord.output import rows

    with reading() as record:
        write_items(record.commitments(filters_of(options)), rows.COMMITMENTS, rows.commitments, as_json=as_json)
