"""What a Markdown instance is converting, and what was found in it so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from markdown import Markdown

from explainers.prose.writer import Writer
from explainers.text.diagnostic import Severity
from explainers.text.inline import Inline


@dataclass(frozen=True, slots=True)
class Left:
    """What was read, and the words in which it was typed."""

    part: Inline
    typed: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and the words in which it is: an id that leads nowhere, or else a `code` with its message."""

    id: str
    words: str
    is_source: bool = False
    code: str = ""
    message: str = ""
    help: str = ""
    severity: Severity = Severity.WARNING


@dataclass
class PageState:
    """What one page has cited, linked and got wrong; `parts` are behind its placeholders, `said` are its own words.

    An extract is a part of a page that another page shows: it has no notes.
    """

    writer: Writer
    is_extract: bool = False
    parts: list[Left] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    records: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)


class Conversion:
    """The state of what a Markdown instance converts; several can be at work in turn, or one inside another.

    `begun` gives the state of what it begins with, and `ended` takes it in the end.
    """

    def __init__(
        self, md: Markdown, begun: Callable[[Markdown], PageState], ended: Callable[[PageState], None]
    ) -> None:
        self.md = md
        self._begun = begun
        self._ended = ended
        self.state = begun(md)

    def begin(self) -> None:
        """Start with a text."""
        self.state = self._begun(self.md)

    def end(self) -> None:
        """The text is done with."""
        self._ended(self.state)
