"""What is published about a record besides its own fields. The JSON and its schema are made from these."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import Field, create_model

from explainers.exports.chain_shapes import ChainFacts, DriftFacts, OriginsFacts, TellingFacts
from explainers.exports.facts import Facts
from explainers.exports.position_facts import AsOfFacts, CellFacts, PositionFacts
from explainers.graph.event_accounts import Footing
from explainers.graph.positions import Empty
from explainers.graph.unknowns import UnknownKind
from explainers.graph.verb_lexicon import Lean
from explainers.kinds import Kind
from explainers.kinds.claim.model import Act, Claim, Stance
from explainers.kinds.event.model import Event
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.model.base import Date, Record


class SiteFacts(Facts):
    """The site that the records were published on."""

    name: str
    """Its name."""
    description: str
    """What it is, in a sentence."""
    url: str
    """Where it is published; empty where its owner has not set it."""
    language: str
    """The language of its pages, as a tag."""


class LinkFrom(Facts):
    """A link that leads here."""

    record: str
    """The id of the record that has it."""
    path: str
    """Where it is in that record's `fields`. (JSON Pointer, RFC 6901)"""
    relation: str = ""
    """Between claims: what the other claim does to this one."""


class LinksFrom(Facts):
    """The links of one kind that lead here."""

    label: str
    """What a reader sees them called."""
    links: tuple[LinkFrom, ...]
    """The links."""


class AttributionFacts(Facts):
    """What follows from an attribution and those that it rests on. Attributions go by `claim#a1`."""

    id: str
    """Its id in the claim."""
    act: Act | None = None
    """What its speakers did; nothing, for a silence."""
    stance: Stance
    """Their position: as written, else the one the act takes; `partly` says less than the claim, or something else.

    `denies-other`, `doubts-other` and `declines-other` are on a statement of their own, and none on the claim.
    """
    distance: int
    """How many steps it is from its origin."""
    chain: tuple[str, ...] = ()
    """What it rests on, step by step, the nearest first; of several bases, the first."""
    passed_on_by: tuple[str, ...] = ()
    """The attributions that rest on it."""
    figures: dict[str, str] = Field(default_factory=dict)
    """The claim's figures in words, as its speakers give them; of those who say that it is so only."""


class CountFacts(Facts):
    """A count of an open figure, of which each telling gives its own number."""

    attribution: str
    """The telling that gives it: `claim#a1`."""
    counters: tuple[str, ...]
    """The parties that counted, and not who passes it on."""
    figures: dict[str, str] = Field(default_factory=dict)
    """The figures in words, by their names in the statement."""
    on: Date
    """When it was counted: the time of the telling or of its ground, else when it was said."""
    reported: bool = False
    """Whether nothing but the day of the page that has it is known."""
    updated: bool = False
    """Whether the same party gave a later one."""


class UnknownFacts(Facts):
    """One thing that we do not know about a claim."""

    kind: UnknownKind
    """What kind of thing."""
    sentence: str
    """It in a sentence, as the page has it."""
    actors: tuple[str, ...] = ()
    """Whom it concerns."""
    sources: tuple[str, ...] = ()
    """Which texts it concerns."""
    attribution: str = ""
    """Its attribution, if it is about one statement: `claim#a1`."""
    words: str = ""
    """The editors' words for it."""


class VerbFacts(Facts):
    """A verb of saying as a source prints it, for the same speakers doing the same."""

    verb: str
    """The verb as printed."""
    lean: Lean
    """What it does, by our list of English verbs."""
    ours: str
    """The verb that we print."""
    actors: tuple[str, ...]
    """Whose statement it introduces."""
    sides: tuple[str, ...] = ()
    """The sides recorded of them, as `event: side`."""
    count: int
    """How often the source uses it, as far as statements are recorded from it."""
    claims: tuple[str, ...]
    """The claims that it is printed with."""


class Published(Facts):
    """What is published about any record."""

    id: str
    """Its id."""
    kind: str
    """Its kind."""
    title: str
    """Its name in headings and links."""
    url: str
    """Where its page is."""
    changed: str = ""
    """The day on which its file last changed."""
    tag_labels: dict[str, str] = Field(default_factory=dict)
    """Its tags, each as pages print it."""


