"""Records as JSON: keys as they are written in the files, numbers digit by digit, what is empty left out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache, partial
from itertools import repeat
from json.encoder import encode_basestring
from typing import Any, TypeAlias, cast

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from explainers.model.base import Record

Json: TypeAlias = "bool | int | float | Decimal | str | BaseModel | Sequence[Json] | Mapping[str, Json] | None"

_SHORT = 90
_SCALARS: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: str,
    float: partial(json.dumps, allow_nan=False),
    Decimal: "{:f}".format,
    bool: {True: "true", False: "false"}.__getitem__,
    type(None): {None: "null"}.__getitem__,
}
_EMPTY: tuple[object, ...] = (None, "", (), {})


def fields(part: BaseModel) -> dict[str, Json]:
    """A record or a part of one, defaults included unless they are empty.

    A record's id is left out: it stands beside the fields, as it does beside the file's text.
    """
    found: dict[str, Json] = {}
    for name, key, _, default in _keys(type(part)):
        value = getattr(part, name)
        if value or default is _NEEDED or value != default:
            found[key] = as_json(value)
    return found


def as_json(value: object) -> Json:
    """A value of a record: models as mappings, tuples as lists."""
    if isinstance(value, BaseModel):
        return fields(value)
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    if isinstance(value, dict | Mapping):
        return {key: as_json(item) for key, item in value.items()}
    return cast(Json, value)


def may_be_absent(field: FieldInfo) -> bool:
    """Whether a field is left out where it is empty."""
    return not field.is_required() and _is_empty(_default(field))


def written(value: Json, pad: str = "") -> str:
    """JSON text, two spaces a level; a short list or mapping that holds no other stays on one line.

    A model is written as `fields` gives it, without the mapping in between: that takes half of the time.
    """
    write = _SCALARS.get(value.__class__)
    return write(value) if write else _enclosed(value, pad)


def _enclosed(value: Any, pad: str) -> str:
    """What holds others. Most of these are scalars: to ask here for how they are written spares a call for each."""
    start, end, entries = _sort(value.__class__)
    deeper = f"{pad}  "
    items: list[str] = []
    is_flat = True
    for key, item in entries(value):
        write = _SCALARS.get(item.__class__)
        if write:
            items.append(key + write(item))
        else:
            items.append(key + _enclosed(item, deeper))
            is_flat = False
    if is_flat and len(line := ", ".join(items)) <= _SHORT:
        return f"{start}{line}{end}"
    inner = f",\n{deeper}".join(items)
    return f"{start}\n{deeper}{inner}\n{pad}{end}"


_Entries: TypeAlias = "Callable[[Any], Iterable[tuple[str, Any]]]"


@cache
def _sort(kind: type) -> tuple[str, str, _Entries]:
    """The brackets of a sort of value, and what stands in one, each with its key as it is written, if it has one.

    Asked once a type: whether something is a model takes as long to find out as to write its fields.
    """
    if issubclass(kind, BaseModel):
        return "{", "}", partial(_of_model, _keys(kind))
    if issubclass(kind, Mapping):
        return "{", "}", lambda value: [(f"{encode_basestring(key)}: ", item) for key, item in value.items()]
    if issubclass(kind, Sequence):
        return "[", "]", partial(zip, repeat(""))
    raise TypeError(f"no JSON for {kind.__name__}")


def _of_model(keys: Sequence[_Key], part: BaseModel) -> Iterable[tuple[str, Any]]:
    own = part.__dict__
    return [
        (start, item)
        for name, _, start, default in keys
        # What is true is not empty, and to compare it takes longer than to ask.
        if (item := own[name]) or default is _NEEDED or item != default
    ]


def encoded(text: str) -> bytes:
    """UTF-8 with one newline at the end; half a surrogate pair, unknown to UTF-8, as JSON's escape."""
    return f"{text}\n".encode("utf-8", errors="backslashreplace")


_NEEDED = object()
_Key: TypeAlias = tuple[str, str, str, object]


@cache
def _keys(model: type[BaseModel]) -> tuple[_Key, ...]:
    """Name, key, key as written, and empty default of the fields; `_NEEDED` where the field is always written."""
    return tuple(
        (name, key := field.alias or name, f'"{key}": ', _default(field) if may_be_absent(field) else _NEEDED)
        for name, field in model.model_fields.items()
        if not field.exclude and (name != "id" or not issubclass(model, Record))
    )


def _default(field: FieldInfo) -> object:
    return field.get_default(call_default_factory=True, validated_data={})


def _is_empty(value: object) -> bool:
    return any(value == empty and type(value) is type(empty) for empty in _EMPTY)
