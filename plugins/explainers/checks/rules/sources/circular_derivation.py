"""Documents are made from one another in a circle.

`derived_from` leads from a rewrite to its original. Two documents cannot each come from the other.

Passes:

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
    derived_from:
      - source: water-report
        how: cites

Fails:

    # content/sources/first-item.yml
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
    derived_from:
      - source: second-item
        how: quotes

    # content/sources/second-item.yml
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
    derived_from:
      - source: first-item
        how: cites
"""

from collections.abc import Iterator

from explainers.checks.circles import circle_in_words, circles
from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every circle of `derived_from`, reported where it closes."""
    made_from = {source.id: [d.source for d in source.derived_from] for source in context.graph.of(Source)}
    for circle in circles(made_from):
        source = context.graph.records[circle[-1]]
        loc = ("derived_from", made_from[circle[-1]].index(circle[0]), "source")
        yield Fault(source, loc, f"what it is made from leads back to itself: {circle_in_words(circle)}")
