"""Someone declines to answer, and it is not said as of when.

Who says nothing today may answer tomorrow. Without a date the sentence would still stand when it is no
longer true.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [tom-berg]
        stance: declines
        act: no-comment
        as_of:
          edtf: 2024-04-02
          basis: stated
        cites:
          - source: daily-post-flood
            exact: neither confirmed nor denied

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [tom-berg]
        stance: declines
        act: no-comment
        cites:
          - source: daily-post-flood
            exact: neither confirmed nor denied
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.parts import voices_with
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every attribution with the stance `declines`."""
    for voice in voices_with(context.graph, "stance", "declines"):
        if not context.written(voice.claim, (*voice.loc, "as_of")):
            message = "declines to answer, and no `as_of` says when"
            yield Fault(voice.claim, (*voice.loc, "stance"), message, "add `as_of:` with the date")
