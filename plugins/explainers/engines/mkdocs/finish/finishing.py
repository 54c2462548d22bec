"""What a page gets after its theme has rendered it: its data and its policy, in its head."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from explainers.build.settings import Policy
from explainers.engines.mkdocs.files.generated_pages import GeneratedPage
from explainers.engines.mkdocs.finish.head import with_data
from explainers.engines.mkdocs.finish.policy import blocked, with_policy
from explainers.engines.mkdocs.finish.search_on_demand import SearchOnDemand

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.plugins.explainers")
_NOT_FOUND = "404.html"
_SHOWN = 5
_REPORTS: dict[Policy, tuple[int, str]] = {
    "auto": (logging.INFO, "pages are without a content security policy where it would keep this from working:%s%s"),
    "on": (logging.WARNING, "the content security policy keeps this from working, and may have to be `auto`:%s%s"),
}


class Finishing:
    """Finishes the pages of one build. A served site has neither: MkDocs puts its own script into its pages."""

    def __init__(self, config: MkDocsConfig, assets: str, *, policy: Policy, is_served: bool) -> None:
        self._policy: Policy = "off" if is_served else policy
        self._search = None if is_served else SearchOnDemand(config, assets)
        # Whether the frame of a kind's pages, seen in the first of them, has nothing that the policy blocks.
        self._kinds: dict[str, bool] = {}
        # Pages, by their hash, that have nothing that the policy blocks.
        self._sound: set[bytes] = set()

    def page(self, output: str, page: Page) -> str:
        """A page as it is published."""
        if self._search:
            self._search.look_at(output)
        if not isinstance(page, GeneratedPage) or page.made is None:
            return self._with_policy(output)
        content = page.content or ""
        kind = page.spec.kind
        if kind not in self._kinds:
            self._kinds[kind] = self._suits(output.replace(content, "", 1))
        return with_data(with_policy(output, content) if self._kinds[kind] else output, page.made)

    def template(self, output: str, name: str) -> str:
        """A page that belongs to no record: the 404 page."""
        return self._with_policy(output) if name == _NOT_FOUND else output

    def end(self, folder: Path, files: Iterable[File]) -> None:
        """Once all pages are written, report what the policy would block, and where."""
        if self._search:
            self._search.part(folder)
        found: dict[str, str] = {}
        for path in self._looked_at(files) if self._policy != "off" else ():
            page = folder / path
            for fault in self._blocked(page.read_bytes()) if page.is_file() else ():
                found.setdefault(fault, path)
        if found:
            lines = [f"\n  {path}: {fault}" for fault, path in [*found.items()][:_SHOWN]]
            more = f"\n  and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
            log.log(*_REPORTS[self._policy], "".join(lines), more)

    def _with_policy(self, output: str) -> str:
        if not self._suits(output):
            return output
        finished = with_policy(output)
        if self._policy == "auto":
            self._sound.add(_hash(finished.encode()))
        return finished

    def _blocked(self, page: bytes) -> list[str]:
        """What the policy blocks in a page that was written: nothing if it is as we finished it."""
        return [] if _hash(page) in self._sound else blocked(page.decode())

    def _suits(self, output: str) -> bool:
        return self._policy == "on" or (self._policy == "auto" and not blocked(output))

    @staticmethod
    def _looked_at(files: Iterable[File]) -> Iterable[str]:
        """Every hand-written page, and one of ours of each kind: those differ only in the texts of records."""
        kinds: set[str] = set()
        for file in files:
            page = file.page
            kind = page.spec.kind if isinstance(page, GeneratedPage) else ""
            if page and (not kind or kind not in kinds):
                kinds.add(kind)
                yield file.dest_uri
        yield _NOT_FOUND


def _hash(page: bytes) -> bytes:
    return sha256(page).digest()
