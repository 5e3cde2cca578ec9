"""`onrecord failures`: what could not be added, and what to do."""

import click

from onrecord.cli.options import json_option, shared_options

ALL = "all"


@click.command("failures", short_help="What could not be added, why, and what to do.")
@click.option("--forget", metavar="SOURCE|all", multiple=True, help="Take it off this list; it is not tried again.")
@json_option
@shared_options
def command(as_json: bool, forget: tuple[str, ...]) -> int:
    """What could not be added, why, and what to do; `onrecord add --only failed` tries again."""
    from onrecord.cli.main import OK
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_lines_of_json, write_table
    from onrecord.output import rows

    if forget:
        return _forget(forget)
    with reading() as record:
        found = record.failures()
        if as_json:
            write_lines_of_json(found)
        else:
            write_table(rows.FAILURES, rows.failures(found), nothing="Nothing failed.")
    return OK


def _forget(names: tuple[str, ...]) -> int:
    from onrecord.cli.main import OK, USAGE
    from onrecord.cli.session import writing
    from onrecord.cli.terminal import note
    from onrecord.output.wording import count
    from onrecord.record.rows import storable_uri

    with writing() as record:
        known = {failure.uri for failure in record.failures()}
        named = {storable_uri(name) for name in names if name != ALL}
        wanted = known if ALL in names else known & named
        with record.transaction():
            for uri in wanted:
                record.clear_failure(uri)
    for name in sorted(named - known):
        note(f"It is not on the list: {name}. See: onrecord failures")
    click.echo(f"Forgotten: {count(len(wanted), 'source')}.")
    return USAGE if named - known else OK
