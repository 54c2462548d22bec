"""Every text of a record with its path and what its field means, and every part of one type with its path.

For each model, the fields that lead to what is asked for are looked up once, with what they hold: nine fields of ten
are not looked at, and nearly all others hold a text, a part, or several of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from functools import cache, cached_property
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from explainers.model.fields import AttributionLink, Link, Prose

Loc = tuple[str | int, ...]
Meaning = Link | Prose | AttributionLink
P = TypeVar("P", bound=BaseModel)


class Leaf(NamedTuple):
    """A text in a record: its path, what its field means, and the text itself."""

    loc: Loc
    meaning: Meaning
    value: str


def leaves(part: BaseModel, loc: Loc = ()) -> list[Leaf]:
    """The links and prose of a record or of a part of one, in the order of its fields."""
    found: list[Leaf] = []
    _add_leaves(part, loc, found)
    return found


def plain_leaves(model: type[BaseModel], values: Any, loc: Loc = ()) -> Iterator[Leaf]:
    """The links and prose in values that are not a record, because something is missing in them."""
    if isinstance(values, dict):
        for _, key, _, _, field in _fields(model):
            yield from field.plain(values.get(key), (*loc, key))


def parts_of_type(part: BaseModel, wanted: type[P]) -> list[tuple[Loc, P]]:
    """The parts of one type in a record, in the order of its fields, the outer before the inner."""
    found: list[tuple[Loc, P]] = []
    _add_parts(part, wanted, (), found)
    return found


def value_at(part: BaseModel, loc: Loc) -> Any:
    """The value at a path of keys in a record; None if there is none."""
    value: Any = part
    for step in loc:
        if isinstance(value, BaseModel):
            value = getattr(value, _names(type(value)).get(step, ""), None)
        elif isinstance(value, tuple):
            value = value[step] if isinstance(step, int) and step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def typed_fields(model: type[BaseModel]) -> Iterator[tuple[str, str, Any]]:
    """Each field's name, its key in the file, and its type."""
    for name, field in model.model_fields.items():
        annotation: Any = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        yield name, field.alias or name, annotation


@cache
def _names(model: type[BaseModel]) -> dict[str | int, str]:
    """The names of the fields by their keys in the file."""
    return {key: name for name, key, _ in typed_fields(model)}


