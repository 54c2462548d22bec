"""An explainer: a question, a short answer, and the claims it rests on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from explainers.kinds.kind import Kind
from explainers.kinds.shared_parts import GapEntry
from explainers.model.base import Date, Part, Record
from explainers.model.fields import Line, Several, Text, Title, link


class Section(Part):
    """A heading and the text below it."""

    heading: Line
    """The heading."""
    text: Text
    """Your own words, with links to the records."""
    figures: Several[Annotated[str, link("claim", inverse="shown_in", label="Shown in")]] = ()
    """Claims whose figures are shown below the text: in a chart where there are several to compare."""
    positions: Several[Annotated[str, link("claim", inverse="shown_in", label="Shown in")]] = ()
    """Claims on which a table below the text shows who says what."""


Marked = Literal["section", "page", "every", "off"]


class TermChoice(Part):
    """Which terms of the glossary the page marks, and how often."""

    mark: Marked | None = None
    """How often a term is marked on this page, where it is not as on the rest of the site."""
    only: Several[Annotated[str, link("term", inverse="chosen_in", label="Chosen in")]] = ()
    """The only terms that are marked on this page."""
    not_: Several[Annotated[str, link("term", inverse="left_out_in", label="Left out in")]] = Field((), alias="not")
    """Terms that are not marked on this page."""


def _in_full(given: Any) -> Any:
    """`glossary: off` is short for `glossary: {mark: off}`."""
    return {"mark": given} if isinstance(given, str) else given


class Explainer(Record):
    """A question that an article leaves its readers with, answered from the record."""

    title_at = ("question",)
    summary_after = "question"

    question: Title
    """The question, as a reader would ask it."""
    answer: Text
    """The answer in at most 60 words; every sentence leads to a claim."""
    article: Annotated[str, link("source", inverse="explained_in", label="Explained in")] | None = None
    """The article that it explains."""
    claims: Several[Annotated[str, link("claim", inverse="part_of_explainer", label="Part of the explainer")]] = Field(
        min_length=1
    )
    """The claims, in the order in which they should be read."""
    sections: tuple[Section, ...] = ()
    """The explanation, in sections."""
    method: Text | None = None
    """How it was made: what was read and what was not."""
    as_of: Date | None = None
    """The day on which you last read the sources."""
    published: Date | None = None
    """When it was first published."""
    gaps: tuple[GapEntry, ...] = ()
    """What the texts you read leave open; with `looked_in` and `as_of`, what you looked for and did not find."""
    glossary: Annotated[TermChoice, BeforeValidator(_in_full, json_schema_input_type=Marked | TermChoice)] | None = None
    """How often terms are marked on this page (`section`, `page`, `every`, `off`), or which terms, with keys."""
    domain: Line | None = None
    """The field in whose sense a word is used here, if the glossary has it in several."""

    @property
    def title(self) -> str:
        return self.question


EXPLAINER = Kind("explainer", "explainers", Explainer, Path(__file__).parent, "Explainer", "Explainers")
