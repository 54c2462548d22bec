"""A statement is not one whole sentence.

One claim is one proposition: one sentence with a full stop. Two sentences are two claims, each with its own
speakers.

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
    label: People moved out of the valley
    statement: People moved out of the valley
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

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.checks.sentences import sentences
from explainers.checks.voice import words_of
from explainers.kinds.claim.model import Claim
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every statement."""
    for claim in context.graph.of(Claim):
        words = words_of(claim.statement).rstrip()
        if len(sentences(words)) > 1:
            yield Fault(claim, ("statement",), "this is more than one sentence", "make each a separate claim")
        elif not words.rstrip("”\"’'").endswith("."):
            yield Fault(claim, ("statement",), "this does not end in a full stop")
