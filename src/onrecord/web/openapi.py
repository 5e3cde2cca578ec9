"""The API's description: the routes as they are, and the items by the schemas that ship with the export."""

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from onrecord.output.lines import LINES
from onrecord.output.schemas import shipped_schema
from onrecord.record import Hit
from onrecord.web.problems import MEDIA_TYPE, Problem

_HERE = "#/components/schemas/"
_TEXT = {"type": "string"}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "What is wrong and what to do, in a line each",
        "content": {MEDIA_TYPE: {"schema": {"$ref": f"{_HERE}Problem"}}},
    }
}
"""The answer of every route where something is wrong."""


def answer(name: str, *, is_list: bool = False, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """A route's good answer."""
    schema: dict[str, Any] = {"$ref": f"{_HERE}{name}"}
    if is_list:
        schema = _page(schema)
    words = f"A page of {name}" if is_list else name.capitalize()
    return {status: {"description": words, "content": {"application/json": {"schema": schema}}}}


def description(app: FastAPI) -> dict[str, Any]:
    """The whole description (OpenAPI 3.1), made once."""
    if not app.openapi_schema:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        schemas: dict[str, Any] = made.setdefault("components", {}).setdefault("schemas", {})
        for unused in ("HTTPValidationError", "ValidationError"):
            schemas.pop(unused, None)
        for path in made["paths"].values():
            for operation in path.values():
                operation["responses"].pop("422", None)  # told as a problem, like everything else
        schemas.update(_components())
        app.openapi_schema = made
    return app.openapi_schema


def _components() -> dict[str, Any]:
    """The schemas of all answers by name."""
    made: dict[str, Any] = {}
    for name in LINES:
        schema = _moved(shipped_schema(name))
        made.update(schema.pop("$defs", {}))
        made[name] = {key: value for key, value in schema.items() if key not in ("$schema", "$id")}
    _, others = msgspec.json.schema_components([Hit, Problem], ref_template=_HERE + "{name}")
    made |= {name: schema for name, schema in others.items() if name not in made}
    made["Hits"] = _page({"$ref": f"{_HERE}Hit"})
    made["Counts"] = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}}
    session = {"user": _TEXT, "role": {"enum": ["reader", "reviewer", "keeper"]}, "csrf_token": _TEXT}
    made["Session"] = {"type": "object", "properties": session, "required": list(session)}
    return made


def _page(item: dict[str, Any]) -> dict[str, Any]:
    more = {"type": ["string", "null"], "description": "the cursor of the next page, or null on the last"}
    fields = {"items": {"type": "array", "items": item}, "next": more}
    return {"type": "object", "properties": fields, "required": list(fields)}


def _moved(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """A schema with its references pointing to where the description has its schemas."""
    if isinstance(schema, dict):
        return {
            key: value.replace("#/$defs/", _HERE) if key == "$ref" and isinstance(value, str) else _moved(value)
            for key, value in schema.items()
        }
    return [_moved(part) for part in schema] if isinstance(schema, list) else schema
