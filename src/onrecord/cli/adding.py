"""`onrecord add`: the main job, ended by its summary."""

from typing import TYPE_CHECKING

import click

from onrecord.cli.options import json_option, setting_option, shared_options

if TYPE_CHECKING:
    from onrecord.scaling.adding import Summary


@click.command("add", short_help="Put documents on the record, and see what they say.")
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option("--published", metavar="DATE", help="The publication date of these sources, where you know it.")
@click.option("--fetch", is_flag=True, help="Allow URLs to be fetched. Without it nothing goes over the network.")
@click.option("--force", is_flag=True, help="Annotate again what is already on the record.")
@click.option("--only", type=click.Choice(["failed"]), help="Only what failed before; of SOURCE, or of everything.")
@setting_option("workers", type=click.IntRange(min=1), metavar="N", help="Processes that read and annotate.")
@click.option("--quiet", "-q", is_flag=True, help="No progress, no summary; failures are still told.")
@json_option
@shared_options
def command(
    *,
    sources: tuple[str, ...],
    published: str | None,
    fetch: bool,
    force: bool,
    only: str | None,
    quiet: bool,
    as_json: bool,
) -> int:
    """Put documents on the record: files, folders, globs, lists of them, URLs with --fetch.

    HTML, PDF, DOCX, plain text, transcripts, mail, JSON Lines, RSS and Atom, WARC. It can be stopped at any
    moment and run again: what is done is not done twice, and nothing is lost.
    """
    from onrecord.cli.main import OK, SOME_FAILED
    from onrecord.cli.progress import watched
    from onrecord.cli.session import writing
    from onrecord.cli.settings import workers
    from onrecord.cli.summarising import write_summary
    from onrecord.scaling.adding import add

    if not sources and not only:
        raise click.UsageError("Say what to add, for example: onrecord add *.txt")
    with writing(create=True) as record:
        with watched(quiet=quiet) as on_progress:
            summary = add(
                record, sources, workers=workers(), published=published, fetch=fetch, force=force,
                only_failed=only == "failed", on_progress=on_progress,
            )  # fmt: skip
        if as_json:
            _write_json(summary)
        elif not quiet:
            write_summary(record, summary)
    return SOME_FAILED if summary.failures else OK


def _write_json(summary: "Summary") -> None:
    import msgspec

    click.echo(msgspec.json.encode(summary).decode())
