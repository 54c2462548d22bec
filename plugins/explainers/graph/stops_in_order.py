"""The stops of a way as a reader meets them: like pages as one, each stop after all that lead to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainers.graph.graph import Graph
from explainers.graph.stops import Node, Step
from explainers.graph.telling_figures import telling_figures


def merged(nodes: dict[str, Node], steps: list[Step], graph: Graph) -> tuple[list[Node], list[Step]]:
    """Pages to which nothing leads, with the same words of the same speakers, that lead on in the same way, are one."""
    if len(nodes) < 2:
        return [*nodes.values()], steps
    led_to = {step.far for step in steps}
    onwards: dict[str, list[Step]] = {}
    for step in steps:
        onwards.setdefault(step.near, []).append(step)
    first: dict[tuple[object, ...], Node] = {}
    gone: set[str] = set()
    kept = dict(nodes)
    for node in nodes.values():
        if node.kind != "text" or node.key in led_to or node.explained or node.origin:
            continue
        ways = frozenset((step.far, step.stated) for step in onwards.get(node.key, ()))
        other = first.setdefault((node.actors, ways, _words(node, graph)), node)
        if other is not node:
            gone.add(node.key)
            same = kept[other.key]
            sources = tuple(dict.fromkeys((*same.sources, *node.sources)))
            kept[other.key] = same._replace(sources=sources, refs=(*same.refs, *node.refs))
    return [kept[key] for key in kept if key not in gone], [step for step in steps if step.near not in gone]


def _words(node: Node, graph: Graph) -> tuple[object, ...]:
    """What a text gives: claims and figures."""
    found = ((ref.claim.id, *(q.alone for q in telling_figures(ref, graph).values())) for ref in node.refs)
    return tuple(dict.fromkeys(found))


def from_the_reader(nodes: Sequence[Node], steps: Sequence[Step]) -> Iterator[Node]:
    """Each node after all that lead to it; the page we explain and its way first. Circles are cut where they close."""
    by_key = {node.key: node for node in nodes}
    before: dict[str, list[str]] = {}
    onwards: dict[str, list[str]] = {}
    for step in steps:
        before.setdefault(step.far, []).append(step.near)
        onwards.setdefault(step.near, []).append(step.far)
    weight = _explained_first(nodes, before)
    done: set[str] = set()
    ends = [node.key for node in nodes if node.key not in onwards]
    for end in [*sorted(ends, key=lambda key: weight[key]), *by_key]:
        waiting = [(end, False)]
        while waiting:
            key, ready = waiting.pop()
            if ready:
                yield by_key[key]
            elif key not in done:
                done.add(key)
                waiting.append((key, True))
                above = sorted(before.get(key, ()), key=lambda near: weight[near], reverse=True)
                waiting += [(near, False) for near in above if near not in done]


def _explained_first(nodes: Sequence[Node], before: dict[str, list[str]]) -> dict[str, tuple[bool, int]]:
    """An order: what the page we explain leads to, then as they were found."""
    explained = {node.key for node in nodes if node.explained}
    weight = {}
    for index, node in enumerate(nodes):
        seen = {node.key}
        waiting = [node.key]
        while waiting:
            for near in before.get(waiting.pop(), ()):
                if near not in seen:
                    seen.add(near)
                    waiting.append(near)
        weight[node.key] = (explained.isdisjoint(seen), index)
    return weight
