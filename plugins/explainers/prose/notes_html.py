"""The list of a page's notes, and the definitions of its terms, as HTML. One wording for every page."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.prose.lists import counted
from explainers.prose.notes import Mark, Note, Passage, text_fragment
from explainers.prose.reference import cited_by, where
from explainers.prose.writer import Writer
from explainers.text.inline import parse, uncited

MOST_SHOWN = 8
EXTERNAL = Markup('<a class="xp-ext" href="{}" rel="external noopener"{}>{}</a>')


def notes_list(writer: Writer) -> Markup:
    """The numbered list of all notes, each with its uses; empty where nothing was cited."""
    notes = list(writer.notes)
    if not notes:
        return Markup("")
    items = Markup("\n").join(_note(note, writer) for note in notes)
    html = '<section role="doc-endnotes" aria-labelledby="notes"><ol class="xp-notes">\n{}\n</ol></section>'
    return Markup(html).format(items)


def definitions(writer: Writer) -> Markup:
    """The definitions that script opens in place; without it, a term's link leads to the glossary."""
    html = '<div class="xp-definition" data-xp-definition="{}" hidden><p><strong>{}</strong>: {}</p></div>'
    found = []
    for id in sorted(writer.terms):
        term = writer.graph.get(id, Term)
        if term:
            # Its sources are told in the glossary: a mark here would lead to no note.
            text = writer.entry(term).inline(uncited(parse(term.definition)), mark_terms=False)
            found.append(Markup(html).format(id, term.title, text))
    return Markup("\n").join(found)


def reference_html(source: Source, writer: Writer) -> Markup:
    """A source's reference, what we saw of it, and the ways to it and to its copy."""
    parts = [writer.reference(source)]
    if source.seen == "cited-only":
        through = Markup(", ").join(writer.link(id) for id in cited_by(source, writer.graph))
        parts.append(Markup("Not read by us{}.").format(Markup("; as cited by {}").format(through) if through else ""))
    elif source.seen == "excerpt":
        parts.append(Markup("Read in part."))
    if where(source):
        parts.append(EXTERNAL.format(where(source), "", "Original"))
    if source.archive:
        parts.append(EXTERNAL.format(source.archive.url, "", "Archived copy"))
    if source.seen != "cited-only" and source.accessed.edtf:
        parts.append(Markup('<span class="xp-accessed">Read {}.</span>').format(source.accessed.spoken))
    return Markup(" ").join(parts)


def _note(note: Note, writer: Writer) -> Markup:
    source = writer.graph.get(note.source, Source)
    shown = reference_html(source, writer) if source else escape(note.source)
    uses = Markup("\n").join(_uses(note, source))
    html = '<li id="{}" class="xp-note"><p class="xp-ref">{}</p>\n<ul class="xp-uses">{}</ul></li>'
    return Markup(html).format(f"note-{note.number}", shown, uses)


def _uses(note: Note, source: Source | None) -> Iterator[Markup]:
    """A line for each passage with the letters of the uses that mean it, and one with the ways back to all uses."""
    letters: dict[Passage, list[str]] = {}
    for mark in note.marks:
        for passage in mark.use.passages:
            letters.setdefault(passage, []).append(mark.letter)
    for passage, found in letters.items():
        meant = Markup("") if len(found) == len(note.marks) else Markup(" ({})").format(", ".join(found))
        html = '<li data-xp-uses="{}">{}<span class="xp-letters-of">{}</span></li>'
        yield Markup(html).format(" ".join(found), Markup(" ").join(_passage(passage, source)), meant)
    yield Markup("<li>{}</li>").format(_ways_back(note))


def _ways_back(note: Note) -> Markup:
    """A way back to each use; of many, all but the first are folded away."""
    backs = [_back(mark, note) for mark in note.marks]
    shown = Markup('<span aria-hidden="true">↑</span> ') + Markup(" ").join(backs[:MOST_SHOWN])
    if len(backs) <= MOST_SHOWN:
        return shown
    html = '{} <details class="xp-more-uses"><summary>{}</summary>{}</details>'
    more = counted(len(backs) - MOST_SHOWN, "more use", "more uses")
    return Markup(html).format(shown, more, Markup(" ").join(backs[MOST_SHOWN:]))


def _back(mark: Mark, note: Note) -> Markup:
    html = '<a class="xp-back" id="{}" href="#{}" role="doc-backlink" aria-label="{}">{}</a>'
    name = f"Back to note {note.number}, use {mark.letter}"
    return Markup(html).format(mark.note, mark.anchor, name, mark.letter)


def _passage(passage: Passage, source: Source | None) -> Iterator[Markup]:
    if passage.exact:
        yield Markup("<q>{}</q>").format(passage.exact)
        if source and source.csl.URL and source.seen != "cited-only":
            name = Markup(' aria-label="{}"').format(f"In the source: {passage.exact}")
            yield EXTERNAL.format(source.csl.URL.partition("#")[0] + text_fragment(passage), name, "in the source")
    if passage.locator:
        yield Markup('<span class="xp-locator">{}</span>').format(passage.locator)
