"""What came from a graph is kept with it: a preview has another graph after each edit."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from types import ModuleType
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import BaseModel

import explainers
from explainers.checks.context import Context
from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim
from explainers.prose.site import Site

MEMORY = type(cache(lambda: None))
# Rules look at all records, and what they find is on no page.
OF_RULES = "explainers.checks"
READ = (Graph, Site, Context, BaseModel)


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(explainers.__path__, "explainers."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def memories(module: ModuleType) -> Iterator[Any]:
    """What remembers by `functools` in a module, its own or another's, and in its classes."""
    spaces = [vars(module), *(vars(value) for value in vars(module).values() if isinstance(value, type))]
    for value in (value for space in spaces for value in list(space.values())):
        if isinstance(value, MEMORY):
            yield value


def classes(hint: Any) -> Iterator[type]:
    """The classes of the values that a hint lets in; a type that is handed over as such is none."""
    if isinstance(hint, type) and not get_args(hint):
        yield hint
    elif getattr(hint, "__origin__", None) is not type:
        for part in get_args(hint):
            yield from classes(part)


def takes_what_is_read(function: Callable[..., object]) -> bool:
    hints = get_type_hints(function.__wrapped__)  # type: ignore[attr-defined]
    hints.pop("return", None)
    given = [found for hint in hints.values() for found in classes(hint)]
    return any(issubclass(found, READ) or found.__module__.startswith("explainers.graph.") for found in given)


def outliving(module: ModuleType) -> list[str]:
    own = module.__name__.startswith(OF_RULES)
    return [f"{module.__name__}: {m.__name__}" for m in memories(module) if not own and takes_what_is_read(m)]


def test_no_memory_outlives_the_graph_that_its_values_came_from():
    assert [name for module in modules() for name in outliving(module)] == []


@lru_cache
def of_a_graph(graph: Graph) -> int:
    return len(graph.records)


@cache
def of_many(claims: tuple[Claim | None, ...], name: str) -> int:
    return len(claims) + len(name)


@cache
def of_a_type(model: type[BaseModel], names: tuple[str, ...]) -> int:
    return len(model.model_fields) + len(names)


@pytest.mark.parametrize(("memory", "reads"), [(of_a_graph, True), (of_many, True), (of_a_type, False)])
def test_what_a_memory_is_given_is_found_in_its_hints(memory: Callable[..., object], reads: bool):
    assert takes_what_is_read(memory) is reads
    assert memory in memories(importlib.import_module(__name__))
