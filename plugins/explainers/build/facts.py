"""What was read of a graph for all that is kept: each fact by its number, with its mark when it was last read.

A function of the whole graph (`graph.memo`) says what was read for it, too: while that is the same, so is its value,
and nobody has to work it out to see that. (A third of the time in which facts are compared, and the figures of all
claims, where none of these was edited)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from explainers.graph.fingerprints import Fingerprints
from explainers.graph.graph import Graph
from explainers.graph.memo import functions
from explainers.graph.trace import Fact

# What was read for a function, by numbers, and its value, if it is a number.
Known: TypeAlias = tuple[Sequence[int], int | None]


class Facts:
    """All facts that are known, in the order of their numbers; `stale` are those that are others now."""

    def __init__(
        self, asked: Iterable[Fact] = (), marks: Iterable[str] = (), known: Mapping[str, Known] | None = None
    ) -> None:
        self.asked = [*asked]
        self.marks = [*marks]
        self.known = dict(known or {})
        self.stale: frozenset[int] = frozenset()
        self._numbers = {fact: number for number, fact in enumerate(self.asked)}

    def number(self, fact: Fact) -> int:
        """The number of a fact; of one that was not known, a new one."""
        found = self._numbers.setdefault(fact, len(self._numbers))
        if found == len(self.asked):
            self.asked.append(fact)
        return found

    def compare(self, graph: Graph, now: Fingerprints) -> None:
        """See what is another now, after all that was left of an unfinished build is forgotten."""
        for fact in self.asked[len(self.marks) :]:
            del self._numbers[fact]
        del self.asked[len(self.marks) :]
        of_functions: dict[str, list[int]] = {}
        stale = set()
        for number, fact in enumerate(self.asked):
            if fact[0] in ("value", "entry"):
                of_functions.setdefault(fact[1].partition(" ")[0], []).append(number)
                stale.add(number)
            elif now[fact] != self.marks[number]:
                stale.add(number)
        # Until it is known that they hold, all values count as others. Each comes after those that it asks.
        for name in [*functions(), *(of_functions.keys() - functions().keys())]:
            numbers = of_functions.get(name, [])
            read, value = self.known.get(name, ((), None))
            if name in self.known and stale.isdisjoint(read):
                stale.difference_update(numbers)
                if value is not None:
                    graph.memo.setdefault(functions()[name], (value, {self.asked[number] for number in read}))
            else:
                self.known.pop(name, None)
                stale.difference_update([number for number in numbers if now[self.asked[number]] == self.marks[number]])
        self.stale = frozenset(stale)

    def note(self, graph: Graph, now: Fingerprints) -> list[int]:
        """Know what all facts are now, and what was read for functions; the numbers of those that were not known so."""
        for name, function in functions().items():
            if function in graph.memo and name not in self.known:
                value, read = graph.memo[function]
                numbers = sorted(map(self.number, read))
                self.known[name] = numbers, value if type(value) is int else None
        changed = [*sorted(self.stale), *range(len(self.marks), len(self.asked))]
        self.marks += [""] * (len(self.asked) - len(self.marks))
        for number in changed:
            self.marks[number] = now[self.asked[number]]
        self.stale = frozenset()
        return changed

    def only(self, used: Iterable[int]) -> tuple[Facts, Mapping[int, int]]:
        """These facts, those that are used, and the new number of each."""
        wanted = sorted({*used, *(number for read, _ in self.known.values() for number in read)})
        anew = {number: at for at, number in enumerate(wanted)}
        known = {name: ([anew[number] for number in read], value) for name, (read, value) in self.known.items()}
        return Facts([self.asked[n] for n in wanted], [self.marks[n] for n in wanted], known), anew

    def plain(self) -> Mapping[str, Any]:
        """All of it as plain values."""
        return {"facts": self.asked, "marks": self.marks, "known": self.known}


def from_plain(found: Mapping[str, Any]) -> Facts:
    """What `plain` gave, read from JSON."""
    facts = [(sort, about) for sort, about in found["facts"]]
    return Facts(facts, found["marks"], {name: (read, value) for name, (read, value) in found["known"].items()})
