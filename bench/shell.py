"""The page around an article, cut from a page that our own build made: the peers fill in the same one.

What is the same on every page stays; title, address and article become gaps. The list of headings is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath

ROOT = "/x/"
_START = '<article class="md-content__inner md-typeset">'
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_CANONICAL = re.compile(r'<link rel="canonical" href="[^"]*">')
_DESCRIPTION = re.compile(r'<meta name="description" content="[^"]*">')
_DATA = re.compile(r'<script type="application/ld\+json">.*?</script>', re.DOTALL)
_ADDRESS = re.compile(r'((?:href|src)=")(?!https?:|#|data:|mailto:)([^"]*)"')


@dataclass(frozen=True, slots=True)
class Gaps:
    """What a template language writes for the title, the address and the article."""

    title: str
    address: str
    article: str


HUGO = Gaps("{{ .Title }}", "{{ .Permalink }}", '{{ block "main" . }}{{ end }}')
ELEVENTY = Gaps(
    "{% if r %}{{ r | title }}{% else %}{{ heading }}{% endif %}",
    "https://example.org/x{{ page.url }}",
    "{{ content | safe }}",
)


def shell(page: Path, address: str, gaps: Gaps) -> str:
    """The page's HTML with gaps. `address` is the page's place, from the root of its site."""
    html = page.read_text("utf-8")
    start = html.index(_START) + len(_START)
    end = html.index("</article>", start)
    html = f"{html[:start]}@@ARTICLE@@{html[end:]}"
    html = re.sub(r'(<nav class="md-nav md-nav--secondary"[^>]*>).*?</nav>', r"\1</nav>", html, flags=re.DOTALL)
    html = _DATA.sub("", _DESCRIPTION.sub("", html))
    html = _TITLE.sub("<title>@@TITLE@@ - Explainers</title>", html, 1)
    html = _ADDRESS.sub(lambda match: f'{match[1]}{_absolute(match[2], address)}"', html)
    html = _CANONICAL.sub('<link rel="canonical" href="@@ADDRESS@@">', html, 1)
    # No braces of the theme's own scripts are left for the template language to trip over.
    html = html.replace("{{", "{ {").replace("{%", "{ %")
    filled = {"@@TITLE@@": gaps.title, "@@ADDRESS@@": gaps.address, "@@ARTICLE@@": gaps.article}
    for token, gap in filled.items():
        html = html.replace(token, gap)
    return html


def _absolute(link: str, address: str) -> str:
    path = normpath(join(ROOT, address, link))
    return f"{path}/" if link.endswith(("/", ".")) and path != "/" else path
