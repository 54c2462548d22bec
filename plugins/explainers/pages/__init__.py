"""Pages: a query and a template each, rendered to HTML once."""

from explainers.pages.hand_written_frame import HandWrittenPage, framed
from explainers.pages.page import Heading, Page
from explainers.pages.page_spec import Index, PageSpec
from explainers.pages.plan import plan
from explainers.pages.render import make
from explainers.pages.search_entries import SearchEntry, search_entries
from explainers.pages.site_lists import indexes

__all__ = [
    "HandWrittenPage",
    "Heading",
    "Index",
    "Page",
    "PageSpec",
    "SearchEntry",
    "framed",
    "indexes",
    "make",
    "plan",
    "search_entries",
]
