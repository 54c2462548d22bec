"""A record made small: what it has in common with others is there once."""

from __future__ import annotations

from sys import intern
from typing import Any, TypeVar

from pydantic import BaseModel

from explainers.model.base import Date, Record
from explainers.model.walk import Shape, models_in, shape_of, typed_fields

R = TypeVar("R", bound=Record)
_TEXT, _TEXTS, _PART, _PARTS, _OTHER = Shape.TEXT, Shape.TEXTS, Shape.PART, Shape.PARTS, Shape.OTHER
# Longer texts are hardly ever the same.
_WORD = 24


class Smaller:
    """Makes records small, one after another, each to nearly half of its 8 kB; it knows the dates that others have."""

    def __init__(self) -> None:
        self._dates: dict[tuple[Any, ...], Date] = {}

    def __call__(self, record: R) -> R:
        """The same record."""
        if not record.kept:
            _put_private(record, _NOTHING_KEPT)
        self._part(record)
        return record

    def _part(self, part: BaseModel) -> None:
        _put_written(part, _UNASKED)
        values = part.__dict__
        for name, shape in _FIELDS[type(part)]:
            value = values[name]
            if not value:
                continue
            if shape is _TEXT:
                if len(value) < _WORD:
                    values[name] = intern(value)
            elif shape is _PARTS:
                for inner in value:
                    self._part(inner)
            elif shape is _TEXTS:
                values[name] = tuple([intern(text) if len(text) < _WORD else text for text in value])
            elif shape is _PART:
                if type(value) is Date:
                    values[name] = self._date(value)
                else:
                    self._part(value)
            elif isinstance(value, dict | tuple):
                for inner in value.values() if isinstance(value, dict) else value:
                    if isinstance(inner, BaseModel):
                        self._part(inner)

    def _date(self, date: Date) -> Date:
        """The first of all equal dates."""
        key = (*date.__dict__.values(),)
        known = self._dates.get(key)
        if known is None:
            self._part(date)
            known = self._dates[key] = date
        return known


# Which keys were written is asked of the file and never of the record: pydantic's set of them, larger than all else in
# a part, is the same for all. What copies a part copies the set.
_UNASKED: set[str] = set()
_NOTHING_KEPT: dict[str, Any] = {"_kept": {}}
# Set past the models, which are frozen.
_put_written = BaseModel.__dict__["__pydantic_fields_set__"].__set__
_put_private = BaseModel.__dict__["__pydantic_private__"].__set__


class _Fields(dict[type[BaseModel], tuple[tuple[str, Shape], ...]]):
    """Of each model the fields with texts and parts, and what each holds."""

    def __missing__(self, model: type[BaseModel]) -> tuple[tuple[str, Shape], ...]:
        fields = [(name, shape_of(annotation), annotation) for name, _, annotation in typed_fields(model)]
        found = self[model] = tuple(
            (name, shape) for name, shape, annotation in fields if shape is not _OTHER or models_in(annotation)
        )
        return found


_FIELDS = _Fields()
