"""`data/glossary.ttl`: the glossary as a SKOS concept scheme in Turtle. (W3C SKOS Reference; RDF 1.1 Turtle)"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainers.exports.exported import ExportedFile
from explainers.exports.glossary_json import linked_terms, terms_in_order
from explainers.graph.graph import Graph
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.prose.address import field_anchor, relative
from explainers.prose.plain_text import plain_text
from explainers.prose.site import Site

PATH = "data/glossary.ttl"
_PREFIXES = """\
@prefix dct: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
Statement = tuple[str, Sequence[str]]


def skos_file(site: Site) -> ExportedFile:
    """The scheme, its concepts, and a collection for each field."""
    terms = terms_in_order(site)
    blocks = [_PREFIXES, _scheme(terms, site), *(_concept(term, site) for term in terms), *_collections(terms, site)]
    return ExportedFile(PATH, "\n".join(blocks).encode("utf-8", errors="replace"))


def _scheme(terms: Sequence[Term], site: Site) -> str:
    top = [_concept_iri(term.id, site) for term in terms if not linked_terms(term.broader, site.graph)]
    statements: list[Statement] = [
        ("a", ["skos:ConceptScheme"]),
        ("dct:title", [_text(f"{site.name}: Glossary", site)]),
        ("dct:language", [_literal(site.language)]),
        ("skos:hasTopConcept", top),
    ]
    return _block(_iri("", site), statements)


def _concept(term: Term, site: Site) -> str:
    graph = site.graph
    labels = list(dict.fromkeys(label for label in term.also if label != term.term))
    avoided = dict.fromkeys(a.label for a in term.avoid if a.label not in term.names)
    broader = linked_terms(term.broader, graph)
    above = _above(term, graph)
    # Related concepts may not be broader or narrower than each other. (SKOS, S27)
    related = [
        id
        for id in linked_terms(term.related, graph, to=term.id, inverse="related_terms")
        if id not in above and term.id not in _above(graph.records[id], graph)
    ]
    apart = linked_terms(term.differs_from, graph, to=term.id, inverse="told_apart_from")
    urls = [s.csl.URL for c in term.cites if (s := graph.get(c.source, Source)) and s.csl.URL]
    statements: list[Statement] = [
        ("a", ["skos:Concept"]),
        ("skos:inScheme", [_iri("", site)]),
        ("skos:prefLabel", [_text(term.term, site)]),
        ("skos:altLabel", [_text(label, site) for label in labels]),
        ("skos:hiddenLabel", [_text(label, site) for label in avoided]),
        ("skos:definition", _texts(term.definition, site)),
        ("skos:scopeNote", _texts(term.note, site)),
        ("skos:example", _texts(term.example, site)),
        ("skos:editorialNote", [_text(f"{a.label}: {plain_text(a.why, graph)}", site) for a in term.avoid]),
        ("skos:broader", [_concept_iri(id, site) for id in broader]),
        ("skos:narrower", [_concept_iri(id, site) for id in linked_terms((), graph, to=term.id, inverse="narrower")]),
        ("skos:related", [_concept_iri(id, site) for id in related]),
        ("rdfs:seeAlso", [_concept_iri(id, site) for id in apart]),
        ("dct:source", [f"<{url}>" for url in dict.fromkeys(urls)]),
        ("owl:deprecated", ["true"] if term.status == "withdrawn" else []),
        ("skos:topConceptOf", [] if broader else [_iri("", site)]),
    ]
    return _block(_concept_iri(term.id, site), statements)


def _collections(terms: Sequence[Term], site: Site) -> Iterator[str]:
    """The concepts of each field."""
    fields: dict[str, list[Term]] = {}
    for term in terms:
        if term.domain:
            fields.setdefault(term.domain.casefold(), []).append(term)
    for name, members in sorted(fields.items()):
        statements: list[Statement] = [
            ("a", ["skos:Collection"]),
            ("skos:prefLabel", [_text(members[0].domain or "", site)]),
            ("skos:member", [_concept_iri(term.id, site) for term in members]),
        ]
        yield _block(_iri(f"#{field_anchor(name)}", site), statements)


def _above(term: object, graph: Graph) -> set[str]:
    """The concepts above a concept, however far."""
    found: set[str] = set()
    waiting = list(term.broader) if isinstance(term, Term) else []
    while waiting:
        id = waiting.pop()
        other = graph.get(id, Term)
        if id not in found and other:
            found.add(id)
            waiting += other.broader
    return found


def _block(subject: str, statements: Sequence[Statement]) -> str:
    lines = [f"  {predicate} {', '.join(objects)}" for predicate, objects in statements if objects]
    return f"{subject}\n" + " ;\n".join(lines) + " .\n"


def _concept_iri(id: str, site: Site) -> str:
    return _iri(f"#{id}", site)


def _iri(fragment: str, site: Site) -> str:
    """An address in the glossary: in full, or as seen from this file where the site's own is not set."""
    address = site.addresses.index("glossary")
    if site.url:
        return f"<{site.url}{address}{fragment}>"
    return f"<{relative(f'{address}{fragment}', PATH)}>"


def _texts(text: str | None, site: Site) -> list[str]:
    return [_text(plain_text(text, site.graph), site)] if text else []


def _text(words: str, site: Site) -> str:
    return f"{_literal(words)}@{site.language}"


def _literal(words: str) -> str:
    return f'"{"".join(_ESCAPES.get(char) or _shown(char) for char in words)}"'


def _shown(char: str) -> str:
    return char if char >= " " and char != "\x7f" else f"\\u{ord(char):04X}"
