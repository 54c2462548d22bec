"""The floor under every generator: plain Python that writes the bytes of a finished site, with so many workers.

    python -m bench.floor SITE OUT WORKERS

The bytes are in memory before the clock starts. It prints the seconds of the clock and of the processors.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

Files = Sequence[tuple[str, bytes]]


def read(site: Path) -> list[tuple[str, bytes]]:
    """Every file of a site by its path."""
    return [(str(path.relative_to(site)), path.read_bytes()) for path in sorted(site.rglob("*")) if path.is_file()]


def write(files: Files, out: Path, workers: int) -> tuple[float, float]:
    """Write all files, each worker a part of them; the seconds of the clock and of the processors."""
    start, used = time.perf_counter(), _processor()
    children = [_worker(files[number::workers], out) for number in range(1, workers)]
    _write(files[0::workers], out)
    for child in children:
        os.waitpid(child, 0)
    return time.perf_counter() - start, _processor() - used


def _worker(files: Files, out: Path) -> int:
    child = os.fork()
    if child == 0:
        _write(files, out)
        os._exit(0)
    return child


def _write(files: Files, out: Path) -> None:
    made: set[str] = set()
    for path, data in files:
        full = f"{out}/{path}"
        folder = full.rpartition("/")[0]
        if folder not in made:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103, a Path for each file would be a part of what is measured
            made.add(folder)
        handle = os.open(full, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.write(handle, data)
        os.close(handle)


def _processor() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main() -> None:
    """Measure once."""
    site, out, workers = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    files = read(site)
    shutil.rmtree(out, ignore_errors=True)
    wall, cpu = write(files, out, workers)
    print(json.dumps({"wall": round(wall, 4), "cpu": round(cpu, 4)}))


if __name__ == "__main__":
    main()
