"""All pages of a site, made one by one."""

from __future__ import annotations

from explainers.build.pages import in_turns, one_by_one
from explainers.pages import Page
from explainers.pages.plan import plan
from explainers.prose.site import Site


def pages(site: Site) -> list[Page]:
    """The pages of a site in their order."""
    return in_turns(site, plan(site), one_by_one)
