"""The claim's name as pages print it where it is met alone: its label, and an aside on who says so or did what else.

An aside tells of the claim and not of what stands around it: it is read apart, and the words around it without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tests.stories.names import Names
from tests.stories.reading import Block

ACCORDING = "according to {}"
# What an aside may say that was done with the claim, and by whom.
DONE = (
    "passed on by {}", "put differently by {}", "taken back by {}", "denied by {}", "contested by {}",
    "questioned by {}", "doubted by {}", "asked about by {}", "neither confirmed nor denied by {}",
    "on which {} spoke", "on which {} declined to comment", "on which {} did not answer",
    "on which {} could not be reached", "on which {} took no position",
    "made by {} and replaced later", "on which no position of {} was found",
)  # fmt: skip
# In a marked text a name is its number between two signs, and the label one sign.
_LABEL, _OPEN, _CLOSE = "\x01", "\x02", "\x03"
_ONE = rf"{_OPEN}\d+{_CLOSE}(?: \(not named\))?"
_ROW = rf"{_ONE}(?:, {_ONE})*(?:,? (?:and|or) (?:{_ONE}|others|one other))?(?: cited by {_OPEN}\d+{_CLOSE})?"
_SAYS = ACCORDING.format(_ROW)
_DID = "|".join(words.format(_ROW) for words in DONE)
_CLAIM = rf"a claim (?:{_DID})(?: and (?:{_DID}))?"
# Before it may stand which words of others are answered.
_ANSWERS = (
    r"(?P<answers>denies|deny|doubts?|declined to comment on|did not answer questions about|"
    r"could not be reached for comment on|neither confirmed nor denied|took no position on|"
    r"speaks? of|contests?|asks? about)"
)
_ANSWERED = rf"{_ANSWERS} what (?P<whom>{_ROW}) said(?:, without a position)?: "
# Behind “on:” stands what a speaker who is named before it speaks of.
_TITLE = re.compile(
    rf"(?:(?P<on>, on: )|{_ANSWERED})?{_LABEL}(?:, ({_SAYS})|: ({_CLAIM})| \(({_SAYS}|{_CLAIM})\))?", re.IGNORECASE
)
_DEED = re.compile("|".join(words.format(f"({_ROW})") for words in (ACCORDING, *DONE)), re.IGNORECASE)
_SHOWN = 80


@dataclass(frozen=True)
class Deed:
    """One thing that an aside says: what was done, by whom, whether by others too, and who cites them."""

    done: str
    who: tuple[str, ...]
    others: str = ""
    cited_by: str = ""
    unnamed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Title:
    """The claim's name, and what its aside says: nothing of one that is not there, or not understood.

    `answers`: how the words of `whom` are answered.
    """

    words: str
    deeds: tuple[Deed, ...]
    answers: str = ""
    whom: tuple[str, ...] = ()


class Titles:
    """Finds the claim's name in the words of a story's pages."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._label = re.compile(re.escape(names.story.label), re.IGNORECASE)
        # Most cells and sentences are met on several pages.
        self._of = lru_cache(1024)(self._cut)

    def cut(self, block: Block) -> tuple[Block, tuple[Title, ...]]:
        """A block without the claim's name and its asides, and these."""
        if not self._label.search(block.text):
            return block, ()
        text, titles = self._of(block.text)
        return replace(block, text=text, cells={head: self._of(cell)[0] for head, cell in block.cells.items()}), titles

    def _cut(self, text: str) -> tuple[str, tuple[Title, ...]]:
        mentions = self.names.mentions(text)
        marked = text
        for number, mention in reversed([*enumerate(mentions)]):
            marked = f"{marked[: mention.start]}{_OPEN}{number}{_CLOSE}{marked[mention.end :]}"
        marked = self._label.sub(_LABEL, marked)
        printed = [text[mention.start : mention.end] for mention in mentions]
        keys = [mention.key for mention in mentions]
        found = [
            Title(self._shown(marked, title, printed), deeds, title["answers"] or "", _keys(title["whom"] or "", keys))
            for title in _TITLE.finditer(marked)
            if (deeds := tuple(_deeds(title, keys))) or not title["on"]
        ]
        return self._unmarked(_TITLE.sub("", marked), printed), tuple(found)

    def _shown(self, marked: str, title: re.Match[str], printed: list[str]) -> str:
        return self._unmarked(title[0] if title.lastindex else marked[title.start() :][:_SHOWN], printed)

    def _unmarked(self, marked: str, printed: list[str]) -> str:
        plain = marked.replace(_LABEL, self.names.story.label)
        return re.sub(rf"{_OPEN}(\d+){_CLOSE}", lambda found: printed[int(found[1])], plain)


def _deeds(title: re.Match[str], keys: list[str]) -> Iterator[Deed]:
    aside = next((words for words in title.groups()[-3:] if words), "")
    for found in _DEED.finditer(aside):
        row, _, cited_by = found[found.lastindex or 0].partition(" cited by ")
        who = _keys(row, keys)
        unnamed = [keys[int(number)] for number in re.findall(rf"{_OPEN}(\d+){_CLOSE} \(not named\)", row)]
        others = re.search(r" (others|one other)$", row)
        done = (ACCORDING, *DONE)[(found.lastindex or 1) - 1]
        yield Deed(
            done, who, others[1] if others else "", keys[int(cited_by[1:-1])] if cited_by else "", tuple(unnamed)
        )


def _keys(row: str, keys: list[str]) -> tuple[str, ...]:
    """Those who are named in a marked row."""
    return tuple(keys[int(number)] for number in re.findall(rf"{_OPEN}(\d+)", row))
