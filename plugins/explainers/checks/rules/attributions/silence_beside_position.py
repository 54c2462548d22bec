"""No position was found, and a position of the same actor is recorded on the same claim.

Without `looked_in`, a silence says that the pages we read have no position, and one of them has. The page leaves such
a silence out. A silence as of a day before the actor spoke is right, and so is one that says where you looked.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [tom-berg]
        act: deny
        said:
          edtf: 2024-04-02
          basis: stated
        cites:
          - source: daily-post-flood
      - id: a2
        by: [tom-berg]
        stance: no-position-found
        as_of:
          edtf: 2024-04-01
          basis: stated
        cites:
          - source: daily-post-flood

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [tom-berg]
        act: deny
        said:
          edtf: 2024-04-01
          basis: stated
        cites:
          - source: daily-post-flood
      - id: a2
        by: [tom-berg]
        stance: no-position-found
        as_of:
          edtf: 2024-04-02
          basis: stated
        cites:
          - source: daily-post-flood
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.record_parts import voices_with
from explainers.checks.rule import Fault
from explainers.graph.answers import position_of
from explainers.graph.graph import AttributionRef
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every attribution with the stance `no-position-found`, and the actors in it."""
    for voice in voices_with(context.graph, "stance", "no-position-found"):
        ref = AttributionRef(voice.claim, voice.attribution)
        for index, actor in enumerate(voice.attribution.by):
            if taken := position_of(actor, ref):
                message = f"no position of `{actor}` was found, and `{taken.id}` has one"
                yield Fault(voice.claim, (*voice.loc, "by", index), message, "say in `looked_in` where you searched")
