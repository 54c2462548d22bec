"""What is published about a record beside its own fields. The JSON and its schema are made from these."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import Field, create_model

from explainers.exports.position_facts import AsOfFacts, CellFacts, PositionFacts
from explainers.graph.chain import NodeKind
from explainers.graph.positions import Empty
from explainers.graph.unknowns import UnknownKind
from explainers.graph.verb_lexicon import Lean
from explainers.kinds import Kind
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.model.base import Part, Record


class SiteFacts(Part):
    """The site that the records were published on."""

    name: str
    """Its name."""
    description: str
    """What it is, in a sentence."""
    url: str
    """Where it is published; empty where its owner has not set it."""
    language: str
    """The language of its pages, as a tag."""


class LinkFrom(Part):
    """A link that leads here."""

    record: str
    """The id of the record that it stands in."""
    path: str
    """Where in that record's `fields` it stands. (JSON Pointer, RFC 6901)"""
    relation: str = ""
    """Between claims: what the other claim does to this one."""


class LinksFrom(Part):
    """The links of one sort that lead here."""

    label: str
    """What a reader sees them called."""
    links: tuple[LinkFrom, ...]
    """The links."""


class AttributionFacts(Part):
    """What follows from an attribution and those that it rests on. Attributions go by `claim#a1`."""

    id: str
    """Its id in the claim."""
    distance: int
    """How many steps it is from its origin."""
    chain: tuple[str, ...]
    """Itself and what it rests on, step by step; of several bases, the first."""
    passed_on_by: tuple[str, ...] = ()
    """The attributions that rest on it."""
    figures: dict[str, str]
    """The claim's figures in words, as its speakers give them; of those who say that it is so only."""


class RootFacts(Part):
    """A voice behind which nobody stands, as far as our sources say."""

    attribution: str
    """Where it speaks: `claim#a1`."""
    actor: str
    """Who speaks."""
    stated: bool
    """Whether it says how it knows."""


class OriginFacts(Part):
    """One independent origin."""

    actors: tuple[str, ...]
    """Who stands at it."""
    stated: bool
    """Whether any of its roots says how it knows."""
    roots: tuple[RootFacts, ...]
    """Its roots, which are one party or share a document."""


class OriginsFacts(Part):
    """The tellings of a claim, the voices in them, and the independent origins they come down to."""

    words: str
    """The numbers as a page prints them: 4 tellings, 3 voices, 1 origin."""
    trail: str
    """Where the trail leads from the page we explain, in a sentence; empty where nothing leads on."""
    tellings: tuple[str, ...]
    """Who says it is so, and what they rest on: `claim#a1`."""
    voices: tuple[str, ...]
    """The parties that say it, each once; a spokesperson counts as the party it speaks for."""
    count: int
    """The number of independent origins."""
    independent: tuple[OriginFacts, ...]
    """The origins."""
    withdrawn: tuple[OriginFacts, ...] = ()
    """Origins that took it back; they are not counted."""


class StopFacts(Part):
    """A stop of the way from the page we explain to the origins."""

    key: str
    """Its name in the steps."""
    kind: NodeKind
    """A text that we read, one that we know only from others, a speaker another's text tells of, or an origin."""
    words: str
    """What a page prints of it."""
    sources: tuple[str, ...] = ()
    """The texts."""
    attributions: tuple[str, ...] = ()
    """What is told there: `claim#a1`."""
    actors: tuple[str, ...] = ()
    """Who speaks."""
    explained: bool = False
    """Whether it is the page we explain."""


class StepFacts(Part):
    """A step from one stop to one that is nearer to the origin."""

    near: str
    """From which stop."""
    far: str
    """To which."""
    stated: bool
    """Whether a text that we read says so itself; else we infer it, or know it only from others."""
    how: str = ""
    """What the one text does with the other: translates, quotes …"""


class ChainFacts(Part):
    """The way of a claim to its origins."""

    stops: tuple[StopFacts, ...]
    """The stops, each after all that lead to it."""
    steps: tuple[StepFacts, ...]
    """The steps."""


class DriftFacts(Part):
    """What changed as a claim was passed on, in sentences."""

    summary: str
    """What changed on the way to the page we explain; empty where there is nothing to compare."""
    not_found: tuple[str, ...] = ()
    """Words in quotation marks that stand in no text nearer to the speaker."""


