"""The pages and files of ours among those of a site."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files as package_files
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files

from explainers.build.inputs import Inputs
from explainers.build.site import Built
from explainers.engines.mkdocs.generated import GeneratedFile, GeneratedPage, generated_file, nav_titles
from explainers.engines.mkdocs.navigation import navigation
from explainers.engines.mkdocs.redirects import redirect_page
from explainers.exports import ALL_RECORDS, ExportedFile

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

ASSETS = "assets/explainers"


def add_pages(built: Built, files: Files, config: MkDocsConfig) -> None:
    """Our pages, still empty. Without a navigation, the site gets ours."""
    titles = nav_titles(config.nav)
    if config.nav is None:
        config.nav = navigation(files, built.indexes)
    for job in built.jobs:
        # A page that the site's owner wrote by hand stands in the place of ours.
        if files.get_file_from_path(f"{job.path}.md") is None:
            file = generated_file(job, config)
            GeneratedPage(job, file, config, titles.get(file.src_uri, ""))
            files.append(file)


def fill_pages(built: Built, files: Files) -> None:
    """What was made, on our pages."""
    for page in built.pages:
        file = files.get_file_from_path(f"{page.path}.md")
        if file and isinstance(file.page, GeneratedPage):
            file.page.fill(page)


def add_files(exported: Iterable[ExportedFile], built: Built, files: Files, config: MkDocsConfig) -> None:
    """Files for programs, old addresses, our styles and our script. One by hand stands in the place of ours."""
    by_hand = {file.dest_uri for file in files if not isinstance(file, GeneratedFile)}

    def add(path: str, content: str | bytes) -> None:
        if path not in by_hand:
            files.append(File.generated(config, path, content=content))

    for file in exported:
        add(file.path, file.data)
    for old, new in built.redirects.items():
        add(_file_of(old), redirect_page(old, new, built.site))
    for name in ("explainers.css", "explainers.js"):
        add(f"{ASSETS}/{name}", (package_files("explainers") / "assets" / name).read_bytes())


def add_late_files(built: Built, found: Inputs, files: Files, config: MkDocsConfig) -> None:
    """The files that are written when pages are, where a page by hand may link to them."""
    linked = any(".json" in page.text for page in found.pages)
    ids = built.site.graph.records if linked else ()
    for path in (ALL_RECORDS, *map(built.site.data, ids)):
        if files.get_file_from_path(path) is None:
            files.append(GeneratedFile.generated(config, path, content=""))


def _file_of(address: str) -> str:
    return f"{address}index.html" if address.endswith("/") else address
