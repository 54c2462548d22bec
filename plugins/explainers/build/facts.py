"""What was read of a graph for all that is kept: each fact by its number, with its mark when it was last read.

A function of the whole graph (`graph.memo`) says what was read for it, too: while that is the same, so is its value,
and nobody has to work it out to see that. (A third of the time in which facts are compared, and the figures of all
claims, where none of these was edited)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from explainers.graph.fingerprints import NOTHING, Fingerprints
from explainers.graph.graph import Graph
from explainers.graph.memo import functions, has_none
from explainers.graph.trace import Fact

# What was read for a function, by numbers, and its value, if it is a number.
Known: TypeAlias = tuple[Sequence[int], int | None]
_OF_FUNCTIONS = frozenset({"value", "entry"})


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
            if fact[0] in _OF_FUNCTIONS:
                of_functions.setdefault(fact[1].partition(" ")[0], []).append(number)
                stale.add(number)
            elif now[fact] != self.marks[number]:
                stale.add(number)
        # Until it is known that they hold, all values count as others.
        waiting = {name: of_functions.get(name, []) for name in (*functions(), *of_functions)}
        while waiting:
            held = [name for name in waiting if name in self.known and stale.isdisjoint(self.known[name][0])]
            for name in held:
                numbers = waiting.pop(name)
                stale.difference_update(numbers)
                self._remember(name, numbers, graph)
            if not held:
                # One that asks no other of those that wait, if there is one: then it is not taken for another in vain.
                name = next(
                    (name for name in waiting if waiting.keys().isdisjoint(self._asked_by(name))), next(iter(waiting))
                )
                stale.difference_update([at for at in waiting.pop(name) if now[self.asked[at]] == self.marks[at]])
                self.known.pop(name, None)
        self.stale = frozenset(stale)

    def _remember(self, name: str, numbers: Sequence[int], graph: Graph) -> None:
        """Of a value that holds, what is known is not worked out again: a number, and that it has no entry of a key."""
        read, value = self.known[name]
        if value is not None:
            graph.memo.setdefault(functions()[name], (value, {self.asked[number] for number in read}))
        none = [self.asked[number][1] for number in numbers if self.marks[number] == NOTHING]
        has_none(name, graph, [about.partition(" ")[2] for about in none])

    def _asked_by(self, name: str) -> set[str]:
        """The other functions that one asked when it was worked out."""
        read = (self.asked[number] for number in self.known.get(name, ((), None))[0])
        return {about.partition(" ")[0] for sort, about in read if sort in _OF_FUNCTIONS} - {name}

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
        # Those that were read in this build have no mark yet, and the highest numbers.
        marks = [self.marks[number] for number in wanted if number < len(self.marks)]
        return Facts([self.asked[number] for number in wanted], marks, known), anew

    def plain(self) -> Mapping[str, Any]:
        """All of it as plain values."""
        return {"facts": self.asked, "marks": self.marks, "known": self.known}


def from_plain(found: Mapping[str, Any]) -> Facts:
    """What `plain` gave, read from JSON."""
    facts = [(sort, about) for sort, about in found["facts"]]
    return Facts(facts, found["marks"], {name: (read, value) for name, (read, value) in found["known"].items()})
