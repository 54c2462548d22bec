"""A term: one concept of the glossary. (SKOS Concept; definitions after ISO 704)"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from explainers.kinds.kind import Kind
from explainers.kinds.shared_parts import Citation
from explainers.model.base import Part, Record
from explainers.model.fields import Line, Several, Text, Title, link


class Avoided(Part):
    """A label that should not be used, and why."""

    label: Line
    """The label."""
    why: Text
    """Why not, and what to write instead."""


class Term(Record):
    """One concept, its names and its definition."""

    title_at = ("term",)

    term: Title
    """The label that you use."""
    also: tuple[Title, ...] = ()
    """Other labels for the same concept, found in text too."""
    avoid: tuple[Avoided, ...] = ()
    """Labels that are not to be used; in your own words they are reported."""
    definition: Text
    """One concept in one sentence, without the term itself."""
    note: Text | None = None
    """What the definition leaves out."""
    example: Text | None = None
    """The term in a sentence."""
    broader: Several[Annotated[str, link("term", inverse="narrower", label="Narrower terms")]] = ()
    """Wider concepts."""
    related: Several[Annotated[str, link("term", inverse="related_terms", label="Related terms")]] = ()
    """Neighbouring concepts."""
    differs_from: Several[Annotated[str, link("term", inverse="told_apart_from", label="Distinguished from")]] = ()
    """Concepts with which it is easily confused."""
    match: Literal["inflected", "exact", "off"] = "inflected"
    """Which forms are found in text: the plural and the possessive too (`inflected`), the label alone (`exact`), or
    none (`off`)."""
    capitals: tuple[Title, ...] = ()
    """Those of its labels that are found only with the capitals written here: Labour, and not labour."""
    cites: tuple[Citation, ...] = ()
    """Where the definition or its facts come from."""
    domain: Line | None = None
    """The field it belongs to. Two terms may share a label if each has its own."""

    @property
    def title(self) -> str:
        return self.term

    @property
    def names(self) -> tuple[str, ...]:
        return (self.term, *self.also)


TERM = Kind("term", "terms", Term, Path(__file__).parent, "Term", "Glossary")
