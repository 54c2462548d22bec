"""Our own text uses a label that the glossary says to avoid.

The glossary says why, and which label to use. Its own entry may use it.

Passes:

    # content/terms/flood.yml
    term: flood
    definition: Water over land that is usually dry.
    avoid:
      - label: deluge
        why: It says more than is known.

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
    gaps:
      - Who saw the flood first.

Fails:

    # content/terms/flood.yml
    term: flood
    definition: Water over land that is usually dry.
    avoid:
      - label: deluge
        why: It says more than is known.

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
    gaps:
      - Who saw the deluge first.
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.phrases import Phrases, plurals
from explainers.checks.rule import Fault
from explainers.checks.voice import passages
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every label under `avoid`, looked for in our texts."""
    terms = context.graph.of(Term)
    labels = Phrases((form, term) for term in terms for a in term.avoid for form in plurals(a.label))
    for passage in passages(context.graph):
        for found in labels.found(passage.words):
            if found.meaning.id != passage.record.id:
                message = f"the glossary avoids `{found.words}`"
                yield passage.fault(found.start, found.end, message, f"write `{found.meaning.term}`")
