"""A source that was read in full has no snapshot.

Without a snapshot no one can check a quotation once the page has changed. A source that was read in part is an
`excerpt`.

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
      edtf: 2024-04-09
      basis: stated
    accessed:
      edtf: 2024-05-01
      basis: stated
    role: secondary
    seen: full-text
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every source with `seen: full-text`."""
    for source in context.graph.of(Source):
        if source.seen == "full-text" and not context.written(source, ("snapshot",)):
            help = "add `snapshot:` with `sha256`, `chars` and `file`, or write `seen: excerpt`"
            yield Fault(source, ("seen",), "read in full, and no `snapshot` was kept", help)
