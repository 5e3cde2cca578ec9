"""`onrecord import`: an export back into a record."""

from pathlib import Path

import click

from onrecord.cli.options import shared_options


@click.command("import", short_help="Bring an export back.")
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@shared_options
def command(directory: Path) -> None:
    """Bring a JSON Lines export into the record; what is there already stays as it is."""
    from onrecord.cli.session import writing
    from onrecord.output.importing import import_

    with writing(create=True) as record:
        import_(record, directory)
