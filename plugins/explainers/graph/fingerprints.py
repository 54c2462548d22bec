"""Short marks of what can be read of a graph: equal where it is the same, in this build or a later one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
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
        return mark(*_flat(value, self._record))


def mark(*texts: str) -> str:
    """A short mark of some texts."""
    made = blake2b(digest_size=_SIZE)
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.hexdigest()


def _edge(edge: Edge) -> str:
    return f"{edge.source} {edge.target} {edge.loc} {edge.link.inverse}"


def _flat(value: Any, of_record: Callable[[str], str]) -> Sequence[str]:
    """A value as a row of texts; a record in it by its own fingerprint."""
    if isinstance(value, Record):
        return ("record", of_record(value.id))
    if isinstance(value, AttributionRef):
        return ("telling", of_record(value.claim.id), value.attribution.id)
    if isinstance(value, BaseModel):
        return (type(value).__name__, value.model_dump_json())
    if isinstance(value, Mapping):
        return _row("mapping", (part for pair in value.items() for part in pair), of_record)
    if isinstance(value, AbstractSet):
        return ("set", *sorted(mark(*_flat(part, of_record)) for part in value))
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return _row("row", value, of_record)
    if is_dataclass(value):
        return _row(type(value).__name__, (getattr(value, field.name) for field in fields(value)), of_record)
    return (repr(value),)


def _row(name: str, parts: Any, of_record: Callable[[str], str]) -> Sequence[str]:
    texts = [text for part in parts for text in ("-", *_flat(part, of_record))]
    return (name, str(len(texts)), *texts)
