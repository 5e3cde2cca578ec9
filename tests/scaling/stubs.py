"""A pipeline that needs no models: nothing is found, and some words do harm on purpose."""

import os
import signal

from onrecord.model.documents import Document
from onrecord.model.errors import AnnotatingError
from onrecord.model.items import Annotated
from onrecord.scaling.pipeline import Pipeline, read_source

VERSION = "stub/1"


def annotate(document: Document) -> Annotated:
    """Nothing is found; what the text says is done."""
    if "refuse" in document.text:
        raise AnnotatingError("E299", "it says so", where=document.source.uri, remedy="Ask it not to")
    if "stumble" in document.text:
        raise ValueError("a fault of ours")
    if "die" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "hang" in document.text:
        signal.pause()
    if "devour" in document.text:
        bytearray(64 * 2**30)
    return Annotated(document=document, version=VERSION)


PIPELINE = Pipeline(read_source, annotate, VERSION)
