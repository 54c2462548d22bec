"""The notes of a page: numbers, letters, and addresses that lead to the very words."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.prose.notes import Notes, Passage, Use, letters, text_fragment
from explainers.prose.notes_html import notes_list, reference_html
from explainers.prose.site import Site
from explainers.prose.writer import Writer
from tests.graph.records import actor, graph_of, source
from tests.prose.html import read


def test_a_source_has_one_number_and_each_use_a_letter() -> None:
    notes = Notes()
    marks = [mark for row in ("a", "ba", "a") for mark in notes.mark([Use(source) for source in row])]
    assert [(m.use.source, m.number, m.letter) for m in marks] == [
        ("a", 1, "a"),
        ("b", 2, "a"),
        ("a", 1, "b"),
        ("a", 1, "c"),
    ]
    assert [(note.source, [mark.anchor for mark in note.marks]) for note in notes] == [
        ("a", ["ref-1-a", "ref-1-b", "ref-1-c"]),
        ("b", ["ref-2-a"]),
    ]


@pytest.mark.parametrize(("index", "name"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (702, "aaa")])
def test_letters_go_on_after_z(index: int, name: str) -> None:
    assert letters(index) == name


def test_no_two_uses_have_one_letter() -> None:
    assert len({letters(index) for index in range(3000)}) == 3000


@pytest.mark.parametrize(
    ("passage", "fragment"),
    [
        (Passage(), ""),
        (Passage(locator="p. 4"), ""),
        (Passage("the lake"), "#:~:text=the%20lake"),
        (Passage("full-scale"), "#:~:text=full%2Dscale"),
        (Passage("11,000 or so"), "#:~:text=11%2C000%20or%20so"),
        (Passage("R&D"), "#:~:text=R%26D"),
        (Passage("“the ‘lake’”"), "#:~:text=%E2%80%9Cthe%20%E2%80%98lake%E2%80%99%E2%80%9D"),
        (Passage('50% "sure"#/?'), "#:~:text=50%25%20%22sure%22%23%2F%3F"),
        (Passage("озеро"), "#:~:text=%D0%BE%D0%B7%D0%B5%D1%80%D0%BE"),
        (Passage("the\n  lake"), "#:~:text=the%20lake"),
        (Passage("lake", prefix="the big"), "#:~:text=the%20big-,lake"),
        (Passage("lake", suffix="is full"), "#:~:text=lake,-is%20full"),
        (Passage("lake", prefix="a-b,", suffix="-c"), "#:~:text=a%2Db%2C-,lake,-%2Dc"),
        (Passage("a b c d e f g h"), "#:~:text=a%20b%20c%20d%20e%20f%20g%20h"),
        (Passage("a b c d e f g h i"), "#:~:text=a%20b%20c%20d,f%20g%20h%20i"),
    ],
)
def test_an_address_leads_to_the_words(passage: Passage, fragment: str) -> None:
    assert text_fragment(passage) == fragment


def understood(fragment: str) -> tuple[str, str, str, str]:
    """Prefix, start, end and suffix, as a browser reads them. (WICG, "Parsing the fragment directive")"""
    parts = fragment.removeprefix("#:~:text=").split(",")
    prefix = parts.pop(0)[:-1] if parts[0].endswith("-") else ""
    suffix = parts.pop()[1:] if parts[-1].startswith("-") else ""
    start, end = (*parts, "")[:2]
    assert len(parts) <= 2
    return unquote(prefix), unquote(start), unquote(end), unquote(suffix)


@settings(deadline=None)
@given(*(st.text(max_size=80) for _ in range(3)))
def test_a_browser_gets_back_the_words_whatever_they_are(exact: str, prefix: str, suffix: str) -> None:
    fragment = text_fragment(Passage(exact, prefix, suffix))
    words = exact.split()
    if not words:
        assert fragment == ""
        return
    assert fragment.isascii()
    assert not set(' "<>&') & set(fragment.removeprefix("#:~:"))
    before, start, end, after = understood(fragment)
    assert (before, after) == (" ".join(prefix.split()), " ".join(suffix.split()))
    found = (start.split(), end.split())
    assert found == ((words, []) if len(words) <= 8 else (words[:4], words[-4:]))


def writer(*, seen: str = "full-text", **csl: str) -> Writer:
    whole = {"type": "webpage", "title": "A paper"} | csl
    graph = graph_of(
        source("paper", csl=whole, seen=seen),
        source("relay", "paper", csl={"type": "webpage", "title": "A relay"}),
        actor("gazette", "The Gazette"),
    )
    return Site(graph).writer("claims/rain/")


def test_the_notes_lead_back_to_each_use_and_to_the_words() -> None:
    page = writer(URL="https://example.org/a#top")
    for passage in (Passage("the lake is full"), Passage("a <b> word", locator="p. 4"), Passage("the lake is full")):
        page.notes.mark([Use("paper", (passage,))])
    found = read(str(notes_list(page)))
    assert found.ids[0] == "note-1"
    assert sorted(way for way, _ in found.links if way.startswith("#")) == ["#ref-1-a", "#ref-1-b", "#ref-1-c"]
    assert [(address, words) for address, words in found.links if ":~:" in address] == [
        ("https://example.org/a#:~:text=the%20lake%20is%20full", "the lake is full"),
        ("https://example.org/a#:~:text=a%20%3Cb%3E%20word", "a <b> word"),
    ]
    assert found.text.count("the lake is full") == 1
    assert "a <b> word p. 4" in found.text


def test_a_mark_leads_to_its_own_use_in_the_notes_and_back() -> None:
    page = writer()
    marks = [page.notes.mark([Use("paper")])[0] for _ in range(12)]
    text = read("".join(page.mark_list([mark]) for mark in marks))
    notes = read(str(notes_list(page)))
    assert [way.removeprefix("#") for way, _ in text.links] == [i for i in notes.ids if i != "note-1"]
    assert [way.removeprefix("#") for way, _ in notes.links if way.startswith("#")] == text.ids
    assert len({*text.ids, *notes.ids}) == len([*text.ids, *notes.ids]) == 25


@pytest.mark.parametrize(("uses", "told"), [(8, []), (9, ["1 more use"]), (10, ["2 more uses"])])
def test_many_uses_are_folded_away(uses: int, told: list[str]) -> None:
    page = writer()
    for _ in range(uses):
        page.notes.mark([Use("paper")])
    assert re.findall(r"<summary>(.+?)</summary>", notes_list(page)) == told


def test_a_page_without_notes_has_no_list() -> None:
    assert notes_list(writer()) == ""


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        ("full-text", "“A paper”, The Gazette, 11 November 2024. Read 11 November 2024."),
        ("excerpt", "“A paper”, The Gazette, 11 November 2024. Read in part. Read 11 November 2024."),
        ("cited-only", "“A paper”, The Gazette, 11 November 2024. Not read by us; cited in A relay."),
    ],
)
def test_a_note_says_what_we_have_read(seen: str, words: str) -> None:
    page = writer(seen=seen)
    [paper] = [record for record in page.graph.records.values() if record.id == "paper"]
    assert read(str(reference_html(paper, page))).text == words  # type: ignore[arg-type]


def test_the_words_of_a_source_that_we_have_not_read_are_not_linked() -> None:
    page = writer(seen="cited-only", URL="https://example.org/a")
    page.notes.mark([Use("paper", (Passage("the lake"),))])
    assert ":~:" not in str(notes_list(page))
