"""Nothing cites this source.

No claim, no text and no other source refers to it, so readers cannot tell why it is in the list of sources.

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

    # content/claims/clearing-took-long.yml
    label: The clearing took long
    statement: The clearing took long.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood-two

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
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.reached import unreached
from explainers.checks.rule import Fault
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every source that no other record and no hand-written page uses."""
    sources = {source.id: source for source in context.graph.of(Source)}
    for id in sorted(unreached(context, sources) - context.used_sources):
        yield Fault(sources[id], (), "nothing cites this source")
