"""Where a page uses none of our marks, the extension changes nothing: the HTML is the same with it and without."""

from __future__ import annotations

from importlib.metadata import distributions
from random import Random
from typing import Any

import pytest
from markdown import Markdown

from explainers.graph.graph import Graph
from explainers.markdown.extension import ExplainersExtension
from explainers.prose.site import Site
from tests.markdown.test_extension import GRAPH

# What Material's own documentation recommends.
MATERIAL: tuple[str, ...] = (
    "abbr admonition attr_list def_list footnotes md_in_html toc tables pymdownx.arithmatex pymdownx.betterem "
    "pymdownx.caret pymdownx.details pymdownx.highlight pymdownx.inlinehilite pymdownx.keys pymdownx.magiclink "
    "pymdownx.mark pymdownx.smartsymbols pymdownx.superfences pymdownx.tabbed pymdownx.tasklist pymdownx.tilde"
).split()  # type: ignore[assignment]
SETS: dict[str, tuple[Any, ...]] = {
    "plain": (),
    "extra": ("extra", "toc", "sane_lists", "smarty"),
    "material": MATERIAL,
}
# The parts of Markdown, hard cases of each, and signs that look like ours.
INLINE = [
    *(
        "word",
        "*em*",
        "**strong**",
        "***both***",
        "_a_b_",
        "`code`",
        "`` a`b ``",
        "\\*",
        "\\@",
        "\\\\",
        "\\@word",
        "\\[",
        "&amp;",
        "&copy;",
    ),
    *(
        "[text](address.html)",
        '[a](b "T")',
        "[a]",
        "[a][b]",
        "[a][]",
        "![alt](b.png)",
        '![a](b "t")',
        "![a][b]",
        "[![a](b)](c)",
    ),
    *(
        "<https://example.org/>",
        "<me@example.org>",
        "https://example.org/a_b",
        "me@example.org",
        "<b>raw</b>",
        "<!-- c -->",
    ),
    *(
        "<a href='x'>y</a>",
        "[@",
        "@]",
        "[ @ ]",
        "[[",
        "]]",
        "[[]]",
        "[x@y]",
        "@",
        "@@",
        "a@",
        "@{",
        "{q1}",
        "|",
        "[^1]",
        "^sup^",
        "~~gone~~",
    ),
    *(
        "==mark==",
        "++ctrl+alt++",
        "$a_{1}$",
        "\\(x\\)",
        ":smile:",
        "(c)",
        "a  \nb",
        "a\\\nb",
        '"quoted"',
        "x -- y",
        "...",
        "<",
        ">",
        "&",
    ),
    *(
        "HTML",
        "[a]: b",
        "*",
        "_",
        "`",
        "![",
        "](",
        "[",
        "]",
        "!",
        "\\",
        "{: .c }",
        "{#id}",
        "H~2~O",
        "1 < 2",
        "a|b",
        "\\|",
        "é",
        "日本語",
    ),
]
BLOCKS = [
    *(
        "# {}",
        "## {} ##",
        "{}\n===",
        "{}\n---",
        "- {}\n- {}",
        "1. {}\n2. {}",
        "* {}\n\n    {}",
        "- {}\n    - {}",
        "> {}\n> {}",
        ">> {}",
    ),
    *(
        "```\n{}\n```",
        "~~~ python\n{}\n~~~",
        "    {}",
        "\t{}",
        "| {} | {} |\n|---|---|\n| {} | {} |",
        "a | b\n--|--\n{} | {}",
    ),
    *(
        "<div>\n{}\n</div>",
        '<div markdown="1">\n{}\n</div>',
        "<!--\n{}\n-->",
        "***",
        "- - -",
        "[b]: c.html 'T'",
        "[a]: <d e>",
        "{}",
    ),
    *(
        "!!! note\n    {}",
        '??? tip "{}"\n    {}',
        '=== "{}"\n    {}',
        "{}\n:   {}",
        "[^1]: {}",
        "*[HTML]: {}",
        "- [ ] {}\n- [x] {}",
    ),
    *(
        "$$\n{}\n$$",
        "<p>{}</p>",
        "{} {} {}",
        "{}\n{}",
        "<details><summary>{}</summary>{}</details>",
        "1) {}",
        "+ {}\n\n+ {}",
    ),
]


def page(random: Random) -> str:
    """A page that could be one: some blocks, each with some text."""

    def text() -> str:
        return random.choice([" ", " ", ""]).join(random.choices(INLINE, k=random.randint(1, 5)))

    def block() -> str:
        pieces = random.choice(BLOCKS).split("{}")
        return pieces[0] + "".join(text() + piece for piece in pieces[1:])

    return random.choice(["\n\n", "\n\n", "\n"]).join(block() for _ in range(random.randint(1, 6)))


def html(text: str, *extensions: Any) -> str:
    return Markdown(extensions=list(extensions)).convert(text)


def differing(texts: list[str], extensions: tuple[Any, ...], graph: Graph = GRAPH) -> list[str]:
    site = Site(graph)
    return [t for t in texts if html(t, *extensions) != html(t, *extensions, ExplainersExtension(site))]


@pytest.mark.parametrize("extensions", SETS.values(), ids=SETS)
def test_pages_made_of_every_part_of_markdown(extensions: tuple[Any, ...]) -> None:
    random = Random(13)
    assert differing([page(random) for _ in range(400)], extensions) == []


@pytest.mark.parametrize("text", INLINE)
def test_each_part_alone(text: str) -> None:
    for extensions in SETS.values():
        assert differing([text, f"# {text}", f"a {text} b\n\n{text}"], extensions) == []


@pytest.mark.parametrize("extensions", SETS.values(), ids=SETS)
def test_pages_that_people_wrote(extensions: tuple[Any, ...]) -> None:
    """The descriptions of what is installed: most are the `README.md` of a project."""
    written = {found.metadata["Name"]: found.metadata.get_payload() for found in distributions()}
    texts = [str(text)[:4_000] for _, text in sorted(written.items()) if text]
    assert len(texts) > 20
    assert differing(texts, extensions, Graph({}, {}, (), {})) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\\@paper says.", "@paper says."),
        ("[\\@paper]", "[@paper]"),
        ("\\@nobody", "\\@nobody"),
        ("`\\@paper`", "\\@paper"),
    ],
)
def test_a_backslash_goes_only_where_there_would_be_a_mark(text: str, shown: str) -> None:
    made = html(text, ExplainersExtension(Site(GRAPH)))
    assert made.replace("<code>", "").replace("</code>", "") == f"<p>{shown}</p>"
