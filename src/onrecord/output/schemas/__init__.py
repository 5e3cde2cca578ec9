"""JSON Schemas (2020-12) of the exported files: made from the types, shipped as files, and tested against both."""

from importlib.resources import files
from typing import Any

import msgspec

from onrecord.output.lines import LINES
from onrecord.output.schemas.descriptions import DESCRIPTIONS, FILES

OMITTED = frozenset({"readings"})
"""Fields that lines leave out where they are empty."""
ID_PATTERN = "^[a-z_]+-[0-9a-f]{24}$"


def schema_of(name: str) -> dict[str, Any]:
    """The schema of one line of a file ("claims"), made from the line's type."""
    line = LINES[name]
    _, components = msgspec.json.schema_components([line], ref_template="#/$defs/{name}", schema_hook=_anything)
    definitions = {key: _described(key, value) for key, value in sorted(components.items())}
    main = definitions.pop(line.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:onrecord:schema:{name}",
        **main,
        "title": name,
        "description": FILES[name],
        **({"$defs": definitions} if definitions else {}),
    }


def shipped_schema(name: str) -> dict[str, Any]:
    """The schema that ships with the package for a file."""
    raw = files(__name__).joinpath(f"{name}.schema.json").read_bytes()
    schema: dict[str, Any] = msgspec.json.decode(raw)
    return schema


def rendered(name: str) -> bytes:
    """A schema as its file holds it."""
    return msgspec.json.format(msgspec.json.encode(schema_of(name)), indent=2) + b"\n"


def _described(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """An object's schema with a description for each field; exports write all but `OMITTED`, so they are required."""
    if schema.get("type") != "object":
        return schema
    fields = {field: _field(name, field, value) for field, value in schema["properties"].items()}
    return {**schema, "properties": fields, "required": [field for field in fields if field not in OMITTED]}


def _field(name: str, field: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A field's schema: no default, as an exported line states every field, and the bounds that types cannot say."""
    stated = {key: value for key, value in schema.items() if key != "default"}
    if field == "id":
        stated["pattern"] = ID_PATTERN
    if field in ("score", "jaccard", "containment"):
        stated |= {"minimum": 0, "maximum": 1}
    described = DESCRIPTIONS.get(f"{name}.{field}") or DESCRIPTIONS[field]
    return {**stated, "description": described}


def _anything(_: type) -> dict[str, Any]:
    """The schema of a value of any type: what a person changed in an item."""
    return {"description": "any JSON value"}
