"""The theme's shell once: record pages are put together from a page that the theme rendered for all of their sort.

MkDocs goes through its pages as ever, and every plugin hears of every page; only the rendering of the theme's template
is replaced. What cannot be shown to come out the same is rendered as MkDocs does it.
"""

from __future__ import annotations

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context
from mkdocs.utils.templates import TemplateContext

from explainers.engines.mkdocs.generated import GeneratedPage
from explainers.engines.mkdocs.listeners import strangers
from explainers.engines.mkdocs.shell import Shell, cut
from explainers.engines.mkdocs.sorts import Sort, like, own_texts, sort_of, stand_ins
from explainers.engines.mkdocs.watched import Watch
from explainers.pages.compiled import keep_compiled
from explainers.text.suggest import one_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

log = logging.getLogger("mkdocs.plugins.explainers")

Context = Mapping[str, Any]
# A shell costs two renderings: its own, and that of a page which it is held against.
WORTHWHILE = 4
# Where the next pages are not known, the second of a sort is taken for the second of many. Which ones are held against
# the theme's rendering, by their number in the sort.
_SECOND = 2
_HELD = frozenset({_SECOND, 32, 256})
_TEMPLATE = "main.html"
_WAYS = ("url", "script_tag")
_GIVEN_BY_MKDOCS = TemplateContext.__annotations__.keys()
_NAME = re.compile(r"\.\./([a-z0-9-]+)/")


def share_shells(env: Any, files: Files, *, config: MkDocsConfig, nav: Navigation) -> None:
    """Let the theme's template of this build (`env` is Jinja's) take what it can from shells; say why where not."""
    pages = [file.page for file in files.documentation_pages() if isinstance(file.page, GeneratedPage)]
    if changing := strangers(config):
        log.info("records are rendered one by one: %s may change each (on_page_context)", one_of(changing))
    elif any(page.job.is_record for page in pages):
        env.get_template(_TEMPLATE).render = Shells(env, pages, nav).render


class Shells:
    """In place of a template's `render`: a page between the pieces of its sort's shell, or rendered whole."""

    def __init__(self, env: Any, pages: Sequence[GeneratedPage], nav: Navigation) -> None:
        self._env = env
        keep_compiled(env)
        self._whole: Callable[..., str] = env.get_template(_TEMPLATE).render
        in_nav = {id(page) for page in nav.pages}
        sorts = {page.file.src_uri: sort_of(page) for page in pages if id(page) not in in_nav}
        number = Counter(sorts.values())
        self._sorts = {uri: sort for uri, sort in sorts.items() if sort is not None and number[sort] >= WORTHWHILE}
        self._kinds: dict[str, list[GeneratedPage]] = defaultdict(list)
        for page in pages:
            if page.file.src_uri in self._sorts:
                self._kinds[page.job.kind].append(page)
        self._shells: dict[Sort, Shell | str] = {}
        self._linked: dict[Sort, frozenset[str]] = {}
        self._sound: dict[str, bool] = {}

    def render(self, *contexts: Context, **values: Any) -> str:
        """A page of the theme, in the context that MkDocs and the plugins made for it."""
        context = dict(*contexts, **values)
        page = context.get("page")
        spliced = None
        # Where a plugin gives the theme something of its own, that may be about this page.
        if (
            isinstance(page, GeneratedPage)
            and page.file.src_uri in self._sorts
            and context.keys() == _GIVEN_BY_MKDOCS
            and self._is_sound(page.job.kind, context)
        ):
            spliced = self._spliced(page, context)
        return self._whole(context) if spliced is None else spliced

    def _spliced(self, page: GeneratedPage, context: Context) -> str | None:
        shell = self._shell(page, context)
        # A theme that links to this page, or below it, writes the way there in another form on the page itself.
        if isinstance(shell, str) or page.job.record in self._linked[self._sorts[page.file.src_uri]]:
            return None
        return shell.filled(own_texts(page))

    def _shell(self, page: GeneratedPage, context: Context) -> Shell | str:
        """The shell of a page's sort, or why there is none."""
        sort = self._sorts[page.file.src_uri]
        if sort not in self._shells:
            shell = self._shells[sort] = self._cut(page, context)
            self._linked[sort] = frozenset(() if isinstance(shell, str) else _NAME.findall("".join(shell.pieces)))
        return self._shells[sort]

    def _cut(self, page: GeneratedPage, context: Context) -> Shell | str:
        watch = Watch()
        own = _context_of(like(page, watch), context)
        watch.asked.clear()
        filters = self._env.filters
        # To write the way to an address, a filter has to look at the address that it leads from.
        self._env.filters = {name: watch.quiet(filters[name]) if name in _WAYS else filters[name] for name in filters}
        try:
            rendered = self._whole(own)
        except Exception:
            log.debug("the theme fails with a page that stands for others", exc_info=True)
            return "the theme fails with a page that stands for others"
        finally:
            self._env.filters = filters
        if watch.asked:
            return f"the theme looks at the {watch.asked[0]} of a page, as of {page.url}"
        return cut(rendered, stand_ins(page)) or f"the theme prints a text in a way of its own, as of {page.url}"

    def _is_sound(self, kind: str, context: Context) -> bool:
        """Whether the pages of a kind come out as the theme makes them. Some are held against that, once a build."""
        if kind not in self._sound:
            fault = self._fault(self._kinds[kind], context)
            self._sound[kind] = not fault
            if fault:
                log.info("pages of the kind `%s` are rendered one by one: %s", kind, fault)
        return self._sound[kind]

    def _fault(self, pages: Sequence[GeneratedPage], context: Context) -> str:
        current = context["page"]
        current.active = False
        faults = (self._difference(page, context) for page in self._samples(pages))
        found = next(filter(None, faults), "")
        current.active = True
        return found

    def _samples(self, pages: Sequence[GeneratedPage]) -> list[GeneratedPage]:
        """The first page of every sort, the last and the longest of all, and two by the luck of their address."""
        first = {self._sorts[page.file.src_uri]: page for page in reversed(pages)}
        lucky = _by_luck(page.url for page in pages)
        by_luck = [page for page in pages if page.url in lucky]
        longest = max(pages, key=lambda page: len(page.content or ""))
        return list({page.url: page for page in [*first.values(), pages[-1], longest, *by_luck]}.values())

    def _difference(self, page: GeneratedPage, context: Context) -> str:
        """Where a page between the pieces of its shell is not what the theme makes of it, or nothing."""
        own = _context_of(page, context)
        page.active = True
        try:
            shell = self._shell(page, own)
            if isinstance(shell, str):
                return shell
            spliced = self._spliced(page, own)
            whole = self._whole(own)
        finally:
            page.active = False
        return "" if spliced in (None, whole) else _told(page, spliced or "", whole)


