"""Quotations of a source were not checked, because its text is not at hand.

The texts are other people's work and no part of the site, so not everyone who builds it has them. Quotations that
were not checked are counted as that.

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

    # content/sources/daily-post-flood-two.yml
    csl:
      type: article-newspaper
      title: The flood, a week on
    summary: A second news item.
    publisher: daily-post
    published:
      edtf: 2024-04-09
      basis: stated
    accessed:
      edtf: 2024-05-01
      basis: stated
    role: secondary
    seen: excerpt

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
          - source: daily-post-flood-two
            exact: moved
"""

from collections import Counter
from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.quotes import at_hand
from explainers.checks.record_parts import all_parts
from explainers.checks.rule import Fault
from explainers.kinds.shared_parts import Citation
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.INFO


def check(context: Context) -> Iterator[Fault]:
    """Every source that is quoted, once."""
    texts = at_hand(context)
    counts = Counter(cited.part.source for cited in all_parts(context.graph, Citation) if cited.part.exact)
    for source in context.graph.of(Source):
        number = counts[source.id]
        wrong = source.snapshot is not None and source.snapshot.file in context.fingerprints
        if number and source.id not in texts and not wrong:
            quotations = "1 quotation of this source was" if number == 1 else f"{number} quotations of this source were"
            yield Fault(source, ("snapshot",), f"{quotations} not checked: its text is not at hand", key=True)
