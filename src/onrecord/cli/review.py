"""`onrecord review`: a person's verdict on an item or finding."""

import json
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import setting_option, shared_options

if TYPE_CHECKING:
    from onrecord.model.findings import Review
    from onrecord.record import Record

VERDICTS = ("accept", "reject", "unsure", "edit", "note")


def _changes(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, object]:
    """FIELD=VALUE pairs; a value that is JSON is read as such, everything else is text."""
    changes: dict[str, object] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not (name and equals):
            raise click.BadParameter(f"“{pair}” is not FIELD=VALUE", ctx, param)
        try:
            changes[name] = json.loads(value)
        except json.JSONDecodeError:
            changes[name] = value
    return changes


def _undo(record: "Record", item: str, by: str) -> "Review":
    """Take back the last verdict on an item that still holds; which it was."""
    from onrecord.model.errors import UsageError

    standing = [
        change.review for change in record.history(item) if not change.undone and change.review.verdict != "undo"
    ]
    if not standing:
        raise UsageError(
            "E522", "there is no verdict to take back", where=item, remedy=f"See: onrecord review {item} history"
        )
    last = standing[-1]
    record.undo(by, last.id)
    return last


EXAMPLES = """\b
Examples:
  onrecord review finding-3f2a accept --note "rang the ministry, confirmed"
  onrecord review claim-81c0 edit --set polarity=negated
  onrecord review claim-81c0 undo
"""


@click.command("review", short_help="Accept, reject, or correct an item.", epilog=EXAMPLES)
@click.argument("item", metavar="ID")
@click.argument("verdict", type=click.Choice([*VERDICTS, "undo", "history"]))
@click.option("--note", "words", metavar="TEXT", help="Why, or what to remember.")
@click.option(
    "--set", "changes", multiple=True, metavar="FIELD=VALUE", callback=_changes, help="With edit: the right value."
)
@setting_option("reviewer", metavar="NAME", help="Who judges. [default: your account's name]")
@shared_options
def command(item: str, verdict: str, words: str | None, changes: dict[str, object]) -> None:
    """Judge an item or finding: accept, reject, unsure, edit, note; undo takes the last verdict back.

    Verdicts are only ever added. They stay when the document is annotated again, by the item's words.
    """
    from onrecord.cli.session import reading, writing
    from onrecord.cli.settings import reviewer
    from onrecord.cli.terminal import note, write
    from onrecord.output.card import line_of_review

    if (verdict == "edit") != bool(changes):
        raise click.UsageError("edit takes --set FIELD=VALUE, and only edit does.")
    if verdict == "note" and not words:
        raise click.UsageError("note takes --note TEXT.")
    if verdict == "history":
        with reading() as record:
            if not write(line_of_review(change) for change in record.history(record.get(item).id)):
                note("Nobody has judged it yet.")
        return
    with writing() as record:
        identity = record.get(item).id
        if verdict == "undo":
            last = _undo(record, identity, reviewer())
            click.echo(f"{identity}: {last.verdict} of {last.by} taken back, by {reviewer()}.")
            return
        record.review(identity, verdict, reviewer(), words, changes or None)  # type: ignore[arg-type]  # click checked
        click.echo(f"{identity}: {verdict}, by {reviewer()}. To take it back: onrecord review {item} undo")
