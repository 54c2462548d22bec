"""JSON Schemas of the kinds, for editors' tools. (JSON Schema, draft 2020-12)

They are made from the models and from the ids that are there: an editor completes a reference by name. An id
that is not there is no fault to the schema, because its record may be written next; the check reports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from explainers.model.base import Record
from explainers.model.descriptions import DescribedSchema
from explainers.model.fields import ID_PATTERN, MAX_ID, REFERENCE, TAG
from explainers.model.shape import keys

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# What pydantic calls the limits of a number whose digits are looked at first.
_LIMITS = {"ge": "minimum", "le": "maximum"}
Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Present:
    """A record that is there: its id, its kind's name, and its name for readers."""

    id: str
    kind: str
    title: str


def schema(
    model: type[Record], present: Iterable[Present] = (), *, title: str = "", tags: Iterable[str] = ()
) -> Schema:
    """The schema of one kind's files. `tags` are those that a record may well have."""
    made = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    made["properties"] = {key: made["properties"][key] for key in keys(model)}
    made["required"] = [key for key in made["required"] if key != "id"]
    definitions = made.pop("$defs", {})
    references: dict[str, Schema] = {}
    by_kind = sorted(present, key=lambda record: record.id)
    one, several = made["properties"]["tags"]["anyOf"]
    tag = _tag(one, sorted(set(tags)))
    made["properties"]["tags"]["anyOf"] = [tag, several | {"items": tag}]
    plain = {key: _plain(part, by_kind, references) for key, part in made.items()}
    parts = {name: _plain(part, by_kind, references) for name, part in definitions.items()}
    heading = {"$schema": DIALECT, "title": title or model.__name__}
    return {**heading, **{k: v for k, v in plain.items() if k != "title"}, "$defs": {**parts, **references}}


class _Generator(DescribedSchema):
    """Leaves out what is only noise in an editor: a title for each field, and null."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])

    def decimal_schema(self, schema: Any) -> Schema:
        return {"type": "number"}

    def default_schema(self, schema: Any) -> Schema:
        made = super().default_schema(schema)
        if not made.get("default", True) or isinstance(made.get("default"), dict):
            # An empty default says nothing; `false` would, but no field has it.
            made.pop("default")
        return made


def _plain(part: Any, present: Sequence[Present], references: dict[str, Schema]) -> Any:
    """A part of a schema with its references filled in, and its texts open to numbers."""
    if isinstance(part, list):
        return [_plain(item, present, references) for item in part]
    if not isinstance(part, dict):
        return part
    if REFERENCE in part:
        return _reference(part, present, references)
    if part.get("type") == "string" and not {"enum", "const", "pattern", "format"} & part.keys():
        # To YAML 1.2 `2024` and `12.5` are numbers; to us they are the text of a title or a page.
        part = part | {"type": ["string", "number"]}
    if "patternProperties" in part:
        part = {"additionalProperties": False} | part
    return {
        (_LIMITS.get(key, key) if isinstance(value, int | float) else key): _plain(value, present, references)
        for key, value in part.items()
        if key != "title" or isinstance(value, dict)
    }


def _tag(part: Schema, known: Sequence[str]) -> Schema:
    any_tag = {key: value for key, value in part.items() if key != TAG}
    return {"anyOf": [{"enum": [*known]}, any_tag]} if known else any_tag


def _reference(part: Schema, present: Sequence[Present], references: dict[str, Schema]) -> Schema:
    """A field that names a record: the ids that are there, to complete from, or any that could be."""
    kinds: list[str] = part[REFERENCE]
    name = "-".join(["reference", *kinds])
    if name not in references:
        fitting = [record for record in present if not kinds or record.kind in kinds]
        any_id: Schema = {"type": "string", "pattern": ID_PATTERN, "maxLength": MAX_ID}
        references[name] = {"anyOf": [_listed(fitting), any_id]} if fitting else any_id
    described = {"description": part["description"]} if "description" in part else {}
    return {**described, "$ref": f"#/$defs/{name}"}


def _listed(present: Sequence[Present]) -> Schema:
    titles = [re.sub(r"([\\`*_{}\[\]()<>#!|~])", r"\\\1", f"{record.title} ({record.kind})") for record in present]
    return {"enum": [record.id for record in present], "markdownEnumDescriptions": titles}
