"""A quotation is longer than its source allows.

The text is somebody else's. A few words are enough to find the passage: 25 at most, or as many as the source's
`rights: quote_max_words` says.

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
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: >-
              Mara Lind said on Monday that more than 10,000 people had been moved out of the valley
              since the river rose. Almost 300 houses stand in water
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.quotes import word_count
from explainers.checks.record_parts import all_parts, by_name
from explainers.checks.rule import Fault
from explainers.kinds.shared_parts import Citation
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every quotation."""
    most = {id: source.rights.quote_max_words for id, source in by_name(context.graph, Source).items()}
    for cited in all_parts(context.graph, Citation):
        exact, limit = cited.part.exact, most.get(cited.part.source)
        # Some pieces between spaces are no words.
        if exact and limit is not None and len(exact.split()) > limit and (words := word_count(exact)) > limit:
            message = f"{words} words are quoted; of this source {limit} may be"
            yield Fault(cited.record, (*cited.loc, "exact"), message)
