"""OnRecord: who said what, what they counted, what they promised, and where the record disagrees."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.annotating import annotate
    from onrecord.reading import read
    from onrecord.record import Record

__version__ = "0.1.0"
__all__ = ["Record", "annotate", "read"]

_HOME = {"read": "onrecord.reading", "annotate": "onrecord.annotating", "Record": "onrecord.record"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - module attributes have no common type
    """Load the three public names on first use, so that `import onrecord` stays cheap."""
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