class OutcomeFacts(Facts):
    """A claim that says what became of another one."""

    claim: str
    """Its id."""
    sentence: str
    """It with everyone who takes a position on it: what became of the other is theirs to say, and not ours."""
    drawn_by: str
    """Who connects the two: `editors`, or the id of a source."""


class PublishedClaim(Published):
    """What is published about a claim."""

    sentence: str
    """The claim with everyone who takes a position on it. Print this; `statement` has no speaker."""
    figures: dict[str, str] = Field(default_factory=dict)
    """Its figures in words, qualifier included, by their names in the statement; an open figure is not among them."""
    counts: tuple[CountFacts, ...] = ()
    """Of its open figures, who gave which, in the order of time; what was taken back or replaced is left out."""
    attributions: tuple[AttributionFacts, ...] = ()
    """What follows from each attribution, in the order of `fields`."""
    origins: OriginsFacts
    """How many independent origins it has."""
    chain: ChainFacts
    """The way from the page we explain to the origins."""
    tellings: tuple[TellingFacts, ...] = ()
    """Who says it is so, from the origin to the page we explain, and what changed on the way."""
    drift: DriftFacts | None = None
    """What changed, in sentences."""
    positions: tuple[PositionFacts, ...] = ()
    """The position of every actor."""
    as_of: tuple[AsOfFacts, ...] = ()
    """Where everyone stood on each day on which that changed."""
    unknowns: tuple[UnknownFacts, ...] = ()
    """What could not be established."""
    parts: tuple[str, ...] = ()
    """The claims that are parts of it."""
    outcomes: tuple[OutcomeFacts, ...] = ()
    """What others say became of it."""


class PublishedExplainer(Published):
    """What is published about an explainer."""

    matrix: dict[str, dict[str, CellFacts]]
    """Actors by claims: the positions taken, and which empty it is where none is."""
    missing_cell: Empty = "not-recorded"
    """Which empty it is where a claim is missing for an actor."""


class PublishedSource(Published):
    """What is published about a source."""

    reference: str
    """The reference in our house style."""
    versions: tuple[str, ...] = ()
    """The versions of the same text, itself among them, the first one first; none if there is but one."""
    cited_by: tuple[str, ...] = ()
    """Of a source that we have not read: the sources through which we know it."""
    verbs: tuple[VerbFacts, ...] = ()
    """The verbs of saying that it prints, those that lean first."""


class PublishedEvent(Published):
    """What is published about an event."""

    known: Footing
    """Whether the editors take it as established, or who speaks of it; only `established` says that it happened."""
    words: str
    """How it is known, in sentences. Print these with its name."""
    affirmed_by: tuple[str, ...] = ()
    """The actors who say that it happened."""
    denied_by: tuple[str, ...] = ()
    """The actors who deny it."""
    reported_in: tuple[str, ...] = ()
    """The sources that report it, those that were read if there are any."""


class PublishedTerm(Published):
    """What is published about a term."""

    forms: tuple[str, ...] = ()
    """Every form in which it is found in text."""


_OWN: dict[type[Record], type[Published]] = {
    Claim: PublishedClaim,
    Event: PublishedEvent,
    Explainer: PublishedExplainer,
    Source: PublishedSource,
    Term: PublishedTerm,
}


@cache
def shape(kind: Kind) -> type[Published]:
    """What is published about a record of a kind: computed values, its own fields, links that lead to it."""
    base = next((_OWN[model] for model in kind.model.__mro__ if model in _OWN), Published)
    own: dict[str, Any] = {
        "kind": (str, Field(description="Its kind.", json_schema_extra={"const": kind.name})),
        "fields": (
            kind.model,
            Field(description="Its own fields as they are written, text in our inline grammar."),
        ),
        "incoming": (
            dict[str, LinksFrom],
            Field(default_factory=dict, description="The links to it, by the name of their other direction."),
        ),
    }
    doc = f"{kind.label}: what is published about one."
    return create_model(f"{kind.label}Export", __base__=base, __doc__=doc, **own)
