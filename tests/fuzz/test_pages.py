"""Any text in a page by hand: it is converted, each mistake has a place, and nothing takes long."""

from __future__ import annotations

import random
import re
from time import process_time

from hypothesis import given, note
from hypothesis import strategies as st

from explainers.markdown.hand_written import ByHand
from explainers.text.file_text import as_lines
from tests.fuzz.judged import LONG, is_placed
from tests.fuzz.pieces import ALL
from tests.fuzz.test_fuzz import SEEDS, tried
from tests.markdown.converting import COMMON, gathered
from tests.markdown.test_extension import GRAPH

MATERIAL = (
    *("abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "admonition"),
    *("pymdownx.superfences", "pymdownx.betterem", "pymdownx.inlinehilite", "pymdownx.arithmatex", "pymdownx.critic"),
    *("pymdownx.details", "pymdownx.tabbed", "pymdownx.keys", "pymdownx.mark", "pymdownx.tilde", "pymdownx.caret"),
)
SETS = [("toc", "tables", "fenced_code"), COMMON, MATERIAL]
OPENS = [
    *("[", "![", "](", "][", "]", "(", ")", "<", ">", "<a ", "</a>", "<div>\n", "</div>\n", "<!--", "-->", "<![CDATA["),
    *(
        "*",
        "**",
        "_",
        "`",
        "``",
        "```\n",
        "~~~\n",
        "$",
        "\\(",
        "\\[",
        "~~",
        "==",
        "++",
        "{",
        "}",
        "{: #a }",
        "^",
        "&#",
        "\\",
    ),
    *("# ", "## ", "> ", "- ", "1. ", "    ", "\t", "| ", "|---|\n", "---\n", "===\n", ": ", "!!! note\n", "[a]: b\n"),
    *(
        "[^1]",
        "[^1]: ",
        "*[a]: ",
        "[@paper",
        "@paper ",
        "[[mara",
        "[[mara]] ",
        "[@paper, p. 3]",
        "[[noone]]",
        "\\@paper ",
    ),
    *(
        "otter ",
        "revealed ",
        "1,200 ",
        "a ",
        "\n",
        "\n\n",
        "'",
        '"',
        "https://a.b/",
        "me@a.b ",
        '=== "A"\n\n    ',
        "++a++",
    ),
]
HEADS = [
    "title: A",
    "terms: all",
    "terms: {only: [otter]}",
    'title: "\\u202e"',
    "a: [",
    "a: &b [*b]",
    "- a",
    "domain: x",
]
# Of a page that may be five times as long; on a busy machine, the processor takes twice as long too.
MOST_TO_CONVERT = 8 if LONG else 4


def page(chance: random.Random) -> str:
    """Some pieces, one of which may stand a thousand times; some pages have front matter."""
    pieces = [chance.choice(OPENS if chance.random() < 0.8 else ALL)[:200] for _ in range(chance.randint(1, 30))]
    for _ in range(chance.choice([0, 0, 1, 2])):
        at = chance.randrange(len(pieces))
        pieces[at] *= chance.choice([10, 1000, 20_000])
    head = f"---\n{chance.choice(HEADS)}\n---\n\n" if chance.random() < 0.2 else ""
    text = head + "".join(pieces)[: 100_000 if LONG else 20_000]
    # As a file is read: what no encoding has is none, and a line ends in one way.
    return as_lines(text.encode("utf-8", "replace").decode())


@tried(60)
@given(SEEDS, st.sampled_from(SETS))
def test_any_page(seed: int, extensions: tuple[str, ...]) -> None:
    text = page(random.Random(seed))
    note(repr(text[:2000]))
    began = process_time()
    found = gathered(text, graph=GRAPH, extensions=extensions)
    took = process_time() - began
    assert took < MOST_TO_CONVERT, f"{took:.1f} s to convert"
    assert is_right(found, text)
    assert gathered(text, graph=GRAPH, extensions=extensions).diagnostics == found.diagnostics


def is_right(found: ByHand, text: str) -> bool:
    """Whether each mistake has a message, and a place in the page."""
    texts = {"docs/about.md": text}
    return all(d.message.strip() and is_placed(d, texts) and re.fullmatch("[a-z-]+", d.code) for d in found.diagnostics)
