"""The releases of what a program runs on: with another, what is kept is made anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version


def releases(names: Iterable[str]) -> Iterator[str]:
    """Each package with its release; one that is not installed by its name alone."""
    for name in names:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield name
