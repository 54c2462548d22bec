"""The theme's frame once: a record's page is its own texts between the pieces of a page that the theme rendered.

Only pages that we write ourselves are made so. Some of each kind are compared with the theme's own rendering in every
build; what cannot be shown to come out the same is rendered by the theme.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context

from explainers.engines.mkdocs.files.generated_pages import GeneratedPage
from explainers.engines.mkdocs.frames.frame_template import FrameTemplate, cut
from explainers.engines.mkdocs.frames.layouts import Layout, layout_of, own_texts, stand_in_page, stand_ins
from explainers.engines.mkdocs.frames.watched_text import Watch
from explainers.pages.compiled import keep_compiled

if TYPE_CHECKING:
    from mkdocs.structure.nav import Navigation

log = logging.getLogger("mkdocs.plugins.explainers")

Context = Mapping[str, Any]
# These pages of a kind are compared, by their number; of one with more pages than a few, three others too.
_COMPARED = frozenset({1, 32, 256})
_FEW = 3
_TEMPLATE = "main.html"
_WAYS = ("url", "script_tag")
_NAME = re.compile(r"\.\./([a-z0-9-]+)/")


class Unsound(Exception):
    """A kind whose pages come out differently in a shared frame, and how."""


class Frames:
    """Renders pages one after the other: in the frame of their layout, or as the theme does it.

    A frame is written without the indentation of the theme's templates.

    Raises Unsound if a compared page differs: the pages of its kind that are already written have to be
    written again. `whole` are the kinds that are known to differ, each with the reason; `addresses` are those of all
    pages, by kind.
    """

    def __init__(
        self, env: Any, nav: Navigation, *, addresses: Mapping[str, Sequence[str]], whole: Mapping[str, str]
    ) -> None:
        self._env = env
        keep_compiled(env)
        self._theme = env.get_template(_TEMPLATE)
        self._in_nav = {id(page) for page in nav.pages}
        self._unsound = whole
        many = [urls for urls in addresses.values() if len(urls) > _FEW]
        self._compared = frozenset(url for urls in many for url in (urls[-1], *_sampled(urls)))
        self._number: Counter[str] = Counter()
        self._frames: dict[Layout, FrameTemplate | str] = {}
        self._lean: dict[Layout, FrameTemplate] = {}
        self._linked: dict[Layout, frozenset[str]] = {}

    def render(self, context: Context) -> str:
        """A page in the theme, in a context that no plugin has changed."""
        page: GeneratedPage = context["page"]
        layout = None if page.spec.kind in self._unsound or id(page) in self._in_nav else layout_of(page)
        if layout is None:
            return self._whole(context)
        frame = self._frame(layout, page, context)
        if isinstance(frame, str):
            raise Unsound(page.spec.kind, frame)
        # A theme that links to this page, or below it, writes that link in another form on the page itself.
        if page.spec.named in self._linked[layout]:
            return self._whole(context)
        texts = own_texts(page)
        self._number[page.spec.kind] += 1
        if self._number[page.spec.kind] in _COMPARED or page.url in self._compared:
            filled, whole = frame.filled(texts), self._whole(context)
            if filled != whole:
                raise Unsound(page.spec.kind, _difference(page, filled, whole))
        return self._lean[layout].filled(texts)

    def _whole(self, context: Context) -> str:
        found: str = self._theme.render(context)
        return found

    def _frame(self, layout: Layout, page: GeneratedPage, context: Context) -> FrameTemplate | str:
        """The frame of a page's layout, or why there is none."""
        if layout not in self._frames:
            frame = self._frames[layout] = self._cut(page, context)
            if isinstance(frame, FrameTemplate):
                self._lean[layout] = frame.without_indentation()
                self._linked[layout] = frozenset(_NAME.findall("".join(frame.pieces)))
        return self._frames[layout]

    def _cut(self, page: GeneratedPage, context: Context) -> FrameTemplate | str:
        watch = Watch()
        own = _context_of(stand_in_page(page, watch), context)
        watch.asked.clear()
        filters = self._env.filters
        # To write a relative link, a filter has to look at the address that it leads from.
        self._env.filters = {name: watch.quiet(filters[name]) if name in _WAYS else filters[name] for name in filters}
        try:
            rendered = self._whole(own)
        except Exception:
            log.debug("the theme fails with a stand-in page", exc_info=True)
            return "the theme fails with a stand-in page"
        finally:
            self._env.filters = filters
        if watch.asked:
            return f"the theme looks at the {watch.asked[0]} of a page, as of {page.url}"
        return cut(rendered, stand_ins(page)) or f"the theme prints a text in an unknown way, as of {page.url}"


def _sampled(urls: Iterable[str]) -> list[str]:
    """Two addresses, the same in every build."""
    return sorted(urls, key=lambda url: blake2b(url.encode()).digest())[:2]


def _difference(page: GeneratedPage, filled: str, whole: str) -> str:
    """Where a page in its frame is not what the theme makes of it."""
    at = next((at for at, (one, other) in enumerate(zip(filled, whole, strict=False)) if one != other), 0)
    return f"in a shared frame {page.url} would have no `{' '.join(whole[max(0, at - 20) : at + 40].split())}`"


def _context_of(page: GeneratedPage, context: Context) -> dict[str, Any]:
    """The context of another page of the same build."""
    return {**context, **get_context(context["nav"], context["pages"], context["config"], page)}
