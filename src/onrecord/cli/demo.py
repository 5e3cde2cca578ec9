"""`onrecord demo`: the main job on sample documents, offline, within a minute."""

import shutil
import tempfile
from importlib.resources import files
from pathlib import Path

import click

from onrecord.cli.options import traceback_option

NEXT = """
These six documents are invented. Go on with:

  export ONRECORD_RECORD={record}
  onrecord conflicts               the words of both sides, and why they clash
  onrecord show {item}   one item, its words marked in the source
  onrecord timeline                what was said, what happened, what is due
  onrecord serve --open            all of it in your browser

Your own, into a record of their own:

  onrecord add --record my.db YOUR-FILES"""


@click.command("demo", short_help="See it work on six invented documents.")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to put documents and record. [default: a new temporary folder]",
)
@click.option("--serve", "serves", is_flag=True, help="Show it in a browser afterwards.")
@click.option("--open", "opens", is_flag=True, help="With --serve: open your browser.")
@traceback_option
def command(into: Path | None, serves: bool, opens: bool) -> int:
    """See it work: six invented documents on one dispute, read and compared offline."""
    from onrecord.cli.main import OK, SOME_FAILED
    from onrecord.cli.progress import watched
    from onrecord.cli.summarising import write_summary
    from onrecord.output.sources import short
    from onrecord.record import Record
    from onrecord.scaling.adding import add

    folder = into or Path(tempfile.mkdtemp(prefix="onrecord-demo-"))
    documents = _copied(folder / "documents")
    with Record.open(folder / "demo.db") as record:
        with watched(quiet=False) as on_progress:
            summary = add(record, documents, on_progress=on_progress)
        write_summary(record, summary)
        best = next(iter(record.findings()), None)
    print(NEXT.format(record=folder / "demo.db", item=short(best.id) if best else "ID"))
    if serves or opens:
        _serve(folder / "demo.db", opens=opens)
    return SOME_FAILED if summary.failures else OK


def _serve(record: Path, *, opens: bool) -> None:
    from onrecord.cli.serving import PORT, show
    from onrecord.cli.settings import least_score, reviewer
    from onrecord.web.serving import listening
    from onrecord.web.settings import Settings

    listener = listening("127.0.0.1", PORT, otherwise_any=True)
    settings = Settings(port=listener.getsockname()[1], reviewer=reviewer(), least_score=least_score())
    print()
    show(str(record), settings, listener, opens=opens)


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
