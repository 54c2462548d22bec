"""A topic of the samples: what is varied, and the sentences that come of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading, and under it each case with its sentence."""

    heading: str
    cases: tuple[tuple[str, str], ...]

    def lines(self) -> Iterator[str]:
        """As a person reads them; a sentence that stands for several cases stands once."""
        yield from (self.heading, "=" * len(self.heading), "")
        cases: dict[str, list[str]] = {}
        for case, sentence in self.cases:
            cases.setdefault(sentence, []).append(case)
        for sentence, names in cases.items():
            yield f"{sentence}   [{'; '.join(dict.fromkeys(names))}]"
        yield ""
