"""What a record is called where it is met alone: a claim with who says so, an event with how it is known.

Of several versions of a text, each is named by its day.
"""

from __future__ import annotations

from functools import singledispatch

from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.kinds.source.model import Source
from explainers.model.base import Record
from explainers.prose.event_words import heading
from explainers.prose.labels import MARKS, label
from explainers.prose.version_words import title_with_version


@singledispatch
def title_of(record: Record, graph: Graph) -> str:
    """A record's name in a title, a list or data for programs; in a preview, with the word that it is a draft."""
    return _with_draft(record.title, record)


@title_of.register
def _of_claim(claim: Claim, graph: Graph) -> str:
    return label(claim, graph).title


@title_of.register
def _of_source(source: Source, graph: Graph) -> str:
    return _with_draft(title_with_version(source, graph), source)


@title_of.register
def _of_event(event: Event, graph: Graph) -> str:
    return _with_draft(heading(event, graph), event)


def _with_draft(title: str, record: Record) -> str:
    return f"{MARKS['draft']}: {title}" if record.status == "draft" else title


def lead_of(record: Record, graph: Graph) -> str:
    """The same before a colon."""
    return label(record, graph).lead if isinstance(record, Claim) else title_of(record, graph)
