"""A claim: one checkable proposition, and everyone who takes a position on it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import (
    Field,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from explainers.kinds.kind import Kind
from explainers.kinds.quantity import Number, Quantity, Relation
from explainers.kinds.shared_parts import Citation, GapEntry
from explainers.model.base import Date, Part, Record
from explainers.model.fields import AttributionLink, Line, Prose, Several, Text, link

WrittenStance = Literal["affirms", "denies", "doubts", "declines", "no-position-found", "retracts"]
# Worked out, and never written: without a position of its own; less than the claim says, more, or something else.
Stance = Literal[WrittenStance, "none", "partly"]
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
BASES_OTHER_THAN_ATTRIBUTIONS = ("own-observation", "own-estimate", "not-stated")
FigureName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]\w*$")]


class PrintedQuantity(Part):
    """A figure as one telling prints it: only what differs from the claim's."""

    of: Line | None = None
    """What is counted, as this telling has it."""
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
    """What this telling prints otherwise than the claim."""

    quantities: dict[FigureName, PrintedQuantity] = Field(default_factory=dict)
    """Its own figures."""
    population: Line | None = None
    """What it counts, where it counts something else."""
    predicate: Line | None = None
    """What it says of them, where it says something else."""


def _number(given: Any, read: ValidatorFunctionWrapHandler) -> int | str:
    """How many speakers: one mistake where it is neither a number nor `several`, and not one for each."""
    try:
        found: int | str = read(given)
    except ValidationError:
        raise PydanticCustomError("own", "`speakers` has to be a number from 1 to 10000, or `several`") from None
    return found


class Attribution(Part):
    """Someone takes a position on the claim. (PARC; PolNeAR; FactBank)"""

    id: Annotated[str, StringConstraints(pattern=r"^a[1-9][0-9]*$")]
    """`a1`, `a2` …; never renumbered."""
    by: Several[Annotated[str, link("actor", inverse="positions", label="Positions taken")]] = Field(min_length=1)
    """Who takes it; an unnamed speaker is an actor with `named: false`."""
    as_named: Line | None = None
    """The name as printed."""
    speaks_for: Annotated[str, link("actor", inverse="spoken_for_in", label="Others speak for it in")] | None = None
    """On whose behalf; the two count as one party."""
    speakers: Annotated[Annotated[int, Field(ge=1, le=10_000)] | Literal["several"], WrapValidator(_number)] | None = (
        None
    )
    """How many speakers the page gives, where it says: `2`, or `several`; more than `by` names, or one of a group."""
    joint: Literal["as-printed", "together", "separate"] | None = None
    """Of several speakers: the page runs them together, they spoke together (one origin), or each said it."""
    written_stance: WrittenStance | None = Field(default=None, alias="stance")
    """The position, where it is not the one that the act takes by itself."""
    certainty: Certainty = "unstated"
    """The speaker's own certainty, as printed."""
    written_act: Act | None = Field(default=None, alias="act")
    """What they did with words, in our neutral classes; it decides the position. Required, except of a silence."""
    verb: Line | None = None
    """The verb as printed: kept for the audit, never reprinted as ours."""
    mode: Literal["quotation", "translated-quotation", "paraphrase", "summary", "headline"] = "paraphrase"
    """How the page gives their words."""
    quote_status: Literal["found-upstream", "found-changed", "not-found-upstream", "not-checked"] | None = None
    """For quotations: whether the words are in the text nearer to the speaker, and whether they were changed."""
    statement: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), Prose(figures=True)] | None = None
    """What this telling says, where that is less than the claim says, more, or something else; in our words."""
    time: Date | None = None
    """When what this telling says holds, where that is not the claim's time."""
    said: Date | None = None
    """When it was said."""
    said_in: Annotated[str, link("source", "actor", inverse="heard_in", label="What was said in it")] | None = None
    """In which text, post or broadcast, known from the pages cited; where none is named, whose text it was."""
    as_of: Date | None = None
    """For a refusal: as of when. For a silence: when we looked."""
    looked_in: Text | None = None
    """For a silence: where we looked, in words."""
    gives: dict[FigureName, Line] = Field(default_factory=dict)
    """The figures that it prints, each in the words and the language of its source: `q1: almost 50,000`."""
    as_printed: AsPrinted | None = None
    """What this telling prints otherwise."""
    based_on: Several[Annotated[str, AttributionLink(BASES_OTHER_THAN_ATTRIBUTIONS)]] = ("not-stated",)
    """Attributions it rests on (`a4`, or `other-claim#a2`), or `own-observation`, `own-estimate`, `not-stated`."""
    answers: Several[Annotated[str, AttributionLink()]] = ()
    """Attributions that it speaks of: a denial, a refusal, a doubt or a question of these, not of the claim."""
    replaces: Several[Annotated[str, AttributionLink()]] = ()
    """Attributions that it ends from its day on, whoever spoke: a corrected figure, what a retraction takes back."""
    basis: Literal["stated", "inferred"] = "stated"
    """Whether the source says what it rests on, or we read it so."""
    note: Text | None = None
    """What a reader should know about this telling."""
    cites: tuple[Citation, ...] = ()
    """Where we read it. Required, except of a silence."""

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
    def supports(self) -> bool:
        """Whether the editors say that it comes to the same as the claim."""
        return any(citation.role == "supports" for citation in self.cites)

    @property
    def predicate(self) -> str:
        """What it says in other words than the claim, as printed."""
        return (self.as_printed.predicate if self.as_printed else None) or ""

    @property
    def passes_on(self) -> bool:
        """Whether it passes on what others say, without a position of its own."""
        return self.stance == "none" and self.act == "relay"

    @property
    def bases(self) -> tuple[str, ...]:
        """The attributions it rests on."""
        return tuple(base for base in self.based_on if base not in BASES_OTHER_THAN_ATTRIBUTIONS)


class ClaimRelation(Part):
    """How this claim bears on another, and who says so."""

    type: RelationType
    """What it does to the other claim; an `outcome-of` one says what became of a prediction, a plan or a lawsuit."""
    to: Annotated[str, link("claim", inverse="related", label="Related claims")]
    """The other claim."""
    drawn_by: Literal["source", "editors"]
    """Whether a source draws the connection or we do."""
    source: Annotated[str, link("source", inverse="relations_drawn", label="Connections it draws")] | None = None
    """The source that draws it."""
    note: Text | None = None
    """Why."""


class Claim(Record):
    """One checkable proposition with all its attributions; it has no truth value and no score."""

    label: Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
    """A short name for links, at most 60 characters."""
    statement: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), Prose(figures=True)]
    """The proposition in our words: one sentence, no attribution verb, figures only as {q1}."""
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
    """What sort of proposition it is."""
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
    relations: tuple[ClaimRelation, ...] = ()
    """How it bears on other claims."""
    gaps: tuple[GapEntry, ...] = ()
    """What is left open by what we read; with `looked_in` and `as_of`, what we looked for and did not find."""

    @property
    def title(self) -> str:
        return self.label

    def stance_of(self, attribution: Attribution) -> Stance:
        """The position that an attribution takes on this claim.

        Who says a part of it, or something else, says so only `partly`. So does who says it in other words than those
        who say so first: that it comes to the same is for the editors to say (`role: supports`).
        """
        if attribution.stance != "affirms":
            return attribution.stance
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
