"""An actor: who can say or do."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from explainers.kinds.kind import Kind
from explainers.model.base import Edtf, Part, Record
from explainers.model.fields import Line, Noun, OpenWord, Several, Title, WebAddress, link

ACTOR_KINDS = (
    "person",
    "state",
    "government",
    "parliament",
    "court",
    "institution",
    "political-party",
    "military-force",
    "media-organisation",
    "alliance",
    "company",
    "trade-union",
    "charity",
    "university",
    "unnamed-group",
    "unnamed-source",
)


class Role(Part):
    """An office, and when it was held."""

    title: Line
    """The office: president."""
    of: Annotated[str, link("actor", inverse="office_holders", label="Offices held in it")] | None = None
    """The actor in which the office is held."""
    from_: Edtf | None = Field(default=None, alias="from")
    """Since when it was held, in EDTF."""
    to: Edtf | None = None
    """Until when it was held, in EDTF."""


class Party(Part):
    """The party to which an actor belongs in an event."""

    event: Annotated[str, link("event", inverse="sides", label="Its parties")]
    """The event."""
    side: Line
    """The side in it, in neutral words."""


class Actor(Record):
    """Who can say or do: a person, a state, an institution, or a speaker no one names."""

    summary_after = "kind"

    name: Title
    """The name by which it is best known."""
    in_text: Title | None = None
    """The name in running text, if it differs: the United States."""
    kind: Annotated[Noun, OpenWord(ACTOR_KINDS)]
    """What it is: one of these words if one fits, else a short noun of your own."""
    also: tuple[Title, ...] = ()
    """Other spellings and scripts of the name, so that they are found."""
    metonyms: tuple[Line, ...] = ()
    """Names of places that stand for it in the news: Brussels, the White House."""
    roles: tuple[Role, ...] = ()
    """Offices it holds or held."""
    part_of: Annotated[str, link("actor", inverse="parts", label="Its parts")] | None = None
    """The actor of which it is a part. Parts of one whole count as *at most* so many origins."""
    member_of: Several[Annotated[str, link("actor", inverse="members", label="Its members")]] = ()
    """Actors of which it is a member."""
    parties: tuple[Party, ...] = ()
    """Which party it belongs to in an event."""
    named: bool = True
    """`false` for a speaker whom the source does not name."""
    same_as: tuple[WebAddress, ...] = ()
    """Addresses at which the same actor is described."""

    @property
    def title(self) -> str:
        return self.name

    @property
    def in_sentence(self) -> str:
        return self.in_text or self.name

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *((self.in_text,) if self.in_text else ()), *self.also, *self.metonyms)


ACTOR = Kind("actor", "actors", Actor, Path(__file__).parent, "Actor", "Actors")
