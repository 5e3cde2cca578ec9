"""`onrecord export`: the record as files for other programs."""

from datetime import date
from pathlib import Path

import click

from onrecord.cli.options import as_of_option, shared_options

EXAMPLES = """\b
Examples:
  onrecord export talks-export
  onrecord export talks-csv --format csv
"""


@click.command("export", short_help="Write the record as JSON Lines or CSV.", epilog=EXAMPLES)
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="JSON Lines, which can be imported again, or CSV.",
)
@as_of_option
@shared_options
def command(directory: Path, form: str, as_of: date | None) -> None:
    """Write the whole record into DIRECTORY, one file a kind."""
    from onrecord.cli.session import reading
    from onrecord.output import export_csv, export_jsonl

    with reading() as record:
        counts = (export_jsonl if form == "jsonl" else export_csv)(record, directory, as_of)
    for name, number in counts.items():
        click.echo(f"{number:>9,}  {directory / name}.{form}")
