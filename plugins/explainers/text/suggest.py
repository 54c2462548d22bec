"""The word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_CLOSE = 0.72
_SAME = 0.9
_LONGEST = 100


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The most similar known word, or None if none is close. (Ratcliff and Obershelp, as in difflib)"""
    if len(word) > _LONGEST:
        return None
    names = sorted(set(known))
    folded = {name.casefold(): name for name in reversed(names)}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=_CLOSE)
    if found:
        return folded[found[0]]
    # An id is often typed by its last part: `lindd` for `mara-lind`.
    parts = [
        name for name in names if get_close_matches(word.casefold(), name.casefold().split("-"), n=1, cutoff=_SAME)
    ]
    return parts[0] if len(parts) == 1 else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A help line, or nothing where no known word is close."""
    found = nearest(word, known)
    return f"did you mean `{found}`?" if found else ""


def one_of(words: Iterable[str]) -> str:
    """Words as a list in a sentence: `a`, `b` or `c`."""
    quoted = [f"`{word}`" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
