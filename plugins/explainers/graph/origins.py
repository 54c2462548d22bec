"""How many independent origins a claim has, and the chain that leads to each.

The attribution graph (`based_on`) is followed to its roots. Joint voices split; a spokesperson counts as the
party it speaks for; two roots in different documents that share an ancestor (`derived_from`) count once, unless both
say that they know by their own observation or estimate.
(MPQA nested sources; CRMinf J7; PROV wasDerivedFrom)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.groups import Groups
from explainers.graph.parties import party
from explainers.kinds.claim.model import Claim
from explainers.kinds.source.model import Source

VOICED = frozenset({"affirms"})


@dataclass(frozen=True, slots=True)
class Root:
    """A voice behind which nobody stands, as far as our sources say."""

    ref: AttributionRef
    actor: str

    @property
    def stated(self) -> bool:
        """Whether it says how it knows: by its own observation or estimate."""
        return "not-stated" not in self.ref.attribution.based_on


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin: its roots, which are one party, or several whose documents share an ancestor."""

    roots: tuple[Root, ...]
    by_documents: bool = False

    @property
    def actors(self) -> tuple[str, ...]:
        """Who stands at it, in the order of the claim."""
        return tuple(dict.fromkeys(root.actor for root in self.roots))

    @property
    def stated(self) -> bool:
        """Whether any of its roots says how it knows."""
        return any(root.stated for root in self.roots)


@dataclass(frozen=True, slots=True)
class Origins:
    """The voices that say a claim is so, and the independent origins they come down to."""

    voices: tuple[str, ...]
    origins: tuple[Origin, ...]


def origins(claim: Claim, graph: Graph) -> Origins:
    """The voices and independent origins of a claim. Shapes: actors by id, each once; origins in reading order."""
    roots: dict[tuple[str, str], Root] = {}
    voices: list[str] = []
    for ref in _voiced(claim):
        voices.extend(ref.attribution.by)
        for root in _roots(ref, graph):
            roots |= {(root.key, actor): Root(root, actor) for actor in root.attribution.by}
            voices.extend(root.attribution.by)
    return Origins(tuple(dict.fromkeys(voices)), tuple(_independent(list(roots.values()), graph)))


def distance(ref: AttributionRef, graph: Graph) -> int:
    """How many steps a telling is from its origin; 0 at the origin, and for a chain that closes on itself."""
    for steps, level in enumerate(_levels(ref, graph)):
        if any(not bases(here, graph) for here in level):
            return steps
    return 0


def chain(ref: AttributionRef, graph: Graph) -> tuple[AttributionRef, ...]:
    """A telling and what it rests on, step by step; of several bases, the first."""
    links: dict[str, AttributionRef] = {}
    here: AttributionRef | None = ref
    while here is not None and here.key not in links:
        links[here.key] = here
        here = next(iter(bases(here, graph)), None)
    return tuple(links.values())


def bases(ref: AttributionRef, graph: Graph) -> list[AttributionRef]:
    """The attributions that one rests on."""
    found = (graph.attribution(base, ref.claim) for base in ref.attribution.bases)
    return [base for base in found if base]


def ancestors(source: str, graph: Graph) -> frozenset[str]:
    """A document and all that it is made from, however far back."""
    known = _ancestry(graph)
    if source not in known:
        seen: set[str] = set()
        waiting = [source]
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                document = graph.get(here, Source)
                waiting.extend(d.source for d in (document.derived_from if document else ()))
        known[source] = frozenset(seen)
    return known[source]


@lru_cache(maxsize=4)
def _ancestry(graph: Graph) -> dict[str, frozenset[str]]:
    """What `ancestors` has found in a graph so far."""
    return {}


def _voiced(claim: Claim) -> Iterator[AttributionRef]:
    return (AttributionRef(claim, a) for a in claim.attributions if a.stance in VOICED)


def _levels(ref: AttributionRef, graph: Graph) -> Iterator[list[AttributionRef]]:
    """What a telling rests on, level by level; each attribution once, so that no circle or knot holds us."""
    seen = {ref.key}
    level = [ref]
    while level:
        yield level
        below = {base.key: base for above in level for base in bases(above, graph)}
        level = [base for key, base in below.items() if key not in seen]
        seen |= below.keys()


def _roots(ref: AttributionRef, graph: Graph) -> list[AttributionRef]:
    """The tellings behind which nobody stands; in a circle, the telling itself."""
    return [here for level in _levels(ref, graph) for here in level if not bases(here, graph)] or [ref]


def _independent(roots: list[Root], graph: Graph) -> Iterator[Origin]:
    groups = Groups()
    named = {index: party(root.actor, root.ref.attribution, graph) for index, root in enumerate(roots)}
    documents = {index: frozenset(c.source for c in root.ref.attribution.cites) for index, root in enumerate(roots)}
    for one, other in combinations(named, 2):
        on_their_own = roots[one].stated and roots[other].stated
        related = not on_their_own and _share_an_ancestor(documents[one], documents[other], graph)
        if related or named[one] == named[other]:
            groups.join(f"{one:06}", f"{other:06}")
    together: dict[str, list[Root]] = {}
    for index, root in enumerate(roots):
        together.setdefault(groups.find(f"{index:06}"), []).append(root)
    parties = {id(root): name for root, name in zip(roots, named.values(), strict=True)}
    return (Origin(tuple(m), len({parties[id(root)] for root in m}) > 1) for m in together.values())


def _share_an_ancestor(ones: frozenset[str], others: frozenset[str], graph: Graph) -> bool:
    """Whether different documents come from one. Two speakers in one and the same document stay two."""
    pairs = ((one, other) for one in ones - others for other in others - ones)
    return any(ancestors(one, graph) & ancestors(other, graph) for one, other in pairs)
