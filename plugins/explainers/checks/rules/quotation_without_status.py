"""A speaker's words are quoted, and it is not said whether they were looked for nearer to the speaker.

Words in quotation marks change from page to page. Readers are told whether they stand in the text they come
from, do not stand there, or were not looked for.

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
        mode: quotation
        quote_status: not-checked
        cites:
          - source: daily-post-flood
            exact: We could not wait,

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
        mode: quotation
        cites:
          - source: daily-post-flood
            exact: We could not wait,
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.parts import voices_with
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every attribution whose mode is a quotation."""
    for voice in voices_with(context.graph, "mode", "quotation", "translated-quotation"):
        if not context.written(voice.claim, (*voice.loc, "quote_status")):
            message = "a quotation, and no `quote_status`"
            help = "add `quote_status:` with `found-upstream`, `not-found-upstream` or `not-checked`"
            yield Fault(voice.claim, (*voice.loc, "mode"), message, help)
