"""A page's content security policy: what is in its frame may run, and nothing else; what it harms is reported."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from explainers.engines.mkdocs.finish.policy import blocked, with_policy
from tests.site.building import Built, build, new_site

FRAME = "<html><head><title>T</title></head><body>{}</body></html>"
CLAIM = {"content/actors/ann.yml": "name: Ann\nkind: person\nsummary: She is a reporter.\n"}
QUIET = "explainers: {rules: {orphan-record: 'off'}}"
OWN = '{% extends "base.html" %}{% block extrahead %}<meta onclick="go()">{% endblock %}'


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("inside", "allowed"),
    [
        ("<script>go()</script>", "script-src 'self' " + hashed("go()")),
        ("<script type=module>\na &amp;&amp; b\r\n</script >", "script-src 'self' " + hashed("\na &amp;&amp; b\n")),
        ("<style>a{}</style>", "style-src 'self' " + hashed("a{}")),
        ("<script>1</script><script>2</script><script>1</script>", f"'self' {hashed('1')} {hashed('2')};"),
    ],
)
def test_what_is_in_a_page_is_allowed_by_its_hash(inside: str, allowed: str) -> None:
    assert allowed in with_policy(FRAME.format(inside))


@pytest.mark.parametrize("inside", ['<script src="a.js"></script>', '<script type="application/json">{}</script>', ""])
def test_what_is_loaded_and_what_is_data_needs_no_hash(inside: str) -> None:
    page = with_policy(FRAME.format(inside))
    assert page.startswith("<html><head><meta http-equiv=")
    assert "default-src 'self'; img-src" in page


def test_a_script_among_the_texts_of_records_is_never_allowed() -> None:
    content = "<p>It said <script>go()</script>.</p>"
    assert "sha256" not in with_policy(FRAME.format(content), content)


@pytest.mark.parametrize(
    "inside",
    [
        '<td style="text-align: right;">',
        '<a onclick="go()">',
        '<a href="javascript:void(0)">',
        '<script src="https://other.example/a.js">',
        '<link href="//other.example/a.css">',
        '<img src="https://other.example/a.png">',
        '<iframe src="https://other.example/">',
        '<form action="/find">',
    ],
)
def test_what_the_policy_blocks_is_found(inside: str) -> None:
    given = inside.replace("<link", '<link rel="stylesheet"')
    assert len(blocked(FRAME.format(given))) == 1


@pytest.mark.parametrize(
    "inside",
    [
        '<img src="data:image/png;base64,AA"><img src="../a.png">',
        '<a href="https://other.example/">',
        '<link rel="canonical" href="https://example.org/"><link rel="stylesheet" href="../a.css">',
        "<p>&lt;a onclick=x&gt;</p><script>let style = '<a style=x>'</script>",
        "<form name=search>",
    ],
)
def test_what_it_lets_be_is_no_fault(inside: str) -> None:
    assert blocked(FRAME.format(inside)) == []


def built(tmp_path: Path, settings: str, files: dict[str, str], *options: str) -> Built:
    config = f"site_name: S\nsite_url: https://example.org/\n{settings}"
    return build(new_site(tmp_path / "project", {"mkdocs.yml": config, **CLAIM, **files}), *options)


def has_policy(site: Built, *addresses: str) -> list[bool]:
    return ["Content-Security-Policy" in site.page(address) for address in addresses]


def test_without_a_setting_only_pages_have_it_that_lose_nothing_by_it(tmp_path: Path) -> None:
    plugin = f"theme:\n  name: material\n  font: false\nplugins: [{QUIET}]\n"
    files = {"docs/table.md": "# T\n\n| a |\n|--:|\n| b |\n", "docs/plain.md": "# P\n"}
    site = built(tmp_path, f"{plugin}markdown_extensions: [tables]\n", files, "--strict")
    assert site.status == 0, site.said
    assert has_policy(site, "table/", "plain/", "actors/ann/", "actors/", "404.html") == [False, True, True, True, True]
    assert 'table/index.html: <th style="text-align: right;">' in site.said


def test_a_theme_that_loads_from_others_works_as_before(tmp_path: Path) -> None:
    site = built(tmp_path, f"theme: material\nplugins: [{QUIET}]\n", {}, "--strict")
    assert site.status == 0, site.said
    assert has_policy(site, "actors/ann/", "404.html") == [False, False]
    assert "https://fonts.googleapis.com" in site.said


def test_a_site_that_asks_for_it_is_warned_of_what_it_harms(tmp_path: Path) -> None:
    settings = "theme:\n  name: material\n  font: false\n  custom_dir: own\nplugins:\n  - explainers:\n      {}\n"
    on = settings.format("content_security_policy: true")
    site = built(tmp_path, on, {"own/main.html": OWN}, "--strict")
    assert site.status != 0
    assert has_policy(site, "actors/ann/") == [True]
    assert '<meta onclick="go()">' in site.said


def test_it_can_be_switched_off(tmp_path: Path) -> None:
    off = "theme:\n  name: material\nplugins:\n  - explainers:\n      content_security_policy: false\n"
    assert has_policy(built(tmp_path, off, {}), "actors/ann/", "404.html") == [False, False]
