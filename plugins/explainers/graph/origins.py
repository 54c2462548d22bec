"""How many independent origins a claim has, and the way back to each.

Tellings are followed back along their ways (`ways`) to where these end. A spokesperson counts as the party it speaks
for, and those who spoke together count once. Pages that print something in their own voice, and are copies of one text,
count once. For a measurement, a news page's own voice without a ground is not an origin: where it has the figure from
is *unknown*, and so is where anyone has it from who names no source. Those who took it back or were replaced are no
longer origins. (MPQA nested sources; CRMinf J7; PROV wasDerivedFrom)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from explainers.graph.endings import ending
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.independence import Origin, Root, fewest_of, independent
from explainers.graph.kept import once
from explainers.graph.parties import parties, party
from explainers.graph.ways import OWN_GROUNDS, bases, carries, own_voice, ways
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim


@dataclass(frozen=True, slots=True)
class Origins:
    """The tellings of a claim, the voices in them, and the independent origins they come down to.

    Tellings say that it is so or pass it on, here or in other claims that these rest on. Voices are the parties that
    say so, by id, each once. `unknown` are the ends at which it is not known from whom it comes.
    """

    tellings: tuple[AttributionRef, ...]
    voices: tuple[str, ...]
    origins: tuple[Origin, ...]
    unknown: tuple[Origin, ...]
    withdrawn: tuple[Origin, ...]
    replaced: tuple[Origin, ...]
    fewest: int
    """How many there are at least: of those that are no more than possibly apart, one."""
    open: bool
    """Whether there may be more: several speakers as one, or a step that is our inference."""

    @property
    def ended(self) -> tuple[Origin, ...]:
        """Those who took it back, and those whom others replaced."""
        return (*self.withdrawn, *self.replaced)

    @property
    def all(self) -> tuple[Origin, ...]:
        """Every end of a way."""
        return (*self.origins, *self.unknown, *self.ended)


@once
def origins(claim: Claim, graph: Graph) -> Origins:
    """The tellings, voices and independent origins of a claim, each in reading order."""
    found = tellings_of(claim, graph)
    voices = [
        party(actor, ref.attribution, graph)
        for ref in found
        for actor in ref.attribution.by
        if ref.stance == "affirms" and not ending(actor, ref, graph)
    ]
    roots = [
        Root(ref, actor, party(actor, ref.attribution, graph))
        for ref in _ends_of(found, graph)
        for actor in ref.attribution.by
    ]
    how = {id(root): _how(root, graph) for root in roots}
    kinds = {kind: [root for root in roots if how[id(root)] == kind] for kind in _KINDS}
    roots = kinds["origin"]
    return Origins(
        tellings=tuple(found),
        voices=tuple(dict.fromkeys(voices)),
        origins=tuple(independent(roots, graph)),
        unknown=tuple(independent(kinds["unknown"], graph)),
        withdrawn=tuple(independent(kinds["taken-back"], graph)),
        replaced=tuple(independent(kinds["replaced"], graph)),
        fewest=fewest_of(roots, graph),
        open=any(_plural(root, graph) for root in roots) or _may_be_more(found, roots, graph),
    )


def _may_be_more(found: Sequence[AttributionRef], roots: Sequence[Root], graph: Graph) -> bool:
    counted = {root.party for root in roots}
    return any(_only_inferred(ref, graph) and not parties(ref.attribution, graph) <= counted for ref in found)


_KINDS = ("origin", "unknown", "taken-back", "replaced")


def _how(root: Root, graph: Graph) -> str:
    """Which kind of end a root is."""
    ended = ending(root.actor, root.ref, graph)
    return ended.how if ended else "unknown" if is_unknown(root, graph) else "origin"


def is_unknown(root: Root, graph: Graph) -> bool:
    """Whether its source is not known: passed on without one, or a figure in a news page's own voice."""
    if root.ref.attribution.passes_on:
        return True
    measured = root.ref.claim.type == "measurement" and not root.stated
    return measured and own_voice(root.ref, graph) and _is_news(root, graph)


def _is_news(root: Root, graph: Graph) -> bool:
    actor = graph.get(root.actor, Actor)
    return actor is not None and actor.kind == "media-organisation"


def tellings_of(claim: Claim, graph: Graph) -> list[AttributionRef]:
    """The attributions that say a claim is so or pass it on, and what they rest on, level by level, each once."""
    level = [ref for ref in graph.refs(claim) if carries(ref)]
    found = {ref.key: ref for ref in level}
    while level:
        below = {base.key: base for ref in level for base in bases(ref, graph)}
        level = [base for key, base in below.items() if key not in found]
        found |= {base.key: base for base in level}
    return list(found.values())


@once
def distance(ref: AttributionRef, graph: Graph) -> int:
    """How many steps a telling is from its nearest origin; 0 at the origin, and for a chain that closes on itself."""
    seen = {ref.key}
    level = [ref]
    steps = 0
    while level:
        if any(_ends(here, graph) for here in level):
            return steps
        below = {base.key: base for here in level for base in bases(here, graph)}
        level = [base for key, base in below.items() if key not in seen]
        seen.update(below)
        steps += 1
    return 0


def chain(ref: AttributionRef, graph: Graph) -> tuple[AttributionRef, ...]:
    """A telling and what it rests on, step by step; of several bases, the first."""
    links: dict[str, AttributionRef] = {}
    here: AttributionRef | None = ref
    while here is not None and here.key not in links:
        links[here.key] = here
        here = next(iter(bases(here, graph)), None)
    return tuple(links.values())


def _ends(ref: AttributionRef, graph: Graph) -> bool:
    """Whether the way ends here: it comes from no other, or has its own grounds as well."""
    return not bases(ref, graph) or not OWN_GROUNDS.isdisjoint(ref.attribution.based_on)


def _ends_of(found: Sequence[AttributionRef], graph: Graph) -> list[AttributionRef]:
    """The tellings at which the ways end; of a circle that leads nowhere else, the telling that is read first."""
    resting: dict[str, list[str]] = {}
    for ref in found:
        for base in bases(ref, graph):
            resting.setdefault(base.key, []).append(ref.key)
    lead_out: set[str] = set()
    ends = {ref.key for ref in found if _ends(ref, graph)}
    _add_all_above(ends, resting, lead_out)
    for ref in found:
        if ref.key not in lead_out:
            ends.add(ref.key)
            _add_all_above([ref.key], resting, lead_out)
    return [ref for ref in found if ref.key in ends]


def _add_all_above(keys: Iterable[str], resting: Mapping[str, Sequence[str]], found: set[str]) -> None:
    """Add tellings and all that rest on them."""
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(resting.get(key, ()))


def _plural(root: Root, graph: Graph) -> bool:
    """Whether one root stands for several speakers: officials, estimates."""
    attribution = root.ref.attribution
    if isinstance(attribution.speakers, int):
        return attribution.speakers > len(attribution.by)
    actor = graph.get(root.actor, Actor)
    return attribution.speakers == "several" or (actor is not None and actor.kind == "unnamed-group")


def _only_inferred(ref: AttributionRef, graph: Graph) -> bool:
    """Whether it is our inference alone that somebody comes from others: else they were an origin themselves."""
    found = [way for way in ways(ref, graph) if carries(way.before)]
    return ref.stance == "affirms" and bool(found) and not any(way.stated for way in found)
