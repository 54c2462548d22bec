"""A date after a verb: on 11 November 2024, in August 2024, by 12 November 2024."""

from __future__ import annotations

import re

from explainers.model.edtf_dates import spoken

_OPEN = frozenset({"", ".."})
_DAY = re.compile(r"-?\d{4,}-\d\d-\d\d(?!\d)")
_HEDGES = {"perhaps about ": "perhaps around ", "about ": "around ", "probably ": "probably "}


def when(edtf: str) -> str:
    """When something happened, as the end of a sentence: an open start is *by*, an open end *or later*."""
    if edtf.startswith(("[", "{")):
        return _one_of(edtf)
    if "/" not in edtf:
        return _point(edtf)
    start, end = edtf.split("/")
    if start in _OPEN:
        return f"by {spoken(end)}"
    return f"{_point(start)} or later" if end in _OPEN else f"between {spoken(start)} and {spoken(end)}"


def _one_of(edtf: str) -> str:
    words = spoken(edtf)
    if words.startswith("between "):
        return words
    first = edtf[1:-1].split(",")[0].removeprefix("..")
    return f"{_preposition(first)} {words}"


def _point(edtf: str) -> str:
    words = spoken(edtf)
    for hedge, around in _HEDGES.items():
        if words.startswith(hedge):
            bare = words.removeprefix(hedge)
            return f"{around}{bare}" if around != hedge else f"{hedge}{_preposition(edtf)} {bare}"
    return f"{_preposition(edtf)} {words}"


def _preposition(edtf: str) -> str:
    return "on" if _DAY.match(re.sub(r"[?~%]", "", edtf)) else "in"
