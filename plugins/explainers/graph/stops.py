"""Stops of the way to an origin, and the steps between them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from explainers.graph.graph import AttributionRef
from explainers.graph.independence import Origin

NodeKind = Literal["text", "unread", "agency", "voice", "origin"]
End = Literal["", "unknown", "taken-back", "replaced"]


class Node(NamedTuple):
    """One stop of the way.

    A `text` has the pages in `sources` and what is said there in `refs`; an `unread` one is a single source, and an
    `agency` one of which we know only whose it was. A `voice` speaks where another's text reports it. An `origin` is a
    party; a text in its publisher's own voice may be one too. `end` says of one that is not counted why not.
    Of an origin with several speakers, `party` is the one they are.
    """

    key: str
    kind: NodeKind
    sources: tuple[str, ...] = ()
    refs: tuple[AttributionRef, ...] = ()
    actors: tuple[str, ...] = ()
    explained: bool = False
    origin: Origin | None = None
    end: End = ""
    party: str = ""


class Step(NamedTuple):
    """A link to a node that is nearer to the origin. `how` is what a text does with the one it is made from.

    It is `stated` if a text that we read says so, and `inferred` if it is our inference; what is known only from others
    is neither.
    """

    near: str
    far: str
    stated: bool
    how: str = ""
    inferred: bool = False
