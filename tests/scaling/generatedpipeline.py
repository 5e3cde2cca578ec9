"""A pipeline whose items come from the generator of disputes, so that a record has findings without a parser."""

import re
import sys
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from generating import annotated, text_of
from inventing import Shape
from onrecord.model.documents import Document
from onrecord.model.items import Annotated
from onrecord.scaling.pipeline import Pipeline, read_source

SHAPE = Shape(words=60, documents_per_dispute=6, issues_per_dispute=2, quotations=4)


def write(folder: Path, documents: int) -> Path:
    """Write so many generated documents."""
    folder.mkdir()
    for number in range(documents):
        (folder / f"{number:03}.txt").write_text(text_of(number, SHAPE), encoding="utf-8")
    return folder


def annotate(document: Document) -> Annotated:
    """What the generator put into the document that it numbered so."""
    number = re.search(r"round (\d+)", document.text)
    assert number
    return msgspec.structs.replace(annotated(int(number[1]), SHAPE), document=document, version="generated/1")


def annotate_anew(document: Document) -> Annotated:
    """The same by another version, which finds a little less."""
    found = annotate(document)
    return msgspec.structs.replace(found, version="generated/2", commitments=())


PIPELINE = Pipeline(read_source, annotate, "generated/1")
NEWER = Pipeline(read_source, annotate_anew, "generated/2")
