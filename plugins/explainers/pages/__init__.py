"""Pages: a query and a template each, rendered to HTML once."""

from explainers.pages.page import Heading, Page
from explainers.pages.render import pages

__all__ = ["Heading", "Page", "pages"]
