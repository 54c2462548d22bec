"""What we set out to reach, and how far we are, from the same runs as the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from bench.rows import Row, fine, median_of, ratio

Results = Mapping[str, Any]
Measure = Callable[[Results], float | None]


def goals(results: Results) -> str:
    """A table of the goals. A ratio is the median of the ratios within each round, by the clock."""
    table = ["## What was wanted, and what is", "", "| | wanted | measured | |", "|---|---|---|---|"]
    return "\n".join([*table, *(_line(*goal, results) for goal in _goals())]) + "\n"


def _line(words: str, most: float, unit: str, measure: Measure, results: Results) -> str:
    found = measure(results)
    if found is None:
        return f"| {words} | at most {_short(most)}{unit} | not measured | |"
    measured, verdict = f"{_short(found)}{unit}", "reached" if found <= most else "missed"
    return f"| {words} | at most {_short(most)}{unit} | {measured} | {verdict} |"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _goals() -> Iterator[tuple[str, float, str, Measure]]:
    yield "100 claims, cold", 1.3, " × mkdocs-gen-files", _to("100", "cold", "gen-files")
    yield "1,000 claims, cold", 1.5, " × Hugo", _to("1000", "cold", "hugo")
    yield "10,000 claims, cold", 1, " × Hugo", _to("10000", "cold", "hugo")
    edited = _to("10000", "edit", "hugo", theirs="edit")
    yield "10,000 claims, one record edited and built", 1, " × Hugo's edited build", edited
    yield "10,000 claims, preview: the first page", 8, " s", _started("10000")
    yield "10,000 claims, preview: from a save to the page", 0.15, " s", _saved("10000")
    yield "1,000 claims, to the floor with as many workers", 2.5, " ×", _to_floor("1000")
    yield "`explainers check`, 1,000 claims", 0.5, " s", _wall("1000", "check")
    yield "`explainers check`, 10,000 claims", 4, " s", _wall("10000", "check")
    yield "10,000 claims: memory", 500, " MB", _millions("10000", "memory")
    yield "10,000 claims: the site", 400, " MB", _millions("10000", "bytes")
    yield "100,000 claims, cold, in a file system in memory", 180, " s", _wall("100000", "cold")
    yield "100,000 claims, cold: memory", 1500, " MB", _millions("100000", "memory")
    yield "Seconds for each claim at 10,000, to those at 1,000", 1.1, " ×", _growth("1000", "10000", "wall")
    yield "Memory for each claim at 10,000, to that at 1,000", 1.1, " ×", _growth("1000", "10000", "memory")


def _rows(results: Results, size: str) -> Sequence[Row]:
    return results[size]["rows"] if size in results else []


def _to(size: str, mode: str, other: str, *, theirs: str = "cold") -> Measure:
    return lambda results: ratio(
        fine(_rows(results, size), "ours", mode), fine(_rows(results, size), other, theirs), "wall"
    )


def _to_floor(size: str) -> Measure:
    def measure(results: Results) -> float | None:
        rows = _rows(results, size)
        floors = [row["tool"] for row in rows if row["mode"] == "floor"]
        many = max(floors, default="", key=lambda name: int(name.split()[1]))
        return ratio(fine(rows, "ours", "cold"), fine(rows, many, "floor"), "wall")

    return measure


def _wall(size: str, mode: str) -> Measure:
    def measure(results: Results) -> float | None:
        found = fine(_rows(results, size), "ours", mode)
        return median_of(found, "wall") if found else None

    return measure


def _millions(size: str, key: str) -> Measure:
    def measure(results: Results) -> float | None:
        found = fine(_rows(results, size), "ours", "cold")
        return median_of(found, key) / 1e6 if found else None

    return measure


def _saved(size: str) -> Measure:
    def measure(results: Results) -> float | None:
        found = fine(_rows(results, size), "ours", "serve")
        return median(found[0]["saves"]) if found and found[0]["saves"] else None

    return measure


def _started(size: str) -> Measure:
    def measure(results: Results) -> float | None:
        found = fine(_rows(results, size), "ours", "serve")
        return float(found[0]["start"]) if found and "start" in found[0] else None

    return measure


def _growth(small: str, large: str, key: str) -> Measure:
    def measure(results: Results) -> float | None:
        one, other = (fine(_rows(results, size), "ours", "cold") for size in (small, large))
        if not (one and other):
            return None
        return median_of(other, key) / int(large) / (median_of(one, key) / int(small))

    return measure
