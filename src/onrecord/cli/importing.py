"""`onrecord import`: an export back into a record."""

from pathlib import Path

import click

from onrecord.cli.options import shared_options


@click.command("import", short_help="Bring an export back.")
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@shared_options
def command(directory: Path) -> int:
    """Bring a JSON Lines export into the record; what is there already stays as it is.

    Every line is checked. One that does not hold is refused with its file and number, the rest is taken.
    """
    from onrecord.cli.main import OK, SOME_FAILED
    from onrecord.cli.session import writing
    from onrecord.comparing import compare
    from onrecord.output import import_jsonl
    from onrecord.output.summary import headline
    from onrecord.output.wording import count

    with writing(create=True) as record:
        done = import_jsonl(record, directory, then=compare)
    did = {"added": done.added, "updated": done.updated, "already there": done.unchanged}
    click.echo(f"Documents: {headline(did)}. New reviews: {done.reviews:,}.")
    for refusal in done.refused:
        click.echo(f"Refused {refusal}", err=True)
    if done.refused:
        click.echo(f"{count(len(done.refused), 'line')} refused.", err=True)
    return SOME_FAILED if done.refused else OK
