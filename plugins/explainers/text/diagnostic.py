"""What is wrong, where, and what would mend it: as data, printed once at the rim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from explainers.text.file_text import Span


class Severity(StrEnum):
    """How bad it is: an error is not published, a warning is looked at, a note is for information."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Fix(NamedTuple):
    """What is certain to mend a mistake: other words in the place of those at its span."""

    old: str
    new: str


# Who has mended so many of a file checks again before the next.
MOST_OF_A_FILE = 100
_RANK = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake. `allowed` holds the editors' reason if a record accepts a warning."""

    code: str
    severity: Severity
    message: str
    span: Span
    label: str = ""
    help: str = ""
    record: str = ""
    allowed: str = ""
    rest: tuple[Severity, ...] = ()
    """Of a line about more mistakes than are shown: how bad each of them is."""
    fix: Fix | None = None

    @property
    def counts(self) -> bool:
        """Whether someone still has to look at it."""
        return not self.allowed


def error(code: str, message: str, span: Span, *, label: str = "", help: str = "") -> Diagnostic:
    """A mistake that keeps its record from being published."""
    return Diagnostic(code, Severity.ERROR, message, span, label, help)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by file and place, each said once."""
    unique = {(d.code, d.span, d.message): d for d in diagnostics}
    return sorted(unique.values(), key=lambda d: (d.span, d.code, d.message))


def worst_first(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Errors before warnings before notes, and what is allowed last; else by file and place."""
    return sorted(in_order(diagnostics), key=lambda d: (bool(d.allowed), _RANK.index(d.severity)))


def count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    """How many of that severity still have to be looked at."""
    return sum(d.rest.count(severity) if d.rest else d.severity is severity and d.counts for d in diagnostics)


def shortened(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted; of each file the first hundred, errors before all else, and a line that counts the rest of them."""
    by_path = groupby(in_order(diagnostics), key=lambda d: d.span.path)
    return [d for _, found in by_path for d in _first([*found])]


def _first(found: list[Diagnostic]) -> list[Diagnostic]:
    if len(found) <= MOST_OF_A_FILE:
        return found
    ranked = worst_first(found)
    shown, left = in_order(ranked[:MOST_OF_A_FILE]), ranked[MOST_OF_A_FILE:]
    rest = tuple(severity for d in left for severity in (d.rest or (d.severity,)) if d.counts)
    if not rest:
        return shown
    message = f"{len(rest):,} more mistakes in this file are not shown"
    place = max(shown[-1].span, min(d.span for d in left))
    return [*shown, Diagnostic("more-mistakes", min(rest, key=_RANK.index), message, place, rest=rest)]
