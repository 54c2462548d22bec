"""What pages cite and link to, and what is wrong in them: gathered from the conversions that make the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explainers.glossary.matcher import Matcher
from explainers.graph.graph import Graph
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.markdown.code import without_code
from explainers.markdown.conversion import PageState, Problem
from explainers.markdown.front_matter import front_matter
from explainers.markdown.hand_written import ByHand, HandWritten
from explainers.markdown.hidden_characters import hidden_in_page
from explainers.markdown.prose_faults import prose_diagnostics
from explainers.markdown.term_faults import avoided_labels, choice_faults
from explainers.prose.site import Site
from explainers.prose.uses import Uses
from explainers.text.diagnostic import MOST_OF_A_FILE, Diagnostic, Severity, error
from explainers.text.file_text import SourceText, Span
from explainers.text.suggest import Suggestions


@dataclass(frozen=True)
class _Page:
    """A page and what its conversion has found."""

    page: HandWritten
    state: PageState


class Gathering:
    """Takes each page of a site once it is converted; one that is converted again takes the place of what it was."""

    def __init__(self, site: Site, graph: Graph) -> None:
        """`graph` has the records that are not published, too."""
        self._site = site
        self._graph = graph
        self._pages: dict[str, _Page] = {}
        self._suggestions = Suggestions()
        self._avoided = Matcher(site.graph.of(Term), avoided=True, language=site.language)
        self._ids = {True: tuple(s.id for s in graph.of(Source)), False: tuple(graph.records)}

    def take(self, page: HandWritten, state: PageState) -> None:
        """Note what a page uses and what is wrong in it."""
        self._pages[page.path] = _Page(page, state)

    def uses(self) -> Uses:
        """Where the pages use what."""
        uses = Uses()
        for taken in self._pages.values():
            uses.add(taken.state.writer.uses.titled(taken.page.title))
        return uses

    def found(self) -> ByHand:
        """All of it, page by page in the order in which the pages were first taken."""
        texts: dict[str, str] = {}
        diagnostics = [diagnostic for taken in self._pages.values() for diagnostic in self._diagnostics(taken, texts)]
        states = [taken.state for taken in self._pages.values()]
        return ByHand(
            frozenset().union(*(state.sources for state in states)),
            frozenset().union(*(state.records for state in states)),
            self.uses(),
            tuple(diagnostics),
            texts,
        )

    def _diagnostics(self, taken: _Page, texts: dict[str, str]) -> list[Diagnostic]:
        """What is wrong in a page; the texts that it points into are added."""
        page, state = taken.page, taken.state
        head = front_matter(page.path, page.text)
        source = SourceText(page.path, page.text)
        found = [
            *hidden_in_page(page.title, head, source),
            *self._problems(state.problems, page, texts),
            *choice_faults(head, self._site),
            *avoided_labels(state, source, self._avoided, self._site),
            *prose_diagnostics(state, source, self._site),
        ]
        if found:
            texts[page.path] = page.text
        return found

    def _problems(self, problems: list[Problem], page: HandWritten, texts: dict[str, str]) -> Iterator[Diagnostic]:
        """Each problem at its place: the next occurrence of its words that no earlier problem has taken."""
        if not problems:
            return
        places = _Places(page, texts)
        for problem in problems[:MOST_OF_A_FILE]:
            yield self._problem(problem, places.of(problem))
        rest = (Severity.ERROR,) * (len(problems) - MOST_OF_A_FILE)
        if rest:
            yield Diagnostic("unknown-reference", Severity.ERROR, "more", places.end, rest=rest)

    def _problem(self, problem: Problem, span: Span) -> Diagnostic:
        if problem.code:
            return Diagnostic(problem.code, problem.severity, problem.message, span, help=problem.help)
        record = self._graph.records.get(problem.id)
        if record and record.status == "draft" and (not problem.is_source or isinstance(record, Source)):
            return error("draft-linked", f"`{problem.id}` is a draft, and this page is published", span)
        noun = "source" if problem.is_source else "record"
        help = self._suggestions.did_you_mean(problem.id, self._ids[problem.is_source])
        return error("unknown-reference", f"no {noun} has the id `{problem.id}`", span, help=help)


class _Places:
    """Where the words of problems are: in the page, else in a file that it includes, else nowhere that can be said."""

    def __init__(self, page: HandWritten, texts: dict[str, str]) -> None:
        self._page = page
        self._texts = texts
        self._own = SourceText(page.path, page.text)
        self._taken: dict[tuple[str, str, str], int] = {}
        self._looked_in: list[tuple[SourceText, str]] = [(self._own, without_code(page.text))]
        self._is_whole = False

    @property
    def end(self) -> Span:
        """The end of the page."""
        return self._own.span(len(self._own.text), len(self._own.text))

    def of(self, problem: Problem) -> Span:
        """The place of a problem's id, or of its words where it has none; the page's start if it is in no file."""
        found = self._found(problem)
        if not found and not self._is_whole:
            others = (SourceText(path, text) for path, text in self._page.included())
            self._looked_in += [(other, without_code(other.text)) for other in others]
            # What looks like code to us may be none to the site's own extensions.
            self._looked_in.append((self._own, self._own.text))
            self._is_whole = True
            found = self._found(problem)
        return found or self._own.span(0, 0)

    def _found(self, problem: Problem) -> Span | None:
        for source, text in self._looked_in:
            key = (source.path, problem.words, problem.id)
            start = text.find(problem.words, self._taken.get(key, 0))
            if start >= 0:
                self._taken[key] = start + 1
                self._texts[source.path] = source.text
                at = max(text.find(problem.id, start), 0) if problem.id else start
                return source.span(at, at + len(problem.id or problem.words))
        return None
