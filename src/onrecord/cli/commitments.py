"""`onrecord commitments`: what was promised."""

from datetime import date
from typing import get_args

import click

from onrecord.cli.options import as_of_option, filter_options, filters_of, json_option, kind_option, shared_options
from onrecord.model.items import CommitmentKind

EXAMPLES = """\b
Examples:
  onrecord commitments --overdue --as-of today
  onrecord commitments --party Norland --kind pledge
"""


@click.command("commitments", short_help="What was promised, and what became of it.", epilog=EXAMPLES)
@filter_options("party", "outlet", "since", "until", "document", "limit")
@kind_option(*get_args(CommitmentKind))
@click.option("--overdue", "late", is_flag=True, help="Only those due by then that nothing in the record reports done.")
@as_of_option
@click.option("--all", "everything", is_flag=True, help="Each report of an undertaking by itself.")
@json_option
@shared_options
def command(as_json: bool, late: bool, as_of: date | None, everything: bool, **options: str | int | None) -> None:
    """What was promised: by whom, with whom, by when, and what became of it.

    What several documents report stands once, with the earliest report's id.
    """
    from itertools import islice

    from onrecord.cli.absent import why_nothing
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_items
    from onrecord.comparing.undertakings import told_once
    from onrecord.output import rows
    from onrecord.output.deadlines import lapsed, with_lapses

    filters = filters_of({name: value for name, value in options.items() if name != "limit"})
    most = options.get("limit")
    with reading() as record:
        overdue = {finding.items[0]: finding for finding in lapsed(record, filters, as_of)}
        found = with_lapses(record.commitments(filters), overdue)
        if late:
            found = (commitment for commitment in found if commitment.id in overdue)
        if not everything and not as_json:
            found = (group[0] for group in told_once(found))
        listed = islice(found, int(most) if most is not None else None)
        write_items(
            listed, rows.COMMITMENTS, rows.commitments, as_json=as_json, nothing=lambda: why_nothing(record, filters)
        )
