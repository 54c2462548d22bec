"""What a search finds: entries made from the records, so that a claim is never found without its speakers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch

from explainers.graph.graph import Graph
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.place.model import Place
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.model.base import Record
from explainers.pages.interface_words import INDEX_WORDS
from explainers.pages.page_spec import PageSpec
from explainers.pages.sheet import anchor_of
from explainers.pages.site_lists import GLOSSARY
from explainers.prose.event_words import event_in_short
from explainers.prose.glossary_pages import letter_pages
from explainers.prose.in_short import claim_in_short, in_short
from explainers.prose.own_fields import searchable
from explainers.prose.plain_sentence import plain_sentence
from explainers.prose.plain_text import plain_text
from explainers.prose.reference import reference, short_name
from explainers.prose.said_again import quoted
from explainers.prose.site import Site
from explainers.prose.titles import title_of
from explainers.text.inline import plain, uncited

# A claim with hundreds of tellings has a long sentence, and more quotations than a search needs.
_LONG, _MOST_PASSAGES = 2_000, 24


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page, or a section of it by its anchor, as a search has it: plain text, paragraph by paragraph."""

    title: str
    paragraphs: tuple[str, ...]
    anchor: str = ""


def search_entries(spec: PageSpec, site: Site, *, brief: bool = False) -> Iterator[SearchEntry]:
    """The entries of a page, the page itself first. In `brief` a record has one alone: its title and description."""
    if not spec.record:
        words = INDEX_WORDS.get(spec.index.kind if spec.index else "", "")
        yield SearchEntry(spec.title, _filled(words or ("" if spec.index else site.description)))
        if spec.index == GLOSSARY:
            pages = letter_pages(site.language, site.graph)
            terms = pages[spec.part - 1].terms if spec.part else () if pages else site.graph.of(Term)
            yield from (_term(term, site) for term in terms)
        return
    record = site.graph.records[spec.record]
    texts = _filled(in_short(record, site)) if brief else tuple(paragraphs(record, site))
    yield SearchEntry(title_of(record, site.graph), (*texts, *_of_the_site(record, site)))
    if brief:
        return
    yield from _sections(record, site)


@singledispatch
def _sections(record: Record, site: Site) -> Iterator[SearchEntry]:
    """Parts of a page that the search finds by themselves."""
    yield from ()


@_sections.register
def _sections_of_explainer(explainer: Explainer, site: Site) -> Iterator[SearchEntry]:
    for section in explainer.sections:
        yield SearchEntry(section.heading, _text(section.text, site.graph), anchor_of(section.heading))


@singledispatch
def paragraphs(record: Record, site: Site) -> Iterator[str]:
    """What the page of a record says, as far as its record has it."""
    yield from _text(record.summary, site.graph)


@paragraphs.register
def _of_explainer(explainer: Explainer, site: Site) -> Iterator[str]:
    yield from _text(explainer.summary, site.graph)
    yield from _text(explainer.answer, site.graph)


@paragraphs.register
def _of_claim(claim: Claim, site: Site) -> Iterator[str]:
    """With its speakers, and the words in its sources, each with its source."""
    graph = site.graph
    whole = plain_sentence(claim, graph)
    yield whole if len(whole) <= _LONG else claim_in_short(claim, graph, _LONG)
    cited = dict.fromkeys((c.exact, c.source) for a in claim.attributions for c in a.cites if c.exact)
    for exact, id in [*cited][:_MOST_PASSAGES]:
        if source := graph.get(id, Source):
            yield f"{short_name(source, graph)}: {quoted(exact or '')}"
    yield from _text(claim.summary, graph)


@paragraphs.register
def _of_source(source: Source, site: Site) -> Iterator[str]:
    graph = site.graph
    yield plain(uncited(site.references.get(source.id) or reference(source, graph, site.language)))
    yield from _text(source.summary, graph)
    yield from _text(source.note, graph)


@paragraphs.register
def _of_event(event: Event, site: Site) -> Iterator[str]:
    graph = site.graph
    yield event_in_short(event, graph)
    yield from (claim_in_short(claim, graph) for id in event.claims if (claim := graph.get(id, Claim)))


@paragraphs.register
def _of_actor(actor: Actor, site: Site) -> Iterator[str]:
    yield from _text(actor.summary, site.graph)
    yield from _filled("; ".join(name for name in actor.names if name != actor.title))
    yield from _filled("; ".join(role.title for role in actor.roles))


@paragraphs.register
def _of_place(place: Place, site: Site) -> Iterator[str]:
    yield from _text(place.summary, site.graph)
    yield from _filled("; ".join(place.also))


def _of_the_site(record: Record, site: Site) -> tuple[str, ...]:
    """Its tags, and what it has in the fields of the site that a search finds."""
    return (*searchable(record, site), *_filled("; ".join(site.tags(record).values())))


def _term(term: Term, site: Site) -> SearchEntry:
    graph = site.graph
    also = _filled("; ".join(term.also))
    texts = (*_text(term.definition, graph), *_text(term.note, graph), *_text(term.example, graph))
    return SearchEntry(term.term, (*also, *texts, *_of_the_site(term, site)), term.id)


def _text(text: str | None, graph: Graph) -> tuple[str, ...]:
    return tuple(plain_text(text or "", graph).split("\n\n")) if text else ()


def _filled(words: str) -> tuple[str, ...]:
    return (words,) if words else ()
