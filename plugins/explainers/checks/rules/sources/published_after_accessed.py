"""A source was published after the day on which it was read.

One of the two dates is wrong.

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

Fails:

    # content/sources/daily-post-flood-two.yml
    csl:
      type: article-newspaper
      title: The flood, a week on
    summary: A second news item.
    publisher: daily-post
    published:
      edtf: 2024-06-01
      basis: stated
    accessed:
      edtf: 2024-05-01
      basis: stated
    role: secondary
    seen: excerpt
"""

from collections.abc import Iterator

from explainers.checks.comparable_dates import certain
from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every source's two dates."""
    for source in context.graph.of(Source):
        published, accessed = certain(source.published), certain(source.accessed)
        if published and accessed and accessed.before(published):
            message = f"published after we read it: {source.accessed.spoken}"
            yield Fault(source, ("published", "edtf"), message)
