"""Where our texts use the terms of the glossary, as the pages will mark them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explainers.checks.context import Context
from explainers.checks.gathered import gathered
from explainers.checks.rule import Fault
from explainers.checks.vocabulary import passages_with
from explainers.checks.voice import OwnText, links_in, unquoted
from explainers.glossary.choice import EVERYTHING, Choice, of_explainer
from explainers.glossary.matcher import Match, Matcher
from explainers.glossary.quotations import inside
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.term.model import Term
from explainers.model.base import Record

# Fields that are printed as headings and names, in which nothing is marked.
_TITLES = frozenset("label heading question name term role side of".split())


@dataclass(frozen=True, slots=True)
class TermUse:
    """A label in a text of ours, and the terms it may mean."""

    passage: OwnText
    match: Match

    @property
    def words(self) -> str:
        """The words as they are there."""
        return self.passage.text[self.match.start : self.match.end]

    def fault(self, message: str, help: str) -> Fault:
        """A fault at the label."""
        return self.passage.fault(self.match.start, self.match.end, message, help)


@gathered
def term_uses(context: Context) -> tuple[TermUse, ...]:
    """Every label in our texts that a page would mark, whatever was marked before."""
    matcher = Matcher(context.graph.of(Term), language=context.language)
    return tuple(
        TermUse(passage, match)
        for passage in passages_with(context.graph, matcher.words)
        if passage.key not in _TITLES
        for match in _marked(passage, matcher)
    )


def _marked(passage: OwnText, matcher: Matcher) -> Iterator[Match]:
    linked = [(link.start, link.end) for link in links_in(passage)] if "[[" in passage.text else []
    for match in matcher.find(unquoted(passage), _choice(passage.record)):
        # A backslash before a word says that it is no term here.
        if not inside(linked, match.start, match.start + 1) and passage.text[match.start - 1 : match.start] != "\\":
            yield match


def _choice(record: Record) -> Choice:
    if isinstance(record, Explainer):
        return of_explainer(record)
    return Choice(domain=record.domain or "") if isinstance(record, Term) else EVERYTHING
