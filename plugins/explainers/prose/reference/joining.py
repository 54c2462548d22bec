"""Parts with commas between them and one full stop at the end, whatever signs the parts themselves end with."""

from __future__ import annotations

from collections.abc import Sequence

from explainers.text.inline import Emphasis, Foreign, Inline, Paragraph, RecordLink, Words, plain

_CLOSING = "”’»)]\"'"


def tidy(text: str | None) -> str:
    """One line of text without the commas and colons at its ends that the reference sets itself."""
    return " ".join((text or "").split()).strip(" ,;:")


def closed(parts: Sequence[Sequence[Inline]]) -> Paragraph:
    """The parts in a row. One that ends with a question or exclamation mark takes no comma."""
    row: list[Inline] = []
    for part in parts:
        if row:
            asks = plain(tuple(row)).rstrip(_CLOSING).endswith(("?", "!"))
            row.append(Words(" " if asks else ", "))
        row.extend(part)
    return (*_without_stop(row), Words("."))


def _without_stop(row: Sequence[Inline]) -> list[Inline]:
    """A row that does not end with a full stop: of an abbreviation's and the sentence's, one is printed."""
    if not row:
        return []
    *before, last = row
    if isinstance(last, Words):
        return [*before, Words(last.text.rstrip(" ."))]
    if isinstance(last, RecordLink):
        return [*before, RecordLink(last.id, last.words.rstrip(" ."))]
    if isinstance(last, Emphasis):
        return [*before, Emphasis(tuple(_without_stop(last.parts)), last.strong)]
    if isinstance(last, Foreign):
        return [*before, Foreign(tuple(_without_stop(last.parts)), last.language)]
    return list(row)
