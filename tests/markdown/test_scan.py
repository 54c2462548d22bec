"""What hand-written pages use and get wrong, found without building them."""

from __future__ import annotations

import pytest

from explainers.markdown.hand_written import HandWritten, Scan
from explainers.markdown.scan import scan
from explainers.prose.site import Site
from tests.markdown.test_extension import GRAPH


def scanned(text: str) -> Scan:
    return scan([HandWritten("docs/about.md", "about/", text)], Site(GRAPH))


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
def test_an_unknown_id_is_told_at_its_place(text: str, found: list[tuple[int, int, str]]) -> None:
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


@pytest.mark.parametrize(
    ("text", "title"),
    [("---\ntitle: 'A page'\n---\n# Other\n", "A page"), ("Words.\n\n# A page #\n", "A page"), ("Words.", "about")],
)
def test_a_page_is_called_by_its_title(text: str, title: str) -> None:
    [spot] = scanned(f"{text}\n\nSo [@paper].").uses.sources["paper"]
    assert spot.title == title


def test_pages_are_told_apart() -> None:
    pages = [HandWritten(f"docs/{name}.md", f"{name}/", "See [[noone]].") for name in ("one", "two")]
    assert [d.span.path for d in scan(pages, Site(GRAPH)).diagnostics] == ["docs/one.md", "docs/two.md"]
