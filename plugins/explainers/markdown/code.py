"""A page without its code and its comments, to look for the place of a mistake; read in one pass, whatever is open."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

_OPENS = re.compile(r"^[ \t]*(?P<fence>`{3,}|~{3,})|(?P<ticks>`+)|(?P<comment><!--)", re.MULTILINE)
_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def without_code(text: str) -> str:
    """A text in which code and comments are blank, and every other character is in its place."""
    pieces, at = [], 0
    for start, end in _Code(text).spans():
        pieces += [text[at:start], re.sub(r"\S", " ", text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


class _Code:
    """Fenced blocks, code spans within one paragraph, and comments, from the first that opens."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._fences = [(m.start(), m[1], m.end()) for m in _FENCE.finditer(text)]
        self._ticks: dict[int, list[int]] = defaultdict(list)
        for found in re.finditer("`+", text):
            self._ticks[len(found[0])].append(found.start())
        self._paragraphs = [m.start() for m in _BLANK_LINE.finditer(text)]
        # What has no end from one place on has none from a later one.
        self._shortest_open = {"`": len(text) + 1, "~": len(text) + 1}
        self._last_comment = text.rfind("-->")

    def spans(self) -> Iterator[tuple[int, int]]:
        """Where each begins and ends."""
        at = 0
        while opens := _OPENS.search(self._text, at):
            end = self._end(opens)
            if end:
                yield opens.start(), end
            at = end or opens.end()

    def _end(self, opens: re.Match[str]) -> int | None:
        if opens["comment"]:
            return self._text.find("-->", opens.end()) + 3 if opens.end() <= self._last_comment else None
        if opens["fence"]:
            return self._end_of_fence(opens.end(), opens["fence"]) or self._end_of_span(opens.end(), opens["fence"])
        return self._end_of_span(opens.end(), opens["ticks"])

    def _end_of_fence(self, at: int, fence: str) -> int | None:
        if len(fence) >= self._shortest_open[fence[0]]:
            return None
        later = bisect_left(self._fences, (at, "", 0))
        all_later = (self._fences[number] for number in range(later, len(self._fences)))
        closes = next((each for each in all_later if each[1].startswith(fence)), None)
        if closes:
            return closes[2] - len(closes[1]) + len(fence)
        self._shortest_open[fence[0]] = len(fence)
        return None

    def _end_of_span(self, at: int, ticks: str) -> int | None:
        same = self._ticks[len(ticks)] if ticks[0] == "`" else []
        later = bisect_left(same, at)
        paragraph = bisect_right(self._paragraphs, at - 1)
        last = self._paragraphs[paragraph] if paragraph < len(self._paragraphs) else len(self._text)
        return same[later] + len(ticks) if later < len(same) and same[later] < last else None
