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
    from onrecord.cli.settings import files
    from onrecord.comparing import reconsider
    from onrecord.output.sources import file_name
    from onrecord.reading.sources import container_of
    from onrecord.record import browsing
    from onrecord.web.settings import Settings
    from onrecord.web.uploads import folder_of, forget

    with writing() as record:
        for name in documents:
            document = record.document(name)
            uris = [source.uri for source in record.sources(document.id)]
            with record.transaction():
                removed = record.remove(document.id)
                reconsider(record, document.id, removed.questions, freed=removed.freed, reprints=removed.reprints)
            needed = {uri for uri in uris if record.look(browsing.is_read_from, container_of(uri))}
            kept = forget(folder_of(record, Settings(files=files())), (uri for uri in uris if uri not in needed))
            copy = ", the file that was kept of it" if kept else ""
            click.echo(f"Removed {file_name(document)}, its text{copy}, and all that was found in it.")
            for file in sorted({container_of(uri) for uri in needed}):
                click.echo(f"Its words still stand in {file}, from which other documents here were read.")
