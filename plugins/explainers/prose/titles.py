"""What a record is called where it is met alone: a claim with who says so, an event with how it is known.

Of several versions of a text, each is named by its day.
"""

from __future__ import annotations

from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.kinds.source.model import Source
from explainers.model.base import Record
from explainers.prose.event_words import heading
from explainers.prose.labels import MARKS, label
from explainers.prose.version_words import title_with_version


def title_of(record: Record, graph: Graph) -> str:
    """A record's name in a title, a list or data for programs; in a preview, with the word that it is a draft."""
    if isinstance(record, Claim):
        return label(record, graph).title
    title = _name(record, graph)
    return f"{MARKS['draft']}: {title}" if record.status == "draft" else title


def _name(record: Record, graph: Graph) -> str:
    if isinstance(record, Source):
        return title_with_version(record, graph)
    return heading(record, graph) if isinstance(record, Event) else record.title


def lead_of(record: Record, graph: Graph) -> str:
    """The same before a colon."""
    return label(record, graph).lead if isinstance(record, Claim) else title_of(record, graph)
