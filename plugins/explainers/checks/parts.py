"""Every part of one sort in all records, with its place: all dates, all citations, all attributions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel

from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Attribution, Claim, PrintedQuantity
from explainers.kinds.parts import Quantity
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


@lru_cache(maxsize=2)
def voices(graph: Graph) -> Sequence[Voice]:
    """All attributions, claim by claim."""
    return tuple(
        Voice(claim, ("attributions", index), attribution)
        for claim in graph.of(Claim)
        for index, attribution in enumerate(claim.attributions)
    )


def quantities(graph: Graph) -> Iterator[Placed[Quantity] | Placed[PrintedQuantity]]:
    """All figures, those of claims and those of single tellings."""
    yield from parts(graph, Quantity)
    yield from parts(graph, PrintedQuantity)


@lru_cache(maxsize=2)
def _by_sort(graph: Graph) -> dict[type[Part], list[Placed[Any]]]:
    found: dict[type[Part], list[Placed[Any]]] = {}
    for _, record in sorted(graph.records.items()):
        for loc, part in _below(record, ()):
            found.setdefault(type(part), []).append(Placed(record, loc, part))
    return found


def _below(part: Part, loc: Loc) -> Iterator[tuple[Loc, Part]]:
    """All parts within a part, the outer before the inner."""
    for name, key in _part_fields(type(part)):
        for steps, inner in _parts_in(getattr(part, name)):
            yield (*loc, key, *steps), inner
            yield from _below(inner, (*loc, key, *steps))


def _parts_in(value: Any) -> Iterator[tuple[Loc, Part]]:
    """A part, or the parts in a list or mapping, with the steps that lead to them."""
    if isinstance(value, Part):
        yield (), value
    elif isinstance(value, tuple):
        yield from (((index,), part) for index, part in enumerate(value) if isinstance(part, Part))
    elif isinstance(value, dict):
        yield from (((key,), part) for key, part in value.items() if isinstance(part, Part))


@cache
def _part_fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Name and key of the fields that can hold parts."""
    return tuple(
        (name, field.alias or name) for name, field in model.model_fields.items() if _holds_parts(field.annotation)
    )


def _holds_parts(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_parts(inner) for inner in get_args(annotation))
