"""What scenes build a story with: people, papers, texts and tellings, all with words that occur nowhere else."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, TypeVar

from tests.stories.story import QUALIFIERS, Figure, Made, Story, Telling, Text, Who, days_after

T = TypeVar("T")

GIVEN = "Ana Bo Cleo Dag Edda Finn Gerd Hugo Ines Jarl Kaja Leif Mina Nils Oda Pia".split()
FAMILY = "Abel Brandt Cole Dahl Eklund Foss Grieg Holt Iversen Juhl Krog Lund Moe Nyberg Orre Prahl".split()
PLACES = "Fennick Garlow Hexley Ilmouth Jorden Kelby Lorwick Marden Norvale Ostrey Penrith Quarley".split()
BODIES = "Council Institute Ministry Union Company Board".split()
SEAS = "Tidewater Lakeside Upland Northern Harbour Valley Midland Island Coastal Meadow Border Hillside".split()
PAPERS = "Courier Gazette Herald Post Tribune Observer Chronicle Ledger Mercury Standard Echo Sentinel".split()
# What a telling may say instead of the whole claim; each occurs once in a story.
LESS = [
    f"The flood reached {what} {{town}}."
    for what in ["cellars in", "the market of", "garages in", "the old bridge of", "orchards near", "two schools in"]
]
NUMBERS = [*range(130, 990, 10), *range(1_050, 9_800, 150)]
TOWNS = ["Eastport", "Westhaven", "Southbay", "Northmere"]
NOUNS = [("homes", "home"), ("farms", "farm"), ("shops", "shop"), ("boats", "boat")]


class Builder:
    """Writes a story, by chance and always the same by the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        noun, unit = self.pick(NOUNS)
        self.story = Story(seed, noun, unit, self.pick(TOWNS))
        self.given, self.family, self.places = self.shuffled(GIVEN), self.shuffled(FAMILY), self.shuffled(PLACES)
        self.seas, self.papers = self.shuffled(SEAS), self.shuffled(PAPERS)
        self.numbers, self.less = self.shuffled(NUMBERS), self.shuffled(LESS)
        self.today = 0

    def pick(self, items: Sequence[T]) -> T:
        return self.chance.choice(items)

    def shuffled(self, items: Sequence[T]) -> list[T]:
        return self.chance.sample(list(items), len(items))

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def days_pass(self, most: int = 4) -> None:
        self.today += self.chance.randint(0, most)

    def _cast(self, who: Who) -> str:
        self.story.cast[who.id] = who
        return who.id

    def person(self) -> str:
        name = f"{self.given.pop()} {self.family.pop()}"
        return self._cast(Who(name.lower().replace(" ", "-"), name))

    def body(self, part_of: str = "") -> str:
        """A party that speaks as one."""
        name = f"{self.places.pop()} {self.pick(BODIES)}"
        return self._cast(Who(name.lower().replace(" ", "-"), name, "institution", part_of=part_of))

    def officials(self) -> str:
        """People whom nobody names or counts."""
        name = f"officials in {self.places.pop()}"
        return self._cast(Who(name.lower().replace(" ", "-"), name, "unnamed-group", named=False))

    def speaker(self) -> str:
        return self.person() if self.happens(0.6) else self.body()

    def medium(self) -> str:
        name = f"{self.seas.pop()} {self.papers.pop()}"
        return self._cast(Who(name.lower().replace(" ", "-"), name, "media-organisation"))

    def text(self, publisher: str, *made_from: Made, **given: Any) -> str:
        """A text of today."""
        number = f"t{len(self.story.texts) + 1}"
        title = given.pop("title", f"Flood notes {number}")
        self.story.texts[number] = Text(number, publisher, days_after(self.today), title, made_from=made_from, **given)
        return number

    def page(self, *made_from: Made, **given: Any) -> str:
        """A page of a paper that has no other page here."""
        return self.text(self.medium(), *made_from, **given)

    def own_text(self, who: str, *, read: bool = False) -> str:
        """A speech or a post of somebody."""
        kind = self.pick(["speech", "post"])
        name = self.story.cast[who].name
        number = len(self.story.texts) + 1
        return self.text(who, kind=kind, read=read, title=f"[{kind.capitalize()} {number} of {name}]")

    def figure(self) -> Figure:
        relation = self.pick(list(QUALIFIERS))
        word = "almost" if relation == "nearly" and self.happens(0.5) else ""
        return Figure(self.numbers.pop(), relation, word)

    def requalified(self, figure: Figure) -> Figure:
        """The same number with another qualifier, or none."""
        others = [relation for relation in QUALIFIERS if relation != figure.relation]
        return Figure(
            figure.value, "unqualified" if figure.relation != "unqualified" and self.happens(0.6) else self.pick(others)
        )

    def tell(self, by: str | Sequence[str], page: str, **given: Any) -> Telling:
        """Somebody says something in a text."""
        speakers = (by,) if isinstance(by, str) else tuple(by)
        figure = given.pop("figure", None) or self.figure()
        given.setdefault("unit", self.story.unit)
        telling = Telling(self._next_id(), speakers, page, figure, **given)
        self.story.tellings[telling.id] = telling
        return telling

    def _next_id(self) -> str:
        return f"a{len(self.story.tellings) + len(self.story.besides) + 1}"

    def tell_of_something_else(self, by: str, page: str) -> None:
        """Somebody says something that has nothing to do with the claim."""
        telling = Telling(self._next_id(), (by,), page, self.figure(), elsewhere=True)
        self.story.besides[telling.id] = telling

    def said(self) -> dict[str, Any]:
        """That a telling has today's date, or none."""
        return {"said": days_after(self.today)} if self.happens(0.7) else {}

    def earlier(self, *, whole: bool = True) -> list[Telling]:
        """Tellings on pages that were read, which say that the claim is so; by one speaker each."""
        return [
            telling
            for telling in self.story.tellings.values()
            if self.story.texts[telling.page].read
            and telling.act in {"say", "estimate", "report", "suggest", "predict"}
            and telling.stance in {"", "affirms"}
            and not (whole and telling.statement)
            and not any(telling.id in other.replaces for other in self.story.tellings.values())
        ]
