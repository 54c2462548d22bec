"""The navigation of a site whose owner names none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.utils import nest_paths

from explainers.engines.mkdocs.files.generated_pages import GeneratedFile
from explainers.pages import Index
from explainers.prose.site import Site


def has_claims(indexes: Sequence[Index]) -> bool:
    """Whether the site has claims, and does not use the notes or the glossary alone."""
    return any(index.kind == "claim" for index in indexes)


def doors_of_404(indexes: Sequence[Index], site: Site) -> list[tuple[str, str]]:
    """The indexes that our 404 page links to, with their titles."""
    shown = {"explainers", "claims", "glossary", "changes"}
    return [(index.title, site.addresses.index(index.path)) for index in indexes if index.path in shown]


def navigation(files: Files, indexes: Sequence[Index]) -> list[Any]:
    """The navigation of a site that names none: home, our first indexes, the others, then the hand-written pages.

    If only the notes or the glossary are used, the hand-written pages come first, as MkDocs would list them.
    """
    pages = [file for file in files.documentation_pages() if not isinstance(file, GeneratedFile)]
    # A hand-written page that replaces one of ours may have another file name: `README.md`.
    at = {file.dest_uri: file.src_uri for file in pages}
    ours = [{index.title: at.pop(f"{index.path}/index.html", f"{index.path}/index.md")} for index in indexes]
    home = {"Home": at.pop("index.html", "index.md")}
    by_hand: list[Any] = nest_paths(sorted(at.values()))  # type: ignore[no-untyped-call]
    first = 1 + next((number for number, index in enumerate(indexes) if index.path == "glossary"), -1)
    return (
        [home, *ours[:first], {"Records": ours[first:]}, *by_hand] if has_claims(indexes) else [home, *by_hand, *ours]
    )
