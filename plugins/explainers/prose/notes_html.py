"""The list of a page's notes as HTML. One wording for every page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from explainers.kinds.source.model import Source
from explainers.prose.lists import counted
from explainers.prose.notes import Note, NoteMark, Passage, text_fragment
from explainers.prose.reference import cited_by, reader_address
from explainers.prose.writer import Writer
from explainers.text.escaped import as_markup, escaped

MOST_SHOWN = 8


def notes_list(writer: Writer, *, heading: str = "notes") -> Markup:
    """The numbered list of all notes under a heading of that id, each with its uses; empty where nothing was cited."""
    items = "\n".join(_note(note, writer) for note in writer.notes)
    html = f'<section role="doc-endnotes" aria-labelledby="{heading}"><ol class="xp-notes">\n{items}\n</ol></section>'
    return as_markup(html if items else "")


def reference_html(source: Source, writer: Writer) -> Markup:
    """A source's reference, what we saw of it, and the ways to it and to its copy."""
    parts: list[str] = [writer.reference(source)]
    if source.seen == "cited-only":
        through = ", ".join(writer.link(id) for id in cited_by(source, writer.graph))
        parts.append(f"Not read by us{f'; cited in {through}' if through else ''}.")
    ways = writer.shared.ways.get(source.id, lambda: " ".join(_ways(source)))
    return as_markup(" ".join([*parts, ways] if ways else parts))


def _ways(source: Source) -> Iterator[str]:
    """How much of a source we read, the ways to it, and when we read it: the same on every page."""
    if source.seen == "excerpt":
        yield "Read in part."
    if reader_address(source):
        yield _external(reader_address(source), "Original")
    if source.archive:
        yield _external(source.archive.url, "Archived copy")
    if source.seen != "cited-only" and source.accessed.edtf:
        yield f'<span class="xp-accessed">Read {escaped(source.accessed.spoken)}.</span>'


def _external(address: str, words: str) -> str:
    return f'<a class="xp-ext" href="{escaped(address)}" rel="external">{words}</a>'


def _note(note: Note, writer: Writer) -> str:
    source = writer.graph.get(note.source, Source)
    shown = reference_html(source, writer) if source else escaped(note.source)
    uses = "\n".join(_uses(note, source, writer))
    return (
        f'<li id="note-{note.number}" class="xp-note"><p class="xp-ref">{shown}</p>\n'
        f'<ul class="xp-uses">{uses}</ul></li>'
    )


def _uses(note: Note, source: Source | None, writer: Writer) -> Iterator[str]:
    """A line for each passage with the letters of the uses that mean it, and one with the ways back to all uses."""
    letters: dict[Passage, list[str]] = {}
    for mark in note.marks:
        for passage in mark.use.passages:
            letters.setdefault(passage, []).append(mark.letter)
    memo = writer.shared.passages
    for passage, found in letters.items():
        html = memo.get((note.source, passage), partial(_passage, passage, source))
        of = "" if len(found) == len(note.marks) else f'<span class="xp-letters-of"> ({", ".join(found)})</span>'
        yield f'<li data-xp-uses="{" ".join(found)}">{html}{of}</li>'
    yield f"<li>{_ways_back(note)}</li>"


def _ways_back(note: Note) -> str:
    """A way back to each use; of many, all but the first are folded away."""
    backs = [_back(mark) for mark in note.marks]
    shown = " ".join(backs[:MOST_SHOWN])
    if len(backs) <= MOST_SHOWN:
        return shown
    more = counted(len(backs) - MOST_SHOWN, "more use", "more uses")
    folded = " ".join(backs[MOST_SHOWN:])
    return f'{shown} <details class="xp-more-uses"><summary>{more}</summary>{folded}</details>'


def _back(mark: NoteMark) -> str:
    return (
        f'<a class="xp-back" id="{mark.note}" href="#{mark.anchor}" role="doc-backlink" '
        f'aria-label="Back to note {mark.number}, use {mark.letter}">{mark.letter}</a>'
    )


def _passage(passage: Passage, source: Source | None) -> str:
    return " ".join(_parts(passage, source))


def _parts(passage: Passage, source: Source | None) -> Iterator[str]:
    if passage.exact:
        words = escaped(passage.exact)
        if source and source.csl.URL and source.is_online and source.seen != "cited-only":
            words = _external(source.csl.URL.partition("#")[0] + text_fragment(passage), words)
        yield f"<q>{words}</q>"
    if passage.locator:
        yield f'<span class="xp-locator">{escaped(passage.locator)}</span>'
