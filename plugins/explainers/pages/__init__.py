"""Pages: a query and a template each, rendered to HTML once."""

from explainers.pages.hand_written_frame import HandWrittenPage, framed
from explainers.pages.page import Heading, Page
from explainers.pages.plan import Job, plan
from explainers.pages.render import make
from explainers.pages.search_entries import SearchEntry, search_entries
from explainers.pages.views.indexes import Index, indexes

__all__ = [
    "HandWrittenPage",
    "Heading",
    "Index",
    "Job",
    "Page",
    "SearchEntry",
    "framed",
    "indexes",
    "make",
    "plan",
    "search_entries",
]
