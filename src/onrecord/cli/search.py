"""`onrecord search`: passages that hold words."""

import click

from onrecord.cli.options import filter_options, filters_of, json_option, shared_options

EXAMPLES = """\b
Examples:
  onrecord search harbour '"second dam"'
  onrecord search ferry --outlet Courier --since 2024
"""


@click.command("search", short_help="Passages that hold words.", epilog=EXAMPLES)
@click.argument("words", nargs=-1, required=True)
@filter_options("outlet", "since", "until", "document", "limit")
@json_option
@shared_options
def command(words: tuple[str, ...], as_json: bool, **options: str | int | None) -> None:
    """Passages that hold all of WORDS, the best first; put a phrase between quotation marks."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import note, paint, text_width, write, write_lines_of_json
    from onrecord.output.hits import lines
    from onrecord.output.sources import Sources

    with reading() as record:
        hits = record.search(" ".join(words), filters_of(options))
        if as_json:
            write_lines_of_json(hits)
        elif not write(lines(hits, Sources(record), width=text_width(), paint=paint())):
            note("Nothing matches.")
