"""What could not be established: speakers, grounds, ways to the origin, dates, positions, quotations, texts, gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from explainers.graph.answers import on_claim
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.origins import origins
from explainers.graph.primary_sources import ends_reached, is_primary, is_read, nearest
from explainers.graph.said_on import said_on
from explainers.graph.tellers import sources_of, tellers
from explainers.graph.ways import bases, rests_on_something_else, ways
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim, Stance
from explainers.kinds.shared_parts import gap_of
from explainers.kinds.source.model import Source

UnknownKind = Literal[
    "searched-gap",
    "no-position",
    "quotation-not-found",
    "gap",
    "unnamed-speaker",
    "origin-not-named",
    "no-stated-basis",
    "no-recorded-basis",
    "no-primary-source",
    "quotation-not-checked",
    "inferred-link",
    "inferred-date",
    "no-date",
    "unread-source",
    "part-read-source",
]
_QUOTED = {"quotation", "translated-quotation"}
_FOUND_UPSTREAM = {"found-upstream", "found-changed"}
# An order and a promise need no ground: they are what they say.
_NEED_NO_BASIS = {"order", "promise"}


class Unknown(NamedTuple):
    """One thing that we do not know, or only think, about a claim.

    `actors` are those it concerns, `sources` the texts. `through` are those who cite an unnamed speaker, or who
    speak in what a telling rests on; `beyond` the texts through which we know a source, or in which was said what a
    telling rests on. `looked_in` is where we searched, `edtf` when, or the date that is inferred. `at` is the
    attribution, `words` the editors' own.
    """

    kind: UnknownKind
    claim: Claim
    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    stance: Stance = "affirms"
    edtf: str = ""
    inferred: bool = False
    looked_in: str = ""
    at: str = ""
    words: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """All of it but the claim: two of one claim that have the same are one."""
        return (self.at, *self.facts)

    @property
    def facts(self) -> tuple[object, ...]:
        """All of it, whatever the claim and the attribution: several claims may share it."""
        return (
            self.kind, self.actors, self.sources, self.through, self.beyond, self.stance, self.edtf, self.inferred,
            self.looked_in, self.words,
        )  # fmt: skip


def unknowns(claims: Sequence[Claim], graph: Graph) -> list[Unknown]:
    """All that is not known about some claims, claim by claim, each once."""
    return [unknown for claim in claims for unknown in _all_of(claim, graph)]


@once
def _all_of(claim: Claim, graph: Graph) -> Sequence[Unknown]:
    return tuple({unknown.key: unknown for unknown in _of(claim, graph)}.values())


def _of(claim: Claim, graph: Graph) -> Iterator[Unknown]:
    yield from _gaps(claim)
    yield from _grounds(claim, graph)
    for ref in graph.refs(claim):
        yield from _speakers(ref, graph)
        yield from _position(ref, graph)
        yield from _quotation(ref, graph)
        yield from _link(ref, graph)
        yield from _date(ref, graph)
    yield from _texts(claim, graph)


def _gaps(claim: Claim) -> Iterator[Unknown]:
    """What the editors wrote down; only what has a search was looked for."""
    for gap in map(gap_of, claim.gaps):
        if gap.as_of and gap.looked_in:
            inferred = gap.as_of.basis == "inferred"
            yield Unknown(
                "searched-gap",
                claim,
                edtf=gap.as_of.edtf,
                inferred=inferred,
                looked_in=gap.looked_in,
                words=gap.text,
            )
        else:
            yield Unknown("gap", claim, words=gap.text)


def _grounds(claim: Claim, graph: Graph) -> Iterator[Unknown]:
    """Ends at which no one says from whom it comes, or on what it rests, and that were read in no primary source.

    What a speaker without a name rests on is not asked: it is unknown who that is.
    """
    whole = origins(claim, graph)
    found, way = whole.origins, whole.tellings
    nameless = [root.actor for end in whole.unknown for root in end.roots if not root.ref.attribution.said_in]
    for actor in _known(nameless, graph):
        yield Unknown("origin-not-named", claim, (actor,))
    exempt = {actor for ref in way if ref.attribution.act in _NEED_NO_BASIS for actor in ref.attribution.by}
    for actor in dict.fromkeys(a for origin in found if not origin.stated for a in _known(origin.actors, graph)):
        own = [root.ref for origin in found for root in origin.roots if root.actor == actor]
        has_basis = all(rests_on_something_else(ref, graph) for ref in own)
        if actor not in exempt and _is_named(actor, graph) and not has_basis:
            written = all(ref.attribution.says_that_no_basis_is_stated for ref in own)
            yield Unknown("no-stated-basis" if written else "no-recorded-basis", claim, (actor,))
    # Where no one says that it is so, no way leads back.
    if way and not any(is_primary(ref, graph) for ref in way):
        ends = dict.fromkeys(actor for origin in found for actor in _known(origin.actors, graph))
        reached = [(ref, ends_reached(ref, graph)) for ref in way]
        for actor in ends:
            texts = nearest([ref for ref, actors in reached if actor in actors], graph)
            yield Unknown("no-primary-source", claim, (actor,), texts)


def _speakers(ref: AttributionRef, graph: Graph) -> Iterator[Unknown]:
    """Speakers without a name."""
    said = ref.attribution
    for id in said.by if said.stance != "no-position-found" else ():
        if not _is_named(id, graph):
            yield Unknown("unnamed-speaker", ref.claim, (id,), through=tellers(said, graph))


def _position(ref: AttributionRef, graph: Graph) -> Iterator[Unknown]:
    """A silence of somebody of whom the claim has no position."""
    said = ref.attribution
    if said.stance == "no-position-found":
        edtf, inferred = (said.as_of.edtf, said.as_of.basis == "inferred") if said.as_of else ("", False)
        for id in _known(said.by, graph):
            if id not in _spoken(ref.claim, graph):
                looked_in = said.looked_in or ""
                yield Unknown("no-position", ref.claim, (id,), edtf=edtf, inferred=inferred, looked_in=looked_in)


@once
def _spoken(claim: Claim, graph: Graph) -> frozenset[str]:
    """Who speaks of a claim, or is spoken for."""
    speaking = [ref.attribution for ref in on_claim(claim, graph) if ref.stance != "no-position-found"]
    return frozenset(id for said in speaking for id in (*said.by, said.speaks_for) if id)


def _quotation(ref: AttributionRef, graph: Graph) -> Iterator[Unknown]:
    """A quotation that was not found in a text nearer to its speaker, or not looked up in one."""
    said = ref.attribution
    if said.mode not in _QUOTED or said.quote_status in _FOUND_UPSTREAM:
        return
    actors, texts = _known(said.by, graph), _texts_of(ref, graph)
    if not actors:
        return
    if said.quote_status == "not-found-upstream":
        yield Unknown("quotation-not-found", ref.claim, actors, texts, at=ref.key)
    elif said.quote_status == "not-checked" or not is_primary(ref, graph):
        yield Unknown("quotation-not-checked", ref.claim, actors, texts, at=ref.key)


def _link(ref: AttributionRef, graph: Graph) -> Iterator[Unknown]:
    """A step towards the origin that no text states."""
    inferred = {way.before.key for way in ways(ref, graph) if not way.stated}
    if inferred and (actors := _known(ref.attribution.by, graph)):
        for base in bases(ref, graph):
            through = _known(base.attribution.by, graph)
            if through and base.key in inferred:
                texts, beyond = _said_in(ref, graph), _said_in(base, graph)
                yield Unknown("inferred-link", ref.claim, actors, texts, through, beyond, at=ref.key)


def _said_in(ref: AttributionRef, graph: Graph) -> tuple[str, ...]:
    """The text in which something was said, where it is recorded, else those in which we read it."""
    text = graph.get(ref.attribution.said_in or "", Source)
    return (text.id,) if text else _texts_of(ref, graph)


def _date(ref: AttributionRef, graph: Graph) -> Iterator[Unknown]:
    """When something was said, where a record says that it is not known or that we concluded it.

    Where the record says nothing, it was said no later than the page was published. A refusal needs no date.
    """
    said, stance = said_on(ref.attribution, graph), _told_as(ref)
    # Whether a speaker said all of it on that day, less or more is the same to the date.
    stance = "none" if stance in {"affirms", "partly"} else stance
    if said is None or stance == "no-position-found":
        return
    for id in _known(ref.attribution.by, graph):
        if not said.edtf:
            if stance not in {"declines", "declines-other"}:
                yield Unknown("no-date", ref.claim, (id,), stance=stance)
        elif said.basis == "inferred":
            yield Unknown("inferred-date", ref.claim, (id,), stance=stance, edtf=said.edtf)


def _told_as(ref: AttributionRef) -> Stance:
    """Its position on the claim itself: none, where it answers a telling."""
    answers = ref.attribution.answers and ref.stance not in {"declines", "no-position-found"}
    return "none" if answers else ref.stance


def _texts(claim: Claim, graph: Graph) -> Iterator[Unknown]:
    """The sources cited that we know only from others, or have read only in part."""
    cited = dict.fromkeys(id for attribution in claim.attributions for id in sources_of(attribution))
    for source in filter(None, (graph.get(id, Source) for id in cited)):
        if source.seen == "cited-only":
            yield Unknown("unread-source", claim, sources=(source.id,), beyond=_through(source, graph))
        elif source.seen == "excerpt":
            yield Unknown("part-read-source", claim, sources=(source.id,))


def _through(source: Source, graph: Graph) -> tuple[str, ...]:
    """The texts we read that name a source: made from it, crediting it, or cited beside it for one statement.

    A text that names it nowhere, and of which we only conclude that it is made from it, does not report it.
    """
    edges = graph.incoming(source.id)
    named = [
        edge.source
        for edge in edges
        if edge.link.inverse == "credited_in"
        or (edge.link.inverse == "derivatives" and _says_so(graph.get(edge.source, Source), source.id))
    ]
    for claim in filter(None, (graph.get(edge.source, Claim) for edge in edges if edge.link.inverse == "cited_for")):
        for attribution in claim.attributions:
            cited = sources_of(attribution)
            named += [id for id in cited if id != source.id] if source.id in cited else []
    found = dict.fromkeys(named)
    return tuple(id for id in found if (other := graph.get(id, Source)) and is_read(other))


def _says_so(made: Source | None, id: str) -> bool:
    """Whether a text says itself that it is made from another."""
    return made is not None and any(
        step.source == id and step.credited and step.basis == "stated" for step in made.derived_from
    )


def _texts_of(ref: AttributionRef, graph: Graph) -> tuple[str, ...]:
    """The sources of a telling that we read."""
    found = (graph.get(id, Source) for id in sources_of(ref.attribution))
    return tuple(source.id for source in found if source and is_read(source))


def _is_named(id: str, graph: Graph) -> bool:
    """Whether an actor has a name, or no record: of a mistaken id nothing can be said."""
    actor = graph.get(id, Actor)
    return actor is None or actor.named


def _known(actors: Sequence[str], graph: Graph) -> tuple[str, ...]:
    """Those who have a record: of a mistaken id nothing can be said."""
    return tuple(id for id in dict.fromkeys(actors) if graph.get(id, Actor))
