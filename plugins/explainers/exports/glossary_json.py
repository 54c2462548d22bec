"""`data/glossary.json`: the glossary alone, its text without marks, its links in both directions, its forms in full."""

from __future__ import annotations

from collections.abc import Iterable

from explainers.exports.exported import ExportedFile
from explainers.exports.json_text import Json, as_json, encoded, written
from explainers.exports.shapes import SiteFacts
from explainers.glossary.forms import found_as
from explainers.glossary.letters import place_in_alphabet
from explainers.graph.graph import Graph
from explainers.kinds.term.model import Term
from explainers.prose.plain_text import plain_text
from explainers.prose.site import Site

PATH = "data/glossary.json"
VERSION = 1


def glossary_file(site: Site) -> ExportedFile:
    """All terms in the order of the glossary."""
    facts = SiteFacts(name=site.name, description=site.description, url=site.url, language=site.language)
    terms = [_term(term, site) for term in terms_in_order(site)]
    return ExportedFile(PATH, encoded(written({"version": VERSION, "site": as_json(facts), "terms": terms})))


def terms_in_order(site: Site) -> list[Term]:
    """The terms as the glossary has them."""
    return sorted(site.graph.of(Term), key=lambda term: (place_in_alphabet(term.term, language=site.language), term.id))


def linked_terms(ids: Iterable[str], graph: Graph, *, to: str = "", inverse: str = "") -> list[str]:
    """Terms that a term links to, and those that link to it in the same way, each once."""
    sources = (edge.source for edge in graph.incoming(to, inverse)) if to else ()
    return [id for id in dict.fromkeys([*ids, *sources]) if graph.get(id, Term)]


def _term(term: Term, site: Site) -> dict[str, Json]:
    graph = site.graph
    found: dict[str, Json] = {
        "id": term.id,
        "url": site.permalink(site.addresses.record(term.id)),
        "term": term.term,
        "also": list(term.also),
        "forms": list(found_as(term, language=site.language)),
        "definition": plain_text(term.definition, graph),
        "note": plain_text(term.note or "", graph),
        "example": plain_text(term.example or "", graph),
        "domain": term.domain or "",
        "match": term.match,
        "avoid": [{"label": a.label, "why": plain_text(a.why, graph)} for a in term.avoid],
        "broader": linked_terms(term.broader, graph),
        "narrower": linked_terms((), graph, to=term.id, inverse="narrower"),
        "related": linked_terms(term.related, graph, to=term.id, inverse="related_terms"),
        "differs_from": linked_terms(term.differs_from, graph, to=term.id, inverse="told_apart_from"),
        "sources": list(dict.fromkeys(c.source for c in term.cites)),
    }
    return {key: value for key, value in found.items() if value not in ("", [])}
