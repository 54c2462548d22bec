"""A record of every kind with every field filled in, and any text in those that hold text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from explainers.kinds import KINDS
from explainers.model.fields import AttributionLink, Link
from explainers.model.walk import typed_fields

Path = tuple[str | int, ...]
# Gives the text of a field by its path, or None to leave it as it is.
Fill = Callable[[Path], str | None]
# What a field needs that has a form, by its key.
_FORMED = {
    "id": "a1",
    "edtf": "2024-03-03",
    "made": "2024-03-04",
    "issued": "2024-03-03",
    **dict.fromkeys(("accessed", "available-date", "container", "event-date", "original-date", "submitted"), "2024"),
    "from": "2020",
    "to": "2024",
    "sha256": "0" * 64,
    "file": "text.txt",
    "url": "https://example.org/a",
    "URL": "https://example.org/a",
    "same_as": "https://example.org/b",
    "language": "en",
    "formerly": "an-old-id",
    "rule": "loaded-verb",
    "tags": "a-tag",
    "value": "5",
    "part_of": "q2",
}
_PLAIN = {bool: "true", int: "5", Decimal: "5", float: "5"}


def whole(kind: str, fill: Fill) -> dict[str, Any]:
    """Every field of a record of a kind, as a file has them."""
    found: dict[str, Any] = _filled(_value(_model(kind), ()), (), fill)
    return found | {"id": f"the-{kind}"}


def _model(kind: str) -> type[BaseModel]:
    return next(each.model for each in KINDS if each.name == kind)


def _filled(value: Any, path: Path, fill: Fill) -> Any:
    if isinstance(value, dict):
        return {key: _filled(item, (*path, key), fill) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, (*path, at), fill) for at, item in enumerate(value)]
    return fill(path) or value


def fields(kind: str) -> list[Path]:
    """The paths of all fields that hold a single value."""
    found: list[Path] = []

    def note(path: Path) -> None:
        found.append(path)

    whole(kind, note)
    return found


@cache
def plain_texts(kind: str) -> dict[Path, int]:
    """The paths of the fields that hold any text, each with how many characters it takes."""
    links = {path for path in fields(kind) if _leads(_at(whole(kind, _nothing), path))}
    most = {path: _most(kind, path) for path in fields(kind) if path not in links}
    return {path: size for path, size in most.items() if size}


def _nothing(_: Path) -> None:
    return None


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _leads(value: Any) -> bool:
    return str(value).startswith(("the-", "a1"))


def _most(kind: str, path: Path) -> int:
    """How many characters a field takes, by the bounds that there are; none where it refuses words."""
    model = _model(kind)
    for size in (10_000, 1000, 200, 60, 40):
        text = ("some words " * (size // 10)).strip()[:size].rstrip()
        try:
            model.model_validate(whole(kind, lambda place, text=text: text if place == path else None))
        except ValidationError:
            continue
        return size
    return 0


@cache
def _value(annotation: Any, path: Path, *metadata: Any) -> Any:
    """A value of an annotation; that of a path is asked for again and again."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _value(inner, path, *metadata, *more)
    if origin in {Union, UnionType}:
        options = [option for option in get_args(annotation) if option is not NoneType]
        return _value(options[-1], path, *metadata)
    if origin is tuple:
        return [_value(get_args(annotation)[0], (*path, 0), *metadata)]
    if origin is dict:
        return {"q1": _value(get_args(annotation)[1], (*path, "q1"))}
    if origin is Literal:
        return get_args(annotation)[0]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return dict(_fields(annotation, path))
    return _PLAIN.get(annotation) or _text(path, metadata)


def _fields(model: type[BaseModel], path: Path) -> Iterator[tuple[str, Any]]:
    for _, key, annotation in typed_fields(model):
        if not (key == "id" and not path):
            yield key, _value(annotation, (*path, key))


def _text(path: Path, metadata: tuple[Any, ...]) -> str:
    for one in metadata:
        if isinstance(one, Link):
            return f"the-{one.kinds[0] if one.kinds else 'actor'}"
        if isinstance(one, AttributionLink):
            return "a1"
    key = next(step for step in reversed(path) if isinstance(step, str))
    return _FORMED.get(key, "some words")
