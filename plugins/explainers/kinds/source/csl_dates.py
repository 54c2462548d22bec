"""Dates as reference managers write them, in EDTF. (CSL-JSON 1.0.2, date-variable)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from explainers.model.base import Edtf
from explainers.model.edtf_dates import extent

_SEASONS = ("spring", "summer", "autumn", "winter")
_FIRST_SEASON = 21  # of EDTF
_HELP = "write it in EDTF, such as 2024-11-11, 2024-08 or 2024"


def as_edtf(date: Mapping[str, Any]) -> str:
    """A date object of CSL in EDTF; empty where it has words alone, or says nothing that is a date."""
    circa = "~" if str(date.get("circa") or "").casefold() not in {"", "0", "false"} else ""
    parts = date.get("date-parts")
    points = [_point(point, date.get("season")) for point in parts if point] if isinstance(parts, list) else []
    if not points:
        words = date.get("edtf") or date.get("raw") or date.get("literal")
        return words.strip() if isinstance(words, str) and extent(words.strip()) else ""
    found = "/".join(f"{point}{circa}" for point in points)
    return found if all(points) and len(points) < 3 and extent(found) else ""


def _point(parts: object, season: object) -> str:
    """A day, a month, a season or a year; empty where it is none of them."""
    try:
        year, *rest = [int(part) for part in parts if part not in {"", None}] if isinstance(parts, list) else []
    except (TypeError, ValueError):
        return ""
    named = str(season or "").casefold()
    if named and not rest:
        number = _SEASONS.index(named) + 1 if named in _SEASONS else int(named) if named.isdecimal() else 0
        rest = [_FIRST_SEASON + (number - 1) % 4] if number else []
    # Some write 0 for what is not known.
    known = rest[: rest.index(0)] if 0 in rest else rest
    return "-".join([f"{'-' if year < 0 else ''}{abs(year):04}", *(f"{part:02}" for part in known[:2])])


def _read(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    found = as_edtf(value)
    if not found:
        words = value.get("literal") or value.get("raw")
        message = f"`{words}` is not a date" if isinstance(words, str) else "there is no date in it"
        raise PydanticCustomError("own", "{message}", {"message": message, "help": _HELP})
    return found


class _CslObject:
    """In a file a date of a reference is EDTF, or an object as reference managers export it."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        made = handler(core)
        if handler.mode != "validation":
            return made
        keys: dict[str, JsonSchemaValue] = {
            key: {} for key in ("date-parts", "season", "circa", "literal", "raw", "edtf")
        }
        closed = {"type": "object", "properties": keys, "additionalProperties": False}
        return {"anyOf": [made, {**closed, "description": "A date as CSL-JSON has it."}]}


CslDate = Annotated[Edtf, BeforeValidator(_read), Field(), _CslObject()]
