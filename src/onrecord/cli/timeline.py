"""`onrecord timeline`: what was said, what happened, what was promised and what is due, in order of time."""

import sys

import click

from onrecord.cli.options import WHO_AND_WHEN, filter_options, filters_of, json_option, shared_options

FORMATS = ("text", "json", "ics", "html")

EXAMPLES = """\b
Examples:
  onrecord timeline --question harbour --since 2024
  onrecord timeline --format ics > deadlines.ics
"""


@click.command("timeline", short_help="What was said, happened, or is due, in order.", epilog=EXAMPLES)
@filter_options(*WHO_AND_WHEN)
@click.option("--place", metavar="NAME", help="At or about this place.")
@click.option(
    "--only", multiple=True, type=click.Choice(["said", "happened", "promised", "due"]), help="Only this sort."
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
              help="ics: the deadlines for a calendar; html: a page with a chart.")  # fmt: skip
@json_option
@shared_options
def command(as_json: bool, form: str, place: str | None, only: tuple[str, ...], **options: str | int | None) -> None:
    """What was said, what happened, what was promised and what is due, in order of time.

    An event that several documents tell of stands once, with how many tell it.
    """
    from onrecord.cli.absent import why_nothing
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write, write_json, write_table
    from onrecord.model.items import Commitment
    from onrecord.output import calendars, timeline_page
    from onrecord.output.chronology import COLUMNS, SORTS, moments, rows
    from onrecord.output.sources import Sources

    filters = filters_of(options)
    with reading() as record:
        wanted = ("due",) if form == "ics" else only or SORTS
        found = moments(record, filters, place=place, only=wanted)
        sources = Sources(record)
        if form == "ics":
            due = (moment.item for moment in found if isinstance(moment.item, Commitment))
            sys.stdout.buffer.write(calendars.icalendar(due, sources))
        elif form == "html":
            write([timeline_page.page(found, sources)])
        elif as_json or form == "json":
            write_json(moment.item for moment in found)
        else:
            write_table(COLUMNS, rows(found, sources), nothing=lambda: why_nothing(record, filters))
