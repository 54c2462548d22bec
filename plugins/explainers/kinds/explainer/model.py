"""An explainer: a question, a short answer, and the claims it rests on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from explainers.kinds.kind import Kind
from explainers.model.base import Date, Part, Record
from explainers.model.fields import Line, Text, link


class Section(Part):
    """A heading and what stands below it."""

    heading: Line
    """The heading."""
    text: Text
    """Our own words, with links to the records."""


class Explainer(Record):
    """A question that an article leaves its readers with, answered from the record."""

    question: Line
    """The question, as a reader would ask it."""
    answer: Text
    """The answer in at most 60 words; every sentence leads to a claim."""
    article: Annotated[str, link("source", inverse="explained_in", label="Explained in")] | None = None
    """The article it explains."""
    claims: tuple[Annotated[str, link("claim", inverse="part_of_explainer", label="Part of the explainer")], ...] = (
        Field(min_length=1)
    )
    """The claims, in the order in which they should be read."""
    sections: tuple[Section, ...] = ()
    """The explanation."""
    method: Text | None = None
    """How it was made: what was read and what was not."""
    as_of: Date | None = None
    """When we read the sources."""
    published: Date | None = None
    """When it was first published."""
    gaps: tuple[Text, ...] = ()
    """What could not be established."""

    @property
    def title(self) -> str:
        return self.question


EXPLAINER = Kind("explainer", "explainers", Explainer, Path(__file__).parent, "Explainer", "Explainers")
