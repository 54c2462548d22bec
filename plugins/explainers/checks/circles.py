"""Links that lead back to where they start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def circles(links: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Every circle: names in order, the last of which links to the first. (Depth-first search)"""
    done: set[str] = set()
    for start in links:
        if start in done:
            continue
        way = {start: None}  # names in the order in which they were reached
        turns = [iter(links[start])]
        while turns:
            name = next(turns[-1], None)
            if name is None:
                turns.pop()
                done.add(way.popitem()[0])
            elif name in way:
                names = list(way)
                yield tuple(names[names.index(name) :])
            elif name not in done and name in links:
                way[name] = None
                turns.append(iter(links[name]))


def circle_in_words(circle: Sequence[str]) -> str:
    """A circle in words: `a` → `b` → `a`."""
    return " → ".join(f"`{name}`" for name in (*circle, circle[0]))
