"""Machine-readable data in a page. (schema.org: BackgroundNewsArticle, Claim, Person, DefinedTermSet …)

Never `ClaimReview`: a claim here has no rating. `claimInterpreter` is ourselves, `appearance` is where we read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from markupsafe import Markup

from explainers.graph.event_accounts import account_of, appearances
from explainers.graph.graph import Graph
from explainers.graph.kept import once
from explainers.kinds.actor.model import ACTOR_KINDS, Actor
from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.place.model import Place
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.model.base import Date, Record
from explainers.pages.iso_dates import exact_ends
from explainers.prose.event_words import described, heading
from explainers.prose.labels import affirming
from explainers.prose.plain_sentence import plain_sentence
from explainers.prose.plain_text import plain_text
from explainers.prose.site import Site
from explainers.prose.titles import title_of

Thing = dict[str, Any]
_SUPPORTING = (None, "supports")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ACTOR_TYPES = {
    "person": "Person",
    "state": "Country",
    "government": "GovernmentOrganization",
    "media-organisation": "NewsMediaOrganization",
    "company": "Corporation",
    "university": "CollegeOrUniversity",
}


def jsonld(record: Record | None, site: Site, *, page: str = "", terms: Iterable[Term] = ()) -> Markup:
    """The JSON-LD of a record's page, of one of the glossary with its `terms`, or of the home page; else empty."""
    found = _of_record(record, site) if record else _of_page(page, site, terms)
    if not found:
        return Markup("")
    whole = {"@context": "https://schema.org", **found}
    text = _ENCODER.encode(whole)
    # Inside a script element only these could end it or open another. (HTML, "Restrictions for script elements")
    return Markup(
        text.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _of_record(record: Record, site: Site) -> Thing:
    found = thing(record, site)
    if not found:
        return {}
    # Its address is the page's own; a `url` is where a source itself is.
    own_page = {"@id": site.permalink(site.addresses.record(record.id))}
    changed = site.changed.get(record.id)
    # What is ours, and not somebody else's article.
    own = found["@type"] in {"BackgroundNewsArticle", "Claim"}
    words = {"keywords": [*site.tags(record).values()]} if own else {}
    dated = {"dateModified": changed} if changed and own else {}
    return _full({**found, **own_page, **words, **dated})


@singledispatch
def thing(record: Record, site: Site) -> Thing:
    """What schema.org calls a record; nothing for a kind that it has no word for."""
    return {}


@thing.register
def _of_actor(actor: Actor, site: Site) -> Thing:
    return {
        "@type": _actor_type(actor),
        "name": actor.name,
        "alternateName": list(actor.also),
        "description": _text(actor.summary, site.graph),
        "sameAs": list(actor.same_as),
    }


@thing.register
def _of_place(place: Place, site: Site) -> Thing:
    larger = site.graph.get(place.within or "", Place)
    within = {"@type": "Place", "name": larger.name} if larger else None
    return {
        "@type": "Place",
        "name": place.name,
        "alternateName": list(place.also),
        "containedInPlace": within,
        "description": _text(place.summary, site.graph),
        "sameAs": list(place.same_as),
    }


@thing.register
def _of_source(source: Source, site: Site) -> Thing:
    return _source(source, site.graph)


@thing.register
def _of_explainer(record: Explainer, site: Site) -> Thing:
    article = site.graph.get(record.article or "", Source)
    claims = [c for id in record.claims if (c := site.graph.get(id, Claim))]
    return {
        "@type": "BackgroundNewsArticle",
        "headline": record.question,
        "description": _text(record.summary, site.graph),
        "inLanguage": site.language,
        "datePublished": _exact(record.published),
        "publisher": _ourselves(site),
        "isBasedOn": _source(article, site.graph) if article else None,
        # What each is called, and whose it is, is on its own page, under the same id.
        "mentions": [{"@id": site.permalink(site.addresses.record(c.id))} for c in claims],
    }


@thing.register
def _of_claim(record: Claim, site: Site) -> Thing:
    said = affirming(record, site.graph)
    sources = dict.fromkeys(c.source for a in said for c in a.cites if c.role in _SUPPORTING)
    found = [site.graph.get(id, Source) for id in sources]
    speakers = dict.fromkeys(actor for a in said for actor in a.by)
    return {
        "@type": "Claim",
        "name": title_of(record, site.graph),
        "text": plain_sentence(record, site.graph),
        "inLanguage": site.language,
        "claimInterpreter": _ourselves(site),
        "author": [a for id in speakers if (a := _actor(id, site.graph))],
        "appearance": _pages((source for source in found if source and source.seen != "cited-only"), site),
    }


@thing.register
def _of_event(event: Event, site: Site) -> Thing:
    """An `Event` only where the editors vouch for it; a claim where somebody says that it happened; else nothing."""
    account, graph = account_of(event, site.graph), site.graph
    if account.footing == "established":
        start, end = exact_ends(event.time)
        places = (graph.get(id, Place) for id in event.where)
        return {
            "@type": "Event",
            "name": event.name,
            "startDate": start,
            "endDate": end,
            "description": _text(event.summary, graph),
            "location": [{"@type": "Place", "name": place.name} for place in places if place],
        }
    if not account.has_summary:
        return {}
    speakers = dict.fromkeys(actor for a in account.affirmed for actor in a.by)
    return {
        "@type": "Claim",
        "name": heading(event, graph),
        "text": f"{event.name}. {described(account, graph)}",
        "inLanguage": site.language,
        "claimInterpreter": _ourselves(site),
        "author": [a for id in speakers if (a := _actor(id, graph))],
        "appearance": _pages(appearances(account, graph), site),
    }


def _actor_type(actor: Actor) -> str:
    """Of a kind that only the editors know, we do not say that it is an organisation."""
    return _ACTOR_TYPES.get(actor.kind) or ("Organization" if actor.kind in ACTOR_KINDS else "Thing")


def _actor(id: str, graph: Graph) -> Thing | None:
    actor = graph.get(id, Actor)
    return {"@type": _actor_type(actor), "name": actor.name} if actor and actor.named else None


@once
def _source(source: Source, graph: Graph) -> Thing:
    publisher = graph.records.get(source.publisher)
    news = source.csl.type in {"article-newspaper", "article-magazine", "article"}
    return _full({
        "@type": "NewsArticle" if news else "CreativeWork",
        "name": source.csl.title,
        "url": source.csl.URL,
        "datePublished": _exact(source.published),
        "inLanguage": source.csl.language,
        "author": [{"@type": "Person", "name": name.printed} for name in source.csl.author],
        "publisher": {"@type": "Organization", "name": publisher.title} if publisher else None,
    })  # fmt: skip


def _pages(sources: Iterable[Source], site: Site) -> list[Thing]:
    """Sources by the ids under which their own pages describe them."""
    return [{"@id": site.permalink(site.addresses.record(source.id))} for source in sources]


def _exact(date: Date | None) -> str | None:
    """A date as exactly as it is known, `2024-08` for a month; one that is concluded, uncertain or open is left out."""
    start, end = exact_ends(date)
    return None if end else start


def _of_page(page: str, site: Site, terms: Iterable[Term]) -> Thing:
    if page == "home":
        return _full(
            {
                "@type": "WebSite",
                "name": site.name,
                "description": site.description,
                "url": site.url or None,
                "inLanguage": site.language,
            }
        )
    if page != "glossary":
        return {}
    url = site.permalink(site.addresses.index("glossary"))
    defined = [
        {"@type": "DefinedTerm", "@id": f"{url}#{t.id}", "name": t.term, "description": _text(t.definition, site.graph)}
        for t in terms
    ]
    return {"@type": "DefinedTermSet", "@id": url, "name": f"{site.name}: Glossary", "hasDefinedTerm": defined}


def _ourselves(site: Site) -> Thing:
    return _full({"@type": "Organization", "name": site.publisher.name or site.name, "url": site.url or None})


def _text(text: str | None, graph: Graph) -> str:
    return " ".join(plain_text(text or "", graph).split())


def _full(thing: Thing) -> Thing:
    """Without what is empty."""
    return {key: value for key, value in thing.items() if value not in (None, "", [], {})}
