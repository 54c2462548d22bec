"""Text as HTML: every word of it, every tag ours."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.kinds.shared_parts import Citation
from explainers.model.decode import Document
from explainers.prose.notes_html import notes_list
from explainers.prose.site import Site
from explainers.prose.writer import Writer
from explainers.text.inline import Words, parse, walk
from tests.graph.records import actor, claim, graph_of, place, record, source, term
from tests.prose.html import read

RECORDS = [
    claim("rain"),
    actor("mara", "Mara Lind"),
    actor("us", "United States", in_text="the United States"),
    actor("gazette", "The Gazette", in_text="the Gazette"),
    place("lake"),
    source("paper", csl={"type": "webpage", "title": "Otters"}),
    source("book", csl={"type": "book", "title": "Lakes", "author": [{"family": "Reed"}]}),
    term("otter"),
    term("sea-otter", "sea otter"),
]


def writer(*more: Document, address: str = "claims/rain/", glossary: str = "section", subject: str = "") -> Writer:
    return Site(graph_of(*RECORDS, *more), glossary=glossary).writer(address, subject=subject)


def text(words: str, **settings: Any) -> str:
    return read(str(writer(**settings).inline(words))).text


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("a *b* **c**", "a <em>b</em> <strong>c</strong>"),
        ("*a [[mara]]*", '<em>a <a href="../../actors/mara/">Mara Lind</a></em>'),
        ("[[us]]", '<a href="../../actors/us/">the United States</a>'),
        ("[[us|Washington & co]]", '<a href="../../actors/us/">Washington &amp; co</a>'),
        ("[[noone]]", "noone"),
        ("[[noone|he]]", "he"),
        ("[[rain]]", "rain (according to Mara Lind)"),
        ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
        ("{q1}", "{q1}"),
        ("[@noone]", ""),
        ("me@example.org, @someone", "me@example.org, @someone"),
    ],
)
def test_marks_become_html(words: str, html: str) -> None:
    assert writer(subject="rain").inline(words) == html


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        ("So it is [@paper].", "So it is1."),
        ("So it is [@paper; @book].", "So it is1, 2."),
        ("So [@paper] it [@book] is [@paper].", "So1 it2 is1."),
        ("So it is [@paper] [@book][@paper].", "So it is1, 2, 1."),
        ("So it is [see @paper, p. 4 and after].", "So it issee 1 and after."),
        ("@paper says so.", "the Gazette1 says so."),
        ("@book says so.", "Reed1 says so."),
        ("[@noone; @paper]", "1"),
    ],
)
def test_what_is_cited_has_a_number(words: str, read_as: str) -> None:
    assert text(words) == read_as


def test_a_mark_says_which_source_it_leads_to() -> None:
    page = writer()
    found = read(str(page.inline("So it is [@paper, p. 4].")))
    assert ("aria-label", "Note 1: the Gazette") in found.attributes
    assert ("href", "#note-1-a") in found.attributes
    assert "p. 4" in read(str(notes_list(page))).text


def test_citations_of_one_source_are_one_mark_with_all_its_passages() -> None:
    page = writer()
    cites = [("paper", "one"), ("book", "two"), ("paper", "three"), ("paper", "one"), ("noone", "four")]
    found = read(str(page.marks([Citation(source=source, exact=exact) for source, exact in cites])))
    assert found.text == "1, 2"
    assert [p.exact for mark in next(iter(page.notes)).marks for p in mark.use.passages] == ["one", "three"]


def marked(page: Writer, *texts: str) -> list[str]:
    """The terms that are marked in each text: their words, one text after the other."""
    return [", ".join(words for _, words in read(str(page.inline(each))).links) for each in texts]


def test_a_term_is_marked_once_in_each_section() -> None:
    page = writer()
    assert marked(page, "otters and sea otters, an otter", "an otter") == ["otters, sea otters", ""]
    page.new_section()
    assert marked(page, "an otter") == ["otter"]


@pytest.mark.parametrize(
    ("glossary", "found"),
    [("section", ["otter", "", "otter"]), ("page", ["otter", "", ""]), ("every", ["otter"] * 3), ("off", [""] * 3)],
)
def test_how_often_a_term_is_marked_is_a_setting(glossary: str, found: list[str]) -> None:
    page = writer(glossary=glossary)
    first = marked(page, "an otter", "an otter")
    page.new_section()
    assert [*first, *marked(page, "an otter")] == found


def test_a_term_is_not_marked_on_its_own_entry_nor_where_no_one_asked() -> None:
    assert marked(writer(subject="otter"), "an otter") == [""]
    assert writer().inline("an otter", mark_terms=False) == "an otter"


def test_a_term_that_is_linked_by_hand_is_not_marked_again() -> None:
    assert marked(writer(), "the [[otter|animal]] is an otter") == ["animal"]


def test_blank_lines_part_paragraphs() -> None:
    assert writer().block("One *a*.\n\nTwo.") == "<p>One <em>a</em>.</p>\n<p>Two.</p>"
    assert writer().block(None) == ""


OURS = set("a bdi details div em li ol p q section span strong summary sup ul".split())
# A parser of HTML reads some control characters as others; so do browsers.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"])
MARKS = ["*", "**", "[[", "]]", "|", "[@", "]", "@", "{q1}", "\\", "mara", "paper", "otter", "<b>", "&amp;", '"', "'"]
TEXTS = st.one_of(
    st.text(CHARACTERS, max_size=60),
    st.lists(st.one_of(st.sampled_from(MARKS), st.text(CHARACTERS, max_size=3)), max_size=20).map("".join),
)
PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="*[]{}@\\|"), max_size=60)


@settings(deadline=None)
@given(TEXTS)
def test_any_text_makes_no_tag_but_ours(words: str) -> None:
    page = writer()
    found = read(f"{page.inline(words)}{page.block(words)}{notes_list(page)}")
    assert set(found.tags) <= OURS
    assert all(way.startswith(("../", "#")) for way, _ in found.links)
    assert not [name for name, _ in found.attributes if name.startswith("on") or name == "style"]


@settings(deadline=None)
@given(PLAIN)
def test_text_without_marks_is_read_as_it_was_written(words: str) -> None:
    assert read(str(writer().inline(words))).raw == words
    assert read(str(writer().inline(words, mark_terms=False))).raw == words


@settings(deadline=None)
@given(TEXTS)
def test_no_word_outside_of_a_mark_is_lost(words: str) -> None:
    page = writer(glossary="off")
    found = read(str(page.inline(words))).raw
    outside = [word for part in walk(parse(words)) if isinstance(part, Words) for word in part.text.split()]
    position = 0
    for word in outside:
        position = found.find(word, position)
        assert position >= 0, (word, found)


FIELDS = st.text(CHARACTERS, min_size=1, max_size=40).filter(lambda s: s.strip())


@settings(deadline=None, max_examples=60)
@given(FIELDS, FIELDS, FIELDS)
def test_any_name_title_and_quotation_is_text(name: str, title: str, exact: str) -> None:
    documents = [
        record("actor", "odd", name=name, kind="person"),
        source("strange", csl={"type": "webpage", "title": title}, publisher="odd"),
        term("curious", name, definition=title),
    ]
    page = writer(*documents)
    cited = page.marks([Citation(source="strange", exact=exact, locator=title)])
    html = f"{page.link('odd')}{page.inline('[[curious]]')}{cited}{notes_list(page)}"
    found = read(html)
    assert set(found.tags) <= OURS
    folded = found.text
    assert folded.startswith(" ".join(name.split()))
    assert " ".join(exact.split()) in folded
    assert " ".join(title.split()) in folded
