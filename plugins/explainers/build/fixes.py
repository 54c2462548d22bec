"""Fixes: mistakes that are corrected in the files, if it is certain how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from explainers.text.diagnostic import Diagnostic
from explainers.text.file_text import SourceText, Span, as_lines

# A stretch of a text, by its first and last offset, and its replacement.
Edit = tuple[int, int, str]
_MARK = "\ufeff"


def mended(files: Mapping[str, bytes], diagnostics: Iterable[Diagnostic]) -> dict[str, bytes]:
    """The files that change once every mistake with a fix is corrected, by path.

    Nothing but the words at the place of a mistake changes. What is there no more, or elsewhere, is left.
    """
    by_path: dict[str, dict[Span, Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.fix and diagnostic.span.path in files:
            by_path.setdefault(diagnostic.span.path, {})[diagnostic.span] = diagnostic
    now = {path: edited(files[path], _edits(path, files[path], found.values())) for path, found in by_path.items()}
    return {path: data for path, data in now.items() if data != files[path]}


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """A file with some stretches of its text replaced; offsets are those in its lines (`as_lines`)."""
    text = data.decode()
    lines = as_lines(text)
    # A file with mixed line ends could not be put together again.
    line_end = next((end for end in ("\n", "\r\n", "\r") if lines.replace("\n", end) == text.removeprefix(_MARK)), "")
    if not line_end:
        return data
    for start, end, words in sorted(edits, reverse=True):
        lines = lines[:start] + words + lines[end:]
    mark = _MARK if text.startswith(_MARK) else ""
    return f"{mark}{lines}".replace("\n", line_end).encode()


def _edits(path: str, data: bytes, found: Iterable[Diagnostic]) -> Iterable[Edit]:
    source = SourceText(path, as_lines(data.decode()))
    for diagnostic in found:
        start, end = source.offsets(diagnostic.span)
        if source.text[start:end][:1] in {"'", '"'}:
            start, end = start + 1, end - 1
        if diagnostic.fix and source.text[start:end] == diagnostic.fix.old:
            yield start, end, diagnostic.fix.new
