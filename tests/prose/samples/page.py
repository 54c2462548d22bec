"""All samples on one page, by topic."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.prose.samples.claims import claims
from tests.prose.samples.collisions import collisions
from tests.prose.samples.figures import figures
from tests.prose.samples.positions import positions
from tests.prose.samples.topic import Topic
from tests.prose.samples.unknowns import unknowns
from tests.prose.samples.ways import ways

PAGE = Path(__file__).with_name("samples.txt")
MAKERS: tuple[Callable[[], Iterator[Topic]], ...] = (claims, figures, positions, collisions, ways, unknowns)
OPENING = """Every sentence that the program writes, sample by sample.

Written by `make samples`; a test compares. Read each change as a reader of the site would: is it clear who speaks,
with what qualifier, and is it English?
"""


def text() -> str:
    """The page as text."""
    topics = [topic for maker in MAKERS for topic in maker()]
    return "\n".join([OPENING, *(line for topic in topics for line in topic.lines())])
