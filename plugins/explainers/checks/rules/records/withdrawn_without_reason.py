"""A record is withdrawn and does not say why.

A withdrawn record keeps its page, so that links to it still work. The page tells readers why it was
withdrawn.

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
    status: withdrawn
    reason: The newspaper took its report back.

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
    status: withdrawn
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every withdrawn record."""
    for _, record in sorted(context.graph.records.items()):
        if record.status == "withdrawn" and not context.written(record, ("reason",)):
            yield Fault(
                record,
                ("status",),
                "withdrawn, and no reason is given",
                "add `reason:`, in words for readers",
            )
