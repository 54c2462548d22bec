"""What each field is for: the text below it in its model, read from the source when someone asks."""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema


@cache
def descriptions(model: type[BaseModel]) -> dict[str, str]:
    """The description of each field of a model, by the field's name; of fields that it inherits, too.

    Pydantic's `use_attribute_docstrings` does this for every model when it is imported, a tenth of the start of a run.
    """
    found: dict[str, str] = {}
    for part in reversed(model.__mro__):
        if issubclass(part, BaseModel) and part is not BaseModel:
            written = _classes(part.__module__).get(part.__qualname__, {})
            found = {name: words for name, words in found.items() if name not in part.__annotations__} | written
    said = {name: field.description for name, field in model.model_fields.items() if field.description}
    return found | said


class DescribedSchema(GenerateJsonSchema):
    """A JSON Schema in which each field says what it is for."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        words = descriptions(model)
        for name, field in model.model_fields.items():
            key = (field.alias if self.by_alias else None) or name
            if name in words and key in made.get("properties", {}):
                made["properties"][key].setdefault("description", words[name])
        return made


@cache
def _classes(module: str) -> dict[str, dict[str, str]]:
    """The described fields of each class in a module; nothing where its source is not at hand."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except (KeyError, OSError, TypeError):
        return {}
    return {part.name: _described(part) for part in tree.body if isinstance(part, ast.ClassDef)}


def _described(part: ast.ClassDef) -> dict[str, str]:
    found = {}
    for field, below in pairwise(part.body):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                found[name] = inspect.cleandoc(words)
    return found
