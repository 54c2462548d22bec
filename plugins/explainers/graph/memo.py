"""What is worked out from a graph once, and told to whoever asks for it again.

No other memory may hold what came from a graph, as a page that took something from it would not know on what it
depends. All of it is kept with its graph and goes with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from explainers.graph import trace
from explainers.graph.graph import Graph
from explainers.model.base import Record

P = ParamSpec("P")
K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")
R = TypeVar("R", bound=Record)
F = TypeVar("F", bound=Callable[..., Any])

_FUNCTIONS: dict[str, Callable[[Graph], Any]] = {}
_EACH: set[Callable[..., Any]] = set()
_ON_DEMAND: set[str] = set()
_NONE = "none"
_LOOKS: dict[str, tuple[type[Record], Callable[[Any], object]]] = {}


def each(function: Callable[P, T]) -> Callable[P, T]:
    """Remember a value for each choice of arguments, the last of which is the graph; the others are texts.

    Who asks depends on all that the value was made from.
    """

    _EACH.add(function)

    @wraps(function)
    def asked(*given: P.args, **named: P.kwargs) -> T:
        kept = _graph(given[-1]).memo
        key = (function, *given[:-1])
        if key not in kept:
            with trace.traced() as facts:
                kept[key] = (function(*given, **named), facts)
        value, facts = kept[key]
        if trace.facts is not None:
            trace.facts |= facts
        found: T = value
        return found

    return asked


def whole(function: Callable[[Graph], T]) -> Callable[[Graph], T]:
    """Remember one small value of a graph. Who asks depends on that value alone, whatever it was made from."""
    name = _named(function)

    @wraps(function)
    def asked(graph: Graph) -> T:
        trace.note("value", name)
        return _once(function, graph)

    return asked


def by_key(function: Callable[[Graph], Mapping[str, V]]) -> Callable[[Graph], Mapping[str, V]]:
    """Remember a mapping of a graph. Who looks an entry up depends on that entry alone."""
    name = _named(function)

    @wraps(function)
    def asked(graph: Graph) -> Mapping[str, V]:
        return _Entries(function, graph, name)

    return asked


def has_none(name: str, graph: Graph, keys: Iterable[str]) -> None:
    """A mapping, by the name of its function, is known to have no entries under some keys: to see that, it need not be
    worked out. (Of a claim that is edited, the collisions of its figures: most claims have none)
    """
    graph.memo[_NONE, name] = frozenset(keys)


def looking_at(model: type[R], part: Callable[[R], object]) -> Callable[[F], F]:
    """Of each record of a kind, all of which a function goes through, it reads only this part.

    While the parts are the same, so is the value: after an edit it need not be worked out anew. It stands above the
    decorators `whole` and `by_key`.
    """

    def noted(function: F) -> F:
        _LOOKS[f"{function.__module__}.{function.__qualname__}"] = model, part
        return function

    return noted


def says_what_it_read(key: object) -> bool:
    """Whether what is kept under a key says what was read for it: what rules gather does not."""
    return not isinstance(key, tuple) or key[0] in _EACH


def forget_what_was_gathered(graph: Graph) -> None:
    """Let go of what rules gathered, once they have looked: it is as large as half of the records."""
    for key in [key for key in graph.memo if not says_what_it_read(key)]:
        del graph.memo[key]


def on_demand(function: F) -> F:
    """A function that only few pages ask: after an edit it is worked out when one of them is made, and not before.

    It stands above the decorators `whole` and `by_key`.
    """
    _ON_DEMAND.add(f"{function.__module__}.{function.__qualname__}")
    return function


def can_wait(name: str) -> bool:
    """Whether a function, by its name, is worked out on demand."""
    return name in _ON_DEMAND


def worked_out(name: str, graph: Graph) -> Any:
    """The value that a fact is about, by the name of the function that was asked; None where there is none now."""
    function = _FUNCTIONS.get(name)
    return _once(function, graph) if function else None


def _once(function: Callable[[Graph], T], graph: Graph) -> T:
    found: T = with_facts(function, graph)[0]
    return found


def with_facts(function: Callable[[Graph], T], graph: Graph) -> tuple[T, set[trace.Fact]]:
    """The value of a function that is `whole` or `by_key`, and what was read for it."""
    kept = graph.memo
    if function not in kept:
        with trace.traced() as facts:
            value = function(graph)
        kept[function] = value, facts
    found: tuple[T, set[trace.Fact]] = kept[function]
    return found


def look(name: str) -> tuple[type[Record], Callable[[Any], object]] | None:
    """What a function reads of each record of one kind, by its name, if that is known."""
    return _LOOKS.get(name)


def functions() -> Mapping[str, Callable[[Graph], Any]]:
    """All functions that are `whole` or `by_key`, by their names; each after those that it asks itself."""
    return _FUNCTIONS


def _named(function: Callable[[Graph], Any]) -> str:
    name = f"{function.__module__}.{function.__qualname__}"
    _FUNCTIONS[name] = function
    return name


def _graph(given: object) -> Graph:
    if not isinstance(given, Graph):
        raise TypeError(f"the last argument has to be the graph, and not {type(given).__name__}")
    return given


class _Entries(Mapping[str, V]):
    """A mapping that notes which of its entries are looked at, and is worked out when the first is."""

    __slots__ = ("_function", "_graph", "_name", "_none")

    def __init__(self, function: Callable[[Graph], Mapping[str, V]], graph: Graph, name: str) -> None:
        self._function = function
        self._graph = graph
        self._name = name
        self._none: frozenset[object] = graph.memo.get((_NONE, name), frozenset())

    @property
    def _values(self) -> Mapping[str, V]:
        return _once(self._function, self._graph)

    def __getitem__(self, key: str) -> V:
        trace.note("entry", f"{self._name} {key}")
        if key in self._none:
            raise KeyError(key)
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        trace.note("entry", f"{self._name} {key}")
        return key not in self._none and key in self._values

    def __iter__(self) -> Iterator[str]:
        trace.note("value", self._name)
        return iter(self._values)

    def __len__(self) -> int:
        trace.note("value", self._name)
        return len(self._values)
