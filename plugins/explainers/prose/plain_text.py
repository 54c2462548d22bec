"""Record text without its marks, for those who know nothing of them: feeds and reference managers."""

from __future__ import annotations

from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim
from explainers.kinds.source.model import Source
from explainers.model.base import Record
from explainers.prose.labels import called
from explainers.prose.reference import short_name
from explainers.text.inline import Cite, FigureRef, Inline, Paragraph, RecordLink, Words, paragraphs, walk


def plain_text(text: str, graph: Graph) -> str:
    """The words; a link without words is the record's title, and marks that only cite fall away."""
    return "\n\n".join(filter(None, (plain_words(parts, graph) for parts in paragraphs(text))))


def plain_words(parts: Paragraph, graph: Graph) -> str:
    """The words of one paragraph."""
    words = ""
    for part in walk(parts):
        if isinstance(part, Cite) and not part.narrative:
            # The mark is close to what follows it: `there [@source].`
            words = words.rstrip()
        else:
            words += part.text if isinstance(part, Words) else _words(part, graph)
    return " ".join(words.split())


def _words(part: Inline, graph: Graph) -> str:
    if isinstance(part, RecordLink):
        record = graph.records.get(part.id)
        return part.words or (_called(record, graph) if record else part.id)
    if isinstance(part, FigureRef):
        return f"{{{part.name}}}"
    return _name(part.items[0].key, graph) if isinstance(part, Cite) else ""


def _called(record: Record, graph: Graph) -> str:
    return called(record, graph) if isinstance(record, Claim) else record.title


def _name(id: str, graph: Graph) -> str:
    source = graph.get(id, Source)
    return short_name(source, graph) if source else id
