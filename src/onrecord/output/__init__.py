"""Exports, reports and their way back in. They only read the record, and hold no rule of language or comparison."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.output.decoding import Refusal
    from onrecord.output.importing import Imported, import_jsonl
    from onrecord.output.jsonl import export_jsonl
    from onrecord.output.tabular import export_csv

__all__ = ["Imported", "Refusal", "export_csv", "export_jsonl", "import_jsonl"]

_HOME = {
    "Imported": "importing", "Refusal": "decoding", "export_csv": "tabular", "export_jsonl": "jsonl",
    "import_jsonl": "importing",
}  # fmt: skip


def __getattr__(name: str) -> Any:  # noqa: ANN401 - module attributes have no common type
    """Load a name on first use: formatting a line of output needs no database."""
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
