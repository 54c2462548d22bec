"""When something was said."""

from __future__ import annotations

from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Attribution
from explainers.kinds.source.model import Source
from explainers.model.base import Date


def said_on(attribution: Attribution, graph: Graph) -> Date | None:
    """The date an attribution states; where a publisher speaks in its own voice, the date of its page."""
    if attribution.said is not None:
        return attribution.said
    pages = (graph.get(citation.source, Source) for citation in attribution.cites)
    return next((page.published for page in pages if page and page.publisher in attribution.by), None)
