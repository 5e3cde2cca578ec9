"""`onrecord measures`: what the record counts, and which measures a person holds to be the same or apart."""

from pathlib import Path

import click

from onrecord.cli.options import json_option, shared_options


@click.group("measures", short_help="What is counted, and which measures are the same or apart.")
def command() -> None:
    """Two figures are compared only where they count one thing. Your rules come before the general vocabulary."""


@command.command("list", short_help="What the figures on the record count.")
@json_option
@shared_options
def show(as_json: bool) -> None:
    """What the figures on the record count, most counted first, and how each is taken apart."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_lines_of_json, write_table
    from onrecord.comparing.measured import measured
    from onrecord.output import basis

    with reading() as record:
        found = measured(record.figures(), record.measuring.rules())
    if as_json:
        write_lines_of_json(found)
        return
    write_table(basis.MEASURES, basis.measures(found))


@command.command("rules", short_help="Your own rules on measures.")
@json_option
@shared_options
def rules(as_json: bool) -> None:
    """Your own rules on measures."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_lines_of_json, write_table
    from onrecord.output.listing import Column

    with reading() as record:
        found = record.measuring.rules()
    if as_json:
        write_lines_of_json(found)
        return
    columns = (Column("one", "name"), Column("is"), Column("other", "name"), Column("because", wide=True))
    says = {"same": "the same as", "apart": "apart from", "part": "a part of"}
    lines = ((rule.one, says[rule.relation], rule.other, rule.reason or "") for rule in found)
    write_table(columns, lines, nothing="There are no rules.")


def _rule(relation: str, one: str, other: str, because: str | None) -> None:
    from onrecord.cli.session import writing
    from onrecord.model.series import MeasureRule

    with writing(create=True) as record:
        record.measuring.rule(MeasureRule(one=one, other=other, relation=relation, reason=because))  # type: ignore[arg-type]
    click.echo(f"“{one}” and “{other}”: {relation}.")


_because = click.option("--because", metavar="TEXT", help="Why, to be shown with each verdict.")


@command.command("same", short_help="Two measures count the same.")
@click.argument("one")
@click.argument("other")
@_because
@shared_options
def same(one: str, other: str, because: str | None) -> None:
    """ONE and OTHER count the same thing."""
    _rule("same", one, other, because)


@command.command("apart", short_help="Two measures count different things.")
@click.argument("one")
@click.argument("other")
@_because
@shared_options
def apart(one: str, other: str, because: str | None) -> None:
    """ONE and OTHER count different things and are never compared."""
    _rule("apart", one, other, because)


@command.command("part", short_help="One measure is a part of another.")
@click.argument("one")
@click.argument("other")
@_because
@shared_options
def part(one: str, other: str, because: str | None) -> None:
    """ONE counts a part of what OTHER counts."""
    _rule("part", one, other, because)


@command.command("forget", short_help="Take a rule back.")
@click.argument("one")
@click.argument("other")
@shared_options
def forget(one: str, other: str) -> None:
    """Take the rule on ONE and OTHER back."""
    from onrecord.cli.session import writing

    with writing() as record:
        there = record.measuring.forget(one, other)
    click.echo("Forgotten." if there else "There was no such rule.")


@command.command("save", short_help="Write your rules to a file.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@shared_options
def save(file: Path) -> None:
    """Write your rules to FILE, one JSON object a line, to edit or to share."""
    import msgspec

    from onrecord.cli.session import reading
    from onrecord.model.errors import OutputError

    with reading() as record:
        found = record.measuring.rules()
    try:
        file.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in found))
    except OSError as error:
        raise OutputError("E402", f"the rules cannot be written ({error.strerror})", where=str(file)) from error
    click.echo(f"{len(found)} rules in {file}")


@command.command("load", short_help="Take rules from a file.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@shared_options
def load(file: Path) -> None:
    """Take the rules of FILE, each in place of yours on the same two measures."""
    import msgspec

    from onrecord.cli.session import writing
    from onrecord.model.errors import UsageError
    from onrecord.model.series import MeasureRule

    try:
        lines = file.read_bytes().splitlines()
        found = [msgspec.json.decode(line, type=MeasureRule) for line in lines if line.strip()]
    except (OSError, msgspec.DecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise UsageError(
            "E556", f"the rules cannot be read ({why})", where=str(file), remedy="Like: onrecord measures save FILE"
        ) from error
    with writing(create=True) as record, record.transaction():
        for one in found:
            record.measuring.rule(one)
    click.echo(f"{len(found)} rules taken.")
