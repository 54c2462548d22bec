"""A claim: one checkable proposition, and everyone who takes a position on it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, GetJsonSchemaHandler, StringConstraints, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from explainers.kinds.claim.attribution import (
    BASES_OTHER_THAN_ATTRIBUTIONS,
    ON_SOMETHING_ELSE,
    STANCES_OF_ACTS,
    Act,
    AsPrinted,
    Attribution,
    Certainty,
    FigureName,
    PrintedQuantity,
    Stance,
    WrittenStance,
)
from explainers.kinds.claim.defaults import AttributionDefaults, written_out
from explainers.kinds.kind import Kind
from explainers.kinds.quantity import Quantity
from explainers.kinds.shared_parts import GapEntry
from explainers.model.base import Date, Part, Record
from explainers.model.fields import Prose, Several, Text, link
from explainers.model.short_forms import RELATION, one_line_schema

__all__ = [
    "BASES_OTHER_THAN_ATTRIBUTIONS",
    "CLAIM",
    "ON_SOMETHING_ELSE",
    "STANCES_OF_ACTS",
    "Act",
    "AsPrinted",
    "Attribution",
    "Certainty",
    "Claim",
    "ClaimRelation",
    "FigureName",
    "PrintedQuantity",
    "RelationType",
    "Stance",
    "WrittenStance",
]

RelationType = Literal[
    "supports",
    "attacks",
    "undercuts",
    "contradicts",
    "refines",
    "compare-with",
    "supersedes",
    "part-of",
    "outcome-of",
]


class ClaimRelation(Part):
    """How this claim bears on another, and who says so.

    Its type and the other claim can be one line, `refines: id-of-a-claim`.
    """

    type: RelationType
    """What this claim does to the other; `outcome-of` says what became of a prediction, a plan or a lawsuit."""
    to: Annotated[str, link("claim", inverse="related", label="Related claims")]
    """The id of the other claim."""
    drawn_by: Literal["source", "editors"] = Field(default_factory=lambda: "editors")
    """Who makes the connection: a `source`, or the `editors`. It follows from whether a source is named."""
    source: Annotated[str, link("source", inverse="relations_drawn", label="Connections it draws")] | None = None
    """The source that makes it."""
    note: Text | None = None
    """Why they are connected."""

    @model_validator(mode="before")
    @classmethod
    def _in_one_line(cls, value: Any) -> Any:
        full = RELATION.in_full(value)
        if not isinstance(full, dict) or "drawn_by" in full:
            return full
        return {**full, "drawn_by": "source" if "source" in full else "editors"}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return one_line_schema(handler(core), handler, RELATION)


def _taken(_: AttributionDefaults) -> None:
    """The attributions have it."""


class Claim(Record):
    """One checkable proposition with all its attributions; it has no truth value and no score."""

    title_at = ("label",)

    label: Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
    """A short name for links, at most 60 characters."""
    statement: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), Prose(figures=True)]
    """The proposition in your words: one sentence, no attribution verb, figures only as {q1}."""
    type: Literal[
        "measurement",
        "event",
        "causal",
        "counterfactual",
        "prediction",
        "intention",
        "evaluation",
        "relation",
    ]
    """What kind of proposition it is: how much or how many (`measurement`), that something happened (`event`), what
    came of what (`causal`), what would have happened (`counterfactual`), what will happen (`prediction`), what somebody
    wants or plans (`intention`), how good or bad something is (`evaluation`), or how things are connected (`relation`).
    """
    about: Several[
        Annotated[
            str,
            link("actor", "place", "event", "term", inverse="subject_of", label="What is said about this"),
        ],
    ] = Field(min_length=1)
    """What it is about."""
    time: Date | None = None
    """When it is said to hold."""
    quantities: dict[FigureName, Quantity] = Field(default_factory=dict)
    """Its figures, by the names used in the statement."""
    attributions: tuple[Attribution, ...] = Field(min_length=1)
    """Everyone who takes a position on it."""
    defaults: Annotated[AttributionDefaults | None, AfterValidator(_taken)] = Field(default=None, exclude=True)
    """What the attributions share, written once; who says otherwise writes it."""
    relations: tuple[ClaimRelation, ...] = ()
    """How it bears on other claims."""
    gaps: tuple[GapEntry, ...] = ()
    """What the texts you read leave open; with `looked_in` and `as_of`, what you looked for and did not find."""

    @model_validator(mode="before")
    @classmethod
    def _written_out(cls, values: Any) -> Any:
        return written_out(values) if isinstance(values, dict) else values

    @property
    def title(self) -> str:
        return self.label

    def stance_of(self, attribution: Attribution) -> Stance:
        """The position that an attribution takes on this claim.

        Who says a part of it, or something else, says so only `partly`. So does who says it in other words than those
        who say so first: that it comes to the same is for the editors to say (`role: supports`). Who denies, doubts or
        declines to speak on something else, in a statement of its own, does nothing of the kind with this claim.
        """
        if attribution.stance != "affirms":
            stance = attribution.stance
            return ON_SOMETHING_ELSE[stance] if attribution.speaks_of_something_else else stance
        if attribution.is_partial or (attribution.predicate and attribution.id in self._in_other_words):
            return "partly"
        return "affirms"

    @cached_property
    def _in_other_words(self) -> frozenset[str]:
        """The attributions whose speakers put it in other words than the first who say so, and never in these."""
        whole = [a for a in self.attributions if a.stance == "affirms" and not a.is_partial]
        first = whole[0].predicate if whole else ""
        agreeing = [a for a in whole if a.predicate in {first, ""} or a.supports]
        voices = {id for a in agreeing for id in (*a.by, a.speaks_for)}
        return frozenset(a.id for a in whole if a not in agreeing and voices.isdisjoint((*a.by, a.speaks_for or "")))

    def attribution(self, id: str) -> Attribution | None:
        """The attribution of that id."""
        return next((a for a in self.attributions if a.id == id), None)


CLAIM = Kind("claim", "claims", Claim, Path(__file__).parent, "Claim", "Claims")
