"""Every link and anchor of every page leads somewhere, and no page fetches anything from another host."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.site.building import Built
from tests.site.reading import Document, addresses_in_css, read
from tests.site.serving import Served


@cache
def document(page: Path) -> Document:
    return read(page.read_text("utf-8"))


def documents(built: Built) -> dict[str, Document]:
    return {built.address(page): document(page) for page in built.pages()}


def file_at(path: str, built: Built) -> Path | None:
    """The file that a host such as GitHub Pages gives for a path below the site's root."""
    file = built.site / unquote(path)
    found = file / "index.html" if path.endswith("/") or not path else file
    return found if found.is_file() else None


def fault(link: str, page: str, built: Built, server: Served) -> str:
    """Why a link leads nowhere, or nothing."""
    # The page for 404 is shown at any address: its links may not depend on it.
    base = urljoin(server.address, "no/such/page/" if page == "404.html" else page)
    if not urljoin(base, link).startswith(server.address):
        return "leads out of the site" if urljoin(base, link).startswith(urljoin(server.address, "/")) else ""
    path, _, fragment = urljoin(base, link).removeprefix(server.address).partition("#")
    file = file_at(path.partition("?")[0], built)
    if page == "404.html" and not path:
        file = built.site / ("404.html" if link.startswith("#") else "index.html")
    if file is None:
        return "no such page"
    target = document(file) if file.suffix == ".html" else None
    if fragment and target and unquote(fragment) not in target.ids:
        return "no such anchor"
    return ""


def test_every_link_and_anchor_leads_somewhere(published: Built, server: Served) -> None:
    broken = []
    for address, found in documents(published).items():
        # On the page for 404, an anchor is one of the page itself.
        own = {link for link in found.followed if address == "404.html" and link.startswith("#")}
        broken += [f"/{address}: {link}" for link in own if link[1:] not in found.ids]
        for link in sorted(set(found.followed + found.fetched + [found.refresh]) - own - {""}):
            why = fault(link, address, published, server)
            broken += [f"/{address}: {link}: {why}"] if why else []
    assert broken == [], "\n".join(["", *broken])


def test_no_page_fetches_anything_from_another_host(published: Built, server: Served) -> None:
    found = []
    for address, page in documents(published).items():
        styles = [link for style in page.styles for link in addresses_in_css(style)]
        found += [f"/{address}: {link}" for link in page.fetched + styles if leaves(link, server)]
    for sheet in sorted(published.site.rglob("*.css")):
        found += [
            f"{sheet.name}: {link}" for link in addresses_in_css(sheet.read_text("utf-8")) if leaves(link, server)
        ]
    assert found == [], "\n".join(["", *found])


def leaves(link: str, server: Served) -> bool:
    """Whether an address names a host, and another than ours."""
    parts = urlsplit(link)
    return parts.scheme != "data" and bool(parts.scheme or parts.netloc) and not link.startswith(server.address)


def test_every_page_leads_only_to_addresses_of_the_web_or_of_itself(published: Built) -> None:
    schemes = {urlsplit(link).scheme for page in documents(published).values() for link in page.followed}
    assert schemes <= {"", "http", "https", "mailto"}


def test_no_page_has_an_id_twice(published: Built) -> None:
    twice = {
        address: [id for id, n in Counter(page.ids).items() if n > 1] for address, page in documents(published).items()
    }
    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_every_page_has_one_heading_of_the_first_rank(published: Built) -> None:
    counts = {address: len(page.headings) for address, page in documents(published).items() if not page.is_redirect}
    assert {address: n for address, n in counts.items() if n != 1} == {}
    assert all(page.headings[0].strip() for page in documents(published).values() if not page.is_redirect)


@pytest.mark.parametrize("part", ["language", "title", "description"])
def test_every_page_has_a(part: str, published: Built) -> None:
    without = [
        address
        for address, page in documents(published).items()
        if not getattr(page, part).strip() and not page.is_redirect
    ]
    assert without == []


def test_every_page_has_its_own_title(published: Built) -> None:
    titles = Counter(page.title.strip() for page in documents(published).values() if not page.is_redirect)
    assert [title for title, n in titles.items() if n > 1] == []


def test_every_page_says_where_it_is(published: Built, server: Served) -> None:
    pages = {
        address: page
        for address, page in documents(published).items()
        if not page.is_redirect and address != "404.html"
    }
    assert {
        address: page.canonical for address, page in pages.items() if page.canonical != f"{server.address}{address}"
    } == {}


def test_every_record_leads_to_its_file_at_the_host_of_the_repository(published: Built) -> None:
    root = "https://github.com/example/explainers/edit/main/"
    for address, page in documents(published).items():
        folder, _, id = address.strip("/").partition("/")
        # What is on record behind an explainer has a page in the explainer's folder, and no file of its own.
        if (
            id
            and "/" not in id
            and folder in {"explainers", "claims", "actors", "sources", "places", "events"}
            and not page.is_redirect
        ):
            assert f"{root}content/{folder}/{id}.yml" in page.followed, address
