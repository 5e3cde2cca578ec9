"""`onrecord remove`: take documents off the record."""

import click

from onrecord.cli.options import shared_options


@click.command("remove", short_help="Take documents off the record.")
@click.argument("documents", nargs=-1, required=True, metavar="ID...")
@shared_options
def command(documents: tuple[str, ...]) -> None:
    """Take documents off the record, with their text and all that was found in them.

    Reviews stay, as the trail of who decided what.
    """
    from onrecord.cli.session import writing
    from onrecord.comparing import reconsider
    from onrecord.output.sources import file_name

    with writing() as record:
        for name in documents:
            document = record.document(name)
            with record.transaction():
                removed = record.remove(document.id)
                reconsider(record, document.id, removed.questions)
            click.echo(f"Removed {file_name(document)}, its text, and all that was found in it.")
