"""What is published about figures and their collisions. The JSON and its schema are made from these."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from explainers.exports.facts import Facts
from explainers.graph.collisions import CollisionKind
from explainers.graph.figure_spans import Shape
from explainers.kinds.quantity import Relation
from explainers.model.base import Date


class FigureFacts(Facts):
    """A figure as some speakers give it: a row of a chart or a table, to be read with the claim's `sentence`."""

    claim: str
    """The claim."""
    figure: str
    """Its name in the claim."""
    attributions: tuple[str, ...]
    """The tellings that give it: `claim#a1`."""
    by: tuple[str, ...]
    """Who gives it."""
    speaks_for: str = ""
    """On whose behalf."""
    phrase: str
    """The figure with its qualifier. Print this; the numbers alone have lost it."""
    relation: Relation
    """The qualifier."""
    value: Decimal | None = None
    """The number."""
    min: Decimal | None = None
    """The lower end."""
    max: Decimal | None = None
    """The upper end."""
    unit: str = ""
    """What one of them is."""
    counted: str = ""
    """What it counts, with its time, where that is recorded; absent where it is not said."""
    part_of: str = ""
    """The figure of which it is a part or a subset: `claim#q1`."""
    shape: Shape | Literal["none"]
    """How a chart draws it; `none` where no number is given."""
    charted: bool = False
    """Whether it belongs on the axis, and not in the table alone. A chart is drawn where two do."""
    withdrawn: bool = False
    """Whether the editors withdrew the claim."""
    taken_back: bool = False
    """Whether its speakers took it back."""
    replaced: bool = False
    """Whether another figure took its place."""
    updated: bool = False
    """Whether its counter gave a later one: it is the figure of its own time only."""
    said: tuple[Date, ...] = ()
    """When it was given, each day once; those that are stated first."""
    roots: tuple[str, ...]
    """The tellings that it goes back to, itself if it rests on no other: `claim#a1`."""
    passed_on_from: tuple[str, ...] = ()
    """Who speaks there, where these are others than `by`."""
    inferred: bool = False
    """Whether a step of the way there is our reading."""


class FigureGroupFacts(Facts):
    """All figures of one thing counted: one chart, one table."""

    id: str
    """Its anchor on the page of figures, or on the one of its pages that has it."""
    counted: str = ""
    """What is counted; absent where that is not said."""
    unit: str = ""
    """What one of them is."""
    rows: tuple[FigureFacts, ...]
    """Its rows: those of one origin together, each in the order in which they were given."""
    sums: tuple[str, ...] = ()
    """Parts that make the whole, as one party gives them all: 500 + 238 + 29 = 767."""


class FigureCollision(Facts):
    """Figures that a reader could take for one, or that disagree, on claims that share a subject."""

    kind: CollisionKind
    """One number for different things, or different numbers for one thing."""
    unit: str = ""
    """What one of them is."""
    about: tuple[str, ...]
    """The subjects that the claims share."""
    sentence: str
    """The collision in words, with who gave which figure when."""
    figures: tuple[FigureFacts, ...]
    """The figures."""
