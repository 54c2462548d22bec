"""Terms in alphabetical order, with the letter under which each is listed.

Accents are set aside and letters of several scripts kept apart, as far as that is true of all languages. Of what
differs from one to the next, only those letters that follow z are known here. (Unicode Collation Algorithm)
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

SIGNS = "0–9"
_SCRIPTS = "LATIN GREEK CYRILLIC GEORGIAN ARMENIAN HEBREW ARABIC DEVANAGARI HANGUL HIRAGANA".split()
# Letters that are read as others, and have no accent that could be taken off.
_AS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ё": "е"}
)
# The rank of letters after z: after Latin, which has 1, and before all other scripts.
_OWN = 2
_BEHIND_Z = {"sv": "åäö", "fi": "åäö", "da": "æøå", "nb": "æøå", "nn": "æøå", "no": "æøå", "is": "þæö"}

Place = tuple[tuple[int, str], ...]


def place_in_alphabet(title: str, *, language: str = "en") -> tuple[Place, str]:
    """The place of a title: without regard to case, accents, signs and hyphens; then with it."""
    own = _BEHIND_Z.get(language.casefold().partition("-")[0], "")
    return tuple(_letters(title, own)), title.casefold()


def heading_letter(title: str, *, language: str = "en") -> str:
    """The letter under which a title is listed; digits and signs are listed together."""
    own = _BEHIND_Z.get(language.casefold().partition("-")[0], "")
    script, first = next(_letters(title, own), (0, ""))
    if script == 0:
        return SIGNS
    return own[ord(first)].upper() if script == _OWN else first[:1].upper()


def _letters(title: str, own: str) -> Iterator[tuple[int, str]]:
    """Each letter or digit with the rank of its script; those of a language after z by their number."""
    for char in unicodedata.normalize("NFC", title.strip()).casefold():
        if char in own:
            yield _OWN, chr(own.index(char))
        elif char.isalpha():
            yield _in_script(char)
        elif char.isdigit():
            yield 0, char


# To sort the lists of a site takes the same few letters a hundred thousand times.
@lru_cache(maxsize=4096)
def _in_script(char: str) -> tuple[int, str]:
    base = _base(char)
    return _script(base), base


def _base(char: str) -> str:
    """A letter without its accents; in Cyrillic й and ї are separate letters."""
    read = char.translate(_AS)
    if unicodedata.name(char, "").startswith(("LATIN", "GREEK")):
        decomposed = unicodedata.normalize("NFD", read)
        return "".join(part for part in decomposed if not unicodedata.combining(part)) or read
    return read


def _script(char: str) -> int:
    name = unicodedata.name(char[:1], "")
    found = next((rank for rank, script in enumerate(_SCRIPTS) if name.startswith(script)), len(_SCRIPTS))
    return found + _OWN + 1 if found else 1
