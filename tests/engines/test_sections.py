"""Our reading of a page for the search is Material's reading."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser

from explainers.engines.mkdocs.search import sections

Found = list[tuple[str | None, str, str]]


def by_material(html: str) -> Found:
    parser = Parser()
    parser.feed(html)
    parser.close()
    return [(section.id, "".join(section.title).strip(), "".join(section.text).strip()) for section in parser.data]


def by_us(html: str) -> Found | None:
    found = sections(html)
    if found is None:
        return None
    return [(section.id, "".join(section.title).strip(), "".join(section.text).strip()) for section in found]


TEXTS = st.sampled_from(["", " ", "\n", "a", "a b", " b\n c ", "&amp; d", "&nbsp;", "e &lt;f&gt;", "“é” > g", "&#39;"])
TAGS = st.sampled_from(
    ["p", "li", "ul", "ol", "code", "sup", "div", "span", "b", "section", "svg", "title", "a", "dl", "td"]
)
HEADINGS = st.sampled_from(["<h1>{}</h1>", '<h1 id="x">{}</h1>', '<h2 id="y">{}</h2>', '<h3 id="&amp;z">{}</h3>'])
LINK = '<a class="headerlink" href="#y" aria-label="Link">#</a>'


def around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, max_size=4).map("".join)
    return st.one_of(
        st.tuples(TAGS, several).map(lambda made: f'<{made[0]} class="c">{made[1]}</{made[0]}>'),
        st.tuples(TAGS, TEXTS, several).map(lambda made: f"<{made[0]}>{made[1]}{made[2]}</{made[0]}>"),
        st.tuples(HEADINGS, several).map(lambda made: made[0].format(made[1] + LINK)),
        several,
    )


PIECES = st.one_of(TEXTS, st.just("<br>"), st.just('<img alt="a > b" src="x">'), st.just('<path d="M1"/>'))
PAGES = st.recursive(PIECES, around, max_leaves=25)


@given(PAGES)
@example('<div><p></p><h2 id="y">T</h2><ul><li> </li></ul></div><p>after</p>')
@example('<div><h1 id="x">One</h1><section><h2 id="y">Two</h2><p>in</p></section> out </div>')
def test_it_is_the_same_for_any_page(html: str) -> None:
    try:
        expected = by_material(html)
    except (ValueError, AttributeError):
        return  # Material's reader fails at it: a paragraph around a heading
    assert by_us(html) in (None, expected)
    assert by_us(f"<div>{html}</div>\n") is not None


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<!-- b --></p>",
        "<script>1 < 2</script>",
        "<pre>\n a</pre>",
        "<p>a < b</p>",
        "<div data-search-exclude>a</div>",
    ],
)
def test_what_needs_a_full_reader_is_left_to_it(html: str) -> None:
    assert sections(html) is None
