"""What hand-written pages use and get wrong, gathered from the conversions that make them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pymdownx.snippets import SnippetExtension

from explainers.markdown.extension import ExplainersExtension
from explainers.markdown.gathering import Gathering
from explainers.markdown.hand_written import ByHand, HandWritten
from explainers.prose.site import Site
from tests.markdown.converting import convert, gathered
from tests.markdown.test_extension import GRAPH


def scanned(text: str) -> ByHand:
    return gathered(text, graph=GRAPH)


def places(text: str) -> list[tuple[int, int, str]]:
    return [(d.span.line, d.span.column, d.message) for d in scanned(text).diagnostics]


NO_RECORD = "no record has the id `noone`"
NO_SOURCE = "no source has the id `noone`"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See [[noone]].", [(1, 7, NO_RECORD)]),
        ("See [[noone|him]].", [(1, 7, NO_RECORD)]),
        ("So [@noone].", [(1, 6, NO_SOURCE)]),
        ("So [see @paper, p. 4; @noone].", [(1, 24, NO_SOURCE)]),
        ("One [[noone]].\n\nTwo [[noone]] [[noone]].", [(1, 7, NO_RECORD), (3, 7, NO_RECORD), (3, 17, NO_RECORD)]),
        ("```\n[[noone]]\n```\n\nSee [[noone]].", [(5, 7, NO_RECORD)]),
        ("~~~\n[@noone]\n~~~\n\nSee [@noone].", [(5, 7, NO_SOURCE)]),
        ("`[[noone]]` and [[noone]]", [(1, 19, NO_RECORD)]),
        ("Costs 5` or so.\n\n[[noone]] costs 3`.", [(3, 3, NO_RECORD)]),
        ("<!-- [[noone]] -->\n\n[[noone]]", [(3, 3, NO_RECORD)]),
        ("- one\n- [[noone]]\n", [(2, 5, NO_RECORD)]),
        ("| a | b |\n|---|---|\n| [[noone|x]] | [@noone] |\n", [(3, 5, NO_RECORD), (3, 19, NO_SOURCE)]),
        ("!!! note\n\n    See [[noone]].\n", [(3, 11, NO_RECORD)]),
        ("---\ntitle: About\n---\n\nSee [[noone]].", [(5, 7, NO_RECORD)]),
        ("A word[^1].\n\n[^1]: See [[noone]].", [(3, 13, NO_RECORD)]),
        ("ł ö [[noone]]", [(1, 7, NO_RECORD)]),
        ("@noone and me@noone.org", []),
        ("[@noone](https://x.org)", []),
        ("", []),
    ],
)
def test_an_unknown_id_is_reported_at_its_place(text: str, found: list[tuple[int, int, str]]) -> None:
    assert places(text) == found


def test_the_id_that_was_meant_is_named() -> None:
    [found] = scanned("See [@papre].").diagnostics
    assert (found.code, found.help) == ("unknown-reference", "did you mean `paper`?")


def test_what_is_used_is_known() -> None:
    found = scanned("[[mara]] [[otter]] [@paper; @book] `[[us]]` @gazette")
    assert (set(found.sources), set(found.records)) == ({"paper", "book"}, {"mara", "otter"})


def test_a_citation_knows_its_page_and_the_heading_above_it() -> None:
    found = scanned("# About us\n\nSo [@paper].\n\n## More\n\nSo [@paper]: an otter.")
    spots = [(s.title, s.heading, s.target) for s in found.uses.sources["paper"]]
    assert spots == [("About us", "About us", "about/#ref-1-a"), ("About us", "More", "about/#ref-1-b")]
    assert [(s.heading, s.target) for s in found.uses.terms["otter"]] == [("More", "about/#more")]


def test_pages_are_told_apart() -> None:
    found = gathered("See [[noone]].", "So it is. See [[noone]].", graph=GRAPH)
    assert [d.span.path for d in found.diagnostics] == ["docs/about.md", "docs/page-2.md"]


WRONG = ("mark-not-read", "`p. 3` names no source")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A word.\n\nSo [@paper; p. 3].", (3, 4, *WRONG)),
        ("So [@paper;].", (1, 4, "mark-not-read", "no source is named after a semicolon")),
        (
            "![A boat [@paper]](b.png)",
            (1, 10, "mark-not-read", "`[@paper]` is in an image’s words, where no note can be"),
        ),
        ("[A boat [@paper]](b.html)", (1, 9, "mark-not-read", "`[@paper]` is in a link, where no note can be")),
    ],
)
def test_a_mark_that_cannot_be_read_is_reported(text: str, found: tuple[int, int, str, str]) -> None:
    [told] = scanned(text).diagnostics
    assert (told.span.line, told.span.column, told.code, told.message) == found


def test_only_what_is_shown_counts_as_used() -> None:
    found = scanned("![A boat [@paper]](b.png)\n\n<!-- [[mara]] [@book] -->\n\n<b title='[@paper]'>x</b>")
    assert not found.sources
    assert not found.records


def test_a_mistake_in_a_file_that_the_page_includes_is_reported_there(tmp_path: Path) -> None:
    (tmp_path / "part.txt").write_text("Of [[mara]].\n\nOf [[noone]].\n", "utf-8")
    page = HandWritten("docs/about.md", "About us", '--8<-- "part.txt"\n', lambda: [("part.txt", "Of [[noone]].\n")])
    site = Site(GRAPH)
    extension, gathering = ExplainersExtension(site), Gathering(site, GRAPH)
    convert(page, extension, [SnippetExtension(base_path=[str(tmp_path)])])
    gathering.take(page, extension.state)
    found = gathering.found()
    assert [(d.span.path, d.span.line, d.message) for d in found.diagnostics] == [("part.txt", 1, NO_RECORD)]
    assert found.texts["part.txt"] == "Of [[noone]].\n"