class Unsound(Exception):
    """A kind whose pages come out of shells differently, and how."""


class StreamedShells(Shells):
    """Shells for pages that are made one after the other, so that nobody knows the next ones.

    Some pages of each kind are held against the theme's own rendering, and the first ones of each sort. Raises Unsound
    where they differ: those pages of the kind that are written already are to be written again. `whole` are the kinds
    of which that is known, each with the reason; `addresses` are those of all pages, by kind.
    """

    def __init__(
        self, env: Any, nav: Navigation, *, addresses: Mapping[str, Sequence[str]], whole: Mapping[str, str]
    ) -> None:
        super().__init__(env, (), nav)
        self._unsound = whole
        many = [urls for urls in addresses.values() if len(urls) >= WORTHWHILE]
        self._held = frozenset(url for urls in many for url in (urls[-1], *_by_luck(urls)))
        self._number: Counter[Sort] = Counter()

    def render(self, *contexts: Context, **values: Any) -> str:
        """A page of the theme, in a context in which no plugin had a hand."""
        context = dict(*contexts, **values)
        page: GeneratedPage = context["page"]
        sort = None if page.job.kind in self._unsound else sort_of(page)
        self._number[sort] += 1
        held = self._number[sort] in _HELD or page.url in self._held
        if sort is None or (self._number[sort] < _SECOND and not held):
            return self._whole(context)
        self._sorts[page.file.src_uri] = sort
        spliced = self._spliced(page, context)
        whole = self._whole(context) if spliced is None or held else spliced
        self._judge(page, spliced=spliced, whole=whole, shell=self._shell(page, context))
        return whole

    @staticmethod
    def _judge(page: GeneratedPage, *, spliced: str | None, whole: str, shell: Shell | str) -> None:
        if isinstance(shell, str):
            raise Unsound(page.job.kind, shell)
        if spliced not in (None, whole):
            raise Unsound(page.job.kind, _told(page, spliced or "", whole))


def _by_luck(urls: Iterable[str]) -> list[str]:
    """Two addresses, the same in every build."""
    return sorted(urls, key=lambda url: blake2b(url.encode()).digest())[:2]


def _told(page: GeneratedPage, spliced: str, whole: str) -> str:
    """Where a page between the pieces of its shell is not what the theme makes of it."""
    at = next((at for at, (one, other) in enumerate(zip(spliced, whole, strict=False)) if one != other), 0)
    return f"from a shared shell {page.url} would have no `{' '.join(whole[max(0, at - 20) : at + 40].split())}`"


def _context_of(page: GeneratedPage, context: Context) -> dict[str, Any]:
    """The context of another page of the same build."""
    return {**context, **get_context(context["nav"], context["pages"], context["config"], page)}
