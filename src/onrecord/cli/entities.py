"""`onrecord entities`: who and what is named, and which of them are one."""

from datetime import date
from typing import get_args

import click

from onrecord.cli.options import (
    a_day,
    filter_options,
    filters_of,
    json_option,
    kind_option,
    setting_option,
    shared_options,
)
from onrecord.model.items import EntityKind

_reviewer = setting_option("reviewer", metavar="NAME", help="Who judges. [default: your account's name]")


@click.group("entities", short_help="People, organisations, places, things.", invoke_without_command=True)
@filter_options("party", "document", "text", "limit")
@kind_option(*get_args(EntityKind))
@json_option
@shared_options
@click.pass_context
def command(context: click.Context, /, as_json: bool, **options: str | int | None) -> None:
    """People, organisations, places and things, with their names and offices.

    Nothing is made one by a score: people are one by the shape of their names, or because you say so with merge.
    """
    if context.invoked_subcommand is not None:
        return
    from onrecord.cli.absent import why_nothing
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import write_items
    from onrecord.output import rows

    filters = filters_of(options)
    with reading() as record:
        write_items(
            record.entities(filters), rows.ENTITIES, rows.entities, as_json=as_json,
            nothing=lambda: why_nothing(record, filters),
        )  # fmt: skip


@command.command("merge", short_help="Say that two entities are one.")
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@click.option("--note", "words", metavar="TEXT", help="Why.")
@_reviewer
@shared_options
def merge(one: str, other: str, words: str | None) -> None:
    """Say that two entities are one. Kept as a review, which undo takes back."""
    _decide(one, other, words, same=True)


@command.command("split", short_help="Say that two entities are not one, or a name another's.")
@click.argument("one", metavar="ID")
@click.argument("other", metavar="[OTHER]", required=False)
@click.option("--in", "documents", metavar="DOCUMENT", multiple=True, help="A document in which the name is another's.")
@click.option("--note", "words", metavar="TEXT", help="Why.")
@_reviewer
@shared_options
def split(one: str, other: str | None, documents: tuple[str, ...], words: str | None) -> None:
    """Say that two entities are not one, whatever their names look like. Kept as a review, which undo takes back.

    With --in and no OTHER: in these documents the name of ID is that of somebody else, who is an entity of its own from
    then on and can be merged with another.
    """
    from onrecord.cli.session import writing
    from onrecord.cli.settings import reviewer
    from onrecord.comparing.deciding import known, part
    from onrecord.comparing.sameness import decisions
    from onrecord.model.errors import UsageError
    from onrecord.output.wording import count

    if bool(other) == bool(documents):
        raise UsageError("E526", "a split takes another entity, or documents with --in", where=one,
                         remedy="See: onrecord entities split --help")  # fmt: skip
    if other:
        _decide(one, other, words, same=False)
        return
    with writing() as record:
        entity = known(record, one)
        (made,) = decisions([part(record, entity.id, documents, reviewer(), words)])
    click.echo(f"In {count(len(made.documents), 'document')} {entity.name} is somebody else: {made.other}")
    click.echo(f"To take it back: onrecord entities undo {made.other}")


@command.command("undo", short_help="Take back the last decision on an entity.")
@click.argument("one", metavar="ID")
@_reviewer
@shared_options
def undo(one: str) -> None:
    """Take back the last merge or split of an entity that still holds."""
    from onrecord.cli.session import writing
    from onrecord.cli.settings import reviewer
    from onrecord.comparing.deciding import undo as take_back

    with writing() as record:
        undone = take_back(record, one, reviewer())
    click.echo(f"{undone.one} and {undone.other}: as before the decision of {undone.by}.")


@command.command("same", short_help="Which entities are one, and why.")
@click.argument("one", metavar="[ID]", required=False)
@shared_options
def same(one: str | None) -> None:
    """Groups of entities that are one, or the group of one entity, with what people decided."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import note, write
    from onrecord.comparing.deciding import known
    from onrecord.output.identities import group_lines
    from onrecord.output.ties import sameness

    with reading() as record:
        entity = known(record, one).id if one else None
        if not write(group_lines(sameness(record), entity)):
            note("No two entities are one.")


@command.command("offices", short_help="Who held which office, and whom words mean by one.")
@click.argument("words", metavar="[WORDS]", required=False)
@click.option(
    "--on",
    "day",
    metavar="DAY|today",
    callback=a_day,
    help="On this day, such as 2024-02-08. [default: any day; for WORDS the latest document's]",
)
@shared_options
def offices(words: str | None, day: date | None) -> None:
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
            if not write(office_lines(known, day.isoformat() if day else None)):
                note(f"No document tells of an office with its holder{' on that day' if day else ''}.")
            return
        told = day.isoformat() if day else record.look(browsing.latest_day)
        if not write(meant_lines(known, words, told, known.countries())):
            note(f"Nobody, or more than one, is known as “{words}” on that day.")


def _decide(one: str, other: str, words: str | None, *, same: bool) -> None:
    from onrecord.cli.session import writing
    from onrecord.cli.settings import reviewer
    from onrecord.comparing.deciding import known, merge, split

    with writing() as record:
        first, second = known(record, one), known(record, other)
        (merge if same else split)(record, first.id, second.id, reviewer(), words)
    verb = "one with" if same else "apart from"
    click.echo(f"{first.name} ({first.id}) is {verb} {second.name} ({second.id}), by {reviewer()}.")
    click.echo(f"To take it back: onrecord entities undo {first.id}")
