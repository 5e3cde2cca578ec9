"""`onrecord entities`: who and what is named, and which of them are one."""

import click

from onrecord.cli.options import filter_options, filters_of, json_option, setting_option, shared_options

_reviewer = setting_option("reviewer", metavar="NAME", help="Who judges. [default: your account's name]")


@click.group("entities", short_help="People, organisations, places, things.", invoke_without_command=True)
@filter_options("party", "document", "kind", "text", "limit")
@json_option
@shared_options
@click.pass_context
def command(context: click.Context, /, as_json: bool, **options: str | int | None) -> None:
    """People, organisations, places and things, with their names and offices.

    Nothing is made one by a score: people are one by the shape of their names, or because you say so with merge.
    """
    if context.invoked_subcommand is not None:
        return
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_items
    from onrecord.output import rows

    with reading() as record:
        write_items(record.entities(filters_of(options)), rows.ENTITIES, rows.entities, as_json=as_json)


@command.command("merge", short_help="Say that two entities are one.")
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@click.option("--note", "words", metavar="TEXT", help="Why.")
@_reviewer
@shared_options
def merge(one: str, other: str, words: str | None) -> None:
    """Say that two entities are one. Kept as a review, which undo takes back."""
    _decide(one, other, words, same=True)


@command.command("split", short_help="Say that two entities are not one.")
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@click.option("--note", "words", metavar="TEXT", help="Why.")
@_reviewer
@shared_options
def split(one: str, other: str, words: str | None) -> None:
    """Say that two entities are not one, whatever their names look like. Kept as a review, which undo takes back."""
    _decide(one, other, words, same=False)


@command.command("undo", short_help="Take back the last decision on an entity.")
@click.argument("one", metavar="ID")
@_reviewer
@shared_options
def undo(one: str) -> None:
    """Take back the last merge or split of an entity that still holds."""
    from onrecord.cli.session import writing
    from onrecord.cli.settings import reviewer
    from onrecord.comparing.sameness import decisions
    from onrecord.model.errors import UsageError

    with writing() as record:
        identity = record.get(one).id
        standing = [d for d in decisions(record.reviews()) if identity in (d.one, d.other)]
        if not standing:
            raise UsageError("E522", "nobody has merged or split it", where=one)
        record.undo(reviewer(), standing[-1].review)
    click.echo(f"{standing[-1].one} and {standing[-1].other}: as before the decision of {standing[-1].by}.")


@command.command("same", short_help="Which entities are one, and why.")
@click.argument("one", metavar="ID", required=False)
@shared_options
def same(one: str | None) -> None:
    """Groups of entities that are one, or the group of one entity, with what people decided."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import note, write
    from onrecord.output.identities import group_lines
    from onrecord.output.ties import sameness

    with reading() as record:
        entity = record.get(one).id if one else None
        if not write(group_lines(sameness(record), entity)):
            note("No two entities are one.")


@command.command("offices", short_help="Who held which office, and whom words mean by one.")
@click.argument("words", metavar="[WORDS]", required=False)
@click.option("--on", "day", metavar="DAY", help="On this day, such as 2024-02-08. [default: the latest document's]")
@shared_options
def offices(words: str | None, day: str | None) -> None:
    """Offices with their holders, from when to when as far as documents tell, or the one whom WORDS mean.

    "Peru's former president", "the acting mayor", "then-Trade Secretary": somebody only where the record knows
    exactly one; otherwise nobody.
    """
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import note, write
    from onrecord.output.identities import meant_lines, office_lines
    from onrecord.output.ties import holders_of, sameness
    from onrecord.record import browsing

    with reading() as record:
        known = holders_of(record, sameness(record)).holders
        if words is None:
            if not write(office_lines(known)):
                note("No document tells of an office with its holder.")
        elif not write(meant_lines(known, words, day or record.look(browsing.latest_day), known.countries())):
            note(f"Nobody, or more than one, is known as “{words}” on that day.")


def _decide(one: str, other: str, words: str | None, *, same: bool) -> None:
    from onrecord.cli.session import writing
    from onrecord.cli.settings import reviewer
    from onrecord.comparing.sameness import APART_FROM, SAME_AS
    from onrecord.model.errors import UsageError
    from onrecord.model.items import Entity

    with writing() as record:
        first, second = record.get(one), record.get(other)
        if not isinstance(first, Entity) or not isinstance(second, Entity) or first.id == second.id:
            raise UsageError("E526", "merging and splitting take two different entities", where=f"{one} {other}",
                             remedy="See: onrecord entities")  # fmt: skip
        field = SAME_AS if same else APART_FROM
        record.review(first.id, "edit", reviewer(), words, {field: second.id})
    verb = "one with" if same else "apart from"
    click.echo(f"{first.name} ({first.id}) is {verb} {second.name} ({second.id}), by {reviewer()}.")
    click.echo(f"To take it back: onrecord entities undo {first.id}")
