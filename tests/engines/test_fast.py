"""What is rendered once and shared comes out as if every page had been rendered alone: the same bytes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from explainers.engines.mkdocs.frames.frames import Frames
from tests.engines.varied import both, varied_site

MATERIAL: dict[str, Any] = {"theme": {"name": "material", "font": False}}
NAV = [
    {"Home": "index.md"},
    {"Records": [{"Claims": "claims/index.md"}, {"Actors": "actors/index.md"}, {"NATO": "actors/nato.md"}]},
    {"About": ["about.md", {"Guide": "guide/how.md"}, {"Elsewhere": "https://example.org/"}]},
]


def material(*features: str, **more: Any) -> dict[str, Any]:
    return {"theme": MATERIAL["theme"] | {"features": list(features)} | more.pop("theme", {})} | more


LATE = """
def on_post_page(output, page, config):
    return output.replace("</body>", f"<!-- {page.url} {page.title} --></body>")
"""
EARLY = """
def on_pre_page(page, config, files):
    if page.url.startswith("claims/"):
        page.edit_url = "https://example.org/" + page.url
    return page

def on_page_content(html, page, config, files):
    page.meta["length"] = len(page.url) // 8
    return html + f"<p data-search-exclude>{page.url}</p>" if "kursk" in page.url else html + "<p>a  <b> b</b></p>"
"""
CONTEXT = """
def on_page_context(context, page, config, nav):
    context["mine"] = page.title.upper()
