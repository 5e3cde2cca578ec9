"""`onrecord figures`: what was counted, set side by side, and checked against official series."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, get_args

import click

from onrecord.cli.options import WHO_AND_WHEN, filter_options, filters_of, json_option, kind_option, shared_options
from onrecord.model.items import FigureKind

if TYPE_CHECKING:
    from onrecord.model.items import Figure
    from onrecord.output.sources import Sources
    from onrecord.record import Record

EXAMPLES = """\b
Examples:
  onrecord figures --measure deaths --compare
  onrecord figures --check --readings
"""


@click.command("figures", short_help="What was counted, on which basis; compared, and checked.", epilog=EXAMPLES)
@filter_options(*WHO_AND_WHEN, "measure")
@kind_option(*get_args(FigureKind))
@click.option("--check", is_flag=True, help="Check each figure against the official series on the record.")
@click.option("--compare", "comparing", is_flag=True, help="Set figures of one measure side by side.")
@click.option("--readings", is_flag=True, help="With --check: every reading that was tried.")
@json_option
@shared_options
def command(as_json: bool, check: bool, comparing: bool, readings: bool, **options: str | int | None) -> None:
    """Quantities: how much of what, whose, where, for which time, compared with what."""
    from onrecord.cli.absent import why_nothing
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_items
    from onrecord.output import rows
    from onrecord.output.sources import Sources

    if check and comparing:
        raise click.UsageError("--check or --compare, one at a time.")
    if readings and not check:
        raise click.UsageError("--readings goes with --check.")
    filters = filters_of(options)
    with reading() as record:
        sources = Sources(record)
        figures = record.figures(filters)
        if check:
            _check(record, sources, figures, as_json=as_json, readings=readings)
        elif comparing:
            _compare(record, sources, figures, as_json=as_json)
        else:
            write_items(
                figures, rows.FIGURES, lambda found: rows.figures(found, sources), as_json=as_json,
                nothing=lambda: why_nothing(record, filters),
            )  # fmt: skip


def _check(record: "Record", sources: "Sources", figures: "Iterable[Figure]", *, as_json: bool, readings: bool) -> None:
    from onrecord.cli.terminal import note, write, write_lines_of_json, write_table
    from onrecord.comparing.against_series import check
    from onrecord.output import basis

    series, rules = record.measuring.series(), record.measuring.rules()
    if not series:
        note("There is no series to check against. To add one: onrecord series add FILE")
        return
    found = [check(sources.cited(figure), series, rules) for figure in figures]
    told = [one for one in found if one.verdict != "cannot be checked"]
    if as_json:
        write_lines_of_json(found)
        return
    if readings:
        for one in told:
            write(["  ".join(next(iter(basis.checked([one])))), *basis.readings(one), ""])
    else:
        write_table(basis.CHECKED, basis.checked(told), nothing="No figure is of what the series count.")
    left = len(found) - len(told)
    if left:
        note(f"{left} figures are of what no series here counts.")


def _compare(record: "Record", sources: "Sources", figures: "Iterable[Figure]", *, as_json: bool) -> None:
    from onrecord.cli.terminal import note, write, write_lines_of_json
    from onrecord.comparing.measured import pairs
    from onrecord.output import basis

    order = {"inconsistent": 0, "consistent": 1, "not comparable": 2}
    found = sorted(
        pairs([sources.cited(figure) for figure in figures], record.measuring.rules()),
        key=lambda pair: order[pair[2].standing],
    )
    if as_json:
        write_lines_of_json(verdict for _, _, verdict in found)
        return
    for one, other, verdict in found:
        write([*basis.pair(one, other, verdict, sources), ""])
    if not found:
        note("No two figures count one thing.")
