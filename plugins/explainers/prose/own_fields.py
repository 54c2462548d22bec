"""What a record has in the fields that its site declares."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from explainers.model.base import Date, Record
from explainers.model.declared import DeclaredField
from explainers.prose.plain_text import plain_text
from explainers.prose.site import Site
from explainers.prose.site_words import label
from explainers.prose.titles import title_of
from explainers.text.numbers import grouped


class OwnFact(NamedTuple):
    """A field that a record has, and what it holds."""

    field: DeclaredField
    value: Any


def own_facts(record: Record, site: Site) -> list[OwnFact]:
    """The fields that pages show, in the order in which the site declares them."""
    return [fact for fact in _facts(record, site) if fact.field.shown]


def searchable(record: Record, site: Site) -> tuple[str, ...]:
    """The fields that a search finds, in plain text."""
    found = (fact for fact in _facts(record, site) if fact.field.searched)
    return tuple(f"{fact.field.label}: {plain_value(fact, site)}" for fact in found)


def plain_value(fact: OwnFact, site: Site) -> str:
    """A value in plain text."""
    field, value = fact
    if field.type in {"record", "records"}:
        return "; ".join(_title(id, site) for id in linked(fact))
    if isinstance(value, Date):
        return value.spoken
    if field.type == "text":
        return plain_text(value, site.graph)
    return scalar(fact)


def scalar(fact: OwnFact) -> str:
    """A number, an address or a word, as it is printed."""
    field, value = fact
    if isinstance(value, Decimal):
        return grouped(value)
    if field.type in {"one-of", "yes-no"}:
        return label(value, field.choices)
    return str(value)


def linked(fact: OwnFact) -> tuple[str, ...]:
    """The ids of the records that a field leads to."""
    return fact.value if isinstance(fact.value, tuple) else (fact.value,)


def _facts(record: Record, site: Site) -> Iterator[OwnFact]:
    if not site.declared.fields:
        return
    for field in site.declared.fields_of(site.graph.kind(record.id)):
        value = getattr(record, field.attribute, None)
        if value not in (None, ()):
            yield OwnFact(field, value)


def _title(id: str, site: Site) -> str:
    record = site.graph.records.get(id)
    return title_of(record, site.graph) if record else id
