"""How long it takes to read and check records, phase by phase, beside PyYAML's C loader on the same files.

    python bench/reading.py [FOLDER] [RUNS]

FOLDER is a site with a `content` folder, this one by default. Each phase is run so many times, and its best time
counts: of the processor, a record, and as a ratio to the loader's, which only parses. A ratio is the same on a slow
machine and on a fast one. `start` is a new process that imports all that `explainers check` needs.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import yaml

from explainers.build.files import record_files
from explainers.build.load import load
from explainers.checks.context import Context
from explainers.checks.run import all_rules, run
from explainers.graph.link import link
from explainers.kinds import KINDS
from explainers.model.decode import decode
from explainers.text import report
from explainers.tree.read import read, read_placed

ROOT = Path(__file__).resolve().parents[1]
_START = "import explainers.cli.check, explainers.checks.run as run; run.all_rules()"
R = TypeVar("R")


def measure(folder: Path, runs: int) -> list[tuple[str, float, int]]:
    """Each phase with its seconds, and how many records they were for."""
    found: list[tuple[str, float, int]] = []

    def best(phase: str, number: int, work: Callable[[], R]) -> R:
        times = []
        for _ in range(runs):
            gc.collect()
            start = time.process_time()
            result = work()
            times.append(time.process_time() - start)
        found.append((phase, min(times), number))
        return result

    files = record_files(folder / "content", folder)
    number = len(files)
    all_rules()
    best("PyYAML's C loader", number, lambda: [yaml.load(data, yaml.CSafeLoader) for data in files.values()])
    best("find and read the files", number, lambda: record_files(folder / "content", folder))
    best("parse, with all places", number, lambda: [read_placed(*file) for file in files.items()])
    trees = best("parse", number, lambda: [read(*file)[0] for file in files.items()])
    models = {kind.plural: kind.model for kind in KINDS}
    known = [(models[Path(path).parent.name], tree) for path, tree in zip(files, trees, strict=True) if tree]
    best("decode and validate", number, lambda: [decode(model, tree, "an-id") for model, tree in known])
    documents, _ = load(files, KINDS)
    graph, _ = best("link", number, lambda: link(documents))
    best("index what the rules share, and run them", number, lambda: run(Context(link(documents)[0])))
    faults = run(Context(graph))
    texts = {path: data.decode(errors="replace") for path, data in files.items()}
    best("report", number, lambda: report.human(faults, texts))
    return found


def start(runs: int) -> float:
    """The seconds until a new process has imported what a check needs."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", _START], check=True)
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    gc.disable()
    found = measure(folder, runs)
    _, reference, number = found[0]
    print(f"{number:,} records, the best of {runs} runs")
    print(f"{'':44}{'µs a record':>12}{'ratio':>8}")
    for phase, seconds, count in found:
        print(f"{phase:44}{seconds / count * 1e6:12.0f}{seconds / reference:8.2f}")
    print(f"{'start':44}{start(runs) * 1e3:9.0f} ms")


if __name__ == "__main__":
    main()
