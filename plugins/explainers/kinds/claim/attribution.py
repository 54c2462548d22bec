"""An attribution: who takes which position on a claim, in which words, on what basis."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import (
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from explainers.kinds.quantity import Number, Relation
from explainers.kinds.shared_parts import Citation
from explainers.model.base import Date, Part
from explainers.model.fields import AttributionLink, Line, Prose, Several, Text, link
from explainers.model.short_forms import ATTRIBUTION, one_line_schema

WrittenStance = Literal["affirms", "denies", "doubts", "declines", "no-position-found", "retracts"]
# Computed, and never written: takes no position; says less than the claim, more, or something else; denies, doubts or
# does not say something else.
Stance = Literal[WrittenStance, "none", "partly", "denies-other", "doubts-other", "declines-other"]
Certainty = Literal["certain", "probable", "possible", "unstated"]
Act = Literal[
    "say",
    "estimate",
    "allege",
    "report",
    "relay",
    "confirm",
    "predict",
    "promise",
    "suggest",
    "order",
    "rule",
    "deny",
    "question",
    "contest",
    "decline",
    "no-answer",
    "not-reached",
    "neither",
    "no-comment",
]
Mode = Literal["quotation", "translated-quotation", "paraphrase", "summary", "headline"]
# The positions on a statement of one's own that are none on the claim.
ON_SOMETHING_ELSE: Mapping[Stance, Stance] = MappingProxyType(
    {"denies": "denies-other", "doubts": "doubts-other", "declines": "declines-other"}
)
# The position that an act takes by itself; every other act affirms.
STANCES_OF_ACTS: Mapping[Act, Stance] = MappingProxyType(
    {
        "deny": "denies",
        "relay": "none",
        "question": "none",
        "contest": "none",
        "decline": "declines",
        "no-answer": "declines",
        "not-reached": "declines",
        "neither": "declines",
        "no-comment": "declines",
    }
)
BASES_OTHER_THAN_ATTRIBUTIONS = ("own-observation", "own-estimate", "not-stated")
FigureName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]\w*$")]


class PrintedQuantity(Part):
    """A figure as one telling prints it: only what differs from the claim's."""

    of: Line | None = None
    """What is counted, in the words of this telling."""
    printed: Line | None = None
    """The figure in the words of its page, with its qualifier and its unit."""
    relation: Relation | None = None
    """The qualifier as printed."""
    qualifier: Line | None = None
    """The word that qualifies it, as printed: almost."""
    value: Number | None = None
    """The number as printed."""
    min: Number | None = None
    """The lower end as printed."""
    max: Number | None = None
    """The upper end as printed."""
    unit: Line | None = None
    """The unit as printed."""


class AsPrinted(Part):
    """What this telling prints differently from the claim."""

    quantities: dict[FigureName, PrintedQuantity] = Field(default_factory=dict)
    """Its own figures, by the names used in the statement."""
    population: Line | None = None
    """What it counts, if it counts something else than the claim."""
    predicate: Line | None = None
    """What it says of them, in its own word: immobilized. Use one form of the verb for all tellings."""


def _number(given: Any, read: ValidatorFunctionWrapHandler) -> int | str:
    """How many speakers: one mistake where it is neither a number nor `several`, and not one for each."""
    try:
        found: int | str = read(given)
    except ValidationError:
        raise PydanticCustomError("own", "`speakers` must be a number from 1 to 10000, or `several`") from None
    return found


