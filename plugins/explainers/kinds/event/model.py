"""An event: what happens, speech acts that matter included. It has no cause: causes are claims."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from explainers.kinds.kind import Kind
from explainers.kinds.shared_parts import Citation
from explainers.model.base import Date, Part, Record
from explainers.model.fields import Line, Noun, OpenWord, Several, Title, link

EVENT_KINDS = (
    "accident",
    "attack",
    "disaster",
    "earthquake",
    "election",
    "flood",
    "hearing",
    "legal-act",
    "meeting",
    "military-operation",
    "movement",
    "protest",
    "publication",
    "ruling",
    "speech-act",
    "storm",
    "transfer",
    "trial",
    "vote",
    "war",
    "other",
)


class Participant(Part):
    """Who took part, and as what."""

    actor: Annotated[str, link("actor", inverse="took_part_in", label="Named in these events")]
    """The id of the actor."""
    role: Line
    """What part the actor had in it."""


class Event(Record):
    """Something that happens, or is said, at some time: as the editors vouch, or as somebody says."""

    summary_after = "kind"

    name: Title
    """What the event is called."""
    in_text: Title | None = None
    """The name in running text, if it differs: the address of 11 November."""
    kind: Annotated[Noun, OpenWord(EVENT_KINDS)]
    """One of these words if one fits, else a short noun of your own. A `speech-act` is something said."""
    time: Date | None = None
    """When it happens, or is said to happen."""
    where: Several[Annotated[str, link("place", inverse="events_here", label="Events placed here")]] = ()
    """The places where it happens."""
    participants: tuple[Participant, ...] = ()
    """The actors who take part, each with its role."""
    part_of: Annotated[str, link("event", inverse="event_parts", label="Its parts")] | None = None
    """The larger event it belongs to."""
    follows: Several[Annotated[str, link("event", inverse="followed_by", label="Events that follow it")]] = ()
    """Events that came before it; not its causes."""
    known: Literal["established"] | None = None
    """`established` if you vouch that it happened; an error beside a claim that somebody denies."""
    claims: Several[Annotated[str, link("claim", inverse="asserts", label="Events it asserts")]] = ()
    """The claims that assert it. Pages then say that it is said to have happened, and by whom."""
    cites: tuple[Citation, ...] = ()
    """Where you read of it."""

    @property
    def title(self) -> str:
        return self.name

    @property
    def in_sentence(self) -> str:
        return self.in_text or self.name

    @property
    def reports(self) -> tuple[Citation, ...]:
        """What it cites that reports it: no background, and nothing that speaks against it."""
        return tuple(citation for citation in self.cites if citation.role not in {"context", "contradicts"})


EVENT = Kind("event", "events", Event, Path(__file__).parent, "Event", "Events")
