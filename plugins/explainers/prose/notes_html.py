"""The list of a page's notes, and the definitions of its terms, as HTML. One wording for every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from explainers.kinds.source.model import Source
from explainers.prose.notes import Mark, Note, Passage, text_fragment
from explainers.prose.reference import cited_by, reference
from explainers.prose.writer import Writer

MOST_SHOWN = 8
EXTERNAL = Markup('<a class="xp-ext" href="{}" rel="external noopener"{}>{}</a>')


def notes_list(writer: Writer) -> Markup:
    """The numbered list of all notes, each with its uses; empty where nothing was cited."""
    notes = list(writer.notes)
    if not notes:
        return Markup("")
    items = Markup("\n").join(_note(note, writer) for note in notes)
    return Markup('<ol class="xp-notes" role="doc-endnotes">\n{}\n</ol>').format(items)


def definitions(writer: Writer) -> Markup:
    """The definitions that script opens in place; without it, a term's link leads to the glossary."""
    html = '<div class="xp-definition" data-xp-definition="{}" hidden><p><strong>{}</strong>: {}</p></div>'
    found = []
    for id in sorted(writer.terms):
        term = writer.graph.records[id]
        text = writer.inline(str(getattr(term, "definition", "")), mark_terms=False)
        found.append(Markup(html).format(id, term.title, text))
    return Markup("\n").join(found)


def reference_html(source: Source, writer: Writer) -> Markup:
    """A source's reference, what we saw of it, and the ways to it and to its copy."""
    parts = [writer.inline(reference(source, writer.graph), mark_terms=False)]
    if source.seen == "cited-only":
        through = Markup(", ").join(writer.link(id) for id in cited_by(source, writer.graph))
        parts.append(Markup("Not read by us{}.").format(Markup("; as cited by {}").format(through) if through else ""))
    elif source.seen == "excerpt":
        parts.append(Markup("Read in part."))
    if source.csl.URL:
        parts.append(EXTERNAL.format(source.csl.URL, "", "Original"))
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


def _uses(note: Note, source: Source | None) -> Sequence[Markup]:
    """The uses of a note; those of the same passages share a line."""
    lines: dict[tuple[Passage, ...], list[Mark]] = {}
    for mark in note.marks:
        lines.setdefault(mark.use.passages, []).append(mark)
    return [_line(marks, note, source) for marks in lines.values()]


def _line(marks: Sequence[Mark], note: Note, source: Source | None) -> Markup:
    """The passages of some uses and the ways back to them; of many uses, all but the first are folded away."""
    parts = [shown for passage in marks[0].use.passages for shown in _passage(passage, source)]
    backs = [_back(mark, note) for mark in marks]
    arrow = Markup('<span aria-hidden="true">↑</span> ')
    parts.append(arrow + Markup(" ").join(backs[:MOST_SHOWN]))
    if len(backs) > MOST_SHOWN:
        html = '<details class="xp-more-uses"><summary>{}</summary>{}</details>'
        more = f"{len(backs) - MOST_SHOWN} more uses"
        parts.append(Markup(html).format(more, Markup(" ").join(backs[MOST_SHOWN:])))
    return Markup("<li>{}</li>").format(Markup(" ").join(parts))


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
