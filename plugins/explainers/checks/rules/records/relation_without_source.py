"""A source is said to make a connection, and is not named.

Readers have to see whether a connection is ours or somebody else's, and if it is somebody else's, whose.

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
      - type: supports
        to: valley-was-flooded
        drawn_by: source
        source: daily-post-flood

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
      - type: supports
        to: valley-was-flooded
        drawn_by: source

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
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.claim.model import Claim
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every relation with `drawn_by: source`."""
    for claim in context.graph.of(Claim):
        for index, relation in enumerate(claim.relations):
            loc = ("relations", index)
            if relation.drawn_by == "source" and not context.written(claim, (*loc, "source")):
                message = "drawn by a source, and the source is not named"
                help = "add `source:` with its id, or write `drawn_by: editors`"
                yield Fault(claim, (*loc, "drawn_by"), message, help)
