"""A speaker is said to confirm what nobody else has said.

To confirm is to vouch for someone else's word. Who makes a claim, or is the only one to make it, cannot
confirm it, whatever verb is printed: a spokesperson and the one spoken for count as one. The printed verb
is kept under `verb`.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [water-board]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
      - id: a2
        by: [mara-lind]
        act: confirm
        cites:
          - source: water-report

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
      - id: a2
        by: [mara-lind]
        act: confirm
        cites:
          - source: water-report
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.graph.parties import parties
from explainers.kinds.claim.model import Attribution, Claim
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every attribution with the act `confirm`."""
    for claim in context.graph.of(Claim):
        for index, attribution in enumerate(claim.attributions):
            if attribution.act != "confirm":
                continue
            message = _why_not(attribution, claim, context)
            if message:
                yield Fault(
                    claim,
                    ("attributions", index, "act"),
                    message,
                    "write `act: say`; the printed verb goes to `verb`",
                )


def _why_not(attribution: Attribution, claim: Claim, context: Context) -> str:
    speakers = _parties([attribution], context)
    makers = [
        a
        for a in claim.attributions
        if a.stance == "affirms" and a.act != "confirm" and not _later(a, attribution)
    ]
    own = next(
        (actor for actor, party in _parties(makers, context).items() if party in speakers.values()), ""
    )
    if own:
        return f"`{own}` makes this claim, and cannot confirm it"
    everyone = _parties([a for a in claim.attributions if a.stance == "affirms"], context)
    alone = len(set(everyone.values()) | set(speakers.values())) == 1
    return f"`{attribution.by[0]}` is the only one who says so: there is nothing to confirm" if alone else ""


def _parties(attributions: list[Attribution], context: Context) -> dict[str, str]:
    """The party of each speaker."""
    groups = parties(context.graph)
    return {actor: groups.find(actor) for attribution in attributions for actor in attribution.by}


def _later(one: Attribution, other: Attribution) -> bool:
    """Whether one was certainly said after the other."""
    first = one.said.extent.first if one.said else None
    last = other.said.extent.last if other.said else None
    return bool(first and last and first > last)
