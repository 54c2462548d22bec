"""An event is marked as established, and somebody denies that it happened.

`known: established` is the editors' word, and only then is “happened” printed as a fact. Beside a denial it would take
a side. What counts is a denial of a claim that the event names under `claims`, or of a claim of the type `event` about
it that says no more than that it happened. A denial that was taken back or replaced does not count, nor one that is
about less, or about something else. Leave `known` out, and name the claim under `claims`: the event is then said to
have happened, with who says so and who denies it.

Passes:

    # content/events/evening-flood.yml
    name: Second flood in the river valley
    kind: other
    claims: [second-flood]
    cites:
      - source: daily-post-flood
        exact: had been moved out of the valley

    # content/claims/second-flood.yml
    label: Second flood in the river valley
    statement: There was a second flood in the river valley.
    type: event
    about: [evening-flood]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
      - id: a2
        by: [water-board]
        act: deny
        cites:
          - source: water-report

Fails:

    # content/events/evening-flood.yml
    name: Second flood in the river valley
    kind: other
    known: established
    claims: [second-flood]
    cites:
      - source: daily-post-flood
        exact: had been moved out of the valley

    # content/claims/second-flood.yml
    label: Second flood in the river valley
    statement: There was a second flood in the river valley.
    type: event
    about: [evening-flood]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
      - id: a2
        by: [water-board]
        act: deny
        cites:
          - source: water-report
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.graph.event_accounts import deniers
from explainers.graph.event_claims import asserting
from explainers.kinds.event.model import Event
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every event that is marked as established; each is reported once, with the first claim that is denied."""
    for event in context.graph.of(Event):
        if event.known != "established":
            continue
        for claim in asserting(event, context.graph):
            if claim.status == "published" and (denials := deniers(claim, context.graph)):
                message = f"`{denials[0].by[0]}` denies `{claim.id}`, which says that this happened"
                listed = "leave `known` out" if claim.id in event.claims else f"write `claims: [{claim.id}]` instead"
                yield Fault(event, ("known",), message, listed)
                break
