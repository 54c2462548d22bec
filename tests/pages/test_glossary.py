"""The glossary as a page."""

from __future__ import annotations

from typing import Any

from explainers.model.decode import Document
from explainers.prose.site import Site
from tests.graph.records import actor, graph_of, source, term
from tests.pages.made import pages
from tests.prose.html import Reading, read

TERMS = [
    source("paper"),
    actor("gazette", "The Gazette", summary="It saw an otter and a boat."),
    term(
        "otter",
        domain="Life",
        definition="An animal that no boat hits.",
        differs_from=["beaver"],
        cites=[{"source": "paper"}],
    ),
    term("beaver", domain="Life", broader=["animal"], note="Not an otter; another beaver."),
    term("animal", domain="Life"),
    term("boat", domain="Ships", also=["vessel"], example="The boat sank."),
    term("eclair", "éclair"),
    term("oblast", "область"),
]


def glossary(*documents: Document, **settings: Any) -> Reading:
    site = Site(graph_of(*(documents or TERMS)), **settings)
    return read(next(page.html for page in pages(site) if page.path == "glossary/index"))


def entry(html: str, id: str) -> str:
    return html.split(f'id="{id}" data-xp-item', 1)[1].split('class="xp-entry"', 1)[0]


def test_terms_are_under_their_letters_in_all_scripts() -> None:
    text = glossary().text
    assert [text.index(f" {letter}# ") for letter in "ABEOО"] == sorted(
        text.index(f" {letter}# ") for letter in "ABEOО"
    )
    assert text.index("E# éclair") < text.index("O# otter") < text.index("О# область")


def test_every_term_has_its_anchor_once() -> None:
    ids = glossary().ids
    assert len(ids) == len(set(ids))
    assert {"otter", "beaver", "animal", "boat", "eclair", "oblast"} <= set(ids)


def test_an_entry_tells_its_links_in_both_directions() -> None:
    html = glossary().html
    assert "Differs from: <a" in entry(html, "otter")
    assert "Differs from: <a" in entry(html, "beaver")
    assert "Wider term: <a" in entry(html, "beaver")
    assert "Narrower term: <a" in entry(html, "animal")


def test_an_entry_says_where_the_term_is_used() -> None:
    assert '<a href="../actors/gazette/">The Gazette</a>' in entry(glossary().html, "otter")


def test_other_terms_in_an_entry_lead_to_their_entries_and_the_term_itself_does_not() -> None:
    html = glossary().html
    assert '<a href="#boat">boat</a>' in entry(html, "otter")
    assert 'Not an <a href="#otter">otter</a>; another beaver.' in entry(html, "beaver")
    assert "data-xp-term" not in html


def test_several_fields_are_listed_and_a_term_leads_to_its_own() -> None:
    html = glossary().html
    assert '<h3 id="field-life">Life</h3>' in html
    assert '<a href="#field-ships">Ships</a>' in entry(html, "boat")
    assert "By field" not in glossary(term("otter", domain="Life"), term("boat")).text


def test_an_entry_cites_its_sources() -> None:
    found = glossary()
    assert 'href="#note-1' in entry(found.html, "otter")
    assert "note-1" in found.ids
