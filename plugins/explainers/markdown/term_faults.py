"""What is wrong with the words of a hand-written page: labels to be avoided, and labels that may mean two things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explainers.glossary.choice import SCOPES, faults
from explainers.glossary.matcher import Matcher
from explainers.glossary.shared_labels import defined_twice
from explainers.kinds.term.model import Term
from explainers.markdown.code import without_code
from explainers.markdown.conversion import PageState
from explainers.markdown.front_matter import FrontMatter
from explainers.prose.site import Site
from explainers.text.diagnostic import Diagnostic, Severity, error
from explainers.text.file_text import SourceText, Span
from explainers.text.suggest import did_you_mean, one_of

# Where our words are not looked for, besides code and comments: front matter, quoted lines and the targets of links.
_FRONT_MATTER = re.compile(r"\A-{3}[ \t]*\n.*?\n(?:-{3}|\.{3})[ \t]*$", re.MULTILINE | re.DOTALL)
_ASIDE = re.compile(r"^ {0,3}>.*$|(?<=\])\([^()\n]*\)", re.MULTILINE)


def choice_faults(page: FrontMatter, site: Site) -> Iterator[Diagnostic]:
    """What is wrong in a page's choice of terms, at its place in the front matter."""
    known = {term.id: term for term in site.graph.of(Term)}
    for fault in faults(page.meta, known) if page.tree else ():
        span = page.tree.span(fault.loc) if page.tree else None
        if span and fault.id:
            yield error("unknown-reference", fault.message, span, help=did_you_mean(fault.id, known))
        elif span:
            yield error("wrong-value", fault.message, span, help=f"it is {one_of(SCOPES)}, or has `only` and `not`")


def avoided_labels(state: PageState, source: SourceText, avoided: Matcher, site: Site) -> list[Diagnostic]:
    """Each label at its place in the page, as far as its words can be found there; of the same words the first."""
    found: dict[str, Diagnostic] = {}
    text = without_asides(source.text) if state.said else ""
    for doubt in state.writer.page_terms.doubts:
        if defined_twice(term for id in doubt.terms if (term := site.graph.get(id, Term))):
            continue
        if doubt.words in found:
            continue
        message = f"`{doubt.words}` is a label of {_all(doubt.terms)}"
        help = f"say which: `domain` in the front matter, or `[[{doubt.terms[0]}|{doubt.words}]]` here"
        found[doubt.words] = error("ambiguous-term", message, _span(doubt.words, text, source), help=help)
    for said in state.said:
        for match in avoided.find(said):
            words = said[match.start : match.end]
            if f"avoided {words}" in found:
                continue
            title = site.graph.records[match.terms[0]].title
            message, span = f"the glossary avoids `{words}`", _span(words, text, source)
            diagnostic = Diagnostic("avoided-label", Severity.WARNING, message, span, help=f"write `{title}`")
            found[f"avoided {words}"] = diagnostic
    return list(found.values())


def without_asides(text: str) -> str:
    """A page's text with code, comments, quoted lines and the like blanked out, every other character in its place."""
    return _ASIDE.sub(_blank, without_code(_FRONT_MATTER.sub(_blank, text)))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"\S", " ", found[0])


def _span(words: str, text: str, source: SourceText) -> Span:
    """Where some words are in a page's text; the page's start, if Markdown has cut them apart."""
    pattern = r"\b" + r"\s+".join(re.escape(word) for word in words.split()) + r"\b"
    found = re.search(pattern, text)
    return source.span(*found.span()) if found else source.span(0, 0)


def _all(ids: Sequence[str]) -> str:
    return f"{', '.join(f'`{id}`' for id in ids[:-1])} and `{ids[-1]}`"
