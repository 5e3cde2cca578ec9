"""`onrecord demo`: the main job on sample documents, offline, within a minute."""

import shutil
import tempfile
from importlib.resources import files
from pathlib import Path

import click

from onrecord.cli.options import shared_options

NEXT = """\
These six documents are invented. Go on with:

  onrecord conflicts --record {record}     the words of both sides, and why they clash
  onrecord show {item} --record {record}     one item in its context
  onrecord timeline --record {record}     what was said, what happened, what is due
  onrecord add YOUR-FILES     the same for your own documents"""


@click.command("demo", short_help="See it work on six invented documents.")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to put documents and record. [default: a new temporary folder]",
)
@shared_options
def command(into: Path | None) -> int:
    """See it work: six invented documents on one dispute, read and compared offline."""
    from onrecord.cli.main import OK, SOME_FAILED
    from onrecord.cli.progress import watched
    from onrecord.cli.summarising import write_summary
    from onrecord.record import Record
    from onrecord.scaling.adding import add

    folder = into or Path(tempfile.mkdtemp(prefix="onrecord-demo-"))
    documents = _copied(folder / "documents")
    with Record.open(folder / "demo.db") as record:
        with watched(quiet=False) as on_progress:
            summary = add(record, documents, on_progress=on_progress)
        write_summary(record, summary)
        best = next(iter(record.findings()), None)
    print()
    print(NEXT.format(record=folder / "demo.db", item=best.id[:16] if best else "ID"))
    return SOME_FAILED if summary.failures else OK


def _copied(folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    samples = sorted(
        (file for file in files("onrecord").joinpath("demo").iterdir() if not file.name.endswith((".md", ".py"))),
        key=lambda file: file.name,
    )
    for sample in samples:
        with sample.open("rb") as source, (folder / sample.name).open("wb") as target:
            shutil.copyfileobj(source, target)
    return [folder / sample.name for sample in samples]
