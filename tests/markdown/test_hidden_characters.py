"""A character that nobody sees is reported in pages by hand as it is in records."""

from __future__ import annotations

import pytest

from explainers.markdown.front_matter import front_matter
from explainers.markdown.hidden_characters import hidden_in_page
from explainers.text.file_text import SourceText
from tests.markdown.converting import gathered
from tests.markdown.test_extension import GRAPH


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# A page\n\nA wo\u200brd.", [(3, 5, "a hidden character: U+200B zero width space")]),
        ("# A\u202epage", [(1, 4, "a hidden character: U+202E right-to-left override")]),
        (
            "So\x07 it\x1b[2J is\u00ad.",
            [(1, 3, "a hidden character: U+0007 control character, and 2 more in this file")],
        ),
        ("---\ntitle: A\u200bpage\n---\n\nText.", [(2, 9, "a hidden character: U+200B zero width space")]),
        (
            '---\ntitle: "A\\u202epage"\n---\n\nText.',
            [(2, 8, "this writes a hidden character: U+202E right-to-left override")],
        ),
        ("A farmer \U0001f468\u200d\U0001f33e, a heart \u2764\ufe0f, \u0645\u06cc\u200c\u062e\u0648\u0627.", []),
        ("Typed as `&shy;`: over&shy;land.\tA tab.", []),
    ],
)
def test_it_is_reported_at_its_place(text: str, found: list[tuple[int, int, str]]) -> None:
    told = gathered(text, graph=GRAPH).diagnostics
    assert [(d.span.line, d.span.column, d.message) for d in told if d.code == "hidden-character"] == found
    assert [d.code for d in told if d.severity.value == "error"] == ["hidden-character"] * len(found)


def test_the_title_that_the_navigation_gives_has_none() -> None:
    text = "# A page\n"
    [found] = hidden_in_page("A\u200bpage", front_matter("docs/a.md", text), SourceText("docs/a.md", text))
    assert (found.message, found.help) == (
        "the title of this page has a hidden character: U+200B zero width space",
        "delete it in `nav`",
    )
