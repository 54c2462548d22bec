"""Records as JSON: keys as they are written in the files, numbers digit by digit, what is empty left out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache, partial
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
    for name, key, default in _keys(type(part)):
        value = getattr(part, name)
        if _is_told(value, default):
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
    write = _SCALARS.get(type(value))
    if write:
        return write(value)
    deeper = f"{pad}  "
    if isinstance(value, BaseModel):
        return _enclosed("{", _entries(value, deeper), "}", pad)
    if isinstance(value, dict | Mapping):
        entries = [f"{encode_basestring(key)}: {written(item, deeper)}" for key, item in value.items()]
        return _enclosed("{", entries, "}", pad)
    if isinstance(value, list | Sequence):
        return _enclosed("[", [written(item, deeper) for item in value], "]", pad)
    raise TypeError(f"no JSON for {type(value).__name__}")


def _entries(part: BaseModel, pad: str) -> list[str]:
    entries = []
    for name, key, default in _keys(type(part)):
        value = getattr(part, name)
        if _is_told(value, default):
            # Half of all values: asked here, they need no call.
            write = _SCALARS.get(type(value))
            entries.append(f'"{key}": {write(value) if write else written(value, pad)}')
    return entries


def encoded(text: str) -> bytes:
    """UTF-8 with one newline at the end; half a surrogate pair, unknown to UTF-8, as JSON's escape."""
    return f"{text}\n".encode("utf-8", errors="backslashreplace")


_NEEDED = object()


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str, object], ...]:
    """Name, key and empty default of the fields; `_NEEDED` where the field is always written."""
    return tuple(
        (name, field.alias or name, _default(field) if may_be_absent(field) else _NEEDED)
        for name, field in model.model_fields.items()
        if name != "id" or not issubclass(model, Record)
    )


def _is_told(value: object, default: object) -> bool:
    """Whether a field is written. What is true is not empty, and to compare it takes longer than to ask."""
    return bool(value) or default is _NEEDED or value != default


def _default(field: FieldInfo) -> object:
    return field.get_default(call_default_factory=True, validated_data={})


def _is_empty(value: object) -> bool:
    return any(value == empty and type(value) is type(empty) for empty in _EMPTY)


def _enclosed(start: str, items: list[str], end: str, pad: str) -> str:
    line = ", ".join(items)
    if len(line) <= _SHORT and all(item[-1] not in "]}" for item in items):
        return f"{start}{line}{end}"
    inner = f",\n{pad}  ".join(items)
    return f"{start}\n{pad}  {inner}\n{pad}{end}"
