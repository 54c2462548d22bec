"""The pages of a site that are written by hand, and what is found in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from explainers.prose.uses import Uses
from explainers.text.diagnostic import Diagnostic


@dataclass(frozen=True)
class HandWritten:
    """A page under the documentation folder: its path as told to people, where it will stand, and its text."""

    path: str
    address: str
    text: str


@dataclass(frozen=True)
class Scan:
    """The sources and records that some pages use, where they do, and what is wrong in them."""

    sources: frozenset[str] = frozenset()
    records: frozenset[str] = frozenset()
    uses: Uses = field(default_factory=Uses)
    diagnostics: tuple[Diagnostic, ...] = ()
