"""A preview shows drafts, each marked by a word wherever it is named; a build has none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import pytest

from explainers.build.check import Inputs
from explainers.build.settings import Settings
from explainers.build.site_build import SiteBuild, build
from explainers.pages import Page
from explainers.starter.new_site import example_files

PUBLISHED = example_files()
DRAFTS = {path: content.replace(b"\n", b"\nstatus: draft\n", 1) for path, content in PUBLISHED.items()}
LINK = re.compile(r'<a ([^>]*?)href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


@cache
def site(*, drafts: bool, status: str) -> SiteBuild:
    files: Mapping[str, bytes] = {"draft": DRAFTS, "published": PUBLISHED}[status]
    return build(Settings(root=Path(), content=Path("content"), drafts=drafts), Inputs(files))


def plain(html: str) -> str:
    return re.sub("<[^>]+>", "", html)


def links_to_records(page: Page) -> Iterator[tuple[str, str, str]]:
    """The links to the pages and entries of other records, each with what is before and behind it."""
    here = f"https://x.org/{page.address}"
    for found in LINK.finditer(page.html):
        to = urljoin(here, found[2])
        if (
            re.search(r"(/example-[a-z-]+/|glossary/#example-[a-z-]+)$", to)
            and to != here
            and "headerlink" not in found[0]
        ):
            yield (
                plain(page.html[max(0, found.start() - 80) : found.start()]),
                plain(found[3]),
                page.html[found.end() :],
            )


def test_wherever_a_draft_is_named_a_word_says_so() -> None:
    seen, bare = 0, []
    for page in site(drafts=True, status="draft").pages:
        for before, words, after in links_to_records(page):
            seen += 1
            marked = words.startswith("Draft: ") or before.endswith("Draft ") or after.startswith(" (draft)")
            if not marked:
                bare.append(f"{page.path}: {words}")
    assert bare == []
    assert seen > 150


def test_the_page_of_a_draft_says_that_it_is_one() -> None:
    pages = [page for page in site(drafts=True, status="draft").pages if page.record]
    assert len(pages) == len(DRAFTS) - 1, "a term has its entry in the glossary"
    for page in pages:
        assert page.title.startswith("Draft: "), page.path
        assert "<strong>Draft.</strong> Only this preview shows it" in page.html, page.path


def test_the_home_page_of_a_preview_says_what_is_unfinished() -> None:
    home = next(page for page in site(drafts=True, status="draft").pages if page.path == "index")
    assert f"Unfinished: {len(DRAFTS)} drafts." in plain(home.html)
    note = home.html.partition("Unfinished:")[2].partition("</ul>")[0]
    ids = set(re.findall(r"(example-[a-z-]+)/?\"", note))
    assert ids == {Path(path).stem for path in DRAFTS}


def test_a_build_has_no_draft() -> None:
    built = site(drafts=False, status="draft")
    assert [page for page in built.pages if page.record] == []
    assert [page.path for page in built.pages if "xampleton" in page.html or "raft" in page.html] == []
    assert [file.path for file in built.files if b"xampleton" in file.data] == []


@pytest.mark.parametrize("path", ["index", "claims/index", "claims/example-cause", "glossary/index"])
def test_without_drafts_a_preview_is_what_a_build_is(path: str) -> None:
    one, other = (
        next(page for page in site(drafts=drafts, status="published").pages if page.path == path)
        for drafts in (True, False)
    )
    assert one == other
