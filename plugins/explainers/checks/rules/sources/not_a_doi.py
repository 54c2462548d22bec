"""The `DOI` of a source is no DOI.

A DOI is `10.`, a number, a slash and a name, with or without `doi:` or https://doi.org/ before it. Anything else is
left out of references and bibliographies.

Passes:

    # content/sources/study.yml
    csl:
      type: article-journal
      title: How fast the river rises
      DOI: https://doi.org/10.1234/river.5
    summary: A study.
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

    # content/sources/study.yml
    csl:
      type: article-journal
      title: How fast the river rises
      DOI: river.5
    summary: A study.
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
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every source with a DOI."""
    for source in context.graph.of(Source):
        if source.csl.DOI and not source.csl.doi:
            help = "a DOI looks like 10.1234/abc; delete the line if there is none"
            yield Fault(source, ("csl", "DOI"), f"`{source.csl.DOI}` is no DOI", help)
