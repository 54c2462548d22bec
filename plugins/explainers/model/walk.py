"""Every text of a record with its path and what its field means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from explainers.model.fields import AttributionLink, Link, Prose

Loc = tuple[str | int, ...]
Meaning = Link | Prose | AttributionLink


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text in a record: where it stands, what its field means, and itself."""

    loc: Loc
    meaning: Meaning
    value: str


def leaves(part: BaseModel, loc: Loc = ()) -> Iterator[Leaf]:
    """The links and prose of a record or of a part of one, in the order of its fields."""
    for name, alias, annotation in _fields(type(part)):
        yield from _values(getattr(part, name), annotation, (*loc, alias))


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, Any], ...]:
    """Name, key in the file and type of the fields that can hold links or prose."""
    found = []
    for name, field in model.model_fields.items():
        annotation: Any = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        if _matters(annotation):
            found.append((name, field.alias or name, annotation))
    return tuple(found)


def _matters(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return isinstance(annotation, Meaning) or any(_matters(inner) for inner in get_args(annotation))


def _values(value: Any, annotation: Any, loc: Loc) -> Iterator[Leaf]:
    if value is None:
        return
    if isinstance(value, BaseModel):
        yield from leaves(value, loc)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values(item, _inner(annotation), (*loc, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _values(item, _inner(annotation), (*loc, key))
    elif isinstance(value, str) and value:
        for meaning in _meanings(annotation):
            yield Leaf(loc, meaning, value)


def _meanings(annotation: Any) -> Iterator[Meaning]:
    if get_origin(annotation) is Annotated:
        base, *metadata = get_args(annotation)
        yield from (m for m in metadata if isinstance(m, Meaning))
        yield from _meanings(base)
    else:
        for inner in get_args(annotation):
            yield from _meanings(inner)


def _inner(annotation: Any) -> Any:
    """What a tuple or mapping holds; optional and annotated types are seen through."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _inner(get_args(annotation)[0])
    args = [arg for arg in get_args(annotation) if arg is not type(None) and arg is not Ellipsis]
    if origin is tuple:
        return args[0]
    if origin is dict:
        return args[1]
    return _inner(args[0]) if args else annotation
