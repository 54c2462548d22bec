"""A list too long for a phone is cut into pages, by letter or by year."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.model.decode import Document
from explainers.pages import plan
from explainers.pages.views.glossary import MOST_USES
from explainers.pages.views.indexes import MOST_AT_HOME
from explainers.pages.views.long_lists import MOST, MOST_LONG, cut_into_pages, page_links
from explainers.pages.views.others import MOST_POSITIONS
from explainers.prose.glossary_pages import MOST_TERMS
from explainers.prose.site import Site
from tests.graph.records import actor, claim, graph_of, place, record, source, term
from tests.pages.made import pages
from tests.prose.html import read

ITEMS = st.lists(st.tuples(st.sampled_from("ABCDE"), st.integers(1, 4)), max_size=30).map(
    lambda items: sorted(items, key=lambda item: item[0])
)


@given(ITEMS, st.integers(1, 9))
def test_every_item_is_on_one_page_in_its_order(items: list[tuple[str, int]], most: int):
    pages = cut_into_pages(((letter, (letter, weight)) for letter, weight in items), most, lambda item: item[1])
    assert [item for page in pages for item in page.items] == items
    assert all(sum(weight for _, weight in page.items) <= most or len(page.items) == 1 for page in pages)
    assert len({page.title for page in pages}) == len(pages)
    assert [page.title for page in pages] == [""] or "" not in {page.title for page in pages}


@pytest.mark.parametrize(
    ("letters", "titles"),
    [
        ("AABC", [""]),
        ("AAABBC", ["A", "B–C"]),
        ("AAAAABC", ["A 1", "A 2", "B–C"]),
        (["0–9", "A", "B", "C", "D"], ["0–B", "C–D"]),
        (["2022", "2023", "2024", "2024", "2024"], ["2022–2023", "2024"]),
    ],
)
def test_a_page_is_named_after_its_letters_or_years(letters: str, titles: list[str]):
    found = cut_into_pages(((letter, letter) for letter in letters), 4 if titles == [""] else 3)
    assert [page.title for page in found] == titles


def test_a_list_of_very_many_pages_leads_to_some_of_them_and_to_those_beside():
    found = page_links("claims", 500, [str(number) for number in range(1, 2_001)], Site(graph_of()))
    offered = [int(turn.title) for turn in found]
    assert len(offered) < 100
    assert {1, 500, 501, 502, 2000} <= {*offered}
    assert max(later - earlier for earlier, later in pairwise(offered)) < 100
    assert [turn.title for turn in found if not turn.address] == ["501"]


def test_a_short_list_is_one_page():
    made = {page.path: page for page in pages(Site(graph_of(place("lake"), place("pond"))))}
    assert not [path for path in made if "/page/" in path]
    assert "Page" not in read(made["places/index"].html).text


def test_a_long_list_has_pages_that_lead_to_each_other():
    lakes = [place(f"lake-{number:04}") for number in range(MOST - 1)]
    others = [place("isle"), place("mere"), place("pond")]
    made = {page.path: page for page in pages(Site(graph_of(*lakes, *others)))}
    first, second = made["places/index"], made["places/page/2"]
    assert second.address == "places/page/2/"
    assert second.title == "Places: M–P"
    assert first.html.count('<a href="page/2/">M–P</a>') == 2
    assert '<a href="../../">I–L</a> <b aria-current="page">M–P</b>' in second.html
    listed = [re.findall(r'class="xp-label" href="[./]*([a-z]+[-\d]*)/"', page.html) for page in (first, second)]
    assert listed == [["isle", *(lake.id for lake in lakes)], ["mere", "pond"]]
    assert "Filter this page" in first.html


def test_events_are_cut_by_year():
    events = [
        record("event", f"e{number}", name=f"E{number}", kind="meeting", time={"edtf": year, "basis": "stated"})
        for number, year in enumerate(["2022"] * 2 + ["2023"] * MOST_LONG)
    ]
    made = {page.path: page for page in pages(Site(graph_of(*events)))}
    assert made["events/page/2"].title == "Events: 2023"


def test_a_long_glossary_has_a_page_for_each_letter_and_every_link_leads_to_it():
    terms = [term(f"shore-{number:02}") for number in range(MOST_TERMS)]
    lake = place("lake", summary="It has an isle and a [[shore-01]].")
    made = {page.path: page for page in pages(Site(graph_of(lake, term("isle"), *terms)))}
    glossary = [path for path in made if path.startswith("glossary/")]
    assert sorted(glossary) == ["glossary/index", "glossary/page/i", "glossary/page/s"]
    led = {address for address, _ in read(made["places/lake"].html).links}
    assert {"../../glossary/page/i/#isle", "../../glossary/page/s/#shore-01"} <= led
    assert "isle" in read(made["glossary/page/i"].html).ids
    # Whoever comes by an address of before finds the way.
    assert '<li id="isle" data-xp-item><a href="page/i/#isle">' in made["glossary/index"].html
    assert '<a href="../i/">I</a> <b aria-current="page">S</b>' in made["glossary/page/s"].html
    assert made["glossary/page/s"].title == "Glossary: S"


def test_a_glossary_of_one_page_stays_one():
    made = {page.path for page in pages(Site(graph_of(*(term(f"t{number}") for number in range(MOST_TERMS)))))}
    assert not [path for path in made if "/page/" in path]


def test_a_later_page_is_in_no_navigation():
    lakes = [place(f"lake-{number:04}") for number in range(MOST + 1)]
    specs = {spec.path: spec for spec in plan(Site(graph_of(*lakes)))}
    assert not specs["places/index"].is_record
    assert specs["places/page/2"].is_record


def test_a_term_that_is_used_everywhere_names_the_first_pages_and_counts_the_rest():
    lakes = [place(f"lake-{number:04}", summary="It has a shore.") for number in range(MOST_USES + 2)]
    made = {page.path: page for page in pages(Site(graph_of(term("shore"), *lakes)))}
    told = read(made["glossary/index"].html).text
    assert f"Used on {MOST_USES + 2} pages" in told
    assert "and on 2 more" in told
    assert f"Lake {MOST_USES - 1:04}" in told
    assert f"Lake {MOST_USES:04}" not in told


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


def test_an_actor_of_very_many_positions_has_the_newest_and_the_way_to_the_others():
    claims = [claim(f"rain-{number:03}", label=f"Rain {number:03}") for number in range(MOST_POSITIONS + 3)]
    ids = [each.id for each in claims]
    asked = [
        record("explainer", id, question=f"{id}?", answer="It is.", claims=part)
        for id, part in (("first", ids[:2]), ("second", ids[2:]))
    ]
    graph = graph_of(*claims, *asked, source("paper"), actor("mara", "Mara Lind"))
    page = read(next(page.html for page in pages(Site(graph)) if page.path == "actors/mara"))
    assert len([address for address, _ in page.links if address.endswith("/#positions")]) == MOST_POSITIONS
    assert "3 earlier positions, under who said what:" in page.text
    assert ("../../who-said-what/second/", "second?") in page.links
