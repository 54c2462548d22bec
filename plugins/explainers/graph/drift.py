"""What changed as a claim was passed on: its tellings in order of distance from the origin."""

from __future__ import annotations

from dataclasses import dataclass

from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.origins import bases, distance
from explainers.kinds.claim.model import Claim, printed_quantities
from explainers.kinds.source.model import Source

# How much an act vouches for what is said. Ours, after the reporting-verb classes of PolNeAR.
VERB_CLASSES = {
    "say": "says", "report": "says", "relay": "passes on", "confirm": "vouches for", "estimate": "estimates",
    "suggest": "suggests", "allege": "alleges", "predict": "predicts", "promise": "promises", "order": "orders",
    "deny": "denies", "no-comment": "does not comment", "question": "questions",
}  # fmt: skip


# What a document does with the one it is made from, closest to the words first.
_WAYS = ("republishes", "translates", "quotes", "excerpts", "rewrites", "cites")


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing about a telling, and whether it differs from the telling it is compared with."""

    name: str
    value: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of a claim."""

    ref: AttributionRef
    distance: int
    aspects: tuple[Aspect, ...]

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of what changed."""
        return tuple(aspect.name for aspect in self.aspects if aspect.changed)


def tellings(claim: Claim, graph: Graph) -> tuple[Telling, ...]:
    """All tellings that say the claim is so, nearest to the origin first; of two as near, the one read in the
    document that is closer to the words (a translation before a rewriting).

    Each is compared with what it rests on in the same claim, or else with the telling before it.
    """
    refs = [AttributionRef(claim, a) for a in claim.attributions if a.stance == "affirms"]
    order = sorted(refs, key=lambda ref: (distance(ref, graph), _fidelity(ref, graph)))
    found = []
    for index, ref in enumerate(order):
        base = next((b for b in bases(ref, graph) if b.claim.id == claim.id), None) or (
            order[index - 1] if index else None
        )
        before = _aspects(base) if base else {}
        aspects = tuple(
            Aspect(name, value, bool(base) and before.get(name) != value) for name, value in _aspects(ref).items()
        )
        found.append(Telling(ref, distance(ref, graph), aspects))
    return tuple(found)


def _fidelity(ref: AttributionRef, graph: Graph) -> int:
    """How close the documents in which a telling was read are to the speaker's words; 0 is closest."""
    sources = [source for c in ref.attribution.cites if (source := graph.get(c.source, Source))]
    ways = [_WAYS.index(d.how) + 1 for source in sources for d in source.derived_from]
    primary = any(source.role == "primary" for source in sources)
    return 0 if primary else min(ways, default=len(_WAYS) + 1)


def _aspects(ref: AttributionRef) -> dict[str, str]:
    attribution = ref.attribution
    printed = attribution.as_printed
    figures = printed_quantities(ref.claim, attribution)
    return {
        "figure": "; ".join(q.alone if q.relation == "order-of-magnitude" else q.number for q in figures.values()),
        "qualifier": "; ".join(_qualifier(q.relation) for q in figures.values()),
        "counted": "; ".join(q.of or "" for q in figures.values()),
        "predicate": (printed.predicate if printed else None) or "",
        "act": VERB_CLASSES[attribution.act],
        "quotation": _quotation(ref),
    }


def _qualifier(relation: str) -> str:
    return "none" if relation == "unqualified" else relation.replace("-", " ")


def _quotation(ref: AttributionRef) -> str:
    if ref.attribution.mode not in {"quotation", "translated-quotation"}:
        return ref.attribution.mode
    words = {
        "found-upstream": "found nearer to the speaker",
        "not-found-upstream": "not found nearer to the speaker",
    }
    status = words.get(ref.attribution.quote_status or "", "not checked nearer to the speaker")
    return f"{ref.attribution.mode.replace('-', ' ')}, {status}"
