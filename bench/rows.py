"""Questions to the rows of results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from bench.tools import tools

Row = Mapping[str, Any]


def fine(rows: Sequence[Row], tool: str, mode: str) -> list[Row]:
    """A tool's runs that ended well, in the order of the rounds."""
    return [row for row in rows if row["tool"] == tool and row["mode"] == mode and row["status"] == "ok"]


def wall(rows: Sequence[Row], tool: str, mode: str) -> float:
    """The median of a tool's runs that ended well, in seconds; 0 if there is none."""
    found = fine(rows, tool, mode)
    return median_of(found, "wall") if found else 0


def ratio(ours: Sequence[Row], theirs: Sequence[Row], key: str) -> float | None:
    """The median of the ratios within each round: the machine's pace changes between rounds, less within one."""
    found = {row["round"]: row[key] for row in theirs}
    pairs = [row[key] / found[row["round"]] for row in ours if row["round"] in found]
    return median(pairs) if pairs else None


def median_of(rows: Sequence[Row], key: str) -> float:
    """The median of one figure."""
    return float(median(row[key] for row in rows))


def called(name: str) -> str:
    """What a tool is, in words."""
    found = tools().get(name)
    return found.words if found else f"Plain Python that writes our bytes ({name.partition(', ')[2]})"
