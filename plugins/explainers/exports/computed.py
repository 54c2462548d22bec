"""What the program works out about a record, gathered for the export."""

from __future__ import annotations

from functools import lru_cache, singledispatch
from typing import Any

from explainers.exports.chain_shapes import (
    ChainFacts,
    DriftFacts,
    OriginFacts,
    OriginsFacts,
    RootFacts,
    StepFacts,
    StopFacts,
    TellingFacts,
)
from explainers.exports.position_facts import as_of_facts, matrix_facts, position_facts
from explainers.exports.shapes import (
    AttributionFacts,
    CountFacts,
    LinkFrom,
    LinksFrom,
    OutcomeFacts,
    Published,
    UnknownFacts,
    VerbFacts,
    shape,
)
from explainers.glossary.forms import found_as
from explainers.graph.chain import Chain, chain_of
from explainers.graph.counts import Day, counters, counts, later_count, open_figures
from explainers.graph.drift import ComparedTelling, tellings
from explainers.graph.event_accounts import account_of
from explainers.graph.followed import Following, outcomes, parts_of
from explainers.graph.graph import AttributionRef, Edge, Graph
from explainers.graph.independence import Origin
from explainers.graph.origins import chain as way
from explainers.graph.origins import distance
from explainers.graph.stops import Node
from explainers.graph.telling_figures import claim_figures, conversions, telling_figures
from explainers.graph.unknowns import Unknown, unknowns
from explainers.graph.verb_audit import VerbUse, verb_audit
from explainers.graph.versions import versions
from explainers.graph.ways import bases
from explainers.kinds import kind_of
from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.model.base import Record
from explainers.prose.chain_words import in_words
from explainers.prose.drift_in_short import changed
from explainers.prose.drift_words import summary
from explainers.prose.event_words import described
from explainers.prose.plain_sentence import plain_sentence
from explainers.prose.plain_text import plain_words
from explainers.prose.quoted_words import not_found
from explainers.prose.reference import cited_by, reference
from explainers.prose.site import Site
from explainers.prose.titles import title_of
from explainers.prose.trail_words import count_in_words, trail
from explainers.prose.unknown_words import unknown_sentence
from explainers.prose.verb_audit_words import our_verb
from explainers.text.inline import plain
from explainers.tree.nodes import Loc


def published(record: Record, site: Site) -> Published:
    """A record with its computed values."""
    kind = kind_of(site.kinds, site.graph.kind(record.id))
    facts = {
        "id": record.id,
        "kind": kind.name,
        "title": title_of(record, site.graph),
        "url": site.permalink(site.addresses.record(record.id)),
        "changed": site.changed.get(record.id, ""),
        "tag_labels": site.tags(record),
        **computed(record, site),
        "fields": record,
        "incoming": incoming(record.id, site),
    }
    return shape(kind)(**facts)


@singledispatch
def computed(record: Record, site: Site) -> dict[str, Any]:
    """The computed values that records of one kind have."""
    return {}


@computed.register
def _of_claim(claim: Claim, site: Site) -> dict[str, Any]:
    return _claim(claim, site.graph)


@computed.register
def _of_explainer(explainer: Explainer, site: Site) -> dict[str, Any]:
    return {"matrix": matrix_facts(explainer, site.graph)}


@computed.register
def _of_event(event: Event, site: Site) -> dict[str, Any]:
    return _event(event, site.graph)


@computed.register
def _of_term(term: Term, site: Site) -> dict[str, Any]:
    return {"forms": found_as(term, language=site.language)}


@computed.register
def _of_source(source: Source, site: Site) -> dict[str, Any]:
    graph = site.graph
    return {
        "reference": plain(site.references.get(source.id) or reference(source, graph, site.language)),
        "versions": tuple(version.id for version in versions(source, graph)),
        "cited_by": cited_by(source, graph) if source.seen == "cited-only" else (),
        "verbs": tuple(_verb(use) for use in verb_audit(source, graph).uses),
    }


def _event(event: Event, graph: Graph) -> dict[str, Any]:
    account = account_of(event, graph)
    return {
        "known": account.footing,
        "words": described(account, graph),
        "affirmed_by": tuple(dict.fromkeys(actor for a in account.affirmed for actor in a.by)),
        "denied_by": tuple(dict.fromkeys(actor for a in account.denied for actor in a.by)),
        "reported_in": tuple(source.id for source in account.sources),
    }


def _claim(claim: Claim, graph: Graph) -> dict[str, Any]:
    chain = chain_of(claim, graph)
    found = tellings(claim, graph)
    return {
        "sentence": plain_sentence(claim, graph),
        "figures": {name: q.alone for name, q in claim_figures(claim, graph).items() if not q.is_open},
        "counts": tuple(_count(day, ref, graph) for day, ref in counts(claim, graph)),
        "attributions": tuple(_attribution(ref, graph) for ref in graph.refs(claim)),
        "origins": _origins(chain, graph),
        "chain": _chain(chain, graph),
        "tellings": tuple(_telling(telling, graph) for telling in found),
        "drift": _drift(claim, graph),
        "positions": position_facts(claim, graph),
        "as_of": as_of_facts(claim, graph),
        "unknowns": tuple(_unknown(unknown, graph) for unknown in unknowns([claim], graph)),
        "parts": tuple(found.claim.id for found in parts_of(claim, graph)),
        "outcomes": tuple(_outcome(found, graph) for found in outcomes(claim, graph)),
    }


