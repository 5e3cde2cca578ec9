"""`onrecord verify`: whether everything still holds."""

import click

from onrecord.cli.options import json_option, shared_options


@click.command("verify", short_help="Check that every span and hash still holds.")
@json_option
@shared_options
def command(as_json: bool) -> int:
    """Check every span against its text, every hash against its content, and the search index.

    A record of an earlier version holds when it is as it was kept; how many documents to annotate again is told, and
    how many verdicts have lost the words they were given on.
    """
    from onrecord.annotating import version
    from onrecord.cli.main import OK, RECORD
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import note, write_lines_of_json
    from onrecord.output.rows import tally
    from onrecord.output.wording import count
    from onrecord.record import browsing

    with reading() as record:
        found = 0
        for problem in record.verify():
            found += 1
            if as_json:
                write_lines_of_json([problem])
            else:
                click.echo(f"{problem.item}: {problem.kind}: {problem.reason}")
        counts = record.counts()
        earlier = record.look(browsing.kept_by_others, version())
        lost = len(record.lost_reviews())
    if earlier and not as_json:
        note(f"Annotated by another version: {count(earlier, 'document')}. To annotate again: onrecord add SOURCE")
    if lost and not as_json:
        note(f"Without the words they were given on, and kept: {count(lost, 'verdict')}.")
    if found:
        click.echo(
            f"{found:,} do not hold. Restore a copy, or remove the documents concerned and add them again.", err=True
        )
        return RECORD
    if not as_json:
        click.echo(f"All holds: {tally(counts) or 'an empty record'}.")
    return OK
