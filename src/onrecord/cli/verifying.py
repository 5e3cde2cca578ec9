"""`onrecord verify`: whether everything still holds."""

import click

from onrecord.cli.options import json_option, shared_options


@click.command("verify", short_help="Check that every span and hash still holds.")
@json_option
@shared_options
def command(as_json: bool) -> int:
    """Check every span against its text, every hash against its content, and the search index."""
    from onrecord.cli.main import OK, RECORD
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_lines_of_json
    from onrecord.output.rows import tally

    with reading() as record:
        found = 0
        for problem in record.verify():
            found += 1
            if as_json:
                write_lines_of_json([problem])
            else:
                click.echo(f"{problem.item}: {problem.kind}: {problem.reason}")
        counts = record.counts()
    if found:
        click.echo(
            f"{found:,} do not hold. Restore a copy, or remove the documents concerned and add them again.", err=True
        )
        return RECORD
    if not as_json:
        click.echo(f"All holds: {tally(counts) or 'an empty record'}.")
    return OK
