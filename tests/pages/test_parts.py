"""A list too long for a phone is cut into pages."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from explainers.model.decode import Document
from explainers.pages import plan
from explainers.pages.views.glossary import MOST_USES
from explainers.pages.views.indexes import MOST_AT_HOME
from explainers.pages.views.parts import MOST, cut, parts
from explainers.prose.site import Site
from tests.graph.records import claim, graph_of, place, record, term
from tests.pages.made import pages
from tests.prose.html import read

GROUPS = st.lists(st.tuples(st.text(max_size=3), st.lists(st.integers(), max_size=7)), max_size=6)


@given(GROUPS, st.integers(1, 5))
def test_every_item_stands_on_one_page_in_its_order(groups: list[tuple[str, list[int]]], most: int):
    items = [(title, item) for title, each in groups for item in each]
    cuts = [[*cut(groups, part, most)] for part in range(parts(len(items), most))]
    assert [(title, item) for page in cuts for title, each in page for item in each] == items
    assert all(sum(len(each) for _, each in page) <= most for page in cuts)


def test_a_short_list_is_one_page():
    made = {page.path: page for page in pages(Site(graph_of(place("lake"), place("pond"))))}
    assert not [path for path in made if "/page/" in path]
    assert "Page" not in read(made["places/index"].html).text


def test_a_long_list_has_pages_that_lead_to_each_other():
    lakes = [place(f"lake-{number:04}") for number in range(MOST + 1)]
    made = {page.path: page for page in pages(Site(graph_of(*lakes)))}
    first, second = made["places/index"], made["places/page/2"]
    assert second.address == "places/page/2/"
    assert second.title == "Places, page 2 of 2"
    assert 'href="page/2/">2</a>' in first.html
    assert 'href="../../">1</a> <b aria-current="page">2</b>' in second.html
    listed = [re.findall(r'class="xp-label" href="[./]*(lake-\d+)/"', page.html) for page in (first, second)]
    assert [len(each) for each in listed] == [MOST, 1]
    assert [id for each in listed for id in each] == [lake.id for lake in lakes]
    assert "Filter this page" in first.html


def test_a_later_page_stands_in_no_navigation():
    lakes = [place(f"lake-{number:04}") for number in range(MOST + 1)]
    jobs = {job.path: job for job in plan(Site(graph_of(*lakes)))}
    assert not jobs["places/index"].is_record
    assert jobs["places/page/2"].is_record


def test_a_term_that_is_used_everywhere_names_the_first_pages_and_counts_the_rest():
    lakes = [place(f"lake-{number:04}", summary="It has a shore.") for number in range(MOST_USES + 2)]
    made = {page.path: page for page in pages(Site(graph_of(term("shore"), *lakes)))}
    told = read(made["glossary/index"].html).text
    assert f"Used on {MOST_USES + 2} pages" in told
    assert "and on 2 more" in told
    assert "Lake 0039" in told
    assert "Lake 0040" not in told


def explained(number: int) -> Document:
    fields = {"question": f"Question {number:03}?", "answer": "It is.", "claims": ["rain"]}
    return record(
        "explainer", f"e{number:03}", **fields, published={"edtf": f"2024-01-{number + 1:02}", "basis": "stated"}
    )


def home_of(*explainers: Document) -> str:
    return next(page.html for page in pages(Site(graph_of(claim(), *explainers))) if page.path == "index")


def test_the_home_page_shows_the_newest_explainers_and_leads_to_all():
    home = home_of(*map(explained, range(MOST_AT_HOME + 1)))
    newest = [f"{number:03}" for number in range(MOST_AT_HOME, 0, -1)]
    assert re.findall(r"Question (\d+)\?", home) == newest
    assert f'<a href="explainers/">All {MOST_AT_HOME + 1} questions</a>' in home


def test_a_home_page_that_shows_all_explainers_leads_to_no_list_of_them():
    assert "questions</a>" not in home_of(explained(1))
