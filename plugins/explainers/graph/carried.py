"""What was worked out from a graph and still holds in the next, in which some records are others.

All that is kept of a graph says what was read for it (`trace`). What was read that is another now is found from the
records that changed, and everything else is taken over. (Salsa)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from explainers.graph.generations import Generations
from explainers.graph.graph import Graph
from explainers.graph.memo import can_wait, functions, look, says_what_it_read, with_facts
from explainers.graph.trace import Fact, traced
from explainers.kinds.claim.model import Claim


def carry_over(before: Graph, after: Graph, ids: Set[str]) -> frozenset[Fact]:
    """Give a graph what still holds of the one before, and tell all that can be read of it and is another now.

    `ids` are the records that changed, came or went. Nothing may be read of the graph before that.
    """
    with traced():
        changed = {*_facts(before, after, ids)}
        after.memo.update(_still_true(before.memo, changed))
        # Each function comes after those that it asks, so that what it would read is known to hold or not by then.
        for name, function in functions().items():
            if can_wait(name):
                found = _waiting(name, before, after, changed)
                changed |= found
                continue
            value, facts = with_facts(function, before)
            if facts.isdisjoint(changed) or _looks_the_same(name, facts & changed, before, after, ids):
                after.memo[function] = value, facts
                continue
            found = {*_differences(name, value, with_facts(function, after)[0])}
            if found:
                changed |= found
                _forget(after.memo, found)
    return frozenset(changed)


def _waiting(name: str, before: Graph, after: Graph, changed: Set[Fact]) -> set[Fact]:
    """What may be another of a function that is worked out on demand, if it does not hold any more."""
    function = functions()[name]
    if function in before.memo and before.memo[function][1].isdisjoint(changed):
        after.memo[function] = before.memo[function]
        return set()
    after.memo.pop(function, None)
    return {("value", name), ("entries", name)}


def reads(facts: Iterable[Fact]) -> frozenset[Fact]:
    """What was read, and of which functions entries were."""
    return frozenset(facts) | {("entries", about.partition(" ")[0]) for sort, about in facts if sort == "entry"}


def _looks_the_same(name: str, hit: Set[Fact], before: Graph, after: Graph, ids: Set[str]) -> bool:
    """Whether a function goes through records of a kind, and that part of them which it looks at is what it was."""
    found = look(name)
    if found is None or hit != {("kind", found[0].__name__)}:
        return False
    model, part = found
    pairs = [(before.get(id, model), after.get(id, model)) for id in ids]
    return all(
        one is not None and other is not None and part(one) == part(other) for one, other in pairs if one or other
    )


def _still_true(memo: Mapping[Any, Any], changed: Set[Fact]) -> dict[Any, Any]:
    """What was made from nothing that changed. Of what was made while nobody looked on, that is not known."""
    found: dict[Any, Any] = {}
    for key, kept in memo.items():
        if not says_what_it_read(key):
            continue
        if isinstance(kept, Generations):
            true = ((place, e) for place, e in kept.both() if e[2] is not None and e[2].isdisjoint(changed))
            found[key] = Generations(kept.most, dict(true))
        elif kept[1].isdisjoint(changed):
            found[key] = kept
    return found


def _forget(memo: dict[Any, Any], changed: Set[Fact]) -> None:
    """The same of a graph's own memory, in place: nearly all stays, and to put it together again would take longer."""
    for key, kept in [*memo.items()]:
        if not says_what_it_read(key):
            del memo[key]
        elif isinstance(kept, dict):
            for place in [p for p, entry in kept.items() if entry[2] is None or not entry[2].isdisjoint(changed)]:
                del kept[place]
        elif not kept[1].isdisjoint(changed):
            del memo[key]


def _facts(before: Graph, after: Graph, ids: Set[str]) -> Iterator[Fact]:
    """What can be read of the records and their links, and is another now."""
    yield ("all", "")
    for graph in (before, after):
        yield from (("record", old) for old, new in graph.renamed.items() if new in ids)
    for id in ids:
        yield ("record", id)
        models = {type(record).__name__ for graph in (before, after) if (record := graph.records.get(id))}
        yield from (("kind", model) for model in models)
        if (id in before.records) != (id in after.records):
            yield from (("count", model) for model in models)
    linking = [id for id in ids | _linking(before, after, ids) if before.outgoing(id) != after.outgoing(id)]
    for id in linking:
        yield from (("edges", ""), ("out", id))
    targets = {edge.target for graph in (before, after) for id in (*ids, *linking) for edge in graph.outgoing(id)}
    yield from (("into", id) for id in targets if before.incoming(id) != after.incoming(id))
    for id in (*ids, *linking):
        yield from _rests(before, id)
        yield from _rests(after, id)


def _linking(before: Graph, after: Graph, ids: Set[str]) -> set[str]:
    """The records whose links may be others though they are the same: a record that they name came or went."""
    came_or_went = {id for id in ids if (id in before.records) != (id in after.records)}
    if not came_or_went and before.renamed == after.renamed:
        return set()
    return {*dict.keys(before.records), *dict.keys(after.records)}  # type: ignore[arg-type]


def _rests(graph: Graph, id: str) -> Iterator[Fact]:
    """The attributions of a claim, and those on which they rest: on these, others may rest now."""
    claim = graph.get(id, Claim)
    for attribution in claim.attributions if claim else ():
        yield ("rests", f"{id}#{attribution.id}")
        below = (graph.attribution(base, claim) for base in attribution.bases if claim)
        yield from (("rests", ref.key) for ref in below if ref)


def _differences(name: str, one: Any, other: Any) -> Iterable[Fact]:
    """What is another in the value of a function: the value, and entries where it has some."""
    if one is other or one == other:
        return
    yield ("value", name)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        for key in one.keys() | other.keys():
            if one.get(key) != other.get(key):
                yield ("entry", f"{name} {key}")
