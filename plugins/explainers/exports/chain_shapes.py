"""What is published of the way of a claim to its origins, and of what changed on it."""

from __future__ import annotations

from pydantic import Field

from explainers.exports.facts import Facts
from explainers.graph.stops import NodeKind


class RootFacts(Facts):
    """A voice that rests on no one else's, as far as our sources say."""

    attribution: str
    """Where it speaks: `claim#a1`."""
    actor: str
    """Who speaks."""
    stated: bool = False
    """Whether it says how it knows."""


class OriginFacts(Facts):
    """One independent origin."""

    actors: tuple[str, ...]
    """Whose voice it is."""
    stated: bool = False
    """Whether any of its roots says how it knows."""
    roots: tuple[RootFacts, ...]
    """Its roots, which are one party or share a document."""


class OriginsFacts(Facts):
    """The tellings of a claim, the voices in them, and the independent origins they come down to."""

    words: str
    """The numbers as a page prints them: 4 tellings, 3 voices, 1 origin."""
    trail: str = ""
    """Where the trail leads from the page we explain, in a sentence; absent where nothing leads on."""
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


class StopFacts(Facts):
    """A stop of the way from the page we explain to the origins."""

    kind: NodeKind
    """A text that we read, one that we know only from others, a speaker known from another's text, or an origin."""
    words: str
    """What a page prints of it."""
    sources: tuple[str, ...] = ()
    """The texts."""
    attributions: tuple[str, ...] = ()
    """The telling there: `claim#a1`."""
    actors: tuple[str, ...] = ()
    """Who speaks."""
    explained: bool = False
    """Whether it is the page we explain."""


class StepFacts(Facts):
    """A step from one stop to one that is nearer to the origin."""

    near: int
    """From which stop: its place in `stops`, counted from 0."""
    far: int
    """To which."""
    stated: bool = False
    """Whether a text that we read says so itself; else we infer it, or know it only from others."""
    how: str = ""
    """What the one text does with the other: translates, quotes …"""


class ChainFacts(Facts):
    """The way of a claim to its origins."""

    stops: tuple[StopFacts, ...]
    """The stops, each after all that lead to it."""
    steps: tuple[StepFacts, ...] = ()
    """The steps."""


class DriftFacts(Facts):
    """What changed as a claim was passed on, in sentences."""

    summary: str = ""
    """What changed on the way, and where accounts of one text differ; absent where there is nothing to compare."""
    not_found: tuple[str, ...] = ()
    """Words in quotation marks that no text nearer to the speaker has."""


class TellingFacts(Facts):
    """One telling of a claim: what it says, and what is otherwise in it than in those it is compared with."""

    attribution: str
    """Its attribution: `claim#a1`."""
    compared_with: tuple[str, ...] = ()
    """The tellings that it comes from, and is compared with: `claim#a1`."""
    beside: tuple[str, ...] = ()
    """A telling of the same text that is nearer to the speaker, for comparison: neither comes from the other."""
    changed: tuple[str, ...] = ()
    """The aspects that are otherwise than in each of them."""
    words: tuple[str, ...] = ()
    """What changed, in words."""
    aspects: dict[str, str] = Field(default_factory=dict)
    """What it says, by aspect: its figure, its unit, its speakers. One that it does not have is absent."""
    printed: tuple[str, ...] = ()
    """The aspects that are in the page's words, and not in ours."""
    conversions: dict[str, str] = Field(default_factory=dict)
    """What its page adds to figures in brackets, in another unit, by the names of the figures: no speaker's words."""
