"""Who and what there is in a corpus: the names and the numbers of its records, before any text is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from bench.words import Words, names

CLAIMS_A_STORY = 25
# One claim in ten is retracted, corrected, known only from others, answered by silence …
HARD = 0.1
_FIRST_DAY = date(2015, 1, 5)
_SEEN = ("full-text", "full-text", "excerpt", "excerpt", "excerpt", "cited-only")
_UNNAMED_EVERY = 12


@dataclass(frozen=True, slots=True)
class Figure:
    """A person or body that speaks: `id`, `name` and `kind` of an actor."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source: who published it, after how many days, and what of it was read."""

    id: str
    publisher: Figure
    days: int
    seen: str


@dataclass(frozen=True, slots=True)
class Story:
    """What one explainer is about: its claims, and the actors and places in them."""

    number: int
    day: date
    claims: tuple[str, ...]
    speakers: tuple[Figure, ...]
    documents: tuple[Document, ...]

    @property
    def id(self) -> str:
        return f"explainer-{self.number:05d}"

    @property
    def event(self) -> str:
        return f"event-{self.number:05d}"

    def after(self, days: int) -> date:
        """So many days after it happened."""
        return self.day + timedelta(days)


@dataclass
class World:
    """A corpus of `size` claims: a fifth as many actors, a tenth as many sources, a twentieth as many terms.

    `hard` is the share of the claims that have one of the rarer shapes.
    """

    size: int
    seed: int
    hard: float = HARD
    words: Words = field(init=False)
    states: list[Figure] = field(init=False)
    media: list[Figure] = field(init=False)
    speakers: list[Figure] = field(init=False)
    places: list[str] = field(init=False)
    terms: list[str] = field(init=False)

    def __post_init__(self) -> None:
        random = self.random("world")
        self.words = Words(random)
        self.stories_count = -(-self.size // CLAIMS_A_STORY)
        number = max(self.size // 5, 12)
        popular = max(number // 20, 3)
        called = names(self.words, random, number, parts=2)
        self.states = [Figure(f"state-{at:04d}", called[at], "state") for at in range(popular)]
        papers = enumerate(called[popular : 2 * popular])
        self.media = [Figure(f"paper-{at:04d}", f"The {name}", "media-organisation") for at, name in papers]
        self.speakers = [_speaker(at, name) for at, name in enumerate(called[2 * popular :])]
        self.places = names(self.words, random, max(self.size // 50, 5))
        self.terms = self._labels(random, max(self.size // 20, 5))
        self.sources_count = max(self.size // 10, self.stories_count)

    def random(self, of: str) -> Random:
        """A random generator for one part, so that parts can be made in any order."""
        return Random(f"{self.seed}/{self.size}/{of}")

    def story(self, number: int) -> Story:
        """One story; claims, speakers and sources are shared out evenly, so that each is in one."""
        random = self.random(f"story {number}")
        claims = range(number * CLAIMS_A_STORY, min((number + 1) * CLAIMS_A_STORY, self.size))
        speakers = self._share(len(self.speakers), number)
        documents = [self._document(at, random) for at in self._share(self.sources_count, number)]
        return Story(
            number,
            _FIRST_DAY + timedelta(random.randrange(3_650)),
            tuple(f"claim-{at:06d}" for at in claims),
            tuple(self.speakers[at] for at in speakers),
            tuple(documents),
        )

    def _share(self, of: int, number: int) -> range:
        return range(of * number // self.stories_count, of * (number + 1) // self.stories_count)

    def _document(self, at: int, random: Random) -> Document:
        # The first pass gives every paper something to publish, later ones prefer the great papers.
        paper = at if at < len(self.media) else int(len(self.media) * random.random() ** 2)
        # What is only known from others cannot be all that a story has.
        seen = "excerpt" if at % 2 else random.choice(_SEEN)
        return Document(f"source-{at:06d}", self.media[paper], random.randint(4, 20), seen)

    def _labels(self, random: Random, number: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < number:
            found[" ".join(random.choices(self.words.rare, k=random.choice((1, 2, 2, 3))))] = None
        return list(found)


def _speaker(at: int, name: str) -> Figure:
    if at % _UNNAMED_EVERY == _UNNAMED_EVERY - 1:
        return Figure(f"actor-{at:05d}", f"officials of the {name} office", "unnamed-source")
    if at % 5 == 2:
        return Figure(f"actor-{at:05d}", f"{name} Institute", "institution")
    return Figure(f"actor-{at:05d}", name, "person")
