"""A silence does not say as of when.

That someone has no position in what you read is true as of a day; with `looked_in`, of the day on which you looked.
Without it, no one can tell whether to look again.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [tom-berg]
        stance: no-position-found
        act: no-comment
        as_of:
          edtf: 2024-04-02
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
        stance: no-position-found
        act: no-comment
        cites:
          - source: daily-post-flood
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.record_parts import voices_with
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every attribution with the stance `no-position-found`."""
    for voice in voices_with(context.graph, "stance", "no-position-found"):
        if not context.written(voice.claim, (*voice.loc, "as_of")):
            message = "no position found, and no `as_of` says as of when"
            yield Fault(voice.claim, (*voice.loc, "stance"), message, "add `as_of:` with the date")