"""
OVERRIDE = """{% extends "base.html" %}
{% block extrahead %}{% if page %}<meta property="og:title" content="{{ page.title | e }} {{ page.title | striptags }}">
<script>var seen = {{ {"title": page.title, "src": page.file.src_uri} | tojson }}</script>
{% if page.meta.length %}<meta name="length" content="{{ page.meta.length }}">{% endif %}
<meta name="share" content="?u={{ page.canonical_url | urlencode }}&t={{ page.title | urlencode }}">
<meta name="day" content="{{ page.update_date }}">
<meta name="edit" content="{{ page.edit_url }} {{ page.toc | length }}">{% endif %}{% endblock %}
"""
PARTIAL = """{% extends "base.html" %}
{% block extrahead %}{% if page and "kursk-aim" in page.file.src_uri %}<meta name="picky">{% endif %}{% endblock %}
"""
BY_NAME = PARTIAL.replace("kursk-aim", "technology-helps").replace("page.file.src_uri", "page.file.name")
PICKY = """{% extends "base.html" %}
{% block extrahead %}{% if page and page.url.endswith("o/") %}<meta name="picky">{% endif %}{% endblock %}
"""
SHOUTING = (
    '{% extends "base.html" %}{% block extrahead %}<meta name="t" content="{{ page.title | upper }}">{% endblock %}'
)
OWN_THEME = """<title>{{ page.title }}</title><link rel="x" href="{{ 'x.css' | url }}"><nav>{% for item in nav %}
<a href="{{ item.url }}" {% if item.active %}class="on"{% endif %}>{{ item.title }}</a>{% endfor %}</nav>
{% for item in page.toc %}<a href="{{ item.url }}">{{ item.title | e }}</a>{% endfor %}
{{ page.content }}{{ base_url }}"""

# What a site owner sets, and the files beside the records.
SITES: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "plain": (MATERIAL, {}),
    "tabs, repository, permalinks": (
        material(
            "navigation.tabs", "navigation.top", "navigation.footer", "content.action.edit", "content.action.view",
            repo_url="https://github.com/who/what", edit_uri="edit/main/docs/", nav=NAV,
            markdown_extensions=[{"toc": {"permalink": "#", "title": "On <this> page"}}],
        ),
        {},
    ),
    "path, indexes, palette, French": (
        material(
            "navigation.path", "navigation.indexes", "navigation.sections", "toc.integrate", "announce.dismiss",
            theme={
                "language": "fr",
                "palette": [{"scheme": "default", "toggle": {"icon": "material/weather-night", "name": "Nuit"}},
                            {"scheme": "slate", "toggle": {"icon": "material/weather-sunny", "name": "Jour"}}],
            },
            extra={"alternate": [{"name": "X", "link": "/fr/", "lang": "fr"}], "generator": False},
        ),
        {},
    ),
    "pruned, instant, Arabic, at the root": (
        material(
            "navigation.prune", "navigation.instant", "navigation.instant.progress", "navigation.tabs",
            "navigation.tabs.sticky", "search.suggest", theme={"language": "ar", "palette": {"scheme": "slate"}},
            site_url="https://example.org", nav=NAV,
        ),
        {},
    ),
    "feedback, no site_url": (
        material(
            site_url="",
            site_author="Someone",
            extra={"analytics": {"provider": "google", "property": "G-1", "feedback": {"title": "Good?", "ratings": [
                {"icon": "material/emoticon-happy-outline", "name": "Yes", "data": 1, "note": "Thanks! {url} {title}"},
            ]}}},
        ),
        {},
    ),
    "no folders in addresses": (material("navigation.tabs", use_directory_urls=False, nav=NAV), {}),
    "no search": (MATERIAL | {"plugins": []}, {}),
    "titles alone are searched": (
        MATERIAL | {"plugins": [{"search": {"lang": ["en", "de"], "separator": r"[\s\-]+"}}]}, {},
    ),
    "tags, meta, offline": (
        MATERIAL | {"plugins": ["search", "meta", "tags", "offline", {"group": {"plugins": []}}]},
        {"docs/guide/.meta.yml": "tags: [guide]\n"},
    ),
    "typeset": (MATERIAL | {"plugins": ["search", "typeset"]}, {}),
    "a hook on the finished page": (MATERIAL | {"hooks": ["hook.py"]}, {"hook.py": LATE}),
    "a hook on the content, and a template of one's own": (
        material(theme={"custom_dir": "over"}, hooks=["hook.py"]), {"hook.py": EARLY, "over/main.html": OVERRIDE},
    ),
    "a theme that is told apart by page": (material(theme={"custom_dir": "over"}), {"over/main.html": PICKY}),
    "a theme that is told apart by file": (material(theme={"custom_dir": "over"}), {"over/main.html": PARTIAL}),
    "a theme that is told apart by name": (material(theme={"custom_dir": "over"}), {"over/main.html": BY_NAME}),
    "a theme that changes titles": (material(theme={"custom_dir": "over"}), {"over/main.html": SHOUTING}),
    "the theme mkdocs": ({"theme": {"name": "mkdocs"}, "nav": NAV}, {}),
    "the theme readthedocs": ({"theme": {"name": "readthedocs"}}, {}),
    "a theme of one's own": (
        {"theme": {"name": None, "custom_dir": "over"}, "plugins": []}, {"over/main.html": OWN_THEME},
    ),
    "a page by hand below a record's": (
        MATERIAL | {"nav": [*NAV, {"Below": "actors/odd-1/more.md"}]},
        {"docs/actors/odd-1/more.md": "# More\n\nOf it.\n"},
    ),
}  # fmt: skip
# What is said of the sites whose pages are rendered one by one.
ONE_BY_ONE = {
    "tags, meta, offline": r"`material/meta` or `material/tags` listens to each page",
    "typeset": r"`material/typeset` listens to each page",
    "a hook on the finished page": r"`hook.py` listens to each page",
    "a hook on the content, and a template of one's own": r"`hook.py` listens to each page",
    "the theme mkdocs": r"`search` listens to each page",
    "the theme readthedocs": r"`search` listens to each page",
    "a theme that is told apart by page": r"kind `claim` .*looks at the url of a page",
    "a theme that is told apart by file": r"kind `claim` .*looks at the src_uri of a page",
    "a theme that is told apart by name": r"kind `claim` .* claims/technology-helps-evade-sanctions/ .*picky",
    "a theme that changes titles": r"kind `claim` .*looks at the title of a page",
}


@pytest.fixture(autouse=True)
def _built_on_one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some themes print when they were built."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.mark.parametrize("name", SITES)
def test_both_ways_give_the_same_bytes(name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config, files = SITES[name]
    pair = both(varied_site(tmp_path / "project", files), config, caplog)
    assert len([path for path in pair.slow if path.endswith(".html")]) > 80
    assert pair.differing() == []
    if name in ONE_BY_ONE:
        assert re.search(ONE_BY_ONE[name], "\n".join(pair.said)), pair.said
    else:
        assert pair.said == []


def test_the_theme_renders_fewer_pages_than_there_are_and_all_of_ours_come_out_the_same(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered = []
    whole = Frames._whole
    monkeypatch.setattr(Frames, "_whole", lambda self, context: rendered.append(1) or whole(self, context))
    pair = both(varied_site(tmp_path / "project", {}, whole=True), MATERIAL, caplog)
    assert pair.differing() == []
    pages = [path for path in pair.slow if path.endswith("/index.html") and path.count("/") == 2]
    assert len(pages) > 120
    assert len(rendered) < len(pages) * 2 / 3


def test_a_page_is_written_without_the_indentation_of_the_theme(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    page = both(varied_site(tmp_path / "project", {}), MATERIAL, caplog).fast["actors/odd-0/index.html"]
    frame = page[: page.index(b"<article")]
    assert b"\n\n" not in frame
    assert b"\n " not in frame


def test_a_plugin_that_may_change_each_page_is_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    files = {"hook.py": CONTEXT, "over/main.html": '{% extends "base.html" %}{% block hero %}{{ mine }}{% endblock %}'}
    pair = both(
        varied_site(tmp_path / "project", files), material(theme={"custom_dir": "over"}, hooks=["hook.py"]), caplog
    )
    assert pair.differing() == []
    assert [line for line in pair.said if "`hook.py`" in line]
    assert b"SMITH &AMP; SONS" in pair.fast["actors/odd-0/index.html"]