def models_in(annotation: Any) -> set[type[BaseModel]]:
    """The models that a type can hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return {model for inner in get_args(annotation) for model in models_in(inner)}


class Shape(Enum):
    """What a field holds: the first four need no look at each value to know."""

    TEXT = auto()
    TEXTS = auto()
    PART = auto()
    PARTS = auto()
    OTHER = auto()


_TEXT, _TEXTS, _PART, _PARTS = Shape.TEXT, Shape.TEXTS, Shape.PART, Shape.PARTS


def shape_of(annotation: Any) -> Shape:
    """What a field of a type holds."""
    bare = _bare(annotation)
    if get_origin(bare) is tuple and get_args(bare)[1:] == (Ellipsis,):
        inner = _one(_bare(get_args(bare)[0]))
        return {_TEXT: _TEXTS, _PART: _PARTS}.get(inner, Shape.OTHER)
    return _one(bare)


def _add_leaves(part: BaseModel, loc: Loc, found: list[Leaf]) -> None:
    values = part.__dict__
    for name, key, shape, meaning, field in _fields(type(part)):
        value = values[name]
        if not value:
            continue
        if shape is _TEXT:
            found.append(Leaf((*loc, key), meaning, value))
        elif shape is _TEXTS:
            for index, text in enumerate(value):
                if text:
                    found.append(Leaf((*loc, key, index), meaning, text))
        elif shape is _PARTS:
            for index, inner in enumerate(value):
                _add_leaves(inner, (*loc, key, index), found)
        elif shape is _PART:
            _add_leaves(value, (*loc, key), found)
        else:
            field.add(value, (*loc, key), found)


class _Field:
    """A type that can hold links or prose: what its texts mean, and what it holds."""

    def __init__(self, annotation: Any) -> None:
        self._annotation = annotation
        self.meanings = tuple(_meanings(annotation))

    @cached_property
    def _held(self) -> _Field:
        return _Field(_inner(self._annotation))

    def add(self, value: Any, loc: Loc, found: list[Leaf]) -> None:
        """All leaves in a value of this type."""
        if isinstance(value, str):
            for meaning in self.meanings if value else ():
                found.append(Leaf(loc, meaning, value))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                self._held.add(item, (*loc, index), found)
        elif isinstance(value, BaseModel):
            _add_leaves(value, loc, found)
        elif isinstance(value, dict):
            for key, item in value.items():
                self._held.add(item, (*loc, key), found)

    def plain(self, value: Any, loc: Loc) -> Iterator[Leaf]:
        """All leaves in a value that was not decoded; one where a list is asked for is the only entry."""
        if isinstance(value, str):
            yield from (Leaf(loc, meaning, value) for meaning in self.meanings if value)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from self.plain(item, (*loc, index))
        elif get_origin(_bare(self._annotation)) is dict:
            for key, item in value.items() if value else ():
                yield from self._held.plain(item, (*loc, key))
        else:
            for model in models_in(self._annotation):
                yield from plain_leaves(model, value, loc)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, Shape, Meaning, _Field], ...]:
    """The fields that lead to links or prose: name, key in the file, shape, what the text means, and their type."""
    found = []
    for name, key, annotation in typed_fields(model):
        if _matters(annotation, frozenset()):
            field = _Field(annotation)
            shape = shape_of(annotation)
            if shape in {_TEXT, _TEXTS} and len(field.meanings) != 1:
                shape = Shape.OTHER
            found.append((name, key, shape, next(iter(field.meanings), Prose()), field))
    return tuple(found)


def _matters(annotation: Any, above: frozenset[Any]) -> bool:
    """Whether a type leads to links or prose."""
    if isinstance(annotation, Meaning):
        return True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        inner = above | {annotation}
        return annotation not in above and any(_matters(held, inner) for _, _, held in typed_fields(annotation))
    return any(_matters(held, above) for held in get_args(annotation))


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


def _add_parts(part: BaseModel, wanted: type[P], loc: Loc, found: list[tuple[Loc, P]]) -> None:
    values = part.__dict__
    for name, key, shape, leads_on in _ways(type(part), wanted):
        value = values[name]
        if not value:
            continue
        for place, inner in _held_in(value, (*loc, key), shape):
            if type(inner) is wanted:
                found.append((place, inner))
            if leads_on:
                _add_parts(inner, wanted, place, found)


def _held_in(value: Any, loc: Loc, shape: Shape) -> list[tuple[Loc, Any]]:
    """The parts in a value with their paths."""
    if shape is _PART:
        return [(loc, value)]
    if shape is _PARTS:
        return [((*loc, index), inner) for index, inner in enumerate(value)]
    if isinstance(value, BaseModel):
        return [(loc, value)]
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    return [((*loc, step), inner) for step, inner in steps if isinstance(inner, BaseModel)]


@cache
def _ways(model: type[BaseModel], wanted: type[BaseModel]) -> tuple[tuple[str, str, Shape, bool], ...]:
    """The fields that lead to parts of one type: name, key in the file, shape, and whether some lie deeper."""
    found = []
    for name, key, annotation in typed_fields(model):
        held = models_in(annotation)
        deeper = any(_leads(inner, wanted, frozenset()) for inner in held)
        if deeper or wanted in held:
            found.append((name, key, shape_of(annotation), deeper))
    return tuple(found)


def _leads(model: type[BaseModel], wanted: type[BaseModel], above: frozenset[type[BaseModel]]) -> bool:
    held = {inner for _, _, annotation in typed_fields(model) for inner in models_in(annotation)}
    return wanted in held or any(_leads(inner, wanted, above | {model}) for inner in held - above - {model})


def _one(bare: Any) -> Shape:
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return _PART
    return _TEXT if bare is str else Shape.OTHER


def _bare(annotation: Any) -> Any:
    """A type without its annotations, and without `None`."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        options = [option for option in get_args(annotation) if option is not NoneType]
        return _bare(options[0]) if len(options) == 1 else annotation
    return annotation
