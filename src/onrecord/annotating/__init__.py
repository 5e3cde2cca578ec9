"""Document to everything found in it: one module a layer, each a pure function with its own version."""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

from onrecord.model.documents import Document
from onrecord.model.items import Annotated

LAYERS = ("statements", "speakers", "claims", "figures", "commitments", "events", "relations")
"""The layers in the order they run; each sees what those before it found."""


def version() -> str:
    """The versions of all layers in one string: another string means other results."""
    modules = [import_module("onrecord.language.names"), *(_module(layer) for layer in LAYERS)]
    return " ".join(module.VERSION for module in modules if module)


def annotate(document: Document) -> Annotated:
    """Find entities, statements, claims, figures, commitments, events and relations in a document.

    Pure and deterministic: the same document and version give the same result, byte for byte.
    """
    from onrecord.annotating.speakers import attribute_speakers
    from onrecord.annotating.statements import find_statements
    from onrecord.language.names import find_names
    from onrecord.language.parsing import analyse

    analysis = analyse(document)
    named = find_names(analysis)
    statements, entities = attribute_speakers(analysis, named, find_statements(analysis, named))
    found = {layer: _finder(layer)(analysis, entities, statements) for layer in LAYERS[2:]}
    return Annotated(document=document, version=version(), entities=entities, statements=statements, **found)


def _finder(layer: str) -> Callable[..., Any]:
    module = _module(layer)
    return getattr(module, f"find_{layer}") if module else lambda *_: ()


def _module(layer: str) -> ModuleType | None:
    try:
        return import_module(f"onrecord.annotating.{layer}")
    except ModuleNotFoundError as error:
        if error.name != f"onrecord.annotating.{layer}":
            raise
        return None
