"""Records contain, precede or are wider than one another in a circle.

`part_of`, `within` and `broader` lead upwards, `follows` leads back in time, and so do the relations `part-of` and
`outcome-of` of claims. None of them may come back to where it starts, or a page would be its own parent.

Passes:

    # content/places/upper-valley.yml
    name: Upper Valley
    summary: The part of the valley above the dam.
    kind: district
    within: river-valley

Fails:

    # content/places/upper-valley.yml
    name: Upper Valley
    summary: The part of the valley above the dam.
    kind: district
    within: lower-valley

    # content/places/lower-valley.yml
    name: Lower Valley
    summary: The part of the valley below the dam.
    kind: district
    within: upper-valley
"""

from collections.abc import Iterator

from explainers.checks.circles import circle_in_words, circles
from explainers.checks.context import Context
from explainers.checks.record_parts import links_by_inverse
from explainers.checks.rule import Fault
from explainers.graph.graph import Edge
from explainers.kinds.claim.model import Claim, RelationType
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


_LINKS = {
    "parts": "part of",
    "event_parts": "part of",
    "contains": "within",
    "narrower": "narrower than",
    "followed_by": "what follows",
}


_RELATIONS: dict[RelationType, str] = {"part-of": "part of", "outcome-of": "what became of"}
_Edges = dict[tuple[str, str], Edge]


def _all(context: Context) -> Iterator[tuple[_Edges, str]]:
    """The links of each type by their ends, and what they say of a record that leads to itself."""
    for inverse, words in _LINKS.items():
        yield {(edge.source, edge.target): edge for edge in links_by_inverse(context.graph, inverse)}, words
    related = [edge for edge in links_by_inverse(context.graph, "related") if edge.source != edge.target]
    for type, words in _RELATIONS.items():
        yield {(edge.source, edge.target): edge for edge in related if _type(edge, context) == type}, words


def _type(edge: Edge, context: Context) -> RelationType | None:
    claim = context.graph.get(edge.source, Claim)
    return claim.relations[int(edge.loc[1])].type if claim else None


def check(context: Context) -> Iterator[Fault]:
    """Every circle, link by link, reported where it closes."""
    for edges, words in _all(context):
        upwards: dict[str, list[str]] = {}
        for source, target in edges:
            upwards.setdefault(source, []).append(target)
        for circle in circles(upwards):
            closing = edges[circle[-1], circle[0]]
            message = f"`{circle[0]}` would be {words} itself: {circle_in_words(circle)}"
            yield Fault(context.graph.records[closing.source], closing.loc, message)
