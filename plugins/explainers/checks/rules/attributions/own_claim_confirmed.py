"""A speaker is said to confirm what no one else has said.

To confirm is to vouch for someone else's word. Whoever makes a claim, or is the only one to make it, cannot confirm
it, whatever verb is printed. A spokesperson and the party spoken for count as one. The printed verb belongs under
`verb`.

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
from explainers.checks.record_parts import Voice, voices_with
from explainers.checks.rule import Fault
from explainers.graph.parties import party
from explainers.kinds.claim.model import Attribution
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every attribution with the act `confirm`."""
    for voice in voices_with(context.graph, "act", "confirm"):
        message = _why_not(voice, context)
        if message:
            help = "write `act: say`; the printed verb goes to `verb`"
            yield Fault(voice.claim, (*voice.loc, "act"), message, help)


def _why_not(voice: Voice, context: Context) -> str:
    """What keeps a speaker from confirming, or nothing."""
    affirming = [a for a in voice.claim.attributions if a.stance == "affirms"]
    makers = [a for a in affirming if a.act != "confirm" and not _later(a, voice.attribution)]
    speakers = set(_parties([voice.attribution], context).values())
    for actor, side in _parties(makers, context).items():
        if side in speakers:
            return f"`{actor}` makes this claim, and cannot confirm it"
    if len(speakers | set(_parties(affirming, context).values())) == 1:
        return f"`{voice.attribution.by[0]}` is the only one who says so: there is nothing to confirm"
    return ""


def _parties(attributions: list[Attribution], context: Context) -> dict[str, str]:
    """The party of each speaker."""
    return {actor: party(actor, a, context.graph) for a in attributions for actor in a.by}


def _later(one: Attribution, other: Attribution) -> bool:
    """Whether one was certainly said after the other."""
    return bool(one.said and other.said and other.said.before(one.said))
