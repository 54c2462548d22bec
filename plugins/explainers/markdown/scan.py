"""What a hand-written page cites and links to, read without building it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from markdown import Markdown

from explainers.glossary.choice import from_front_matter
from explainers.glossary.matcher import Matcher
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.markdown.extension import ExplainersExtension, Problem
from explainers.markdown.front_matter import front_matter
from explainers.markdown.hand_written import HandWritten, Scan
from explainers.markdown.scan_prose import prose_diagnostics
from explainers.markdown.scan_terms import told_choice, told_words
from explainers.prose.site import Site
from explainers.prose.uses import Uses
from explainers.text.diagnostic import MOST_OF_A_FILE, Diagnostic, Severity, error
from explainers.text.source import SourceText
from explainers.text.suggest import Suggestions


def scan(pages: Sequence[HandWritten], site: Site) -> Scan:
    """Read all pages as they will be built, with the common extensions."""
    extension = ExplainersExtension(site)
    md = Markdown(extensions=["extra", "toc", "admonition", extension])
    sources: set[str] = set()
    records: set[str] = set()
    uses = Uses()
    found: list[Diagnostic] = []
    suggestions = Suggestions()
    avoided = Matcher(site.graph.of(Term), avoided=True, language=site.language)
    for page in pages:
        head = front_matter(page.path, page.text)
        extension.choice = from_front_matter(head.meta)
        extension.address, extension.title = page.address, _title(page)
        md.reset()
        md.convert(head.body)
        sources |= extension.state.sources
        records |= extension.state.records
        uses.add(extension.state.writer.uses)
        source = SourceText(page.path, page.text)
        found += _told(extension.state.problems, source, site, suggestions)
        found += [*told_choice(head, site), *told_words(extension.state, source, avoided, site)]
        found += prose_diagnostics(extension.state, source, site)
    return Scan(frozenset(sources), frozenset(records), uses, tuple(found))


_TITLE = re.compile(r"^(?:title:\s*(.+)|#\s+(.+?)\s*#*)$", re.MULTILINE)


def _title(page: HandWritten) -> str:
    """The title in a page's front matter or its first heading, else its file's name."""
    found = _TITLE.search(page.text)
    return (found[1] or found[2]).strip("\"' ") if found else PurePosixPath(page.path).stem


# Fenced blocks, code spans (inside one paragraph) and comments, to look for the place of a mistake outside them.
_CODE = re.compile(
    r"^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\1|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\2(?!`)|<!--.*?-->",
    re.MULTILINE | re.DOTALL,
)


def _told(problems: list[Problem], source: SourceText, site: Site, suggestions: Suggestions) -> list[Diagnostic]:
    """Each problem at its place: the next occurrence of its words that no earlier problem has taken."""
    if not problems:
        return []
    found = []
    taken: dict[tuple[str, str], int] = {}
    text = _CODE.sub(lambda m: " " * len(m[0]), source.text)
    ids = {True: tuple(s.id for s in site.graph.of(Source)), False: tuple(site.graph.records)}
    for problem in problems[:MOST_OF_A_FILE]:
        start = text.find(problem.words, taken.get((problem.words, problem.id), 0))
        at = max(text.find(problem.id, max(start, 0)), 0)
        taken[problem.words, problem.id] = start + 1
        noun = "source" if problem.is_source else "record"
        span = source.span(at, at + len(problem.id))
        if problem.id in site.graph.records and not problem.is_source:
            found.append(error("draft-linked", f"`{problem.id}` is a draft, and this page is published", span))
            continue
        message = f"no {noun} has the id `{problem.id}`"
        found.append(
            error("unknown-reference", message, span, help=suggestions.did_you_mean(problem.id, ids[problem.is_source]))
        )
    rest = (Severity.ERROR,) * (len(problems) - MOST_OF_A_FILE)
    end = source.span(len(source.text), len(source.text))
    return [*found, *([Diagnostic("unknown-reference", Severity.ERROR, "more", end, rest=rest)] if rest else [])]
