"""`onrecord show`: one item in its context."""

import click

from onrecord.cli.options import json_option, shared_options

EXAMPLES = """\b
Examples:
  onrecord show claim-81c0
  onrecord show document-4ba4 --text
"""


@click.command("show", short_help="An item with its exact words in the source.", epilog=EXAMPLES)
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--text", "whole_text", is_flag=True, help="The whole text of a document.")
@json_option
@shared_options
def command(ids: tuple[str, ...], whole_text: bool, as_json: bool) -> None:
    """An item with its exact words marked in the source; the beginning of an id will do."""
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import paint, text_width, write, write_json
    from onrecord.model.documents import Document
    from onrecord.output.card import card
    from onrecord.output.painting import harmless

    with reading() as record:
        items = [record.get(name) for name in ids]
        if as_json:
            write_json(items)
            return
        for number, item in enumerate(items):
            if number:
                print("\n")
            write(card(record, item, width=text_width(), paint=paint()))
            if whole_text and isinstance(item, Document):
                print(f"\n{harmless(item.text)}")
