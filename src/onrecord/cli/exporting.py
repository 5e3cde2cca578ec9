"""`onrecord export`: the record as files for other programs."""

from pathlib import Path

import click

from onrecord.cli.options import shared_options


@click.command("export", short_help="Write the record as JSON Lines or CSV.")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="JSON Lines or CSV.",
)
@shared_options
def command(directory: Path, form: str) -> None:
    """Write the whole record into DIRECTORY, one file a kind."""
    from onrecord.cli.session import reading
    from onrecord.output import csv, jsonl

    with reading() as record:
        write = jsonl.export if form == "jsonl" else csv.export
        write(record, directory)
        click.echo(f"Written to {directory}.", err=True)
