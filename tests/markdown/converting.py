"""A page of Markdown converted as an engine converts it, and what was found in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

from markdown import Markdown

from explainers.glossary.choice import from_front_matter
from explainers.graph.graph import Graph
from explainers.markdown.extension import ExplainersExtension
from explainers.markdown.front_matter import front_matter
from explainers.markdown.gathering import Gathering
from explainers.markdown.hand_written import ByHand, HandWritten
from explainers.prose.site import Site

COMMON = ("extra", "admonition", "toc")


def gathered(*texts: str, graph: Graph, extensions: Sequence[Any] = COMMON, **options: Any) -> ByHand:
    """What pages use and get wrong: `docs/about.md`, `docs/page-2.md` and so on."""
    site = Site(graph, **options)
    extension = ExplainersExtension(site)
    gathering = Gathering(site, graph)
    for number, text in enumerate(texts, start=1):
        page = HandWritten(f"docs/{'about' if number == 1 else f'page-{number}'}.md", "About us", text)
        convert(page, extension, extensions)
        gathering.take(page, extension.state)
    return gathering.found()


def convert(page: HandWritten, extension: ExplainersExtension, extensions: Sequence[Any] = COMMON) -> str:
    """The HTML of a page."""
    head = front_matter(page.path, page.text)
    extension.expect(f"{PurePosixPath(page.path).stem}/", choice=from_front_matter(head.meta))
    return Markdown(extensions=[*extensions, extension]).convert(head.body)
