"""Records as the YAML that an editor would commit, without a library: the same bytes everywhere."""

from __future__ import annotations

from collections.abc import Mapping


class Text(str):
    """Prose: written as a folded block, a line for each sentence; a blank line begins a paragraph."""


class Ids(tuple[str, ...]):
    """Ids, written in one line."""


def record(fields: Mapping[str, object]) -> str:
    """A record's file. Fields that are empty are left out."""
    return "\n".join(_lines(fields, "")) + "\n"


def _lines(fields: Mapping[str, object], indent: str) -> list[str]:
    found: list[str] = []
    for key, value in fields.items():
        if value == 0 or value:
            found += _field(key, value, indent)
    return found


def _field(key: str, value: object, indent: str) -> list[str]:
    match value:
        case Text():
            return [f"{indent}{key}: >-", *(f"{indent}  {line}" if line else "" for line in value.split("\n"))]
        case Ids():
            return [f"{indent}{key}: [{', '.join(value)}]"]
        case dict():
            return [f"{indent}{key}:", *_lines(value, f"{indent}  ")]
        case list():
            return [f"{indent}{key}:", *(line for item in value for line in _item(item, f"{indent}  "))]
        case _:
            return [f"{indent}{key}: {value}"]


def _item(item: object, indent: str) -> list[str]:
    if isinstance(item, Text):
        return [f"{indent}- >-", *(f"{indent}  {line}" if line else "" for line in item.split("\n"))]
    if not isinstance(item, dict):
        return [f"{indent}- {item}"]
    first, *others = _lines(item, f"{indent}  ")
    return [f"{indent}- {first.lstrip()}", *others]
