"""Short marks of what can be read of a graph: equal where it is the same, in this build or a later one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from typing import Any

from pydantic import BaseModel

from explainers.graph.graph import AttributionRef, Edge, Graph
from explainers.graph.memo import worked_out
from explainers.graph.trace import Fact
from explainers.model.base import Record

NOTHING = ""
_SIZE = 12


class Fingerprints:
    """The fingerprint of each fact about a graph, worked out when first asked for.

    `beside` is what is shown of a record that does not stand in its file, by id.
    """

    def __init__(self, graph: Graph, beside: Mapping[str, str]) -> None:
        self._graph = graph
        self._beside = beside
        self._known: dict[Fact, str] = {}
        self._records: dict[str, str] = {}
        self._by_model: dict[str, list[str]] = {}
        self._sorts: Mapping[str, Callable[[str], str]] = {
            "record": self._record,
            "into": lambda id: mark(*map(_edge, graph.incoming(id))),
            "out": lambda id: mark(*map(_edge, graph.outgoing(id))),
            "kind": self._kind,
            "count": lambda model: str(len(self._of(model))),
            "all": lambda _: mark(*map(self._record, sorted(graph.records))),
            "edges": lambda _: mark(*map(_edge, graph.edges)),
            "rests": lambda key: self._value(graph.resting.get(key, ())),
            "value": lambda name: self._value(worked_out(name, graph)),
            "entry": self._entry,
        }

    def __getitem__(self, fact: Fact) -> str:
        known = self._known.get(fact)
        if known is None:
            known = self._known[fact] = self._sorts[fact[0]](fact[1]) if fact[0] in self._sorts else NOTHING
        return known

    def _record(self, id: str) -> str:
        """Of a record and its file; under an old id of it, too."""
        known = self._records.get(id)
        if known is None:
            document = self._graph.documents.get(id)
            record = self._graph.records.get(id)
            if document is None or record is None:
                known = NOTHING if document is None else mark(document.path)
            else:
                text = document.tree.text if document.tree else record.model_dump_json()
                known = mark(document.id, document.path, text, self._beside.get(document.id, ""))
            self._records[id] = known
        return known

    def _kind(self, model: str) -> str:
        return mark(*map(self._record, self._of(model)))

    def _of(self, model: str) -> list[str]:
        """The ids of the records of a kind, in order."""
        if not self._by_model:
            for id, record in sorted(self._graph.records.items()):
                self._by_model.setdefault(type(record).__name__, []).append(id)
        return self._by_model.get(model, [])

    def _entry(self, about: str) -> str:
        name, _, key = about.partition(" ")
        values = worked_out(name, self._graph)
        return self._value(values[key]) if values is not None and key in values else NOTHING

    def _value(self, value: Any) -> str:
        return mark(_text(value, self._record))


def mark(*texts: str) -> str:
    """A short mark of some texts."""
    # Put together first: to hash each alone takes three times as long.
    data = "".join([f"{len(text)}:{text}" for text in texts]).encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=_SIZE).hexdigest()


def _edge(edge: Edge) -> str:
    return f"{edge.source} {edge.target} {edge.loc} {edge.link.inverse}"


def _text(value: Any, of_record: Callable[[str], str]) -> str:
    """A value as a text that no other value has; a record in it by its own fingerprint."""
    return _written(type(value))(value, of_record)  # type: ignore[arg-type]


@cache
def _written(model: type[object]) -> Callable[[Any, Callable[[str], str]], str]:
    """How values of a type are written. It is asked once for each type: there are 400,000 values in a large site."""
    name = model.__name__
    if issubclass(model, Record):
        return lambda value, of_record: f"<{of_record(value.id)}>"
    if issubclass(model, AttributionRef):
        return lambda value, of_record: f"<{of_record(value.claim.id)} {value.attribution.id!r}>"
    if issubclass(model, BaseModel):
        return lambda value, of_record: f"{name}{value.model_dump_json()}"
    if issubclass(model, Mapping):
        return lambda value, of_record: (
            f"{{{','.join([f'{_text(key, of_record)}:{_text(part, of_record)}' for key, part in value.items()])}}}"
        )
    if issubclass(model, AbstractSet):
        return lambda value, of_record: f"set({','.join(sorted([_text(part, of_record) for part in value]))})"
    if issubclass(model, Sequence) and not issubclass(model, str | bytes):
        return lambda value, of_record: f"({','.join([_text(part, of_record) for part in value])})"
    if is_dataclass(model):
        keys = [field.name for field in fields(model)]
        return lambda value, of_record: f"{name}({','.join([_text(getattr(value, key), of_record) for key in keys])})"
    return lambda value, of_record: repr(value)
