"""Reads every sentence of a page against its story, and says which are not so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.stories import oracle_changes, oracle_counts, oracle_days, oracle_positions, oracle_ways
from tests.stories.names import Names
from tests.stories.oracle_titles import untrue_titles
from tests.stories.reading import Block
from tests.stories.titles import Titles
from tests.stories.truth import Truth

Check = Callable[[Block, Truth, Names], Iterator[str]]
CHECKS: dict[str, Check] = {
    "change": oracle_changes.untrue_changes,
    "way": oracle_ways.untrue_ways,
    "steps": oracle_ways.untrue_distances,
    "origins": oracle_counts.untrue_counts,
    "position": oracle_positions.untrue_positions,
    "present": oracle_positions.untrue_presents,
    "figure": oracle_positions.untrue_figures,
    "statement": oracle_positions.untrue_statements,
    "revision": oracle_positions.untrue_revisions,
    "silence": oracle_positions.untrue_silences,
    "day": oracle_days.untrue_days,
    "as of": oracle_days.untrue_views,
}


@dataclass(frozen=True)
class Fault:
    """A sentence that says what the story does not."""

    check: str
    why: str
    text: str
    where: str = ""

    def __str__(self) -> str:
        return f"[{self.check}] {self.why}\n      {self.where}: {self.text}"


def faults(found: Iterable[Block], truth: Truth, names: Names, where: str, other: Truth | None = None) -> list[Fault]:
    """All that is not so, each sentence once a check; of another claim, which may be named there, only its name."""
    claims = [(Titles(names), truth), *([(Titles(Names(other.story)), other)] if other else [])]
    return list(dict.fromkeys(fault for block in found for fault in _faults(block, claims, where)))


def _faults(block: Block, claims: Sequence[tuple[Titles, Truth]], where: str) -> Iterator[Fault]:
    plain = block
    for titles, truth in claims:
        plain, named = titles.cut(plain)
        for title in named:
            yield from (Fault("title", why, title.words, where) for why in untrue_titles(title, truth))
    titles, truth = claims[0]
    for check, untrue in CHECKS.items():
        yield from (Fault(check, why, block.text, where) for why in untrue(plain, truth, titles.names))
