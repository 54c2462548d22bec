"""Which claims assert that an event happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainers.graph.answers import answering
from explainers.graph.graph import Graph
from explainers.graph.kept import once
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.kinds.place.model import Place

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Words that say only that something happened, or that carry no meaning without others. A negation is none of them.
_LIGHT = frozenset(
    "the a an of in on at by for from with to into over and is was were are be been being has have had did took take "
    "takes taken place happened occurred held there its their his her this that said alleged reported".split()
)
# Closing and closed, sending and sends: words with so many common letters count as one.
_STEM = 4
_OPPOSING = frozenset({"denies", "doubts"})


def asserting(event: Event, graph: Graph) -> list[Claim]:
    """The claims that an event names as asserting it, and those that somebody opposes and that say just that."""
    ids = dict.fromkeys((*event.claims, *_opposed(event, graph)))
    return [claim for id in ids if (claim := graph.get(id, Claim))]


@once
def _opposed(event: Event, graph: Graph) -> tuple[str, ...]:
    """The claims of the type `event` about an event that somebody opposes and that say no more than it happened.

    Nearly all claims about an event say something else of it: who did it, or what happened in its course.
    """
    about = (graph.get(edge.source, Claim) for edge in graph.incoming(event.id, "subject_of"))
    opposed = (claim for claim in about if claim and claim.type == "event" and _is_opposed(claim, graph))
    return tuple(claim.id for claim in opposed if _says_that_it_happened(claim, event, graph))


def _is_opposed(claim: Claim, graph: Graph) -> bool:
    """Whether somebody denies or doubts a claim, or a telling of it in another claim."""
    return any(ref.stance in _OPPOSING for ref in (*graph.refs(claim), *answering(claim, graph)))


def _says_that_it_happened(claim: Claim, event: Event, graph: Graph) -> bool:
    """Whether the label or the statement has all the words of the event's name, and none besides its actors' names."""
    also = _stems(" ".join(_names(event, graph)))
    names = [stems for text in (event.name, event.in_text) if text and (stems := _stems(text))]
    texts = [_stems(claim.label), _stems(claim.statement)]
    return any(name <= text and text <= name | also for name in names for text in texts)


def _names(event: Event, graph: Graph) -> Iterator[str]:
    """The names of those who take part in an event, and of where it is."""
    for id in (*event.where, *(participant.actor for participant in event.participants)):
        record = graph.records.get(id)
        if isinstance(record, Actor | Place):
            yield from (*record.names, record.in_sentence)


def _stems(text: str) -> frozenset[str]:
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word.removesuffix("'s").removesuffix("’s")[:_STEM] for word in words if word not in _LIGHT)
