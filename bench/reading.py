"""How long it takes to read and check records, phase by phase, beside PyYAML's C loader on the same files.

    python bench/reading.py [FOLDER] [RUNS]

FOLDER is a site with a `content` folder, this one by default. Each phase is run so many times, and its best time
counts: of the processor, a record, and as a ratio to the loader's, which only parses. A ratio is the same on a slow
machine and on a fast one. The sum is that of validation, links and computed values. `start` is a new process that
imports all that `explainers check` needs.
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
from explainers.graph.drift import tellings
from explainers.graph.graph import Graph
from explainers.graph.link import link
from explainers.graph.origins import origins
from explainers.kinds import KINDS
from explainers.kinds.claim.model import Claim
from explainers.model.decode import decode
from explainers.text import report
from explainers.tree.read_tree import read, read_placed

ROOT = Path(__file__).resolve().parents[1]
DECODE, LINK = "decode and validate", "link"
RULES, VALUES = "gather what the rules share, and run them", "work out origins and drift"
_START = "import explainers.cli.check, explainers.checks.run as run; run.all_rules()"
R = TypeVar("R")


def measure(folder: Path, runs: int) -> list[tuple[str, float, int]]:
    """Each phase with its seconds, and how many records they were for."""
    found: list[tuple[str, float, int]] = []

    def best(phase: str, number: int, work: Callable[[], R], before: Callable[[], None] = lambda: None) -> R:
        times = []
        for _ in range(runs):
            before()
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
    best(DECODE, number, lambda: [decode(model, tree, "an-id") for model, tree in known])
    documents, _ = load(files, KINDS)
    graph, _ = best(LINK, number, lambda: link(documents))
    # On a graph that nothing was worked out from before.
    best(RULES, number, lambda: run(Context(graph)), before=graph.memo.clear)
    best(VALUES, number, lambda: worked_out(graph), before=graph.memo.clear)
    faults = run(Context(graph))
    texts = {path: data.decode(errors="replace") for path, data in files.items()}
    best("report", number, lambda: report.human(faults, texts))
    return found


def worked_out(graph: Graph) -> None:
    """The origins of each claim, and what changed on the way from them."""
    for claim in graph.of(Claim):
        origins(claim, graph)
        tellings(claim, graph)


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
    total = sum(seconds for phase, seconds, _ in found if phase in {DECODE, LINK, RULES, VALUES})
    print(f"{'validation, links and computed values':44}{total / number * 1e6:12.0f}{total / reference:8.2f}")
    print(f"{'start':44}{start(runs) * 1e3:9.0f} ms")


if __name__ == "__main__":
    main()