def _drift(claim: Claim, graph: Graph) -> DriftFacts | None:
    sentences = " ".join(plain(sentence) for sentence in summary(claim, graph))
    missing = tuple(plain(words) for words in not_found(claim, graph))
    return DriftFacts(summary=sentences, not_found=missing) if sentences or missing else None


def _outcome(found: Following, graph: Graph) -> OutcomeFacts:
    drawn_by = found.relation.source or "editors" if found.relation.drawn_by == "source" else "editors"
    return OutcomeFacts(claim=found.claim.id, sentence=plain_sentence(found.claim, graph), drawn_by=drawn_by)


def _count(day: Day, ref: AttributionRef, graph: Graph) -> CountFacts:
    given = telling_figures(ref, graph)
    return CountFacts(
        attribution=ref.key,
        counters=tuple(sorted(counters(ref, graph))),
        figures={name: given[name].alone for name in open_figures(ref.claim) if name in given},
        on=day.date,
        reported=day.reported,
        updated=all(later_count(actor, ref, graph) for actor in ref.attribution.by),
    )


def _attribution(ref: AttributionRef, graph: Graph) -> AttributionFacts:
    # Who denies or is silent has given no figure.
    affirms = ref.stance == "affirms"
    figures = telling_figures(ref, graph) if affirms else {}
    return AttributionFacts(
        id=ref.attribution.id,
        act=None if ref.stance == "no-position-found" else ref.attribution.act,
        stance=ref.stance,
        distance=distance(ref, graph),
        chain=tuple(step.key for step in way(ref, graph)[1:]),
        passed_on_by=tuple(later.key for later in graph.resting_on(ref.attribution) if ref in bases(later, graph)),
        figures={name: quantity.alone for name, quantity in figures.items()},
    )


def _origins(chain: Chain, graph: Graph) -> OriginsFacts:
    found = chain.origins
    return OriginsFacts(
        words=count_in_words(chain),
        trail=plain(trail(chain, graph)),
        tellings=tuple(ref.key for ref in found.tellings),
        voices=found.voices,
        count=len(found.origins),
        independent=tuple(_origin(origin) for origin in found.origins),
        withdrawn=tuple(_origin(origin) for origin in found.withdrawn),
    )


def _origin(origin: Origin) -> OriginFacts:
    roots = tuple(RootFacts(attribution=r.ref.key, actor=r.actor, stated=r.stated) for r in origin.roots)
    return OriginFacts(actors=origin.actors, stated=origin.stated, roots=roots)


def _chain(chain: Chain, graph: Graph) -> ChainFacts:
    at = {node.key: place for place, node in enumerate(chain.nodes)}
    steps = (StepFacts(near=at[s.near], far=at[s.far], stated=s.stated, how=s.how) for s in chain.steps)
    return ChainFacts(stops=tuple(_stop(node, chain, graph) for node in chain.nodes), steps=tuple(steps))


def _stop(node: Node, chain: Chain, graph: Graph) -> StopFacts:
    return StopFacts(
        kind=node.kind,
        words=in_words(node, chain, graph),
        sources=node.sources,
        attributions=tuple(ref.key for ref in node.refs),
        actors=node.actors,
        explained=node.explained,
    )


def _telling(telling: ComparedTelling, graph: Graph) -> TellingFacts:
    return TellingFacts(
        attribution=telling.ref.key,
        beside=tuple(one.before.key for one in telling.compared if one.link == "sibling"),
        compared_with=tuple(one.before.key for one in telling.compared if one.link == "way"),
        changed=telling.changed,
        words=tuple(changed(telling)),
        aspects={aspect.name: aspect.value for aspect in telling.aspects if aspect.value},
        printed=tuple(aspect.name for aspect in telling.aspects if aspect.printed and aspect.value),
        conversions=dict(conversions(telling.ref, graph)),
    )


def _unknown(unknown: Unknown, graph: Graph) -> UnknownFacts:
    return UnknownFacts(
        kind=unknown.kind,
        sentence=plain_words(unknown_sentence(unknown, graph), graph),
        actors=unknown.actors,
        sources=unknown.sources,
        attribution=unknown.at,
        words=unknown.words,
    )


def _verb(use: VerbUse) -> VerbFacts:
    return VerbFacts(
        verb=use.verb,
        lean=use.lean,
        ours=our_verb(use),
        actors=use.actors,
        sides=tuple(f"{event}: {side}" for event, side in use.sides),
        count=use.count,
        claims=use.claims,
    )


def incoming(id: str, site: Site) -> dict[str, LinksFrom]:
    """The links to a record by the name of their other direction."""
    graph = site.graph
    left_out = {(kind, field.name) for field in site.declared.fields if not field.in_data for kind in field.kinds}
    labels: dict[str, str] = {}
    links: dict[str, list[LinkFrom]] = {}
    for edge in graph.incoming(id):
        if left_out and (graph.kind(edge.source), edge.loc[0]) in left_out:
            continue
        name = edge.link.inverse
        labels.setdefault(name, edge.link.label)
        here = LinkFrom(record=edge.source, path=pointer(edge.loc), relation=_relation(edge, graph))
        links.setdefault(name, []).append(here)
    return {name: LinksFrom(label=labels[name], links=tuple(links[name])) for name in sorted(links)}


@lru_cache(maxsize=4096)
def pointer(loc: Loc) -> str:
    """A place in a record's fields. (JSON Pointer, RFC 6901)"""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in loc)


def _relation(edge: Edge, graph: Graph) -> str:
    claim = graph.get(edge.source, Claim) if edge.link.inverse == "related" else None
    return claim.relations[int(edge.loc[1])].type if claim else ""
