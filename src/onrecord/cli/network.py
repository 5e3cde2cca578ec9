"""`onrecord network`: who acts on whom, and the chains that it makes."""

import sys

import click

from onrecord.cli.options import filter_options, filters_of, shared_options

FORMATS = ("text", "chains", "graphml", "ftm")

EXAMPLES = """\b
Examples:
  onrecord network "Ann Lee" --steps 2
  onrecord network --format graphml > ties.graphml
"""


@click.command("network", short_help="Who acts on whom: text, GraphML, FollowTheMoney.", epilog=EXAMPLES)
@click.argument("name", required=False)
@click.option("--steps", type=click.IntRange(1, 6), default=1, show_default=True, help="How far from NAME.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to write it."
)
@filter_options("speaker", "party", "outlet", "since", "until", "document", "limit")
@click.option("--kind", metavar="VERB", help="Only ties of this sort, as the list names them (supplies, meets).")
@shared_options
def command(name: str | None, steps: int, form: str, **options: str | int | None) -> None:
    """Who acts on whom, over all documents, or around NAME; each tie leads to its words.

    The id in the first column is a relation's: onrecord show ID shows its words in their place. "chains" writes the
    ways along which something passes on (supplies, ships, sells …).
    """
    from onrecord.cli.absent import why_nothing
    from onrecord.cli.session import reading
    from onrecord.cli.terminal import note, write, write_table
    from onrecord.comparing.network import chains
    from onrecord.output import graphs
    from onrecord.output.sources import Sources
    from onrecord.output.ties import network_of

    filters = filters_of(options)
    with reading() as record:
        found = network_of(record, filters, name, steps=steps)
        sources = Sources(record)
        if form == "graphml":
            sys.stdout.buffer.write(graphs.graphml(found, sources))
        elif form == "ftm":
            write(graphs.follow_the_money(found, sources))
        elif form == "chains":
            if not write(graphs.chain_lines(chains(found), found)):
                note("Nothing passes on through two ties or more.")
        else:
            write_table(graphs.COLUMNS, graphs.rows(found, sources), nothing=lambda: why_nothing(record, filters))
