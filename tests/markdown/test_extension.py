"""`[@source]`, `[[record]]` and terms in hand-written Markdown, and what is left alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from pymdownx.arithmatex import ArithmatexExtension

from explainers.markdown.extension import ExplainersExtension
from explainers.prose.site import Site
from tests.graph.records import actor, claim, graph_of, source, term
from tests.prose.html import Reading, read

GRAPH = graph_of(
    claim("rain"),
    actor("mara", "Mara Lind"),
    actor("us", "United States", in_text="the United States"),
    actor("gazette", "The Gazette", in_text="the Gazette"),
    source("paper", csl={"type": "webpage", "title": "Otters"}),
    source("book", csl={"type": "book", "title": "Lakes", "author": [{"family": "Reed"}]}),
    term("otter"),
    term("boat"),
)


def page(text: str, *, address: str = "about/", **options: Any) -> Reading:
    """A page of Markdown as a reader gets it."""
    extension = ExplainersExtension(Site(GRAPH, **options))
    extension.expect(address)
    md = Markdown(extensions=["extra", "admonition", "meta", "toc", extension])
    return read(md.convert(text))


def ours(found: Reading) -> list[tuple[str, str]]:
    """The links that lead to records, and to notes."""
    return [(way, words) for way, words in found.links if not way.startswith("http") and "#ref-" not in way]


MARA = ("../actors/mara/", "Mara Lind")
NOTE = ("#note-1-a", "1")


@pytest.mark.parametrize(
    ("text", "read_as", "links"),
    [
        ("[[mara]] is here.", "Mara Lind is here.", [MARA]),
        ("[[us]] and [[us|Washington]]", "the United States and Washington", None),
        ("[[mara|she]]", "she", [("../actors/mara/", "she")]),
        ("[[ mara | she ]]", "she", [("../actors/mara/", "she")]),
        ("[[mara|she & <b>co</b>]]", "she & <b>co</b>", None),
        ("[[mara|a \\*b\\* `c<d>` &amp; e]]", "a *b* c<d> & e", None),
        ("- one\n- [[mara]]\n", "one Mara Lind", [MARA]),
        ("> [[mara]]\n", "Mara Lind", [MARA]),
        ("**[[mara]]** *[[mara]]*", "Mara Lind Mara Lind", [MARA, MARA]),
        ("# [[mara]]", "Mara Lind", [MARA]),
        ("!!! note\n\n    [[mara]] is here.\n", "Note Mara Lind is here.", [MARA]),
        ("| a | b |\n|---|---|\n| [[mara]] | x |\n", "a b Mara Lind x", [MARA]),
        ("| a | b |\n|---|---|\n| [[mara|she]] | x |\n", "a b she x", [("../actors/mara/", "she")]),
        ("| a | b |\n|---|---|\n| [[mara\\|she]] | x |\n", "a b she x", [("../actors/mara/", "she")]),
        ("A word\n:   [[mara]]", "A word Mara Lind", [MARA]),
    ],
)
def test_a_link_to_a_record(text: str, read_as: str, links: list[tuple[str, str]] | None) -> None:
    found = page(text)
    assert found.text == read_as
    assert links is None or ours(found) == links


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("So it is [@paper].", "So it is1. Notes"),
        ("So it is[@paper].", "So it is1. Notes"),
        ("So it is [@paper, p. 4; @book].", "So it is1, 2. Notes"),
        ("So it is [-@paper].", "So it is1. Notes"),
        ("@paper says so.", "the Gazette1 says so. Notes"),
        ("As @book says, so it is.", "As Reed1 says, so it is. Notes"),
        ("- one [@paper]\n- two [@book]\n", "one1 two2 Notes"),
        ("| a |\n|---|\n| so [@paper] |\n", "a so1 Notes"),
        ("!!! note\n\n    So it is [@paper].\n", "Note So it is1. Notes"),
        ("So [see \\[x\\] `a&b` @paper, p. 4] it is.", "Sosee [x] a&b 1 it is. Notes"),
        ("*One* [@paper][@book] [@paper] two.", "One1, 2, 1 two. Notes"),
        ("One [@paper] [@book] two [@paper].", "One1, 2 two1. Notes"),
    ],
)
def test_a_citation(text: str, read_as: str) -> None:
    assert page(text).text.startswith(read_as)


def test_the_notes_are_at_the_end_under_their_heading() -> None:
    found = page("# A page\n\nSo it is [@paper, p. 4].\n\n## More\n\nAnd so [see @book].\n")
    assert [tag for tag in found.tags if tag in {"h1", "h2"}] == ["h1", "h2", "h2"]
    before, after = found.text.split("Notes ")
    assert before.endswith("And sosee 2. ")
    assert (
        after
        == "“Otters”, The Gazette, 11 November 2024. Read 11 November 2024. p. 4 a " + after.split("p. 4 a ", 1)[1]
    )
    assert found.ids[-4:] == ["note-1", "note-1-a", "note-2", "note-2-a"]


def test_marks_are_numbered_in_the_order_of_reading() -> None:
    text = "*Two* of [@book]: | a |\n\n| x | y |\n|---|---|\n| [@paper] | [@book] |\n\n- **so [@paper]**\n"
    found = page(text)
    assert [way for way, _ in ours(found) if way.startswith("#note")] == [
        "#note-1-a",
        "#note-2-a",
        "#note-1-b",
        "#note-2-b",
    ]


def test_a_page_that_cites_nothing_has_no_notes() -> None:
    assert page("Just words.").html == "<p>Just words.</p>"


@pytest.mark.parametrize(
    "text",
    [
        "`[[mara]]` `[[mara|she]]` `[@paper]` `@paper`",
        "    [[mara]] [[mara|she]] [@paper] @paper\n",
        "```\n[[mara]] [[mara|she]] [@paper] @paper\n```\n",
        "~~~ yaml\n[[mara]] [[mara|she]] [@paper] @paper\n~~~\n",
        "<div>[[mara]] [[mara|she]] [@paper] @paper</div>\n",
        "<!-- [[mara]] [[mara|she]] [@paper] @paper -->\n",
        "\\[[mara]] \\[[mara|she]] \\[@paper] \\@paper",
    ],
)
def test_code_html_and_what_is_escaped_are_left_alone(text: str) -> None:
    found = page(text)
    assert found.links == []
    if "<!--" not in text:
        typed = text.replace("\\", "").strip("`~\n ").removeprefix("yaml").replace("`", "")
        assert found.text == " ".join(typed.replace("<div>", "").replace("</div>", "").split())


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[@paper](https://x.org)", [("https://x.org", "@paper")]),
        ("[see @paper](https://x.org/@paper)", [("https://x.org/@paper", "see @paper")]),
        ("[@paper][l]\n\n[l]: https://x.org", [("https://x.org", "@paper")]),
        ("[by [[mara]] too](https://x.org)", [("https://x.org", "by Mara Lind too")]),
        ("[a [@paper] b](https://x.org)", [("https://x.org", "a [@paper] b")]),
        ("<https://x.org/@paper>", [("https://x.org/@paper", "https://x.org/@paper")]),
        ("me@paper.org, https://x.org/@paper, a@paper", []),
        ("@someone @otter @mara", []),
        ("![a photo](otter.png)", []),
        ("[plain](https://x.org) [text] [x]", [("https://x.org", "plain")]),
    ],
)
def test_ordinary_links_and_addresses_are_left_alone(text: str, links: list[tuple[str, str]]) -> None:
    assert page(text, glossary="off").links == links


def test_a_mail_address_is_linked_as_markdown_does() -> None:
    assert [way for way, _ in page("<me@paper.org>").links] == ["mailto:me@paper.org"]


def test_footnotes_go_on_as_they_were() -> None:
    found = page("A word[^1] [@paper].\n\n[^1]: Its note [@book].\n")
    assert "#fn:1" in [way for way, _ in found.links]
    assert found.text.startswith("A word1 1. Its note2") or found.text.startswith("A word11. Its note2")


def terms(found: Reading) -> list[str]:
    return [words for way, words in found.links if "glossary" in way]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Otters and otters.", ["Otters"]),
        ("An otter.\n\nAn otter.\n\n## More\n\nAn otter.", ["otter", "otter"]),
        ("# An otter\n\n## otters\n", []),
        ("[an otter](https://x.org) and an otter", ["otter"]),
        ("`otter` and an otter", ["otter"]),
        ("    an otter\n", []),
        ("> an otter\n\nan otter", ["otter"]),
        ("*an otter* and a **boat**", ["otter", "boat"]),
        ("- an otter\n- a boat and an otter\n", ["otter", "boat"]),
        ("| a |\n|---|\n| an otter |\n", ["otter"]),
        ("!!! note\n\n    An otter.\n", ["otter"]),
        ("[[mara|an otter]] and an otter", ["otter"]),
        ("[[otter|the animal]]", ["the animal"]),
        ("<div>an otter</div>\n", []),
        ("*[otter]: x\n\nan otter and a boat", ["boat"]),
        ("![an otter](x.png)", []),
    ],
)
def test_the_first_use_of_a_term_in_each_section_is_marked(text: str, marked: list[str]) -> None:
    assert terms(page(text)) == marked


@pytest.mark.parametrize(
    ("text", "read_as", "links"),
    [
        ("@paper [p. 4] says so.", "the Gazette1 says so. Notes", ["p. 4"]),
        ("@paper[p. 4; see @book] says so.", "the Gazette1, see 2 says so. Notes", ["p. 4"]),
        ("@{paper}’s word", "the Gazette1’s word Notes", []),
        ("[@{paper}, p. 4]", "1 Notes", ["p. 4"]),
        ("[@paper, @book]", "1, 2 Notes", []),
        ("[@paper and @book, p. 7]", "1, 2 Notes", ["p. 7"]),
        ("@paper [sic] says so.", "the Gazette1 [sic] says so. Notes", []),
        ("@paper [4 otters](b.html)", "the Gazette1 4 otters Notes", []),
        ("[@paper; p. 4] and [@paper, p. 5]", "[@paper; p. 4] and1 Notes", ["p. 5"]),
        ('[@paper, p. 9]: "These words."', '1: "These words." Notes', ["p. 9"]),
        ("Wow![@paper]", "Wow!1 Notes", []),
        ("x[^1]\n\n[^1]: Foot [@paper, p. 2] and [[mara]].", "x1 Foot1 and Mara Lind. ↩ Notes", ["p. 2"]),
    ],
)
def test_a_mark_as_pandoc_reads_it(text: str, read_as: str, links: list[str]) -> None:
    found = page(text)
    shown, _, notes = found.text.partition(" Notes")
    assert f"{shown} Notes".replace("\xa0", " ") == read_as
    assert all(locator in notes for locator in links)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("![[[mara]]](b.png)", '<p><img alt="Mara Lind" src="b.png" /></p>'),
        ("![[[mara|her & co]]](b.png)", '<p><img alt="her &amp; co" src="b.png" /></p>'),
        (
            '![Photo of [[mara|her]] [@paper]](b.png "T [@paper]")',
            '<p><img alt="Photo of her" src="b.png" title="T" /></p>',
        ),
        ("A <!-- [@paper] [[mara]] --> b", "<p>A <!-- [@paper] [[mara]] --> b</p>"),
        ('A <b title="[@paper]">b</b>', '<p>A <b title="[@paper]">b</b></p>'),
        (
            "A <https://example.org/[[mara]]>",
            '<p>A <a href="https://example.org/[[mara]]">https://example.org/[[mara]]</a></p>',
        ),
        ("[a](b.html?[[mara]])", '<p><a href="b.html?[[mara]]">a</a></p>'),
    ],
)
def test_what_is_no_text_of_the_page_holds_no_mark(text: str, made: str) -> None:
    assert Markdown(extensions=[ExplainersExtension(Site(GRAPH))]).convert(text) == made


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        ("# A [@paper] b", "A b", "a-b"),
        ("# One [@paper]", "One", "one"),
        ("# Zero [@book]\n\n# One [@paper]", "One", "one"),
        ("# *One* [@paper; @book]", "One", "one"),
        ("# *One [@paper]*", "One", "one"),
        ("# As @paper has it", "As the Gazette has it", "as-the-gazette-has-it"),
        ("# Of [[mara]] [@paper]", "Of Mara Lind", "of-mara-lind"),
    ],
)
def test_a_mark_in_a_heading_moves_no_anchor(text: str, name: str, id: str) -> None:
    md = Markdown(extensions=["toc", ExplainersExtension(Site(GRAPH))])
    found = read(md.convert(text))
    heading = [token for token in md.toc_tokens if token["id"] != "notes"][-1]
    assert (heading["name"], heading["id"]) == (name, id)
    assert "ref-1-a" in found.ids
    assert "fnref" not in found.html


@pytest.mark.parametrize("generic", [True, False])
def test_no_term_is_marked_in_a_formula(generic: bool) -> None:
    formula = ArithmatexExtension(generic=generic)
    text = "A $\\text{otter} = x$ and\n\n$$\n\\text{boat}\n$$"
    made = Markdown(extensions=[formula, ExplainersExtension(Site(GRAPH))]).convert(text)
    assert "xp-term" not in made


def test_a_letter_may_be_an_entity_in_a_term() -> None:
    site = Site(graph_of(term("cafe", "café")))
    made = Markdown(extensions=[ExplainersExtension(site)]).convert("A caf&eacute; &amp; one.\n\nA t&eacute;a.")
    assert ">café</a> &amp; one.</p>\n<p>A t&eacute;a.</p>" in made


@pytest.mark.parametrize("extensions", [(), ("pymdownx.keys",)])
def test_no_term_is_marked_among_keys(extensions: tuple[str, ...]) -> None:
    site = Site(graph_of(term("alt"), term("enter")))
    made = Markdown(extensions=[*extensions, ExplainersExtension(site)]).convert("Press ++ctrl+alt++, ++enter++.")
    assert "xp-term" not in made


def test_a_definition_is_in_the_glossary_alone() -> None:
    assert "What otter means." not in page("An otter.\n\n## More\n\nAn otter.").text


def test_each_page_starts_afresh_and_its_links_start_where_it_is() -> None:
    extension = ExplainersExtension(Site(GRAPH))
    md = Markdown(extensions=["extra", extension])
    pages = []
    for address in ("about/", "deep/down/"):
        extension.expect(address)
        pages.append(read(md.reset().convert("An otter of [[mara]] [@paper].")))
    assert ("../actors/mara/", "Mara Lind") in pages[0].links
    assert ("../../actors/mara/", "Mara Lind") in pages[1].links
    assert [p.ids for p in pages] == [["ref-1-a", "notes", "note-1", "note-1-a"]] * 2
    assert [terms(p) for p in pages] == [["otter"], ["otter"]]


TYPED = [
    "[",
    "]",
    "(x)",
    "`",
    "```\n",
    "*",
    "|",
    "\n",
    "\n\n",
    "    ",
    "# ",
    "- ",
    "> ",
    "<b>",
    "\\",
    "!",
    "a",
    "Ł ",
    "[^1]",
    ": ",
]
OURS = ["[[", "]]", "[@", "@", "mara", "paper", "noone", "otter", "[[mara|she]]", "[@paper]", "[[mara]]", ";", ", p. 4"]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(TYPED), max_size=25).map("".join))
def test_text_without_our_marks_is_as_it_was(text: str) -> None:
    assume("[[" not in text)
    common = ["extra", "admonition", "toc"]
    extension = ExplainersExtension(Site(GRAPH, glossary="off"))
    assert Markdown(extensions=[*common, extension]).convert(text) == Markdown(extensions=common).convert(text)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from([*TYPED, *OURS]), max_size=25).map("".join))
@example("[@paper]: ```\n[@paper]")
def test_any_text_is_a_page_with_its_links_in_the_site_and_no_link_in_a_link(text: str) -> None:
    found = page(text)
    # A definition, `[@paper]: ` and what is typed behind it, makes a link of Markdown's own.
    assert all(way.startswith(("../", "#", "x", "mailto:", "`")) for way, _ in found.links)
    assert not any(sign in found.html for sign in ("\x02", "\x03", "data-explainers", "explainers-bar"))
    assert not re.search(r"<a\b[^>]*>(?:(?!</a>).)*<a\b", found.html, re.DOTALL)


def test_without_a_site_markdown_is_as_it_was() -> None:
    text = "A *word* of [me@example.org](https://x.org)."
    assert Markdown(extensions=["explainers"]).convert(text) == Markdown().convert(text)


@pytest.mark.parametrize(
    "typed",
    [
        '<div markdown="1" data-explainers="9">x</div>',
        '<span data-explainers="0">x</span>',
        '<div markdown="1"><span data-explainers="x" markdown="span">x</span></div>',
        "*x*{: data-explainers=9 }",
        '<span data-xp-term="nothing">x</span>',
        '<div markdown="1" \x02explainers="0">x</div>',
        "x{: \x02explainers=0 }",
    ],
)
def test_an_attribute_that_an_author_types_is_left_to_them(typed: str):
    found = page(f"{typed}\n\nSee [[mara]] and [[us]].")
    assert ours(found) == [MARA, ("../actors/us/", "the United States")]
    assert "x" in found.text
