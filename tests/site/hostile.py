"""Records whose every text is an attack.

They are made from the records' own schema, so that a new field is attacked from its first day.
"""

from __future__ import annotations

import json
import re
from typing import Any

from explainers.kinds import KINDS
from explainers.model.fields import REFERENCE

Schema = dict[str, Any]
# What fits a field that takes no text, but an id, a fingerprint, a language.
FITTING = ("own-observation", "a1", "en", "0" * 64, "notes.txt")


def files(text: str) -> dict[str, str]:
    """A record of each kind, and a withdrawn one, with a text in every field that takes text."""
    found = {}
    for kind in KINDS:
        schema = kind.model.model_json_schema()
        for status in ("published", "withdrawn"):
            record = _record(schema, text) | {"status": status, "formerly": [f"old-{kind.name}-{status}"]}
            found[f"content/{kind.plural}/{_id(kind.name, status)}.yml"] = json.dumps(_fitted(record, text), indent=1)
    return found


def _id(kind: str, status: str = "published") -> str:
    return f"x-{kind}" if status == "published" else f"x-{kind}-{status}"


def _record(schema: Schema, text: str) -> Schema:
    record: Schema = _value(schema, schema.get("$defs", {}), text)
    record.pop("id", None)
    return record


def _value(schema: Schema, parts: dict[str, Schema], text: str) -> Any:
    if "$ref" in schema:
        return _value(parts[schema["$ref"].rpartition("/")[2]], parts, text)
    if "anyOf" in schema:
        return _value(schema["anyOf"][0], parts, text)
    if "enum" in schema:
        return schema.get("default", schema["enum"][0])
    match schema.get("type"):
        case "object":
            return _object(schema, parts, text)
        case "array":
            return [_value(schema["items"], parts, text)]
        case "boolean":
            return True
        case "integer" | "number":
            return max(1, schema.get("minimum", 1))
    return _text(schema, text)


def _object(schema: Schema, parts: dict[str, Schema], text: str) -> Schema:
    if "properties" in schema:
        return {name: _value(inner, parts, text) for name, inner in schema["properties"].items()}
    inner = schema.get("additionalProperties") or next(iter(schema["patternProperties"].values()))
    return {"q1": _value(inner, parts, text)}


def _text(schema: Schema, text: str) -> str:
    if REFERENCE in schema:
        kinds = schema[REFERENCE] or [KINDS[0].name]
        return _id(kinds[0])
    if schema.get("format") == "uri":
        return "https://example.org/?a=1&copy=%22"
    if "examples" in schema:
        return str(schema["examples"][0])
    if "pattern" in schema:
        return next(value for value in FITTING if re.search(schema["pattern"], value))
    return text[: schema.get("maxLength")]


def _fitted(record: Schema, text: str) -> Schema:
    """A record whose parts agree: a figure that is used and has one value, ids that are ids."""
    if "statement" in record:
        figure = {"of": text, "relation": "unqualified", "value": 1200, "unit": text}
        record |= {"statement": f"{text} {{q1}} homes.", "quantities": {"q1": figure}}
        said = {"statement": f"{text} {{q1}} homes.", "answers": [], "replaces": []}
        record["attributions"][0] |= {"id": "a1", "based_on": ["own-observation"], **said}
        record["attributions"][0].get("as_printed", {}).pop("quantities", None)
    return record
