"""The pages of a site that are not made from records, and what is found in them when they are converted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from explainers.prose.uses import Uses
from explainers.text.diagnostic import Diagnostic


@dataclass(frozen=True)
class HandWritten:
    """A page as its author wrote it: its file's path as shown to people, its title, and the text with its front matter.

    `included` gives the files that it takes text from, by path.
    """

    path: str
    title: str
    text: str
    included: Callable[[], Iterable[tuple[str, str]]] = tuple


@dataclass(frozen=True)
class ByHand:
    """The sources and records that the pages use, where they do, and what is wrong in them.

    `texts` are those that the diagnostics point into, by path.
    """

    sources: frozenset[str] = frozenset()
    records: frozenset[str] = frozenset()
    uses: Uses = field(default_factory=Uses)
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
