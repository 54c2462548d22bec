"""A text cut into its sentences."""

from __future__ import annotations

import re

# It starts where a run of stops starts, and gives nothing back: a line of dots is read once.
_END = re.compile(r"(?<![.!?…])[.!?…]++[”\"’'»)\]]*+(?=\s)|\n[ \t]*\n")
_NEXT_IS_LOWER = re.compile(r"\s+[“\"‘'«(]?[a-z]")
_SHORT = "|".join(
    """Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Sgt Sen Rep Gov St No Nos vs etc cf ca para paras p pp
    vol fig Inc Ltd Co Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec""".split()
)
_ABBREVIATED = re.compile(rf"(?:^|[\s(“\"])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|{_SHORT})\.$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence starts and ends; what is between two belongs to the second. (English; rules)"""
    found = []
    start = 0
    last = len(text.rstrip())
    for end in _END.finditer(text):
        if not _ends(text, end, last):
            continue
        if text[start : end.end()].strip():
            found.append((start, end.end()))
        start = end.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def _ends(text: str, end: re.Match[str], last: int) -> bool:
    if end[0].startswith("\n"):
        return True
    if _NEXT_IS_LOWER.match(text, end.end()):
        return False
    return not (end[0] == "." and end.end() < last and _ABBREVIATED.search(text[max(0, end.end() - 24) : end.end()]))
