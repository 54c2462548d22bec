"""A record is related to itself.

A claim cannot support or contradict itself, and a term cannot differ from itself: the id of another record belongs
here.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
    relations:
      - type: compare-with
        to: valley-was-flooded
        drawn_by: editors
        note: Both are about the valley.

    # content/claims/valley-was-flooded.yml
    label: The valley was flooded
    statement: The river has flooded the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
    relations:
      - type: compare-with
        to: people-moved
        drawn_by: editors
        note: Both are about the valley.
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


_LINKS = frozenset({"related", "related_terms", "told_apart_from"})


def check(context: Context) -> Iterator[Fault]:
    """Every relation whose two ends are one record."""
    for edge in context.graph.edges:
        if edge.source == edge.target and edge.link.inverse in _LINKS:
            yield Fault(context.graph.records[edge.source], edge.loc, f"`{edge.target}` is related to itself")
