"""Which sites have their search fetched on demand: those whose pages have the script for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.site.building import Built, build, new_site

CLAIM = {
    "content/actors/ann.yml": "name: Ann\nkind: person\nsummary: She is a reporter.\n",
}
THEME = "theme:\n  name: material\n  font: false\n"
# As older guides of the theme have it, a block is replaced and what stood in it left out.
NO_LIBS = '{% extends "base.html" %}{% block libs %}{% endblock %}'


def built(tmp_path: Path, settings: str, files: dict[str, str]) -> Built:
    config = f"site_name: S\nsite_url: https://example.org/\n{settings}plugins:\n  - search\n  - explainers\n"
    found = build(new_site(tmp_path / "project", {"mkdocs.yml": config, "docs/index.md": "# Home\n", **files}))
    assert found.status == 0, found.said
    return found


def docs(site: Built, name: str = "search_index.json") -> int:
    whole = json.loads(site.page(f"search/{name}"))
    return len(whole["docs"] if isinstance(whole, dict) else whole)


def test_the_index_of_a_page_has_the_settings_alone(tmp_path: Path) -> None:
    site = built(tmp_path, THEME, CLAIM)
    assert docs(site) == 0
    assert json.loads(site.page("search/search_index.json"))["config"]["lang"] == ["en"]
    assert docs(site, "search_docs.json") > 2
    assert "assets/explainers/search.js" in site.page("404.html")


@pytest.mark.parametrize(
    ("settings", "files"),
    [
        (THEME + "  custom_dir: own\n", {"own/main.html": NO_LIBS}),
        ("theme: mkdocs\n", {}),
    ],
    ids=["a theme without the script", "another theme"],
)
def test_where_a_page_would_not_know_of_the_entries_the_index_is_left_whole(
    settings: str, files: dict[str, str], tmp_path: Path
) -> None:
    site = built(tmp_path, settings, CLAIM | files)
    assert docs(site) > 2
    assert not (site.site / "search/search_docs.json").exists()
    assert ("every page loads the search index" in site.said) == bool(files)
