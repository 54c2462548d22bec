"""What takes Markdown the square of its number, or nests without end, is reported at its place and printed as typed."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from explainers.markdown.bounds import CODE
from explainers.markdown.code import without_code
from explainers.markdown.extension import ExplainersExtension
from explainers.markdown.hand_written import ByHand, HandWritten
from explainers.prose.site import Site
from tests.growth import grows_in_step
from tests.markdown.converting import COMMON, convert, gathered
from tests.markdown.test_extension import GRAPH

MATERIAL = (
    *COMMON,
    "pymdownx.superfences",
    "pymdownx.betterem",
    "pymdownx.inlinehilite",
    "pymdownx.arithmatex",
    "pymdownx.caret",
)
BRACKETS = ["[", "![", "[[", "[@", "[^", "*[", "[a](", "![a](", "[a][", "[a](<a", '[a](b "c) ', "[[a]"]
OTHERS = ["<a", "<http://", "<![CDATA[", "<!x", "[a]:\n", "#\n", "---\n", "===\n", "1. "]
SIGNS = ["[^1]: ", "`a", "a*", "_a ", "\\(", "~", "=="]


@pytest.mark.parametrize("extensions", [("toc",), MATERIAL], ids=["few", "many"])
@pytest.mark.parametrize("piece", [*BRACKETS, *OTHERS])
def test_a_page_of_what_never_ends_takes_no_square_of_time_and_is_reported(
    piece: str, extensions: tuple[str, ...]
) -> None:
    def converting(size: int) -> Callable[[], ByHand]:
        return lambda: gathered("# Page\n\n" + piece * (size // len(piece)), graph=GRAPH, extensions=extensions)

    found = grows_in_step(converting, 40_000).diagnostics
    assert {(d.code, d.severity.value) for d in found} >= {(CODE, "error")}
    assert {d.span.line for d in found if d.code == CODE} <= {3, 1 if piece == "#\n" else 3}


@pytest.mark.parametrize("piece", SIGNS)
def test_one_sign_throughout_a_page_takes_no_square_of_time(piece: str) -> None:
    def converting(size: int) -> Callable[[], ByHand]:
        return lambda: gathered(piece * (size // len(piece)), graph=GRAPH, extensions=MATERIAL)

    grows_in_step(converting, 30_000)


@pytest.mark.parametrize("opened", ["<![CDATA[", "<!-- ", "<a ", "<a b='"])
def test_marks_behind_a_tag_that_never_closes_take_no_square_of_time(opened: str) -> None:
    def converting(size: int) -> Callable[[], ByHand]:
        return lambda: gathered(f"a {opened}" + "[[no-one]] " * (size // 11), graph=GRAPH)

    grows_in_step(converting, 20_000)


def test_many_paragraphs_that_are_each_short_enough_are_too_much_together() -> None:
    def converting(size: int) -> Callable[[], ByHand]:
        return lambda: gathered((f"{'[' * 1000}\n\n") * (size // 1000), graph=GRAPH)

    found = grows_in_step(converting, 20_000).diagnostics
    assert {d.code for d in found} == {CODE}


def test_the_text_is_printed_as_it_is_typed_and_the_rest_is_read() -> None:
    typed = "[" * 5000
    html = convert(
        HandWritten("docs/a.md", "A", f"One *word*.\n\nX {typed}\n\n- [a](b)"), ExplainersExtension(Site(GRAPH))
    )
    assert f"<p>X {typed}</p>" in html
    assert "<em>word</em>" in html
    assert '<a href="b">a</a>' in html


@pytest.mark.parametrize(
    "text",
    [
        "| from | to |\n|---|---|\n" + "| [0, 1) | (0, 1] |\n" * 3000,
        "".join(f"[link {n}]: https://example.org/{n}\n" for n in range(1500)),
        "".join(f"- [link {n}](https://example.org/{n} 'It is') and [@paper, p. {n}]\n" for n in range(1500)),
        "".join(f"## Heading {n}\n\nA text with `code [` and a <b>tag</b>.\n\n" for n in range(800)),
        "So [is [it](x)](y) or (not. " * 400,
        "a < b and c <d. " * 400,
        "So *it* is, H~2~O and x^2^, a_b_c. " * 300,
        "".join(f"{'    ' * depth}1. deeper\n" for depth in range(40)),
    ],
    ids=[
        "intervals",
        "link definitions",
        "a long list",
        "many headings",
        "a long paragraph",
        "less than",
        "emphasis",
        "a deep list",
    ],
)
def test_a_long_page_is_no_endless_one(text: str) -> None:
    assert [d.message for d in gathered(text, graph=GRAPH, extensions=MATERIAL).diagnostics if d.code == CODE] == []


def test_a_list_that_is_nested_without_end_is_reported() -> None:
    [found] = [d for d in gathered("Text.\n\n" + "1. " * 2000, graph=GRAPH).diagnostics if d.code == CODE]
    assert (found.span.line, found.message) == (
        3,
        "lists and quotations are nested too deep: the text is printed as it is typed",
    )


@pytest.mark.parametrize("piece", ["`a", "`` `", "```\n", "~~~\n", "<!--", "`\n\n", *(f"{'`' * n}\n" for n in (4, 5))])
def test_code_without_end_takes_no_square_of_time_to_leave_out(piece: str) -> None:
    def leaving(size: int) -> Callable[[], str]:
        return lambda: without_code(piece * (size // len(piece)))

    assert grows_in_step(leaving, 200_000)


def test_what_is_nested_without_an_end_is_given_up_early() -> None:
    # Each level reads all that is below it: at the depth that Python allows, this took four seconds.
    began = process_time()
    found = gathered("word\n\n" + "1. " * 20_000, graph=GRAPH, extensions=MATERIAL)
    assert process_time() - began < 2
    assert [d.message.partition(":")[0] for d in found.diagnostics if d.code == CODE] == [
        "lists and quotations are nested too deep"
    ]
