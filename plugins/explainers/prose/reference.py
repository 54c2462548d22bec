"""A source as a reference in our house style: who, what, where, when, and what is not known of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explainers.graph.graph import Graph
from explainers.kinds.source.csl import Name
from explainers.kinds.source.model import Source
from explainers.model.base import Date
from explainers.prose.lists import joined
from explainers.text.inline import Emphasis, Inline, Paragraph, RecordLink, Words

_WHOLE_WORKS = {
    "book",
    "report",
    "thesis",
    "legislation",
    "treaty",
    "dataset",
    "broadcast",
    "motion_picture",
    "periodical",
}
_BY_PUBLISHER = {"article-newspaper", "article-magazine", "article", "webpage", "broadcast", "post"}
_GENRES = {
    "post": "post",
    "post-weblog": "blog post",
    "speech": "speech",
    "broadcast": "broadcast",
    "interview": "interview",
    "report": "report",
    "dataset": "dataset",
}


def reference(source: Source, graph: Graph) -> Paragraph:
    """The reference; its title leads to the source's own page."""
    csl = source.csl
    parts: list[Sequence[Inline]] = []
    if csl.author:
        parts.append(_names(csl.author))
    parts.append([_title(source)])
    if csl.genre or csl.type in _GENRES:
        parts.append([Words(csl.genre or _GENRES[csl.type])])
    parts.append(_container(source, graph))
    parts.append([Words(dated(source.published))])
    return (*joined([part for part in parts if part], last=", "), Words("."))


def short_name(source: Source, graph: Graph) -> str:
    """The name of a source in a sentence: the publisher's for news and posts, else its first author's family name."""
    if source.csl.author and source.csl.type not in _BY_PUBLISHER:
        first = source.csl.author[0]
        particle = f"{first.non_dropping_particle} " if first.non_dropping_particle else ""
        return f"{particle}{first.family}" if first.family else first.printed
    publisher = graph.records.get(source.publisher)
    return publisher.in_sentence if publisher else source.csl.title


def dated(date: Date) -> str:
    """A date in words, with how we know it where nobody says it."""
    if not date.edtf:
        return "no date given"
    return f"{date.spoken} (our inference)" if date.basis == "inferred" else date.spoken


def cited_by(source: Source, graph: Graph) -> tuple[str, ...]:
    """For a source that we have not seen: the sources through which we know it."""
    edges = (e for e in graph.incoming(source.id) if e.link.inverse in {"derivatives", "credited_in"})
    return tuple(dict.fromkeys(edge.source for edge in edges))


def _names(names: Sequence[Name]) -> list[Inline]:
    return joined([[Words(name.printed)] for name in names])


def _title(source: Source) -> Inline:
    if source.csl.type in _WHOLE_WORKS:
        return Emphasis((RecordLink(source.id, source.csl.title),))
    # A title in square brackets is our description of something that has none.
    described = source.csl.title.startswith("[")
    return RecordLink(source.id, source.csl.title if described else f"“{source.csl.title}”")


def _container(source: Source, graph: Graph) -> list[Inline]:
    publisher = graph.records.get(source.publisher)
    name = publisher.title if publisher else ""
    container = source.csl.container_title
    parts: list[Sequence[Inline]] = []
    if container:
        parts.append([Emphasis((Words(container),))])
    said = [container or "", *(author.printed for author in source.csl.author)]
    if name and not any(name.casefold() in words.casefold() for words in said):
        parts.append([RecordLink(source.publisher, name)])
    pages = "pp." if re.search(r"\d\W+\d", source.csl.page or "") else "p."
    for label, number in (("vol.", source.csl.volume), ("no.", source.csl.issue), (pages, source.csl.page)):
        if number:
            parts.append([Words(f"{label} {number}")])
    return joined(parts, last=", ")
