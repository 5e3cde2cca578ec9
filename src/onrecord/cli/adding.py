"""`onrecord add`: the main job, ended by its summary."""

from typing import TYPE_CHECKING

import click

from onrecord.cli.options import json_option, setting_option, shared_options

if TYPE_CHECKING:
    from onrecord.scaling.adding import Summary


def _date(ctx: click.Context, param: click.Parameter, given: str | None) -> str | None:
    """A publication date that reading understands, or a refusal before anything is read."""
    if given is None:
        return None
    from onrecord.model.errors import ReadingError
    from onrecord.reading.dating import given_date

    try:
        given_date(given)
    except ReadingError as error:
        raise click.BadParameter(f"{error.reason}. {error.remedy}", ctx, param) from None
    return given


EXAMPLES = """\b
Examples:
  onrecord add reports/ call.pdf "wire/*.html"
  onrecord add @list-of-paths.txt release.eml
  onrecord add --published 2024-02-08 call.txt
  onrecord add --only failed
"""


@click.command("add", short_help="Put documents on the record, and see what they say.", epilog=EXAMPLES)
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option(
    "--published", metavar="DATE", callback=_date, help="The publication date of these sources, where you know it."
)
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
