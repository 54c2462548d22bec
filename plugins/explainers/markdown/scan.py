"""What a hand-written page cites and links to, read without building it."""

from __future__ import annotations

from dataclasses import dataclass

from markdown import Markdown

from explainers.kinds.source.model import Source
from explainers.markdown.extension import ExplainersExtension, Problem
from explainers.prose.site import Site
from explainers.text.diagnostic import Diagnostic, error
from explainers.text.source import SourceText
from explainers.text.suggest import did_you_mean


@dataclass(frozen=True)
class Scan:
    """The sources and records that some pages use, and what is wrong in them."""

    sources: frozenset[str]
    records: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]


def scan(pages: dict[str, str], site: Site) -> Scan:
    """Read all pages, given by path."""
    extension = ExplainersExtension(site)
    md = Markdown(extensions=["extra", "meta", extension])
    sources: set[str] = set()
    records: set[str] = set()
    found: list[Diagnostic] = []
    for path, text in sorted(pages.items()):
        md.reset()
        md.convert(text)
        sources |= extension.state.sources
        records |= extension.state.records
        found += _told(extension.state.problems, SourceText(path, text), site)
    return Scan(frozenset(sources), frozenset(records), tuple(found))


def _told(problems: list[Problem], source: SourceText, site: Site) -> list[Diagnostic]:
    """Each problem at its place: the next occurrence of its words that no earlier problem has taken."""
    found = []
    taken: dict[tuple[str, str], int] = {}
    for problem in problems:
        start = source.text.find(problem.words, taken.get((problem.words, problem.id), 0))
        at = source.text.find(problem.id, max(start, 0))
        taken[problem.words, problem.id] = start + 1
        graph = site.graph
        known = [s.id for s in graph.of(Source)] if problem.is_source else list(graph.records)
        noun = "source" if problem.is_source else "record"
        span = source.span(max(at, 0), max(at, 0) + len(problem.id))
        found.append(
            error(
                "unknown-reference",
                f"no {noun} has the id `{problem.id}`",
                span,
                help=did_you_mean(problem.id, known),
            )
        )
    return found
