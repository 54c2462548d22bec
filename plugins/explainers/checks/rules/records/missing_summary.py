"""A record has no summary.

Its page starts with one or two plain sentences that say what it is. Previews of links show them too.

Passes:

    # content/actors/northland.yml
    name: Northland
    summary: A country on the river.
    kind: state

Fails:

    # content/actors/northland.yml
    name: Northland
    kind: state
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.claim.model import Claim
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every record but claims and terms, whose statement or definition says it."""
    for _, record in sorted(context.graph.records.items()):
        if isinstance(record, Claim | Term) or record.status == "withdrawn" or context.written(record, ("summary",)):
            continue
        yield Fault(record, (), "there is no `summary`", "add `summary:` with one or two plain sentences")
