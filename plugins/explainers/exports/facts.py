"""The base of what is published besides a record's own fields."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel

from explainers.model.base import Part


class Facts(Part):
    """What we worked out, in a shape that the schema is made from.

    It is taken as it is given: types are checked where the code is, and what is written is checked against the schema
    by tests. To validate it once more took a third of the time in which the facts of a claim are gathered.
    """

    def __init__(self, **given: Any) -> None:
        # As `model_construct` does it, which is slower than to validate.
        names, defaults = _fields(self.__class__)
        _keep(self, "__dict__", {**defaults, **given} if len(given) < len(names) else given)
        _keep(self, "__pydantic_fields_set__", names)
        _keep(self, "__pydantic_extra__", None)
        _keep(self, "__pydantic_private__", None)


_keep = object.__setattr__


@cache
def _fields(model: type[BaseModel]) -> tuple[set[str], dict[str, Any]]:
    """The names of the fields, and the values of those that may be left out; none of them is ever changed."""
    optional = {name: field for name, field in model.model_fields.items() if not field.is_required()}
    return {*model.model_fields}, {name: field.get_default() for name, field in optional.items()}
