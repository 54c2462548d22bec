"""A graph in which one record is another than it was: all that did not change is taken over as it is.

Of 14,500 records with 156,000 links this takes 25 ms; joining all again takes 500.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TypeVar

from explainers.graph.graph import AttributionRef, ById, Edge, Graph
from explainers.kinds.claim.model import Attribution, Claim
from explainers.model.base import Record
from explainers.model.decode import Document

V = TypeVar("V")


def replaced(graph: Graph, now: Document, edges: Sequence[Edge]) -> Graph:
    """The graph with another document in the place of the one of its id, and with these links from it."""
    changed = object.__new__(Graph)
    documents: ById[Document] = _put(graph.documents, now, now.id, graph.renamed)
    before = graph.records.get(now.id)
    records = graph.records if now.record is None else _put(graph.records, now.record, now.id, graph.renamed)
    fields: dict[str, object] = {
        "documents": documents, "records": records, "renamed": graph.renamed, "language": graph.language, "memo": {},
        "edges": _edges(graph, now.id, edges, documents),
        "_out": {**graph._out, now.id: [*edges]}, "_in": _into(graph, now, edges),
    }  # fmt: skip
    for name, value in fields.items():
        object.__setattr__(changed, name, value)
    if before is not None and now.record is not None:
        _take_over(graph, changed, before, now.record)
    return changed


def _put(values: Mapping[str, V], value: V, id: str, renamed: Mapping[str, str]) -> ById[V]:
    return ById({**values, id: value}, renamed)


def _edges(graph: Graph, id: str, edges: Sequence[Edge], documents: Mapping[str, Document]) -> tuple[Edge, ...]:
    """All links, record by record."""
    own = graph._out.get(id)
    if not own:
        out = {**graph._out, id: edges}
        return tuple(edge for id in documents for edge in out.get(id, ()))
    at = graph.edges.index(own[0])
    return (*graph.edges[:at], *edges, *graph.edges[at + len(own) :])


def _into(graph: Graph, now: Document, edges: Sequence[Edge]) -> dict[str, list[Edge]]:
    """The links to each record, in the order of the files that they are in."""
    into = dict(graph._in)
    for target in {edge.target for edge in (*graph._out.get(now.id, ()), *edges)}:
        found = into.get(target, [])
        others = [edge for edge in found if edge.source != now.id]
        own = [edge for edge in edges if edge.target == target]
        if len(others) < len(found):
            at = next(at for at, edge in enumerate(found) if edge.source == now.id)
        else:
            at = bisect_left(others, now.path, key=lambda edge: graph.documents[edge.source].path)
        into[target] = [*others[:at], *own, *others[at:]]
    return into


def _take_over(graph: Graph, changed: Graph, before: Record, now: Record) -> None:
    """What was gathered from all records, with the one that changed put in its place."""
    own, next = vars(graph), vars(changed)
    if "_in_order" in own:
        next["_in_order"] = _in_place(graph._in_order, now)
    if "_by_model" in own:
        next["_by_model"] = {
            model: _in_place(found, now) if isinstance(now, model) else found
            for model, found in graph._by_model.items()
        }
    if not (isinstance(before, Claim) and isinstance(now, Claim)):
        next |= {name: own[name] for name in ("_naming", "_passed_on") if name in own}
        return
    if "_naming" in own:
        next["_naming"] = _naming(graph, changed, before, now)
    # What rested on nothing may rest on an attribution that is new.
    if "_passed_on" in own and {a.id for a in before.attributions} == {a.id for a in now.attributions}:
        next["_passed_on"] = _passed_on(graph, changed, before, now)


def _in_place(records: Sequence[Record], now: Record) -> list[Record]:
    """Records in the order of their ids, with another in the place of the one of its id."""
    at = bisect_left(records, now.id, key=lambda record: record.id)
    return [*records[:at], now, *records[at + 1 :]]


def _naming(graph: Graph, changed: Graph, before: Claim, now: Claim) -> dict[str, Sequence[str]]:
    found, named = dict(graph._naming), changed.named_in(now)
    for id in {*graph.named_in(before), *named}:
        others = {other for other in found.get(id, ()) if other != now.id}
        found[id] = sorted(others | {now.id} if id in named else others)
    return found


def _passed_on(graph: Graph, changed: Graph, before: Claim, now: Claim) -> dict[int, list[AttributionRef]]:
    found = dict(graph._passed_on)
    rested_on = [base for attribution in before.attributions for base in _below(graph, before, attribution)]
    for attribution in rested_on:
        found[id(attribution)] = [ref for ref in found.get(id(attribution), ()) if ref.claim is not before]
    others = {ref.key: ref for attribution in before.attributions for ref in found.pop(id(attribution), ())}
    own = [AttributionRef(now, attribution) for attribution in now.attributions]
    for ref in (*others.values(), *own):
        for base in _below(changed, ref.claim, ref.attribution):
            if ref.claim is now or any(base is attribution for attribution in now.attributions):
                refs = [*found.get(id(base), ()), ref]
                found[id(base)] = sorted(refs, key=lambda ref: ref.claim.id)
    return {place: refs for place, refs in found.items() if refs}


def _below(graph: Graph, claim: Claim, attribution: Attribution) -> list[Attribution]:
    found = (graph.attribution(base, claim) for base in attribution.bases)
    return [ref.attribution for ref in found if ref]
