"""Who and what is named in a sentence, where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tests.stories.story import Figure, Story
from tests.stories.vocabulary import ASIDES

_RELATIONS = {
    "about": "about", "nearly": "nearly", "almost": "nearly", "more than": "more-than", "at least": "at-least",
    "fewer than": "fewer-than", "less than": "fewer-than", "up to": "up-to",
}  # fmt: skip
_FIGURE = re.compile(rf"(?:\b({'|'.join(_RELATIONS)}) )?\b(\d{{1,3}}(?:,\d{{3}})+|\d{{3,}})\b(?! \d)")


@dataclass(frozen=True)
class Mention:
    """A name in a text: the key of an actor, or of a text as `text:…`."""

    start: int
    end: int
    key: str


@dataclass(frozen=True)
class FigureMention:
    """A figure in a text, with its qualifier."""

    start: int
    end: int
    figure: Figure


class Names:
    """Finds the names of a story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        # One text is asked about by every check.
        self.mentions = lru_cache(4096)(self._mentions)

    @cached_property
    def _keys(self) -> dict[str, str]:
        keys = {who.name.casefold(): who.id for who in self.story.cast.values()}
        keys |= {text.title.strip("[]").casefold(): f"text:{text.id}" for text in self.story.texts.values()}
        return keys

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest = sorted(self._keys, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)

    def _mentions(self, text: str) -> list[Mention]:
        return [
            Mention(found.start(), found.end(), self._keys[found[0].casefold()])
            for found in self._pattern.finditer(text)
        ]

    def keys(self, text: str) -> list[str]:
        """The names in a text, in order, each once."""
        return list(dict.fromkeys(mention.key for mention in self.mentions(text)))

    def actors(self, text: str) -> list[str]:
        return [key for key in self.keys(text) if not key.startswith("text:")]

    def subject(self, text: str) -> list[str]:
        """The actors of whom a piece of text speaks, without those that stand beside a name."""
        return self.actors(ASIDES.sub(" ", text))

    def figures(self, text: str, values: set[int]) -> list[FigureMention]:
        """The story's figures in a text."""
        found = []
        for match in _FIGURE.finditer(text):
            value = int(match[2].replace(",", ""))
            if value in values:
                relation = _RELATIONS.get((match[1] or "").casefold(), "unqualified")
                found.append(FigureMention(match.start(), match.end(), Figure(value, relation)))
        return found

    def list_before(self, text: str, end: int) -> list[str]:
        """The names in a row that ends at a place: Ana Vale, Bo Dahl and the council."""
        found: list[str] = []
        before: Sequence[Mention] = [mention for mention in self.mentions(text) if mention.end <= end]
        for mention in reversed(before):
            if text[mention.end : end].strip() not in {"", ",", "and", ", and"}:
                break
            found.append(mention.key)
            end = mention.start
        return [key for key in found if not key.startswith("text:")]
