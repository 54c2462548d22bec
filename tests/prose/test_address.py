"""Where pages are, and that the way from one to another leads there."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.prose.address import Addresses, relative
from tests.graph.records import actor, claim, graph_of, source, term

GRAPH = graph_of(claim("rain"), actor("mara"), source("paper"), term("otter"))
IN_FOLDERS = Addresses(GRAPH)
IN_FILES = Addresses(GRAPH, directory=False)


@pytest.mark.parametrize(
    ("id", "in_folders", "in_files"),
    [
        ("rain", "claims/rain/", "claims/rain.html"),
        ("mara", "actors/mara/", "actors/mara.html"),
        ("paper", "sources/paper/", "sources/paper.html"),
        ("otter", "glossary/#otter", "glossary/index.html#otter"),
    ],
)
def test_the_address_of_a_record(id: str, in_folders: str, in_files: str) -> None:
    assert IN_FOLDERS.record(id) == in_folders
    assert IN_FILES.record(id) == in_files


def test_the_addresses_of_the_other_pages() -> None:
    assert (IN_FOLDERS.page(""), IN_FILES.page("")) == ("", "index.html")
    assert (IN_FOLDERS.index("claims"), IN_FILES.index("claims")) == ("claims/", "claims/index.html")


@pytest.mark.parametrize(
    ("target", "start", "way"),
    [
        ("actors/mara/", "claims/rain/", "../../actors/mara/"),
        ("claims/snow/", "claims/rain/", "../snow/"),
        ("claims/", "claims/rain/", "../"),
        ("", "claims/rain/", "../../"),
        ("claims/rain/", "", "claims/rain/"),
        ("", "", "./"),
        ("glossary/#otter", "glossary/", "#otter"),
        ("glossary/#otter", "claims/rain/", "../../glossary/#otter"),
        ("data/records.json", "claims/rain/", "../../data/records.json"),
        ("claims/rain.html", "claims/rain.html", "rain.html"),
        ("claims/rain/", "claims/rain/", "./"),
        ("actors/mara.html", "claims/rain.html", "../actors/mara.html"),
        ("index.html", "claims/rain.html", "../index.html"),
        ("index.html", "index.html", "index.html"),
    ],
)
def test_the_way_from_page_to_page(target: str, start: str, way: str) -> None:
    assert relative(target, start) == way


NAMES = st.sampled_from(["claims", "claim", "a", "a-b", "index", "data", "claims-2"])
FOLDERS = st.lists(NAMES, max_size=4).map("/".join)


def pages(*, directory: bool) -> st.SearchStrategy[str]:
    return FOLDERS.map(lambda path: Addresses(GRAPH, directory=directory).page(path))


FILES = st.tuples(FOLDERS, NAMES).map(lambda parts: "/".join(filter(None, parts)) + ".json")
ANCHORS = st.sampled_from(["", "#otter", "#note-1"])


@pytest.mark.parametrize("base", ["https://example.org/", "https://example.org/explainers/"])
@pytest.mark.parametrize("directory", [True, False])
@given(st.data())
def test_the_way_leads_there_as_a_browser_reads_it(base: str, directory: bool, data: st.DataObject) -> None:
    start = data.draw(pages(directory=directory))
    target = data.draw(st.one_of(pages(directory=directory), FILES)) + data.draw(ANCHORS)
    assert urljoin(f"{base}{start}", relative(target, start)) == f"{base}{target}"
