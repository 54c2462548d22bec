"""A statement says that somebody says something.

The statement is the proposition alone. Who says it, and with which verb, belongs in the attributions; otherwise one
proposition would be another claim for every speaker.

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
    statement: Northland has reportedly moved people out of the valley.
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

from explainers.checks import loaded_words
from explainers.checks.context import Context
from explainers.checks.phrases import Phrases
from explainers.checks.rule import Fault
from explainers.checks.vocabulary import statements_with
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every statement."""
    attributing = Phrases((phrase, phrase) for phrase in loaded_words.attributing())
    for statement in statements_with(context.graph, attributing.words):
        for found in attributing.found(statement.words):
            message = f"`{found.words}` says who says so, which is not part of the statement"
            yield statement.fault(
                found.start, found.end, message, "say what is so; who says it belongs in `attributions`"
            )
