"""How many independent origins a claim has, and the way back to each.

The attribution graph (`based_on`) is followed to its roots. Joint voices split; a spokesperson counts as the party it
speaks for; two roots read in different documents that share an ancestor (`derived_from`) count once, unless both say
that they know by their own observation or estimate. Who took it back is no origin any more.
(MPQA nested sources; CRMinf J7; PROV wasDerivedFrom)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from explainers.graph.ancestors import ancestors
from explainers.graph.dates import said_on
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.groups import Groups
from explainers.graph.kept import once
from explainers.graph.parties import party
from explainers.kinds.claim.model import Attribution, Claim

_OWN_GROUNDS = frozenset({"own-observation", "own-estimate"})


@dataclass(frozen=True, slots=True)
class Root:
    """A voice behind which nobody stands, as far as our sources say."""

    ref: AttributionRef
    actor: str
    party: str

    @property
    def stated(self) -> bool:
        """Whether it says how it knows: by its own observation or estimate."""
        return not _OWN_GROUNDS.isdisjoint(self.ref.attribution.based_on)


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
    """The tellings of a claim, the voices in them, and the independent origins they come down to.

    Tellings are the attributions that say it is so, and those in other claims that they rest on. Voices are parties by
    id, each once. Who took it back is neither a voice nor an origin, but in `withdrawn`.
    """

    tellings: tuple[AttributionRef, ...]
    voices: tuple[str, ...]
    origins: tuple[Origin, ...]
    withdrawn: tuple[Origin, ...]


@once
def origins(claim: Claim, graph: Graph) -> Origins:
    """The tellings, voices and independent origins of a claim, each in reading order."""
    told = tellings_of(claim, graph)
    voices = [
        party(actor, ref.attribution, graph)
        for ref in told
        for actor in ref.attribution.by
        if not took_back(actor, ref, graph)
    ]
    roots = [
        Root(ref, actor, party(actor, ref.attribution, graph))
        for ref in _ends_of(told, graph)
        for actor in ref.attribution.by
    ]
    standing = [root for root in roots if not took_back(root.actor, root.ref, graph)]
    gone = [root for root in roots if took_back(root.actor, root.ref, graph)]
    return Origins(
        tuple(told),
        tuple(dict.fromkeys(voices)),
        tuple(_independent(standing, graph)),
        tuple(_independent(gone, graph)),
    )


def tellings_of(claim: Claim, graph: Graph) -> list[AttributionRef]:
    """The attributions that say a claim is so and what they rest on, level by level, each once."""
    level = [AttributionRef(claim, a) for a in claim.attributions if a.stance == "affirms"]
    found = {ref.key: ref for ref in level}
    while level:
        below = {base.key: base for ref in level for base in bases(ref, graph)}
        level = [base for key, base in below.items() if key not in found and base.attribution.stance == "affirms"]
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


@once
def bases(ref: AttributionRef, graph: Graph) -> Sequence[AttributionRef]:
    """The attributions that one rests on. Who says that it is so does not rest on one who denies it or is silent."""
    found = (graph.attribution(base, ref.claim) for base in ref.attribution.bases)
    affirms = ref.attribution.stance == "affirms"
    return [base for base in found if base and (not affirms or base.attribution.stance == "affirms")]


def took_back(actor: str, ref: AttributionRef, graph: Graph) -> bool:
    """Whether a speaker withdrew what it says in a telling: on the same day, later, or on a day we do not know."""
    retractions = _retractions(ref.claim, graph)
    if not retractions:
        return False
    said = said_on(ref.attribution, graph)
    first = said.extent.first if said else None
    one = party(actor, ref.attribution, graph)
    for other in retractions:
        if one in (party(each, other, graph) for each in other.by):
            withdrawn = said_on(other, graph)
            last = withdrawn.extent.last if withdrawn else None
            if first is None or last is None or last >= first:
                return True
    return False


@once
def _retractions(claim: Claim, _: Graph) -> Sequence[Attribution]:
    """The attributions that take something back: asked for with every telling of the claim."""
    return [other for other in claim.attributions if other.stance == "retracts"]


def _ends(ref: AttributionRef, graph: Graph) -> bool:
    """Whether the trail ends here: nobody stands behind it, or it has grounds of its own as well."""
    return not bases(ref, graph) or not _OWN_GROUNDS.isdisjoint(ref.attribution.based_on)


def _ends_of(told: Sequence[AttributionRef], graph: Graph) -> list[AttributionRef]:
    """The tellings at which the trails end; of a circle that leads nowhere else, the telling that is read first."""
    resting: dict[str, list[str]] = {}
    for ref in told:
        for base in bases(ref, graph):
            resting.setdefault(base.key, []).append(ref.key)
    lead_out: set[str] = set()
    ends = {ref.key for ref in told if _ends(ref, graph)}
    _add_all_above(ends, resting, lead_out)
    for ref in told:
        if ref.key not in lead_out:
            ends.add(ref.key)
            _add_all_above([ref.key], resting, lead_out)
    return [ref for ref in told if ref.key in ends]


def _add_all_above(keys: Iterable[str], resting: Mapping[str, Sequence[str]], found: set[str]) -> None:
    """Add tellings and all that rest on them."""
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(resting.get(key, ()))


def _independent(roots: Sequence[Root], graph: Graph) -> Iterator[Origin]:
    groups = Groups()
    names = [f"{index:06}" for index in range(len(roots))]
    documents = [_documents(root) for root in roots]
    made_from = [frozenset().union(*(ancestors(d, graph) for d in each)) for each in documents]
    for one, other in combinations(range(len(roots)), 2):
        if roots[one].party == roots[other].party:
            groups.join(names[one], names[other])
        elif (roots[one].stated and roots[other].stated) or made_from[one].isdisjoint(made_from[other]):
            continue
        elif _share_an_ancestor(documents[one], documents[other], graph):
            groups.join(names[one], names[other])
    together: dict[str, list[Root]] = {}
    for name, root in zip(names, roots, strict=True):
        together.setdefault(groups.find(name), []).append(root)
    return (Origin(tuple(each), len({root.party for root in each}) > 1) for each in together.values())


def _documents(root: Root) -> frozenset[str]:
    """Where its words stand: the text in which it was said, where the record names it, else the pages we read."""
    attribution = root.ref.attribution
    return frozenset([attribution.said_in] if attribution.said_in else (c.source for c in attribution.cites))


def _share_an_ancestor(ones: frozenset[str], others: frozenset[str], graph: Graph) -> bool:
    """Whether different documents come from one. Two speakers in one and the same document stay two."""
    pairs = ((one, other) for one in ones - others for other in others - ones)
    return any(ancestors(one, graph) & ancestors(other, graph) for one, other in pairs)
