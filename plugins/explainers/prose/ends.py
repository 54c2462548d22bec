"""Where a sentence begins and ends: a capital, one full stop, and no comma before another mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from explainers.text.inline import Emphasis, Inline, Paragraph, RecordLink, Words, plain

# A name that its owner writes small: iRobot, dpa-AFX, example.org.
_WRITTEN_SMALL = re.compile(r"[^\W\d_]{1,3}[A-Z]|[a-z]+-[A-Z]{2}|[\w-]+\.[a-z]{2,}\b")
_ENDS = (".", "!", "?")
_STOPS = (*_ENDS, "…")
_CLOSING = "”’\"')]"
_JOINTS = (",", ".", ":", ";")


def finished(parts: Iterable[Inline]) -> Paragraph:
    """Parts as a sentence."""
    row = tidied(parts)
    row[0] = _opened(row[0])
    if isinstance(row[-1], Words):
        row[-1] = Words(row[-1].text.rstrip(), row[-1].unmarked)
    return tuple(row) if has_stop(row) else (*row, Words("."))


def has_stop(parts: Sequence[Inline]) -> bool:
    """Whether parts end as a sentence does, even before a closing mark."""
    end = plain((parts[-1],)).rstrip().rstrip(_CLOSING) or plain(tuple(parts)).rstrip().rstrip(_CLOSING)
    return end.endswith(_STOPS)


def without_stop(parts: Iterable[Inline]) -> list[Inline]:
    """Parts without the full stop at their end, so that the sentence can go on."""
    row = [*parts]
    if not row:
        return []
    last = row.pop()
    if isinstance(last, Words):
        return [*row, Words(last.text.rstrip().removesuffix("."), last.unmarked)]
    return [*row, Emphasis(tuple(without_stop(last.parts)), last.strong) if isinstance(last, Emphasis) else last]


def tidied(parts: Iterable[Inline]) -> list[Inline]:
    """An inserted phrase's closing comma falls away before another mark, and a full stop after one in a name."""
    row: list[Inline] = []
    for part in parts:
        if isinstance(part, Words):
            if row and part.text.startswith(_JOINTS):
                part = _after(row, part)
            row += [part] if part.text else []
        else:
            row.append(part)
    return row


def _after(row: list[Inline], joint: Words) -> Words:
    """A mark as it follows a row of parts, which may lose a comma."""
    before = row[-1]
    if isinstance(before, Words):
        row.pop()
        row += [Words(text, before.unmarked)] if (text := before.text.removesuffix(",")) else []
    elif joint.text[0] == "." and isinstance(before, RecordLink | Emphasis) and plain((before,)).endswith(_ENDS):
        return Words(joint.text[1:], joint.unmarked)
    return joint


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
