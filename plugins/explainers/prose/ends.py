"""Where a sentence begins and ends: a capital, one full stop, and no comma before another mark."""

from __future__ import annotations

import re
from collections.abc import Iterable

from explainers.text.inline import Emphasis, Inline, Paragraph, RecordLink, Words, plain

# A name that its owner writes small: iRobot, dpa-AFX, example.org.
_WRITTEN_SMALL = re.compile(r"[^\W\d_]{1,3}[A-Z]|[a-z]+-[A-Z]{2}|[\w-]+\.[a-z]{2,}\b")
_STOPS = (".", "!", "?", "…")
_CLOSING = "”’\"')]"
_JOINTS = (",", ".", ":", ";")


def finished(parts: Iterable[Inline]) -> Paragraph:
    """Parts as a sentence."""
    row = tidied([part for part in parts if not isinstance(part, Words) or part.text])
    row[0] = _opened(row[0])
    if isinstance(row[-1], Words):
        row[-1] = Words(row[-1].text.rstrip(), row[-1].unmarked)
    return tuple(row) if has_stop(plain(tuple(row))) else (*row, Words("."))


def has_stop(text: str) -> bool:
    """Whether a text ends as a sentence does, be it before a closing mark."""
    return text.rstrip().rstrip(_CLOSING).endswith(_STOPS)


def without_stop(parts: Iterable[Inline]) -> list[Inline]:
    """Parts without the full stop at their end, so that the sentence can go on."""
    row = [*parts]
    if not row:
        return []
    last = row.pop()
    if isinstance(last, Words):
        return [*row, Words(last.text.rstrip().removesuffix("."), last.unmarked)]
    return [*row, Emphasis(tuple(without_stop(last.parts)), last.strong) if isinstance(last, Emphasis) else last]


def tidied(parts: list[Inline]) -> list[Inline]:
    """An inserted phrase's closing comma falls away before another mark, and a full stop after one in a name."""
    row: list[Inline] = []
    for part in parts:
        if isinstance(part, Words) and row and part.text.startswith(_JOINTS):
            before = row[-1]
            if isinstance(before, Words):
                row[-1] = Words(before.text.removesuffix(","), before.unmarked)
            elif part.text[0] == "." and isinstance(before, RecordLink | Emphasis) and _is_stopped(before):
                part = Words(part.text[1:], part.unmarked)
        row.append(part)
    return [part for part in row if not isinstance(part, Words) or part.text]


def _is_stopped(part: Inline) -> bool:
    return plain((part,)).endswith((".", "!", "?"))


def _opened(part: Inline) -> Inline:
    if isinstance(part, Words):
        return Words(capital(part.text), part.unmarked)
    if isinstance(part, RecordLink):
        return RecordLink(part.id, capital(part.words))
    return part


def capital(text: str) -> str:
    """Text with a capital at its start, but for a name that is written small on purpose."""
    if text[:1].isupper():
        return text
    start = next((index for index, letter in enumerate(text) if letter.isalnum()), len(text))
    letter = text[start : start + 1].upper()
    if _WRITTEN_SMALL.match(text, start) or len(letter) != 1:
        return text
    return f"{text[:start]}{letter}{text[start + 1 :]}"
