"""A claim: one checkable proposition, and everyone who takes a position on it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from explainers.kinds.kind import Kind
from explainers.kinds.parts import Citation, Number, Quantity, Relation
from explainers.model.base import Date, Part, Record
from explainers.model.fields import AttributionLink, Line, Prose, Text, link

Stance = Literal["affirms", "denies", "doubts", "declines", "no-position-found", "retracts"]
Certainty = Literal["certain", "probable", "possible", "unstated"]
Act = Literal[
    "say",
    "estimate",
    "allege",
    "report",
    "relay",
    "confirm",
    "deny",
    "no-comment",
    "predict",
    "promise",
    "question",
    "suggest",
    "order",
]
RelationType = Literal["supports", "attacks", "undercuts", "contradicts", "refines", "compare-with", "supersedes"]
BASES_OTHER_THAN_ATTRIBUTIONS = ("own-observation", "own-estimate", "not-stated")
FigureName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]\w*$")]


class PrintedQuantity(Part):
    """A figure as one telling prints it: only what differs from the claim's."""

    of: Line | None = None
    """What is counted, as this telling has it."""
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


class Attribution(Part):
    """Someone takes a position on the claim. (PARC; PolNeAR; FactBank)"""

    id: Annotated[str, StringConstraints(pattern=r"^a[1-9][0-9]*$")]
    """`a1`, `a2` …; never renumbered."""
    by: tuple[Annotated[str, link("actor", inverse="positions", label="Positions taken")], ...] = Field(min_length=1)
    """Who takes it; an unnamed speaker is an actor with `named: false`."""
    as_named: Line | None = None
    """The name as printed."""
    speaks_for: Annotated[str, link("actor", inverse="spoken_for_in", label="Others speak for it in")] | None = None
    """On whose behalf; the two count as one party."""
    joint: Literal["as-printed", "separate"] | None = None
    """Whether the page runs several speakers together or each said it."""
    stance: Stance = "affirms"
    """The position. `declines` neither confirms nor denies: no denial, no silence."""
    certainty: Certainty = "unstated"
    """The speaker's own certainty, as printed."""
    act: Act
    """What they did with words, in our neutral classes."""
    verb: Line | None = None
    """The verb as printed: kept for the audit, never reprinted as ours."""
    mode: Literal["quotation", "translated-quotation", "paraphrase", "summary", "headline"] = "paraphrase"
    """How the page gives their words."""
    quote_status: Literal["found-upstream", "not-found-upstream", "not-checked"] | None = None
    """For quotations: whether the words are in the text nearer to the speaker."""
    said: Date | None = None
    """When it was said."""
    said_in: Annotated[str, link("source", inverse="heard_in", label="What was said in it")] | None = None
    """In which text, post or broadcast, where we know that one only from the pages cited."""
    as_of: Date | None = None
    """For a silence: when we looked."""
    as_printed: AsPrinted | None = None
    """What this telling prints otherwise."""
    based_on: tuple[Annotated[str, AttributionLink(BASES_OTHER_THAN_ATTRIBUTIONS)], ...] = ("not-stated",)
    """Attributions it rests on (`a4`, or `other-claim#a2`), or `own-observation`, `own-estimate`, `not-stated`."""
    basis: Literal["stated", "inferred"] = "stated"
    """Whether the source says what it rests on, or we read it so."""
    note: Text | None = None
    """What a reader should know about this telling."""
    cites: tuple[Citation, ...] = Field(min_length=1)
    """Where we read it."""

    @property
    def bases(self) -> tuple[str, ...]:
        """The attributions it rests on."""
        return tuple(base for base in self.based_on if base not in BASES_OTHER_THAN_ATTRIBUTIONS)


class ClaimRelation(Part):
    """How this claim bears on another, and who says so."""

    type: RelationType
    """What it does to the other claim."""
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
    about: tuple[
        Annotated[
            str,
            link("actor", "place", "event", "term", inverse="subject_of", label="What is said about this"),
        ],
        ...,
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
    gaps: tuple[Text, ...] = ()
    """What we looked for and did not find."""

    @property
    def title(self) -> str:
        return self.label

    def attribution(self, id: str) -> Attribution | None:
        """The attribution of that id."""
        return next((a for a in self.attributions if a.id == id), None)


def printed_quantities(claim: Claim, attribution: Attribution) -> Mapping[str, Quantity]:
    """The claim's figures as one telling prints them."""
    own = attribution.as_printed.quantities if attribution.as_printed else {}
    population = attribution.as_printed.population if attribution.as_printed else None
    if not own and not population:
        return MappingProxyType(claim.quantities)
    figures = {}
    for name, quantity in claim.quantities.items():
        changed = own[name].model_dump(exclude_none=True, exclude={"qualifier"}) if name in own else {}
        base = quantity.model_dump()
        if "value" in changed:
            base |= {"min": None, "max": None}
        if "min" in changed or "max" in changed:
            base |= {"value": None}
        if population:
            base |= {"of": population}
        figures[name] = Quantity.model_validate(base | changed)
    return MappingProxyType(figures)


CLAIM = Kind("claim", "claims", Claim, Path(__file__).parent, "Claim", "Claims")
