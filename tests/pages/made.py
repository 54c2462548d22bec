"""The pages of a site, made without a build."""

from __future__ import annotations

from explainers.build.pages import by_workers, in_turns
from explainers.pages import Page, plan
from explainers.prose.site import Site


def pages(site: Site) -> list[Page]:
    """All pages, in order."""
    return [made.page for made, _ in in_turns(site, plan(site), by_workers(1)).values()]
