"""Nothing leads to this record.

No one finds a page to which no other page leads. Claims, sources and terms have their own checks: a claim has to
be in an explainer, a source has to be cited, a term has to be used.

Passes:

    # content/events/clearing.yml
    name: The clearing of the valley
    summary: People were told to leave.
    kind: other
    part_of: spring-flood

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
    gaps:
      - How long [[clearing]] took.

Fails:

    # content/events/clearing.yml
    name: The clearing of the valley
    summary: People were told to leave.
    kind: other
    part_of: spring-flood
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.reached import unreached
from explainers.checks.rule import Fault
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every record but explainers, claims, sources and terms."""
    records = context.graph.records
    others = {
        id
        for id, record in records.items()
        if record.status != "withdrawn" and not isinstance(record, Explainer | Claim | Source | Term)
    }
    for id in sorted(unreached(context, others)):
        yield Fault(records[id], (), "nothing links to this record")
