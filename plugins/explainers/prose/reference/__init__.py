"""A source as a reference in our house style: who, what, where, when, and what is not known of it.

`grammar` says which parts a type of source has and in which order, `parts` makes each of them, `joining` sets
the commas between them. The other modules are about one thing each: names, numbers, dates, languages.
"""

from __future__ import annotations

from collections.abc import Sequence

from explainers.graph.graph import Graph
from explainers.kinds.source.csl import Name
from explainers.kinds.source.model import Source
from explainers.prose.reference.grammar import BY_AUTHOR, form_of
from explainers.prose.reference.joining import closed
from explainers.prose.reference.publication_date import dated
from explainers.prose.reference.reference_parts import PARTS, ReferenceContext
from explainers.text.inline import Inline, Paragraph

__all__ = ["cited_by", "dated", "reference", "short_name", "where"]


# A sentence names two authors, or the first of more.
_AUTHORS = 2


def reference(source: Source, graph: Graph, language: str = "en") -> Paragraph:
    """The reference, for a page in a language; its title leads to the source's own page."""
    form = form_of(source.csl.type)
    item = ReferenceContext(source, graph, form, language)
    parts: list[Sequence[Inline]] = [PARTS[name](item) for name in form.parts]
    return closed([part for part in parts if part])


def short_name(source: Source, graph: Graph) -> str:
    """The name of a source in a sentence: its publisher's, or a book's or report's authors by family name."""
    if source.csl.author and source.csl.type in BY_AUTHOR:
        names = [_family(author) for author in source.csl.author]
        return " and ".join(names if len(names) <= _AUTHORS else [names[0], "others"])
    publisher = graph.records.get(source.publisher)
    return publisher.in_sentence if publisher else source.csl.title


def _family(author: Name) -> str:
    particle = f"{author.non_dropping_particle} " if author.non_dropping_particle else ""
    return f"{particle}{author.family}" if author.family else author.printed


def reader_address(source: Source) -> str:
    """The address at which a reader finds a source: its own, or the one that its DOI leads to; may be empty."""
    return (source.csl.URL or source.csl.doi_address) if source.is_online else ""


def cited_by(source: Source, graph: Graph) -> tuple[str, ...]:
    """For a source that we have not seen: the sources through which we know it."""
    edges = (e for e in graph.incoming(source.id) if e.link.inverse in {"derivatives", "credited_in"})
    return tuple(dict.fromkeys(edge.source for edge in edges))
