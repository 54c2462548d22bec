"""The publisher that the settings name: on the page that asks for it, and behind the link for mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainers.build.publisher_setting import PublisherFault, publisher
from explainers.prose.publisher import Publisher
from tests.build.files import FILES
from tests.site.building import build, new_site

ALL = {
    "name": "The Lake Press",
    "editor": "Mara Lind",
    "contact": "desk@example.org",
    "corrections": "https://example.org/mistakes",
}


def test_what_is_set_is_named_and_what_is_empty_is_not() -> None:
    assert publisher(ALL) == Publisher(**ALL)
    [row] = publisher({"name": "The Lake Press", "editor": "", "contact": None}).rows
    assert row == ("Publisher", "The Lake Press", "")
    assert publisher({}).rows == publisher("").rows == ()


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"nmae": "x"}, "`nmae` is not a key of `publisher`: it is `name`, `editor`, `contact` or `corrections`"),
        ({"contact": "the desk"}, "`the desk` is not an address"),
        ({"corrections": "javascript:go()"}, "is not an address"),
        ({"name": ["x"]}, "`name` of `publisher` must be text"),
        ("The Lake Press", "`publisher` must be lines of `key: value`"),
    ],
)
def test_what_cannot_be_used_is_reported(given: object, fault: str) -> None:
    with pytest.raises(PublisherFault, match=fault.replace("(", r"\(").replace(")", r"\)")):
        publisher(given)


def test_a_mail_about_a_mistake_says_of_which_page_it_is() -> None:
    found = Publisher(corrections="desk@example.org").correcting("https://example.org/claims/x/?a&b")
    assert found == "mailto:desk@example.org?subject=https%3A%2F%2Fexample.org%2Fclaims%2Fx%2F%3Fa%26b"
    assert Publisher(corrections="https://example.org/m").correcting("https://x/") == "https://example.org/m"
    assert Publisher().correcting("https://x/") == ""


def test_a_page_that_asks_for_it_names_the_publisher(tmp_path: Path) -> None:
    rows = "".join(f"        {key}: {value}\n" for key, value in ALL.items())
    config = f"site_name: S\nsite_url: https://example.org/\nplugins:\n  - explainers:\n      publisher:\n{rows}"
    files = {
        "mkdocs.yml": config,
        "docs/about.md": "---\npublisher: true\n---\n# About\n",
        "docs/other.md": "# Other\n",
    }
    site = build(new_site(tmp_path / "project", FILES | files))
    assert site.status == 0, site.said
    about, other = site.page("about/"), site.page("other/")
    assert '<dd><a href="mailto:desk@example.org">desk@example.org</a></dd>' in about
    assert all(text in about for text in ("The Lake Press", "Mara Lind"))
    assert "The Lake Press" not in other
    for page in (about, other, site.page("claims/otters/")):
        assert '<a href="https://example.org/mistakes">Report a mistake</a>' in page
    assert '{"@type":"Organization","name":"The Lake Press"' in site.page("claims/otters/")