class Attribution(Part):
    """Someone takes a position on the claim. (PARC; PolNeAR; FactBank)

    Its id and who speaks can be one line, `a1: id-of-an-actor`.
    """

    id: Annotated[str, StringConstraints(pattern=r"^a[1-9][0-9]*$")]
    """`a1`, `a2` …: never renumbered, because other records refer to it."""
    by: Several[Annotated[str, link("actor", inverse="positions", label="Positions taken")]] = Field(min_length=1)
    """Who takes the position. A speaker without a name is an actor with `named: false`."""
    as_named: Line | None = None
    """The name that the page prints, if it is another one."""
    speaks_for: Annotated[str, link("actor", inverse="spoken_for_in", label="Others speak for it in")] | None = None
    """The party on whose behalf they speak; the two count as one."""
    speakers: Annotated[Annotated[int, Field(ge=1, le=10_000)] | Literal["several"], WrapValidator(_number)] | None = (
        None
    )
    """How many speakers the page says there were, a number or `several`: more than `by` names, or one of a group."""
    joint: Literal["as-printed", "together", "separate"] | None = None
    """How several speakers spoke: the page runs them together (`as-printed`), they spoke together (`together`, one
    origin), or each said it (`separate`)."""
    written_stance: WrittenStance | None = Field(default=None, alias="stance")
    """The position, if it is not the one that follows from the act."""
    certainty: Certainty = "unstated"
    """How certain the speaker is, as the page gives it; never concluded."""
    written_act: Act | None = Field(default=None, alias="act")
    """What they did with words, in neutral classes; the position follows from it. Required, except for a silence."""
    verb: Line | None = None
    """The verb as the page prints it. It is listed on the source's page and never repeated as ours."""
    mode: Mode = "paraphrase"
    """How the page gives the speaker's words."""
    quote_status: Literal["found-upstream", "found-changed", "not-found-upstream", "not-checked"] | None = None
    """For words in quotation marks: whether a text nearer to the speaker has them (`found-upstream`), has them
    differently (`found-changed`), whether none has them (`not-found-upstream`), or no one compared (`not-checked`, or
    left out)."""
    statement: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), Prose(figures=True)] | None = None
    """What this telling says, in your words, if that is less than the claim, more, or something else."""
    time: Date | None = None
    """When what this telling says holds, if that is not the claim's time."""
    said: Date | None = None
    """When it was said."""
    said_in: Annotated[str, link("source", "actor", inverse="heard_in", label="What was said in it")] | None = None
    """The text, speech or post in which it was said, known only from the pages cited; if they name none, the actor
    whose text it was."""
    as_of: Date | None = None
    """For a refusal, as of when; for a silence, the day on which you looked."""
    looked_in: Text | None = None
    """For a silence, where you looked, in words that can follow *in*: the reports of the agency."""
    gives: dict[FigureName, Line] = Field(default_factory=dict)
    """The figures that this telling prints, each in the words and the language of its source: `q1: almost 50,000`."""
    as_printed: AsPrinted | None = None
    """What else this telling prints differently from the claim."""
    based_on: Several[Annotated[str, AttributionLink(BASES_OTHER_THAN_ATTRIBUTIONS)]] = ("not-stated",)
    """What it rests on: attributions (`a4`, `other-claim#a2`), or what the speaker saw (`own-observation`) or worked
    out (`own-estimate`). Write `not-stated` if your sources do not say it."""
    answers: Several[Annotated[str, AttributionLink()]] = ()
    """The attributions that this one denies, doubts, contests or declines to comment on, if it is about them and not
    about the claim."""
    replaces: Several[Annotated[str, AttributionLink()]] = ()
    """The attributions that end with this one, whoever spoke: a corrected figure, or what a retraction takes back."""
    basis: Literal["stated", "inferred"] = "stated"
    """Whether the source says what it rests on (`stated`), or you inferred it (`inferred`; say from what in `note`)."""
    note: Text | None = None
    """What a reader should know about this telling."""
    cites: Several[Citation] = ()
    """Where you read it. Required, except for a silence."""

    @model_validator(mode="before")
    @classmethod
    def _in_one_line(cls, value: Any) -> Any:
        return ATTRIBUTION.in_full(value)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return one_line_schema(handler(core), handler, ATTRIBUTION)

    @model_validator(mode="after")
    def _has_an_act_and_a_place(self) -> Attribution:
        """Only a silence may lack the act and the citation."""
        if self.written_stance == "no-position-found":
            return self
        for key, value in (("act", self.written_act), ("cites", self.cites)):
            if not value:
                code = "missing-key" if value is None or key not in self.model_fields_set else "empty-value"
                words = "`{key}` is missing" if code == "missing-key" else "`{key}` needs at least one entry"
                context = {"key": key, "code": code, "help": f"add a line `{key}:`"}
                raise PydanticCustomError("own", words, context)
        return self

    @property
    def act(self) -> Act:
        """What they did with words; a silence counts as no comment."""
        return self.written_act or "no-comment"

    @property
    def stance(self) -> Stance:
        """The position: as it is written, else the one that the act takes by itself; `none` passes on, asks, contests.

        A refusal to answer is no denial and no silence.
        """
        return self.written_stance or STANCES_OF_ACTS.get(self.act, "affirms")

    @property
    def is_partial(self) -> bool:
        """Whether it says less than the claim, more, or something else, and so is no telling of the claim.

        A telling with its own statement is partial unless a citation is said to support the claim; without one it is
        partial where all that is cited for it bears the claim out only partly.
        """
        if self.statement:
            return not self.supports
        return {citation.role for citation in self.cites} - {"context", "contradicts"} == {"partly"}

    @property
    def says_that_no_basis_is_stated(self) -> bool:
        """Whether the editors wrote `not-stated`: without it, what the page says of a basis is not on record."""
        return "based_on" in self.model_fields_set and not self.bases

    @property
    def speaks_of_something_else(self) -> bool:
        """Whether what it denies, doubts or does not say is its own statement, and neither the claim nor a telling."""
        opposes = self.stance in ON_SOMETHING_ELSE
        return opposes and bool(self.statement) and not (self.supports or self.answers)

    @property
    def supports(self) -> bool:
        """Whether the editors say that it comes to the same as the claim."""
        return any(citation.role == "supports" for citation in self.cites)

    @property
    def predicate(self) -> str:
        """What it says in other words than the claim, as printed."""
        return (self.as_printed.predicate if self.as_printed else None) or ""

    @property
    def passes_on(self) -> bool:
        """Whether it passes on what others say, and takes no position."""
        return self.stance == "none" and self.act == "relay"

    @property
    def bases(self) -> tuple[str, ...]:
        """The attributions it rests on."""
        return tuple(base for base in self.based_on if base not in BASES_OTHER_THAN_ATTRIBUTIONS)
