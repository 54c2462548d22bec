"""Two sources have the same address or DOI.

One document under two ids counts as two. Addresses are compared without `www.`, tracking marks and the
like. Two versions of one text are two records: the later one has the earlier under `derived_from`, with
`how: updates`.

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

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.graph.versions import versions
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|ref|at_\w+|mc_\w+")


def check(context: Context) -> Iterator[Fault]:
    """Every source's address and DOI."""
    first: dict[str, str] = {}
    for source in context.graph.of(Source):
        for key, identity in _identities(source):
            other = first.setdefault(identity, source.id)
            if other != source.id and not _versions(source, other, context):
                yield Fault(source, ("csl", key), f"`{other}` is the same document", "keep one of the two records")
                break


def _versions(source: Source, other: str, context: Context) -> bool:
    """Whether the two are versions of one text, which may have one address."""
    return any(version.id == other for version in versions(source, context.graph))


def _identities(source: Source) -> Iterator[tuple[str, str]]:
    if source.csl.doi:
        yield "DOI", source.csl.doi.casefold()
    if source.csl.URL:
        yield "URL", _address(source.csl.URL)


def _address(url: str) -> str:
    """An address as it is compared: one page under its usual spellings is one."""
    parts = urlsplit(url)
    host = re.sub(r"^(?:www|m|amp)\.", "", (parts.hostname or "").casefold())
    query = sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0]))
    return f"{host}{parts.path.rstrip('/')}?{query}"
