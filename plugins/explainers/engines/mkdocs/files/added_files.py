"""Our pages and files among those of a site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files as package_files
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files

from explainers.build.site_build import SiteBuild
from explainers.engines.mkdocs.files.generated_pages import GeneratedFile, GeneratedPage, generated_file, nav_titles
from explainers.engines.mkdocs.files.other_pages import published_texts
from explainers.engines.mkdocs.files.redirects import redirect_page
from explainers.exports import ALL_RECORDS, ExportedFile

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

ASSETS = "assets/explainers"
_COMMENT = re.compile(r"/\*[^*]*\*/")


def add_pages(built: SiteBuild, files: Files, config: MkDocsConfig) -> None:
    """Add our pages, still empty."""
    titles = nav_titles(config.nav)
    taken = {file.dest_uri for file in files if file.is_documentation_page()}
    for spec in built.specs:
        file = generated_file(spec, config)
        # A page that the site's owner wrote, perhaps under the name `README.md`, replaces ours.
        if file.dest_uri not in taken:
            GeneratedPage(spec, file, config, titles.get(file.src_uri, ""))
            files.append(file)


def fill_pages(built: SiteBuild, files: Files) -> None:
    """Fill our pages with what was made."""
    for page in built.pages:
        file = files.get_file_from_path(f"{page.path}.md")
        if file and isinstance(file.page, GeneratedPage):
            file.page.fill(page)
    for exported in built.files:
        file = files.get_file_from_path(exported.path)
        if isinstance(file, _Unmade):
            file.content_bytes = exported.data


def others_first(files: Files) -> None:
    """Move our pages to the end: what they show depends on what the others use."""
    for file in [file for file in files if isinstance(file, GeneratedFile)]:
        files.remove(file)
        files.append(file)


def add_files(joint: Iterable[ExportedFile], built: SiteBuild, files: Files, config: MkDocsConfig) -> None:
    """Add files for programs, redirects, our styles and our script. A hand-written file replaces ours."""
    by_hand = {file.dest_uri for file in files if not isinstance(file, GeneratedFile)}

    def add(path: str, content: str | bytes) -> None:
        if path not in by_hand:
            files.append(File.generated(config, path, content=content))

    for file in joint:
        add(file.path, file.data)
    for old, new in built.redirects.items():
        add(_file_of(old), redirect_page(old, new, built.site))
    for name in ("explainers.css", "explainers.js", "search.js"):
        add(f"{ASSETS}/{name}", _lightened((package_files("explainers") / "assets" / name).read_text("utf-8")))


def _lightened(text: str) -> str:
    """A style or script of ours without indentation and whole lines of comment: a fifth of what is sent."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//") and not _COMMENT.fullmatch(line))


def add_late_files(built: SiteBuild, files: Files, config: MkDocsConfig) -> None:
    """Add the files that are written along with pages, if a hand-written page may link to them."""
    linked = any(".json" in text for _, text in published_texts(files))
    _add_empty(GeneratedFile, built, built.site.graph.records if linked else (), files, config)


def add_unmade_files(built: SiteBuild, files: Files, config: MkDocsConfig) -> None:
    """Add the files that are filled along with pages."""
    _add_empty(_Unmade, built, built.site.graph.records, files, config)


class _Unmade(File):
    """A file whose content is made when all other pages are converted."""


def _add_empty(kind: type[File], built: SiteBuild, ids: Iterable[str], files: Files, config: MkDocsConfig) -> None:
    for path in (ALL_RECORDS, *map(built.site.data, ids)):
        if files.get_file_from_path(path) is None:
            files.append(kind.generated(config, path, content=""))


def _file_of(address: str) -> str:
    return f"{address}index.html" if address.endswith("/") else address
