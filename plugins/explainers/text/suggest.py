"""The word that was probably intended."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from explainers.text.characters import LATIN_LOOK_ALIKES, as_latin, name

_CLOSE = 0.72
_SAME = 0.9
_LONGEST = 100
# Among so many words each is compared letter by letter, which takes 15 µs.
_FEW = 500
_MOST_SUGGESTIONS = 100
_MOST_COMPARED = 2_000_000


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The most similar known word, or None if none is close. (Ratcliff and Obershelp, as in difflib)"""
    if len(word) > _LONGEST:
        return None
    typed = as_latin(word).strip().casefold()
    names = _worth_comparing(typed, sorted(set(known)))
    folded = {name.casefold(): name for name in reversed(names)}
    found = get_close_matches(typed, folded, n=1, cutoff=_CLOSE)
    if found:
        return folded[found[0]]
    # An id is often typed by its last part: `lindd` for `mara-lind`.
    parts = [name for name in names if get_close_matches(typed, name.casefold().split("-"), n=1, cutoff=_SAME)]
    return parts[0] if len(parts) == 1 else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A help line, or nothing where no known word is close. It names a letter that only looks like the right one."""
    found = nearest(word, known)
    letter = next((char for char in word if not char.isascii() and _misleads(char, found or "")), "")
    meant = f"did you mean `{found}`?" if found else ""
    if not letter or (not found and letter.isalpha()):
        return meant
    return f"{meant} There is a {name(letter)} in it" if meant else f"there is a {name(letter)} in it"


def one_of(words: Iterable[str]) -> str:
    """Words as a list in a sentence: `a`, `b` or `c`."""
    quoted = [f"`{word}`" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


class Suggestions:
    """Help lines of one run. A hostile file can hold thousands of unknown ids: there is an end to what is compared."""

    def __init__(self) -> None:
        self._made = 0
        self._compared = 0

    def did_you_mean(self, word: str, known: Collection[str]) -> str:
        """A help line, or nothing where no known word is close or enough was looked for."""
        if self._made >= _MOST_SUGGESTIONS or self._compared >= _MOST_COMPARED:
            return ""
        self._made += 1
        self._compared += len(known)
        return did_you_mean(word, known)


def _misleads(char: str, meant: str) -> bool:
    return char not in meant and (char in LATIN_LOOK_ALIKES or not char.isalnum())


def _worth_comparing(word: str, names: list[str]) -> list[str]:
    """Of many words those that begin or end as this one does, or have it in them, whole or nearly."""
    if len(names) <= _FEW:
        return names
    start, end, middle = word[:2], word[-2:], word[1:-1]
    return [
        name
        for name in names
        if (folded := name.casefold()).startswith(start) or folded.endswith(end) or (middle and middle in folded)
    ]
