"""Document to everything found in it: one module a layer, each a pure function with its own version."""

from importlib import import_module

from onrecord.model.documents import Document
from onrecord.model.items import Annotated

LAYERS = ("statements", "speakers", "claims", "figures", "commitments", "events", "relations")
"""The layers in the order they run; each sees what those before it found."""


def version() -> str:
    """The versions of all layers in one string: another string means other results."""
    shared = (import_module(f"onrecord.language.{module}") for module in ("parsing", "names", "times"))
    layers = (import_module(f"onrecord.annotating.{layer}") for layer in LAYERS)
    return " ".join(str(module.VERSION) for module in (*shared, *layers))


def annotate(document: Document) -> Annotated:
    """Find entities, statements, claims, figures, commitments, events and relations in a document.

    Pure and deterministic: the same document and version give the same result, byte for byte.
    """
    from onrecord.annotating.claims import find_claims
    from onrecord.annotating.commitments import find_commitments
    from onrecord.annotating.events import find_events
    from onrecord.annotating.figures import find_figures
    from onrecord.annotating.relations import find_relations
    from onrecord.annotating.speakers import attribute_speakers
    from onrecord.annotating.statements import find_statements
    from onrecord.annotating.tenures import with_tenures
    from onrecord.language.names import find_names
    from onrecord.language.parsing import analyse

    analysis = analyse(document)
    named = find_names(analysis)
    statements, entities = attribute_speakers(analysis, named, find_statements(analysis, named))
    return Annotated(
        document=document,
        version=version(),
        entities=with_tenures(analysis, entities, statements),
        statements=statements,
        claims=find_claims(analysis, entities, statements),
        figures=find_figures(analysis, entities, statements),
        commitments=find_commitments(analysis, entities, statements),
        events=find_events(analysis, entities, statements),
        relations=find_relations(analysis, entities, statements),
    )
