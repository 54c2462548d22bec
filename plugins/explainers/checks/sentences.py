"""A text cut into its sentences."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[”\"’'»)\]]*(?=\s)|\n[ \t]*\n")
_NEXT_IS_LOWER = re.compile(r"\s+[“\"‘'«(]?[a-z]")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|St|No|Nos|vs|etc|cf|ca"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|para|paras|pp?|vol|fig|Inc|Ltd|Co)\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence starts and ends; what stands between two belongs to the second. (Rules, no model: English)"""
    found = []
    start = 0
    for end in _END.finditer(text):
        if not _ends(text, end):
            continue
        if text[start : end.end()].strip():
            found.append((start, end.end()))
        start = end.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def _ends(text: str, end: re.Match[str]) -> bool:
    if end[0].startswith("\n"):
        return True
    if _NEXT_IS_LOWER.match(text, end.end()):
        return False
    return not (
        end[0] == "."
        and text[end.end() :].strip()
        and _ABBREVIATED.search(text[max(0, end.end() - 24) : end.end()])
    )
