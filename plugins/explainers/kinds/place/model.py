"""A place: where something happens, and who says whose it is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from explainers.kinds.kind import Kind
from explainers.model.base import Part, Record
from explainers.model.fields import OWN_DIGITS, Line, Noun, OpenWord, Several, Text, Title, WebAddress, link

PLACE_KINDS = (
    "country",
    "region",
    "province",
    "county",
    "district",
    "city",
    "town",
    "village",
    "building",
    "road",
    "island",
    "mountain",
    "water",
    "other",
)

Degrees = Annotated[float, OWN_DIGITS, Field(allow_inf_nan=False)]


class Point(Part):
    """A point on the map and how exact it is."""

    lat: Annotated[Degrees, Field(ge=-90, le=90)]
    """Latitude in degrees north."""
    lon: Annotated[Degrees, Field(ge=-180, le=180)]
    """Longitude in degrees east."""
    precision: Line | None = None
    """How exact the point is: the centre of the region, to about 50 km."""


class Dispute(Part):
    """Who claims a place, who runs it, and who recognises that."""

    claimed_by: Several[Annotated[str, link("actor", inverse="claims_place", label="Places it claims")]] = ()
    """Actors who claim it."""
    administered_by: Several[Annotated[str, link("actor", inverse="administers", label="Places it administers")]] = ()
    """Actors who run it."""
    recognised_by: Several[
        Annotated[str, link("actor", inverse="recognises", label="Places whose status it recognises")]
    ] = ()
    """Actors who recognise that."""


class Place(Record):
    """A place that the claims are about."""

    summary_after = "kind"

    name: Title
    """The name of the place."""
    in_text: Title | None = None
    """The name in running text, if it differs."""
    kind: Annotated[Noun, OpenWord(PLACE_KINDS)]
    """What it is: one of these words if one fits, else a short noun of your own."""
    within: Annotated[str, link("place", inverse="contains", label="What it contains")] | None = None
    """The larger place it lies in."""
    also: tuple[Title, ...] = ()
    """Other names and scripts, so that they are found."""
    point: Point | None = None
    """Where it is."""
    disputed: Dispute | None = None
    """Who claims it, who runs it, and who recognises that."""
    not_to_confuse: tuple[Text, ...] = ()
    """What readers might take it for."""
    same_as: tuple[WebAddress, ...] = ()
    """Addresses at which the same place is described."""

    @property
    def title(self) -> str:
        return self.name

    @property
    def in_sentence(self) -> str:
        return self.in_text or self.name

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.also)


PLACE = Kind("place", "places", Place, Path(__file__).parent, "Place", "Places")
