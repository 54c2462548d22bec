"""How close a page, and a telling read in it, is to the words of the speaker."""

from __future__ import annotations

from explainers.graph.graph import AttributionRef, Graph
from explainers.kinds.source.model import Source

# How close a document is to the words of the one it is made from, and a telling to the words of its speaker.
_CLOSENESS = {"republishes": 1, "updates": 1, "translates": 1, "quotes": 1, "excerpts": 1, "rewrites": 2, "cites": 3}
_FARTHEST = 4
_MODES = ("quotation", "translated-quotation", "paraphrase", "summary", "headline")


def of_page(source: Source) -> int:
    """How close a page is to the speaker's words: 0 for a primary source, 4 where nothing says what it is made from."""
    ways = (_CLOSENESS[step.how] for step in source.derived_from)
    return 0 if source.role == "primary" else min(ways, default=_FARTHEST)


def of_telling(ref: AttributionRef, graph: Graph) -> tuple[int, int]:
    """How close the nearest page in which a telling was read is to the speaker's words, and then the telling's form."""
    pages = [of_page(source) for c in ref.attribution.cites if (source := graph.get(c.source, Source))]
    return min(pages, default=_FARTHEST), _MODES.index(ref.attribution.mode)
