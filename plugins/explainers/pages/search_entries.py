"""What a search finds: entries made from the records, so that a claim is never found without its speakers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
from explainers.pages.plan import Job
from explainers.pages.sheet import anchor_of
from explainers.pages.views.indexes import GLOSSARY
from explainers.prose.event_words import event_in_short
from explainers.prose.glossary_pages import letter_pages
from explainers.prose.in_short import claim_in_short, in_short
from explainers.prose.own_fields import searchable
from explainers.prose.plain_text import plain_text
from explainers.prose.reference import reference, short_name
from explainers.prose.said_again import quoted
from explainers.prose.sentence import plain_sentence
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


def search_entries(job: Job, site: Site, *, brief: bool = False) -> Iterator[SearchEntry]:
    """The entries of a page, the page itself first. In `brief` a record has one alone: its title and description."""
    if not job.record:
        words = INDEX_WORDS.get(job.index.kind if job.index else "", "")
        yield SearchEntry(job.title, _filled(words or ("" if job.index else site.description)))
        if job.index == GLOSSARY:
            pages = letter_pages(site.language, site.graph)
            terms = pages[job.part - 1].terms if job.part else () if pages else site.graph.of(Term)
            yield from (_term(term, site) for term in terms)
        return
    record = site.graph.records[job.record]
    texts = _filled(in_short(record, site)) if brief else tuple(_paragraphs(record, site))
    yield SearchEntry(title_of(record, site.graph), (*texts, *_of_the_site(record, site)))
    if brief:
        return
    if isinstance(record, Explainer):
        for section in record.sections:
            yield SearchEntry(section.heading, _text(section.text, site.graph), anchor_of(section.heading))


def _paragraphs(record: Record, site: Site) -> Iterator[str]:
    """What the page of a record says, as far as its record has it."""
    graph = site.graph
    if isinstance(record, Claim):
        yield from _claim(record, graph)
    elif isinstance(record, Source):
        yield plain(uncited(site.references.get(record.id) or reference(record, graph, site.language)))
    if isinstance(record, Event):
        yield event_in_short(record, graph)
        yield from (claim_in_short(claim, graph) for id in record.claims if (claim := graph.get(id, Claim)))
        return
    yield from _text(record.summary, graph)
    if isinstance(record, Explainer):
        yield from _text(record.answer, graph)
    elif isinstance(record, Actor):
        yield from _filled("; ".join(name for name in record.names if name != record.title))
        yield from _filled("; ".join(role.title for role in record.roles))
    elif isinstance(record, Place):
        yield from _filled("; ".join(record.also))
    elif isinstance(record, Source):
        yield from _text(record.note, graph)


def _claim(claim: Claim, graph: Graph) -> Iterator[str]:
    """A claim with its speakers, and the words in its sources, each with its source."""
    whole = plain_sentence(claim, graph)
    yield whole if len(whole) <= _LONG else claim_in_short(claim, graph, _LONG)
    cited = dict.fromkeys((c.exact, c.source) for a in claim.attributions for c in a.cites if c.exact)
    for exact, id in [*cited][:_MOST_PASSAGES]:
        if source := graph.get(id, Source):
            yield f"{short_name(source, graph)}: {quoted(exact or '')}"


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
