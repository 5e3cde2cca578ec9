"""`onrecord series`: official figures to check cited ones against."""

from pathlib import Path

import click

from onrecord.cli.options import json_option, shared_options


@click.group("series", short_help="Official series that figures are checked against.")
def command() -> None:
    """Official series: put one on the record, list them, lay two side by side."""


@command.command("add", short_help="Put the series of a file on the record.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--descriptor", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="What the columns mean. [default: FILE.json beside it]")  # fmt: skip
@click.option("--measure", metavar="WORDS", help="What is counted, if the file does not say it as you do.")
@click.option("--unit", metavar="UNIT", help="In which unit: kg, pounds, people, USD …")
@click.option("--party", metavar="NAME", help="Whose series it is.")
@click.option("--place", metavar="NAME", help="Where it was counted.")
@click.option("--name", metavar="NAME", help="What to call it.")
@shared_options
def add(file: Path, descriptor: Path | None, **told: str | None) -> None:
    """Put the series of FILE on the record: CSV with a descriptor beside it, or SDMX-CSV (extra sdmx)."""
    import msgspec

    from onrecord.cli.session import writing
    from onrecord.reading.series import identified, read_series, unit_code

    found = read_series(file, descriptor)
    changes = {name: unit_code(value) if name == "unit" else value for name, value in told.items() if value}
    found = [identified(msgspec.structs.replace(one, **changes)) for one in found] if changes else found
    with writing(create=True) as record:
        record.measuring.add(found)
    for one in found:
        click.echo(f"{one.name}: {len(one.observations):,} values of “{one.measure}” in {one.unit}")
    click.echo("To check what was cited: onrecord figures --check")


@command.command("list", short_help="The series on the record.")
@json_option
@shared_options
def show_all(as_json: bool) -> None:
    """The series on the record, with unit, calendar and span."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_lines_of_json, write_table
    from onrecord.output import basis

    with reading() as record:
        found = record.measuring.series()
    if as_json:
        write_lines_of_json(found)
    else:
        write_table(basis.SERIES, basis.series(found), nothing="There is none. To add one: onrecord series add FILE")


@command.command("show", short_help="The values of a series.")
@click.argument("name")
@json_option
@shared_options
def show(name: str, as_json: bool) -> None:
    """The values of the series NAME (its name or id, or the beginning of one)."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_lines_of_json, write_table
    from onrecord.output import basis

    with reading() as record:
        found = record.measuring.get(name)
    if as_json:
        write_lines_of_json([found])
    else:
        write_table(basis.VALUES, basis.values(found))


@command.command("remove", short_help="Take a series out.")
@click.argument("name")
@shared_options
def remove(name: str) -> None:
    """Take the series NAME out."""
    from onrecord.cli.session import writing

    with writing() as record:
        click.echo(f"Removed: {record.measuring.remove(name).name}")


@command.command("compare", short_help="Two series on one unit and calendar.")
@click.argument("first")
@click.argument("second")
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write a chart, too.")
@json_option
@shared_options
def compare(first: str, second: str, svg: Path | None, as_json: bool) -> None:
    """Lay two parties' series side by side: one unit, one calendar, and what could not be brought together."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import note, write_lines_of_json, write_table
    from onrecord.comparing.side_by_side import side_by_side
    from onrecord.output import basis
    from onrecord.output.series_chart import chart

    with reading() as record:
        one, other = record.measuring.get(first), record.measuring.get(second)
        laid = side_by_side(one, other, record.measuring.rules())
    if svg is not None:
        _write(svg, chart(laid))
    if as_json:
        write_lines_of_json([laid])
        return
    columns = list(basis.SIDES)
    columns[1], columns[2] = (c._replace(name=n) for c, n in zip(columns[1:3], (one.name, other.name), strict=True))
    click.echo(f"In{_unit(laid.unit)}:")
    write_table(columns, basis.sides(laid), nothing="No period in common.")
    for line in laid.apart:
        note(f"Not brought together: {line}.")
    if svg is not None:
        note(f"Chart: {svg}")


def _write(path: Path, text: str) -> None:
    from onrecord.model.errors import OutputError

    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError("E402", f"the chart cannot be written ({error.strerror})", where=str(path)) from error


def _unit(unit: str) -> str:
    from onrecord.comparing.amounts import unit_told

    return unit_told(unit) or " numbers"
