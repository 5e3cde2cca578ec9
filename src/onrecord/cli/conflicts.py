"""`onrecord conflicts`: where the record disagrees, words beside words."""

from datetime import date
from typing import get_args

import click

from onrecord.cli.options import (
    WHO_AND_WHEN,
    as_of_option,
    filter_options,
    filters_of,
    json_option,
    setting_option,
    shared_options,
)
from onrecord.model.findings import FindingKind


@click.command("conflicts", short_help="Words beside words: what does not go together.")
@filter_options(*WHO_AND_WHEN)
@click.option(
    "--kind",
    type=click.Choice(get_args(FindingKind)),
    help="Only findings of this kind. [default: all but agreement and progress]",
)
@as_of_option
@setting_option("min_score", type=click.FloatRange(0, 1), metavar="SCORE", help="From this score on. [default: 0.6]")
@click.option("--all", "everything", is_flag=True, help="Also findings of any score, and those that were rejected.")
@json_option
@shared_options
def command(as_json: bool, everything: bool, as_of: date | None, **options: str | int | None) -> None:
    """Where the record disagrees: the words of both sides, what was checked, and why."""
    from onrecord.cli.absent import why_nothing
    from onrecord.cli.session import reading
    from onrecord.cli.settings import least_score
    from onrecord.cli.terminal import note, paint, text_width, width, write, write_json
    from onrecord.output.conflict import conflict, judged
    from onrecord.output.disputes import CONFLICTS, chosen, reviewed
    from onrecord.output.sources import Sources

    filters = filters_of(options)
    with reading() as record:
        kinds = (filters.kind,) if filters.kind else CONFLICTS
        found = chosen(
            record, filters, kinds=kinds, least=0.0 if everything else least_score(), rejected=everything, as_of=as_of
        )
        if as_json:
            write_json(reviewed(record, found))
            return
        sources, verdicts = Sources(record), record.verdicts()
        shown = 0
        for finding in found:
            if shown:
                print("\n")
            columns = min(width() or text_width(), 140)
            shown += 1
            write(
                conflict(
                    record, sources, finding, width=columns, paint=paint(), by_whom=judged(verdicts.get(finding.id))
                )
            )
        if shown:
            note("\nOne side in its context: onrecord show ID. To judge: onrecord review ID accept|reject|unsure")
        else:
            note(why_nothing(record, filters, "Nothing matches. With --all also findings of a lower score."))
