"""What is wrong, where, and what would mend it: as data, printed once at the rim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from explainers.text.source import Span


class Severity(StrEnum):
    """How bad it is: an error is not published, a warning is looked at, a note is for information."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake. `allowed` holds the editors' reason where a record says that a warning is meant."""

    code: str
    severity: Severity
    message: str
    span: Span
    label: str = ""
    help: str = ""
    record: str = ""
    allowed: str = ""

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


def count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    """How many of that severity still have to be looked at."""
    return sum(1 for d in diagnostics if d.severity is severity and d.counts)
