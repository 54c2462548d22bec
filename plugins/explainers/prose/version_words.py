"""Which version of a text something was read in, where several are recorded."""

from __future__ import annotations

from collections import Counter

from explainers.graph.graph import Graph
from explainers.graph.versions import versions
from explainers.kinds.source.model import Source
from explainers.model.base import Date
from explainers.prose.reference import short_name


def version_day(source: Source, graph: Graph) -> str:
    """What distinguishes one version from the others: the day on which it came out, else that on which we read it."""
    others = versions(source, graph)
    days = Counter(_stated(other.published) for other in others)
    day = _stated(source.published)
    return day if day and days[day] == 1 else f"as read {source.accessed.placed}".strip()


def which_version(source: Source, graph: Graph) -> str:
    """The same in words; nothing where a text has but one version."""
    return f"version {_of(version_day(source, graph))}" if versions(source, graph) else ""


def named_version(source: Source, graph: Graph) -> str:
    """A page by its short name, with its version where it has several: Reuters (version of 22 June 2022, 18.00)."""
    return _with(short_name(source, graph), which_version(source, graph))


def title_with_version(source: Source, graph: Graph) -> str:
    """A source's title, with its version where it has several."""
    return _with(source.title, which_version(source, graph))


def day_beside_others(source: Source, graph: Graph) -> str:
    """What distinguishes a page from others of its name: its version where it has several, else its day."""
    return version_day(source, graph) if versions(source, graph) else source.published.spoken


def _of(day: str) -> str:
    return day if day.startswith("as read") else f"of {day}"


def _stated(date: Date) -> str:
    return date.spoken if date.edtf and date.basis == "stated" else ""


def _with(name: str, version: str) -> str:
    return f"{name} ({version})" if version else name
