"""Which pages a theme renders alike, and a stand-in page for all of them."""

from __future__ import annotations

import re
from collections.abc import Hashable
from copy import copy

from mkdocs.structure.toc import AnchorLink

from explainers.engines.mkdocs.files.generated_pages import GeneratedPage, contents
from explainers.engines.mkdocs.frames.frame_template import address_stand_in, stand_in
from explainers.engines.mkdocs.frames.watched_text import Watch, watched

Layout = Hashable

_IN_META = ("title", "description")
# What differs from page to page: it has a stand-in, or no theme prints it.
_OWN = frozenset(
    "title content file canonical_url abs_url spec made meta toc "
    "update_date present_anchor_ids links_to_anchors".split()
)
_OWN_OF_FILE = frozenset("src_uri page name dest_uri url abs_src_path abs_dest_path edit_uri".split())
# Material looks for a heading in the content: either all pages of a layout have one, or none has.
_KNOWN = {"content": ("<h1",)}
_PLAIN_ID = re.compile(r"[\w.:-]+", re.ASCII)
_TOC_ITEM = {"title", "id", "level", "children"}


def layout_of(page: GeneratedPage) -> Layout | None:
    """All that a theme sees of a page but its own texts; pages of one layout share a frame. None if it is unclear."""
    name = page.spec.named
    folder, _, end = page.url.rpartition(f"/{name}") if name else ("", "", "")
    if not folder or end[:1] not in ("/", ".") or name in "index.html" or not isinstance(page.title, str):
        return None
    if any(vars(item).keys() != _TOC_ITEM or not _PLAIN_ID.fullmatch(item.id) for item in _items(page)):
        return None
    if any(item.children for item in _items(page)[1:]):
        return None
    return (
        page.spec.kind,
        (folder, end),
        tuple(item.level for item in _items(page)),
        *(part in (page.content or "") for part in _KNOWN["content"]),
        tuple((key, bool(text) if key in _IN_META else repr(text)) for key, text in page.meta.items()),
        tuple((key, _seen(value)) for key, value in vars(page).items() if key not in _OWN),
        tuple((key, _seen(value)) for key, value in vars(page.file).items() if key not in _OWN_OF_FILE),
    )


def _items(page: GeneratedPage) -> list[AnchorLink]:
    """A page's own heading, and those below it."""
    return [item for heading in page.toc for item in (heading, *heading.children)]


def _seen(value: object) -> object:
    return value if value is None or isinstance(value, str | int) else id(value)


def own_texts(page: GeneratedPage) -> dict[str, str]:
    """A page's own texts by name, in the form in which a theme gets them."""
    texts = {
        "name": page.spec.named,
        "title": str(page.title),
        "content": page.content or "",
        "changed": page.update_date,
    }
    texts |= {f"meta-{key}": str(page.meta[key]) for key in _IN_META if page.meta.get(key)}
    for at, item in enumerate(_items(page)):
        texts |= {f"heading-{at}-title": item.title, f"heading-{at}-id": item.id}
    return texts


def stand_ins(page: GeneratedPage) -> dict[str, str]:
    """The stand-in for each of a page's own texts."""
    return {name: _stand_in(name, text) for name, text in own_texts(page).items()}


def _stand_in(name: str, text: str) -> str:
    if name == "content":
        inner = address_stand_in(name)
        return f"<h1>{inner}</h1>" if "<h1" in text else f"<p>{inner}</p>"
    return address_stand_in(name) if name == "name" or name.endswith("-id") else stand_in(name)


class StandInPage(GeneratedPage):
    """A stand-in for all pages of a layout. It records what is asked about its texts and its address."""

    watch: Watch

    @property
    def url(self) -> str:
        """Its address."""
        return watched(super().url, "url", self.watch)

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = object.__hash__


def stand_in_page(page: GeneratedPage, watch: Watch) -> StandInPage:
    """A page of the same layout, with a stand-in for each of its own texts."""
    plain = stand_ins(page)
    texts = {name: watched(text, name, watch, known=_KNOWN.get(name, ())) for name, text in plain.items()}
    made = copy(page)
    made.__class__ = StandInPage
    assert isinstance(made, StandInPage)
    made.watch = watch
    # They are ours: if a theme printed them, the text would be missing, which shows.
    del made.spec, made.made
    made.title, made.content, made.update_date = texts["title"], texts["content"], texts["changed"]
    made.meta = {**page.meta, **{key: texts[f"meta-{key}"] for key in _IN_META if f"meta-{key}" in texts}}
    items = [
        AnchorLink(texts[f"heading-{at}-title"], texts[f"heading-{at}-id"], item.level)
        for at, item in enumerate(_items(page))
    ]
    made.toc = contents(items[0], items[1:])
    made.file = copy(page.file)
    for attribute in ("name", "src_uri", "dest_uri", "url", "abs_dest_path"):
        path = _renamed(getattr(page.file, attribute), page.spec.named, plain["name"])
        # MkDocs itself asks for the name and the address.
        setattr(made.file, attribute, path if attribute in ("name", "url") else watched(path, attribute, watch))
    for attribute in ("canonical_url", "abs_url"):
        if address := getattr(page, attribute):
            address = _renamed(address, page.spec.named, plain["name"])
            setattr(made, attribute, watched(address, attribute, watch))
    return made


def _renamed(path: str, old: str, new: str) -> str:
    before, _, behind = path.rpartition(old)
    return f"{before}{new}{behind}"
