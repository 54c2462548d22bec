"""A text as words: where each is, and what is left of it without regard to case and composition.

Folding goes word by word and is never used for places: a folded text can be longer or shorter than the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate

SOFT_HYPHEN = "\u00ad"
APOSTROPHES = "'’‘ʼ＇"
# To Python a letter; in a word it is as good as the others.
_LETTER_APOSTROPHE = "ʼ"
HYPHENS = "-\u2010\u2011\u2012\u2013"
_ASCII = re.compile(r"(\w+)", re.ASCII)
# What is not a letter of English or a sign that only parts words: dashes, quotation marks, the sign of a mark.
_FOREIGN = re.compile("[^\x00-\x7f“”„‘’–—…\ufffc]")
# A soft hyphen is folded away; the iota below a Greek letter becomes a separate letter.
_IOTA_BELOW = "\u0345"
# A hyphen between words, or a break that may replace it. A dash with spaces parts two phrases.
_JOINT = re.compile(rf"[\s\u200b]+|[{HYPHENS}]")
# The parts of Unicode that have combining marks: to look at all of it would take a tenth of a second.
_WITH_MARKS = (
    range(0x300, 0x3100), range(0xA600, 0xAC00), range(0xFB00, 0xFE30), range(0x10000, 0x11FFF),
    range(0x16A00, 0x16FFF), range(0x1BC00, 0x1BD00), range(0x1CF00, 0x1D300), range(0x1DA00, 0x1EA00),
    range(0xE0100, 0xE01F0),
)  # fmt: skip


@dataclass(frozen=True)
class SplitText:
    """A text cut into words: each folded, and the places between them.

    `parts` are gap, word, gap … word, gap.
    """

    text: str
    folded: list[str]
    parts: list[str]

    @cached_property
    def ends(self) -> list[int]:
        """Where each part ends: needed only where a label may be."""
        return [*accumulate(map(len, self.parts))]

    def start(self, index: int) -> int:
        """Where a word starts."""
        return self.ends[2 * index]

    def end(self, index: int) -> int:
        """Where a word ends."""
        return self.ends[2 * index + 1]

    def word(self, index: int) -> str:
        """A word as it is written."""
        return self.text[self.ends[2 * index] : self.ends[2 * index + 1]]

    def gaps(self, first: int, last: int) -> list[str]:
        """What is between some words."""
        return self.parts[2 * first + 2 : 2 * last + 1 : 2]


def words(text: str) -> SplitText:
    """A text as words. Cutting it, once, is most of the work of finding terms."""
    if is_plain(text):
        parts = _ASCII.split(text.lower())
        return SplitText(text, parts[1::2], parts)
    text = text.replace(_LETTER_APOSTROPHE, "’")
    low = text.casefold()
    # Folding makes no character shorter: of a text that is as long as before, every place is where it was.
    if (
        len(low) == len(text)
        and not (SOFT_HYPHEN in text or _IOTA_BELOW in text)
        and unicodedata.is_normalized("NFC", text)
    ):
        parts = _unicode().split(low)
        return SplitText(text, parts[1::2], parts)
    parts = _unicode().split(text)
    return SplitText(text, [folded_word(word) for word in parts[1::2]], parts)


def is_plain(text: str) -> bool:
    """Whether all letters of a text are those of English: then there is one way to cut and to fold it."""
    return text.isascii() or not _FOREIGN.search(text)


def folded_word(word: str) -> str:
    """A word without regard to case, to how its accents are composed, and to soft hyphens. (Unicode, D145)"""
    return unicodedata.normalize("NFC", word.replace(SOFT_HYPHEN, "")).casefold()


def gap(text: str) -> str:
    """What is between two words: a space or hyphen, an apostrophe, or the signs themselves."""
    if _JOINT.fullmatch(text):
        return " "
    return "'" if text in APOSTROPHES else " ".join(text.split())


def key(label: str) -> tuple[str, ...]:
    """What two labels have in common if no reader could distinguish them."""
    cut = words(label)
    return (*cut.folded, *(gap(part) for part in cut.parts[2:-1:2]), cut.parts[0].strip(), cut.parts[-1].strip())


@cache
def _unicode() -> re.Pattern[str]:
    """Words with their combining marks, which `\\w` leaves out, and with soft hyphens and joiners inside them."""
    runs: list[list[int]] = []
    for number in (n for part in _WITH_MARKS for n in part if unicodedata.category(chr(n))[0] == "M"):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    inside = "".join(f"{chr(first)}-{chr(last)}" for first, last in runs)
    # No group is possessive: Python up to 3.11.4 takes too much for one. (gh-101955)
    # The look ahead for a sign of ASCII, which is what mostly follows a word, is quicker than the long list of marks.
    return re.compile(rf"(\w+(?:(?![\x00-\x7f])[{inside}{SOFT_HYPHEN}\u200c\u200d]+\w*)*)")
