"""Every text of a record with its path and what its field means."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from explainers.model.fields import AttributionLink, Link, Prose

Loc = tuple[str | int, ...]
Meaning = Link | Prose | AttributionLink


class Leaf(NamedTuple):
    """A text in a record: where it stands, what its field means, and itself."""

    loc: Loc
    meaning: Meaning
    value: str


def leaves(part: BaseModel, loc: Loc = ()) -> list[Leaf]:
    """The links and prose of a record or of a part of one, in the order of its fields."""
    found: list[Leaf] = []
    _add(part, loc, found)
    return found


def _add(part: BaseModel, loc: Loc, found: list[Leaf]) -> None:
    for name, alias, field in _fields(type(part)):
        value = getattr(part, name)
        if value:
            field.add(value, (*loc, alias), found)


class _Field:
    """A type that can hold links or prose: what its texts mean, and what it holds."""

    def __init__(self, annotation: Any) -> None:
        self._annotation = annotation
        self._meanings = tuple(_meanings(annotation))

    @cached_property
    def _held(self) -> _Field:
        return _Field(_inner(self._annotation))

    def add(self, value: Any, loc: Loc, found: list[Leaf]) -> None:
        """All leaves in a value of this type."""
        if isinstance(value, str):
            for meaning in self._meanings if value else ():
                found.append(Leaf(loc, meaning, value))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                self._held.add(item, (*loc, index), found)
        elif isinstance(value, BaseModel):
            _add(value, loc, found)
        elif isinstance(value, dict):
            for key, item in value.items():
                self._held.add(item, (*loc, key), found)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, _Field], ...]:
    """Name, key in the file and type of the fields that can hold links or prose: looked up once for each model."""
    found = []
    for name, field in model.model_fields.items():
        annotation: Any = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        if _matters(annotation):
            found.append((name, field.alias or name, _Field(annotation)))
    return tuple(found)


def _matters(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return isinstance(annotation, Meaning) or any(_matters(inner) for inner in get_args(annotation))


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
