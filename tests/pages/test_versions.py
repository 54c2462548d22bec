"""Versions of one text: listed on the page of each, named where something was read in one, and no rewritings."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from explainers.build.check import Inputs, check
from explainers.exports.records import record_file
from explainers.graph.versions import updates, versions
from explainers.kinds.source.model import Source
from explainers.model.decode import Document
from explainers.pages import Page
from explainers.prose.site import Site
from explainers.prose.version_words import which_version
from tests.checks.test_examples import FILES
from tests.graph.records import actor, claim, graph_of, place, record, source
from tests.pages.made import pages
from tests.stories.reading import blocks

CSL = {"type": "article-newspaper", "title": "Quake kills hundreds", "URL": "https://example.org/quake"}


def version(id: str, published: str, accessed: str, *of: str, basis: str = "stated", **more: Any) -> Document:
    made_from = [{"source": other, "how": "updates"} for other in of]
    days = {"published": {"edtf": published, "basis": basis}, "accessed": {"edtf": accessed, "basis": "stated"}}
    return source(id, csl=CSL, **days | {"derived_from": made_from} | more)


FIRST = version("quake-a", "2022-06-22T08:00", "2022-06-22", archive={"url": "https://archive.example.org/1"})
SECOND = version("quake-b", "2022-06-22T18:00", "2022-06-23", "quake-a")
THIRD = version("quake-c", "2022-06-24", "2022-06-25", "quake-b")
TOLL = claim(
    "toll", "The earthquake killed {q1} people.", label="The toll",
    quantities={"q1": {"of": "people killed", "relation": "unqualified", "value": 1000, "unit": "person"}},
    a1={"cites": [{"source": "quake-c", "exact": "1,000 dead"}]},
    a2={"cites": [{"source": "quake-a", "exact": "280 dead"}], "as_printed": {"quantities": {"q1": {"value": 280}}}},
)  # fmt: skip
WHY = record("explainer", "why", question="How many?", answer="See [[toll]].", claims=["toll"], article="quake-c")


def site(*documents: Document) -> Site:
    found = documents or (FIRST, SECOND, THIRD, TOLL, WHY)
    return Site(graph_of(*found, actor("gazette", "The Gazette"), actor("mara", "Mara Lind"), place("lake")))


def page(path: str, made: Site | None = None) -> Page:
    return next(page for page in pages(made or site()) if page.path == path)


def under(section: str, found: Page) -> list[str]:
    body = found.html.partition('<footer class="xp-foot">')[0]
    return [block.text for block in blocks(body) if block.section == section and not block.text.startswith(section)]


def source_of(made: Site, id: str) -> Source:
    found = made.graph.get(id, Source)
    assert found
    return found


@pytest.mark.parametrize("id", ["quake-a", "quake-b", "quake-c"])
def test_the_page_of_each_version_lists_all_in_their_order(id: str) -> None:
    days = {"quake-a": "22 June 2022, 08.00", "quake-b": "22 June 2022, 18.00", "quake-c": "24 June 2022"}
    read = {"quake-a": "22 June 2022. Archived copy", "quake-b": "23 June 2022.", "quake-c": "25 June 2022."}
    found = page(f"sources/{id}")
    assert found.title == f"Quake kills hundreds (version of {days[id]})"
    assert under("Versions of this text", found) == [
        "What is cited from one version was read in that one.",
        *(f"{day}{', this one' if id == other else ''}. Read in full, {read[other]}" for other, day in days.items()),
    ]


def test_a_version_is_no_rewriting_of_another() -> None:
    headings = {heading.title for id in ("a", "b", "c") for heading in page(f"sources/quake-{id}").headings}
    assert "Rewritten, translated or quoted in" not in headings
    assert "What it is made from" not in headings


def test_what_else_a_version_is_made_from_stays() -> None:
    made_from = [{"source": "quake-a", "how": "updates"}, {"source": "wire", "how": "quotes"}]
    second = version("quake-b", "2022-06-23", "2022-06-23", derived_from=made_from)
    made = site(FIRST, second, source("wire"))
    assert under("What it is made from", page("sources/quake-b", made)) == ["It quotes Wire"]
    [quoted_in] = under("Rewritten, translated or quoted in", page("sources/wire", made))[:1]
    assert quoted_in.startswith("Quake kills hundreds (version of 23 June 2022)")


def test_a_claim_says_in_which_version_each_telling_was_read() -> None:
    found = page("claims/toll")
    notes = [text for text in under("The words in the sources", found) if "Quake kills" in text]
    days = ("24 June 2022", "22 June 2022, 08.00")
    assert all(any(day in text for text in notes) for day in days)
    tellings = [text for text in under("What changed as it was passed on", found) if "figure" in text]
    for version in days:
        assert any(f"The Gazette (version of {version})" in text for text in tellings)


def test_what_changed_between_versions_was_updated_and_not_drawn_on() -> None:
    told = under("What changed as it was passed on", page("claims/toll"))
    [words] = [text for text in told if "figure changed" in text]
    assert words == (
        "The figure changed: The Gazette (22 June 2022, 08.00) gave 280; The Gazette (24 June 2022), updating this, "
        "gave 1,000."
    )
    [row] = [text for text in told if "Differs: figure: 280" in text]
    assert "compared with The Gazette (version of 22 June 2022, 08.00)" in row


def test_no_trail_leads_from_a_paper_to_itself() -> None:
    [trail] = [text for text in under("Where it comes from", page("claims/toll")) if "Traced from" in text]
    assert trail.endswith("Traced from The Gazette to Mara Lind.")


def test_an_explainer_says_which_versions_of_its_article_were_read() -> None:
    [byline] = [block.text for block in blocks(page("explainers/why").html) if block.text.startswith("On an article")]
    assert byline == (
        "On an article by The Gazette, 24 June 2022. We read 3 versions of it: 22 June 2022, 08.00; "
        "22 June 2022, 18.00; 24 June 2022."
    )


def test_a_version_that_was_not_read_is_not_among_those_that_were() -> None:
    unread = version("quake-b", "2022-06-22T18:00", "2022-06-23", "quake-a", seen="cited-only")
    assert "We read 2 versions" in page("explainers/why", site(FIRST, unread, THIRD, TOLL, WHY)).html
    found = under("Versions of this text", page("sources/quake-a", site(FIRST, unread)))
    assert found[2] == "22 June 2022, 18.00. Not read: known from other sources."


@pytest.mark.parametrize(
    ("published", "basis", "words"),
    [
        ("2022-06-22", "stated", "version as read on 25 June 2022"),
        ("2022-06-23", "inferred", "version as read on 25 June 2022"),
        ("2022-06-23", "stated", "version of 23 June 2022"),
    ],
)
def test_versions_of_one_day_go_by_when_they_were_read(published: str, basis: str, words: str) -> None:
    first = version("quake-a", "2022-06-22", "2022-06-22")
    second = version("quake-b", published, "2022-06-25", "quake-a", basis=basis)
    made = site(first, second)
    assert which_version(source_of(made, "quake-b"), made.graph) == words


def test_a_text_of_one_version_has_none() -> None:
    made = site(FIRST)
    assert versions(source_of(made, "quake-a"), made.graph) == ()
    assert page("sources/quake-a", made).title == "Quake kills hundreds"
    assert "Versions of this text" not in page("sources/quake-a", made).html


def test_versions_are_in_the_order_in_which_they_update_each_other() -> None:
    made = site(
        version("quake-a", "2022-06-30", "2022-06-30"), version("quake-b", "2022-06-22", "2022-06-23", "quake-a"),
        version("quake-c", "2022-06-21", "2022-06-23", "quake-b"),
        version("quake-d", "2022-06-20", "2022-06-23", "quake-b"),
    )  # fmt: skip
    assert [found.id for found in versions(source_of(made, "quake-c"), made.graph)] == [
        "quake-a", "quake-b", "quake-d", "quake-c",
    ]  # fmt: skip
    assert updates("quake-c", "quake-a", made.graph)
    assert not updates("quake-a", "quake-c", made.graph)
    assert not updates("quake-c", "quake-d", made.graph)


def test_a_circle_of_updates_ends() -> None:
    day = "2022-06-22"
    made = site(version("quake-a", day, day, "quake-b"), version("quake-b", day, day, "quake-a"))
    assert len(versions(source_of(made, "quake-a"), made.graph)) == 2
    assert updates("quake-a", "quake-b", made.graph)


def test_data_has_the_versions() -> None:
    made = site()
    own = json.loads(record_file(made.graph.records["quake-b"], made).data)
    assert own["versions"] == ["quake-a", "quake-b", "quake-c"]
    assert own["title"] == "Quake kills hundreds (version of 22 June 2022, 18.00)"


ITEM = """
csl: {type: article-newspaper, title: Water in the valley, URL: "https://example.org/water"}
summary: A news item.
publisher: daily-post
published: DAY
accessed: 2024-05-01
role: secondary
seen: excerpt
"""


@pytest.mark.parametrize(("how", "told"), [("updates", []), ("rewrites", ["same-name", "same-source-twice"])])
def test_one_address_and_one_title_are_no_fault_of_versions(how: str, told: list[str]) -> None:
    later = f"{ITEM.replace('DAY', '2024-04-10')}derived_from: [{{source: water-1, how: {how}}}]\n"
    files = {"content/sources/water-1.yml": ITEM.replace("DAY", "2024-04-09"), "content/sources/water-2.yml": later}
    found = check(Inputs(FILES | {path: text.encode() for path, text in files.items()})).diagnostics
    codes = {d.code for d in found if d.span.path in files} - {"unused-source", "orphan-record"}
    assert sorted(codes) == told


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("dead", " (gone, as far as we know)"),
        ("missing", " (the text is no longer there, as far as we know)"),
        ("usurped", " (another page is at this address now, as far as we know)"),
        ("live", ""),
        (None, ""),
    ],
)
def test_readers_are_not_sent_to_a_page_that_is_gone(status: str | None, words: str) -> None:
    archive = {"url": "https://archive.example.org/1", "made": "2022-06-23", **({"status": status} if status else {})}
    made = site(version("quake-a", "2022-06-22", "2022-06-22", archive=archive), TOLL, source("quake-c"))
    about = page("sources/quake-a", made).html
    assert f"{CSL['URL']}</{'span' if words else 'a'}>{words}</dd>" in about
    assert "archive.example.org/1</a>, made on 23 June 2022</dd>" in about
    links = [href for href in re.findall(r'href="([^"]+)"', page("claims/toll", made).html) if "//" in href]
    assert any(href.startswith(CSL["URL"]) for href in links) is not bool(words)
    assert archive["url"] in links
    facts = json.loads(record_file(source_of(made, "quake-a"), made).data)
    assert facts["fields"]["archive"] == archive
