"""A text that notices when a template inspects it instead of printing it.

A template that prints a page's title does the same to every page; one that asks whether it begins with an A does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

# What printing needs, plain or encoded for an address.
_PRINTING = frozenset({"encode"})
_METHODS = frozenset(name for name in dir(str) if not name.startswith("_")) - _PRINTING


class Watch:
    """What was asked about the texts of one page, while it was rendered."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._paused = 0

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Inside, texts may be inspected."""
        self._paused += 1
        try:
            yield
        finally:
            self._paused -= 1

    def ask(self, name: str) -> None:
        """Note a question about the text of this name."""
        if not self._paused:
            self.asked.append(name)

    def quiet(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function that may inspect texts; it keeps its attributes."""

        def called(*given: Any, **named: Any) -> Any:
            with self.paused():
                return function(*given, **named)

        # Jinja keeps in a filter's attributes which arguments it takes.
        vars(called).update(vars(function), compiled_as=function)
        return called


class Watched(str):
    """A text that reports every question to its watch, but whether it is empty, and those that are `known`."""

    __slots__ = ("known", "name", "watch")
    name: str
    watch: Watch
    known: tuple[str, ...]

    def __str__(self) -> str:
        return str.__str__(self)

    def __bool__(self) -> bool:
        return str.__len__(self) > 0

    def __contains__(self, part: object) -> bool:
        if part not in self.known:
            self.watch.ask(self.name)
        return isinstance(part, str) and str.__contains__(self, part)

    def __getattribute__(self, attribute: str) -> Any:
        if attribute in _METHODS:
            object.__getattribute__(self, "watch").ask(object.__getattribute__(self, "name"))
        return str.__getattribute__(self, attribute)


def _asking(method: str) -> Callable[..., Any]:
    def asking(self: Watched, *others: Any) -> Any:
        self.watch.ask(self.name)
        return getattr(str, method)(self, *others)

    return asking


for _method in "eq ne lt le gt ge len getitem iter hash".split():
    setattr(Watched, f"__{_method}__", _asking(f"__{_method}__"))


def watched(text: str, name: str, watch: Watch, *, known: tuple[str, ...] = ()) -> Watched:
    """A text under watch. What is `known` of it may be asked: whether it contains one of these."""
    found = Watched(text)
    found.name, found.watch, found.known = name, watch, known
    return found
