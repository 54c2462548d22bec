"""A small world: who said what, which text took what from which, and what became of it.

Scenes write a story; what is true of it (`truth.py`) and what an editor records of it (`written.py`) are both read off
the story, and neither knows how the program works anything out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

FIRST_DAY = date(2024, 3, 1)
# Days on which nobody in the story does anything: the editors read on one and searched on the other.
READ_ON = date(2024, 9, 7)
SEARCHED_ON = date(2024, 9, 14)
OTHER_LABEL = "Trains that came late"
MADE_ON = date(2024, 9, 21)
MERGING = ("republishes", "rewrites", "translates", "excerpts", "updates")
QUALIFIERS = {
    "unqualified": "", "about": "about", "nearly": "nearly", "more-than": "more than", "at-least": "at least",
    "fewer-than": "fewer than", "up-to": "up to",
}  # fmt: skip


@dataclass(frozen=True)
class Who:
    """Somebody who can speak or publish."""

    id: str
    name: str
    kind: str = "person"
    named: bool = True
    part_of: str = ""

    @property
    def is_medium(self) -> bool:
        return self.kind == "media-organisation"

    @property
    def is_plural(self) -> bool:
        """Several people whom nobody counts: officials."""
        return self.kind == "unnamed-group"


@dataclass(frozen=True)
class Made:
    """What a text does with another."""

    source: str
    how: str
    basis: str = "stated"


@dataclass(frozen=True)
class Text:
    """Something published: a page, a speech, a post."""

    id: str
    publisher: str
    day: date
    title: str
    kind: str = "article-newspaper"
    read: bool = True
    made_from: tuple[Made, ...] = ()

    @property
    def parents(self) -> tuple[str, ...]:
        """The texts it is made from, and not only quotes or cites."""
        return tuple(made.source for made in self.made_from if made.how in MERGING)


@dataclass(frozen=True)
class Figure:
    """A figure as it is printed."""

    value: int
    relation: str = "unqualified"
    word: str = ""

    @property
    def qualifier(self) -> str:
        return self.word or QUALIFIERS[self.relation]

    @property
    def printed(self) -> str:
        return f"{self.qualifier} {self.value:,}".strip()


@dataclass(frozen=True)
class Telling:
    """What somebody says in a text, and where the words come from.

    `comes_from` is true of the story; `recorded` is how the records have it: `based_on`, or only by what the page is
    made from, or by the text in which it was said. What is `elsewhere` is recorded with another claim.
    """

    id: str
    by: tuple[str, ...]
    page: str
    figure: Figure
    act: str = "say"
    stance: str = ""
    certainty: str = "unstated"
    statement: str = ""
    said: date | None = None
    clock: str = ""
    said_in: str = ""
    unit: str = ""
    comes_from: tuple[str, ...] = ()
    recorded: str = "based_on"
    basis: str = "stated"
    ground: str = ""
    speaks_for: str = ""
    joint: str = ""
    speakers: int | str = ""
    mode: str = "paraphrase"
    quote_status: str = ""
    as_named: str = ""
    wrongly_named: str = ""
    answers: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    elsewhere: bool = False

    def but(self, **changes: Any) -> Telling:
        return replace(self, **changes)


@dataclass
class Story:
    """All of it.

    `silent` are those whom the editors looked for in vain, `besides` what is said of something else altogether.
    """

    seed: int
    noun: str = "homes"
    unit: str = "home"
    town: str = "Eastport"
    cast: dict[str, Who] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)
    tellings: dict[str, Telling] = field(default_factory=dict)
    silent: list[str] = field(default_factory=list)
    besides: dict[str, Telling] = field(default_factory=dict)
    explained: str = ""
    of_something_else: bool = False
    scenes: list[str] = field(default_factory=list)

    @property
    def statement(self) -> str:
        return f"The flood reached {{q1}} {self.noun} in {self.town}."

    @property
    def label(self) -> str:
        return (
            OTHER_LABEL if self.of_something_else else f"{self.noun.capitalize()} reached by the flood in {self.town}"
        )

    @property
    def other(self) -> Story:
        """The same world, with what is said of something else; who answers to both takes no position on that."""
        return replace(self, tellings=self.besides, besides={}, silent=[], of_something_else=True)

    @property
    def first_figure(self) -> Figure:
        """The claim's figure: that of the first telling."""
        return next(iter(self.tellings.values())).figure

    def page_of(self, telling: Telling) -> Text:
        return self.texts[telling.page]

    def of_page(self, text: str) -> list[Telling]:
        return [telling for telling in self.tellings.values() if telling.page == text]

    def told(self) -> str:
        """The story in lines, for a person."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"story {self.seed}: {', '.join(self.scenes)}"
        for text in self.texts.values():
            made = "".join(f"; {made.how} {made.source} ({made.basis})" for made in text.made_from)
            read = "" if text.read else ", not read"
            yield f"  {text.id}: {self.cast[text.publisher].name}, {spoken(text.day)}{read}{made}"
        for telling in self.tellings.values():
            yield f"  {telling.id} in {telling.page}: {self._line(telling)}"
        for telling in self.besides.values():
            yield f"  {telling.id} in {telling.page}, of another claim: {self._line(telling)}"
        for id in self.silent:
            yield f"  no position of {self.cast[id].name} was found"
        if self.explained:
            yield f"  explained: {self.explained}"

    def _line(self, telling: Telling) -> str:
        plain = Telling("", (), "", telling.figure)
        names = " and ".join(self.cast[id].name for id in telling.by)
        shown = {
            key: value
            for key, value in vars(telling).items()
            if value != getattr(plain, key) and key not in {"id", "by", "page", "said"}
        }
        said = f", said {spoken(telling.said)}" if telling.said else ", undated"
        return f"{names}: {telling.figure.printed}{said} {shown or ''}"


def spoken(day: date) -> str:
    """A day as a page prints it."""
    return f"{day.day} {day:%B} {day.year}"


def days_after(number: int) -> date:
    return FIRST_DAY + timedelta(days=number)
