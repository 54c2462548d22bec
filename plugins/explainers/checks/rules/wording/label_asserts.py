"""The label of a claim says that something is so.

Readers meet a label alone: in a link, a list, a search result. There, *The bridge is safe* reads as our own finding;
*Safety of the bridge* names what people disagree about. A label is the name of a thing, without a verb that has a
subject. This is looked for in English only, and only certain cases are reported.

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

    # content/claims/people-moved.yml
    label: The valley has been cleared
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
"""

from collections.abc import Iterator

from explainers.checks.assertions import asserts
from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.claim.model import Claim
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """The label of every claim."""
    if not context.is_english:
        return
    for claim in context.graph.of(Claim):
        if asserts(claim.label):
            help = "write the name of a thing: `Safety of the bridge`, not `The bridge is safe`"
            yield Fault(claim, ("label",), "this label says that something is so, with no speaker", help)
