"""Every part of one sort in all records, with its place: all dates, all citations, all attributions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel

from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Attribution, Claim
from explainers.model.base import Part, Record
from explainers.tree.nodes import Loc

P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Placed(Generic[P]):
    """A part, the record it stands in, and where."""

    record: Record
    loc: Loc
    part: P


@dataclass(frozen=True, slots=True)
class Voice:
    """An attribution, its claim, and where in the claim it stands."""

    claim: Claim
    loc: Loc
    attribution: Attribution


def parts(graph: Graph, sort: type[P]) -> list[Placed[P]]:
    """All parts of a sort, record by record."""
    return _by_sort(graph).get(sort, [])


def voices(graph: Graph) -> Iterator[Voice]:
    """All attributions, claim by claim."""
    for claim in graph.of(Claim):
        for index, attribution in enumerate(claim.attributions):
            yield Voice(claim, ("attributions", index), attribution)


@lru_cache(maxsize=2)
def _by_sort(graph: Graph) -> dict[type[Part], list[Placed[Any]]]:
    found: dict[type[Part], list[Placed[Any]]] = {}
    for _, record in sorted(graph.records.items()):
        for loc, part in _below(record, ()):
            found.setdefault(type(part), []).append(Placed(record, loc, part))
    return found


def _below(value: Any, loc: Loc) -> Iterator[tuple[Loc, Part]]:
    if isinstance(value, Part):
        for name, key in _part_fields(type(value)):
            inner = getattr(value, name)
            if isinstance(inner, Part):
                yield (*loc, key), inner
            if inner:
                yield from _below(inner, (*loc, key))
    elif isinstance(value, tuple | dict):
        for key, inner in enumerate(value) if isinstance(value, tuple) else value.items():
            if isinstance(inner, Part):
                yield (*loc, key), inner
                yield from _below(inner, (*loc, key))


@cache
def _part_fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Name and key of the fields that can hold parts."""
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if _holds_parts(field.annotation)
    )


def _holds_parts(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_parts(inner) for inner in get_args(annotation))
