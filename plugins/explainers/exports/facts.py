"""The base of what is published besides a record's own fields."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

from pydantic import BaseModel

from explainers.model.base import Part


class Facts(Part):
    """What we worked out, in a shape that the schema is made from.

    It is taken as it is given: types are checked where the code is, and what is written is checked against the schema
    by tests. To validate it once more took a third of the time in which the facts of a claim are gathered.
    """

    # What pydantic keeps in each model besides its values is the same for all of these.
    __pydantic_extra__: ClassVar[None] = None  # type: ignore[misc]
    __pydantic_private__: ClassVar[None] = None  # type: ignore[misc]
    __pydantic_fields_set__: ClassVar[frozenset[str]] = frozenset()  # type: ignore[assignment,misc]

    def __init__(self, **given: Any) -> None:
        number, defaults = _fields(self.__class__)
        _keep(self, "__dict__", {**defaults, **given} if len(given) < number else given)


_keep = object.__setattr__


@cache
def _fields(model: type[BaseModel]) -> tuple[int, dict[str, Any]]:
    """How many fields there are, and the values of those that may be left out, none of which can be changed."""
    optional = {name: field for name, field in model.model_fields.items() if not field.is_required()}
    return len(model.model_fields), {name: field.get_default() for name, field in optional.items()}
