"""Which pages a theme renders alike, and a page that stands for all of them."""

from __future__ import annotations

import re
from collections.abc import Hashable
from copy import copy

from mkdocs.structure.toc import AnchorLink, TableOfContents

from explainers.engines.mkdocs.generated import GeneratedPage
from explainers.engines.mkdocs.shell import address_stand_in, stand_in

Sort = Hashable

_IN_META = ("title", "description")
# What differs from page to page: it has a stand-in, or no theme prints it.
_OWN = frozenset(
    "title content file canonical_url abs_url made meta toc update_date present_anchor_ids links_to_anchors".split()
)
_PLAIN_ID = re.compile(r"[\w.:-]+", re.ASCII)
_TOC_ITEM = {"title", "id", "level", "children"}


def sort_of(page: GeneratedPage) -> Sort | None:
    """All that a theme can see of a page but its own texts: pages of one sort have one shell. None where unclear."""
    name = page.made.record
    folder, _, end = page.url.rpartition(name) if name else ("", "", "")
    if end not in ("/", ".html") or name in "index.html" or not isinstance(page.title, str):
        return None
    if any(vars(item).keys() != _TOC_ITEM or item.children or not _PLAIN_ID.fullmatch(item.id) for item in page.toc):
        return None
    return (
        page.made.kind,
        folder,
        tuple(item.level for item in page.toc),
        # Material looks for a heading of its own in the content.
        "<h1" in (page.content or ""),
        tuple((key, bool(text) if key in _IN_META else repr(text)) for key, text in page.meta.items()),
        tuple((key, _seen(value)) for key, value in vars(page).items() if key not in _OWN),
        page.file.inclusion,
    )


def _seen(value: object) -> object:
    return value if value is None or isinstance(value, str | int) else id(value)


def own_texts(page: GeneratedPage) -> dict[str, str]:
    """A page's own texts by name, in the form in which a theme gets them."""
    texts = {
        "name": page.made.record,
        "title": str(page.title),
        "content": page.content or "",
        "changed": page.update_date,
    }
    texts |= {f"meta-{key}": str(page.meta[key]) for key in _IN_META if page.meta.get(key)}
    for at, item in enumerate(page.toc):
        texts |= {f"heading-{at}-title": item.title, f"heading-{at}-id": item.id}
    return texts


def stand_ins(page: GeneratedPage) -> dict[str, str]:
    """What stands for each of a page's own texts."""
    return {name: _stand_in(name, text) for name, text in own_texts(page).items()}


def _stand_in(name: str, text: str) -> str:
    if name == "content":
        inner = address_stand_in(name)
        return f"<h1>{inner}</h1>" if "<h1" in text else f"<p>{inner}</p>"
    return address_stand_in(name) if name == "name" or name.endswith("-id") else stand_in(name)


def like(page: GeneratedPage) -> GeneratedPage:
    """A page of the same sort, with a stand-in for every text of its own."""
    texts = stand_ins(page)
    made = copy(page)
    # It is our own: what a theme were to print of it would be missing, and that is seen.
    del made.made
    made.title, made.content, made.update_date = texts["title"], texts["content"], texts["changed"]
    made.meta = {**page.meta, **{key: texts[f"meta-{key}"] for key in _IN_META if f"meta-{key}" in texts}}
    made.toc = TableOfContents(
        [
            AnchorLink(texts[f"heading-{at}-title"], texts[f"heading-{at}-id"], item.level)
            for at, item in enumerate(page.toc)
        ]
    )
    name, record = texts["name"], page.made.record
    made.file = copy(page.file)
    _rename(made.file, ("name", "src_uri", "dest_uri", "url", "abs_dest_path"), record, name)
    _rename(made, ("canonical_url", "abs_url"), record, name)
    return made


def _rename(thing: object, attributes: tuple[str, ...], old: str, new: str) -> None:
    for attribute in attributes:
        path = getattr(thing, attribute)
        if path is not None:
            before, _, behind = path.rpartition(old)
            setattr(thing, attribute, f"{before}{new}{behind}")

