"""A source was read, and the record does not say when.

Pages change. Only a source that no one here has read (`seen: cited-only`) has no day of reading.

Passes:

    # content/sources/hearing.yml
    csl:
      type: webpage
      title: The hearing
      URL: https://example.org/hearing
    summary: A page that others cite.
    publisher: daily-post
    published: 2024-04-02
    role: primary
    seen: cited-only

Fails:

    # content/sources/hearing.yml
    csl:
      type: webpage
      title: The hearing
      URL: https://example.org/hearing
    summary: A page that we read in part.
    publisher: daily-post
    published: 2024-04-02
    role: primary
    seen: excerpt
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every source that was read."""
    for source in context.graph.of(Source):
        if source.seen == "cited-only" or source.accessed.edtf or source.accessed.basis != "unknown":
            continue
        tree = context.graph.documents[source.id].tree
        if tree and not tree.has_key(("accessed",)):
            message = f"`seen: {source.seen}`, and no `accessed` says when it was read"
            yield Fault(source, ("seen",), message, "add a line `accessed:` with the day")
