"""`data/records.schema.json`: what `records.json` looks like. (JSON Schema 2020-12)"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from explainers.exports.exported import ExportedFile
from explainers.exports.figure_shapes import FigureCollision, FigureGroupFacts
from explainers.exports.json_text import encoded, may_be_absent, written
from explainers.exports.records import ALL_RECORDS, VERSION
from explainers.exports.shapes import SiteFacts, shape
from explainers.kinds import Kind, Kinds
from explainers.model.base import Record
from explainers.model.descriptions import DescribedSchema
from explainers.model.fields import ID_PATTERN, MAX_ID
from explainers.prose.site import Site

PATH = "data/records.schema.json"


def schema_file(site: Site) -> ExportedFile:
    """The schema of the site's records, with the address it has there."""
    address = {"$id": site.permalink(PATH)} if site.url else {}
    found = {"$schema": GenerateJsonSchema.schema_dialect, **address, **_made_once(tuple(site.kinds))}
    return ExportedFile(PATH, encoded(written(found)))


@lru_cache(maxsize=4)
def _made_once(kinds: tuple[Kind, ...]) -> Mapping[str, Any]:
    return schema(kinds)


def schema(kinds: Kinds) -> dict[str, Any]:
    """The schema of `records.json`, made from the models of the kinds and of the computed values."""
    shapes = [shape(kind) for kind in kinds]
    models: list[type[BaseModel]] = [SiteFacts, FigureGroupFacts, FigureCollision, *shapes]
    refs, found = models_json_schema([(model, "serialization") for model in models], schema_generator=_AsExported)
    at = {model: refs[model, "serialization"] for model in models}
    properties = {
        "version": {"const": VERSION, "description": "Goes up when a program that reads this has to change."},
        "site": at[SiteFacts],
        "records": {
            "type": "object",
            "description": "Everything published, by id.",
            "propertyNames": {"pattern": ID_PATTERN, "maxLength": MAX_ID},
            "additionalProperties": {"oneOf": [at[model] for model in shapes]},
        },
        "figures": {
            "type": "array",
            "description": "All figures, by what they count.",
            "items": at[FigureGroupFacts],
        },
        "collisions": {
            "type": "array",
            "description": "One number for different things, and different numbers for one thing.",
            "items": at[FigureCollision],
        },
    }
    return {
        "title": ALL_RECORDS.rpartition("/")[2],
        "description": "All published records, the links between them, and what can be worked out from them.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": _dates_as_text(found["$defs"]),
    }


class _AsExported(DescribedSchema):
    """The schema of what `json_text` writes: numbers as numbers, nothing null, empty fields left out."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        limits = {"minimum": schema.get("ge"), "maximum": schema.get("le")}
        return {"type": "number", **{key: int(limit) for key, limit in limits.items() if limit is not None}}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        if schema.get("default", ...) is None:
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        found = super().model_schema(schema)
        model = schema["cls"]
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        if issubclass(model, Record):
            del fields["id"], found["properties"]["id"]
        found["required"] = [key for key, field in fields.items() if not may_be_absent(field)]
        return found


def _dates_as_text(schema: Any) -> Any:
    """In files, a year may be written as a bare number; here dates are always text."""
    if isinstance(schema, Mapping):
        found = {key: _dates_as_text(value) for key, value in schema.items()}
        return found | {"type": "string"} if found.get("type") == ["string", "integer"] else found
    return [_dates_as_text(item) for item in schema] if isinstance(schema, list) else schema
