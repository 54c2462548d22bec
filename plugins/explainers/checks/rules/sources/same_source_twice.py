"""Two sources have the same address or DOI.

One document under two ids counts as two. Addresses are compared without `www.`, tracking parameters and the like. Two
versions of one text are two records: the later one has the earlier under `derived_from`, with `how: updates`.

Passes:

    # content/sources/second-item.yml
    csl:
      type: article-newspaper
      title: The flood, a week on
      URL: https://example.org/a-week-on
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

    # content/sources/second-item.yml
    csl:
      type: article-newspaper
      title: The flood, a week on
      URL: http://www.example.org/flood/?utm_source=feed
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
from explainers.checks.rule import Fault
from explainers.graph.versions import versions
from explainers.kinds.source.identity import identities
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every source's address and DOI."""
    first: dict[str, str] = {}
    for source in context.graph.of(Source):
        for key, identity in identities(source.csl):
            other = first.setdefault(identity, source.id)
            if other != source.id and not _versions(source, other, context):
                yield Fault(source, ("csl", key), f"`{other}` is the same document", "keep one of the two records")
                break


def _versions(source: Source, other: str, context: Context) -> bool:
    """Whether the two are versions of one text, which may have one address."""
    return any(version.id == other for version in versions(source, context.graph))
