"""The navigation of a site whose owner names none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.utils import nest_paths

from explainers.pages import Index


def has_claims(indexes: Sequence[Index]) -> bool:
    """Whether the site is one of claims, and not one that uses the notes or the glossary alone."""
    return any(index.kind == "claim" for index in indexes)


def navigation(files: Files, indexes: Sequence[Index]) -> list[Any]:
    """Where a site names no navigation: the home page, our first indexes, the others, then the pages by hand.

    Where only the notes or the glossary are used, the pages by hand come first, as MkDocs would list them.
    """
    ours = [{index.title: f"{index.path}/index.md"} for index in indexes]
    taken = {"index.md", *(f"{index.path}/index.md" for index in indexes)}
    by_hand: list[Any] = nest_paths(  # type: ignore[no-untyped-call]
        sorted(uri for f in files.documentation_pages() if (uri := f.src_uri) not in taken)
    )
    home = {"Home": "index.md"}
    first = 1 + next((at for at, index in enumerate(indexes) if index.path == "glossary"), -1)
    return (
        [home, *ours[:first], {"Records": ours[first:]}, *by_hand] if has_claims(indexes) else [home, *by_hand, *ours]
    )
