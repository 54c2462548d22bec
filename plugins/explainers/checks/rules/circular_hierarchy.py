"""Records contain, precede or are wider than one another in a circle.

`part_of`, `within` and `broader` lead upwards, `follows` leads back in time. None of them can come back to
where it starts, or a page would be its own parent.

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

from explainers.checks.circles import circles, told
from explainers.checks.context import Context
from explainers.checks.parts import links
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


_LINKS = {
    "parts": "part of",
    "event_parts": "part of",
    "contains": "within",
    "narrower": "narrower than",
    "followed_by": "what follows",
}


def check(context: Context) -> Iterator[Fault]:
    """Every circle, link by link, told where it closes."""
    for inverse, words in _LINKS.items():
        edges = {(edge.source, edge.target): edge for edge in links(context.graph, inverse)}
        upwards: dict[str, list[str]] = {}
        for source, target in edges:
            upwards.setdefault(source, []).append(target)
        for circle in circles(upwards):
            closing = edges[circle[-1], circle[0]]
            message = f"`{circle[0]}` would be {words} itself: {told(circle)}"
            yield Fault(context.graph.records[closing.source], closing.loc, message)
