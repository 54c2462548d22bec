"""The results in words and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from bench.goals import goals
from bench.rows import Row, called, fine, median_of, ratio, wall
from bench.tools import tools

_HEAD = """\
# What was measured

Written by `python -m bench.run`; [the raw figures](results.json) lie beside it, and [README.md](README.md) says how
it is done and what each tool builds. Seconds are medians of runs in turns on a machine that others used too: read the
ratios, which are medians of the ratios within each round, and those of processor time before those of the clock. Memory
is the peak of all processes together.
"""


def report(results: Mapping[str, Any]) -> str:
    """All sizes, the smallest first."""
    sizes = sorted(results, key=int)
    parts = [_HEAD, _verdict(results, sizes), goals(results), _growth(results, sizes)]
    parts += [_size(int(size), results[size]) for size in sizes]
    return "\n".join(part for part in parts if part)


def _size(size: int, found: Mapping[str, Any]) -> str:
    rows = found["rows"]
    machine = "\n".join(f"- {name}: {value}" for name, value in found["machine"].items())
    options = ", ".join(f"`{key}: {value}`" for key, value in found["options"].items())
    loads = [row["load"] for row in rows if "load" in row]
    machine += f"\n- Load of the machine while it ran: {min(loads)} to {max(loads)}" if loads else ""
    own = f"- Settings of our plugin: {options}\n" if options else ""
    parts = [
        f"## {size:,} claims\n\n{found['date']}\n\n{machine}\n{own}",
        _builds(rows),
        _previews(rows),
        _checks(rows, size),
    ]
    return "\n".join(part for part in parts if part)


def _builds(rows: Sequence[Row]) -> str:
    names = dict.fromkeys(row["tool"] for row in rows if row["mode"] in {"cold", "floor"})
    lines = [
        "",
        "wall s (least to most)",
        "to Hugo",
        "to ours",
        "CPU s",
        "CPU to Hugo",
        "memory MB",
        "one record edited s",
    ]
    head = [" | ".join([*lines, "files", "MB", "search MB"]), "|".join(["---"] * 11)]
    return "\n".join(f"| {line} |" for line in [*head, *(_line(name, rows) for name in names)]) + "\n"


def _line(name: str, rows: Sequence[Row]) -> str:
    """A tool's cells."""
    runs = fine(rows, name, "cold") or fine(rows, name, "floor")
    if not runs:
        ended = next(row for row in rows if row["tool"] == name)
        return f"{called(name)} | {ended['status']} after {ended['wall']:.0f} s{' |' * 9}"
    walls, first = [row["wall"] for row in runs], runs[0]
    cells = [
        called(name),
        f"{median(walls):.2f} ({min(walls):.2f} to {max(walls):.2f})",
        _ratio(runs, fine(rows, "hugo", "cold"), "wall"),
        _ratio(runs, fine(rows, "ours", "cold"), "wall"),
        f"{median_of(runs, 'cpu'):.2f}",
        _ratio(runs, fine(rows, "hugo", "cold"), "cpu"),
        f"{median_of(runs, 'memory') / 1e6:.0f}" if first["mode"] == "cold" else "",
        f"{edit:.2f}" if (edit := wall(rows, name, "edit")) else "",
        f"{first['files']:,}" if "files" in first else "",
        f"{first['bytes'] / 1e6:.1f}" if "bytes" in first else "",
        f"{first['search'] / 1e6:.2f}" if "search" in first else "",
    ]
    return " | ".join(cells)


def _previews(rows: Sequence[Row]) -> str:
    served = [row for row in rows if row["mode"] == "serve"]
    if not served:
        return ""
    table = [
        "| Preview | first page after s | from save to page s (least to most) | processor at rest |",
        "|---|---|---|---|",
    ]
    for row in served:
        words = tools()[row["tool"]].words
        if row["saves"]:
            saves = f"{median(row['saves']):.2f} ({min(row['saves']):.2f} to {max(row['saves']):.2f})"
            saves += f", then {row['status']}" if row["status"] != "ok" else ""
            table.append(f"| {words} | {row['start']:.1f} | {saves} | {row['idle']:.0%} |")
        else:
            table.append(f"| {words} | {row['start']:.1f} | {row['status']} | |")
    return "\n".join(table) + "\n"


def _checks(rows: Sequence[Row], size: int) -> str:
    runs = fine(rows, "ours", "check")
    if not runs:
        return ""
    seconds, cpu = median_of(runs, "wall"), median_of(runs, "cpu")
    each = 1e6 * cpu / (size * 1.45)
    return f"`explainers check`: {seconds:.2f} s, of the processor {cpu:.2f} s or {each:,.0f} µs a record.\n"


def _verdict(results: Mapping[str, Any], sizes: Iterable[str]) -> str:
    """Where we are slower, and where faster."""
    lines = []
    for size in sizes:
        rows = results[size]["rows"]
        ours, hugo = wall(rows, "ours", "cold"), wall(rows, "hugo", "cold")
        if ours and hugo:
            lines.append(f"- {int(size):,} claims: {ours:.2f} s, Hugo {hugo:.2f} s. {_compared(rows)}")
        elif hugo:
            ran = any(row["tool"] == "ours" and row["mode"] == "cold" for row in rows)
            ended = "**our build did not end in time**" if ran else "our build was not run"
            lines.append(f"- {int(size):,} claims: Hugo {hugo:.2f} s; {ended}.")
    return "## To Hugo\n\n" + "\n".join(lines) + "\n" if lines else ""


def _compared(rows: Sequence[Row]) -> str:
    """How many times slower or faster we are, by the clock and by the processors, from the ratios within each round."""
    ours, hugo = fine(rows, "ours", "cold"), fine(rows, "hugo", "cold")
    clock, cpu = (ratio(ours, hugo, key) for key in ("wall", "cpu"))
    return f"We are **{_times(clock)}** by the clock, {_times(cpu)} by processor time." if clock and cpu else ""


def _times(found: float) -> str:
    return f"{found:.1f} times slower" if found >= 1 else f"{1 / found:.1f} times faster"


def _growth(results: Mapping[str, Any], sizes: Sequence[str]) -> str:
    """Wall seconds for a thousand claims at each size: a level row is linear."""
    names = list(dict.fromkeys(row["tool"] for size in sizes for row in results[size]["rows"] if row["mode"] == "cold"))
    if len(sizes) < 2:
        return ""
    table = [f"| | {' | '.join(f'{int(size):,}' for size in sizes)} |", f"|---|{'---|' * len(sizes)}"]
    for name in names:
        walls = [(wall(results[size]["rows"], name, "cold"), int(size)) for size in sizes]
        cells = " | ".join(f"{1000 * found / size:.2f}" if found else "" for found, size in walls)
        table.append(f"| {tools()[name].words} | {cells} |")
    return "## Growth\n\nSeconds for each thousand claims, cold.\n\n" + "\n".join(table) + "\n"


def _ratio(ours: Sequence[Row], theirs: Sequence[Row], key: str) -> str:
    found = ratio(ours, theirs, key)
    return f"{found:.2f}" if found is not None else ""
