"""What the pages of a site share changes no page: each is written as if it were the only one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from explainers.kinds.claim.model import Claim
from explainers.pages.sheet import Sheet
from explainers.prose.notes_html import notes_list
from explainers.prose.plain_sentence import plain_sentence
from explainers.prose.site import Site
from explainers.prose.site_memo import MOST, Memo
from explainers.prose.writer import Writer
from tests.graph.records import actor, claim, claim_of, graph_of, place, source, term

GRAPH = graph_of(
    claim("rain"),
    claim("snow", status="withdrawn", reason="It was sleet."),
    actor("mara", "Mara & Lind", formerly=["mara-old"]),
    actor("gazette", "The Gazette", in_text="the Gazette"),
    place("lake"),
    source("paper", csl={"type": "webpage", "title": "Otters <1>", "URL": "https://example.org/a"}),
    term("otter", definition="What [[mara]] and [[rain]] say of [[sea-otter]] [@paper].", also=["lutra"]),
    term("sea-otter", "sea otter"),
)
TEXTS = st.lists(
    st.sampled_from([
        "otters", "a sea otter", "“otter”", "lutra", "<b>", "&amp;", "[[mara]]", "[[mara-old]]", "[[rain]]", "[[snow]]",
        "[[otter]]", "[[lake|the *lake*]]", "[@paper, p. 4]", "@paper", "*so*", "**[[rain]]**", "{q1}", "[[noone]]",
    ]),
    max_size=6,
).map(" ".join)  # fmt: skip
PAGES = st.sampled_from(["rain", "snow", "mara", "lake", "paper", "", "index"])


def page(site: Site, subject: str) -> Writer:
    address = site.addresses.record(subject) if subject in GRAPH.records else site.addresses.index("claims")
    return site.writer(address, subject=subject if subject in GRAPH.records else "", title=subject)


def written(writer: Writer, texts: Sequence[str]) -> list[str]:
    shown: list[str] = []
    for text in texts:
        shown += [writer.inline(text), writer.inline(text, mark_terms=False), writer.block(text)]
    links = [writer.link(id) + writer.url(id) for id in ("mara", "mara-old", "rain", "snow", "otter")]
    return [*shown, *links, notes_list(writer)]


@pytest.mark.parametrize("directory", [True, False])
@given(st.lists(PAGES, max_size=5), st.lists(TEXTS, max_size=3))
def test_a_page_is_written_as_if_it_were_the_only_one(directory: bool, subjects: list[str], texts: list[str]) -> None:
    site = Site(GRAPH, directory_urls=directory)
    for subject in subjects:
        alone = Site(GRAPH, directory_urls=directory)
        assert written(page(site, subject), texts) == written(page(alone, subject), texts)


def test_a_link_is_to_the_page_itself_on_no_other_page() -> None:
    site = Site(GRAPH)
    assert page(site, "snow").inline("[[rain|it]]") == '<a href="../rain/">it</a>'
    assert page(site, "rain").inline("[[rain|it]]") == "it"
    assert page(site, "snow").inline("[[rain|it]]") == '<a href="../rain/">it</a>'


def test_an_old_id_leads_to_the_page_itself_on_no_other_page() -> None:
    site = Site(GRAPH)
    assert page(site, "gazette").url("mara-old") == "../mara/"
    assert page(site, "mara").url("mara-old") == "./"
    assert page(site, "gazette").url("mara-old") == "../mara/"


def test_words_that_are_html_are_not_taken_for_a_text() -> None:
    writer = page(Site(GRAPH), "rain")
    assert writer.link("lake", Markup("a &amp; b")) == '<a href="../../places/lake/">a &amp; b</a>'
    assert writer.link("lake", "a &amp; b") == '<a href="../../places/lake/">a &amp;amp; b</a>'


@pytest.mark.parametrize("title", ['Rain" onclick="x', "<b>Rain</b> & snow"])
def test_a_heading_is_escaped_in_every_place(title: str) -> None:
    shown = Sheet(Site(GRAPH), "claims/").section(title)
    assert "<b>" not in shown
    assert '" onclick' not in shown


def test_a_heading_that_is_html_is_not_taken_for_a_text() -> None:
    sheet = Sheet(Site(GRAPH), "claims/")
    assert ">Rain &amp; snow<" in sheet.section(Markup("Rain &amp; snow"))
    assert ">Rain &amp;amp; snow<" in sheet.section("Rain &amp; snow")


def test_a_record_that_changed_is_worded_again_in_the_next_build() -> None:
    first, then = (graph_of(claim("rain", f"The lake is {state}."), actor("mara")) for state in ("full", "dry"))
    found = [plain_sentence(graph.of(Claim)[0], graph) for graph in (first, then)]
    assert found == ["Mara said that the lake is full.", "Mara said that the lake is dry."]


def test_of_one_record_in_two_graphs_each_has_its_own_words() -> None:
    same = claim_of(GRAPH)
    others = graph_of(claim("rain"), actor("mara", "Mara Reed"))
    assert plain_sentence(same, GRAPH) != plain_sentence(same, others)


def test_what_is_remembered_is_made_once() -> None:
    made: list[str] = []
    found: Memo[str, str] = Memo()

    def make() -> str:
        made.append("made")
        return "rain"

    assert [found.get("a", make) for _ in range(3)] == ["rain"] * 3
    assert made == ["made"]


def test_what_is_remembered_is_bounded() -> None:
    found: Memo[int, int] = Memo()
    for number in range(3 * MOST):
        assert found.get(number, lambda number=number: number) == number
    again: list[int] = []
    for number in reversed(range(3 * MOST)):
        found.get(number, lambda number=number: again.append(number) or number)
    assert len(again) >= MOST


def test_what_is_asked_for_again_and_again_is_not_forgotten() -> None:
    made: list[int] = []
    found: Memo[int, int] = Memo()
    for number in range(3 * MOST):
        found.get(number, lambda number=number: number)
        found.get(-1, lambda: made.append(1) or -1)
    assert made == [1]
