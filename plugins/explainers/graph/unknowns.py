"""What could not be established: speakers, grounds, ways to the origin, dates, positions, quotations, texts, gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from explainers.graph.closeness import of_page
from explainers.graph.dates import said_on
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.origins import distance, origins
from explainers.graph.tellers import sources_of, tellers
from explainers.graph.ways import bases
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim, Stance
from explainers.kinds.source.model import Source

UnknownKind = Literal[
    "gap",
    "unnamed-speaker",
    "no-stated-basis",
    "no-primary-source",
    "no-position",
    "quotation-not-found",
    "quotation-not-checked",
    "inferred-link",
    "no-date",
    "inferred-date",
    "unread-source",
    "part-read-source",
]
_QUOTED = {"quotation", "translated-quotation"}


class Unknown(NamedTuple):
    """One thing that we do not know, or only think, about a claim.

    `actors` are those it concerns, `sources` the texts. `through` are those who tell of an unnamed speaker, or who
    speak in what a telling rests on; `beyond` the texts through which we know a source, or that a telling rests on.
    `at` is the attribution, `words` the editors' own.
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
    at: str = ""
    words: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """All of it, the claim by its id: two that have the same are one."""
        return (self.claim.id, self.at, *self.facts)

    @property
    def facts(self) -> tuple[object, ...]:
        """All of it, whatever the claim: several claims may share it."""
        return (
            self.kind, self.actors, self.sources, self.through, self.beyond, self.stance, self.edtf, self.inferred,
            self.words,
        )  # fmt: skip


def unknowns(claims: Sequence[Claim], graph: Graph) -> list[Unknown]:
    """All that is not known about some claims, claim by claim, each once."""
    return list({unknown.key: unknown for claim in claims for unknown in _all_of(claim, graph)}.values())


@once
def _all_of(claim: Claim, graph: Graph) -> Sequence[Unknown]:
    return tuple(_of(claim, graph))


def _of(claim: Claim, graph: Graph) -> Iterator[Unknown]:
    yield from (Unknown("gap", claim, words=gap) for gap in claim.gaps)
    yield from _grounds(claim, graph)
    refs = [AttributionRef(claim, attribution) for attribution in claim.attributions]
    for ref in refs:
        yield from _speakers(ref, graph)
        yield from _position(ref, graph)
        yield from _quotation(ref, graph)
        yield from _link(ref, graph)
        yield from _date(ref, graph)
    yield from _texts(claim, graph)


def _grounds(claim: Claim, graph: Graph) -> Iterator[Unknown]:
    """Origins that do not say how they know, and a way back that ends in no primary source."""
    whole = origins(claim, graph)
    found, way = whole.origins, whole.tellings
    for actor in dict.fromkeys(a for origin in found if not origin.stated for a in _known(origin.actors, graph)):
        yield Unknown("no-stated-basis", claim, (actor,))
    # Where nobody says that it is so, no way leads back.
    if way and not any(_is_primary(ref, graph) for ref in way):
        ends = dict.fromkeys(actor for origin in found for actor in _known(origin.actors, graph))
        yield Unknown("no-primary-source", claim, tuple(ends), _nearest(way, graph))


def _is_primary(ref: AttributionRef, graph: Graph) -> bool:
    """Whether a telling was read in a primary source, or in a text of the speaker's own that rests on nobody."""
    read = [source for id in sources_of(ref.attribution) if (source := graph.get(id, Source)) and _is_read(source)]
    own = not ref.attribution.bases and any(source.publisher in ref.attribution.by for source in read)
    return own or any(source.role == "primary" for source in read)


def _is_read(source: Source) -> bool:
    return source.seen != "cited-only"


def _nearest(way: Sequence[AttributionRef], graph: Graph) -> tuple[str, ...]:
    """The texts that we read nearest to the origin of some tellings: a translation is nearer than a rewriting."""
    found: dict[tuple[int, int], dict[str, None]] = {}
    for ref in way:
        for id in sources_of(ref.attribution):
            source = graph.get(id, Source)
            if source and _is_read(source):
                found.setdefault((distance(ref, graph), of_page(source)), {})[source.id] = None
    return tuple(found[min(found)]) if found else ()


def _speakers(ref: AttributionRef, graph: Graph) -> Iterator[Unknown]:
    for id in ref.attribution.by:
        actor = graph.get(id, Actor)
        if actor and not actor.named:
            yield Unknown("unnamed-speaker", ref.claim, (id,), through=tellers(ref.attribution, graph))


def _position(ref: AttributionRef, graph: Graph) -> Iterator[Unknown]:
    if ref.attribution.stance == "no-position-found":
        looked = ref.attribution.as_of
        edtf, inferred = (looked.edtf, looked.basis == "inferred") if looked else ("", False)
        for id in _known(ref.attribution.by, graph):
            yield Unknown("no-position", ref.claim, (id,), edtf=edtf, inferred=inferred)


def _quotation(ref: AttributionRef, graph: Graph) -> Iterator[Unknown]:
    """A quotation that was not found in a text nearer to its speaker, or not looked up in one."""
    said = ref.attribution
    actors, texts = _known(said.by, graph), _texts_of(ref, graph)
    if said.mode not in _QUOTED or said.quote_status == "found-upstream" or not actors:
        return
    if said.quote_status == "not-found-upstream":
        yield Unknown("quotation-not-found", ref.claim, actors, texts, at=ref.key)
    elif said.quote_status == "not-checked" or not _is_primary(ref, graph):
        yield Unknown("quotation-not-checked", ref.claim, actors, texts, at=ref.key)


def _link(ref: AttributionRef, graph: Graph) -> Iterator[Unknown]:
    """A step towards the origin that no text states."""
    actors = _known(ref.attribution.by, graph)
    if ref.attribution.basis == "inferred" and actors:
        for base in bases(ref, graph):
            through = _known(base.attribution.by, graph)
            if through:
                texts, beyond = _texts_of(ref, graph), _texts_of(base, graph)
                yield Unknown("inferred-link", ref.claim, actors, texts, through, beyond, at=ref.key)


def _date(ref: AttributionRef, graph: Graph) -> Iterator[Unknown]:
    """When something was said, where nobody tells or where we concluded it."""
    said = said_on(ref.attribution, graph) or ref.attribution.as_of
    if ref.attribution.stance == "no-position-found":
        return
    for id in _known(ref.attribution.by, graph):
        if said is None or not said.edtf:
            yield Unknown("no-date", ref.claim, (id,), stance=ref.attribution.stance)
        elif said.basis == "inferred":
            yield Unknown("inferred-date", ref.claim, (id,), stance=ref.attribution.stance, edtf=said.edtf)


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

    A text that names it nowhere, and of which we only conclude that it is made from it, tells nobody of it.
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
    return tuple(id for id in found if (other := graph.get(id, Source)) and _is_read(other))


def _says_so(made: Source | None, id: str) -> bool:
    """Whether a text says itself that it is made from another."""
    return made is not None and any(
        step.source == id and step.credited and step.basis == "stated" for step in made.derived_from
    )


def _texts_of(ref: AttributionRef, graph: Graph) -> tuple[str, ...]:
    """The sources of a telling that we read."""
    found = (graph.get(id, Source) for id in sources_of(ref.attribution))
    return tuple(source.id for source in found if source and _is_read(source))


def _known(actors: Sequence[str], graph: Graph) -> tuple[str, ...]:
    """Those who have a record: of a mistaken id nothing can be said."""
    return tuple(id for id in dict.fromkeys(actors) if graph.get(id, Actor))
