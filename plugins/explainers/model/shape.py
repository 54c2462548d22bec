"""What a kind's model allows at a path: for messages, schemas and documentation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from explainers.model.base import Record
from explainers.model.descriptions import descriptions
from explainers.model.fields import OpenWord
from explainers.tree.nodes import Loc


def keys_at(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """The keys that are allowed in the mapping at a path; empty if any key is."""
    found = model_at(model, loc)
    return keys(found) if found else ()


def keys(model: type[BaseModel]) -> tuple[str, ...]:
    """A model's keys in the order of a file: of a record, its own before those that all records share."""
    found = [field.alias or name for name, field in model.model_fields.items()]
    if not issubclass(model, Record):
        return tuple(found)
    own = [key for key in found if key not in _SHARED]
    if model.summary_after:
        own.insert(own.index(model.summary_after) + 1, "summary")
    return (*own, *(key for key in found if key not in {*own, "id"}))


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model of the mapping at a path, or None if there is none."""
    return next(_models(_annotation(model, loc)), None)


def choices_at(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """The words that are allowed at a path, or nothing if any word is."""
    return tuple(
        word
        for option in _options(_annotation(model, loc))
        if get_origin(option) is Literal
        for word in get_args(option)
    )


def open_word(model: type[BaseModel], key: str) -> OpenWord | None:
    """What is known of a field that takes any short noun."""
    field = next((field for name, field in model.model_fields.items() if (field.alias or name) == key), None)
    return next((note for note in field.metadata if isinstance(note, OpenWord)), None) if field else None


def may_be_text(model: type[BaseModel], loc: Loc) -> bool:
    """Whether plain text is allowed at a path."""
    return str in _options(_annotation(model, loc))


def description_at(model: type[BaseModel], loc: Loc) -> str:
    """What the field at a path is for, as the middle of a sentence."""
    owner = model_at(model, loc[:-1])
    name = next((n for n, f in owner.model_fields.items() if (f.alias or n) == loc[-1]), "") if owner else ""
    words = descriptions(owner).get(name, "").rstrip(".") if owner else ""
    return words[:1].lower() + words[1:]


def required(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that a file must have."""
    written = set(keys(model))
    names = (field.alias or name for name, field in model.model_fields.items() if field.is_required())
    return tuple(name for name in names if name in written)


def owners(model: type[BaseModel], key: str) -> tuple[str, ...]:
    """The fields, however deep, below which a key is allowed."""
    return tuple(dict.fromkeys(name for name, part in _parts(model, frozenset()) if key in keys(part)))


def _parts(model: type[BaseModel], seen: frozenset[type[BaseModel]]) -> Iterator[tuple[str, type[BaseModel]]]:
    """Every part of a model, with the name of its field."""
    for name, field in model.model_fields.items():
        for part in _inside(field.annotation):
            if part not in seen:
                yield field.alias or name, part
                yield from _parts(part, seen | {part})


def _inside(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models in a type, in lists and mappings too."""
    for option in _options(annotation):
        if isinstance(option, type) and issubclass(option, BaseModel):
            yield option
        elif get_origin(option) in {tuple, dict}:
            for inner in get_args(option):
                yield from _inside(inner)


def _annotation(model: type[BaseModel], loc: Loc) -> Any:
    here: Any = model
    for step in loc:
        here = _step(here, step)
    return here


def _step(annotation: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return next((get_args(a)[0] for a in _options(annotation) if get_origin(a) is tuple), None)
    for option in _options(annotation):
        if isinstance(option, type) and issubclass(option, BaseModel):
            return next((f.annotation for n, f in option.model_fields.items() if (f.alias or n) == step), None)
        if get_origin(option) is dict:
            return get_args(option)[1]
    return None


def _options(annotation: Any) -> Iterator[Any]:
    """A type without its annotations and alternatives."""
    if annotation is None or annotation is Ellipsis:
        return
    if get_origin(annotation) is Annotated:
        yield from _options(get_args(annotation)[0])
    elif get_origin(annotation) in {tuple, dict, Literal} or not get_args(annotation):
        yield annotation
    else:
        for option in get_args(annotation):
            yield from _options(option)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    return (o for o in _options(annotation) if isinstance(o, type) and issubclass(o, BaseModel))


_SHARED = frozenset(Record.model_fields)