class AspectFacts(Part):
    """One thing about a telling."""

    name: str
    """Which."""
    value: str
    """How this telling has it."""
    changed: bool
    """Whether the telling it is compared with has it otherwise."""
    printed: bool
    """Whether the words are the page's, and not ours."""


class TellingFacts(Part):
    """One telling of a claim."""

    attribution: str
    """Where it stands: `claim#a1`."""
    by: tuple[str, ...]
    """Who tells it."""
    distance: int
    """How many steps it is from its origin."""
    compared_with: tuple[str, ...]
    """The tellings it is compared with: `claim#a1`; those that it rests on, else one."""
    changed: tuple[str, ...]
    """What is otherwise than in each of them."""
    words: tuple[str, ...]
    """The same in words."""
    aspects: tuple[AspectFacts, ...]
    """How it tells it."""


class UnknownFacts(Part):
    """One thing that we do not know about a claim."""

    kind: UnknownKind
    """What sort of thing."""
    sentence: str
    """It in a sentence, as the page has it."""
    actors: tuple[str, ...] = ()
    """Whom it concerns."""
    sources: tuple[str, ...] = ()
    """Which texts it concerns."""
    attribution: str = ""
    """Where in the claims it stands, if it is about one statement: `claim#a1`."""
    words: str = ""
    """The editors' words for it."""


class VerbFacts(Part):
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
    """How often it stands in the source, as far as statements are recorded from it."""
    claims: tuple[str, ...]
    """The claims that it is printed with."""


class Published(Part):
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


class PublishedClaim(Published):
    """What is published about a claim."""

    sentence: str
    """The claim with everyone who takes a position on it. Print this; `statement` has no speaker."""
    figures: dict[str, str]
    """Its figures in words, qualifier included, by their names in the statement."""
    attributions: tuple[AttributionFacts, ...]
    """What follows from each attribution, in the order of `fields`."""
    origins: OriginsFacts
    """How many independent origins it has."""
    chain: ChainFacts
    """The way from the page we explain to the origins."""
    tellings: tuple[TellingFacts, ...]
    """Who says it is so, from the origin to the page we explain, and what changed on the way."""
    drift: DriftFacts
    """What changed, in sentences."""
    positions: tuple[PositionFacts, ...]
    """Where every actor stands."""
    as_of: tuple[AsOfFacts, ...]
    """Where everyone stood on each day on which that changed."""
    unknowns: tuple[UnknownFacts, ...]
    """What could not be established."""


class PublishedExplainer(Published):
    """What is published about an explainer."""

    matrix: dict[str, dict[str, CellFacts]]
    """Actors by claims: the positions taken, and which empty it is where none is."""
    missing_cell: Empty = "not-looked-for"
    """Which empty it is where a claim is missing for an actor."""


class PublishedSource(Published):
    """What is published about a source."""

    reference: str
    """The reference in our house style."""
    cited_by: tuple[str, ...] = ()
    """Of a source that we have not read: the sources through which we know it."""
    verbs: tuple[VerbFacts, ...] = ()
    """The verbs of saying that it prints, those that lean first."""


class PublishedTerm(Published):
    """What is published about a term."""

    forms: tuple[str, ...] = ()
    """Every form in which it is found in text."""


_OWN: dict[type[Record], type[Published]] = {
    Claim: PublishedClaim,
    Explainer: PublishedExplainer,
    Source: PublishedSource,
    Term: PublishedTerm,
}


@cache
def shape(kind: Kind) -> type[Published]:
    """What is published about a record of a kind: computed values, its own fields, links that lead to it."""
    base = _OWN.get(kind.model, Published)
    own: dict[str, Any] = {
        "kind": (str, Field(description="Its kind.", json_schema_extra={"const": kind.name})),
        "fields": (
            kind.model,
            Field(description="Its own fields as they are written, text in our inline grammar."),
        ),
        "incoming": (
            dict[str, LinksFrom],
            Field(description="The links to it, by the name of their other direction."),
        ),
    }
    doc = f"{kind.label}: what is published about one."
    return create_model(f"{kind.label}Export", __base__=base, __doc__=doc, **own)
