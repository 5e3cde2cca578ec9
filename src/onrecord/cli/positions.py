"""`onrecord positions`: who answers which question how."""

from itertools import islice

import click

from onrecord.cli.options import filter_options, filters_of, json_option, shared_options

NOTHING_SHARED = "No question is answered by more than one side. With --all: every question."


@click.command("positions", short_help="Who answers which question how, since when.")
@click.argument("words", required=False, metavar="[WORDS|ID]")
@filter_options("party", "speaker", "since", "until", "question", "document", "limit")
@click.option("--all", "everything", is_flag=True, help="Also questions that only one party answers.")
@json_option
@shared_options
def command(words: str | None, as_json: bool, everything: bool, **options: str | int | None) -> None:
    """Who answers which question how, and since when: a matrix of questions by parties.

    Of all questions, or of those with these words or this id.
    """
    from msgspec.structs import replace

    from onrecord.cli.absent import why_nothing
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_json, write_table
    from onrecord.output.positions import asked, is_shared, matrix

    filters = filters_of(options | ({"question": words} if words else {}))
    with reading() as record:
        passing = asked(record, replace(filters, limit=None))
        shown = (each for each in passing if everything or filters.question or is_shared(each))
        found = list(islice(shown, filters.limit))
        if as_json:
            write_json(found)
        else:
            write_table(*matrix(found), nothing=lambda: why_nothing(record, filters, NOTHING_SHARED))
