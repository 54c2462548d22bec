"""When a source was published, and how we know it."""

from __future__ import annotations

from collections.abc import Mapping

from explainers.kinds.source.model import Source
from explainers.model.base import Date
from explainers.model.edtf_dates import spoken

_HOW_WE_KNOW: Mapping[str, str] = {"stated": "", "inferred": " (our inference)", "unknown": " (not confirmed)"}


def dated(date: Date) -> str:
    """A date in words, with how we know it where the source does not say it; a missing one is said to be missing."""
    if date.edtf:
        return f"{date.spoken}{_HOW_WE_KNOW[date.basis]}"
    return f"dated “{_unquoted(date.as_stated)}”" if date.as_stated.strip() else "no date"


def issued(source: Source) -> str:
    """The date of the reference: its own where it has one, else the record's."""
    return spoken(source.csl.issued) if source.csl.issued else dated(source.published)


def _unquoted(words: str) -> str:
    return " ".join(words.replace("“", "‘").replace("”", "’").replace('"', "'").split())
