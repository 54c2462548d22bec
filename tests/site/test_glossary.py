"""The glossary on a real site: what an editor and a site owner can choose, and what they are told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.site.building import Built, build, new_site
from tests.site.other_team import MKDOCS

TERMS = {
    "content/terms/surge.yml": "term: surge\ndefinition: A sudden rise of the sea.\n",
    "content/terms/basin-of-water.yml": "term: basin\ndefinition: Land that a river drains.\ndomain: water\n",
    "content/terms/basin-of-ships.yml": "term: basin\ndefinition: A part of a harbour.\ndomain: ships\n",
    "content/terms/levee.yml": "term: levee\ndefinition: A wall along a river.\n"
    "avoid:\n  - label: dyke\n    why: It is another thing.\n",
    "content/terms/agency.yml": "term: flood agency\nalso: [FA]\ndefinition: It warns of floods.\n",
}
WORDS = "The surge broke a levee in the basin. The FA warned."
SETTINGS = f"{MKDOCS}markdown_extensions:\n  - attr_list\n  - md_in_html\n".replace(
    "  - explainers\n", "  - explainers:\n      rules: {unused-term: off}\n"
)
PAGES = {
    "docs/index.md": f"---\ndomain: water\n---\n# Home\n\n{WORDS}\n\nA `surge`.\n\n> A surge.\n\n"
    "## A surge\n\nA surge.\n",
    "docs/off.md": f"---\nglossary: off\n---\n# Off\n\n{WORDS}\n",
    "docs/only.md": f"---\nglossary:\n  only: [surge]\n---\n# Only\n\n{WORDS}\n",
    "docs/not.md": f"---\nglossary:\n  not: [surge, basin-of-water]\n---\n# Not\n\n{WORDS}\n",
    "docs/passage.md": "# Passage\n\nA surge.\n{: .no-glossary }\n\n"
    '<div class="no-glossary" markdown>\n\nA levee.\n\n</div>\n\nA levee and a surge.\n',
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = {"mkdocs.yml": SETTINGS, **TERMS, **PAGES}
    return build(new_site(tmp_path_factory.mktemp("glossary") / "project", files), "--strict")


def marked(built: Built, address: str) -> list[tuple[str, str]]:
    """The marks of a page: term and words."""
    return re.findall(r'<a class="xp-term"[^>]*data-xp-term="([^"]*)">([^<]*)</a>', built.page(address))


def test_a_site_of_terms_alone_is_built_without_a_warning(site: Built) -> None:
    assert (site.status, "WARNING" in site.said) == (0, False), site.said


def test_terms_are_marked_once_a_section_and_not_in_code_quotations_and_headings(site: Built) -> None:
    expected = [
        ("surge", "surge"),
        ("levee", "levee"),
        ("basin-of-water", "basin"),
        ("agency", "FA"),
        ("surge", "surge"),
    ]
    assert marked(site, "") == expected
    assert '<a class="xp-term" href="glossary/#surge"' in site.page("")


def test_an_abbreviation_is_spelled_out(site: Built) -> None:
    assert '>FA</a> <span class="xp-long">(flood agency)</span> warned.' in site.page("")


def test_a_page_can_do_without_terms(site: Built) -> None:
    assert marked(site, "off/") == []


def test_a_page_can_choose_its_terms(site: Built) -> None:
    assert marked(site, "only/") == [("surge", "surge")]
    assert marked(site, "not/") == [("levee", "levee"), ("basin-of-ships", "basin"), ("agency", "FA")]


def test_a_passage_can_do_without_terms(site: Built) -> None:
    assert marked(site, "passage/") == [("levee", "levee"), ("surge", "surge")]
    assert site.page("passage/").index("data-xp-term") > site.page("passage/").index("A levee.")


def test_the_glossary_says_where_by_hand_a_term_is_used(site: Built) -> None:
    page = site.page("glossary/")
    assert '<a href="../only/">Only</a>: <a href="../only/#only">Only</a>' in page
    assert '<a href="../#a-surge">A surge</a>' in page


def test_the_data_is_there(site: Built) -> None:
    terms = json.loads(site.files()["data/glossary.json"])["terms"]
    assert {term["id"] for term in terms} == {Path(path).stem for path in TERMS}
    assert b"skos:ConceptScheme" in site.files()["data/glossary.ttl"]


def test_the_site_owner_says_how_often(tmp_path: Path) -> None:
    settings = SETTINGS.replace("rules:", "glossary: page\n      rules:")
    built = build(new_site(tmp_path / "project", {"mkdocs.yml": settings, **TERMS, **PAGES}))
    assert [term for term, _ in marked(built, "")].count("surge") == 1


def test_what_is_wrong_in_pages_is_reported_at_its_place(tmp_path: Path) -> None:
    page = "---\nglossary: {only: [serge]}\n---\n# Home\n\nA dyke.\n"
    files = {"mkdocs.yml": SETTINGS, **TERMS, "docs/index.md": page, "docs/other.md": "A basin, \nand a surge.\n"}
    built = build(new_site(tmp_path / "project", files))
    for told in (
        "docs/index.md:2:19: no term has the id `serge`",
        "docs/index.md:6:3: the glossary avoids `dyke`",
        "docs/other.md:1:3: `basin` is a label of `basin-of-ships` and `basin-of-water`",
    ):
        place, _, message = told.partition(": ")
        assert place in built.said, built.said
        assert message in built.said, built.said


def test_the_severity_of_what_is_reported_in_pages_can_be_set(tmp_path: Path) -> None:
    settings = SETTINGS.replace("{unused-term: off}", "{unused-term: off, ambiguous-term: off, avoided-label: off}")
    files = {"mkdocs.yml": settings, **TERMS, "docs/index.md": "# Home\n\nA basin and a dyke.\n"}
    built = build(new_site(tmp_path / "project", files), "--strict")
    assert built.status == 0, built.said
