"""The glossary for programs: JSON, and SKOS as a reader of RDF has it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS

from explainers.exports.glossary_json import glossary_file
from explainers.exports.skos import skos_file
from explainers.model.decode import Document
from explainers.prose.site import Site
from tests.exports.stock import json_of, site_of
from tests.graph.records import graph_of, source, term

URL = "https://example.org/lakes/"
SITE = Site(
    graph_of(
        source("paper", csl={"type": "webpage", "title": "Otters", "URL": "https://example.org/otters?a=1"}),
        term("animal", domain="life"),
        term(
            "otter",
            also=["river otter", "OTR"],
            domain="life",
            definition="An *animal* [@paper] of [[lake|lakes]].",
            note="It swims.\n\nIt dives.",
            example='"An otter!"',
            avoid=[{"label": "water dog", "why": "It is no dog."}],
            broader=["animal"],
            related=["lake", "animal"],
            differs_from=["beaver"],
            cites=[{"source": "paper"}],
        ),
        term("beaver"),
        term("lake", domain="land"),
    ),
    name="Lakes",
    url=URL,
)


def skos(site: Site = SITE) -> rdflib.Graph:
    return rdflib.Graph().parse(data=skos_file(site).data, format="turtle", publicID=f"{URL}data/glossary.ttl")


def concept(id: str) -> rdflib.URIRef:
    return rdflib.URIRef(f"{URL}glossary/#{id}")


def words(graph: rdflib.Graph, id: str, predicate: rdflib.URIRef) -> set[tuple[str, str | None]]:
    return {(str(o), o.language) for o in graph.objects(concept(id), predicate) if isinstance(o, rdflib.Literal)}


def test_a_concept_has_its_labels_and_its_texts_in_the_language_of_the_site() -> None:
    found = skos(replace(SITE, language="en-GB"))
    assert words(found, "otter", SKOS.prefLabel) == {("otter", "en-GB")}
    assert words(found, "otter", SKOS.altLabel) == {("river otter", "en-GB"), ("OTR", "en-GB")}
    assert words(found, "otter", SKOS.hiddenLabel) == {("water dog", "en-GB")}
    assert words(found, "otter", SKOS.definition) == {("An animal of lakes.", "en-GB")}
    assert words(found, "otter", SKOS.scopeNote) == {("It swims.\n\nIt dives.", "en-GB")}
    assert words(found, "otter", SKOS.example) == {('"An otter!"', "en-GB")}


def test_links_lead_both_ways() -> None:
    found = skos()
    for triple in (
        (concept("otter"), SKOS.broader, concept("animal")),
        (concept("animal"), SKOS.narrower, concept("otter")),
        (concept("otter"), SKOS.related, concept("lake")),
        (concept("lake"), SKOS.related, concept("otter")),
        (concept("otter"), RDFS.seeAlso, concept("beaver")),
        (concept("beaver"), RDFS.seeAlso, concept("otter")),
        (concept("otter"), DCTERMS.source, rdflib.URIRef("https://example.org/otters?a=1")),
    ):
        assert triple in found


def test_what_is_above_is_not_related_besides() -> None:
    found = skos()
    assert (concept("otter"), SKOS.related, concept("animal")) not in found
    assert (concept("animal"), SKOS.related, concept("otter")) not in found


def test_every_concept_is_in_the_scheme_and_each_field_is_a_collection() -> None:
    found = skos()
    [scheme] = found.subjects(RDF.type, SKOS.ConceptScheme)
    assert str(scheme) == f"{URL}glossary/"
    assert set(found.subjects(SKOS.inScheme, scheme)) == set(found.subjects(RDF.type, SKOS.Concept))
    assert set(found.objects(scheme, SKOS.hasTopConcept)) == {concept("animal"), concept("beaver"), concept("lake")}
    fields = {str(found.value(c, SKOS.prefLabel)): c for c in found.subjects(RDF.type, SKOS.Collection)}
    assert set(found.objects(fields["life"], SKOS.member)) == {concept("animal"), concept("otter")}


def test_without_an_address_of_the_site_places_are_told_from_the_file() -> None:
    for directory_urls in (True, False):
        site = replace(SITE, url="", directory_urls=directory_urls)
        [scheme] = skos(site).subjects(RDF.type, SKOS.ConceptScheme)
        assert str(scheme) == f"{URL}glossary/" + ("" if directory_urls else "index.html")


ODD = st.text(min_size=1).filter(str.strip)


@settings(deadline=None, max_examples=60)
@given(ODD, ODD, ODD)
def test_any_text_comes_back_from_a_reader(label: str, other: str, example: str) -> None:
    odd: Document = term("odd", label, also=[other], example=example)
    found = skos(Site(graph_of(odd), url=URL))
    assert words(found, "odd", SKOS.prefLabel) == {(odd.record.title, "en")}
    assert len(words(found, "odd", SKOS.altLabel)) == len({o for o in odd.record.also if o != odd.record.title})


def test_the_json_has_all_of_a_term() -> None:
    found = {t["id"]: t for t in json_of(SITE, "data/glossary.json")["terms"]}
    otter = found["otter"]
    assert list(found) == ["animal", "beaver", "lake", "otter"]
    assert otter["url"] == f"{URL}glossary/#otter"
    assert otter["definition"] == "An animal of lakes."
    assert otter["avoid"] == [{"label": "water dog", "why": "It is no dog."}]
    assert (otter["broader"], otter["sources"], otter["domain"]) == (["animal"], ["paper"], "life")
    assert (found["beaver"]["differs_from"], found["animal"]["narrower"]) == (["otter"], ["otter"])
    assert {"otters", "otter’s", "river otters", "OTR"} <= set(otter["forms"])


def test_the_record_of_a_term_has_its_forms_too() -> None:
    assert "otters" in json_of(SITE, "data/terms/otter.json")["forms"]


@pytest.mark.parametrize("file", [glossary_file, skos_file])
def test_a_site_without_terms_has_an_empty_glossary(file) -> None:
    site = site_of({})
    assert file(site).data
    assert list(skos(site).subjects(RDF.type, SKOS.Concept)) == []
