"""The way of a claim from the page we explain to whoever said it first: what the drawing and its list show.

Nodes are texts that we read and who speaks in them, texts that we know only through others, speakers whom a text
reports, and the origins. A step is *stated* where a text that we read says so itself, and not where we infer it or know
it only from others. (MPQA nested sources; PROV wasDerivedFrom)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from explainers.graph.ancestors import way
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.independence import Origin
from explainers.graph.kept import once
from explainers.graph.origins import Origins, origins
from explainers.graph.stops import End, Node, Step
from explainers.graph.stops_in_order import from_the_reader, merged
from explainers.graph.ways import bases, carries, spoken_in, ways
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source


@dataclass(frozen=True, slots=True)
class Chain:
    """The whole way: nodes from the reader to the origins, each after all that lead to it, and the steps between."""

    origins: Origins
    nodes: tuple[Node, ...]
    steps: tuple[Step, ...]

    def after(self, node: Node) -> list[Step]:
        """The steps from a node towards the origin."""
        return [step for step in self.steps if step.near == node.key]


@once
def explained_in(claim: Claim, graph: Graph) -> frozenset[str]:
    """The articles that the explainers of a claim explain."""
    found = (graph.get(edge.source, Explainer) for edge in graph.incoming(claim.id, "part_of_explainer"))
    return frozenset(explainer.article for explainer in found if explainer and explainer.article)


@once
def chain_of(claim: Claim, graph: Graph) -> Chain:
    """The way of a claim. Work grows with its tellings and the pages they are read in."""
    builder = _Builder(claim, graph, origins(claim, graph))
    builder.build()
    nodes, steps = merged(builder.nodes, builder.steps, graph)
    return Chain(builder.found, tuple(from_the_reader(nodes, steps)), tuple(steps))


class _Texts(NamedTuple):
    """The pages in which we read a telling, and the texts it is in that we know only through others."""

    read: tuple[str, ...]
    unread: tuple[str, ...]


@once
def _texts(ref: AttributionRef, graph: Graph) -> _Texts:
    cites = ref.attribution.cites
    cited = [c.source for c in cites if c.role != "context"] or [c.source for c in cites]
    texts = [c.source for c in cites] + [spoken_in(ref.attribution, graph)]
    return _Texts(
        tuple(dict.fromkeys(id for id in cited if not _only_cited(id, graph))),
        tuple(dict.fromkeys(id for id in texts if id and _only_cited(id, graph))),
    )


def _only_cited(id: str, graph: Graph) -> bool:
    source = graph.get(id, Source)
    return source is not None and source.seen == "cited-only"


@dataclass
class _Builder:
    claim: Claim
    graph: Graph
    found: Origins
    nodes: dict[str, Node] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)

    def build(self) -> None:
        self._articles = explained_in(self.claim, self.graph)
        self._resting = self._tellings_resting()
        self._origin_of = {
            (root.ref.key, root.party): (origin, end)
            for end, found in self._ends()
            for origin in found
            for root in origin.roots
        }
        self._parties: dict[str, list[str]] = {}
        for key, name in self._origin_of:
            self._parties.setdefault(key, []).append(name)
        groups: dict[tuple[object, ...], list[AttributionRef]] = {}
        for ref in self.found.tellings:
            groups.setdefault(self._group(ref), []).append(ref)
        self._node_of: dict[str, tuple[str, ...]] = {}
        for refs in groups.values():
            self._place(tuple(refs))
        for refs in groups.values():
            self._connect(tuple(refs))

    def _ends(self) -> tuple[tuple[End, tuple[Origin, ...]], ...]:
        found = self.found
        ended: tuple[tuple[End, tuple[Origin, ...]], ...]
        ended = (("unknown", found.unknown), ("taken-back", found.withdrawn), ("replaced", found.replaced))
        return (("", found.origins), *ended)

    def _tellings_resting(self) -> dict[str, list[AttributionRef]]:
        found: dict[str, list[AttributionRef]] = {}
        for ref in self.found.tellings:
            for base in bases(ref, self.graph):
                found.setdefault(base.key, []).append(ref)
        return found

    def _group(self, ref: AttributionRef) -> tuple[object, ...]:
        """What makes two tellings one stop: who speaks, where we read it, what it rests on, and how its way ends."""
        a = ref.attribution
        ends = tuple(self._origin_of[ref.key, name][1] for name in self._parties.get(ref.key, ()))
        onwards = tuple(base.key for base in bases(ref, self.graph))
        return (
            ref.claim.id,
            a.by,
            a.speaks_for,
            a.passes_on,
            self._read(ref),
            self._unread(ref),
            a.said_in,
            onwards,
            ends,
        )

    def _read(self, ref: AttributionRef) -> tuple[str, ...]:
        return _texts(ref, self.graph).read

    def _unread(self, ref: AttributionRef) -> tuple[str, ...]:
        return _texts(ref, self.graph).unread

    def _agency(self, ref: AttributionRef) -> str:
        """Whose text it was said in, where the record names no text."""
        said_in = ref.attribution.said_in or ""
        return said_in if self.graph.get(said_in, Actor) else ""

    def _told_of(self, ref: AttributionRef) -> bool:
        """Whether we know a telling only from the texts of those who rest on it."""
        read = set(self._read(ref))
        above = {id for other in self._resting.get(ref.key, ()) for id in self._read(other)}
        return bool(above) and read <= above

    def _place(self, refs: tuple[AttributionRef, ...]) -> None:
        """The node of some tellings, if they have their own."""
        first = refs[0]
        read = self._read(first)
        a = first.attribution
        if read and not self._told_of(first):
            node = Node(f"text:{first.key}", "text", read, refs, a.by, explained=not self._articles.isdisjoint(read))
        elif first.key not in self._parties:
            node = Node(f"voice:{first.key}", "voice", read, refs, a.by)
        else:
            for ref in refs:
                self._node_of[ref.key] = ()
            return
        self.nodes[node.key] = node
        for ref in refs:
            self._node_of[ref.key] = (node.key,)

    def _connect(self, refs: tuple[AttributionRef, ...]) -> None:
        """The steps from the node of some tellings, by way of the texts that we did not read."""
        first = refs[0]
        near = self._node_of[first.key]
        onwards = self._onwards(refs)
        said_in = spoken_in(first.attribution, self.graph)
        between = [(self._unread_node(id), *self._step_to(first, id, said_in)) for id in self._unread(first)]
        if agency := self._agency(first):
            between.append((self._agency_node(agency), True, ""))
        for key, stated, how in between:
            for here in near:
                self._step(here, key, stated, how)
            for far, stated in onwards:
                self._step(key, far, stated=False, inferred=not stated)
        if not between:
            for here in near:
                for far, stated in onwards:
                    self._step(here, far, stated=stated)

    def _step_to(self, ref: AttributionRef, unread: str, said_in: str) -> tuple[bool, str]:
        """Whether it is stated that a telling comes from a text we did not read, and what its page does with it."""
        stated, how = self._made_from(self._read(ref), unread)
        # To name the text in which it was said is to state it, unless the page is only inferred to be made from it.
        return stated or (unread == said_in and not how), how

    def _onwards(self, refs: tuple[AttributionRef, ...]) -> list[tuple[str, bool]]:
        """Where the way goes from some tellings: to what they come from, and to the origins that they are."""
        first = refs[0]
        found: dict[str, bool] = {}
        for ref in refs:
            for step in ways(ref, self.graph):
                for key in self._entry(step.before, first) if carries(step.before) else ():
                    found[key] = found.get(key, False) or step.stated
        if first.key in self._parties and not self._own_voice(first):
            found |= {self._origin_node(first.key, name): True for name in self._parties[first.key]}
        return [*found.items()]

    def _entry(self, base: AttributionRef, above: AttributionRef) -> list[str]:
        """Where one comes to from a telling that rests on `base`."""
        if own := self._node_of.get(base.key):
            return list(own)
        unread = [id for id in self._unread(base) if id not in self._unread(above)]
        if unread:
            return [self._unread_node(id) for id in unread]
        return [self._origin_node(base.key, name) for name in self._parties.get(base.key, ())]

    def _unread_node(self, id: str) -> str:
        key = f"unread:{id}"
        self.nodes.setdefault(key, Node(key, "unread", (id,)))
        return key

    def _agency_node(self, id: str) -> str:
        key = f"agency:{id}"
        self.nodes.setdefault(key, Node(key, "agency", actors=(id,)))
        return key

    def _origin_node(self, ref: str, name: str) -> str:
        origin, end = self._origin_of[ref, name]
        key = f"origin:{name}{f':{end}' if end else ''}"
        roots = tuple(root for root in origin.roots if root.party == name)
        actors = tuple(dict.fromkeys(root.actor for root in roots))
        refs = tuple({root.ref.key: root.ref for root in roots}.values())
        self.nodes.setdefault(key, Node(key, "origin", (), refs, actors, origin=origin, end=end, party=name))
        return key

    def _own_voice(self, ref: AttributionRef) -> bool:
        """Whether a text is the origin itself: its publisher speaks in it, and the trail ends there and only there."""
        a = ref.attribution
        read = self._read(ref)
        source = self.graph.get(read[0], Source) if len(read) == 1 else None
        known_only = self._unread(ref) or self._agency(ref)
        if not source or known_only or a.by != (source.publisher,) or not self._node_of[ref.key]:
            return False
        [name] = self._parties[ref.key]
        origin, end = self._origin_of[ref.key, name]
        elsewhere = [root for root in origin.roots if root.party == name and self._read(root.ref) != read]
        if elsewhere:
            return False
        [key] = self._node_of[ref.key]
        self.nodes[key] = self.nodes[key]._replace(origin=origin, end=end)
        return True

    def _made_from(self, read: Sequence[str], unread: str) -> tuple[bool, str]:
        """Whether a page says itself that it has it from a text that we did not read, and what it does with it."""
        ways = [found for id in read if (found := way(id, unread, self.graph))]
        best = max(ways, key=lambda steps: all(step.basis == "stated" for step in steps), default=())
        return bool(best) and all(step.basis == "stated" for step in best), best[0].how if best else ""

    def _step(self, near: str, far: str, stated: bool, how: str = "", *, inferred: bool | None = None) -> None:  # noqa: FBT001
        if near == far:
            return
        step = Step(near, far, stated, how, not stated if inferred is None else inferred)
        known = next((i for i, s in enumerate(self.steps) if (s.near, s.far) == (near, far)), None)
        if known is None:
            self.steps.append(step)
        elif (step.stated, not step.inferred) > (self.steps[known].stated, not self.steps[known].inferred):
            self.steps[known] = step
