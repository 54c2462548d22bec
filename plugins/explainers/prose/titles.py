"""What a record is called where it is met alone: a claim with who says so, an event with how it is known."""

from __future__ import annotations

from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.model.base import Record
from explainers.prose.event_words import heading
from explainers.prose.labels import label


def title_of(record: Record, graph: Graph) -> str:
    """A record's name in a title, a list or data for programs."""
    if isinstance(record, Claim):
        return label(record, graph).title
    return heading(record, graph) if isinstance(record, Event) else record.title


def lead_of(record: Record, graph: Graph) -> str:
    """The same before a colon."""
    return label(record, graph).lead if isinstance(record, Claim) else title_of(record, graph)
