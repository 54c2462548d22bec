"""Our own text uses a label that the glossary avoids.

The glossary says why, and which label to use. Its own entry may use it, and so may a quotation.

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
from explainers.checks.rule import Fault
from explainers.checks.vocabulary import passages_with
from explainers.checks.voice import unquoted
from explainers.glossary.choice import Choice
from explainers.glossary.matcher import Matcher
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every label under `avoid`, looked for in our texts; what is quoted is not ours."""
    terms = context.graph.of(Term)
    labels = Matcher(terms, avoided=True, language=context.language)
    for passage in passages_with(context.graph, labels.words):
        for match in labels.find(unquoted(passage), Choice(without=frozenset({passage.record.id}))):
            words = passage.text[match.start : match.end]
            write = context.graph.records[match.terms[0]].title
            yield passage.fault(match.start, match.end, f"the glossary avoids `{words}`", f"write `{write}`")
