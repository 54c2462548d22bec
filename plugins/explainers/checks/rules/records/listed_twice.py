"""A list names a record twice.

The page prints it once. Delete one of the two, or write the record that you meant.

Passes:

    # content/explainers/flood-in-the-valley.yml
    question: Was the valley cleared in time?
    summary: Mara Lind says that people left before the water came.
    answer: Mara Lind says that [[people-moved|people have left the valley]].
    article: daily-post-flood
    claims: [people-moved]

Fails:

    # content/explainers/flood-in-the-valley.yml
    question: Was the valley cleared in time?
    summary: Mara Lind says that people left before the water came.
    answer: Mara Lind says that [[people-moved|people have left the valley]].
    article: daily-post-flood
    claims: [people-moved, people-moved]
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every list of ids, but for speakers, which `repeated-speaker` reports."""
    seen: set[tuple[object, ...]] = set()
    for edge in context.graph.edges:
        *into, at = edge.loc
        if not into or not isinstance(at, int) or into[-1] == "by":
            continue
        key = (edge.source, *into, edge.target)
        if key in seen:
            yield Fault(context.graph.records[edge.source], edge.loc, f"`{edge.target}` is listed twice", "delete one")
        seen.add(key)
