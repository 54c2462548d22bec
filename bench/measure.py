"""One run of a command, measured: wall and processor time, and the memory of all its processes together. (Linux)"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of the clock and of the processors, the peak of memory in bytes, how it ended: ok, failed, timeout."""

    wall: float
    cpu: float
    memory: int
    status: str
    said: str = ""


def run(commands: Sequence[Sequence[str]], folder: Path, *, timeout: float, environment: Mapping[str, str]) -> Run:
    """Run commands one after the other; their times are added up, and of their memory the most counts."""
    total = Run(0, 0, 0, "ok")
    for command in commands:
        one = _one(command, folder, timeout=timeout - total.wall, environment=environment)
        total = Run(
            total.wall + one.wall, total.cpu + one.cpu, max(total.memory, one.memory), one.status, one.said
        )  # fmt: skip
        if one.status != "ok":
            break
    return total


def _one(command: Sequence[str], folder: Path, *, timeout: float, environment: Mapping[str, str]) -> Run:
    log = folder / "bench.log"
    start = time.perf_counter()
    with log.open("wb") as said:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, stdout=said,
            stderr=said, start_new_session=True,
        )  # fmt: skip
    status, memory = _watch(process, start + timeout)
    # The children that it waited for are in its own account.
    _, code, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    wall = time.perf_counter() - start
    if status == "ok" and process.returncode:
        status = "failed"
    # A run shorter than a sample has only the kernel's own figure, which is in kilobytes.
    memory = max(memory, usage.ru_maxrss * 1024)
    return Run(wall, usage.ru_utime + usage.ru_stime, memory, status, log.read_text("utf-8", "replace")[-2000:])


def _watch(process: subprocess.Popen[bytes], end: float) -> tuple[str, int]:
    """Wait for the end of a process, or end its group; the peak of what all of them held."""
    memory = 0
    handle = os.pidfd_open(process.pid)
    try:
        ready = select.poll()
        ready.register(handle, select.POLLIN)
        pause = SAMPLE_SECONDS
        while not ready.poll(pause * 1000):
            start = time.perf_counter()
            memory = max(memory, held(process.pid))
            # The kernel counts each page of each process, and holds them up meanwhile: a fiftieth of the time at most.
            pause = max(SAMPLE_SECONDS, 50 * (time.perf_counter() - start))
            if time.perf_counter() > end:
                os.killpg(process.pid, signal.SIGKILL)
                return "timeout", memory
    finally:
        os.close(handle)
    return "ok", memory


def held(session: int) -> int:
    """Bytes that the processes of a session hold together; what they share is counted once. (PSS)"""
    return sum(_proportional(pid) for pid in _members(session))


def processor(session: int) -> float:
    """Seconds that the living processes of a session have used."""
    ticks = 0
    for pid in _members(session):
        fields = _stat(pid)
        ticks += int(fields[11]) + int(fields[12]) if fields else 0
    return ticks / os.sysconf("SC_CLK_TCK")


def _members(session: int) -> list[int]:
    pids = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    return [pid for pid in pids if (fields := _stat(pid)) and int(fields[3]) == session]


def _stat(pid: int) -> list[str]:
    """The fields after the name, which may have spaces and brackets in it; none if the process is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return []


def _proportional(pid: int) -> int:
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:")), 0)
