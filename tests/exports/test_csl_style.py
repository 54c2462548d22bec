"""References in a site's own citation style."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainers.exports.csl_style import StyleFault, styled
from explainers.prose.site import Site
from explainers.text.inline import plain
from tests.exports.stock import STOCK, graph_of
from tests.graph.records import actor, source
from tests.graph.records import graph_of as graph_of_records

STYLE = (Path(__file__).parent / "styles/plain-author-date.csl").read_bytes()


def references(**csl: object) -> str:
    graph = graph_of_records(source("paper", csl=csl), actor("gazette", "The Gazette"))
    return plain(styled(graph, STYLE, "en").references["paper"])


def test_the_style_decides_what_is_printed():
    found = styled(graph_of(), STYLE, "en")
    assert found.failed == ()
    assert {id: plain(parts) for id, parts in found.references.items()} == {
        "the-article": "The Gazette (2024). “"
        '"1,300 otters" <counted>”. The Gazette. Date: 10 June 2024 to 12 June 2024.',
        "the-report": "Reed, Ann van and Working Group on Lakes (2024). “Otters & other animals”. Lake Papers."
        " Date: about June 2024.",
    }


def test_nothing_of_it_is_html_but_what_we_make_of_it():
    text = (
        STOCK["sources/the-report"]
        .replace("Otters & other animals", "<u>Otters</u> & *other*")
        .replace("language: en", "language: uk\n  volume: '7'")
    )
    graph = graph_of({**STOCK, "sources/the-report": text})
    site = Site(graph, references=styled(graph, STYLE, "en").references)
    html = site.writer("sources/other/").reference(graph.records["the-report"])
    assert html == (
        "Reed, Ann van and Working Group on Lakes (2024). “"
        '<bdi lang="uk"><a href="../the-report/">&lt;u&gt;Otters&lt;/u&gt; &amp; *other*</a></bdi>”. '
        "<em>Lake Papers</em>. <strong>7</strong>. Date: about June 2024."
    )


def test_the_number_of_a_numbered_style_is_the_pages():
    assert references(type="book", title="Otters") == "The Gazette (2024). “Otters”."


@pytest.mark.parametrize(("title", "shown"), [("Who won?", "“Who won?”"), ("Acme Inc.", "“Acme Inc.”")])
def test_no_stop_follows_another(title: str, shown: str):
    assert references(type="book", title=title) == f"The Gazette (2024). {shown}"


def test_a_style_that_prints_no_title_links_the_source_by_its_id():
    style = STYLE.replace(b'<text variable="title" quotes="true"/>', b"")
    found = styled(graph_of(), style, "en").references["the-report"]
    assert plain(found).startswith("Reed, Ann van and Working Group on Lakes (2024). Lake Papers. [the-report]")


def test_its_words_are_in_the_language_of_the_site():
    graph = graph_of_records(source("paper", csl={"title": "Otters"}, published={"basis": "unknown"}), actor("gazette"))
    assert plain(styled(graph, STYLE, "de").references["paper"]).startswith("Gazette (o.\xa0J.)")


def test_where_the_processor_fails_the_source_is_named_and_keeps_the_house_style():
    broken = STYLE.replace(b'<text variable="container-title" font-style="italic"/>', b'<text macro="missing"/>')
    found = styled(graph_of(), broken, "en")
    assert found.failed == ("the-article", "the-report")
    assert found.references == {}


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        (b"", "it is no XML"),
        (b"no style", "it is no XML"),
        (b"<html/>", "it is no CSL style with its own bibliography"),
        (STYLE.replace(b"bibliography>", b"other>"), "it is no CSL style with its own bibliography"),
    ],
)
def test_a_file_that_is_no_style_is_reported(style: bytes, fault: str):
    with pytest.raises(StyleFault, match=fault):
        styled(graph_of(), style, "en")
