"""The publisher that the settings name, on the page that asks for it."""

from __future__ import annotations

from pathlib import Path

from explainers.build.publisher import publisher
from tests.build.files import FILES
from tests.site.building import build, new_site

ALL = {
    "publisher": "The Lake Press",
    "editor": "Mara Lind",
    "contact": "desk@example.org",
    "corrections": "https://example.org/mistakes",
}


def test_what_is_set_is_named_and_what_is_empty_is_not() -> None:
    [row] = publisher({"publisher": "The Lake Press", "editor": "", "contact": None}).rows
    assert row == ("Publisher", "The Lake Press", "")
    assert [label for label, _, _ in publisher(ALL).rows] == ["Publisher", "Editor", "Contact", "Corrections"]
    assert publisher({}).rows == ()


def test_a_page_that_asks_for_it_names_the_publisher(tmp_path: Path) -> None:
    rows = "".join(f"      {key}: {value}\n" for key, value in ALL.items())
    files = {
        "mkdocs.yml": f"site_name: S\nsite_url: https://example.org/\nplugins:\n  - explainers:\n{rows}",
        "docs/about.md": "---\npublisher: true\n---\n# About\n",
        "docs/other.md": "# Other\n",
    }
    site = build(new_site(tmp_path / "project", FILES | files))
    assert site.status == 0, site.said
    about, other = site.page("about/"), site.page("other/")
    assert '<dd><a href="mailto:desk@example.org">desk@example.org</a></dd>' in about
    assert '<dd><a href="https://example.org/mistakes">https://example.org/mistakes</a></dd>' in about
    assert "<dd>Mara Lind</dd>" in about
    assert "Mara Lind</dd>" not in other
