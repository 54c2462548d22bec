"""No explainer lists this claim.

Readers come to a claim from an explainer. A claim that is in none has no context.

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

Fails:

    # content/claims/dam-is-damaged.yml
    label: The old dam is damaged
    statement: The old dam is damaged.
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
from explainers.checks.reached import unlisted
from explainers.checks.rule import Fault
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every published claim, on a site that has explainers."""
    if not context.graph.of(Explainer):
        return
    claims = {claim.id: claim for claim in context.graph.of(Claim) if claim.status == "published"}
    for id in sorted(unlisted(context, claims)):
        yield Fault(claims[id], (), "no explainer lists this claim", "add its id under `claims` of an explainer")
