"""The few words of an article by which a statement is found again, and what makes their place the only one."""

from __future__ import annotations

from explainers.checks.quotes import Quotable
from explainers.text.numbers import figures

_BESIDE = 12  # words before and after


def exact(text: str, start: int, end: int, *, most: int) -> tuple[int, int]:
    """At most so many words of a stretch, with its figure or its quotation if it has one."""
    spans = _words(text, start, end)
    if len(spans) <= most:
        return start, end
    first = 0
    found = next((figure.end for figure in figures(text[start:end])), 0) or _quotation(text[start:end])
    if found:
        last = next((at for at, (_, to) in enumerate(spans) if to >= start + found), len(spans) - 1)
        first = max(0, min(last + 1, len(spans)) - most) if last >= most else 0
    return spans[first][0], spans[first + most - 1][1]


def _quotation(words: str) -> int:
    """Where a quotation in some words ends, or 0."""
    return max(words.rfind("”"), words.rfind('"')) + 1


def beside(text: str, words: Quotable, start: int, end: int) -> dict[str, str]:
    """The words before and after a stretch, as many as make its place the only one."""
    own = text[start:end]
    if len(words.places(own)) < 2:
        return {}
    before, after = _words(text, max(0, start - 400), start), _words(text, end, min(len(text), end + 400))
    for number in range(1, _BESIDE + 1):
        prefix = text[before[-number][0] : start].strip() if number <= len(before) else ""
        suffix = text[end : after[number - 1][1]].strip() if number <= len(after) else ""
        made = {"prefix": " ".join(prefix.split())} if prefix else {}
        made |= {"suffix": " ".join(suffix.split())} if suffix else {}
        if len(words.places(own, **made)) == 1:
            return made
    return {}


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found, at = [], start
    for word in text[start:end].split():
        at = text.index(word, at)
        found.append((at, at + len(word)))
        at += len(word)
    return found
