"""A record rests on a claim that was withdrawn.

What its editors took back should not support an explainer, an answer or another claim. Take the link out, or say in
the text that the claim was withdrawn, and accept this warning with the reason.

Passes:

    # content/claims/clearing-took-long.yml
    label: The clearing took long
    statement: The clearing took long.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley

    # content/places/old-bridge.yml
    name: Old Bridge
    summary: A bridge of which it is said that [[clearing-took-long|the clearing took long]] there.
    kind: other

Fails:

    # content/claims/clearing-took-long.yml
    label: The clearing took long
    statement: The clearing took long.
    type: event
    about: [river-valley]
    status: withdrawn
    reason: The speaker had been misheard.
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley

    # content/places/old-bridge.yml
    name: Old Bridge
    summary: A bridge of which it is said that [[clearing-took-long|the clearing took long]] there.
    kind: other
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.claim.model import Claim
from explainers.model.fields import MENTION
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every link of a published record to a claim that was withdrawn."""
    withdrawn = {claim.id for claim in context.graph.of(Claim) if claim.status == "withdrawn"}
    for edge in context.graph.edges if withdrawn else ():
        record = context.graph.records[edge.source]
        if edge.target in withdrawn and record.status == "published":
            words = f"[[{edge.target}" if edge.link is MENTION else ""
            help = "take the link out, or allow this with the reason"
            yield Fault(record, edge.loc, f"`{edge.target}` was withdrawn", help, words=words)
