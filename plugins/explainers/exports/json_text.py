"""Records as JSON: keys as they are written in the files, numbers digit by digit, what is empty or false left out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache, partial
from operator import attrgetter
from typing import Any, TypeAlias, cast

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from explainers.exports.facts import Facts
from explainers.model.base import Record

Json: TypeAlias = "bool | int | float | Decimal | str | BaseModel | Sequence[Json] | Mapping[str, Json] | None"

_EMPTY: tuple[object, ...] = (None, False, "", (), {})


def fields(part: BaseModel) -> dict[str, Json]:
    """A record or a part of one, defaults included unless they are empty.

    A record's id is left out: it comes next to the fields, as the file's name is not in its text.
    """
    found: dict[str, Json] = {}
    for name, key, default in _keys(type(part)):
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


def written(value: Json) -> str:
    """JSON text on one line; a model is written as `fields` gives it."""
    text = _ENCODER.encode(value)
    return _NUMBER.sub(r"\1", text) if _EXACT in text else text


def _as_json(value: Any) -> object:
    """What the encoder of the standard library does not know."""
    return _encoder(value.__class__)(value)


@cache
def _encoder(kind: type) -> Callable[[Any], object]:
    """What makes JSON of the values of a type."""
    if issubclass(kind, BaseModel):
        keys = _keys(kind)
        always = all(name == key and default is _NEEDED for name, key, default in keys)
        return attrgetter("__dict__") if always and issubclass(kind, Facts) else partial(_without_empty, keys)
    if issubclass(kind, Decimal):
        return _digit_by_digit
    if issubclass(kind, Mapping):
        return dict
    if issubclass(kind, Sequence):
        return list
    raise TypeError(f"no JSON for {kind.__name__}")


def _without_empty(keys: Sequence[_Key], value: BaseModel) -> dict[str, object]:
    own = value.__dict__
    return {
        key: item
        for name, key, default in keys
        # What is true is not empty, and to compare it takes longer than to ask.
        if (item := own[name]) or default is _NEEDED or item != default
    }


def _digit_by_digit(number: Decimal) -> str:
    return f"{_EXACT}{number:f}"


# The encoder has no way to write a number digit by digit: it is a text at first, which begins with half a surrogate
# pair, as no text of a record can.
_EXACT = "\udc00="
_NUMBER = re.compile(rf'"{_EXACT}(-?[0-9.]+)"')
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":"), default=_as_json
)


def encoded(text: str) -> bytes:
    """UTF-8 with one newline at the end; half a surrogate pair, unknown to UTF-8, as JSON's escape."""
    return f"{text}\n".encode("utf-8", errors="backslashreplace")


_NEEDED = object()
_Key: TypeAlias = tuple[str, str, object]


@cache
def _keys(model: type[BaseModel]) -> tuple[_Key, ...]:
    """Name, key and empty default of the fields; `_NEEDED` where the field is always written."""
    return tuple(
        (name, field.alias or name, _default(field) if may_be_absent(field) else _NEEDED)
        for name, field in model.model_fields.items()
        if not field.exclude and (name != "id" or not issubclass(model, Record))
    )


def _default(field: FieldInfo) -> object:
    return field.get_default(call_default_factory=True, validated_data={})


def _is_empty(value: object) -> bool:
    return any(value == empty and type(value) is type(empty) for empty in _EMPTY)
